"""Charges with their lines, read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, select
from sqlmodel import Session

from recert_web.data import tables
from recert_web.domain.member import Charge, ChargeStatus, FeeLine

_charges = tables.metadata.tables["charges"]
_lines = tables.metadata.tables["charge_lines"]
_under_way = _charges.c.status.in_((ChargeStatus.STARTED.value, ChargeStatus.PENDING.value))


@dataclass(frozen=True, slots=True)
class StoredCharge:
    """A charge with what only the server needs of it."""

    id: int
    person_id: int
    idempotency_key: str
    method: str
    charge: Charge


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
