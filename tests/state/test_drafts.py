"""What is typed survives the server and the tab, and starting over empties the form."""

from recert_web.data.database import Database
from recert_web.state.report import ReportState
from recert_web.state.saving import SavingState
from tests.state.members import Cast, rows
from tests.state.pipeline import Pipeline, Tab

CLINIC = {"title": "A strength clinic", "completed_on": "2019-05-10", "hours_in_all": "8"}
ADDRESS = "/report?type=event_other"


async def typing(pipeline: Pipeline, session: str) -> Tab:
    """A tab with a half-filled form."""
    tab = Tab(pipeline, session)
    await tab.opens(ADDRESS)
    answer = await tab.does(ReportState, "fill_in", form=CLINIC)
    assert answer.faults == []
    return tab


def values(tab: Tab) -> dict[str, str]:
    return {one["name"]: one["value"] for one in tab.shows(ReportState, "form")["fields"] if one["value"]}


async def test_a_server_that_lost_everything_shows_what_was_typed(pipeline: Pipeline, cast: Cast) -> None:
    tab = await typing(pipeline, cast.sam.session)
    pipeline.forget_states()
    answer = await tab.opens(ADDRESS)
    assert answer.faults == []
    assert values(tab) == CLINIC
    assert tab.shows(ReportState, "restored") is True


async def test_another_tab_of_the_account_shows_it_and_another_account_does_not(
    pipeline: Pipeline, cast: Cast
) -> None:
    await typing(pipeline, cast.sam.session)
    for visitor, expected in ((cast.sam, CLINIC), (cast.alex, {})):
        tab = Tab(pipeline, visitor.session)
        await tab.opens(ADDRESS)
        assert values(tab) == expected
        assert tab.shows(ReportState, "restored") is bool(expected)


async def test_starting_over_empties_the_form_and_the_draft(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await typing(pipeline, cast.sam.session)
    answer = await tab.does(ReportState, "start_over")
    assert answer.faults == []
    assert values(tab) == {}
    assert tab.shows(ReportState, "restored") is False
    assert rows(stored)["drafts"] == []


async def test_after_save_nothing_comes_back(pipeline: Pipeline, cast: Cast, stored: Database) -> None:
    tab = await typing(pipeline, cast.sam.session)
    key = tab.shows(ReportState, "save_key")
    whole = {**CLINIC, "quantity": "8", "form_key": key}
    await tab.does(SavingState, "save", form=whole)
    assert tab.shows(SavingState, "saved_title")
    await tab.does(ReportState, "fill_in", form=whole)  # sent before Save, arrived after it
    assert rows(stored)["drafts"] == []
    pipeline.forget_states()
    await tab.opens(ADDRESS)
    assert values(tab) == {}


async def test_what_another_tab_saved_does_not_stay_to_be_saved_twice(pipeline: Pipeline, cast: Cast) -> None:
    tab = await typing(pipeline, cast.sam.session)
    other = Tab(pipeline, cast.sam.session)
    await other.opens(ADDRESS)
    assert values(other) == CLINIC
    whole = {**CLINIC, "quantity": "8", "form_key": tab.shows(ReportState, "save_key")}
    await tab.does(SavingState, "save", form=whole)
    await other.opens(ADDRESS)
    assert values(other) == {}
    assert other.shows(ReportState, "restored") is False


async def test_another_type_takes_along_what_is_typed_and_calls_nothing_back(
    pipeline: Pipeline, cast: Cast
) -> None:
    tab = await typing(pipeline, cast.sam.session)
    await tab.follows("/report?type=personal_development")
    assert values(tab)["title"] == CLINIC["title"]
    assert tab.shows(ReportState, "restored") is False


async def test_what_an_entry_holds_is_not_carried_into_a_new_one(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    with stored.reading() as session:
        clinic = "SELECT id FROM activities WHERE title = ?"
        number = session.connection().exec_driver_sql(clinic, ("Sam's clinic",)).scalar_one()
    tab = Tab(pipeline, cast.sam.session)
    await tab.opens(f"/report?activity={number}")
    assert values(tab)["title"] == "Sam's clinic"
    await tab.follows(ADDRESS)
    assert values(tab) == {}


async def test_a_change_of_an_entry_comes_back_too(pipeline: Pipeline, cast: Cast, stored: Database) -> None:
    with stored.reading() as session:
        clinic = "SELECT id FROM activities WHERE title = ?"
        number = session.connection().exec_driver_sql(clinic, ("Sam's clinic",)).scalar_one()
    tab = Tab(pipeline, cast.sam.session)
    await tab.opens(f"/report?activity={number}")
    await tab.does(ReportState, "fill_in", form={**values(tab), "title": "Sam's long clinic"})
    pipeline.forget_states()
    await tab.opens(f"/report?activity={number}")
    assert values(tab)["title"] == "Sam's long clinic"
    assert tab.shows(ReportState, "restored") is True
