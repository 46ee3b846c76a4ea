"""Report CEUs: the choice, the form while it is filled in, and Save."""

from typing import Any

import pytest

from recert_web import clock, work
from recert_web.data.database import Database
from recert_web.domain.claim import ClaimDraft
from recert_web.services.claims import edit_claim
from recert_web.services.claims_values import SavedClaim
from recert_web.state.report import ReportState
from recert_web.state.saving import SavingState
from recert_web.state.seals import SealsState
from tests.state.members import TODAY, Cast, rows
from tests.state.pipeline import Answer, Pipeline, Tab

CLINIC = {
    "title": "A strength clinic",
    "started_on": "2019-05-10",
    "completed_on": "2019-05-10",
    "hours_in_all": "8",
    "quantity": "8",
}


async def at_the_form(pipeline: Pipeline, session: str, address: str = "/report?type=event_other") -> Tab:
    tab = Tab(pipeline, session)
    answer = await tab.opens(address)
    assert (answer.faults, answer.redirects) == ([], [])
    return tab


async def save(tab: Tab, **typed: str) -> Answer:
    """Sends the form as the page does, with the key it carries."""
    key = tab.shows(ReportState, "save_key")
    answer = await tab.does(SavingState, "save", form={"form_key": key, **CLINIC, **typed})
    assert answer.faults == []
    return answer


def fields(tab: Tab) -> dict[str, dict[str, Any]]:
    return {field["name"]: field for field in tab.shows(ReportState, "form")["fields"]}


def stored_of(stored: Database, cast: Cast) -> list[str]:
    with stored.reading() as session:
        owned = "SELECT title FROM activities WHERE person_id = ? AND deleted_at IS NULL ORDER BY id"
        return list(session.connection().exec_driver_sql(owned, (cast.sam.person_id,)).scalars())


async def test_choosing_a_type_leads_to_its_form(pipeline: Pipeline, cast: Cast) -> None:
    tab = await at_the_form(pipeline, cast.sam.session, "/report")
    assert fields(tab) == {}
    offered = [option["value"] for group in tab.shows(ReportState, "groups") for option in group["options"]]
    assert {"event_other", "personal_development", "first_aid"} <= set(offered)
    answer = await tab.does(ReportState, "choose_type", key="personal_development")
    await tab.follows(answer.redirects[0])
    assert set(fields(tab)) >= {"title", "completed_on", "quantity"}
    assert "provider" not in fields(tab)


async def test_what_was_typed_comes_along_to_another_type(pipeline: Pipeline, cast: Cast) -> None:
    tab = await at_the_form(pipeline, cast.sam.session)
    await tab.does(ReportState, "fill_in", form=CLINIC)
    await tab.follows("/report?type=personal_development")
    assert fields(tab)["title"]["value"] == "A strength clinic"
    assert fields(tab)["completed_on"]["value"] == "2019-05-10"


async def test_a_type_that_is_reported_for_members_shows_its_route(pipeline: Pipeline, cast: Cast) -> None:
    tab = await at_the_form(pipeline, cast.sam.session, "/report?type=usada_safesport")
    assert fields(tab) == {}
    assert tab.shows(ReportState, "form")["route"]
    await save(tab)
    assert tab.shows(SavingState, "error")


