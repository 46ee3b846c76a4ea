"""A Save costs the same on the socket and in the database, however much is stored."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from recert_web.data.database import Database
from recert_web.state.report import ReportState
from recert_web.state.saving import SavingState
from tests.services.members import enter, entered, member
from tests.state.members import MANY, Cast, Visitor
from tests.state.pipeline import Answer, Pipeline, Tab

MOST_BYTES = 4096
MOST_STATEMENTS = 40
LARGE_TABLES = ("activities", "payments", "charges", "charge_lines", "people", "accounts", "certifications",
                "sign_in_sessions", "trail_entries", "trail_details")  # fmt: skip
Statements = list[tuple[str, Any]]


@contextmanager
def counted(database: Database) -> Iterator[Statements]:
    """The statements that are sent meanwhile, with their parameters."""
    statements: Statements = []

    def note(*sent: Any) -> None:
        statements.append((sent[2], sent[3]))

    event.listen(database.engine, "before_cursor_execute", note)
    yield statements
    event.remove(database.engine, "before_cursor_execute", note)


async def saved(pipeline: Pipeline, stored: Database, visitor: Visitor) -> tuple[Answer, Statements]:
    """What one Save sent to the browser and to the database."""
    tab = Tab(pipeline, visitor.session)
    await tab.opens("/report?type=event_other")
    form = {
        "form_key": tab.shows(ReportState, "save_key"),
        "title": "A strength clinic",
        "completed_on": "2019-05-10",
        "hours_in_all": "8",
        "quantity": "8",
    }
    with counted(stored) as statements:
        answer = await tab.does(SavingState, "save", form=form)
    assert answer.faults == []
    assert tab.shows(SavingState, "message").startswith("Saved")
    return answer, statements


def reads(statements: Statements) -> Statements:
    return [one for one in statements if one[0].lstrip().upper().startswith(("SELECT", "WITH"))]


async def test_a_save_with_a_thousand_activities_stored_sends_at_most_four_kibibytes(
    pipeline: Pipeline, stored: Database, cast: Cast
) -> None:
    answer, _ = await saved(pipeline, stored, cast.tess)
    assert answer.size <= MOST_BYTES, f"{answer.size} bytes in {len(answer.packets)} packets"
    assert "Talk 1" not in answer.text


async def test_a_save_with_faults_sends_at_most_four_kibibytes(
    pipeline: Pipeline, stored: Database, cast: Cast
) -> None:
    tab = Tab(pipeline, cast.tess.session)
    await tab.opens("/report?type=event_other")
    answer = await tab.does(SavingState, "save", form={"title": "x" * 400, "completed_on": "2019-02-30"})
    assert tab.shows(SavingState, "error")
    assert answer.size <= MOST_BYTES, f"{answer.size} bytes"


async def test_a_save_sends_as_many_statements_with_a_thousand_activities_as_with_a_few(
    pipeline: Pipeline, stored: Database, cast: Cast
) -> None:
    _, few = await saved(pipeline, stored, cast.alex)
    _, many = await saved(pipeline, stored, cast.tess)
    assert len(few) == len(many) <= MOST_STATEMENTS


async def test_a_save_reads_no_row_of_another_member(
    pipeline: Pipeline, stored: Database, cast: Cast
) -> None:
    with stored.writing() as session:
        for number in range(40):
            other = member(session)
            enter(session, other, *(entered(f"Theirs {number} {one}") for one in range(50)))
        session.connection().exec_driver_sql("ANALYZE")
        session.commit()
    _, statements = await saved(pipeline, stored, cast.tess)
    with stored.reading() as session:
        connection = session.connection()
        for statement, parameters in reads(statements):
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            steps = [str(row[3]) for row in plan]
            scans = [step for step in steps if step.startswith("SCAN") and step.split()[1] in LARGE_TABLES]
            assert scans == [], statement
        found = sum(len(connection.exec_driver_sql(*one).all()) for one in reads(statements))
    own = len([one for one in reads(statements) if "FROM activities" in one[0]]) * (MANY + 1)
    assert found <= own + len(reads(statements)) * 3


@pytest.mark.parametrize("page", ["/overview", "/activities", "/fees", "/report?type=event_other"])
async def test_a_page_with_a_thousand_activities_stored_sends_little(
    page: str, pipeline: Pipeline, stored: Database, cast: Cast
) -> None:
    tab = Tab(pipeline, cast.tess.session)
    await tab.opens("/no-access")
    with counted(stored) as statements:
        answer = await tab.follows(page)
    assert answer.faults == []
    assert answer.size <= 32 * 1024, f"{answer.size} bytes"
    assert len(statements) <= 2 * MOST_STATEMENTS
