"""Of several entries of one activity one is kept."""

from dataclasses import replace

from recert_web.domain.evaluation import Reason
from recert_web.domain.record import Activity
from tests.domain.records import STAFF, activity, event, reasons, record, trace


def kept(*activities: Activity) -> list[str]:
    one = record(*activities)
    return [entry.id for entry in activities if not reasons(one, entry.id)]


def test_a_staff_entry_is_kept_before_an_earlier_one_of_the_member() -> None:
    mine = event("a", "2019-01-01", ref="r")
    theirs = event("b", "2019-01-05", ref="r", source=STAFF)
    assert kept(mine, theirs) == ["b"]
    assert trace(record(mine, theirs)).reasons[0].figures == {"kept": "b"}


def test_among_members_entries_the_earliest_is_kept() -> None:
    assert kept(event("a", "2019-01-02", 20, ref="r"), event("b", "2019-01-01", 1, ref="r")) == ["b"]


def test_of_one_date_the_one_worth_most_is_kept() -> None:
    assert kept(event("a", "2019-01-01", 5, ref="r"), event("b", "2019-01-01", 6, ref="r")) == ["b"]


def test_worth_is_told_after_the_maximum_of_one_activity() -> None:
    assert kept(event("b", "2019-01-01", 30, ref="r"), event("a", "2019-01-01", 20, ref="r")) == ["a"]


def test_of_one_worth_the_smallest_id_is_kept() -> None:
    assert kept(event("b", "2019-01-01", ref="r"), event("a", "2019-01-01", ref="r")) == ["a"]


def test_a_struck_entry_takes_no_part() -> None:
    struck = event("a", "2019-01-01", ref="r", source=STAFF, struck=True)
    mine = event("b", "2019-01-01", ref="r")
    assert kept(struck, mine) == ["b"]
    assert reasons(record(struck, mine)) == (Reason.STRUCK,)


def test_another_type_or_ref_is_another_activity() -> None:
    first = event("a", "2019-01-01", ref="r")
    other = activity("c", "event_nsca", "2019-01-01", quantity=100, ref="r")
    assert kept(first, replace(first, id="b", ref="s"), other, replace(first, id="d", ref=None)) == list(
        "abcd"
    )


def test_an_entry_stays_a_duplicate_where_the_kept_one_is_refused() -> None:
    early = event("a", "2017-06-01", ref="r")
    assert reasons(record(early, event("b", "2019-01-01", ref="r")), "b") == (Reason.DUPLICATE,)
