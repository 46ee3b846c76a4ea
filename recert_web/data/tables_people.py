"""People, what they hold, and how they sign in."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import Index, Text, UniqueConstraint
from sqlmodel import Field

from recert_web.data.tables_base import Row, at_most, check, one_of
from recert_web.domain.member import ExpiredCause


class Person(Row, table=True):
    """A certificant. `pseudonym` is the name the trail knows them by."""

    __tablename__: ClassVar[str] = "people"
    __table_args__ = (at_most("name", 200),)

    id: int | None = Field(default=None, primary_key=True)
    pseudonym: str = Field(max_length=32, unique=True)
    name: str = Field(max_length=200)
    membership_until: date | None = None  # the last day of NSCA membership
    added_at: datetime


class Account(Row, table=True):
    """A way in. The address is stored case-folded, so that one address is one account."""

    __tablename__: ClassVar[str] = "accounts"
    __table_args__ = (
        at_most("email", 254),
        one_of("role", ("member", "staff")),
        check("member_is_a_person", "role <> 'member' OR person_id IS NOT NULL"),
    )

    id: int | None = Field(default=None, primary_key=True)
    pseudonym: str = Field(max_length=32, unique=True)
    person_id: int | None = Field(default=None, foreign_key="people.id", index=True)
    email: str = Field(max_length=254, unique=True)
    name: str = Field(max_length=200)
    password_hash: str = Field(max_length=255)
    role: str = Field(max_length=20)
    demo: bool = Field(default=False, index=True)
    added_at: datetime


class SignInSession(Row, table=True):
    """A browser that is signed in. Only the hash of its token is here."""

    __tablename__: ClassVar[str] = "sign_in_sessions"
    __table_args__ = (check("expires", "expires_at > created_at"),)

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="accounts.id", index=True)
    token_hash: str = Field(max_length=64, unique=True)
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime = Field(index=True)
    ended_at: datetime | None = None


class SignInAttempt(Row, table=True):
    """A try to sign in that has not succeeded, under the keyed hash of an account or a network address."""

    __tablename__: ClassVar[str] = "sign_in_attempts"
    __table_args__ = (Index(None, "subject", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    subject: str = Field(max_length=64)
    at: datetime = Field(index=True)


class Certification(Row, table=True):
    """A certification a person holds or held."""

    __tablename__: ClassVar[str] = "certifications"
    __table_args__ = (
        UniqueConstraint("person_id", "code", "certified_on"),
        one_of("expired_cause", ExpiredCause),
        check("expired_with_cause", "(expired_on IS NULL) = (expired_cause IS NULL)"),
        check("expires_after_certified", "expires_on >= certified_on"),
        at_most("number", 40),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id")  # the unique constraint serves as its index
    code: str = Field(max_length=20)
    number: str = Field(max_length=40, unique=True)
    certified_on: date
    expires_on: date
    earns_from: date | None = None
    expired_on: date | None = None
    expired_cause: str | None = Field(default=None, max_length=20)


class CprAedCard(Row, table=True):
    """A CPR/AED card in the profile: a requirement, never CEUs."""

    __tablename__: ClassVar[str] = "cpr_aed_cards"
    __table_args__ = (
        Index(None, "person_id", "expires_on"),
        check("expires_after_issue", "expires_on >= issued_on"),
        at_most("provider", 200),
    )

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="people.id")
    provider: str = Field(max_length=200)
    issued_on: date
    expires_on: date
    has_skills_evaluation: bool


class Draft(Row, table=True):
    """What an account has typed into a form and not saved yet, as JSON, by what the form is for."""

    __tablename__: ClassVar[str] = "drafts"
    __table_args__ = (
        UniqueConstraint("account_id", "purpose"),
        at_most("purpose", 60),
        at_most("texts", 20_000),
    )

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="accounts.id")
    purpose: str = Field(max_length=60)
    texts: str = Field(sa_type=Text)
    updated_at: datetime = Field(index=True)
