"""Reporting CEUs: saved once, changed only as seen, refused with a reason."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import func, select, text

from recert_web import work
from recert_web.data import activities, tables
from recert_web.data.database import Database, Session
from recert_web.data.home_studies import all_home_studies, put_home_studies
from recert_web.domain.claim import ClaimDraft, ClaimFaults, FaultCode, Refusal, RefusalCode
from recert_web.domain.claim_values import draft_of
from recert_web.domain.member import ExpiredCause
from recert_web.services.claims import (
    delete_claim,
    edit_claim,
    preview_claim,
    restore_claim,
    save_claim,
)
from recert_web.services.claims_values import ClaimPreview, Conflict, SavedClaim
from recert_web.services.policy import Actor, Forbidden
from tests.domain.claims import STUDY, TYPED
from tests.services.members import CYCLE, NOW, STAFF, TODAY, certified, counted, enter, entered, member, typed


def saved(
    session: Session, actor: Actor, draft: ClaimDraft, key: str = "form", today: date = TODAY
) -> SavedClaim:
    done = save_claim(session, actor, key, draft, today, NOW)
    assert isinstance(done, SavedClaim), done
    return done


def edited(session: Session, actor: Actor, one: SavedClaim, draft: ClaimDraft) -> SavedClaim:
    done = edit_claim(session, actor, one.entry.activity.id, one.entry.version, draft, TODAY, NOW)
    assert isinstance(done, SavedClaim), done
    return done


def stored_entries(session: Session) -> int:
    return session.connection().execute(select(func.count()).select_from(table("activities"))).scalar_one()


def actions(session: Session, actor: Actor) -> list[str]:
    person = select(table("people").c.pseudonym).where(table("people").c.id == actor.person_id)
    trail = table("trail_entries").c
    chosen = select(trail.action).where(trail.chain == person.scalar_subquery()).order_by(trail.seq)
    return [one for one in session.connection().execute(chosen).scalars() if one.startswith("activity")]


def table(name: str) -> Any:
    return tables.metadata.tables[name]


def test_saving_stores_the_entry_and_says_what_it_changed(session: Session) -> None:
    done = saved(session, member(session), typed())
    before, after = done.before.standings["CSCS"], done.after.standings["CSCS"]
    assert (before.credited, after.credited) == (0, 80)
    assert after.activities[done.entry.activity.id].credited == 80
    assert (done.entry.title, done.entry.rule_set, done.entry.version) == ("Strength clinic", CYCLE, 1)
    assert not done.repeated


def test_what_was_saved_is_what_is_read_back(session: Session) -> None:
    two = member(session, certified("NSCA-CPT", date(2017, 5, 1)), certified("CSCS", date(2019, 4, 2)))
    done = saved(session, two, typed(provider="Iron Hall", in_scope_for="CSCS"))
    assert two.person_id is not None
    assert activities.entry(session, two.person_id, done.entry.activity.id) == done.entry


def test_a_second_click_stores_once(session: Session) -> None:
    actor = member(session)
    first, second = saved(session, actor, typed()), saved(session, actor, typed())
    assert second == replace(first, repeated=True)
    assert stored_entries(session) == 1
    assert actions(session, actor) == ["activity_added"]


def test_the_same_form_with_something_else_in_it_is_a_conflict(session: Session) -> None:
    actor = member(session)
    first = saved(session, actor, typed())
    again = save_claim(session, actor, "form", typed(quantity="4"), TODAY, NOW)
    assert again == Conflict(first.entry)
    assert stored_entries(session) == 1


def test_two_sessions_that_save_one_form_at_the_same_moment_store_once(database: Database) -> None:
    actor = work.run_now(member)
    together = Barrier(4)

    def send(_: int) -> object:
        together.wait()
        return work.run_now(save_claim, actor, "form", typed(), TODAY, NOW)

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(send, range(4)))
    assert all(isinstance(one, SavedClaim) for one in answers)
    ids = {one.entry.activity.id for one in answers if isinstance(one, SavedClaim)}
    assert len(ids) == 1
    assert sum(one.repeated for one in answers if isinstance(one, SavedClaim)) == 3
    assert work.read_now(stored_entries) == 1


def test_one_form_key_of_two_members_is_two_forms(session: Session) -> None:
    saved(session, member(session), typed())
    saved(session, member(session), typed())
    assert stored_entries(session) == 2


def test_faults_store_nothing(session: Session) -> None:
    actor = member(session)
    done = save_claim(session, actor, "form", typed(quantity="-1"), TODAY, NOW)
    assert isinstance(done, ClaimFaults)
    assert stored_entries(session) == 0
    assert actions(session, actor) == []


def test_what_will_not_count_is_saved_all_the_same(session: Session) -> None:
    done = saved(session, member(session), typed(started_on="", completed_on="2020-12-24"))
    trace = done.after.standings["CSCS"].activities[done.entry.activity.id]
    assert [one.reason.value for one in trace.reasons] == ["in_future"]


def test_nobody_enters_into_a_cycle_whose_late_window_has_closed(session: Session) -> None:
    actor = member(session, certified("CSCS", date(2016, 4, 9), date(2023, 12, 31)))
    done = save_claim(session, actor, "form", typed(), date(2021, 2, 1), NOW)
    assert isinstance(done, ClaimFaults)
    (fault,) = done.faults
    assert (fault.field, fault.code) == ("completed_on", FaultCode.CYCLE_CLOSED)
    assert fault.figures == {"first_day": date(2021, 1, 1)}


def test_in_the_late_window_an_entry_goes_to_the_cycle_of_its_day(session: Session) -> None:
    actor, late = member(session), date(2021, 1, 15)
    assert saved(session, actor, typed(), "a", late).rules.key == CYCLE
    new_year = typed(started_on="", completed_on="2021-01-10")
    assert saved(session, actor, new_year, "b", late).rules.key == "nsca-2021-2023"


def test_who_holds_nothing_any_more_has_nothing_to_report_for(session: Session) -> None:
    gone = replace(
        certified("CSCS", date(2012, 4, 9), date(2017, 12, 31)),
        expired_on=date(2018, 2, 1),
        expired_cause=ExpiredCause.REQUIREMENTS,
    )
    actor = member(session, gone)
    assert save_claim(session, actor, "form", typed(), TODAY, NOW) == Refusal(RefusalCode.NOTHING_HELD)
    assert preview_claim(session, actor, typed(), TODAY) == Refusal(RefusalCode.NOTHING_HELD)


def test_staff_do_not_report_for_members(session: Session) -> None:
    with pytest.raises(Forbidden):
        save_claim(session, STAFF, "form", typed(), TODAY, NOW)
    with pytest.raises(Forbidden):
        preview_claim(session, STAFF, typed(), TODAY)


def test_editing_keeps_the_id_and_raises_the_version(session: Session) -> None:
    actor = member(session)
    first = saved(session, actor, typed())
    second = edited(session, actor, first, typed(quantity="4"))
    assert second.entry.activity.id == first.entry.activity.id
    assert (second.entry.version, second.entry.activity.quantity) == (2, 400)
    assert (second.before.standings["CSCS"].credited, second.after.standings["CSCS"].credited) == (80, 40)
    assert actor.person_id is not None
    assert activities.entry(session, actor.person_id, first.entry.activity.id) == second.entry
    assert actions(session, actor) == ["activity_added", "activity_edited"]


def test_an_edit_of_what_was_changed_meanwhile_is_a_conflict(session: Session) -> None:
    actor = member(session)
    first = saved(session, actor, typed())
    second = edited(session, actor, first, typed("Changed in one window"))
    late = edit_claim(session, actor, first.entry.activity.id, 1, typed("And in another"), TODAY, NOW)
    assert late == Conflict(second.entry)


def test_an_edit_sent_twice_changes_once(session: Session) -> None:
    actor = member(session)
    first = saved(session, actor, typed())
    second = edited(session, actor, first, typed(quantity="4"))
    again = edited(session, actor, first, typed(quantity="4"))
    assert again.repeated
    assert again.entry == second.entry
    assert actions(session, actor) == ["activity_added", "activity_edited"]


def test_an_edit_with_faults_changes_nothing(session: Session) -> None:
    actor = member(session)
    first = saved(session, actor, typed())
    done = edit_claim(session, actor, first.entry.activity.id, 1, typed(quantity="9"), TODAY, NOW)
    assert isinstance(done, ClaimFaults)
    assert edited(session, actor, first, typed()).repeated


def test_what_was_deleted_is_not_edited(session: Session) -> None:
    actor = member(session)
    first = saved(session, actor, typed())
    delete_claim(session, actor, first.entry.activity.id, TODAY, NOW)
    done = edit_claim(session, actor, first.entry.activity.id, 2, typed("Again"), TODAY, NOW)
    assert isinstance(done, Conflict)
    assert done.entry.deleted


def test_who_no_longer_holds_anything_in_a_cycle_changes_nothing_in_it(session: Session) -> None:
    actor = member(session)
    first = saved(session, actor, typed())
    held = table("certifications")
    session.connection().execute(held.delete().where(held.c.person_id == actor.person_id))
    nothing_held = Refusal(RefusalCode.NOTHING_HELD)
    activity_id = first.entry.activity.id
    assert edit_claim(session, actor, activity_id, 1, typed("Again"), TODAY, NOW) == nothing_held
    assert delete_claim(session, actor, activity_id, TODAY, NOW) == nothing_held


@pytest.mark.parametrize("type_key", TYPED)
def test_the_form_of_a_stored_entry_reads_back_as_the_entry(session: Session, type_key: str) -> None:
    put_home_studies(session, (STUDY,))
    (study,) = all_home_studies(session)
    values = {**TYPED[type_key], **({"listing": str(study.id)} if type_key == "home_study" else {})}
    actor = member(session)
    first = saved(session, actor, ClaimDraft(type_key, values))
    again = edited(session, actor, first, draft_of(first.entry))
    assert (again.entry, again.repeated) == (first.entry, True)


def test_an_edit_moves_an_entry_to_the_cycle_of_its_new_day(session: Session) -> None:
    actor, late = member(session), date(2021, 1, 15)
    first = saved(session, actor, typed(), today=late)
    moved = typed(started_on="", completed_on="2021-01-10")
    done = edit_claim(session, actor, first.entry.activity.id, 1, moved, late, NOW)
    assert isinstance(done, SavedClaim)
    assert done.entry.rule_set == "nsca-2021-2023"
    assert first.entry.activity.id not in done.before.standings["CSCS"].activities
    assert done.after.standings["CSCS"].credited == 80


def test_an_event_may_become_another_type(session: Session) -> None:
    actor = member(session)
    first = saved(session, actor, typed())
    talk = ClaimDraft("presenting", {"title": "Talk", "completed_on": "2019-05-10", "ceu": "0.4"})
    done = edited(session, actor, first, talk)
    assert (done.entry.activity.type, done.entry.activity.quantity, done.entry.hours_in_all) == (
        "presenting",
        None,
        None,
    )


def test_a_deleted_entry_can_be_taken_back(session: Session) -> None:
    actor = member(session)
    first = saved(session, actor, typed())
    gone = delete_claim(session, actor, first.entry.activity.id, TODAY, NOW, first.entry.version)
    assert isinstance(gone, SavedClaim)
    assert gone.entry.deleted
    assert (gone.before.standings["CSCS"].credited, gone.after.standings["CSCS"].credited) == (80, 0)
    assert preview(session, actor, typed()).before.standings["CSCS"].credited == 0
    back = restore_claim(session, actor, first.entry.activity.id, TODAY, NOW)
    assert isinstance(back, SavedClaim)
    assert not back.entry.deleted
    assert (back.before.standings["CSCS"].credited, back.after.standings["CSCS"].credited) == (0, 80)
    assert actions(session, actor) == ["activity_added", "activity_deleted", "activity_restored"]


def test_deleting_and_restoring_twice_changes_once(session: Session) -> None:
    actor = member(session)
    first = saved(session, actor, typed())
    for change in (delete_claim, restore_claim):
        once = change(session, actor, first.entry.activity.id, TODAY, NOW)
        twice = change(session, actor, first.entry.activity.id, TODAY, NOW)
        assert isinstance(once, SavedClaim)
        assert isinstance(twice, SavedClaim)
        assert (once.repeated, twice.repeated) == (False, True)
        assert twice.entry == once.entry


def test_deleting_what_was_changed_meanwhile_is_a_conflict(session: Session) -> None:
    actor = member(session)
    first = saved(session, actor, typed())
    second = edited(session, actor, first, typed(quantity="4"))
    assert delete_claim(session, actor, first.entry.activity.id, TODAY, NOW, 1) == Conflict(second.entry)


def test_a_form_whose_entry_was_deleted_does_not_bring_it_back(session: Session) -> None:
    actor = member(session)
    first = saved(session, actor, typed())
    delete_claim(session, actor, first.entry.activity.id, TODAY, NOW)
    again = save_claim(session, actor, "form", typed(), TODAY, NOW)
    assert isinstance(again, Conflict)
    assert again.entry.deleted


@pytest.mark.parametrize(
    ("changes", "today", "code"),
    [
        ({"source": "staff"}, TODAY, RefusalCode.STAFF_ENTRY),
        ({"struck": True}, TODAY, RefusalCode.STRUCK),
        ({}, date(2021, 2, 1), RefusalCode.CYCLE_CLOSED),
        ({"rule_set": "nsca-1999-2001"}, TODAY, RefusalCode.CYCLE_CLOSED),
    ],
)
def test_what_is_not_the_members_to_change_is_refused(
    session: Session, changes: dict[str, Any], today: date, code: RefusalCode
) -> None:
    actor = member(session, certified("CSCS", date(2016, 4, 9), date(2023, 12, 31)))
    activity_id = saved(session, actor, typed()).entry.activity.id
    if changes:
        session.connection().execute(table("activities").update().values(**changes))
    new = typed(started_on="", completed_on=today.isoformat())
    assert edit_claim(session, actor, activity_id, 1, new, today, NOW) == Refusal(code)
    assert delete_claim(session, actor, activity_id, today, NOW) == Refusal(code)
    assert restore_claim(session, actor, activity_id, today, NOW) == Refusal(code)


@pytest.mark.parametrize("activity_id", ["999999", "", "x", "-1", "1 OR 1=1", "9" * 40, "²"])
def test_what_does_not_exist_is_refused(session: Session, activity_id: str) -> None:
    actor = member(session)
    not_found = Refusal(RefusalCode.NOT_FOUND)
    assert edit_claim(session, actor, activity_id, 1, typed(), TODAY, NOW) == not_found
    assert delete_claim(session, actor, activity_id, TODAY, NOW) == not_found
    assert restore_claim(session, actor, activity_id, TODAY, NOW) == not_found


def test_nobody_changes_the_entry_of_another(session: Session) -> None:
    activity_id = saved(session, member(session), typed()).entry.activity.id
    other = member(session)
    not_found = Refusal(RefusalCode.NOT_FOUND)
    assert edit_claim(session, other, activity_id, 1, typed("Mine"), TODAY, NOW) == not_found
    assert delete_claim(session, other, activity_id, TODAY, NOW) == not_found
    assert restore_claim(session, other, activity_id, TODAY, NOW) == not_found


def preview(session: Session, actor: Actor, draft: ClaimDraft, editing: str | None = None) -> ClaimPreview:
    found = preview_claim(session, actor, draft, TODAY, editing)
    assert isinstance(found, ClaimPreview), found
    return found


def test_a_preview_promises_what_saving_then_gives(session: Session) -> None:
    actor = member(session, certified("NSCA-CPT", date(2017, 5, 1)), certified("CSCS", date(2019, 5, 10)))
    promised = preview(session, actor, typed())
    done = saved(session, actor, typed())
    assert promised.after is not None
    for code, credited in (("NSCA-CPT", 80), ("CSCS", 0)):
        assert promised.after.standings[code].credited == credited
        assert done.after.standings[code].credited == credited


def test_a_preview_of_an_unfinished_draft_promises_nothing(session: Session) -> None:
    found = preview(session, member(session), ClaimDraft("event_other", {"title": "Clinic"}))
    assert (found.after, found.faults) == (None, ())


def test_a_preview_says_at_once_that_a_day_cannot_be_reported(session: Session) -> None:
    found = preview(session, member(session), typed(started_on="", completed_on="2016-01-01"))
    assert found.after is None
    assert [fault.code for fault in found.faults] == [FaultCode.CYCLE_CLOSED]


def test_a_preview_of_an_edit_counts_the_entry_once(session: Session) -> None:
    actor = member(session)
    first = saved(session, actor, typed())
    found = preview(session, actor, typed(quantity="4"), first.entry.activity.id)
    assert found.after is not None
    assert found.before.standings["CSCS"].credited == 80
    assert found.after.standings["CSCS"].credited == 40


def fill(session: Session, actor: Actor, count: int, cycle: str = CYCLE) -> None:
    first = date(2018, 1, 2)
    days = (first + timedelta(days=number % 900) for number in range(count))
    enter(session, actor, *(entered("Talk", day=day, cycle=cycle, ceu=1) for day in days))


@pytest.mark.parametrize("stored", [0, 1000])
def test_a_save_sends_as_many_statements_with_a_thousand_entries_as_with_none(
    database: Database, stored: int
) -> None:
    with database.writing() as session:
        actor = member(session)
        fill(session, actor, stored)
        session.flush()
        with counted(database) as sent:
            done = saved(session, actor, typed())
            session.flush()
    assert len(done.after.standings["CSCS"].activities) == stored + 1
    writes = [one for one, _ in sent if one.startswith(("INSERT", "UPDATE", "DELETE"))]
    assert len(writes) == 3  # the entry, its link of the trail, the link's details
    reads = [one for one, _ in sent if one.startswith("SELECT")]
    # The member, what they hold, their card, payments, the stamp, the activities; three of the trail.
    assert len(reads) == 9


def test_a_save_reads_only_the_members_own_rows_of_this_cycle(database: Database) -> None:
    with database.writing() as session:
        actor = member(session)
        fill(session, actor, 20)
        fill(session, actor, 200, "nsca-2021-2023")
        fill(session, member(session), 200)
        session.flush()
        with counted(database) as sent:
            saved(session, actor, typed())
        connection = session.connection()
        reads = [one for one in sent if one[0].startswith("SELECT")]
        of_activities = [one for one in reads if "FROM activities" in one[0] and "count(" not in one[0]]
        assert len(of_activities) == 1
        # Read again, now with the new entry.
        assert len(connection.exec_driver_sql(*of_activities[0]).all()) == 21
        rows = sum(len(connection.exec_driver_sql(*one).all()) for one in reads)
        assert rows <= 21 + len(reads)


def test_nobody_elses_rows_are_walked_through_for_a_record(database: Database) -> None:
    sqlite = database.engine.dialect.name == "sqlite"
    with database.writing() as session:
        actor = member(session)
        fill(session, actor, 20)
        for _ in range(5):
            fill(session, member(session), 300)
        session.connection().execute(text("ANALYZE"))
        with counted(database) as sent:
            activities.record_activities(session, actor.person_id or 0, CYCLE)
        ((statement, parameters),) = sent
        explain = f"EXPLAIN {'QUERY PLAN ' if sqlite else ''}{statement}"
        plan = session.connection().exec_driver_sql(explain, parameters)
        words = "\n".join(" ".join(map(str, row)) for row in plan)
    assert "SCAN activities" not in words
    assert "Seq Scan" not in words
    assert "person_id" in words
