"""Steps 3 to 5 of the rules: values, maximums, totals."""

from datetime import date

import pytest

from recert_web.domain.evaluation import Reason
from recert_web.domain.record import Activity, Certification
from tests.domain.records import activity, day, event, reasons, record, standing, trace


def study(activity_id: str, completed_on: str, hours: int) -> Activity:
    return activity(activity_id, "personal_development", completed_on, quantity=hours * 100)


@pytest.mark.parametrize(
    ("hundredths_of_an_hour", "hundredths_of_a_ceu"), [(25, 2), (9, 0), (10, 1), (99, 9), (1999, 199)]
)
def test_a_computed_value_is_cut_down_to_the_hundredth(
    hundredths_of_an_hour: int, hundredths_of_a_ceu: int
) -> None:
    one = activity("a", "event_other", "2019-01-01", quantity=hundredths_of_an_hour)
    assert trace(record(one)).entered == hundredths_of_a_ceu


def test_an_event_gives_two_CEUs_at_most() -> None:
    one = record(event("a", "2019-01-01", 34))
    found = trace(one)
    assert (found.entered, found.value, found.credited) == (340, 200, 200)
    assert [(taken.reason, taken.taken, taken.figures) for taken in found.reasons] == [
        (Reason.ITEM_MAXIMUM, 140, {"limit": 200})
    ]


def test_personal_development_is_cut_by_calendar_year_of_completion() -> None:
    one = record(study("a", "2018-12-31", 4), study("b", "2018-06-01", 3), study("c", "2019-01-01", 9))
    assert [(trace(one, key).value, reasons(one, key)) for key in "bac"] == [
        (30, ()),
        (20, (Reason.YEARLY_MAXIMUM,)),
        (50, (Reason.YEARLY_MAXIMUM,)),
    ]
    assert trace(one, "a").reasons[0].figures == {"limit": 50, "year": 2018, "used": 30}


def test_what_is_not_eligible_for_a_certification_does_not_use_up_its_year() -> None:
    held = (Certification("CSCS", date(2014, 1, 1)), Certification("NSCA-CPT", date(2019, 3, 1)))
    one = record(study("a", "2019-02-01", 5), study("b", "2019-04-01", 5), held=held)
    assert (trace(one, "b", "CSCS").value, trace(one, "b", "NSCA-CPT").value) == (0, 50)


def test_the_later_activity_bears_the_category_maximum_whatever_the_entry_order() -> None:
    late, early = event("late", "2020-06-01", 20), event("early", "2018-06-01", 20)
    one = record(late, event("middle", "2019-06-01", 20), early)
    assert list(standing(one).activities) == ["early", "middle", "late"]
    assert trace(one, "late").credited == 150
    assert trace(one, "late").reasons[0].figures == {"limit": 550, "category": "A", "used": 400}
    assert trace(one, "late").reasons[0].source_key == "tiers.0.maximums.A"


def test_of_one_day_the_first_entered_is_credited_first() -> None:
    same_day = [event(key, "2019-06-01", 20) for key in ("z", "y", "x")]
    assert trace(record(*same_day), "x").credited == 150


def test_all_three_maximums_may_touch_one_activity_in_their_order() -> None:
    held = (Certification("CSCS", date(2019, 1, 1)),)
    first = activity("h", "home_study", "2020-01-01", ceu=80)
    one = record(first, study("a", "2020-02-01", 9), held=held)
    assert reasons(one) == (Reason.YEARLY_MAXIMUM, Reason.CATEGORY_MAXIMUM)
    assert (trace(one).entered, trace(one).value, trace(one).credited) == (90, 50, 20)


def test_equal_activities_over_a_full_category_tell_the_same() -> None:
    one = record(
        *(event(f"a{year}{month}", f"20{year}-0{month}-01", 20) for year in (18, 19) for month in (1, 2, 3))
    )
    told = [trace(one, key).reasons for key in ("a191", "a192", "a193")]
    assert told[1] == told[2] == told[0]
    assert told[0][0].figures["used"] == 550


def test_the_totals_of_a_category_tell_what_was_earned_credited_and_lost() -> None:
    totals = standing(
        record(*(event(f"a{year}", f"{year}-01-02", 20) for year in (2018, 2019, 2020)))
    ).categories
    assert list(totals) == ["A", "B", "C", "D"]
    attendance = totals["A"]
    assert (attendance.earned, attendance.credited, attendance.over, attendance.maximum) == (
        600,
        550,
        50,
        550,
    )


def test_enough_CEUs_from_one_category_alone_do_not_meet_the_requirement() -> None:
    held = (Certification("CSCS", date(2020, 1, 1)),)
    assert standing(record(event("a", "2020-05-01"), held=held)).ceus_met
    held = (Certification("CSCS", date(2019, 12, 31)),)
    one = standing(
        record(event("a", "2020-05-01", 20), activity("f", "home_study", "2020-05-02", ceu=1), held=held)
    )
    assert (one.credited, one.ceus_met, one.short) == (151, False, 49)


def test_a_mixed_week_of_types_finds_its_categories_by_cycle() -> None:
    quiz = activity("a", "quiz_nsca", "2022-01-05", score=99)
    one = record(quiz, cycle="nsca-2021-2023", as_of=day("2022-02-01"))
    assert trace(one).category == "D"
    older = record(activity("a", "quiz_nsca", "2019-01-05", score=99))
    assert trace(older).category == "B"


def test_equal_activities_over_a_full_year_tell_the_same() -> None:
    one = record(*(study(f"a{month}", f"2019-0{month}-01", 5) for month in (1, 2, 3)))
    assert trace(one, "a2").reasons == trace(one, "a3").reasons
    assert trace(one, "a3").reasons[0].figures == {"limit": 50, "year": 2019, "used": 50}
