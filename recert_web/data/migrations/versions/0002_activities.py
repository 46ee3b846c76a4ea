"""Activities and the pre-approved home studies."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Makes the tables in the order of their foreign keys."""
    _home_studies()
    op.create_table("activities", *_activity_columns(), *_activity_constraints())
    op.create_index("ix_activities_listing_id", "activities", ["listing_id"])
    op.create_index(
        "ix_activities_person_id_rule_set_deleted_at_completed_on",
        "activities",
        ["person_id", "rule_set", "deleted_at", "completed_on"],
    )


def _home_studies() -> None:
    op.create_table(
        "home_studies",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("provider", sa.String(200), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("ceu", sa.Integer, nullable=False),
        sa.Column("approval_number", sa.String(40), nullable=False),
        sa.Column("valid_from", sa.Date, nullable=False),
        sa.Column("valid_until", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_home_studies"),
        sa.UniqueConstraint("approval_number", name="uq_home_studies_approval_number"),
        sa.CheckConstraint("ceu IS NULL OR (ceu >= 1 AND ceu <= 2000)", name=op.f("ck_home_studies_ceu")),
        sa.CheckConstraint("valid_until >= valid_from", name=op.f("ck_home_studies_valid")),
        sa.CheckConstraint("length(title) <= 200", name=op.f("ck_home_studies_title_length")),
    )
    op.create_index("ix_home_studies_valid_until_title", "home_studies", ["valid_until", "title"])


def _activity_columns() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("rule_set", sa.String(40), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("provider", sa.String(200), nullable=False),
        sa.Column("started_on", sa.Date),
        sa.Column("completed_on", sa.Date, nullable=False),
        sa.Column("quantity", sa.Integer),
        sa.Column("hours_in_all", sa.Integer),
        sa.Column("ceu", sa.Integer),
        sa.Column("score", sa.Integer),
        sa.Column("ref", sa.String(100)),
        sa.Column("source", sa.String(20), nullable=False),
        sa.Column("in_scope_for", sa.String(400)),
        sa.Column("struck", sa.Boolean, nullable=False),
        sa.Column("listing_id", sa.Integer),
        sa.Column("form_key", sa.String(64)),
        sa.Column("entered_at", INSTANT, nullable=False),
        sa.Column("deleted_at", INSTANT),
        sa.Column("version", sa.Integer, nullable=False),
    )


def _activity_constraints() -> tuple[sa.Constraint, ...]:
    checks = {
        "source": "source IN ('member', 'staff')",
        "quantity": "quantity IS NULL OR (quantity >= 1 AND quantity <= 100000)",
        "hours_in_all": "hours_in_all IS NULL OR (hours_in_all >= 1 AND hours_in_all <= 100000)",
        "ceu": "ceu IS NULL OR (ceu >= 1 AND ceu <= 2000)",
        "score": "score IS NULL OR (score >= 0 AND score <= 100)",
        "version": "version >= 1",
        "dates": "started_on IS NULL OR started_on <= completed_on",
        "hours_in_scope": "hours_in_all IS NULL OR quantity IS NULL OR quantity <= hours_in_all",
        "title_length": "length(title) <= 200",
        "provider_length": "length(provider) <= 200",
    }
    return (
        sa.PrimaryKeyConstraint("id", name="pk_activities"),
        sa.UniqueConstraint("person_id", "form_key", name="uq_activities_person_id_form_key"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_activities_person_id"),
        sa.ForeignKeyConstraint(["listing_id"], ["home_studies.id"], name="fk_activities_listing_id"),
        *(sa.CheckConstraint(rule, name=op.f(f"ck_activities_{name}")) for name, rule in checks.items()),
    )
