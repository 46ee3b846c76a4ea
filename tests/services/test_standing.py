"""Where a member stands, as known on a day."""

from dataclasses import replace
from datetime import date

import pytest

from recert_web.data.database import Session
from recert_web.data.payments import add_payment
from recert_web.domain.evaluation import Status
from recert_web.domain.member import ExpiredCause, HistoryLine
from recert_web.domain.record import PaymentKind
from recert_web.services.policy import Actor, Forbidden
from recert_web.services.receipts import read_history
from recert_web.services.standing import MemberStanding, read_member, read_standing
from recert_web.services.standing_entries import PAGE, EntryPage, EntryQuery, Show, read_entries, read_entry
from tests.services.members import CYCLE, STAFF, TODAY, certified, enter, entered, meet_the_ceus, member

NEXT = "nsca-2021-2023"
LATE = date(2021, 1, 15)


def seen(session: Session, actor: Actor, cycle: str = "", today: date = TODAY) -> MemberStanding:
    return read_standing(session, actor, actor.person_id, cycle, today)


def test_a_member_sees_their_own_record_and_staff_see_any(session: Session) -> None:
    actor = member(session)
    assert seen(session, actor).member.name == "Sam Rivers"
    assert read_standing(session, STAFF, actor.person_id, "", TODAY) == seen(session, actor)


def test_nobody_sees_the_record_of_another(session: Session) -> None:
    actor, other = member(session), member(session)
    for person_id in (actor.person_id, None, 999_999):
        with pytest.raises(Forbidden):
            read_standing(session, other, person_id, "", TODAY)
        with pytest.raises(Forbidden):
            read_member(session, other, person_id, TODAY)
        with pytest.raises(Forbidden):
            read_entries(session, other, person_id, "", EntryQuery(), TODAY)
        with pytest.raises(Forbidden):
            read_entry(session, other, person_id, "1")


def test_staff_find_nobody_under_an_id_that_is_not_there(session: Session) -> None:
    with pytest.raises(Forbidden):
        read_standing(session, STAFF, 999_999, "", TODAY)


def test_a_cycle_is_found_by_key_and_by_name_and_any_other_is_the_first(session: Session) -> None:
    actor = member(session, certified("CSCS", date(2016, 4, 9), date(2023, 12, 31)))
    today = date(2021, 6, 1)
    for asked, key in (
        (CYCLE, CYCLE),
        ("2018-2020", CYCLE),
        ("", NEXT),
        ("1999-2001", NEXT),
        ("2024-2026", NEXT),
    ):
        assert seen(session, actor, asked, today).rules.key == key
    assert [one.key for one in seen(session, actor, "", today).cycles] == [CYCLE, NEXT]


def test_in_the_late_window_the_closing_cycle_comes_first_until_it_is_finished(session: Session) -> None:
    actor = member(session, certified("CSCS", date(2016, 4, 9), date(2023, 12, 31)))
    assert seen(session, actor, "", LATE).rules.key == CYCLE
    meet_the_ceus(session, actor)
    assert seen(session, actor, "", LATE).rules.key == CYCLE
    paid = HistoryLine(PaymentKind.RECERTIFICATION, "CSCS", CYCLE, 9000, "USD", date(2020, 12, 1), None, None)
    add_payment(session, actor.person_id or 0, paid)
    assert seen(session, actor, "", LATE).rules.key == NEXT
    assert seen(session, actor, CYCLE, LATE).evaluation is not None


def test_who_holds_nothing_has_no_evaluation(session: Session) -> None:
    gone = replace(
        certified("CSCS", date(2012, 4, 9), date(2017, 12, 31)),
        expired_on=date(2018, 2, 1),
        expired_cause=ExpiredCause.REQUIREMENTS,
    )
    found = seen(session, member(session, gone))
    assert (found.evaluation, found.record, found.cycles, found.codes) == (None, None, (), ())
    assert found.rules.key == CYCLE
    assert found.member.certifications == (gone,)
    assert not found.unfinished


def test_who_holds_nothing_has_no_entries(session: Session) -> None:
    actor = member(session, certified("CSCS", date(2026, 5, 1), date(2026, 12, 31)))
    found = page(session, actor, EntryQuery())
    assert (found.entries, found.pages, set(found.counts.values())) == ((), 1, {0})


def test_what_happens_later_is_not_known_yet(session: Session) -> None:
    expired = replace(
        certified("CSCS", date(2016, 4, 9)), expired_on=date(2021, 2, 1), expired_cause=ExpiredCause.AUDIT
    )
    actor = member(session, expired, certified("TSAC-F", date(2020, 12, 5)))
    meet_the_ceus(session, actor)
    line = HistoryLine(
        PaymentKind.RECERTIFICATION, "CSCS", CYCLE, 9000, "USD", date(2020, 12, 1), date(2020, 12, 20), None
    )
    add_payment(session, actor.person_id or 0, line)
    now = seen(session, actor)
    assert [one.code for one in now.member.certifications] == ["CSCS"]
    assert now.member.certifications[0].expired_on is None
    assert now.evaluation is not None
    assert now.evaluation.standings["CSCS"].status is Status.READY_TO_PAY
    assert read_history(session, actor, actor.person_id, TODAY) == ()
    (paid,) = read_history(session, actor, actor.person_id, date(2020, 12, 10))
    assert paid.refunded_on is None
    (refunded,) = read_history(session, actor, actor.person_id, date(2020, 12, 20))
    assert refunded.refunded_on == date(2020, 12, 20)
    assert seen(session, actor, CYCLE, date(2021, 2, 1)).expired == {"CSCS"}


