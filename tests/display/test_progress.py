"""The bars of the categories, the rule about them, and the strip."""

from dataclasses import replace

from hypothesis import given

from recert_web.display.overview import progress
from recert_web.display.room import needs_another, what_it_lacks, where_from
from recert_web.display.shapes import Progress, StripRow
from recert_web.domain.amounts import amount_from
from recert_web.domain.evaluation import CategoryTotals, Standing
from recert_web.domain.record import Certification, Record
from recert_web.domain.rules import RuleSet
from tests.display.people import CLOSED, seen
from tests.domain.record_strategies import judged
from tests.domain.records import HELD, activity, day, enough, event, record, standing

CASE = record(
    event("a", "2018-07-12", 20),
    activity("b", "quiz_nsca", "2019-03-01", score=65),
    activity("c", "home_study", "2020-02-01", ceu=340),
    activity("d", "home_study", "2020-03-01", ceu=50),
    activity("p", "personal_development", "2019-06-01", quantity=900),
    event("e", "2020-12-05", 3),
)


def shown(one: Record, code: str = "CSCS") -> Progress:
    return progress(*seen(one), code)


def test_a_bar_with_something_over_is_as_long_as_what_was_earned() -> None:
    bar = shown(CASE).categories[3]
    assert (bar.letter, bar.credited, bar.maximum, bar.earned, bar.over) == ("D", "3.5", "3.5", "4.4", "0.9")
    assert (bar.credited_width, bar.over_width) == (79, 21)
    assert bar.words == "3.5 of at most 3.5 credited, 4.4 earned, 0.9 over the maximum."
    assert bar.note == "0.9 is over the maximum and does not count. A, B and C have room."


def test_a_bar_with_room_says_so_without_a_note() -> None:
    bar = shown(CASE).categories[0]
    assert (bar.name, bar.credited_width, bar.over_width, bar.over, bar.note) == ("Attendance", 36, 0, "", "")
    assert bar.words == "2.0 of at most 5.5 credited."


def test_a_category_that_is_just_full_says_where_there_is_room() -> None:
    full = shown(record(activity("d", "home_study", "2020-03-01", ceu=350)))
    assert full.categories[3].note == "D is full. A, B and C have room."


def test_what_is_there_is_never_too_thin_to_see() -> None:
    bar = shown(record(activity("d", "home_study", "2020-03-01", ceu=1))).categories[3]
    assert (bar.credited, bar.credited_width) == ("0.01", 1)


def test_one_category_with_room_has_and_two_have() -> None:
    one = full_standing("ABC")
    assert where_from(one) == "from D"
    assert where_from(full_standing("ABCD")) == ""


def full_standing(letters: str) -> Standing:
    """The first tier with nothing entered, some of its categories made full."""
    empty = standing(record())
    totals = {
        letter: CategoryTotals(letter, one.maximum, one.maximum, 0, one.maximum) if letter in letters else one
        for letter, one in empty.categories.items()
    }
    return replace(empty, categories=totals, categories_used=len(letters))


def test_every_category_full_has_no_room_to_name() -> None:
    rules, evaluation = seen(record())
    for letters, words in (("ABCD", "No other category has room."), ("ABC", "D has room.")):
        one = replace(evaluation, standings={"CSCS": full_standing(letters)})
        assert progress(rules, one, "CSCS").categories[0].note == f"A is full. {words}"


def test_the_rule_about_categories_says_how_it_stands() -> None:
    met, none = shown(CASE), shown(record())
    assert (met.rule_line, met.rule_tone) == ("At least two categories: met (2).", "good")
    assert none.rule_line == "At least two categories: not yet (0). Something from A, B, C or D adds one."
    assert none.rule_tone == "warn"


