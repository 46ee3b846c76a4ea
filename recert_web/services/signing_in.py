"""Signing in and out, and who is behind a token.

A sign-in has three steps, because checking a password takes long and must not hold the database:
`start_sign_in` counts the try before anything is checked (so that guesses made at the same time count too),
`matches` checks, and `finish_sign_in` opens the session. The answer is the same whether or not the account
exists.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from recert_web.data import accounts, sessions, trail
from recert_web.data.database import Session
from recert_web.data.keyed_hashes import keyed_hash
from recert_web.services.passwords import password_matches
from recert_web.services.policy import Actor, Role
from recert_web.settings import settings

WINDOW = timedelta(minutes=15)
TRIES_PER_ACCOUNT = 10  # in a window
TRIES_PER_ADDRESS = 100  # in a window: a gym, a university share one network address
_SEEN_EVERY = timedelta(minutes=1)


class RefusedKind(StrEnum):
    """Why nobody is signed in."""

    WRONG = "wrong"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class SignInRefused:
    """A sign-in that did not succeed. `retry_after_seconds` is 0 unless there were too many tries."""

    kind: RefusedKind
    retry_after_seconds: int = 0


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A new session. The token is the only copy: the server keeps its hash."""

    token: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Attempt:
    """A try that is counted and not yet checked."""

    account_key: str
    address_try: int
    credentials: accounts.Credentials | None


@dataclass(frozen=True, slots=True)
class Recognised:
    """Who is behind a token, and whether `touch` should note that they are still there."""

    actor: Actor
    touch_due: bool


def start_sign_in(session: Session, email: str, address: str, now: datetime) -> Attempt | SignInRefused:
    """A counted try for an account from a network address, refused when there were too many lately."""
    account_key = keyed_hash("sign-in account", accounts.folded(email))
    address_key = keyed_hash("sign-in address", address)
    for key, limit in ((account_key, TRIES_PER_ACCOUNT), (address_key, TRIES_PER_ADDRESS)):
        tries = sessions.tries_of(session, key, since=now - WINDOW)
        if tries.count >= limit and tries.first_at is not None:
            wait = tries.first_at + WINDOW - now
            return SignInRefused(RefusedKind.TOO_MANY, max(1, int(wait.total_seconds())))
    sessions.add_try(session, account_key, now)
    address_try = sessions.add_try(session, address_key, now)
    return Attempt(account_key, address_try, accounts.credentials_of(session, email))


def matches(attempt: Attempt, password: str) -> bool:
    """Whether the password is the account's. Needs no session, takes hundredths of a second."""
    return password_matches(attempt.credentials.password_hash if attempt.credentials else None, password)


def finish_sign_in(
    session: Session, attempt: Attempt, password_matched: bool, now: datetime
) -> SignedIn | SignInRefused:
    """A new session under a new token when the password matched; the account's tries are then forgotten."""
    if attempt.credentials is None or not password_matched:
        return SignInRefused(RefusedKind.WRONG)
    sessions.forget_tries(session, attempt.account_key)
    sessions.forget_try(session, attempt.address_try)
    sessions.remove_old_tries(session, before=now - WINDOW)
    sessions.remove_expired_sessions(session, before=now)
    token = secrets.token_urlsafe(32)
    expires_at = now + timedelta(hours=settings().session_hours)
    account = attempt.credentials.account_id
    sessions.add_session(session, token, account, now, expires_at)
    trail.append(session, trail.TrailAction.SIGNED_IN, now, actor=account, account=account)
    return SignedIn(token, expires_at)


def sign_in(
    session: Session, email: str, password: str, address: str, now: datetime
) -> SignedIn | SignInRefused:
    """The three steps in one transaction, for commands and tests: the database is held while it checks."""
    attempt = start_sign_in(session, email, address, now)
    if isinstance(attempt, SignInRefused):
        return attempt
    return finish_sign_in(session, attempt, matches(attempt, password), now)


def sign_out(session: Session, token: str, now: datetime) -> None:
    """Ends the session of a token. Nothing happens where there is none."""
    account = sessions.end_session(session, token, now)
    if account is not None:
        trail.append(session, trail.TrailAction.SIGNED_OUT, now, actor=account, account=account)


def recognise(session: Session, token: str, now: datetime) -> Recognised | None:
    """Who is behind a token; None when its session ended, was idle too long or never was. Only reads."""
    idle = timedelta(minutes=settings().session_idle_minutes)
    found = sessions.session_of(session, token, now, seen_since=now - idle)
    if found is None:
        return None
    actor = Actor(found.account_id, found.person_id, Role(found.role), found.name)
    return Recognised(actor, touch_due=now - found.last_seen_at >= _SEEN_EVERY)


def actor_of(session: Session, token: str, now: datetime) -> Actor | None:
    """The account behind a token, as `recognise` finds it. Only reads."""
    found = recognise(session, token, now)
    return found.actor if found else None


def touch(session: Session, token: str, now: datetime) -> None:
    """Notes that the session is in use. It writes, so call it only when `recognise` says that it is due."""
    if recognise(session, token, now):
        sessions.touch_session(session, token, now)
