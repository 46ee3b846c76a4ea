"""Accounts: who can sign in, and with what."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from recert_web.data import tables
from recert_web.data.people import new_pseudonym


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account to store."""

    email: str
    name: str
    password_hash: str
    role: str
    person_id: int | None
    demo: bool


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a password is checked against."""

    account_id: int
    person_id: int | None
    password_hash: str


def folded(email: str) -> str:
    """An e-mail address as it is stored and looked up: case and ways to write a letter are one."""
    return unicodedata.normalize("NFKC", email).strip().casefold()


def add_account(session: Session, new: NewAccount, now: datetime) -> int:
    """Stores an account; its id. IntegrityError: the address has one already."""
    account = tables.Account(
        pseudonym=new_pseudonym(),
        person_id=new.person_id,
        email=folded(new.email),
        name=new.name,
        password_hash=new.password_hash,
        role=new.role,
        demo=new.demo,
        added_at=now,
    )
    session.add(account)
    session.flush()
    assert account.id is not None
    return account.id


def credentials_of(session: Session, email: str) -> Credentials | None:
    """What the account of an address is checked with; None where there is no account."""
    address = folded(email)
    if not address.isprintable():  # PostgreSQL refuses a text with NUL in it
        return None
    columns = select(tables.Account.id, tables.Account.person_id, tables.Account.password_hash)
    row = session.exec(columns.where(tables.Account.email == address)).first()
    return Credentials(*row) if row and row[0] is not None else None


def demo_emails(session: Session, limit: int = 3) -> tuple[str, ...]:
    """The addresses of demo accounts, the first few."""
    demo = select(tables.Account.email).where(col(tables.Account.demo)).order_by(col(tables.Account.id))
    return tuple(session.exec(demo.limit(limit)))
