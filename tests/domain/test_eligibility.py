"""Step 2 of the rules: what is refused, and for which reason first."""

from dataclasses import replace
from datetime import date

import pytest

from recert_web.domain.evaluation import Reason
from recert_web.domain.record import Certification
from tests.domain.records import CYCLE, HELD, activity, day, event, reasons, record, standing, trace

NEW = (Certification("CSCS", date(2019, 4, 2)),)


def test_a_course_that_started_before_certification_does_not_count() -> None:
    course = activity("a", "college_semester", "2019-06-01", started_on=day("2019-04-02"), quantity=300)
    assert reasons(record(course, held=NEW)) == (Reason.BEFORE_CERTIFICATION,)
    assert reasons(record(replace(course, started_on=day("2019-04-03")), held=NEW)) == ()


def test_a_course_without_a_start_started_on_the_day_it_was_completed() -> None:
    course = activity("a", "college_semester", "2019-04-03", quantity=300)
    assert reasons(record(course, held=NEW)) == ()
    assert reasons(record(replace(course, completed_on=day("2019-04-02")), held=NEW)) == (
        Reason.BEFORE_CERTIFICATION,
    )


def test_an_event_is_judged_by_its_completion_whenever_it_started() -> None:
    assert reasons(record(event("a", "2019-04-03", started_on=day("2019-04-01")), held=NEW)) == ()


def test_the_day_of_certification_itself_does_not_count() -> None:
    assert reasons(record(event("a", "2019-04-02"), held=NEW)) == (Reason.BEFORE_CERTIFICATION,)


@pytest.mark.parametrize(
    ("completed_on", "expected"),
    [
        ("2017-12-31", (Reason.BEFORE_CYCLE,)),
        ("2018-01-01", ()),
        ("2020-12-31", ()),
        ("2021-01-01", (Reason.AFTER_CYCLE,)),
        ("2021-01-21", (Reason.IN_FUTURE,)),
    ],
)
def test_the_first_and_the_last_day_of_the_cycle_count(completed_on: str, expected: tuple[Reason]) -> None:
    assert reasons(record(event("a", completed_on), as_of=date(2021, 1, 20))) == expected


def test_a_course_begun_before_the_cycle_does_not_count() -> None:
    course = activity("a", "college_quarter", "2018-03-01", started_on=day("2017-12-31"), quantity=300)
    assert reasons(record(course)) == (Reason.BEFORE_CYCLE,)


def test_the_day_of_computing_is_not_the_future() -> None:
    assert reasons(record(event("a", "2020-11-01"))) == ()
    assert reasons(record(event("a", "2020-11-02"))) == (Reason.IN_FUTURE,)


def test_who_used_the_late_window_earns_from_a_later_day_on() -> None:
    held = (replace(HELD[0], earns_from=day("2018-02-01")),)
    assert reasons(record(event("a", "2018-01-31"), held=held)) == (Reason.BEFORE_WINDOW,)
    assert reasons(record(event("a", "2018-02-01"), held=held)) == ()


def test_an_empty_scope_means_no_certification() -> None:
    assert reasons(record(event("a", "2019-01-01", in_scope_for=()))) == (Reason.OUT_OF_SCOPE,)
    assert reasons(record(event("a", "2019-01-01", in_scope_for=("CSCS",)))) == ()


def test_cpr_is_worth_nothing_and_takes_nothing() -> None:
    found = trace(record(activity("a", "cpr_aed", "2019-01-01")))
    assert (found.entered, found.value, found.credited, found.category) == (0, 0, 0, None)
    assert [one.reason for one in found.reasons] == [Reason.NO_CREDIT]


@pytest.mark.parametrize("score", [69, 0, None])
def test_a_failed_quiz_is_worth_nothing_even_with_a_value_of_its_own(score: int | None) -> None:
    found = trace(record(activity("a", "quiz_nsca", "2019-01-01", score=score, ceu=50)))
    assert (found.entered, found.value, [one.reason for one in found.reasons]) == (
        0,
        0,
        [Reason.BELOW_PASS_MARK],
    )


def test_a_quiz_may_state_a_value_of_its_own() -> None:
    assert trace(record(activity("a", "quiz_nsca", "2019-01-01", score=70, ceu=50))).credited == 50
    assert trace(record(activity("a", "quiz_nsca", "2019-01-01", score=70))).credited == 20


def test_in_the_last_tier_nothing_is_required_and_nothing_counts() -> None:
    held = (Certification("CSCS", date(2020, 7, 1)),)
    one = record(event("a", "2020-09-01", 30), held=held)
    found = trace(one)
    assert (found.entered, found.value, found.credited) == (300, 200, 0)
    assert reasons(one) == (Reason.NOT_REQUIRED,)
    assert standing(one).ceus_met
    assert standing(one).fee == 0


def test_a_refused_activity_names_the_first_reason_only() -> None:
    """Each step makes the earliest reason go away and uncovers the next."""
    held = (Certification("CSCS", date(2020, 2, 1), earns_from=day("2020-03-01")),)
    quiz = activity("a", "quiz_nsca", "2017-06-01", score=10, in_scope_for=(), struck=True, ref="q")
    other = activity("b", "quiz_nsca", "2017-05-01", score=10, ref="q")
    assert reasons(record(quiz, other, held=held)) == (Reason.STRUCK,)
    quiz = replace(quiz, struck=False)
    assert reasons(record(quiz, other, held=held)) == (Reason.DUPLICATE,)
    assert reasons(record(quiz, held=(Certification("CSCS", date(2020, 7, 2)),))) == (Reason.NOT_REQUIRED,)
    steps = [
        ("2022-06-01", Reason.IN_FUTURE),
        ("2021-06-01", Reason.AFTER_CYCLE),
        ("2017-06-01", Reason.BEFORE_CYCLE),
        ("2020-01-20", Reason.BEFORE_WINDOW),
        ("2020-05-01", Reason.OUT_OF_SCOPE),
    ]
    for completed_on, expected in steps:
        moved = record(replace(quiz, completed_on=day(completed_on)), held=held, as_of=day("2022-01-01"))
        assert reasons(moved) == (expected,)
    in_scope = replace(quiz, completed_on=day("2020-05-01"), in_scope_for=None)
    assert reasons(record(in_scope, held=held)) == (Reason.BELOW_PASS_MARK,)


def test_being_before_the_window_is_told_before_being_before_certification() -> None:
    held = (Certification("CSCS", date(2020, 2, 1), earns_from=day("2020-03-01")),)
    assert reasons(record(event("a", "2020-01-15"), held=held)) == (Reason.BEFORE_WINDOW,)


def test_every_reason_carries_the_figures_its_sentence_needs() -> None:
    held = (Certification("CSCS", date(2019, 4, 2)),)
    found = trace(record(event("a", "2019-04-01"), held=held)).reasons[0]
    assert found.figures == {"date": day("2019-04-01"), "limit": day("2019-04-02")}
    assert (found.taken, found.source_key) == (100, "rules.before_certification")


def test_a_certification_after_the_cycle_has_no_tier() -> None:
    with pytest.raises(LookupError, match=CYCLE):
        standing(record(held=(Certification("CSCS", date(2021, 1, 1)),)))


def test_an_unknown_activity_type_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError):
        standing(record(activity("a", "juggling", "2019-01-01")))
