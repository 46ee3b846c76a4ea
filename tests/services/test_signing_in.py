"""Signing in: what is answered, what is counted, and what a token is good for."""

from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Literal

import pytest
from argon2 import PasswordHasher
from sqlmodel import select

from recert_web import work
from recert_web.data import tables
from recert_web.data.database import Database, Session
from recert_web.services import passwords, signing_in
from recert_web.services.signing_in import (
    TRIES_PER_ACCOUNT,
    TRIES_PER_ADDRESS,
    WINDOW,
    Attempt,
    RefusedKind,
    SignedIn,
    SignInRefused,
    finish_sign_in,
    sign_in,
    start_sign_in,
)
from tests.people import NOW, PASSWORD, add_member

EMAIL = "alex@example.org"
WRONG = SignInRefused(RefusedKind.WRONG)


def test_the_right_password_signs_in_as_the_account(session: Session) -> None:
    actor = add_member(session)
    assert signing_in.actor_of(session, _token(session), NOW) == actor


def test_a_wrong_password_and_an_unknown_account_get_the_same_answer(session: Session) -> None:
    add_member(session)
    assert sign_in(session, EMAIL, "wrong", "10.0.0.1", NOW) == WRONG
    assert sign_in(session, "nobody@example.org", "wrong", "10.0.0.1", NOW) == WRONG


def test_an_unknown_account_costs_a_check_as_well(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    checked = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            checked.append(hash)
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "_hasher", Counting())
    sign_in(session, "nobody@example.org", "wrong", "10.0.0.1", NOW)
    assert len(checked) == 1
    assert str(checked[0]).startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_the_password_of_the_dummy_hash_signs_nobody_in(session: Session) -> None:
    assert sign_in(session, "nobody@example.org", "nobody has this password", "10.0.0.1", NOW) == WRONG


def test_a_token_is_new_each_time_and_stored_as_its_hash_only(session: Session) -> None:
    add_member(session)
    first, second = _token(session), _token(session)
    assert first != second
    assert len(first) >= 43  # 256 bits in base 64
    stored = set(session.exec(select(tables.SignInSession.token_hash)))
    assert stored == {sha256(token.encode()).hexdigest() for token in (first, second)}


@pytest.mark.parametrize("token", ["", "x", "\ud800", "a" * 5000, "' OR 1=1 --", "\x00"])
def test_a_token_nobody_was_given_is_nobodys(session: Session, token: str) -> None:
    add_member(session)
    _token(session)
    assert signing_in.actor_of(session, token, NOW) is None


def test_signing_out_ends_that_session_only(session: Session) -> None:
    actor = add_member(session)
    here, there = _token(session), _token(session)
    signing_in.sign_out(session, here, NOW)
    signing_in.sign_out(session, here, NOW)
    signing_in.sign_out(session, "never given", NOW)
    assert signing_in.actor_of(session, here, NOW) is None
    assert signing_in.actor_of(session, there, NOW) == actor
    assert session.exec(select(tables.TrailEntry.action)).all().count("signed_out") == 1


def test_an_idle_session_ends_and_a_used_one_goes_on(session: Session) -> None:
    actor = add_member(session)
    token, left_alone = _token(session), _token(session)
    later = NOW + timedelta(minutes=100)
    signing_in.touch(session, token, later)
    assert signing_in.actor_of(session, token, later + timedelta(minutes=100)) == actor
    assert signing_in.actor_of(session, left_alone, NOW + timedelta(minutes=120)) is None
    signing_in.touch(session, left_alone, NOW + timedelta(minutes=121))  # too late to wake it
    assert signing_in.actor_of(session, left_alone, NOW + timedelta(minutes=121)) is None


def test_a_session_ends_at_last_however_much_it_is_used(session: Session) -> None:
    add_member(session)
    token = _token(session)
    for hour in range(12):
        signing_in.touch(session, token, NOW + timedelta(hours=hour))
    assert signing_in.actor_of(session, token, NOW + timedelta(hours=11, minutes=59)) is not None
    assert signing_in.actor_of(session, token, NOW + timedelta(hours=12)) is None


def test_the_settings_say_how_long_a_session_lasts(session: Session, setting: Callable[..., None]) -> None:
    add_member(session)
    setting(RECERT_SESSION_HOURS="1", RECERT_SESSION_IDLE_MINUTES="5")
    token = _token(session)
    assert signing_in.actor_of(session, token, NOW + timedelta(minutes=4)) is not None
    assert signing_in.actor_of(session, token, NOW + timedelta(minutes=5)) is None
    for minutes in range(4, 60, 4):
        signing_in.touch(session, token, NOW + timedelta(minutes=minutes))
    assert signing_in.actor_of(session, token, NOW + timedelta(minutes=59)) is not None
    assert signing_in.actor_of(session, token, NOW + timedelta(minutes=60)) is None


