"""One certification in one cycle: steps 2 to 5 and 8 of the rules put together."""

from recert_web.domain.crediting import Ledger
from recert_web.domain.eligibility import refusal
from recert_web.domain.evaluation import ActivityTrace, Standing, Status, Window
from recert_web.domain.fees import FeesPaid, certification_fee
from recert_web.domain.record import Certification
from recert_web.domain.rules import RuleSet
from recert_web.domain.status import status_of, tier_for
from recert_web.domain.weighing import Weighed


class Account:
    """A certification to which activities are credited one after the other."""

    __slots__ = ("_activities", "_held", "_ledger", "_tier", "_tier_path")

    def __init__(self, rules: RuleSet, held: Certification) -> None:
        self._held = held
        self._tier, self._tier_path = tier_for(rules, held.certified_on)
        self._ledger = Ledger(self._tier, self._tier_path)
        self._activities: dict[str, ActivityTrace] = {}

    def enter(self, item: Weighed) -> None:
        """Credit or refuse the next activity in the order of crediting."""
        trace = refusal(self._held, self._tier, self._tier_path, item) or self._ledger.entered(item)
        self._activities[trace.activity_id] = trace

    def standing(self, paid: FeesPaid, window: Window, nsca_member: bool) -> Standing:
        """Where the certification stands with all that was entered."""
        held, tier, categories = self._held, self._tier, self._ledger.totals()
        credited = sum(category.credited for category in categories.values())
        used = sum(category.credited > 0 for category in categories.values())
        ceus_met = credited >= tier.required and used >= tier.categories_needed
        status = status_of(tier, ceus_met, paid.settles(held.code), window)
        return Standing(
            code=held.code,
            certified_on=held.certified_on,
            tier=tier,
            required=tier.required,
            credited=credited,
            short=max(0, tier.required - credited),
            categories=categories,
            categories_used=used,
            categories_needed=tier.categories_needed,
            ceus_met=ceus_met,
            fee=certification_fee(tier, nsca_member),
            recertification_paid_on=paid.recertification.get(held.code),
            payable=status is Status.READY_TO_PAY,
            status=status,
            activities=self._activities,
        )
