"""What the gateway answers, recorded. The answer is the authority here: no account asks."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from recert_web.data import charge_changes, charges, payments, trail
from recert_web.data.database import Session
from recert_web.domain.member import Charge, ChargeStatus
from recert_web.gateways.payments import Answer, ChargeRequest, PaymentGateway, Verdict
from recert_web.rulebook.loader import rule_set
from recert_web.services.charges import request_of
from recert_web.services.charges_trail import note

INTERRUPTED = Answer(Verdict.DECLINED, "", "The payment was interrupted before it began. Nothing was taken.")
TAKEN_TWICE = "The bank took the money after these fees were paid otherwise. It must be paid back."


def record_answer(session: Session, number: str, answer: Answer, today: date, now: datetime) -> Charge:
    """The charge after an answer, which may come twice, late, or after another. LookupError: no such charge.

    Approved: each line becomes a payment, once, of the day the member paid on. Declined: its fees are free
    again. Nothing undoes an approval. An approval after a refusal takes the fees back; where they were paid
    otherwise meanwhile, the charge stays declined and its message says that the money must be returned.
    """
    stored = charges.locked_charge(session, number)
    if stored is None:
        raise LookupError(f"there is no charge {number}")
    status = stored.charge.status
    if status is ChargeStatus.SETTLED:
        return stored.charge
    if answer.verdict is Verdict.APPROVED:
        _approve(session, stored, answer, today, now)
    elif status is not ChargeStatus.DECLINED:
        _hold_or_free(session, stored, answer, now)
    after = charges.charge_by_number(session, number)
    return after.charge if after else stored.charge


def unsettled_charges(session: Session, started_before: datetime) -> tuple[tuple[str, ChargeRequest], ...]:
    """The charges whose answer is still awaited, each by number with what to ask, the oldest first."""
    found = charges.charges_under_way(session, started_before)
    return tuple((stored.charge.number, request_of(stored)) for stored in found)


def answer_now(gateway: PaymentGateway, request: ChargeRequest) -> Answer:
    """What became of an interrupted charge. What never reached the gateway was not paid."""
    return gateway.look_up(request) or INTERRUPTED


def _approve(
    session: Session, stored: charges.StoredCharge, answer: Answer, today: date, now: datetime
) -> None:
    refused_before = stored.charge.status is ChargeStatus.DECLINED
    if refused_before and not charge_changes.set_holds(session, stored.id, holds=True):
        charge_changes.record_status(session, stored.id, ChargeStatus.DECLINED, answer.reference, TAKEN_TWICE)
        return
    paid_on = _paid_on(stored.charge, today, now)
    charge_changes.record_settled(session, stored.id, answer.reference, answer.message, paid_on, now)
    payments.pay_charge(session, stored.id, paid_on)
    note(session, trail.TrailAction.CHARGE_SETTLED, stored, now, None)


def _paid_on(charge: Charge, today: date, now: datetime) -> date:
    # Who pays on the last evening has paid in time, however late the answer. Counted back from today,
    # because a demonstration's today is not the day of its clock.
    zone = ZoneInfo(rule_set(charge.lines[0].rule_set).time_zone)
    return today - (now.astimezone(zone).date() - charge.started_at.astimezone(zone).date())


def _hold_or_free(session: Session, stored: charges.StoredCharge, answer: Answer, now: datetime) -> None:
    declined = answer.verdict is Verdict.DECLINED
    status = ChargeStatus.DECLINED if declined else ChargeStatus.PENDING
    if stored.charge.status is status:
        return
    charge_changes.record_status(session, stored.id, status, answer.reference, answer.message)
    if declined:
        charge_changes.set_holds(session, stored.id, holds=False)
    done = trail.TrailAction.CHARGE_DECLINED if declined else trail.TrailAction.CHARGE_PENDING
    note(session, done, stored, now, None)
