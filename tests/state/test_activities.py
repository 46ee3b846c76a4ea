"""Activities: a page at a time, filtered; deleted and put back; what is not the member's to change."""

from typing import Any

import pytest

from recert_web import clock, work
from recert_web.data.database import Database
from recert_web.domain.claim import ClaimDraft
from recert_web.services.claims import edit_claim
from recert_web.services.claims_values import SavedClaim
from recert_web.state.activities import ActivitiesState
from tests.state.members import TODAY, Cast, rows
from tests.state.pipeline import Pipeline, Tab


async def listed(pipeline: Pipeline, session: str, address: str = "/activities") -> Tab:
    tab = Tab(pipeline, session)
    answer = await tab.opens(address)
    assert answer.faults == []
    return tab


def titles(tab: Tab) -> list[str]:
    return [row["title"] for row in tab.shows(ActivitiesState, "listing")["rows"]]


def row(tab: Tab, title: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = tab.shows(ActivitiesState, "listing")["rows"]
    return next(one for one in found if one["title"] == title)


async def delete(tab: Tab, title: str) -> None:
    one = row(tab, title)
    answer = await tab.does(ActivitiesState, "delete", activity_id=one["id"], version=one["version"])
    assert answer.faults == []


async def test_a_long_list_comes_a_page_at_a_time(pipeline: Pipeline, cast: Cast) -> None:
    tab = await listed(pipeline, cast.tess.session)
    listing = tab.shows(ActivitiesState, "listing")
    assert listing["count"].replace(",", "") == "1 to 20 of 1000 activities."
    assert (listing["newer_href"], len(listing["rows"])) == ("", 20)
    first = titles(tab)
    await tab.follows(listing["older_href"])
    assert not set(titles(tab)) & set(first)
    await tab.follows(tab.shows(ActivitiesState, "listing")["newer_href"])
    assert titles(tab) == first


@pytest.mark.parametrize(("page", "count"), [("50", "981 to"), ("51", "981 to"), ("999999", "981 to")])
async def test_a_page_too_far_is_the_last_one(page: str, count: str, pipeline: Pipeline, cast: Cast) -> None:
    tab = await listed(pipeline, cast.tess.session, f"/activities?page={page}")
    listing = tab.shows(ActivitiesState, "listing")
    assert listing["count"].startswith(count)
    assert listing["older_href"] == ""


@pytest.mark.parametrize("page", ["0", "-3", "two", "1.5", "", "²", "9999999"])
async def test_no_page_is_the_first_one(page: str, pipeline: Pipeline, cast: Cast) -> None:
    tab = await listed(pipeline, cast.tess.session, f"/activities?page={page}")
    assert tab.shows(ActivitiesState, "listing")["count"].startswith("1 to 20")


async def test_a_filter_shows_what_becomes_of_each_for_the_seal(pipeline: Pipeline, cast: Cast) -> None:
    tab = await listed(pipeline, cast.sam.session, "/activities?seal=CSCS&show=not_counted")
    assert titles(tab) == ["Sam's early talk"]
    await tab.follows("/activities?seal=NSCA-CPT&show=not_counted")
    assert titles(tab) == []
    await tab.follows("/activities?seal=NSCA-CPT&show=nonsense")
    assert len(titles(tab)) == 3


async def test_a_search_keeps_the_filter_and_finds_by_name(pipeline: Pipeline, cast: Cast) -> None:
    tab = await listed(pipeline, cast.sam.session, "/activities?seal=CSCS&show=counted")
    answer = await tab.does(ActivitiesState, "search", form={"find": "CLINIC & more"})
    assert answer.redirects == ["/activities?seal=CSCS&show=counted&find=CLINIC%20%26%20more"]
    await tab.follows("/activities?seal=CSCS&show=counted&find=CLINIC")
    assert titles(tab) == ["Sam's clinic"]


async def test_a_deleted_activity_goes_and_comes_back(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await listed(pipeline, cast.sam.session)
    before = titles(tab)
    await delete(tab, "Sam's clinic")
    assert titles(tab) == [title for title in before if title != "Sam's clinic"]
    assert "Sam's clinic" in tab.shows(ActivitiesState, "message")
    assert tab.shows(ActivitiesState, "undo_title") == "Sam's clinic"
    await tab.does(ActivitiesState, "undo")
    assert titles(tab) == before
    assert tab.shows(ActivitiesState, "undo_title") == ""


async def test_deleting_twice_is_deleting_once(pipeline: Pipeline, cast: Cast, stored: Database) -> None:
    tab = await listed(pipeline, cast.sam.session)
    one = row(tab, "Sam's clinic")
    for _ in range(2):
        answer = await tab.does(ActivitiesState, "delete", activity_id=one["id"], version=one["version"])
        assert answer.faults == []
    assert len(titles(tab)) == 2
    assert sum("activity_deleted" in entry for entry in rows(stored)["trail_entries"]) == 1


async def test_what_staff_entered_is_not_deleted_and_says_so(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab, before = await listed(pipeline, cast.sam.session), rows(stored)
    one = row(tab, "Sam's year on a committee")
    assert (one["edit_href"], one["locked"]) == ("", "Added by staff, so only staff can change it.")
    await delete(tab, "Sam's year on a committee")
    assert "staff" in tab.shows(ActivitiesState, "message").lower()
    assert len(titles(tab)) == 3
    assert rows(stored) == before


async def test_what_changed_in_another_window_is_not_deleted_unseen(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await listed(pipeline, cast.sam.session)
    stale = row(tab, "Sam's clinic")
    draft = ClaimDraft(
        "event_other",
        {"title": "Sam's longer clinic", "completed_on": "2019-06-01", "hours_in_all": "9", "quantity": "9"},
    )
    edited = work.run_now(
        edit_claim, cast.sam.actor, stale["id"], stale["version"], draft, TODAY, clock.now()
    )
    assert isinstance(edited, SavedClaim)
    before = rows(stored)
    await tab.does(ActivitiesState, "delete", activity_id=stale["id"], version=stale["version"])
    assert rows(stored) == before
    assert tab.shows(ActivitiesState, "message")
    assert "Sam's longer clinic" in titles(tab)


async def test_undo_without_anything_deleted_changes_nothing(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab, before = await listed(pipeline, cast.sam.session), rows(stored)
    assert (await tab.does(ActivitiesState, "undo")).faults == []
    assert tab.shows(ActivitiesState, "message")
    assert rows(stored) == before


async def test_a_page_opened_anew_forgets_what_was_said(pipeline: Pipeline, cast: Cast) -> None:
    tab = await listed(pipeline, cast.sam.session)
    await delete(tab, "Sam's clinic")
    await tab.opens("/activities")
    assert (tab.shows(ActivitiesState, "message"), tab.shows(ActivitiesState, "undo_title")) == ("", "")
