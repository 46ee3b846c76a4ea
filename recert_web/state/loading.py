"""What runs when a page opens. Every one of these guards itself: a redirect of one stops no other."""

from recert_web.state.activities import ActivitiesState
from recert_web.state.desk import DeskState
from recert_web.state.fees import FeesState
from recert_web.state.overview import OverviewState
from recert_web.state.receipt import ReceiptState
from recert_web.state.report import ReportState
from recert_web.state.saving import SavingState
from recert_web.state.sign_in import SignInState

front = [SignInState.load]
overview = [OverviewState.load]
activities = [ActivitiesState.load]
report = [ReportState.load, SavingState.load]
fees = [FeesState.load]
receipt = [ReceiptState.load]
desk = [DeskState.load]
