"""Fees by name: what a line is for, what paying does, and which payments are other things."""

from collections.abc import Iterable, Sequence
from datetime import date

from recert_web.display.numbers import all_of, day, money
from recert_web.display.shapes import MoneyLine
from recert_web.domain.evaluation import Evaluation, Status
from recert_web.domain.member import Charge, FeeLine, HistoryLine, Member
from recert_web.domain.record import PaymentKind
from recert_web.domain.rules import RuleSet

NAMES = {
    PaymentKind.RECERTIFICATION: "Recertification fee",
    PaymentKind.LATE: "Late fee",
    PaymentKind.MEMBERSHIP: "Membership fee",
    PaymentKind.INSURANCE: "Insurance fee",
    PaymentKind.RSCC: "RSCC fee",
}
SEPARATE = (PaymentKind.MEMBERSHIP, PaymentKind.INSURANCE, PaymentKind.RSCC)
ALWAYS_SEPARATE = "Membership, insurance and RSCC fees are separate and do not recertify."
ONCE = "Once for all your certifications"


def fee_name(kind: str, certification: str | None) -> str:
    """What a payment is for: "Recertification fee for CSCS", "Late fee"."""
    name = NAMES[PaymentKind(kind)]
    return f"{name} for {certification}" if certification else name


def fee_line(evaluation: Evaluation, member: Member, line: FeeLine, currency: str, today: date) -> MoneyLine:
    """A fee that is due, with what its amount depends on."""
    amount = money(line.cents, currency)
    if line.certification is None:
        return MoneyLine(fee_name(line.kind, None), amount, ONCE)
    certified = evaluation.standings[line.certification].certified_on.year
    is_member = member.membership_until is not None and member.membership_until >= today
    price = "member price" if is_member else "non-member price"
    return MoneyLine(line.certification, amount, f"certified in {certified}, {price}")


def is_separate(kind: str) -> bool:
    """Whether a payment is another thing than recertification."""
    return PaymentKind(kind) in SEPARATE


def separate_fees(rules: RuleSet, history: Iterable[HistoryLine]) -> str:
    """That other fees do not recertify, naming those paid in a cycle without a recertification fee."""
    paid = [line for line in history if rules.starts <= line.paid_on <= rules.late_until]
    if any(PaymentKind(line.kind) is PaymentKind.RECERTIFICATION for line in paid):
        return ALWAYS_SEPARATE
    mistaken = [_dated(line) for line in paid if is_separate(line.kind) and line.refunded_on is None]
    if not mistaken:
        return ALWAYS_SEPARATE
    return f"You paid {all_of(mistaken)}. {ALWAYS_SEPARATE}"


def _dated(line: HistoryLine) -> str:
    name = fee_name(line.kind, None)
    name = name if name.startswith("RSCC") else name.lower()
    article = "an" if name[0] in "iR" else "a"
    return f"{article} {name} on {day(line.paid_on)}"


def pay_intro(evaluation: Evaluation, lines: Sequence[FeeLine], under_way: Charge | None) -> str:
    """What is ready, or why nothing is."""
    states = {standing.status for standing in evaluation.standings.values()}
    if under_way is not None:
        return "A payment is under way. Its fees cannot be paid twice."
    if lines:
        return f"One fee for each certification. Ready now: {_ready(evaluation)}."
    if Status.IN_PROGRESS in states:
        return "One fee for each certification, taken once its CEUs are complete. Nothing is ready yet."
    if states <= {Status.NOT_REQUIRED}:
        return "Nothing is due this cycle, so there is no fee."
    if states <= {Status.COMPLETE, Status.NOT_REQUIRED}:
        return "Everything is paid for this cycle."
    return "Nothing can be paid for this cycle any more."


def pay_effect(evaluation: Evaluation) -> str:
    """What paying does at once."""
    return f"Paying makes {_ready(evaluation)} Recertification Complete at once."


def total_of(lines: Iterable[FeeLine], currency: str) -> str:
    """The sum of the fees quoted."""
    return money(sum(line.cents for line in lines), currency)


def _ready(evaluation: Evaluation) -> str:
    return all_of(code for code, one in evaluation.standings.items() if one.payable)
