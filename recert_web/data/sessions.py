"""Browsers that are signed in, and the tries to sign in that did not succeed."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, delete, func, select, update

from recert_web.data import tables
from recert_web.data.keyed_hashes import token_hash


@dataclass(frozen=True, slots=True)
class SignInSession:
    """A session that has not ended, with the account behind it as it is now."""

    account_id: int
    person_id: int | None
    role: str
    name: str
    last_seen_at: datetime


@dataclass(frozen=True, slots=True)
class Tries:
    """How often a subject has tried lately, and when the first of those tries was."""

    count: int
    first_at: datetime | None


def add_session(session: Session, token: str, account_id: int, now: datetime, expires_at: datetime) -> None:
    """Stores a new session under the hash of its token."""
    session.add(
        tables.SignInSession(
            account_id=account_id,
            token_hash=token_hash(token),
            created_at=now,
            last_seen_at=now,
            expires_at=expires_at,
        )
    )


def session_of(session: Session, token: str, now: datetime, seen_since: datetime) -> SignInSession | None:
    """The session of a token; None when it was never given, has ended or expired, or was idle too long."""
    stored, account = tables.SignInSession, tables.Account
    found = (
        select(account, stored.last_seen_at)
        .join_from(stored, account)
        .where(
            stored.token_hash == token_hash(token),
            col(stored.ended_at).is_(None),
            stored.expires_at > now,
            stored.last_seen_at > seen_since,
        )
    )
    row = session.exec(found).first()
    return _session(*row) if row else None


def touch_session(session: Session, token: str, now: datetime) -> None:
    """Stores that the session was used now."""
    mine = col(tables.SignInSession.token_hash) == token_hash(token)
    session.exec(update(tables.SignInSession).where(mine).values(last_seen_at=now))


def end_session(session: Session, token: str, now: datetime) -> int | None:
    """Ends the session of a token; the account it was of, None when there was none to end."""
    stored = tables.SignInSession
    mine = select(stored).where(stored.token_hash == token_hash(token), col(stored.ended_at).is_(None))
    found = session.exec(mine).first()
    if found is None:
        return None
    found.ended_at = now
    return found.account_id


def remove_expired_sessions(session: Session, before: datetime) -> None:
    """Forgets sessions that expired before an instant."""
    session.exec(delete(tables.SignInSession).where(col(tables.SignInSession.expires_at) < before))


def add_try(session: Session, subject: str, at: datetime) -> int:
    """Stores a try to sign in; its id."""
    tried = tables.SignInAttempt(subject=subject, at=at)
    session.add(tried)
    session.flush()
    assert tried.id is not None
    return tried.id


def tries_of(session: Session, subject: str, since: datetime) -> Tries:
    """The tries of a subject since an instant."""
    tried = tables.SignInAttempt
    counted = select(func.count(), func.min(tried.at)).where(tried.subject == subject, tried.at > since)
    return Tries(*session.exec(counted).one())


def forget_tries(session: Session, subject: str) -> None:
    """Removes every try of a subject."""
    session.exec(delete(tables.SignInAttempt).where(col(tables.SignInAttempt.subject) == subject))


def forget_try(session: Session, identity: int) -> None:
    """Removes one try."""
    session.exec(delete(tables.SignInAttempt).where(col(tables.SignInAttempt.id) == identity))


def remove_old_tries(session: Session, before: datetime) -> None:
    """Forgets everybody's tries before an instant."""
    session.exec(delete(tables.SignInAttempt).where(col(tables.SignInAttempt.at) < before))


def _session(account: tables.Account, last_seen_at: datetime) -> SignInSession:
    assert account.id is not None
    return SignInSession(account.id, account.person_id, account.role, account.name, last_seen_at)
