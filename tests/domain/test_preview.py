"""What an activity changes before it is saved."""

from recert_web.domain.preview import preview, with_activity, without_activity
from recert_web.rulebook.loader import rule_set
from tests.domain.records import CYCLE, event, record


def test_an_added_activity_shows_what_it_brings() -> None:
    one = record(event("b", "2018-01-05"))
    before, after = preview(rule_set(CYCLE), one, event("a", "2019-01-01"))["CSCS"]
    assert (before.credited, after.credited) == (100, 200)


def test_an_activity_of_the_same_id_is_replaced_in_its_place() -> None:
    one = record(event("a", "2018-01-05"), event("b", "2018-01-05"))
    before, after = preview(rule_set(CYCLE), one, event("a", "2018-01-05", 20))["CSCS"]
    assert (before.credited, after.credited) == (200, 300)
    assert [entry.id for entry in with_activity(one, event("a", "2018-02-05")).activities] == ["a", "b"]


def test_what_is_taken_off_leaves_no_trace() -> None:
    one = record(event("b", "2018-01-05"))
    assert without_activity(with_activity(one, event("a", "2018-02-05")), "a") == one
