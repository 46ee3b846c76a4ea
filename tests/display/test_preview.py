"""What saving does for each certification, before it is saved and after."""

from dataclasses import replace
from datetime import date

from hypothesis import given

from recert_web.display.report import preview_lines, saved_message
from recert_web.display.shapes import PreviewLine
from recert_web.domain.preview import with_activity
from recert_web.domain.record import Activity, Certification, Record
from recert_web.domain.rules import RuleSet
from tests.display.people import RULES, texts
from tests.domain.record_strategies import judged
from tests.domain.records import HELD, activity, enough, evaluated, event, paid, record

TSAC_F = Certification("TSAC-F", date(2019, 4, 2))
NEARLY = (*enough()[:2], activity("f", "first_aid", "2019-05-01"))  # 4.5, from A and C


def lines(one: Record, new: Activity) -> list[PreviewLine]:
    return preview_lines(RULES, evaluated(one), evaluated(with_activity(one, new)), new.id)


def line(one: Record, new: Activity) -> PreviewLine:
    (found,) = lines(one, new)
    return found


def test_what_counts_in_full_says_where_and_what_is_then_to_go() -> None:
    assert line(record(*NEARLY), event("n", "2020-05-01", 10)) == PreviewLine(
        "CSCS", "adds 1.0 in A: 5.5 of 6.0, then 0.5 to go", "good"
    )


def test_the_last_ceus_lead_to_the_fee() -> None:
    assert line(record(*NEARLY), event("n", "2020-05-01", 15)).text == (
        "adds 1.5 in A: 6.0 of 6.0, the fee of $65.00 is next"
    )


def test_who_has_paid_already_is_complete_at_once() -> None:
    assert line(record(*NEARLY, payments=(paid("2020-10-03"),)), event("n", "2020-05-01", 15)).text == (
        "adds 1.5 in A: 6.0 of 6.0, Recertification Complete"
    )


def test_in_the_late_window_a_paid_recertification_fee_still_misses_the_late_fee() -> None:
    late = record(*NEARLY, payments=(paid("2021-01-10"),), as_of=date(2021, 1, 15))
    assert line(late, event("n", "2020-05-01", 15)).text == "adds 1.5 in A: 6.0 of 6.0, all there"


def test_more_than_enough_is_said() -> None:
    assert line(record(*enough()), activity("n", "first_aid", "2020-06-01")) == PreviewLine(
        "CSCS", "adds 0.5 in C; it has enough already", "good"
    )


def test_a_part_names_what_took_the_rest() -> None:
    one = record(activity("d", "home_study", "2020-02-01", ceu=340))
    assert line(one, activity("n", "home_study", "2020-03-01", ceu=20)) == PreviewLine(
        "CSCS", "adds 0.1 of 0.2: D is full then; 3.5 of 6.0, then 2.5 to go", "warn"
    )
    assert line(record(), event("n", "2020-03-01", 25)).text == (
        "adds 2.0 of 2.5: at most 2.0 counts for one; 2.0 of 6.0, then 4.0 to go"
    )


def test_nothing_says_why_and_stops_there() -> None:
    one = record(activity("d", "home_study", "2020-02-01", ceu=350), held=(*HELD, TSAC_F))
    cscs, tsac_f = lines(one, activity("n", "home_study", "2019-02-01", ceu=20))
    assert tsac_f == PreviewLine("TSAC-F", "adds nothing: before you earned TSAC-F on 2 April 2019", "bad")
    assert cscs.text == "adds 0.2 in D, and 0.2 of later entries no longer counts: 3.5 of 6.0, then 2.5 to go"
    assert lines(one, activity("n", "home_study", "2020-03-01", ceu=20))[0].text == "adds nothing: D is full"


def test_an_amount_too_small_adds_nothing_and_blames_nothing() -> None:
    assert line(record(), activity("n", "event_other", "2020-03-01", quantity=5)) == PreviewLine(
        "CSCS", "adds nothing", "plain"
    )


def test_what_is_complete_or_not_required_stays_as_it_is() -> None:
    complete = record(*enough(), payments=(paid("2020-10-03"),))
    assert line(complete, event("n", "2020-06-01")) == PreviewLine(
        "CSCS", "complete, nothing changes", "plain"
    )
    late_tier = record(held=(Certification("CSPS", date(2020, 8, 3)),))
    assert line(late_tier, event("n", "2020-09-01")).text == "nothing is due this cycle, so nothing is added"


def test_an_edit_says_what_it_counted_for_before() -> None:
    one = record(*NEARLY)
    more = event("e2019", "2019-05-01", 15)
    assert line(one, more).text == "gives 1.5 in A, 2.0 before: 4.0 of 6.0, then 2.0 to go"
    assert line(one, one.activities[1]).text == "gives 2.0 in A, as before: 4.5 of 6.0, then 1.5 to go"


def test_an_edit_that_gives_way_lets_others_count_again() -> None:
    one = record(
        activity("d", "home_study", "2020-01-01", ceu=350), activity("e", "home_study", "2020-02-01", ceu=100)
    )
    smaller = replace(one.activities[0], ceu=300)
    assert line(one, smaller).text == (
        "gives 3.0 in D, 3.5 before, and 0.5 of other entries counts again: 3.5 of 6.0, then 2.5 to go"
    )


def test_enough_ceus_from_one_category_still_ask_for_another() -> None:
    before, after = evaluated(record()), evaluated(record(event("n", "2020-05-01", 20)))
    after_one = replace(after.standings["CSCS"], short=0, required=200)
    shown = preview_lines(RULES, before, replace(after, standings={"CSCS": after_one}), "n")
    assert shown[0].text == "adds 2.0 in A: 2.0 of 2.0, then one more category to go"


def test_the_live_region_says_in_one_breath_what_happened() -> None:
    one = record(*NEARLY, held=(*HELD, TSAC_F))
    new = event("n", "2019-03-01", 10)
    words = saved_message(RULES, evaluated(one), evaluated(with_activity(one, new)), "n", "Winter Clinic")
    assert words == (
        'Saved "Winter Clinic". CSCS: added 1.0 in A: 5.5 of 6.0, then 0.5 to go. '
        "TSAC-F: added nothing: before you earned TSAC-F on 2 April 2019."
    )


@given(judged())
def test_every_preview_has_a_line_for_each_certification_and_shows_no_code(
    case: tuple[RuleSet, Record],
) -> None:
    rules, one = case
    new, *others = one.activities
    shown = preview_lines(rules, evaluated(replace(one, activities=tuple(others))), evaluated(one), new.id)
    assert [found.code for found in shown] == [held.code for held in one.certifications]
    for found in shown:
        assert found.text
        assert not any("_" in text or "{" in text for text in texts(found))
