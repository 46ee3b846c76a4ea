"""The trail, its erasable texts, its anchors, and the triggers that refuse to change what was written."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
APPEND_ONLY = ("trail_entries", "trail_anchors")


def upgrade() -> None:
    """Makes the tables and their guards."""
    _entries()
    _details()
    _anchors()
    if op.get_bind().dialect.name == "postgresql":
        _guard_postgresql()
    else:
        _guard_sqlite()


def _entries() -> None:
    op.create_table(
        "trail_entries",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("chain", sa.String(32), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("actor", sa.String(32), nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("details_hash", sa.String(64), nullable=False),
        sa.Column("previous_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_trail_entries"),
        sa.UniqueConstraint("chain", "seq", name="uq_trail_entries_chain_seq"),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_trail_entries_seq")),
        sqlite_autoincrement=True,
    )


def _details() -> None:
    op.create_table(
        "trail_details",
        sa.Column("entry_id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("salt", sa.String(32), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name="pk_trail_details"),
        sa.ForeignKeyConstraint(["entry_id"], ["trail_entries.id"], name="fk_trail_details_entry_id"),
    )


def _anchors() -> None:
    op.create_table(
        "trail_anchors",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("last_entry_id", sa.Integer, nullable=False),
        sa.Column("entries", sa.Integer, nullable=False),
        sa.Column("previous_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_trail_anchors"),
        sa.UniqueConstraint("last_entry_id", name="uq_trail_anchors_last_entry_id"),
        sa.CheckConstraint("entries >= 0", name=op.f("ck_trail_anchors_entries")),
        sqlite_autoincrement=True,
    )


def _guard_sqlite() -> None:
    for table in APPEND_ONLY:
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuse_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


def _guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
