"""Laws over everything the pages show: no code, no gap, and the head, the notices and the steps agree."""

from dataclasses import replace
from datetime import date

from hypothesis import given

from recert_web.display.complete import complete_notice
from recert_web.display.desk import found_words, member_row
from recert_web.display.fees import pay_panel
from recert_web.display.listing import Asked, listing
from recert_web.display.nothing_held import nothing_held_notice, nothing_held_panel
from recert_web.display.overview import left, notices, progress, seals, stand
from recert_web.display.shapes import ActivityRow
from recert_web.domain.evaluation import Status
from recert_web.domain.fees import fees_paid
from recert_web.domain.next_steps import next_steps
from recert_web.domain.record import Record
from recert_web.domain.rules import RuleSet
from tests.display.people import RULES, member, seen, texts
from tests.domain.record_strategies import judged
from tests.domain.records import NOVEMBER, enough, event, paid, record


@given(judged())
def test_no_code_and_no_gap_is_visible_anywhere_on_the_overview(case: tuple[RuleSet, Record]) -> None:
    rules, evaluation = seen(case[1])
    today, who = evaluation.as_of, member(*evaluation.standings)
    paid_fees = fees_paid(rules, case[1])
    for code in evaluation.standings:
        shown = [
            *texts(stand(rules, evaluation, code, today)),
            *texts(progress(rules, evaluation, code)),
            *texts(notices(rules, evaluation, who, code, today)),
            *texts(left(rules, next_steps(rules, evaluation, code, paid_fees), today)),
        ]
        for text in (*shown, *texts(seals(evaluation, who, rules))):
            assert not any(gap in text for gap in ("_", "{", "None", "  ", " ,", " .", "nsca-")), text


@given(judged())
def test_complete_is_said_by_the_chip_the_notice_and_an_empty_list_alike(
    case: tuple[RuleSet, Record],
) -> None:
    rules, evaluation = seen(case[1])
    today, who = evaluation.as_of, member(*evaluation.standings)
    for code, standing in evaluation.standings.items():
        steps = left(rules, next_steps(rules, evaluation, code, fees_paid(rules, case[1])), today)
        titles = [notice.title for notice in notices(rules, evaluation, who, code, today)]
        complete = standing.status is Status.COMPLETE
        assert (steps == []) is complete
        assert ("Recertification Complete" in titles) is complete
        assert (stand(rules, evaluation, code, today).chip == "Recertification Complete") is complete


@given(judged())
def test_every_certification_is_ready_missing_or_complete_on_the_page_of_fees(
    case: tuple[RuleSet, Record],
) -> None:
    rules, evaluation = seen(case[1])
    who = member(*evaluation.standings, expires_on=rules.ends)
    panel = pay_panel(rules, evaluation, who, (), (), evaluation.as_of)
    named = {line.text.split(" ")[0] for line in panel.missing}
    named |= {notice.title.split(":")[0] for notice in panel.complete}
    ready = {code for code, standing in evaluation.standings.items() if standing.payable}
    assert named | ready == set(evaluation.standings)
    assert not named & ready


def test_enough_ceus_from_too_few_categories_are_not_called_enough() -> None:
    rules, evaluation = seen(record(event("e", "2018-07-12", 20)))
    standing = replace(evaluation.standings["CSCS"], short=0, required=200)
    shown = stand(rules, replace(evaluation, standings={"CSCS": standing}), "CSCS", NOVEMBER)
    assert shown.sentence == (
        "You have 2.0 CEUs, but not from enough categories. "
        "It takes at least two categories, so something must come from B, C or D."
    )
    closed = replace(standing, status=Status.EXPIRED)
    shown = stand(rules, replace(evaluation, standings={"CSCS": closed}), "CSCS", NOVEMBER)
    assert shown.sentence.startswith("CEUs from another category were missing")


def test_a_complete_certification_without_a_day_of_payment_invents_none() -> None:
    rules, evaluation = seen(record(*enough(), payments=(paid("2020-10-03"),)))
    standing = replace(evaluation.standings["CSCS"], recertification_paid_on=None)
    notice = complete_notice(rules, standing, member(), NOVEMBER, None)
    assert not any("paid on" in line for line in notice.lines)


def test_a_page_of_the_list_says_how_many_and_keeps_what_was_asked_for() -> None:
    counts = {"all": 45, "counted": 30, "partly": 5, "not_counted": 10}
    rows = listing(RULES, [ActivityRow()] * 10, counts, Asked("CSCS", "counted", "clinic", 2, 2, 20))
    assert rows.count == "21 to 30 of 30 activities, judged for CSCS."
    assert rows.newer_href == "/activities?seal=CSCS&cycle=2018-2020&show=counted&find=clinic"
    assert rows.older_href == ""
    assert [(one.label, one.current) for one in rows.filters][1:3] == [
        ("Counted (30)", True),
        ("Partly counted (5)", False),
    ]


def test_an_empty_list_says_whether_it_was_searched() -> None:
    counts = dict.fromkeys(("all", "counted", "partly", "not_counted"), 0)
    empty = listing(RULES, (), counts, Asked("CSCS", "all", "", 1, 1, 20))
    assert empty.count == "No activity here yet."
    searched = listing(RULES, (), counts, Asked("CSCS", "all", "clinic", 1, 1, 20))
    assert searched.count == 'No activity with "clinic" in its name.'


def test_staff_find_a_member_with_the_status_of_each_certification() -> None:
    rules, evaluation = seen(record(*enough()))
    row = member_row(rules, evaluation, member(), NOVEMBER)
    assert (row.id, row.name, row.membership) == ("1", "Sam Parker", "NSCA member until 1 May 2021")
    assert [(one.code, one.chip, one.short) for one in row.results] == [
        ("CSCS", "Ready to pay", "6.0 of 6.0 CEUs credited")
    ]
    gone = member_row(rules, None, member(membership_until=date(2020, 10, 1)), NOVEMBER)
    assert (gone.membership, gone.results) == ("NSCA membership ended 1 October 2020", [])
    assert member_row(rules, None, member(membership_until=None), NOVEMBER).membership == (
        "No NSCA membership on record"
    )


def test_who_holds_nothing_is_told_why_that_may_be() -> None:
    assert len(nothing_held_notice().lines) == 4
    assert nothing_held_panel().can_pay is False


def test_a_search_of_members_says_what_it_found() -> None:
    assert found_words(1, " sam ") == '1 member found for "sam".'
    assert found_words(2, "") == "2 members, by name. Search to find others."
