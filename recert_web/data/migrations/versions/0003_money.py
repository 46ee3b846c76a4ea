"""Charges, their lines, payments, receipt numbers."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
CURRENCY = "length(currency) = 3 AND currency = upper(currency)"


def upgrade() -> None:
    """Makes the tables in the order of their foreign keys."""
    op.create_table("charges", *_charge_columns(), *_charge_constraints())
    op.create_index("ix_charges_person_id_started_at", "charges", ["person_id", "started_at"])
    op.create_index("ix_charges_status_started_at", "charges", ["status", "started_at"])
    _charge_lines()
    op.create_table("payments", *_payment_columns(), *_payment_constraints())
    op.create_index("ix_payments_charge_id", "payments", ["charge_id"])
    op.create_index(
        "ix_payments_person_id_rule_set_paid_on", "payments", ["person_id", "rule_set", "paid_on"]
    )
    op.create_table(
        "receipt_series",
        sa.Column("year", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("last_number", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("year", name="pk_receipt_series"),
        sa.CheckConstraint("last_number >= 0", name=op.f("ck_receipt_series_last_number")),
    )


def _checks(table: str, **conditions: str) -> tuple[sa.CheckConstraint, ...]:
    return tuple(
        sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}")) for name, rule in conditions.items()
    )


def _charge_columns() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("number", sa.String(40), nullable=False),
        sa.Column("form_key", sa.String(64), nullable=False),
        sa.Column("idempotency_key", sa.String(64), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("cents", sa.Integer, nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("member_price", sa.Boolean, nullable=False),
        sa.Column("method", sa.String(40), nullable=False),
        sa.Column("gateway", sa.String(40), nullable=False),
        sa.Column("gateway_reference", sa.String(200)),
        sa.Column("message", sa.String(400), nullable=False),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("settled_at", INSTANT),
        sa.Column("settled_on", sa.Date),
    )


def _charge_constraints() -> tuple[sa.Constraint, ...]:
    return (
        sa.PrimaryKeyConstraint("id", name="pk_charges"),
        sa.UniqueConstraint("number", name="uq_charges_number"),
        sa.UniqueConstraint("idempotency_key", name="uq_charges_idempotency_key"),
        sa.UniqueConstraint("person_id", "form_key", name="uq_charges_person_id_form_key"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_charges_person_id"),
        *_checks(
            "charges",
            status="status IN ('started', 'pending', 'settled', 'declined')",
            cents="cents > 0",
            currency=CURRENCY,
            settled_at="(status = 'settled') = (settled_at IS NOT NULL)",
            settled_on="(status = 'settled') = (settled_on IS NOT NULL)",
        ),
    )


def _charge_lines() -> None:
    op.create_table(
        "charge_lines",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("charge_id", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("certification", sa.String(20)),
        sa.Column("rule_set", sa.String(40), nullable=False),
        sa.Column("cents", sa.Integer, nullable=False),
        sa.Column("holds", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_charge_lines"),
        sa.ForeignKeyConstraint(["charge_id"], ["charges.id"], name="fk_charge_lines_charge_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_charge_lines_person_id"),
        *_checks(
            "charge_lines",
            kind="kind IN ('recertification', 'late')",
            certification="(kind = 'recertification') = (certification IS NOT NULL)",
            cents="cents >= 0",
        ),
    )
    op.create_index("ix_charge_lines_charge_id", "charge_lines", ["charge_id"])
    op.create_index("ix_charge_lines_person_id", "charge_lines", ["person_id"])
    _held_once("recertification", ["person_id", "rule_set", "certification"])
    _held_once("late", ["person_id", "rule_set"])


def _held_once(kind: str, columns: list[str]) -> None:
    held = sa.text(f"holds AND kind = '{kind}'")
    name = f"uq_charge_lines_{kind}"
    op.create_index(name, "charge_lines", columns, unique=True, sqlite_where=held, postgresql_where=held)


def _payment_columns() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("certification", sa.String(20)),
        sa.Column("rule_set", sa.String(40), nullable=False),
        sa.Column("cents", sa.Integer, nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("paid_on", sa.Date, nullable=False),
        sa.Column("refunded_on", sa.Date),
        sa.Column("charge_id", sa.Integer),
        sa.Column("charge_line_id", sa.Integer),
    )


def _payment_constraints() -> tuple[sa.Constraint, ...]:
    return (
        sa.PrimaryKeyConstraint("id", name="pk_payments"),
        sa.UniqueConstraint("charge_line_id", name="uq_payments_charge_line_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_payments_person_id"),
        sa.ForeignKeyConstraint(["charge_id"], ["charges.id"], name="fk_payments_charge_id"),
        sa.ForeignKeyConstraint(["charge_line_id"], ["charge_lines.id"], name="fk_payments_charge_line_id"),
        *_checks(
            "payments",
            kind="kind IN ('recertification', 'late', 'membership', 'insurance', 'rscc')",
            certification="(kind = 'recertification') = (certification IS NOT NULL)",
            rule_set="kind NOT IN ('recertification', 'late') OR rule_set <> ''",
            cents="cents >= 0",
            currency=CURRENCY,
            refund="refunded_on IS NULL OR refunded_on >= paid_on",
        ),
    )
