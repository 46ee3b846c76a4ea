"""A member's standing as one value."""

from dataclasses import dataclass

from recert_web.domain.evaluation import Evaluation, Status
from recert_web.domain.fees import FeesPaid
from recert_web.domain.member import Member
from recert_web.domain.record import Record
from recert_web.domain.rules import RuleSet

_UNFINISHED = (Status.IN_PROGRESS, Status.READY_TO_PAY)


@dataclass(frozen=True, slots=True)
class MemberStanding:
    """A member in one cycle. `record`, `evaluation` and `paid` are None where nothing is held in it.

    `cycles` are the cycles the member may look at, oldest first; `expired` the codes that the organisation
    has expired; `paid` what of the cycle's fees is settled.
    """

    member: Member
    rules: RuleSet
    cycles: tuple[RuleSet, ...]
    record: Record | None = None
    evaluation: Evaluation | None = None
    paid: FeesPaid | None = None
    expired: frozenset[str] = frozenset()

    @property
    def codes(self) -> tuple[str, ...]:
        """The certifications that CEUs can be reported for in this cycle."""
        held = self.evaluation.standings if self.evaluation else ()
        return tuple(code for code in held if code not in self.expired)

    @property
    def unfinished(self) -> bool:
        """Whether something can still be done here to complete a certification."""
        standings = self.evaluation.standings if self.evaluation else {}
        return any(standings[code].status in _UNFINISHED for code in self.codes)
