"""Every endpoint of the event socket refuses whoever may not call it, whatever is sent to it."""

from collections.abc import Iterator
from typing import Any

import pytest
from reflex.state import State, UpdateVarsInternalState
from reflex_base.constants import CompileVars
from reflex_base.constants.state import FIELD_MARKER
from reflex_base.registry import RegistrationContext

from recert_web.data.database import Database
from recert_web.services.policy import Forbidden, SignInRequired
from recert_web.state.session import SessionState
from tests.house.endpoints import (
    GUARDED,
    ON_OWN_RECORD,
    OWN_PAGES,
    PUBLIC,
    REGISTERED,
    STAFF,
    Endpoint,
    setters,
)
from tests.house.source import expect_none
from tests.state.members import SECRETS, Cast, rows
from tests.state.pipeline import Answer, Pipeline, Tab

NOBODY = ("stranger", "made up", "expired", "idle", "signed_out")
FORGED: dict[str, Any] = {
    "none": None,
    "true": True,
    "negative": -1,
    "huge": 10**30,
    "nan": float("nan"),
    "infinite": float("inf"),
    "empty text": "",
    "long text": "x" * 10**6,
    "digits": "9" * 5000,
    "markup": "<script>alert(1)</script>' OR 1=1 --",
    "list": [],
    "deep list": [[[["1"]]]],
    "map": {},
    "map of wrong kinds": {
        "form_key": ["x"],
        "find": None,
        "method": 7,
        "title": {"a": "b"},
        "quantity": 1e308,
    },
    "wide map": {f"field {number}": "x" * 500 for number in range(500)},
    "all fields long": dict.fromkeys(("form_key", "find", "method", "title", "completed_on"), "9" * 10**5),
}


def test_every_endpoint_is_placed() -> None:
    placed = {endpoint.name for endpoint in (*PUBLIC, *GUARDED)} | setters()
    assert len(REGISTERED) > len(PUBLIC) + len(GUARDED)
    expect_none(f"{name}: say in endpoints.py who may call it" for name in set(REGISTERED) - placed)
    expect_none(
        f"{name}: is in endpoints.py, but there is no such endpoint" for name in placed - set(REGISTERED)
    )


def test_nobody_wrote_a_setter_that_the_frameworks_own_could_reach() -> None:
    ours = {
        str(endpoint) for endpoint in (*GUARDED, *PUBLIC) if endpoint.state.__module__.startswith("recert")
    }
    expect_none(name for name in ours if name.partition(".")[2].startswith("set"))


def session_of(cast: Cast, who: str) -> str:
    known = {"stranger": "", "made up": "x" * 43}
    return known[who] if who in known else str(getattr(cast, who))


@pytest.mark.parametrize("who", NOBODY)
@pytest.mark.parametrize("endpoint", GUARDED, ids=str)
async def test_nobody_calls_a_guarded_endpoint_without_a_living_session(
    endpoint: Endpoint, who: str, pipeline: Pipeline, stored: Database, cast: Cast
) -> None:
    tab = Tab(pipeline, session_of(cast, who))
    await tab.opens("/no-access")
    screen, before = dict(tab.screen), rows(stored)
    tab.address = endpoint.address
    answer = await tab.sends(endpoint.name, dict(endpoint.payload))
    assert [type(fault) for fault in answer.faults] == [SignInRequired]
    assert answer.redirects == ["/?refused=signed_out"]
    assert answer.deltas == []
    await tab.opens("/no-access")
    assert tab.screen == screen
    assert rows(stored) == before


@pytest.mark.parametrize("endpoint", STAFF, ids=str)
async def test_a_member_is_refused_at_every_staff_endpoint(
    endpoint: Endpoint, pipeline: Pipeline, stored: Database, cast: Cast
) -> None:
    tab, before = await opened(pipeline, cast.sam.session), rows(stored)
    tab.address = endpoint.address
    answer = await tab.sends(endpoint.name, dict(endpoint.payload))
    assert [type(fault) for fault in answer.faults] == [Forbidden]
    assert answer.redirects == ["/no-access"]
    assert not any(secret in answer.text for secret in SECRETS)
    assert rows(stored) == before


@pytest.mark.parametrize("endpoint", ON_OWN_RECORD, ids=str)
async def test_staff_change_and_pay_nothing_on_anybodys_record(
    endpoint: Endpoint, pipeline: Pipeline, stored: Database, cast: Cast
) -> None:
    tab, before = await opened(pipeline, cast.dana.session), rows(stored)
    tab.address = endpoint.address
    answer = await tab.sends(endpoint.name, dict(endpoint.payload))
    assert [type(fault) for fault in answer.faults] == [Forbidden]
    assert answer.redirects == ["/no-access"]
    assert rows(stored) == before


@pytest.mark.parametrize("endpoint", OWN_PAGES, ids=str)
async def test_staff_are_led_from_a_members_page_to_their_desk(
    endpoint: Endpoint, pipeline: Pipeline, cast: Cast
) -> None:
    answer = await Tab(pipeline, cast.dana.session).opens(endpoint.address)
    assert answer.faults == []
    assert answer.redirects == ["/desk"]


