"""Overview: where one certification stands, for every kind of member."""

from typing import Any

import pytest

from recert_web.state.overview import OverviewState
from recert_web.state.seals import SealsState
from recert_web.state.session import SessionState
from tests.state.members import Cast
from tests.state.pipeline import Pipeline, Tab


def current(seals: list[dict[str, Any]]) -> list[str]:
    return [seal["code"] for seal in seals if seal["current"]]


async def test_the_first_certification_is_shown_with_its_seals_and_greets_the_member(
    pipeline: Pipeline, cast: Cast
) -> None:
    tab = Tab(pipeline, cast.sam.session)
    answer = await tab.opens("/overview")
    assert answer.faults == []
    assert tab.shows(OverviewState, "ready") is True
    assert [seal["code"] for seal in tab.shows(SealsState, "seals")] == ["NSCA-CPT", "CSCS"]
    assert current(tab.shows(SealsState, "seals")) == ["NSCA-CPT"]
    assert tab.shows(OverviewState, "stand")["title"] == "NSCA-CPT, 2018-2020"
    assert tab.shows(SessionState, "name") == "Sam Several"
    assert tab.shows(SessionState, "is_staff") is False
    print(tab.screen[OverviewState.get_full_name()])


async def test_a_seal_in_the_address_switches_everything_below(pipeline: Pipeline, cast: Cast) -> None:
    tab = Tab(pipeline, cast.sam.session)
    await tab.opens("/overview")
    before = tab.shows(OverviewState, "progress")
    await tab.follows("/overview?seal=CSCS&cycle=2018-2020")
    assert tab.shows(OverviewState, "stand")["title"] == "CSCS, 2018-2020"
    assert tab.shows(OverviewState, "progress") != before
    assert current(tab.shows(SealsState, "seals")) == ["CSCS"]
