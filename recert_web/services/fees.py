"""What is to be paid now, as the engine alone says."""

from dataclasses import dataclass
from datetime import date

from recert_web.data.database import Session
from recert_web.domain.evaluation import Evaluation, Status
from recert_web.domain.member import FeeLine
from recert_web.domain.record import PaymentKind
from recert_web.domain.rules import RuleSet
from recert_web.services.policy import Actor
from recert_web.services.standing import MemberStanding, read_standing


@dataclass(frozen=True, slots=True)
class Quote:
    """The fees that can be paid now, in cents. `not_ready` are the codes whose CEUs are not met yet."""

    rules: RuleSet
    lines: tuple[FeeLine, ...]
    cents: int
    currency: str
    member_price: bool
    not_ready: tuple[str, ...]


def quote(session: Session, actor: Actor, cycle: str | None, today: date) -> Quote:
    """What the member can pay in a cycle; `cycle` as in `read_standing`. Raises Forbidden."""
    return quote_of(read_standing(session, actor, actor.person_id, cycle, today))


def quote_of(standing: MemberStanding) -> Quote:
    """What can be paid in a standing. What the organisation has expired is not paid for."""
    judged, rules = standing.evaluation, standing.rules
    lines = _lines(judged, rules, standing.codes) if judged else ()
    standings = judged.standings if judged else {}
    waiting = [code for code in standing.codes if standings[code].status is Status.IN_PROGRESS]
    return Quote(
        rules=rules,
        lines=lines,
        cents=sum(line.cents for line in lines),
        currency=rules.currency,
        member_price=standing.record is not None and standing.record.nsca_member,
        not_ready=tuple(waiting),
    )


def _lines(judged: Evaluation, rules: RuleSet, codes: tuple[str, ...]) -> tuple[FeeLine, ...]:
    ready = [judged.standings[code] for code in codes if judged.standings[code].payable]
    fees = [
        FeeLine(PaymentKind.RECERTIFICATION.value, one.code, rules.key, one.fee)
        for one in ready
        if one.recertification_paid_on is None
    ]
    if ready and judged.late_fee:
        fees.append(FeeLine(PaymentKind.LATE.value, None, rules.key, judged.late_fee))
    return tuple(fees)
