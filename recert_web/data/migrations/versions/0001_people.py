"""People, accounts, sign-in, certifications, CPR/AED cards."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Makes the tables in the order of their foreign keys."""
    _people()
    _accounts()
    _sign_in_sessions()
    _sign_in_attempts()
    _certifications()
    _cpr_aed_cards()


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("pseudonym", sa.String(32), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("membership_until", sa.Date),
        sa.Column("added_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("pseudonym", name="uq_people_pseudonym"),
        sa.CheckConstraint("length(name) <= 200", name=op.f("ck_people_name_length")),
    )


def _accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("pseudonym", sa.String(32), nullable=False),
        sa.Column("person_id", sa.Integer),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("password_hash", sa.String(255), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("demo", sa.Boolean, nullable=False),
        sa.Column("added_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("pseudonym", name="uq_accounts_pseudonym"),
        sa.UniqueConstraint("email", name="uq_accounts_email"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_accounts_person_id"),
        sa.CheckConstraint("length(email) <= 254", name=op.f("ck_accounts_email_length")),
        sa.CheckConstraint("role IN ('member', 'staff')", name=op.f("ck_accounts_role")),
        sa.CheckConstraint(
            "role <> 'member' OR person_id IS NOT NULL", name=op.f("ck_accounts_member_is_a_person")
        ),
    )
    op.create_index("ix_accounts_person_id", "accounts", ["person_id"])
    op.create_index("ix_accounts_demo", "accounts", ["demo"])


def _sign_in_sessions() -> None:
    op.create_table(
        "sign_in_sessions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("account_id", sa.Integer, nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("last_seen_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in_sessions"),
        sa.UniqueConstraint("token_hash", name="uq_sign_in_sessions_token_hash"),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_sign_in_sessions_account_id"),
        sa.CheckConstraint("expires_at > created_at", name=op.f("ck_sign_in_sessions_expires")),
    )
    op.create_index("ix_sign_in_sessions_account_id", "sign_in_sessions", ["account_id"])
    op.create_index("ix_sign_in_sessions_expires_at", "sign_in_sessions", ["expires_at"])


def _sign_in_attempts() -> None:
    op.create_table(
        "sign_in_attempts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sign_in_attempts"),
    )
    op.create_index("ix_sign_in_attempts_subject_at", "sign_in_attempts", ["subject", "at"])
    op.create_index("ix_sign_in_attempts_at", "sign_in_attempts", ["at"])


def _certifications() -> None:
    op.create_table(
        "certifications",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("code", sa.String(20), nullable=False),
        sa.Column("number", sa.String(40), nullable=False),
        sa.Column("certified_on", sa.Date, nullable=False),
        sa.Column("expires_on", sa.Date, nullable=False),
        sa.Column("earns_from", sa.Date),
        sa.Column("expired_on", sa.Date),
        sa.Column("expired_cause", sa.String(20)),
        sa.PrimaryKeyConstraint("id", name="pk_certifications"),
        sa.UniqueConstraint("number", name="uq_certifications_number"),
        sa.UniqueConstraint(
            "person_id", "code", "certified_on", name="uq_certifications_person_id_code_certified_on"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_certifications_person_id"),
        sa.CheckConstraint(
            "expired_cause IN ('requirements', 'audit', 'documents')",
            name=op.f("ck_certifications_expired_cause"),
        ),
        sa.CheckConstraint(
            "(expired_on IS NULL) = (expired_cause IS NULL)",
            name=op.f("ck_certifications_expired_with_cause"),
        ),
        sa.CheckConstraint(
            "expires_on >= certified_on", name=op.f("ck_certifications_expires_after_certified")
        ),
        sa.CheckConstraint("length(number) <= 40", name=op.f("ck_certifications_number_length")),
    )


def _cpr_aed_cards() -> None:
    op.create_table(
        "cpr_aed_cards",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, nullable=False),
        sa.Column("provider", sa.String(200), nullable=False),
        sa.Column("issued_on", sa.Date, nullable=False),
        sa.Column("expires_on", sa.Date, nullable=False),
        sa.Column("has_skills_evaluation", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cpr_aed_cards"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_cpr_aed_cards_person_id"),
        sa.CheckConstraint("expires_on >= issued_on", name=op.f("ck_cpr_aed_cards_expires_after_issue")),
        sa.CheckConstraint("length(provider) <= 200", name=op.f("ck_cpr_aed_cards_provider_length")),
    )
    op.create_index("ix_cpr_aed_cards_person_id_expires_on", "cpr_aed_cards", ["person_id", "expires_on"])
