"""Paying: a charge holds its fees from the moment it starts, so that nobody pays twice.

The gateway is asked between `start_charge` and `record_answer`, outside any transaction. Who asks and then
vanishes leaves a charge that `charges_settling.unsettled_charges` finds.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from recert_web.data import charge_changes, charge_numbers, charges, trail
from recert_web.data.database import Session
from recert_web.domain.member import Charge
from recert_web.gateways.payments import ChargeRequest
from recert_web.services.charges_trail import note
from recert_web.services.fees import Quote, quote
from recert_web.services.policy import Actor, Permission, allow


class ChargeRefusal(StrEnum):
    """Why no charge was started."""

    NOTHING_DUE = "nothing_due"
    PRICE_CHANGED = "price_changed"
    UNDER_WAY = "under_way"


@dataclass(frozen=True, slots=True)
class PaymentOrder:
    """What a member asks to pay: a cycle's fees at the price they saw, by a method of a gateway."""

    cycle: str
    quoted_cents: int
    form_key: str  # made by the server with the form
    method: str
    gateway: str


@dataclass(frozen=True, slots=True)
class ChargeRefused:
    """No charge was started: what is due now, and the charge that holds a fee of it where one does."""

    kind: ChargeRefusal
    quote: Quote
    charge: Charge | None = None


@dataclass(frozen=True, slots=True)
class StartedCharge:
    """A charge with what to ask the gateway. `repeated`: the same form had started it already."""

    charge: Charge
    request: ChargeRequest
    repeated: bool = False


def start_charge(
    session: Session, actor: Actor, order: PaymentOrder, today: date, now: datetime
) -> StartedCharge | ChargeRefused:
    """Start to pay what is due in a cycle. The same form sent again starts nothing new. Raises Forbidden."""
    allow(actor, Permission.PAY_FEES, actor.person_id)
    person_id = actor.person_id
    if person_id is None:
        raise AssertionError("whoever may pay is a person")
    repeated = charges.charge_of_form(session, person_id, order.form_key)
    if repeated:
        return StartedCharge(repeated.charge, request_of(repeated), repeated=True)
    charge_changes.free_refunded(session, person_id, today)
    due = quote(session, actor, order.cycle, today)
    holding = charges.charge_holding(session, person_id, due.lines)
    refused = _refusal(due, order.quoted_cents, holding)
    if refused:
        return refused
    new = _new_charge(session, due, order, today, now)
    if not charge_changes.add_charge(session, person_id, new):
        return _overtaken(session, person_id, due, order.form_key)
    stored = charges.charge_by_number(session, new.number)
    if stored is None:
        raise AssertionError("the charge was stored a moment ago in this transaction")
    note(session, trail.TrailAction.CHARGE_STARTED, stored, now, actor.account_id)
    return StartedCharge(stored.charge, request_of(stored))


def request_of(stored: charges.StoredCharge) -> ChargeRequest:
    """What to ask the gateway about a charge."""
    charge = stored.charge
    fees = [line.certification or "late fee" for line in charge.lines]
    description = f"Recertification {charge.number}: {', '.join(fees)}"
    return ChargeRequest(
        stored.idempotency_key, charge.cents, charge.currency, description, stored.method, charge.started_at
    )


def _refusal(due: Quote, quoted_cents: int, holding: charges.StoredCharge | None) -> ChargeRefused | None:
    if holding:
        return ChargeRefused(ChargeRefusal.UNDER_WAY, due, holding.charge)
    if not due.cents:
        return ChargeRefused(ChargeRefusal.NOTHING_DUE, due)
    if due.cents != quoted_cents:
        return ChargeRefused(ChargeRefusal.PRICE_CHANGED, due)
    return None


def _new_charge(
    session: Session, due: Quote, order: PaymentOrder, today: date, now: datetime
) -> charge_changes.NewCharge:
    return charge_changes.NewCharge(
        number=charge_numbers.next_number(session, today.year),
        form_key=order.form_key,
        idempotency_key=secrets.token_hex(16),
        lines=due.lines,
        currency=due.currency,
        member_price=due.member_price,
        method=order.method,
        gateway=order.gateway,
        started_at=now,
    )


def _overtaken(session: Session, person_id: int, due: Quote, form_key: str) -> StartedCharge | ChargeRefused:
    """Another transaction was faster, with the same form or with another."""
    same = charges.charge_of_form(session, person_id, form_key)
    if same:
        return StartedCharge(same.charge, request_of(same), repeated=True)
    holding = charges.charge_holding(session, person_id, due.lines)
    return ChargeRefused(ChargeRefusal.UNDER_WAY, due, holding.charge if holding else None)
