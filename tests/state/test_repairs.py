"""What once went wrong in a handler, and must not again."""

from typing import Any

import pytest

from recert_web.data.database import Database
from recert_web.services.policy import Forbidden
from recert_web.session_cookie import token_in
from recert_web.state.activities import ActivitiesState
from recert_web.state.receipt import ReceiptState
from recert_web.state.report import ReportState
from recert_web.state.saving import SavingState
from tests.house.endpoints import GUARDED, STAFF, Endpoint
from tests.state.members import Cast, rows
from tests.state.pipeline import Pipeline, Tab
from tests.state.test_activities import listed, row
from tests.state.test_fees import at_the_fees, pay
from tests.state.test_report import CLINIC, at_the_form, edited, save, stored_of


async def test_a_second_click_on_save_changes_changes_once(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab, _ = await edited(pipeline, stored, cast)
    before = len(stored_of(stored, cast))
    form = {"form_key": tab.shows(ReportState, "save_key"), **CLINIC, "title": "Sam's shorter clinic"}
    for _ in range(2):
        assert (await tab.does(SavingState, "save", form=form)).faults == []
    assert tab.shows(SavingState, "error") == ""
    assert len(stored_of(stored, cast)) == before


async def test_a_save_without_a_key_of_the_servers_stores_nothing_new(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await at_the_form(pipeline, cast.sam.session)
    await save(tab)
    for _ in range(2):
        await tab.does(SavingState, "save", form=CLINIC)
    assert stored_of(stored, cast).count("A strength clinic") == 1


async def test_staff_read_a_members_receipt_under_the_members_name(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    receipt = await pay(await at_the_fees(pipeline, cast.alex.session))
    desk = Tab(pipeline, cast.dana.session)
    answer = await desk.opens(receipt)
    assert answer.faults == []
    assert desk.shows(ReceiptState, "receipt")["name"] == "Alex Ready"


@pytest.mark.parametrize("version", [10**30, -(10**30), 2**63])
async def test_a_version_that_no_entry_has_is_a_conflict(
    version: int, pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await listed(pipeline, cast.sam.session)
    before = rows(stored)
    answer = await tab.does(
        ActivitiesState, "delete", activity_id=row(tab, "Sam's clinic")["id"], version=version
    )
    assert answer.faults == []
    assert rows(stored) == before


@pytest.mark.parametrize("version", [0, None, 1.0, [1], True, -1])
async def test_what_is_no_version_deletes_nothing(
    version: Any, pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await listed(pipeline, cast.sam.session)
    before = rows(stored)
    await tab.does(ActivitiesState, "delete", activity_id=row(tab, "Sam's clinic")["id"], version=version)
    assert rows(stored) == before


@pytest.mark.parametrize("letter", ["\ud800", "\x00"])
@pytest.mark.parametrize("endpoint", GUARDED, ids=str)
async def test_half_letters_mean_nothing(
    endpoint: Endpoint, letter: str, pipeline: Pipeline, cast: Cast
) -> None:
    tab = Tab(pipeline, cast.dana.session if endpoint in STAFF else cast.sam.session)
    await tab.opens(endpoint.address)
    form = {**CLINIC, "form_key": letter, "find": letter, "method": letter}
    for sent in (letter, form):
        answer = await tab.sends(endpoint.name, dict.fromkeys(endpoint.parameters, sent))
        assert [fault for fault in answer.faults if not isinstance(fault, Forbidden)] == []


@pytest.mark.parametrize(
    "address", ["/activities?find=", "/receipt?number=", "/overview?cycle=", "/report?activity="]
)
async def test_half_letters_in_an_address_mean_nothing(address: str, pipeline: Pipeline, cast: Cast) -> None:
    answer = await Tab(pipeline, cast.sam.session).opens(f"{address}\ud800")
    assert [fault for fault in answer.faults if not isinstance(fault, Forbidden)] == []


@pytest.mark.parametrize(
    "header",
    [
        'prefs={"a":1}; session=abc',
        "foo; session=abc",
        "u=J\xfcrgen; session=abc",
        "a[b]=1; session=abc",
        "session=abc; x=[",
        'q="unclosed; session=abc',
        "path=/; session=abc",
    ],
)
def test_the_session_is_found_whatever_other_cookies_look_like(header: str) -> None:
    assert token_in(header) == "abc"


async def test_a_long_list_is_counted_with_its_thousands_apart(pipeline: Pipeline, cast: Cast) -> None:
    tab = await listed(pipeline, cast.tess.session)
    assert tab.shows(ActivitiesState, "listing")["count"] == "1 to 20 of 1,000 activities."


async def test_what_was_typed_last_and_arrives_after_save_is_not_in_the_next_form(
    pipeline: Pipeline, cast: Cast
) -> None:
    tab = await at_the_form(pipeline, cast.sam.session)
    await save(tab)
    await tab.does(ReportState, "fill_in", form=CLINIC)  # debounced, it overtook nothing
    await tab.follows("/report")
    await tab.follows("/report?type=event_other")
    values = {field["name"]: field["value"] for field in tab.shows(ReportState, "form")["fields"]}
    assert values["title"] == ""
