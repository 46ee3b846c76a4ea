"""What a member has typed into the report form and not saved yet."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("account_id", sa.Integer, nullable=False),
        sa.Column("purpose", sa.String(60), nullable=False),
        sa.Column("texts", sa.Text, nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_drafts_account_id"),
        sa.UniqueConstraint("account_id", "purpose", name="uq_drafts_account_id_purpose"),
        sa.CheckConstraint("length(purpose) <= 60", name=op.f("ck_drafts_purpose_length")),
        sa.CheckConstraint("length(texts) <= 20000", name=op.f("ck_drafts_texts_length")),
    )
    op.create_index("ix_drafts_updated_at", "drafts", ["updated_at"])
