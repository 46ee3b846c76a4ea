"""Activities, and the pre-approved home studies some of them come from. Amounts in hundredths."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import Column, Index, Integer, UniqueConstraint
from sqlmodel import Field

from recert_web.data.tables_base import Row, at_most, between, check, one_of
from recert_web.domain.record import EntrySource


class HomeStudy(Row, table=True):
    """One line of the pre-approved home study list."""

    __tablename__: ClassVar[str] = "home_studies"
    __table_args__ = (
        between("ceu", 1, 2000),
        check("valid", "valid_until >= valid_from"),
        at_most("title", 200),
        Index(None, "valid_until", "title"),
    )

    id: int | None = Field(default=None, primary_key=True)
    provider: str = Field(max_length=200)
    title: str = Field(max_length=200)
    ceu: int
    approval_number: str = Field(max_length=40, unique=True)
    valid_from: date
    valid_until: date


_version = Column("version", Integer, nullable=False)


class Activity(Row, table=True):
    """An activity as entered. Deleting sets `deleted_at`, so that it can be restored."""

    __tablename__: ClassVar[str] = "activities"
    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": _version}
    __table_args__ = (
        UniqueConstraint("person_id", "form_key"),
        Index(None, "person_id", "rule_set", "deleted_at", "completed_on"),
        one_of("source", EntrySource),
        between("quantity", 1, 100_000),
        between("hours_in_all", 1, 100_000),
        between("ceu", 1, 2000),
        between("score", 0, 100),
        check("version", "version >= 1"),
        check("dates", "started_on IS NULL OR started_on <= completed_on"),
        check("hours_in_scope", "hours_in_all IS NULL OR quantity IS NULL OR quantity <= hours_in_all"),
        at_most("title", 200),
        at_most("provider", 200),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id")  # the index above begins with it
    rule_set: str = Field(max_length=40)  # the cycle it was reported into
    type: str = Field(max_length=40)
    title: str = Field(max_length=200)
    provider: str = Field(default="", max_length=200)
    started_on: date | None = None
    completed_on: date
    quantity: int | None = None  # hours in scope, or credit hours
    hours_in_all: int | None = None
    ceu: int | None = None  # a stated value
    score: int | None = None
    ref: str | None = Field(default=None, max_length=100)
    source: str = Field(max_length=20)
    in_scope_for: str | None = Field(default=None, max_length=400)  # a JSON list of codes; NULL: all
    struck: bool = False
    listing_id: int | None = Field(default=None, foreign_key="home_studies.id", index=True)
    form_key: str | None = Field(default=None, max_length=64)  # made by the server: one form, one activity
    entered_at: datetime
    deleted_at: datetime | None = None
    version: int | None = Field(default=None, sa_column=_version)  # rises with every change through the ORM