@pytest.mark.parametrize(
    ("certified_on", "today", "expires_on"),
    [
        (date(2016, 4, 9), TODAY, date(2020, 12, 31)),
        (date(2016, 4, 9), date(2021, 1, 31), date(2020, 12, 31)),
        (date(2016, 4, 9), date(2021, 2, 1), date(2023, 12, 31)),
        (date(2020, 8, 1), TODAY, date(2023, 12, 31)),
        (date(2021, 1, 5), LATE, date(2023, 12, 31)),
    ],
)
def test_the_new_expiry_date_shows_once_the_cycle_has_closed(
    session: Session, certified_on: date, today: date, expires_on: date
) -> None:
    actor = member(session, certified("CSCS", certified_on, date(2023, 12, 31)))
    (held,) = read_member(session, actor, actor.person_id, today).certifications
    assert held.expires_on == expires_on


def test_one_earned_again_is_shown_as_it_stands_in_the_cycle(session: Session) -> None:
    lost = replace(
        certified("CSCS", date(2012, 4, 9)),
        expired_on=date(2021, 2, 1),
        expired_cause=ExpiredCause.REQUIREMENTS,
    )
    again = certified("CSCS", date(2021, 5, 1), date(2023, 12, 31))
    actor = member(session, lost, again)
    for cycle, held in ((CYCLE, lost), (NEXT, again)):
        found = seen(session, actor, cycle, date(2021, 6, 1))
        assert found.member.certifications == (held,)
        assert found.expired == ({"CSCS"} if held is lost else frozenset())


def page(session: Session, actor: Actor, query: EntryQuery) -> EntryPage:
    return read_entries(session, actor, actor.person_id, "", query, TODAY)


def titles(found: EntryPage) -> list[str]:
    return [entry.title for entry in found.entries]


def mixed(session: Session) -> Actor:
    """One entry that counts, one that counts partly, one that does not."""
    actor = member(session)
    enter(
        session,
        actor,
        entered("Counted talk", day=date(2018, 3, 1)),
        entered("Partly: 100% jumps", "event_other", date(2019, 3, 1), ceu=None, quantity=3000),
        entered("Not yet", "first_aid", date(2020, 12, 24), ceu=None),
    )
    return actor


def test_entries_come_latest_first_with_their_counts(session: Session) -> None:
    found = page(session, mixed(session), EntryQuery())
    assert titles(found) == ["Not yet", "Partly: 100% jumps", "Counted talk"]
    assert found.counts == {Show.ALL: 3, Show.COUNTED: 1, Show.PARTLY: 1, Show.NOT_COUNTED: 1}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (EntryQuery(show=Show.COUNTED), ["Counted talk"]),
        (EntryQuery(show=Show.PARTLY), ["Partly: 100% jumps"]),
        (EntryQuery(show=Show.NOT_COUNTED), ["Not yet"]),
        (EntryQuery(category="A"), ["Partly: 100% jumps"]),
        (EntryQuery(text="TALK"), ["Counted talk"]),
        (EntryQuery(text="100%"), ["Partly: 100% jumps"]),
        (EntryQuery(text="%"), ["Partly: 100% jumps"]),
        (EntryQuery(text="_"), []),
        (EntryQuery(text=" "), ["Not yet", "Partly: 100% jumps", "Counted talk"]),
        (EntryQuery(code="CPSS"), ["Not yet", "Partly: 100% jumps", "Counted talk"]),
    ],
)
def test_entries_are_filtered(session: Session, query: EntryQuery, expected: list[str]) -> None:
    assert titles(page(session, mixed(session), query)) == expected


def test_entries_come_a_page_at_a_time(session: Session) -> None:
    actor = member(session)
    enter(session, actor, *(entered(f"Talk {number}", ceu=1) for number in range(PAGE * 2 + 1)))
    pages = [page(session, actor, EntryQuery(page=number)) for number in (1, 2, 3)]
    assert [len(one.entries) for one in pages] == [PAGE, PAGE, 1]
    assert pages[0].pages == 3
    every = [entry.activity.id for one in pages for entry in one.entries]
    assert len(set(every)) == PAGE * 2 + 1
    for beyond, shown in ((0, 1), (-5, 1), (99, 3)):
        assert page(session, actor, EntryQuery(page=beyond)).page == shown


def test_who_has_no_entries_has_one_empty_page(session: Session) -> None:
    found = page(session, member(session), EntryQuery())
    assert (found.entries, found.page, found.pages) == ((), 1, 1)


def test_one_entry_is_read_by_its_id(session: Session) -> None:
    actor = mixed(session)
    first = page(session, actor, EntryQuery()).entries[0]
    assert read_entry(session, actor, actor.person_id, first.activity.id) == first
    assert read_entry(session, actor, actor.person_id, "0") is None
