"""Who a tab belongs to: its state goes with the session cookie, never with the framework's token."""

from datetime import timedelta

import pytest
from reflex.state import State
from reflex_base.constants import CompileVars

from recert_web import clock, work
from recert_web.data.database import Database
from recert_web.services.policy import SignInRequired
from recert_web.services.signing_in import recognise, sign_out
from recert_web.state.activities import ActivitiesState
from recert_web.state.fees import FeesState
from recert_web.state.report import ReportState
from recert_web.state.saving import SavingState
from recert_web.state.session import SessionState
from recert_web.state.sign_in import SignInState
from tests.state.members import SECRETS, Cast, rows, sign_in
from tests.state.pipeline import Pipeline, Tab

PAGES = ("/overview", "/activities", "/report?type=event_other", "/fees")
HYDRATING = (CompileVars.HYDRATE, CompileVars.HYDRATE_AND_LOAD)


async def used_by_alex(pipeline: Pipeline, cast: Cast) -> Tab:
    """Alex's tab after a look at every page: what is in it would be worth stealing."""
    tab = Tab(pipeline, cast.alex.session)
    await tab.opens("/overview")
    shown = [await tab.follows(page) for page in PAGES]
    assert any("Alexandra's own clinic" in answer.text for answer in shown)
    return tab


def thief(cast: Cast, who: str) -> str:
    return "" if who == "nobody" else cast.sam.session


@pytest.mark.parametrize("who", ["nobody", "sam"])
@pytest.mark.parametrize("event", HYDRATING)
async def test_a_stolen_token_hydrates_to_nothing(
    event: str, who: str, pipeline: Pipeline, cast: Cast
) -> None:
    victim = await used_by_alex(pipeline, cast)
    stolen = Tab(pipeline, thief(cast, who), token=victim.token, address="/no-access")
    answer = await stolen.sends(f"{State.get_full_name()}.{event}", {})
    assert answer.deltas
    assert not any(secret in answer.text for secret in SECRETS)
    assert stolen.shows(SessionState, "name") == ""
    assert stolen.shows(ActivitiesState, "listing")["rows"] == []
    assert stolen.shows(FeesState, "panel")["lines"] == []


@pytest.mark.parametrize("who", ["nobody", "sam"])
async def test_a_stolen_token_does_nothing_before_it_hydrates_and_binds_nothing(
    who: str, pipeline: Pipeline, stored: Database, cast: Cast
) -> None:
    victim, before = await used_by_alex(pipeline, cast), rows(stored)
    stolen = Tab(pipeline, thief(cast, who), token=victim.token, address="/fees")
    calls = (
        await stolen.does(FeesState, "pay", form={"method": "approve"}),
        await stolen.does(ActivitiesState, "undo"),
        await stolen.does(SavingState, "save", form={"title": "Stolen"}),
        await stolen.does(SignInState, "load"),
        await stolen.follows("/overview"),
        await stolen.does(State, "set_is_hydrated", value=True),
    )
    assert [answer.packets for answer in calls] == [[]] * len(calls)
    assert rows(stored) == before
    # It left no mark either: the harmless events did not prepare the next one.
    answer = await stolen.opens("/no-access")
    assert not any(secret in answer.text for secret in SECRETS)


async def test_a_tab_goes_on_with_its_own_cookie_after_somebody_elses_try(
    pipeline: Pipeline, cast: Cast
) -> None:
    victim = await used_by_alex(pipeline, cast)
    await Tab(pipeline, cast.sam.session, token=victim.token).does(FeesState, "pay", form={})
    answer = await victim.follows("/activities")
    assert answer.faults == []
    assert victim.shows(SessionState, "name") == "Alex Ready"


async def test_signing_in_starts_from_nothing(pipeline: Pipeline, cast: Cast) -> None:
    tab = Tab(pipeline)
    await tab.opens("/?refused=wrong&next=/fees")
    assert tab.shows(SignInState, "next_path") == "/fees"
    tab.session = cast.alex.session
    await tab.opens("/overview")
    assert tab.shows(SignInState, "next_path") == ""
    assert tab.shows(SessionState, "name") == "Alex Ready"


async def test_signing_in_as_somebody_else_leaves_nothing_of_the_first(
    pipeline: Pipeline, cast: Cast
) -> None:
    tab = await used_by_alex(pipeline, cast)
    await tab.does(ReportState, "fill_in", form={"title": "Alexandra's own clinic"})
    tab.session = cast.sam.session
    answer = await tab.opens("/report?type=event_other")
    assert not any(secret in answer.text for secret in SECRETS)
    assert tab.shows(SessionState, "name") == "Sam Several"


@pytest.mark.parametrize("page", PAGES)
async def test_a_session_that_ended_on_the_server_ends_in_an_open_tab(
    page: str, pipeline: Pipeline, cast: Cast
) -> None:
    tab = Tab(pipeline, cast.alex.session)
    await tab.opens(page)
    work.run_now(sign_out, cast.alex.session, clock.now())
    answer = await tab.follows(page)
    assert [type(fault) for fault in answer.faults] == [SignInRequired] * len(answer.faults)
    assert set(answer.redirects) == {"/?refused=signed_out"}
    assert not any(secret in answer.text for secret in SECRETS)


async def test_no_packet_carries_a_cookie_a_hash_or_an_e_mail(
    pipeline: Pipeline, stored: Database, cast: Cast
) -> None:
    with stored.reading() as session:
        hashes = set(session.connection().exec_driver_sql("SELECT password_hash FROM accounts").scalars())
        hashes |= set(
            session.connection().exec_driver_sql("SELECT token_hash FROM sign_in_sessions").scalars()
        )
    assert len(hashes) > 5
    for visitor, pages in ((cast.alex, PAGES), (cast.sam, PAGES), (cast.dana, ("/desk",))):
        tab = Tab(pipeline, visitor.session)
        sent = (await tab.opens("/no-access")).text
        for page in pages:
            sent += (await tab.opens(page)).text
        assert visitor.actor.name in sent
        forbidden = {visitor.session, "@example.org", "theme=dark", "argon2", "password_hash", "_bound"}
        assert [secret for secret in forbidden | hashes if secret in sent] == []


async def test_a_session_in_use_is_kept_from_growing_idle(pipeline: Pipeline, cast: Cast) -> None:
    token = work.run_now(sign_in, cast.alex.actor, clock.now() - timedelta(minutes=2))
    assert touch_due(token)
    await Tab(pipeline, token).opens("/overview")
    assert not touch_due(token)


def touch_due(token: str) -> bool:
    found = work.read_now(recognise, token, clock.now())
    assert found is not None
    return found.touch_due


@pytest.mark.parametrize(
    "cookies",
    ["session={}", "a=b; session={}; c=d", 'other=plain; session={}; x="quoted; text"', "session={};"],
)
async def test_the_session_is_found_among_other_cookies(cookies: str, pipeline: Pipeline, cast: Cast) -> None:
    tab = Tab(pipeline, cookie=cookies.format(cast.alex.session))
    assert (await tab.opens("/overview")).faults == []