def test_one_category_is_singular_and_none_needed_is_unsaid() -> None:
    early = record(event("e", "2020-05-01"), held=(Certification("CSCS", day("2020-02-01")),))
    assert shown(early).rule_line == "At least one category: met (1)."
    late = shown(record(held=(Certification("CSCS", day("2020-08-01")),)))
    assert (late.rule_line, late.rule_tone, late.categories) == ("", "plain", [])


def test_enough_ceus_from_too_few_categories_ask_for_a_category() -> None:
    one = replace(full_standing("D"), short=0, categories_used=1)
    assert what_it_lacks(one) == "one more category: A, B or C"
    assert needs_another(one) == "It takes at least two categories, so something must come from A, B or C."
    rules, evaluation = seen(record())
    none_left = replace(evaluation, standings={"CSCS": replace(full_standing("ABCD"), categories_used=1)})
    assert progress(rules, none_left, "CSCS").rule_line == "At least two categories: not yet (1)."


def test_the_strip_says_in_a_sentence_where_it_all_went() -> None:
    assert shown(CASE).strip_words == (
        "7.1 entered, 5.5 counted, 1.3 over a maximum, 0.3 not counted, 0.5 to go."
    )
    assert shown(record()).strip_words == "0.0 entered, 0.0 counted, 6.0 to go."
    assert shown(record(*enough())).strip_words == "6.0 entered, 6.0 counted."
    assert shown(record(as_of=CLOSED)).strip_words == "0.0 entered, 0.0 counted, 6.0 missing."


def test_the_table_accounts_for_every_hundredth() -> None:
    assert shown(CASE).strip_rows == [
        StripRow("Entered", "7.1", "6 activities"),
        StripRow("Counted in A, Attendance", "2.0", "at most 5.5"),
        StripRow("Counted in D, Self-directed study and other certifications", "3.5", "at most 3.5"),
        StripRow("Over the maximum for one year", "0.4", "1 activity"),
        StripRow("Over the maximum of D", "0.9", "2 activities"),
        StripRow("Not completed yet", "0.3", "1 activity"),
        StripRow("To go", "0.5", "6.0 required"),
    ]


def hundredths(text: str) -> int:
    amount = amount_from(text)
    assert amount is not None
    return amount


@given(judged())
def test_the_strip_and_its_table_add_up_to_what_was_entered_and_is_left(case: tuple[RuleSet, Record]) -> None:
    rules, evaluation = seen(case[1])
    for code, one in evaluation.standings.items():
        drawn = progress(rules, evaluation, code)
        entered = sum(trace.entered for trace in one.activities.values())
        assert sum(run.hundredths for run in drawn.strip) == entered + one.short
        first, *rest = drawn.strip_rows
        taken = [row for row in rest if row.label not in ("To go", "Missing")]
        assert hundredths(first.amount) == entered == sum(hundredths(row.amount) for row in taken)
        ends = [0, *(run.start + run.hundredths for run in drawn.strip)]
        assert [run.start for run in drawn.strip] == ends[:-1]
        assert drawn.strip_box == f"0 0 {max(1, ends[-1])} 10"


@given(judged())
def test_a_bar_is_never_longer_than_its_track(case: tuple[RuleSet, Record]) -> None:
    rules, evaluation = seen(case[1])
    for code, one in evaluation.standings.items():
        for bar in progress(rules, evaluation, code).categories:
            totals = one.categories[bar.letter]
            assert 0 <= bar.credited_width <= bar.credited_width + bar.over_width <= 100
            assert (bar.credited_width > 0) is (totals.credited > 0)
            assert (bar.over_width > 0) is (totals.over > 0) is bool(bar.over)


def test_two_certifications_see_the_same_activities_each_in_its_own_way() -> None:
    both = record(event("a", "2018-07-12", 20), held=(*HELD, Certification("TSAC-F", day("2019-04-02"))))
    assert shown(both).strip_words.startswith("2.0 entered, 2.0 counted")
    assert shown(both, "TSAC-F").strip_words == "2.0 entered, 0.0 counted, 2.0 not counted, 2.0 to go."
