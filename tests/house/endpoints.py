"""Every endpoint of the event socket, by who may call it. A new one fails the build until it stands here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from inspect import signature
from typing import Any

import reflex as rx
from reflex.state import FrontendEventExceptionState, OnLoadInternalState, State, UpdateVarsInternalState
from reflex_base.registry import RegistrationContext

from recert_web.recert_web import app as app  # registers every state
from recert_web.state.activities import ActivitiesState
from recert_web.state.desk import DeskState
from recert_web.state.faults import FaultState
from recert_web.state.fees import FeesState
from recert_web.state.overview import OverviewState
from recert_web.state.receipt import ReceiptState
from recert_web.state.report import ReportState
from recert_web.state.saving import SavingState
from recert_web.state.sign_in import SignInState


@dataclass(frozen=True)
class Endpoint:
    """A handler, and an event that a page would send it."""

    state: type[rx.State]
    handler: str
    payload: Mapping[str, Any] = field(default_factory=dict, compare=False)
    address: str = "/overview"

    @property
    def name(self) -> str:
        """Its name on the socket."""
        return f"{self.state.get_full_name()}.{self.handler}"

    @property
    def parameters(self) -> list[str]:
        """What it can be sent."""
        return list(signature(REGISTERED[self.name].handler.fn).parameters)[1:]

    def __str__(self) -> str:
        """Its name in a test's name."""
        return f"{self.state.__name__}.{self.handler}"


REGISTERED = RegistrationContext.get().event_handlers
FORM = {"title": "A clinic", "completed_on": "2019-05-10", "hours_in_all": "8", "quantity": "8"}

PUBLIC = {
    Endpoint(State, "hydrate"): "sends a tab its own state, which is bound to its cookie",
    Endpoint(State, "hydrate_and_load"): "the same, and asks the page's loaders, which guard themselves",
    Endpoint(State, "set_is_hydrated"): "a flag of the tab itself",
    Endpoint(OnLoadInternalState, "on_load_internal"): "asks the page's loaders, which guard themselves",
    Endpoint(OnLoadInternalState, "set_is_hydrated"): "a flag of the tab itself",
    Endpoint(UpdateVarsInternalState, "update_vars_internal"): "sets vars of browser storage: there are none",
    Endpoint(FrontendEventExceptionState, "handle_frontend_exception"): "writes a browser's fault to the log",
    Endpoint(SignInState, "load"): "the page of those who are not signed in",
    Endpoint(FaultState, "show_fault"): "a notice in the tab itself, of our own words",
    Endpoint(FaultState, "dismiss_fault"): "takes that notice away",
}

# Changes or computes something on the caller's own record: nothing for staff, who have none.
ON_OWN_RECORD = (
    Endpoint(ActivitiesState, "delete", {"activity_id": "1", "version": 1}, "/activities"),
    Endpoint(ActivitiesState, "undo", {}, "/activities"),
    Endpoint(ReportState, "fill_in", {"form": FORM}, "/report?type=event_other"),
    Endpoint(ReportState, "start_over", {}, "/report?type=event_other"),
    Endpoint(SavingState, "save", {"form": FORM}, "/report?type=event_other"),
    Endpoint(FeesState, "pay", {"form": {"method": "approve"}}, "/fees"),
)
# Opens a page of the caller's own record: staff are led to their desk.
OWN_PAGES = (
    Endpoint(OverviewState, "load", {}, "/overview"),
    Endpoint(ActivitiesState, "load", {}, "/activities"),
    Endpoint(ReportState, "load", {}, "/report"),
    Endpoint(FeesState, "load", {}, "/fees"),
)
# For anybody signed in: leads somewhere, or shows what belongs to the caller.
SIGNED_IN = (
    Endpoint(ActivitiesState, "search", {"form": {"find": "clinic"}}, "/activities"),
    Endpoint(ReportState, "choose_type", {"key": "event_other"}, "/report"),
    Endpoint(SavingState, "load", {}, "/report"),
    Endpoint(SavingState, "report_another", {}, "/report"),
    Endpoint(ReceiptState, "load", {}, "/receipt?number=R-1"),
    Endpoint(ReceiptState, "check_again", {}, "/receipt?number=R-1"),
)
STAFF = (
    Endpoint(DeskState, "load", {}, "/desk"),
    Endpoint(DeskState, "search", {"form": {"find": "Alex"}}, "/desk"),
)
GUARDED = (*ON_OWN_RECORD, *OWN_PAGES, *SIGNED_IN, *STAFF)


def setters() -> set[str]:
    """The framework's own setter of each state. It reaches handlers named set_* alone."""
    return {f"{state.get_full_name()}.setvar" for state in RegistrationContext.get().base_states.values()}
