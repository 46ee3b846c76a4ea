"""Sessions that write, sessions that cannot, and what the database itself refuses."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import select

from recert_web import work
from recert_web.data import tables
from recert_web.data.database import Busy, Conflict, Database, Session, connect, opened
from recert_web.data.people import new_pseudonym
from tests.people import NOW, add_member


def test_sqlite_is_set_up_for_many_readers_and_kept_keys(sqlite_url: str) -> None:
    database = connect(sqlite_url)
    with database.reading() as session:
        found = {name: _pragma(session, name) for name in ("journal_mode", "foreign_keys", "synchronous")}
    database.close()
    assert found == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 1}


def test_a_reading_session_cannot_write(database: Database) -> None:
    with database.reading() as session, pytest.raises(DBAPIError, match=r"(?i)read-?\s?only"):
        session.execute(text("INSERT INTO receipt_series VALUES (2020, 1)"))


def test_a_connection_that_read_can_write_in_its_next_session(database: Database) -> None:
    for _ in range(3):
        with database.reading() as session:
            session.exec(select(tables.Person.id)).all()
        work.run_now(lambda session: session.add(_person()))
    with database.reading() as session:
        assert len(session.exec(select(tables.Person.id)).all()) == 3


def test_reading_does_not_wait_for_a_writer(database: Database) -> None:
    with database.writing() as writer:
        writer.add(_person())
        writer.flush()
        assert work.read_now(lambda session: session.exec(select(tables.Person.id)).all()) == []
        writer.commit()
    assert len(work.read_now(lambda session: session.exec(select(tables.Person.id)).all())) == 1


def test_a_use_case_that_raises_stores_nothing(database: Database) -> None:
    def fails(session: Session) -> None:
        session.add(_person())
        session.flush()
        raise RuntimeError("on the way")

    with pytest.raises(RuntimeError, match="on the way"):
        work.run_now(fails)
    assert work.read_now(lambda session: session.exec(select(tables.Person.id)).all()) == []


async def test_a_use_case_runs_in_a_thread_of_its_own_and_answers(database: Database) -> None:
    def where(session: Session, word: str, *, other: str) -> tuple[str, str]:
        return threading.current_thread().name, word + other

    for way in (work.run, work.read):
        thread, words = await way(where, "one ", other="two")
        assert thread.startswith("recert-work")
        assert words == "one two"


def test_the_second_of_two_changes_to_one_version_is_a_conflict(database: Database) -> None:
    person = work.run_now(_member)
    activity = work.run_now(lambda session: _stored(session, _activity(person)))

    def changes_late(session: Session) -> None:
        mine = session.get_one(tables.Activity, activity)
        session.connection().execute(text("UPDATE activities SET version = version + 1"))  # the other tab
        mine.title = "Too late"

    with pytest.raises(Conflict):
        work.run_now(changes_late)
    kept = work.read_now(lambda session: session.get_one(tables.Activity, activity).title)
    assert kept == "Strength clinic"


def test_a_writer_that_never_lets_go_makes_others_busy(
    sqlite_url: str, setting: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recert_web.data.database._BUSY_MILLISECONDS", 1)
    setting(RECERT_DATABASE_URL=sqlite_url)
    with work.database().writing() as holder:
        holder.connection()
        with pytest.raises(Busy):
            work.run_now(lambda session: session.add(_person()))
    work.run_now(lambda session: session.add(_person()))
    work.database().close()


def test_writers_at_the_same_moment_all_get_their_turn(database: Database) -> None:
    def one_more(session: Session) -> None:
        session.add(_person())

    writers = [threading.Thread(target=work.run_now, args=(one_more,)) for _ in range(12)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(work.read_now(lambda session: session.exec(select(tables.Person.id)).all())) == 12


def test_a_fault_in_the_middle_is_not_tried_again(database: Database) -> None:
    tries = []

    def loses_its_table(session: Session) -> None:
        tries.append(1)
        session.execute(text("SELECT * FROM no_such_table"))

    with pytest.raises(DBAPIError):
        work.run_now(loses_its_table)
    assert tries == [1]


def test_one_address_is_connected_to_once(sqlite_url: str) -> None:
    assert opened(sqlite_url) is opened(sqlite_url)


@pytest.mark.parametrize(
    "changes",
    [
        {"quantity": 0},
        {"quantity": 100_001},
        {"ceu": 2001},
        {"score": 101},
        {"source": "nobody"},
        {"started_on": datetime(2020, 1, 3).date()},
        {"quantity": 300, "hours_in_all": 200},
        {"title": "x" * 201},
        {"person_id": 404},
        {"listing_id": 404},
    ],
    ids=str,
)
def test_the_database_refuses_an_activity_that_cannot_be(session: Session, changes: dict[str, Any]) -> None:
    person = _member(session)
    with pytest.raises(DBAPIError):
        _stored(session, _activity(person, **changes))


def test_one_form_stores_one_activity_for_each_person(session: Session) -> None:
    first, second = _member(session), _member(session, email="other@example.org")
    _stored(session, _activity(first, form_key="form"))
    _stored(session, _activity(second, form_key="form"))
    with pytest.raises(IntegrityError):
        _stored(session, _activity(first, form_key="form"))


@pytest.mark.parametrize(
    ("kind", "certification"), [("recertification", "CSCS"), ("late", None)], ids=["recertification", "late"]
)
def test_no_fee_is_held_by_two_charges(session: Session, kind: str, certification: str | None) -> None:
    person = _member(session)

    def line(charge: int, holds: bool) -> tables.ChargeLine:
        return tables.ChargeLine(
            charge_id=charge,
            person_id=person,
            kind=kind,
            certification=certification,
            rule_set="nsca-2018-2020",
            cents=6500,
            holds=holds,
        )

    charges = [_stored(session, _charge(person, key)) for key in ("a", "b", "c")]
    _stored(session, line(charges[0], holds=False))  # declined: it holds nothing
    _stored(session, line(charges[1], holds=True))
    with pytest.raises(IntegrityError):
        _stored(session, line(charges[2], holds=True))


def test_an_expired_certification_needs_its_cause(session: Session) -> None:
    person = _member(session)
    day = datetime(2020, 1, 2).date()
    with pytest.raises(IntegrityError):
        _stored(
            session,
            tables.Certification(
                person_id=person,
                code="CSCS",
                number="1",
                certified_on=day,
                expires_on=day,
                expired_on=day,
            ),
        )


def test_instants_come_back_in_utc_and_naive_ones_are_refused(database: Database) -> None:
    identity = work.run_now(lambda session: _stored(session, _person()))
    found = work.read_now(lambda session: session.get_one(tables.Person, identity).added_at)
    assert (found, found.tzinfo) == (NOW, UTC)
    with pytest.raises(Exception, match="timezone"):
        work.run_now(lambda session: _stored(session, _person(added_at=datetime(2020, 1, 2, 3))))


def _pragma(session: Session, name: str) -> Any:
    return session.execute(text(f"PRAGMA {name}")).scalar_one()


def _stored(session: Session, row: Any) -> int:
    session.add(row)
    session.flush()
    return int(row.id)


def _member(session: Session, email: str = "alex@example.org") -> int:
    person = add_member(session, email=email).person_id
    assert person is not None
    return person


def _person(added_at: datetime = NOW) -> tables.Person:
    return tables.Person(pseudonym=new_pseudonym(), name="Alex", added_at=added_at)


def _activity(member: int, **values: Any) -> tables.Activity:
    usual = {
        "person_id": member,
        "rule_set": "nsca-2018-2020",
        "type": "event_other",
        "title": "Strength clinic",
        "completed_on": datetime(2020, 1, 2).date(),
        "quantity": 200,
        "source": "member",
        "entered_at": NOW,
    }
    return tables.Activity(**{**usual, **values})


def _charge(person_id: int, key: str) -> tables.Charge:
    return tables.Charge(
        person_id=person_id,
        number=f"R-{key}",
        form_key=key,
        idempotency_key=key,
        status="started",
        cents=6500,
        currency="USD",
        member_price=True,
        method="approve",
        gateway="test",
        started_at=NOW,
    )
