"""The trail keeps what was written, and shows when somebody touched it."""

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import col, select

from recert_web import work
from recert_web.cli.trail import trail as trail_command
from recert_web.data import tables
from recert_web.data.database import Database, Session
from recert_web.data.trail import TrailAction, append, erase_details
from recert_web.data.trail_checking import anchor_trail, check_trail
from recert_web.services.policy import Actor
from tests.people import NOW, add_member, certification


def test_entries_about_a_person_form_one_chain_that_holds(session: Session) -> None:
    actor = _alex(session)
    _edited(session, actor, title="Old title")
    _edited(session, actor, title="New title")
    found = check_trail(session)
    # The account has a chain of its own; the person's holds person, certification and both edits.
    assert (found.entries, found.chains, found.faults) == (5, 2, ())


def test_an_entry_names_nobody_and_its_words_stand_beside_it(session: Session) -> None:
    _edited(session, _alex(session), title="Privacy in gyms")
    entry = session.exec(_entries().where(tables.TrailEntry.action == "activity_edited")).one()
    written = str(entry.model_dump())
    assert "Privacy" not in written
    assert "Alex" not in written
    assert "Privacy in gyms" in session.get_one(tables.TrailDetail, entry.id).text


def test_erasing_the_words_leaves_a_chain_that_holds(session: Session) -> None:
    actor = _alex(session)
    _edited(session, actor, title="Erase me")
    erase_details(session, actor.person_id or 0)
    left = "".join(session.exec(select(tables.TrailDetail.text)).all())
    assert "Erase me" not in left
    assert "alex@example.org" in left  # the account's chain is another
    assert check_trail(session).faults == ()


def test_the_same_words_twice_have_two_hashes(session: Session) -> None:
    actor = _alex(session)
    _edited(session, actor, title="Same")
    _edited(session, actor, title="Same")
    edits = session.exec(_entries().where(tables.TrailEntry.action == "activity_edited")).all()
    assert len({edit.details_hash for edit in edits}) == 2


@pytest.mark.parametrize("table", ["trail_entries", "trail_anchors"])
@pytest.mark.parametrize("act", ["UPDATE {} SET hash = 'x'", "DELETE FROM {}"])
def test_the_database_refuses_to_change_what_was_written(session: Session, table: str, act: str) -> None:
    _alex(session)
    anchor_trail(session, NOW)
    with pytest.raises(DBAPIError, match=f"{table} is append-only"):
        session.execute(text(act.format(table)))


@pytest.mark.parametrize(
    ("tampering", "fault"),
    [
        ("UPDATE trail_entries SET action = 'signed_out' WHERE id = 2", "was changed"),
        ("UPDATE trail_entries SET at = '2001-01-01 00:00:00' WHERE id = 2", "was changed"),
        ("UPDATE trail_entries SET actor = 'somebody else' WHERE id = 2", "was changed"),
        ("UPDATE trail_details SET text = '{}' WHERE entry_id = 2", "its details were changed"),
        ("DELETE FROM trail_entries WHERE id = 2", "an entry before it is missing"),
        ("DELETE FROM trail_entries WHERE seq >= 2", "does not fit"),
        ("DELETE FROM trail_entries WHERE id = 3", "does not fit"),  # the whole chain of the account
    ],
)
def test_tampering_shows_even_when_the_triggers_are_gone(
    session: Session, tampering: str, fault: str
) -> None:
    actor = _alex(session)
    _edited(session, actor, title="A title")
    anchor_trail(session, NOW)
    _without_guards(session)
    if tampering.startswith("DELETE"):
        session.execute(text("DELETE FROM trail_details"))
    session.execute(text(tampering))
    session.expire_all()
    assert any(fault in found for found in check_trail(session).faults)


def test_a_rewritten_chain_does_not_pass_without_the_secret(session: Session, setting: Any) -> None:
    _alex(session)
    setting(RECERT_SECRET="another secret, thirty-two letters long")
    assert any("was changed" in fault for fault in check_trail(session).faults)


def test_each_anchor_covers_what_is_new(session: Session) -> None:
    actor = _alex(session)
    first = anchor_trail(session, NOW)
    assert first is not None
    assert first.entries == 3
    assert anchor_trail(session, NOW) is None
    _edited(session, actor, title="One more")
    second = anchor_trail(session, NOW + timedelta(hours=1))
    assert second is not None
    assert (second.entries, second.hash != first.hash) == (1, True)
    assert (check_trail(session).anchors, check_trail(session).faults) == (2, ())


def test_an_entry_is_about_somebody(session: Session) -> None:
    with pytest.raises(ValueError, match="about a person or an account"):
        append(session, TrailAction.PERSON_ADDED, NOW, actor=None)


def test_writers_at_the_same_moment_keep_one_chain(database: Database) -> None:
    actor = work.run_now(_alex)

    def edits() -> None:
        for number in range(5):
            work.run_now(_edited, actor, title=f"Title {number}")

    writers = [threading.Thread(target=edits) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    found = work.read_now(check_trail)
    assert (found.entries, found.chains, found.faults) == (23, 2, ())


def test_appending_reads_one_place_of_the_chain_by_its_index(session: Session) -> None:
    if session.get_bind().dialect.name != "sqlite":
        session.execute(text("SET enable_seqscan = off"))  # an empty table is always scanned
    explain = "EXPLAIN QUERY PLAN" if session.get_bind().dialect.name == "sqlite" else "EXPLAIN"
    query = "SELECT seq, hash FROM trail_entries WHERE chain = 'x' ORDER BY seq DESC LIMIT 1"
    plan = " ".join(str(row) for row in session.execute(text(f"{explain} {query}")))
    assert "uq_trail_entries_chain_seq" in plan or "sqlite_autoindex_trail_entries" in plan


def test_the_commands_anchor_and_verify(database: Database) -> None:
    actor = work.run_now(_alex)
    run = CliRunner().invoke
    assert "3 entries anchored" in run(trail_command, ["anchor"]).output
    assert "Nothing new" in run(trail_command, ["anchor"]).output
    assert "The trail holds." in run(trail_command, ["verify"]).output
    work.run_now(_edited, actor, title="Later")
    work.run_now(_without_guards)
    work.run_now(lambda session: session.execute(text("UPDATE trail_entries SET action = 'x' WHERE id = 4")))
    answer = run(trail_command, ["verify"])
    assert answer.exit_code == 1
    assert "was changed" in answer.output


def test_a_database_that_was_never_migrated_says_so(tmp_path: Path, setting: Callable[..., None]) -> None:
    setting(RECERT_DATABASE_URL=f"sqlite:///{tmp_path / 'empty.db'}")
    answer = CliRunner().invoke(trail_command, ["verify"])
    assert (answer.exit_code, "recert-web migrate" in answer.output) == (1, True)


def _alex(session: Session) -> Actor:
    return add_member(session, certification())


def _edited(session: Session, actor: Actor, title: str) -> None:
    append(
        session,
        TrailAction.ACTIVITY_EDITED,
        NOW,
        actor=actor.account_id,
        person=actor.person_id,
        details={"title": title},
    )


def _entries() -> Any:
    return select(tables.TrailEntry).order_by(col(tables.TrailEntry.id))


def _without_guards(session: Session) -> None:
    session.flush()
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("DROP FUNCTION refuse_change CASCADE"))
        return
    for table in ("trail_entries", "trail_anchors"):
        for act in ("update", "delete"):
            session.execute(text(f"DROP TRIGGER {table}_refuse_{act}"))
