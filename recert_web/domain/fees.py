"""Which fees are paid and which are due: steps 7 and 9 of the rules. Money is integer cents."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from recert_web.domain.evaluation import Standing, Status, Window
from recert_web.domain.record import Payment, PaymentKind, Record
from recert_web.domain.rules import RuleSet, Tier


@dataclass(frozen=True, slots=True)
class FeesPaid:
    """The settled payments that bear on this cycle."""

    recertification: Mapping[str, date]  # the first settled payment by certification code
    late_fee: bool
    ends: date

    def settles(self, code: str) -> bool:
        """Whether the fee counts as paid: in the cycle, or late together with the late fee."""
        return self.on_time(code) or (code in self.recertification and self.late_fee)

    def on_time(self, code: str) -> bool:
        """Whether the recertification fee was paid by the end of the cycle."""
        paid_on = self.recertification.get(code)
        return paid_on is not None and paid_on <= self.ends


def fees_paid(rules: RuleSet, record: Record) -> FeesPaid:
    """What of the record's payments is settled for this cycle on the day of computing.

    Membership, insurance and RSCC fees are other things and never count.
    """
    recertification: dict[str, date] = {}
    late_fee = False
    for payment in record.payments:
        code, paid_on = payment.certification, payment.paid_on
        if paid_on > rules.late_until or not _settled(payment, record.as_of):
            continue
        if payment.kind is PaymentKind.LATE:
            late_fee = late_fee or paid_on > rules.ends
        elif payment.kind is PaymentKind.RECERTIFICATION and code and paid_on >= rules.starts:
            recertification[code] = min(recertification.get(code, paid_on), paid_on)
    return FeesPaid(recertification, late_fee, rules.ends)


def certification_fee(tier: Tier, nsca_member: bool) -> int:
    """The tier's recertification fee at the member's or the non-member's price."""
    return tier.fee_member if nsca_member else tier.fee_non_member


def late_fee_due(rules: RuleSet, window: Window, paid: FeesPaid, standings: Iterable[Standing]) -> int:
    """The late fee, once per person, where it is what stands between somebody and completion."""
    ready = any(standing.status is Status.READY_TO_PAY for standing in standings)
    return rules.late_fee if ready and window is Window.LATE and not paid.late_fee else 0


def recertification_fees_due(standings: Iterable[Standing]) -> int:
    """The fees of all certifications that are ready to pay and have not paid theirs."""
    return sum(
        standing.fee
        for standing in standings
        if standing.status is Status.READY_TO_PAY and standing.recertification_paid_on is None
    )


def _settled(payment: Payment, as_of: date) -> bool:
    # A refund takes effect on its day: from then on the payment is as if never made.
    return payment.paid_on <= as_of and (payment.refunded_on is None or payment.refunded_on > as_of)
