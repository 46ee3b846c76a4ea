"""A stored entry becomes the text of its form again."""

from datetime import UTC, date, datetime

from recert_web.domain.claim_values import draft_of
from recert_web.domain.member import Entry
from recert_web.domain.record import Activity


def test_amounts_are_written_as_people_type_them() -> None:
    activity = Activity("1", "event_other", date(2020, 5, 2), quantity=1000, in_scope_for=())
    entry = Entry(
        activity, "Clinic", "nsca-2018-2020", 1, datetime(2020, 5, 3, tzinfo=UTC), hours_in_all=1250
    )
    values = draft_of(entry).values
    assert values["quantity"] == "10"
    assert values["hours_in_all"] == "12.5"
    assert values["in_scope_for"] == ""
    assert "started_on" not in values
