"""Payments of every kind, as settled."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from recert_web.data import tables
from recert_web.domain.member import HistoryLine
from recert_web.domain.record import Payment, PaymentKind

_payments = tables.metadata.tables["payments"]
_charges = tables.metadata.tables["charges"]
_lines = tables.metadata.tables["charge_lines"]


def record_payments(session: Session, person_id: int, rule_set: str, until: date) -> tuple[Payment, ...]:
    """The payments for one cycle made by a day, in the order they were made.

    Only those for this cycle: a late payment for the last one falls into this one's first month.
    """
    table = _payments.c
    chosen = (
        select(table.kind, table.paid_on, table.certification, table.refunded_on)
        .where(table.person_id == person_id, table.rule_set == rule_set, table.paid_on <= until)
        .order_by(table.paid_on, table.id)
    )
    return tuple(
        Payment(PaymentKind(row.kind), row.paid_on, row.certification, row.refunded_on)
        for row in session.connection().execute(chosen)
    )


def history(session: Session, person_id: int, until: date) -> tuple[HistoryLine, ...]:
    """Every payment made by a day, of whatever kind, the newest first. A later refund is not known yet."""
    table = _payments.c
    chosen = (
        select(*table, _charges.c.number)
        .outerjoin_from(_payments, _charges, table.charge_id == _charges.c.id)
        .where(table.person_id == person_id, table.paid_on <= until)
        .order_by(table.paid_on.desc(), table.id.desc())
    )
    return tuple(
        HistoryLine(
            kind=row.kind,
            certification=row.certification,
            rule_set=row.rule_set,
            cents=row.cents,
            currency=row.currency,
            paid_on=row.paid_on,
            refunded_on=row.refunded_on if row.refunded_on and row.refunded_on <= until else None,
            charge_number=row.number,
        )
        for row in session.connection().execute(chosen)
    )


def add_payment(session: Session, person_id: int, line: HistoryLine) -> None:
    """Store a payment made elsewhere, without a charge here."""
    _insert(session, [{**_columns(person_id, line), "charge_id": None, "charge_line_id": None}])


def pay_charge(session: Session, charge_id: int, paid_on: date) -> None:
    """Store a payment for every line of a charge. IntegrityError: the charge has been paid already."""
    chosen = (
        select(_lines, _charges.c.currency)
        .join_from(_lines, _charges, _lines.c.charge_id == _charges.c.id)
        .where(_lines.c.charge_id == charge_id)
        .order_by(_lines.c.id)
    )
    _insert(
        session,
        [
            {
                "person_id": row.person_id,
                "kind": row.kind,
                "certification": row.certification,
                "rule_set": row.rule_set,
                "cents": row.cents,
                "currency": row.currency,
                "paid_on": paid_on,
                "charge_id": charge_id,
                "charge_line_id": row.id,
            }
            for row in session.connection().execute(chosen)
        ],
    )


def _columns(person_id: int, line: HistoryLine) -> dict[str, Any]:
    return {
        "person_id": person_id,
        "kind": line.kind,
        "certification": line.certification,
        "rule_set": line.rule_set,
        "cents": line.cents,
        "currency": line.currency,
        "paid_on": line.paid_on,
        "refunded_on": line.refunded_on,
    }


def _insert(session: Session, rows: Iterable[dict[str, Any]]) -> None:
    session.connection().execute(_payments.insert(), list(rows))
