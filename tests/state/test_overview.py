"""Overview: where one certification stands, for every kind of member."""

from typing import Any

import pytest

from recert_web.services.policy import Forbidden
from recert_web.state.desk import DeskState
from recert_web.state.overview import OverviewState
from recert_web.state.seals import SealsState
from recert_web.state.session import SessionState
from recert_web.state.sign_in import SignInState
from tests.state.members import Cast
from tests.state.pipeline import Pipeline, Tab

SEALS = [("NSCA-CPT", True), ("CSCS", False)]


def seals(tab: Tab) -> list[tuple[str, bool]]:
    return [(seal["code"], seal["current"]) for seal in tab.shows(SealsState, "seals")]


def title(tab: Tab) -> str:
    stand: dict[str, Any] = tab.shows(OverviewState, "stand")
    return str(stand["title"])


async def test_the_first_certification_is_shown_with_its_seals_and_greets_the_member(
    pipeline: Pipeline, cast: Cast
) -> None:
    tab = Tab(pipeline, cast.sam.session)
    answer = await tab.opens("/overview")
    assert answer.faults == []
    assert tab.shows(OverviewState, "ready") is True
    assert seals(tab) == SEALS
    assert title(tab) == "NSCA-CPT, 2018–2020"
    assert tab.shows(OverviewState, "stand")["figure"] == "2.3"
    assert len(tab.shows(OverviewState, "recent")) == 3
    assert (tab.shows(SessionState, "name"), tab.shows(SessionState, "is_staff")) == ("Sam Several", False)


async def test_a_seal_switches_everything_below_without_loading_the_page(
    pipeline: Pipeline, cast: Cast
) -> None:
    tab = Tab(pipeline, cast.sam.session)
    await tab.opens("/overview")
    before = dict(tab.screen[OverviewState.get_full_name()])
    answer = await tab.follows(tab.shows(SealsState, "seals")[1]["href"])
    assert answer.faults == []
    assert title(tab) == "CSCS, 2018–2020"
    assert seals(tab) == [("NSCA-CPT", False), ("CSCS", True)]
    after = tab.screen[OverviewState.get_full_name()]
    assert {name.partition("_rx")[0] for name in after if after[name] != before[name]} >= {
        "stand",
        "progress",
    }


@pytest.mark.parametrize(
    "asked",
    ["seal=TSAC-F", "seal=", "seal=cscs", "cycle=2030-2032", "cycle=nsca-1999", "seal=CPSS&cycle=2021-2023"],
)
async def test_a_seal_or_cycle_the_member_lacks_falls_back(
    asked: str, pipeline: Pipeline, cast: Cast
) -> None:
    tab = Tab(pipeline, cast.sam.session)
    assert (await tab.opens(f"/overview?{asked}")).faults == []
    assert seals(tab) == SEALS
    assert title(tab) == "NSCA-CPT, 2018–2020"


async def test_who_holds_nothing_reads_why_that_may_be_and_gets_no_figures(
    pipeline: Pipeline, cast: Cast
) -> None:
    tab = Tab(pipeline, cast.nell.session)
    for page in ("/overview", "/activities", "/report", "/fees"):
        assert (await tab.opens(page)).faults == []
    (notice,) = tab.shows(OverviewState, "notices")
    assert notice["title"] == "No certification to show here"
    assert seals(tab) == []
    assert title(tab) == ""
    assert tab.shows(OverviewState, "left") == []


async def test_who_is_ready_to_pay_is_told_so_first(pipeline: Pipeline, cast: Cast) -> None:
    tab = Tab(pipeline, cast.alex.session)
    await tab.opens("/overview")
    assert tab.shows(OverviewState, "stand")["chip"] == "Ready to pay"
    assert tab.shows(OverviewState, "left")[0]["href"].startswith("/fees")


async def test_staff_see_the_desk_and_its_link(pipeline: Pipeline, cast: Cast) -> None:
    tab = Tab(pipeline, cast.dana.session)
    answer = await tab.opens("/desk")
    assert answer.faults == []
    assert tab.shows(SessionState, "is_staff") is True
    names = [member["name"] for member in tab.shows(DeskState, "members")]
    assert names == ["Alex Ready", "Nell Nothing", "Sam Several", "Tess Thousand"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("sam", ["Sam Several"]), ("%", []), ("_", []), ("nobody", []), ("  Tess  ", ["Tess Thousand"])],
)
async def test_the_desk_finds_members_by_a_part_of_their_name(
    typed: str, found: list[str], pipeline: Pipeline, cast: Cast
) -> None:
    tab = Tab(pipeline, cast.dana.session)
    await tab.opens("/desk")
    await tab.does(DeskState, "search", form={"find": typed})
    assert [member["name"] for member in tab.shows(DeskState, "members")] == found
    assert tab.shows(DeskState, "find") == typed
    assert tab.shows(DeskState, "found_text")


@pytest.mark.parametrize("typed", ["Alex", "Sam Several", "nobody at all", ""])
async def test_the_desk_refuses_a_member_whoever_they_look_for(
    typed: str, pipeline: Pipeline, cast: Cast
) -> None:
    tab = Tab(pipeline, cast.sam.session)
    await tab.opens("/no-access")
    answer = await tab.does(DeskState, "search", form={"find": typed})
    assert [type(fault) for fault in answer.faults] == [Forbidden]
    assert answer.deltas == []


async def test_who_is_signed_in_is_led_on_from_the_front_door(pipeline: Pipeline, cast: Cast) -> None:
    tab = Tab(pipeline, cast.sam.session)
    assert (await tab.opens("/")).redirects == ["/overview"]
    answer = await tab.opens("/?refused=signed_out")
    assert answer.redirects == []
    assert tab.shows(SignInState, "message")


@pytest.mark.parametrize(("kind", "said"), [("wrong", True), ("too_many", True), ("<b>", False), ("", False)])
async def test_the_front_door_says_why_in_our_own_words_alone(
    kind: str, said: bool, pipeline: Pipeline
) -> None:
    tab = Tab(pipeline)
    await tab.opens(f"/?refused={kind}")
    message = tab.shows(SignInState, "message")
    assert bool(message) is said
    assert "<b>" not in message
