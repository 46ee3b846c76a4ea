"""Receipts and the history of what was paid."""

from datetime import date

from recert_web.data import charges, payments
from recert_web.data.database import Session
from recert_web.domain.member import Charge, HistoryLine, Member
from recert_web.gateways.payments import ChargeRequest
from recert_web.services.charges import request_of
from recert_web.services.policy import Actor, Forbidden, Permission, allow
from recert_web.services.standing import read_member


def read_receipt(session: Session, actor: Actor, number: str) -> Charge:
    """A charge, for its owner and for staff. Raises Forbidden, also where there is no such number."""
    stored = charges.charge_by_number(session, number)
    if stored is None:
        raise Forbidden("there is no such receipt of theirs")
    allow(actor, Permission.READ_RECORD, stored.person_id)
    return stored.charge


def read_owner(session: Session, actor: Actor, number: str, today: date) -> Member:
    """Whose charge it is. Raises Forbidden, like `read_receipt`."""
    stored = charges.charge_by_number(session, number)
    if stored is None:
        raise Forbidden("there is no such receipt of theirs")
    return read_member(session, actor, stored.person_id, today)


def read_history(
    session: Session, actor: Actor, person_id: int | None, today: date
) -> tuple[HistoryLine, ...]:
    """Every payment a person has made by today, of whatever kind, the newest first. Raises Forbidden."""
    allow(actor, Permission.READ_RECORD, person_id)
    return () if person_id is None else payments.history(session, person_id, today)


def read_charge_under_way(session: Session, actor: Actor, person_id: int | None) -> Charge | None:
    """A person's charge whose answer is still awaited. Raises Forbidden."""
    allow(actor, Permission.READ_RECORD, person_id)
    found = None if person_id is None else charges.charge_under_way(session, person_id)
    return found.charge if found else None


def read_request(session: Session, actor: Actor, number: str) -> ChargeRequest:
    """What to ask the gateway about a charge whose answer is awaited. Raises what `read_receipt` does."""
    stored = charges.charge_by_number(session, number)
    if stored is None:
        raise Forbidden("there is no such receipt of theirs")
    allow(actor, Permission.READ_RECORD, stored.person_id)
    return request_of(stored)
