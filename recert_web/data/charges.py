"""Charges with their lines. A line holds its fee: the database refuses the same fee in another charge."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, select
from sqlmodel import Session

from recert_web.data import tables
from recert_web.domain.member import Charge, ChargeStatus, FeeLine

_charges = tables.metadata.tables["charges"]
_lines = tables.metadata.tables["charge_lines"]
_payments = tables.metadata.tables["payments"]
_under_way = _charges.c.status.in_((ChargeStatus.STARTED.value, ChargeStatus.PENDING.value))


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


@dataclass(frozen=True, slots=True)
class StoredCharge:
    """A charge with what only the server needs of it."""

    id: int
    person_id: int
    idempotency_key: str
    method: str
    charge: Charge


def add_charge(session: Session, person_id: int, new: NewCharge) -> None:
    """Store a started charge and hold its fees. IntegrityError: a fee is held, or the form was stored."""
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


def charge_by_number(session: Session, number: str) -> StoredCharge | None:
    """A charge by the number on its receipt; None where there is none."""
    return _one(session, _charges.c.number == number)


def locked_charge(session: Session, number: str) -> StoredCharge | None:
    """A charge that nobody else can change until this transaction ends."""
    # SQLite ignores the clause: a writing transaction there holds the whole database.
    locked = select(_charges.c.id).where(_charges.c.number == number).with_for_update()
    session.connection().execute(locked).one_or_none()
    return charge_by_number(session, number)


def charge_of_form(session: Session, person_id: int, form_key: str) -> StoredCharge | None:
    """The charge that a form has started already."""
    return _one(session, and_(_charges.c.person_id == person_id, _charges.c.form_key == form_key))


def charge_holding(session: Session, person_id: int, fees: Iterable[FeeLine]) -> StoredCharge | None:
    """The charge that holds one of some fees; None where all are free."""
    chosen = (
        select(_lines.c.charge_id, _lines.c.kind, _lines.c.rule_set, _lines.c.certification)
        .where(_lines.c.person_id == person_id, _lines.c.holds)
        .order_by(_lines.c.id)
    )
    wanted = {(fee.kind, fee.rule_set, fee.certification) for fee in fees}
    for row in session.connection().execute(chosen):
        if (row.kind, row.rule_set, row.certification) in wanted:
            return _one(session, _charges.c.id == row.charge_id)
    return None


def charge_under_way(session: Session, person_id: int) -> StoredCharge | None:
    """A charge of a person whose answer is still awaited, the first of several."""
    return next(iter(_several(session, and_(_charges.c.person_id == person_id, _under_way))), None)


def charges_under_way(session: Session, started_before: datetime) -> tuple[StoredCharge, ...]:
    """Everybody's charges whose answer is still awaited, the oldest first."""
    return _several(session, and_(_under_way, _charges.c.started_at < started_before))


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


def set_holds(session: Session, charge_id: int, holds: bool) -> None:
    """Free the fees of a charge, or take them back. IntegrityError: another charge holds one by now."""
    change = _lines.update().where(_lines.c.charge_id == charge_id).values(holds=holds)
    session.connection().execute(change)


def free_refunded(session: Session, person_id: int, today: date) -> None:
    """Free the fees whose payment was refunded: they are due again."""
    refunded = select(_payments.c.charge_line_id).where(
        _payments.c.person_id == person_id, _payments.c.refunded_on <= today
    )
    mine = and_(_lines.c.person_id == person_id, _lines.c.holds, _lines.c.id.in_(refunded))
    session.connection().execute(_lines.update().where(mine).values(holds=False))


def _columns(line: FeeLine) -> dict[str, Any]:
    return {
        "kind": line.kind,
        "certification": line.certification,
        "rule_set": line.rule_set,
        "cents": line.cents,
    }


def _update(session: Session, charge_id: int, **values: Any) -> None:
    session.connection().execute(_charges.update().where(_charges.c.id == charge_id).values(**values))


def _one(session: Session, condition: ColumnElement[bool]) -> StoredCharge | None:
    return next(iter(_several(session, condition)), None)


def _several(session: Session, condition: ColumnElement[bool]) -> tuple[StoredCharge, ...]:
    connection = session.connection()
    charges = connection.execute(select(_charges).where(condition).order_by(_charges.c.started_at)).all()
    chosen = select(_lines).where(_lines.c.charge_id.in_([row.id for row in charges]))
    lines: dict[int, list[FeeLine]] = {}
    for row in connection.execute(chosen.order_by(_lines.c.id)) if charges else ():
        line = FeeLine(row.kind, row.certification, row.rule_set, row.cents)
        lines.setdefault(row.charge_id, []).append(line)
    return tuple(_stored(row, tuple(lines.get(row.id, ()))) for row in charges)


def _stored(row: Row[*tuple[Any, ...]], lines: tuple[FeeLine, ...]) -> StoredCharge:
    charge = Charge(
        number=row.number,
        status=ChargeStatus(row.status),
        lines=lines,
        cents=row.cents,
        currency=row.currency,
        started_at=row.started_at,
        settled_on=row.settled_on,
        member_price=row.member_price,
        gateway=row.gateway,
        message=row.message,
    )
    return StoredCharge(row.id, row.person_id, row.idempotency_key, row.method, charge)
