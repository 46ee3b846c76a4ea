"""The append-only trail. The migration adds triggers that refuse to change or delete its rows."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field

from recert_web.data.tables_base import Row, check


class TrailEntry(Row, table=True):
    """One thing done, chained to the one before it about the same person.

    `chain` and `actor` are pseudonyms without a foreign key: the trail outlives an erased person. `action`
    has no CHECK, because an old action must outlive the code that wrote it.
    """

    __tablename__: ClassVar[str] = "trail_entries"
    __table_args__ = (
        UniqueConstraint("chain", "seq"),
        check("seq", "seq >= 1"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    chain: str = Field(max_length=32)
    seq: int
    at: datetime
    actor: str = Field(max_length=32)
    action: str = Field(max_length=40)
    details_hash: str = Field(max_length=64)
    previous_hash: str = Field(max_length=64)
    hash: str = Field(max_length=64)


class TrailDetail(Row, table=True):
    """The personal text of an entry, which may be erased. With its salt goes the way back from the hash."""

    __tablename__: ClassVar[str] = "trail_details"

    entry_id: int = Field(
        primary_key=True, foreign_key="trail_entries.id", sa_column_kwargs={"autoincrement": False}
    )
    salt: str = Field(max_length=32)
    text: str = Field(sa_type=Text)


class TrailAnchor(Row, table=True):
    """A hash over every entry up to `last_entry_id`, through the anchor before."""

    __tablename__: ClassVar[str] = "trail_anchors"
    __table_args__ = (
        check("entries", "entries >= 0"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    last_entry_id: int = Field(unique=True)
    entries: int  # how many are new since the anchor before
    previous_hash: str = Field(max_length=64)
    hash: str = Field(max_length=64)
