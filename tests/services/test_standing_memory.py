"""What is remembered of a record is never older than the record."""

from datetime import date
from typing import Any

import pytest

from recert_web import work
from recert_web.data import tables
from recert_web.data.database import Database, Session, connect
from recert_web.data.payments import add_payment
from recert_web.domain.evaluation import Standing, Status
from recert_web.domain.member import HistoryLine
from recert_web.domain.record import PaymentKind
from recert_web.services import standing_memory
from recert_web.services.claims import delete_claim, edit_claim, restore_claim, save_claim
from recert_web.services.claims_values import SavedClaim
from recert_web.services.policy import Actor
from recert_web.services.standing import read_standing
from tests.services.members import CYCLE, NOW, TODAY, counted, meet_the_ceus, member, typed


def seen(actor: Actor, today: date = TODAY) -> Standing:
    found = work.read_now(read_standing, actor, actor.person_id, CYCLE, today).evaluation
    assert found is not None
    return found.standings["CSCS"]


def saved(actor: Actor, key: str = "form", **changes: str) -> SavedClaim:
    done = work.run_now(save_claim, actor, key, typed(**changes), TODAY, NOW)
    assert isinstance(done, SavedClaim)
    return done


def test_an_unchanged_record_is_read_once(database: Database) -> None:
    actor = work.run_now(member)
    saved(actor)
    first = seen(actor)
    with counted(database) as sent:
        assert seen(actor) is first
    of_activities = [one for one, _ in sent if "FROM activities" in one]
    assert len(of_activities) == 1
    assert "count(" in of_activities[0]


def test_every_change_of_an_entry_is_seen_at_once(database: Database) -> None:
    actor = work.run_now(member)
    assert seen(actor).credited == 0
    activity_id = saved(actor).entry.activity.id
    assert seen(actor).credited == 80
    work.run_now(edit_claim, actor, activity_id, 1, typed(quantity="4"), TODAY, NOW)
    assert seen(actor).credited == 40
    work.run_now(delete_claim, actor, activity_id, TODAY, NOW)
    assert seen(actor).credited == 0
    work.run_now(restore_claim, actor, activity_id, TODAY, NOW)
    assert seen(actor).credited == 40


def test_a_save_counts_from_what_is_remembered(database: Database) -> None:
    actor = work.run_now(member)
    saved(actor, "first")
    assert seen(actor).credited == 80
    second = saved(actor, "second", title="Another clinic")
    assert second.before.standings["CSCS"].credited == 80
    assert second.after.standings["CSCS"].credited == 160
    assert seen(actor).credited == 160


def test_a_change_by_another_process_is_seen(database: Database, database_url: str) -> None:
    actor = work.run_now(member)
    assert seen(actor).credited == 0
    other = connect(database_url)
    with other.writing() as session:
        save_claim(session, actor, "form", typed(), TODAY, NOW)
        session.commit()
    other.close()
    assert seen(actor).credited == 80


def test_what_was_taken_back_is_not_remembered(database: Database) -> None:
    actor = work.run_now(member)
    assert seen(actor).credited == 0

    def fail(session: Session) -> None:
        save_claim(session, actor, "form", typed(), TODAY, NOW)
        found = read_standing(session, actor, actor.person_id, CYCLE, TODAY).evaluation
        assert found is not None
        assert found.standings["CSCS"].credited == 80
        raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        work.run_now(fail)
    assert seen(actor).credited == 0
    saved(actor, quantity="4")
    assert seen(actor).credited == 40


def test_the_day_the_payments_and_the_member_count_anew(database: Database) -> None:
    actor = work.run_now(member)
    work.run_now(meet_the_ceus, actor)
    assert (seen(actor).status, seen(actor).fee) == (Status.READY_TO_PAY, 9000)
    assert seen(actor, date(2021, 2, 1)).status is Status.EXPIRED
    people = tables.metadata.tables["people"]

    def join(session: Session, *_: Any) -> None:
        session.connection().execute(people.update().values(membership_until=TODAY))

    work.run_now(join)
    assert seen(actor).fee == 6500
    paid = HistoryLine(PaymentKind.RECERTIFICATION, "CSCS", CYCLE, 6500, "USD", TODAY, None, None)
    work.run_now(add_payment, actor.person_id or 0, paid)
    assert seen(actor).status is Status.COMPLETE


def test_only_so_many_records_are_remembered(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing_memory, "MOST_REMEMBERED", 2)
    actors = [work.run_now(member) for _ in range(3)]
    first = [seen(actor) for actor in actors]
    assert seen(actors[2]) is first[2]
    assert seen(actors[1]) is first[1]
    assert seen(actors[0]) is not first[0]