@pytest.mark.parametrize("endpoint", [one for one in GUARDED if one.payload], ids=str)
async def test_forged_arguments_are_refused_or_mean_nothing(
    endpoint: Endpoint, pipeline: Pipeline, stored: Database, cast: Cast
) -> None:
    session = cast.dana.session if endpoint in STAFF else cast.sam.session
    tab, before = Tab(pipeline, session), rows(stored)
    await tab.opens(endpoint.address)
    for kind, forged in FORGED.items():
        answer = await tab.sends(endpoint.name, dict.fromkeys(endpoint.parameters, forged))
        assert answer.faults == [], kind
        assert answer.size < 30_000, kind
    assert rows(stored) == before


@pytest.mark.parametrize("address", ["/activities", "/overview", "/report", "/fees", "/receipt", "/"])
async def test_forged_addresses_are_refused_or_mean_nothing(
    address: str, pipeline: Pipeline, stored: Database, cast: Cast
) -> None:
    tab, before = Tab(pipeline, cast.sam.session), rows(stored)
    names = ("seal", "cycle", "show", "page", "find", "type", "activity", "number", "next", "refused", "self")
    for value in ("9" * 5000, "-1", "%00", "%ff", "' OR 1=1 --", "x" * 100_000, "../../etc/passwd", "%"):
        answer = await tab.opens(f"{address}?{'&'.join(f'{name}={value}' for name in names)}")
        assert [fault for fault in answer.faults if not isinstance(fault, Forbidden)] == []
    assert rows(stored) == before


def of_others(tables: dict[str, list[str]], own: str) -> dict[str, list[str]]:
    return {name: [row for row in found if own not in row] for name, found in tables.items()}


async def test_other_members_activities_are_nobodys(pipeline: Pipeline, stored: Database, cast: Cast) -> None:
    with stored.reading() as session:
        owned = "SELECT id, version FROM activities WHERE person_id = ?"
        theirs = session.connection().exec_driver_sql(owned, (cast.alex.person_id,)).all()
    assert len(theirs) > 5
    tab, before = await opened(pipeline, cast.sam.session), rows(stored)
    for number, version in theirs:
        for answer in await answers_about(tab, str(number), version):
            assert answer.faults == []
            assert not any(secret in answer.text for secret in SECRETS)
            assert f'"id": "{number}"' not in answer.text
    assert rows(stored) == before


async def answers_about(tab: Tab, number: str, version: int) -> list[Answer]:
    delete, undo, *_ = ON_OWN_RECORD
    edit = await tab.follows(f"/report?activity={number}")
    assert edit.redirects == ["/activities"]
    tab.address = "/activities"
    deleted = await tab.sends(delete.name, {"activity_id": number, "version": version})
    return [edit, deleted, await tab.sends(undo.name, {})]


async def test_nobody_makes_themselves_staff_by_sending_vars(
    pipeline: Pipeline, stored: Database, cast: Cast
) -> None:
    tab = await opened(pipeline, cast.sam.session)
    var = f"{SessionState.get_full_name()}.is_staff{FIELD_MARKER}"
    stored_vars = f"{UpdateVarsInternalState.get_full_name()}.update_vars_internal"
    await tab.sends(stored_vars, {"vars": {var: True}})
    await tab.sends(
        f"{State.get_full_name()}.{CompileVars.HYDRATE_AND_LOAD}", {"vars": {var: True}, "hashes": []}
    )
    await tab.sends(f"{SessionState.get_full_name()}.setvar", {"var_name": "is_staff", "value": True})
    assert tab.shows(SessionState, "is_staff") is False
    await tab.opens("/no-access")
    assert tab.shows(SessionState, "is_staff") is False


def every_var() -> Iterator[tuple[str, str]]:
    for state in RegistrationContext.get().base_states.values():
        if state.__module__.startswith("recert_web"):
            yield from ((state.get_full_name(), var) for var in state.__annotations__)


async def test_the_frameworks_setter_sets_nothing_of_ours(pipeline: Pipeline, cast: Cast) -> None:
    tab = await opened(pipeline, cast.sam.session)
    screen = dict(tab.screen)
    sent = list(every_var())
    assert len(sent) > 30
    for state, var in sent:
        answer = await tab.sends(f"{state}.setvar", {"var_name": var, "value": "forged"})
        assert len(answer.faults) == 1, f"{state}.{var} was set"
    tab.address = "/no-access"
    await tab.opens("/no-access")
    faults = {name for name in screen if "fault_state" in name}
    assert {name: tab.screen[name] for name in screen if name not in faults} == {
        name: screen[name] for name in screen if name not in faults
    }


async def opened(pipeline: Pipeline, session: str) -> Tab:
    tab = Tab(pipeline, session)
    await tab.opens("/no-access")
    return tab
