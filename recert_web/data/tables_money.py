"""Charges and payments. Amounts in the minor unit of their currency."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from recert_web.data.tables_base import Row, check, one_of
from recert_web.domain.member import ChargeStatus
from recert_web.domain.record import PaymentKind

_CURRENCY = "length(currency) = 3 AND currency = upper(currency)"


class Charge(Row, table=True):
    """One attempt to pay."""

    __tablename__: ClassVar[str] = "charges"
    __table_args__ = (
        UniqueConstraint("person_id", "form_key"),
        Index(None, "person_id", "started_at"),
        Index(None, "status", "started_at"),
        one_of("status", ChargeStatus),
        check("cents", "cents > 0"),
        check("currency", _CURRENCY),
        check("settled_at", "(status = 'settled') = (settled_at IS NOT NULL)"),
        check("settled_on", "(status = 'settled') = (settled_on IS NOT NULL)"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id")
    number: str = Field(max_length=40, unique=True)  # on the receipt
    form_key: str = Field(max_length=64)
    idempotency_key: str = Field(max_length=64, unique=True)  # sent to the gateway
    status: str = Field(max_length=20)
    cents: int
    currency: str = Field(max_length=3)
    member_price: bool
    method: str = Field(max_length=40)
    gateway: str = Field(max_length=40)
    gateway_reference: str | None = Field(default=None, max_length=200)
    message: str = Field(default="", max_length=400)
    started_at: datetime
    settled_at: datetime | None = None
    settled_on: date | None = None


def _once(name: str, kind: str, *columns: str) -> Index:
    """A unique index over the lines of one kind that hold their fee: no fee is held twice."""
    held = text(f"holds AND kind = '{kind}'")
    return Index(name, *columns, unique=True, sqlite_where=held, postgresql_where=held)


class ChargeLine(Row, table=True):
    """One fee of a charge. While it `holds`, the database refuses the same fee in another charge."""

    __tablename__: ClassVar[str] = "charge_lines"
    __table_args__ = (
        _once("uq_charge_lines_recertification", "recertification", "person_id", "rule_set", "certification"),
        _once("uq_charge_lines_late", "late", "person_id", "rule_set"),
        one_of("kind", (PaymentKind.RECERTIFICATION, PaymentKind.LATE)),
        check("certification", "(kind = 'recertification') = (certification IS NOT NULL)"),
        check("cents", "cents >= 0"),
    )

    id: int | None = Field(default=None, primary_key=True)
    charge_id: int = Field(foreign_key="charges.id", index=True)
    person_id: int = Field(foreign_key="people.id", index=True)
    kind: str = Field(max_length=20)
    certification: str | None = Field(default=None, max_length=20)
    rule_set: str = Field(max_length=40)
    cents: int
    holds: bool


class Payment(Row, table=True):
    """A payment as settled: the fees as charged, and what was paid elsewhere."""

    __tablename__: ClassVar[str] = "payments"
    __table_args__ = (
        Index(None, "person_id", "rule_set", "paid_on"),
        one_of("kind", PaymentKind),
        check("certification", "(kind = 'recertification') = (certification IS NOT NULL)"),
        check("rule_set", "kind NOT IN ('recertification', 'late') OR rule_set <> ''"),
        check("cents", "cents >= 0"),
        check("currency", _CURRENCY),
        check("refund", "refunded_on IS NULL OR refunded_on >= paid_on"),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id")
    kind: str = Field(max_length=20)
    certification: str | None = Field(default=None, max_length=20)
    rule_set: str = Field(default="", max_length=40)  # the cycle it was paid in or for
    cents: int
    currency: str = Field(max_length=3)
    paid_on: date
    refunded_on: date | None = None
    charge_id: int | None = Field(default=None, foreign_key="charges.id", index=True)
    charge_line_id: int | None = Field(default=None, foreign_key="charge_lines.id", unique=True)


class ReceiptSeries(Row, table=True):
    """The last receipt number given in a year, so that none is given twice."""

    __tablename__: ClassVar[str] = "receipt_series"
    __table_args__ = (check("last_number", "last_number >= 0"),)

    year: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    last_number: int
