"""One activity in the list."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from recert_web.display.activities import activity_row
from recert_web.display.entry_words import (
    REFUSALS,
    changed_meanwhile,
    deleted_message,
    refusal_words,
    restored_message,
)
from recert_web.display.shapes import Result
from recert_web.domain.claim import RefusalCode
from recert_web.domain.member import Entry
from recert_web.domain.record import Certification, Record
from recert_web.domain.remedies import remedies
from recert_web.domain.rules import RuleSet
from recert_web.rulebook.loader import rule_set
from tests.display.people import entry, seen, texts
from tests.domain.record_strategies import judged
from tests.domain.records import HELD, STAFF, activity, event, record

BOTH = (*HELD, Certification("TSAC-F", date(2019, 4, 2)))
PROVIDER = {"provider": "Rocky Clinics"}


def results(one: Record, activity_id: str = "a") -> list[Result]:
    rules, evaluation = seen(one)
    shown = next(found for found in one.activities if found.id == activity_id)
    offered = {code: remedies(rules, one, code, activity_id) for code in evaluation.standings}
    return activity_row(entry(shown), rules, evaluation, offered, titles={"b": "Spring Clinic"}).results


def test_a_row_says_what_it_was_when_and_what_it_does_for_each_certification() -> None:
    one = record(event("a", "2019-02-02", 3), held=BOTH)
    rules, evaluation = seen(one)
    row = activity_row(entry(one.activities[0], hours_in_all=900), rules, evaluation, {})
    assert (row.id, row.title, row.when) == ("a", "Winter Clinic", "2 February 2019")
    assert row.detail == "Attended a non-NSCA event, 3 of 9 hours in scope"
    assert (row.origin, row.edit_href, row.locked, row.has_reasons) == ("", "/report?activity=a", "", True)
    assert row.results == [
        Result("CSCS", "0.3", "good"),
        Result(
            "TSAC-F",
            "0.0",
            "bad",
            "before you earned TSAC-F",
            [
                "You earned TSAC-F on 2 April 2019; only what is dated after that day counts, and this "
                "was completed on "
                "2 February 2019."
            ],
        ),
    ]


def test_what_would_make_it_count_follows_the_reason() -> None:
    found = results(record(event("a", "2019-02-02", 3), held=BOTH))[1]
    assert found.sentences[1] == "It would add 0.3 if it had been completed on 3 April 2019."


def test_a_part_that_counts_is_a_warning_with_both_amounts() -> None:
    one = record(
        activity("b", "home_study", "2020-01-01", ceu=340), activity("a", "home_study", "2020-02-01", ceu=20)
    )
    (found,) = results(one)
    assert (found.chip, found.tone, found.short) == ("0.1 of 0.2", "warn", "D is full")
    assert found.sentences == ["D gives at most 3.5. 3.4 was credited already, so 0.1 does not count."]


def test_a_duplicate_names_the_entry_that_is_kept_and_is_no_loss() -> None:
    one = record(
        event("a", "2019-05-01", 3, ref="x"),
        event("b", "2019-05-02", 3, ref="x", source=STAFF),
    )
    (found,) = results(one)
    assert (found.tone, found.short) == ("plain", "entered twice")
    assert '"Spring Clinic" is kept' in found.sentences[0]


def test_a_value_too_small_to_count_is_neither_good_nor_bad() -> None:
    tiny = activity("a", "event_other", "2019-05-01", quantity=5)
    (found,) = results(record(tiny))
    assert (found.chip, found.tone, found.sentences) == ("0.0", "plain", [])


@pytest.mark.parametrize(
    ("shown", "detail"),
    [
        (entry(event("a", "2019-05-01", 1)), "Attended a non-NSCA event, 1 hour in scope"),
        (
            entry(event("a", "2019-05-01", 3), **PROVIDER),
            "Attended a non-NSCA event, Rocky Clinics, 3 hours in scope",
        ),
        (
            entry(activity("a", "college_semester", "2019-05-01", quantity=300)),
            "Completed Post-Certification College Course, 3 semester hours",
        ),
        (
            entry(activity("a", "personal_development", "2019-05-01", quantity=250)),
            "Engaged in Personal Development, 2.5 hours",
        ),
        (entry(activity("a", "quiz_nsca", "2019-05-01", score=85)), "Passed an NSCA quiz with 85"),
        (
            entry(activity("a", "quiz_nsca", "2019-05-01", score=65)),
            "Quiz not passed, score 65 and 70 needed",
        ),
        (
            entry(activity("a", "home_study", "2019-05-01", ceu=150)),
            "Completed a Pre-Approved Home Study, 1.5 CEUs",
        ),
        (entry(activity("a", "first_aid", "2019-05-01")), "Completed First Aid certification"),
        (entry(activity("a", "event_other", "2019-05-01")), "Attended a non-NSCA event"),
    ],
)
def test_the_detail_says_what_matters_for_its_type(shown: Entry, detail: str) -> None:
    rules, evaluation = seen(record(shown.activity))
    assert activity_row(shown, rules, evaluation, {}).detail == detail


def test_an_activity_of_several_days_shows_its_first_and_last() -> None:
    one = record(event("a", "2019-05-03", started_on=date(2019, 5, 1)))
    rules, evaluation = seen(one)
    assert activity_row(entry(one.activities[0]), rules, evaluation, {}).when == "1 to 3 May 2019"


def test_what_staff_or_a_quiz_added_says_so() -> None:
    one = record(
        activity("a", "volunteer", "2019-05-01", source=STAFF),
        activity("b", "quiz_nsca", "2019-05-01", source=STAFF, score=85),
    )
    rules, evaluation = seen(one)
    rows = [activity_row(entry(shown), rules, evaluation, {}) for shown in one.activities]
    assert [row.origin for row in rows] == ["Added by staff", "Added on passing"]


def test_a_locked_entry_has_no_way_to_edit_it_and_says_why() -> None:
    one = record(event("a", "2019-05-01"))
    rules, evaluation = seen(one)
    why = refusal_words(RefusalCode.STAFF_ENTRY)
    row = activity_row(entry(one.activities[0]), rules, evaluation, {}, why)
    assert (row.edit_href, row.locked) == ("", "Added by staff, so only staff can change it.")
    assert row.has_reasons is False


@pytest.mark.parametrize("code", RefusalCode)
def test_every_refusal_has_its_words(code: RefusalCode) -> None:
    assert REFUSALS[code].endswith(".")


def test_deleting_and_undoing_are_said() -> None:
    shown = entry(event("a", "2019-05-01"))
    assert deleted_message(shown) == 'Deleted "Winter Clinic" of 1 May 2019.'
    assert restored_message(shown) == '"Winter Clinic" of 1 May 2019 is back.'


def test_a_change_in_another_window_names_what_is_stored_now_and_what_save_would_do() -> None:
    shown = entry(event("a", "2019-05-01"))
    kind = rule_set("nsca-2018-2020").types["event_other"]
    said = changed_meanwhile(shown, kind)
    assert 'Stored now: "Winter Clinic", 1 May 2019, ' in said
    assert said.endswith("What you typed is still here: Save replaces what is stored.")
    assert changed_meanwhile(replace(shown, deleted=True), kind).endswith("Save enters it anew.")


@given(judged())
def test_every_hundredth_that_does_not_count_is_explained_without_a_code(
    case: tuple[RuleSet, Record],
) -> None:
    rules, evaluation = seen(case[1])
    for shown in case[1].activities:
        row = activity_row(entry(shown), rules, evaluation, {})
        for result in row.results:
            trace = evaluation.standings[result.code].activities[shown.id]
            if trace.credited < trace.entered:
                assert result.sentences
                assert result.short
                assert result.tone != "good"
        assert not any("_" in text or "{" in text or "None" in text for text in texts(row))
