"""What would make an activity count, and what exactly it would gain."""

from dataclasses import replace
from datetime import date

import pytest

from recert_web.domain.evaluation import Remedy
from recert_web.domain.record import Certification, Record
from recert_web.domain.remedies import apply_remedy, remedies
from recert_web.rulebook.loader import rule_set
from tests.domain.records import HELD, activity, day, event, record, standing

NEW = (Certification("CSCS", date(2019, 4, 2)),)


def offered(one: Record, activity_id: str = "a", code: str = "CSCS") -> tuple[Remedy, ...]:
    return remedies(rule_set(one.rule_set), one, code, activity_id)


def test_what_counts_in_full_needs_no_remedy() -> None:
    assert offered(record(event("a", "2019-01-01"))) == ()


def test_out_of_scope_is_remedied_by_adding_the_certification() -> None:
    one = record(event("a", "2019-01-01", in_scope_for=("NSCA-CPT",)))
    assert offered(one) == (Remedy("in_scope_for", ("NSCA-CPT", "CSCS"), 100),)


def test_a_failed_quiz_is_remedied_by_the_pass_mark() -> None:
    assert offered(record(activity("a", "quiz_nsca", "2019-01-01", score=60))) == (Remedy("score", 70, 20),)


def test_the_future_is_remedied_by_waiting() -> None:
    assert offered(record(event("a", "2020-12-24"))) == (Remedy("as_of", "2020-12-24", 100),)


def test_waiting_for_a_day_after_the_cycle_is_no_remedy() -> None:
    assert offered(record(event("a", "2021-01-02"))) == ()


def test_waiting_is_no_remedy_where_only_other_activities_would_gain() -> None:
    held = (Certification("CSCS", date(2019, 1, 1)),)
    course = activity("a", "college_semester", "2020-12-24", started_on=day("2018-05-01"), quantity=300)
    assert offered(record(course, event("b", "2020-12-01"), held=held)) == ()


def test_waiting_gains_what_else_comes_in_on_the_way() -> None:
    assert offered(record(event("a", "2020-12-24"), event("b", "2020-12-01"))) == (
        Remedy("as_of", "2020-12-24", 200),
    )


@pytest.mark.parametrize(
    ("held", "completed_on", "first"),
    [
        (HELD, "2017-05-01", "2018-01-01"),
        (NEW, "2019-04-02", "2019-04-03"),
        ((replace(HELD[0], earns_from=day("2018-02-01")),), "2018-01-15", "2018-02-01"),
    ],
)
def test_too_early_is_remedied_by_the_first_day_that_counts(
    held: tuple[Certification, ...], completed_on: str, first: str
) -> None:
    assert offered(record(event("a", completed_on), held=held)) == (Remedy("completed_on", first, 100),)


def test_a_course_begun_too_early_is_remedied_by_its_start() -> None:
    course = activity("a", "college_semester", "2019-05-03", started_on=day("2019-01-14"), quantity=100)
    assert offered(record(course, held=NEW)) == (Remedy("started_on", "2019-04-03", 50),)


def test_a_course_over_before_the_first_day_that_counts_has_no_remedy() -> None:
    course = activity("a", "college_semester", "2019-04-02", started_on=day("2019-01-14"), quantity=100)
    assert offered(record(course, held=NEW)) == ()


def test_a_course_without_a_start_is_remedied_by_its_completion() -> None:
    course = activity("a", "college_semester", "2019-04-02", quantity=100)
    assert offered(record(course, held=NEW)) == (Remedy("completed_on", "2019-04-03", 50),)


def test_a_first_day_after_the_cycle_is_no_remedy() -> None:
    held = (replace(HELD[0], earns_from=day("2021-01-01")),)
    assert offered(record(event("a", "2020-05-01"), held=held)) == ()


def test_a_full_year_is_remedied_by_the_year_with_most_room_the_earliest_on_ties() -> None:
    first = activity("b", "personal_development", "2019-02-01", quantity=500)
    second = activity("a", "personal_development", "2019-03-01", quantity=400)
    assert offered(record(first, second)) == (Remedy("completed_on", "2018-12-31", 40),)
    in_2018 = activity("c", "personal_development", "2018-02-01", quantity=200)
    assert offered(record(first, second, in_2018)) == (Remedy("completed_on", "2018-12-31", 30),)
    closed = record(first, second, in_2018, as_of=day("2020-12-31"))
    assert offered(closed) == (Remedy("completed_on", "2020-12-31", 40),)


def test_a_full_year_is_not_remedied_by_a_day_before_the_start() -> None:
    first = activity("b", "personal_development", "2019-02-01", quantity=500)
    second = activity("a", "personal_development", "2019-03-01", started_on=day("2019-01-05"), quantity=400)
    assert offered(record(first, second)) == ()


def test_a_remedy_that_gains_nothing_is_not_offered() -> None:
    events = [event(f"e{year}", f"{year}-01-05", 20) for year in (2018, 2019, 2020)]
    assert offered(record(*events, event("a", "2020-05-01", in_scope_for=()))) == ()


@pytest.mark.parametrize(("struck", "ref"), [(True, "s"), (False, "r")])
def test_what_was_struck_or_entered_twice_has_no_remedy(struck: bool, ref: str) -> None:
    again = event("a", "2019-01-02", struck=struck, ref=ref)
    assert offered(record(event("b", "2019-01-01", ref="r"), again)) == ()


def test_a_remedy_is_applied_to_its_activity_alone() -> None:
    one = record(event("a", "2019-01-01", in_scope_for=()), event("b", "2019-01-01", in_scope_for=()))
    remedy = offered(one)[0]
    after = apply_remedy(one, "a", remedy)
    assert standing(after).credited - standing(one).credited == remedy.gain
    assert after.activities[1] == one.activities[1]


def test_an_activity_that_is_not_on_the_record_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError):
        offered(record())