@pytest.mark.parametrize("kind", ["nonsense", "cpr_aed", "../event_other", "", "x" * 5000])
async def test_an_unknown_type_saves_nothing(
    kind: str, pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await at_the_form(pipeline, cast.sam.session, f"/report?type={kind}")
    before = rows(stored)
    await save(tab)
    assert tab.shows(SavingState, "error")
    assert tab.shows(SavingState, "saved") == []
    assert rows(stored) == before


async def test_the_live_line_says_what_it_would_add_for_each_certification(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab, before = await at_the_form(pipeline, cast.sam.session), rows(stored)
    assert tab.shows(ReportState, "preview") == []
    await tab.does(ReportState, "fill_in", form={**CLINIC, "quantity": ""})
    assert tab.shows(ReportState, "preview") == []
    await tab.does(ReportState, "fill_in", form=CLINIC)
    lines = {line["code"]: line["text"] for line in tab.shows(ReportState, "preview")}
    assert lines.keys() == {"NSCA-CPT", "CSCS"}
    assert lines["NSCA-CPT"].startswith("adds 0.8 in A")
    after = rows(stored)
    assert len(after.pop("drafts")) == 1
    assert after == {name: kept for name, kept in before.items() if name != "drafts"}


async def test_an_unticked_certification_is_not_in_scope(pipeline: Pipeline, cast: Cast) -> None:
    tab = await at_the_form(pipeline, cast.sam.session)
    form = {**CLINIC, "in_scope_for.": "", "in_scope_for.CSCS": "CSCS"}
    await tab.does(ReportState, "fill_in", form=form)
    lines = {line["code"]: line["tone"] for line in tab.shows(ReportState, "preview")}
    assert lines["CSCS"] == "good"
    assert lines["NSCA-CPT"] != "good"


async def test_typing_sends_no_field_back_while_the_form_stays_the_same(
    pipeline: Pipeline, cast: Cast
) -> None:
    tab = await at_the_form(pipeline, cast.sam.session)
    await tab.does(ReportState, "fill_in", form=CLINIC)
    answer = await tab.does(ReportState, "fill_in", form={**CLINIC, "title": "A strength clinic, day two"})
    assert [list(changes) for delta in answer.deltas for changes in delta.values()] == [["preview_rx_state_"]]


async def test_saving_stores_it_moves_the_bars_and_says_so(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await at_the_form(pipeline, cast.sam.session)
    bars = tab.shows(SavingState, "bars")
    seal = tab.shows(SealsState, "seals")[0]["small"]
    await save(tab)
    assert stored_of(stored, cast)[-1] == "A strength clinic"
    assert tab.shows(SavingState, "message").startswith('Saved "A strength clinic".')
    assert [line["code"] for line in tab.shows(SavingState, "saved")] == ["NSCA-CPT", "CSCS"]
    assert (bars[0]["credited"], tab.shows(SavingState, "bars")[0]["credited"]) == ("0.8", "1.6")
    assert (seal, tab.shows(SealsState, "seals")[0]["small"]) == ("2.3 of 6.0", "3.1 of 6.0")
    assert tab.shows(SavingState, "error") == ""


async def test_a_second_click_on_save_stores_once_and_says_the_same(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await at_the_form(pipeline, cast.sam.session)
    form = {"form_key": tab.shows(ReportState, "save_key"), **CLINIC}
    await tab.does(SavingState, "save", form=form)
    said = (tab.shows(SavingState, "message"), tab.shows(SavingState, "saved"))
    await tab.does(SavingState, "save", form=form)
    assert stored_of(stored, cast).count("A strength clinic") == 1
    assert (tab.shows(SavingState, "message"), tab.shows(SavingState, "saved")) == said


async def test_another_form_is_another_entry(pipeline: Pipeline, cast: Cast, stored: Database) -> None:
    tab = await at_the_form(pipeline, cast.sam.session)
    first = tab.shows(ReportState, "save_key")
    await save(tab)
    answer = await tab.does(SavingState, "report_another")
    assert answer.redirects == ["/report"]
    await tab.follows("/report?type=event_other")
    assert tab.shows(SavingState, "message") == ""
    assert tab.shows(ReportState, "save_key") not in ("", first)
    assert fields(tab)["title"]["value"] == ""
    await save(tab)
    assert stored_of(stored, cast).count("A strength clinic") == 2


async def test_faults_stand_at_their_fields_and_what_was_typed_stays(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab, before = await at_the_form(pipeline, cast.sam.session), rows(stored)
    shown = tab.shows(ReportState, "form_key")
    await save(tab, title="", completed_on="2019-02-30", quantity="nine", hours_in_all="8")
    faulty = [name for name, field in fields(tab).items() if field["error"]]
    assert faulty == ["title", "completed_on", "quantity"]
    assert tab.shows(ReportState, "form")["first_wrong"] == "title"
    assert tab.shows(SavingState, "error") == "Not saved yet: 3 things to put right below."
    assert tab.shows(SavingState, "message") == ""
    assert fields(tab)["completed_on"]["value"] == "2019-02-30"
    assert fields(tab)["quantity"]["value"] == "nine"
    assert fields(tab)["hours_in_all"]["value"] == "8"
    assert (
        tab.shows(ReportState, "form_key") != shown
    )  # mounted anew, so the first wrong field takes the focus
    assert rows(stored) == before
    await save(tab)
    assert stored_of(stored, cast)[-1] == "A strength clinic"
    assert tab.shows(SavingState, "error") == ""


async def test_a_day_in_a_closed_cycle_is_refused_at_its_field(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await at_the_form(pipeline, cast.sam.session)
    await save(tab, started_on="", completed_on="2017-05-10")
    assert fields(tab)["completed_on"]["error"]
    assert "A strength clinic" not in stored_of(stored, cast)


async def test_a_draft_is_still_there_after_the_page_comes_back(pipeline: Pipeline, cast: Cast) -> None:
    tab = await at_the_form(pipeline, cast.sam.session)
    key = tab.shows(ReportState, "save_key")
    await tab.does(ReportState, "fill_in", form={**CLINIC, "quantity": ""})
    await tab.opens("/report?type=event_other")
    assert tab.shows(ReportState, "save_key") == key
    values = {name: field["value"] for name, field in fields(tab).items()}
    assert (values["title"], values["completed_on"]) == ("A strength clinic", "2019-05-10")


async def test_a_save_that_arrives_after_a_restart_is_stored_once(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab = await at_the_form(pipeline, cast.sam.session)
    form = {"form_key": tab.shows(ReportState, "save_key"), **CLINIC}
    await tab.does(SavingState, "save", form=form)
    tab.pipeline.forget_states()
    await tab.opens("/report?type=event_other")
    answer = await tab.does(SavingState, "save", form=form)
    assert answer.faults == []
    assert tab.shows(SavingState, "message").startswith("Saved")
    assert stored_of(stored, cast).count("A strength clinic") == 1


async def edited(pipeline: Pipeline, stored: Database, cast: Cast) -> tuple[Tab, str]:
    """Sam's tab with the clinic in the form, and the clinic's id."""
    with stored.reading() as session:
        found = session.connection().exec_driver_sql(
            "SELECT id FROM activities WHERE title = 'Sam''s clinic'"
        )
        number = str(found.scalar_one())
    tab = await at_the_form(pipeline, cast.sam.session, f"/report?activity={number}")
    assert tab.shows(ReportState, "editing") is True
    assert fields(tab)["title"]["value"] == "Sam's clinic"
    return tab, number


async def test_an_edit_replaces_the_entry(pipeline: Pipeline, cast: Cast, stored: Database) -> None:
    tab, _ = await edited(pipeline, stored, cast)
    before = len(stored_of(stored, cast))
    await save(tab, title="Sam's shorter clinic", quantity="4")
    assert "Sam's shorter clinic" in stored_of(stored, cast)
    assert "Sam's clinic" not in stored_of(stored, cast)
    assert len(stored_of(stored, cast)) == before


async def test_an_edit_of_what_changed_in_another_window_says_so_and_keeps_what_was_typed(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab, number = await edited(pipeline, stored, cast)
    draft = ClaimDraft("event_other", {**CLINIC, "title": "Changed elsewhere"})
    elsewhere = work.run_now(edit_claim, cast.sam.actor, number, 1, draft, TODAY, clock.now())
    assert isinstance(elsewhere, SavedClaim)
    before = rows(stored)
    await save(tab, title="Changed here")
    after = rows(stored)
    (kept,) = after.pop("drafts")
    assert "Changed here" in kept
    assert after == {name: one for name, one in before.items() if name != "drafts"}
    assert 'Stored now: "Changed elsewhere"' in tab.shows(SavingState, "error")
    assert fields(tab)["title"]["value"] == "Changed here"
    await save(tab, title="Changed here after all")
    assert "Changed here after all" in stored_of(stored, cast)


async def test_a_deleted_entry_is_not_edited(pipeline: Pipeline, cast: Cast, stored: Database) -> None:
    _, number = await edited(pipeline, stored, cast)
    with stored.writing() as session:
        session.connection().exec_driver_sql("UPDATE activities SET deleted_at = entered_at")
        session.commit()
    answer = await Tab(pipeline, cast.sam.session).opens(f"/report?activity={number}")
    assert answer.redirects == ["/activities"]


async def test_leaving_an_edit_for_a_new_entry_leaves_the_edited_one_alone(
    pipeline: Pipeline, cast: Cast, stored: Database
) -> None:
    tab, _ = await edited(pipeline, stored, cast)
    await tab.follows("/report?type=event_other")
    assert tab.shows(ReportState, "editing") is False
    await save(tab)
    assert {"Sam's clinic", "A strength clinic"} <= set(stored_of(stored, cast))


async def test_who_holds_nothing_saves_nothing(pipeline: Pipeline, cast: Cast, stored: Database) -> None:
    tab, before = await at_the_form(pipeline, cast.nell.session), rows(stored)
    assert tab.shows(ReportState, "form")["route"]
    await save(tab)
    assert tab.shows(SavingState, "error")
    assert rows(stored) == before