def test_recognising_only_reads_and_asks_for_a_touch_once_a_minute(database: Database) -> None:
    work.run_now(add_member)
    token = work.run_now(_token)
    due = [
        found.touch_due
        for seconds in (0, 59, 60)
        if (found := work.read_now(signing_in.recognise, token, NOW + timedelta(seconds=seconds)))
    ]
    assert due == [False, False, True]
    work.run_now(signing_in.touch, token, NOW + timedelta(seconds=60))
    found = work.read_now(signing_in.recognise, token, NOW + timedelta(seconds=61))
    assert found is not None
    assert not found.touch_due


def test_too_many_tries_for_an_account_are_refused_until_the_window_has_passed(session: Session) -> None:
    add_member(session)
    for second in range(TRIES_PER_ACCOUNT):
        _fails(session, f"10.0.0.{second}", NOW + timedelta(seconds=second))
    soon = NOW + timedelta(seconds=60)
    refused = sign_in(session, EMAIL.upper(), PASSWORD, "10.9.9.9", soon)
    assert refused == SignInRefused(RefusedKind.TOO_MANY, int(WINDOW.total_seconds()) - 60)
    assert isinstance(sign_in(session, EMAIL, PASSWORD, "10.9.9.9", NOW + WINDOW), SignedIn)


def test_an_account_that_does_not_exist_is_limited_just_the_same(session: Session) -> None:
    for _ in range(TRIES_PER_ACCOUNT):
        assert isinstance(start_sign_in(session, "nobody@example.org", "10.0.0.1", NOW), Attempt)
    refused = start_sign_in(session, "nobody@example.org", "10.0.0.1", NOW)
    assert isinstance(refused, SignInRefused)
    assert refused.kind is RefusedKind.TOO_MANY


def test_too_many_tries_from_one_address_are_refused_for_every_account(session: Session) -> None:
    add_member(session)
    for number in range(TRIES_PER_ADDRESS):
        assert isinstance(start_sign_in(session, f"{number}@example.org", "10.0.0.1", NOW), Attempt)
    refused = sign_in(session, EMAIL, PASSWORD, "10.0.0.1", NOW)
    assert isinstance(refused, SignInRefused)
    assert refused.kind is RefusedKind.TOO_MANY
    assert isinstance(sign_in(session, EMAIL, PASSWORD, "10.0.0.2", NOW), SignedIn)


def test_guesses_at_the_same_time_count_before_any_is_checked(session: Session) -> None:
    add_member(session)
    started = [start_sign_in(session, EMAIL, "10.0.0.1", NOW) for _ in range(TRIES_PER_ACCOUNT + 5)]
    assert sum(isinstance(attempt, Attempt) for attempt in started) == TRIES_PER_ACCOUNT


def test_success_forgets_the_tries_of_the_account_and_not_those_of_the_address(session: Session) -> None:
    add_member(session)
    for _ in range(TRIES_PER_ACCOUNT - 1):
        _fails(session, "10.0.0.1", NOW)
    _token(session)
    left = session.exec(select(tables.SignInAttempt.subject)).all()
    assert len(left) == TRIES_PER_ACCOUNT - 1
    assert len(set(left)) == 1
    assert sign_in(session, EMAIL, "wrong", "10.0.0.1", NOW) == WRONG


def test_tries_name_neither_the_account_nor_the_address(session: Session) -> None:
    sign_in(session, EMAIL, "wrong", "203.0.113.9", NOW)
    stored = " ".join(session.exec(select(tables.SignInAttempt.subject)))
    assert len(stored) == 2 * 64 + 1
    assert sha256(EMAIL.encode()).hexdigest() not in stored
    assert "203" not in stored.split(".")


def test_signing_in_clears_away_what_has_expired(session: Session) -> None:
    add_member(session)
    old = _token(session)
    sign_in(session, "nobody@example.org", "wrong", "10.0.0.9", NOW)
    sign_in(session, EMAIL, PASSWORD, "10.0.0.1", NOW + timedelta(days=2))
    stored = session.exec(select(tables.SignInSession.token_hash)).all()
    assert len(stored) == 1
    assert sha256(old.encode()).hexdigest() not in stored
    assert session.exec(select(tables.SignInAttempt.subject)).all() == []


def test_a_sign_in_that_is_refused_still_counts_when_the_transaction_ends(database: Database) -> None:
    for _ in range(TRIES_PER_ACCOUNT):
        work.run_now(_fails, "10.0.0.1", NOW)
    assert isinstance(work.run_now(start_sign_in, EMAIL, "10.0.0.1", NOW), SignInRefused)


@pytest.mark.parametrize("password", ["", "\x00", "\ud800", "x" * 10_000])
def test_odd_passwords_are_wrong_and_nothing_worse(session: Session, password: str) -> None:
    add_member(session)
    assert sign_in(session, EMAIL, password, "10.0.0.1", NOW) == WRONG


def _fails(session: Session, address: str, now: datetime) -> None:
    """A try whose password did not match, without the time that a check takes."""
    attempt = start_sign_in(session, EMAIL, address, now)
    assert isinstance(attempt, Attempt)
    assert finish_sign_in(session, attempt, False, now) == WRONG


def _token(session: Session) -> str:
    outcome = sign_in(session, EMAIL, PASSWORD, "10.0.0.1", NOW)
    assert isinstance(outcome, SignedIn)
    return outcome.token
