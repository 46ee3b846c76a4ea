"""Charges started and settled. A line holds its fee: the database refuses the same fee in another charge."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from recert_web.data import tables
from recert_web.domain.member import ChargeStatus, FeeLine

_charges = tables.metadata.tables["charges"]
_lines = tables.metadata.tables["charge_lines"]
_payments = tables.metadata.tables["payments"]


@dataclass(frozen=True, slots=True)
class NewCharge:
    """A charge to store."""

    number: str
    form_key: str
    idempotency_key: str
    lines: tuple[FeeLine, ...]
    currency: str
    member_price: bool
    method: str
    gateway: str
    started_at: datetime


def add_charge(session: Session, person_id: int, new: NewCharge) -> bool:
    """Store a started charge and hold its fees.

    False, and nothing stored, where another charge holds one of them or the form was stored already.
    """
    try:
        with session.begin_nested():
            _add(session, person_id, new)
    except IntegrityError:
        return False
    return True


def record_status(
    session: Session, charge_id: int, status: ChargeStatus, reference: str, message: str
) -> None:
    """Store where an unsettled charge stands."""
    _update(session, charge_id, status=status.value, gateway_reference=reference, message=message)


def record_settled(
    session: Session, charge_id: int, reference: str, message: str, settled_on: date, now: datetime
) -> None:
    """Store that the money was taken."""
    settled = {"status": ChargeStatus.SETTLED.value, "settled_at": now, "settled_on": settled_on}
    _update(session, charge_id, **settled, gateway_reference=reference, message=message)


def set_holds(session: Session, charge_id: int, holds: bool) -> bool:
    """Free the fees of a charge, or take them back; False where another charge holds one by now."""
    change = _lines.update().where(_lines.c.charge_id == charge_id).values(holds=holds)
    try:
        with session.begin_nested():
            session.connection().execute(change)
    except IntegrityError:
        return False
    return True


def free_refunded(session: Session, person_id: int, today: date) -> None:
    """Free the fees whose payment was refunded: they are due again."""
    refunded = select(_payments.c.charge_line_id).where(
        _payments.c.person_id == person_id, _payments.c.refunded_on <= today
    )
    mine = and_(_lines.c.person_id == person_id, _lines.c.holds, _lines.c.id.in_(refunded))
    session.connection().execute(_lines.update().where(mine).values(holds=False))


def _add(session: Session, person_id: int, new: NewCharge) -> None:
    connection = session.connection()
    charge_id = connection.execute(
        _charges.insert()
        .values(
            person_id=person_id,
            number=new.number,
            form_key=new.form_key,
            idempotency_key=new.idempotency_key,
            status=ChargeStatus.STARTED.value,
            cents=sum(line.cents for line in new.lines),
            currency=new.currency,
            member_price=new.member_price,
            method=new.method,
            gateway=new.gateway,
            message="",
            started_at=new.started_at,
        )
        .returning(_charges.c.id)
    ).scalar_one()
    held = {"charge_id": charge_id, "person_id": person_id, "holds": True}
    connection.execute(_lines.insert(), [{**held, **_columns(line)} for line in new.lines])


def _columns(line: FeeLine) -> dict[str, Any]:
    return {
        "kind": line.kind,
        "certification": line.certification,
        "rule_set": line.rule_set,
        "cents": line.cents,
    }


def _update(session: Session, charge_id: int, **values: Any) -> None:
    session.connection().execute(_charges.update().where(_charges.c.id == charge_id).values(**values))
