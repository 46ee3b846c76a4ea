"""What a member sees when a handler raises, and what forms may send."""

import logging
from typing import Any

import pytest
from hypothesis import given, strategies as st

from recert_web.data.database import Database
from recert_web.services.standing_entries import Show
from recert_web.state.addresses import one_of, page_number, whole
from recert_web.state.desk import DeskState
from recert_web.state.drafts import text_of, texts_of, typed_values
from recert_web.state.faults import FaultState
from recert_web.state.overview import OverviewState
from tests.state.members import Cast
from tests.state.pipeline import Pipeline, Tab

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


async def test_a_fault_of_ours_is_a_notice_with_a_reference_and_nothing_of_the_inside(
    pipeline: Pipeline, stored: Database, cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    tab = Tab(pipeline, cast.sam.session)
    await tab.opens("/no-access")
    with stored.writing() as session:
        session.connection().exec_driver_sql("ALTER TABLE payments RENAME TO lost")
        session.commit()
    with caplog.at_level(logging.ERROR, "recert_web"):
        answer = await tab.follows("/overview")
    assert len(answer.faults) == 1
    assert tab.shows(OverviewState, "ready") is False
    notice = tab.shows(FaultState, "text")
    reference = caplog.messages[-1].rpartition(" ")[2]
    assert f"reference {reference}." in notice
    assert not any(word in answer.text for word in ("payments", "sqlite", "Traceback", "OperationalError"))
    await tab.does(FaultState, "dismiss_fault")
    assert tab.shows(FaultState, "text") == ""


@pytest.mark.parametrize("forged", ["<b>call 555-0100 now</b>", None, ["a"], "x" * 10**6, {"a": 1}])
async def test_the_notice_carries_nobody_elses_words(forged: Any, pipeline: Pipeline) -> None:
    tab = Tab(pipeline)
    await tab.opens("/")
    await tab.does(FaultState, "show_fault", reference=forged)
    text = tab.shows(FaultState, "text")
    assert len(text) < 250
    assert "<" not in text
    assert "555-0100" not in text


async def test_the_search_of_the_desk_is_cut_to_a_sensible_length(pipeline: Pipeline, cast: Cast) -> None:
    tab = Tab(pipeline, cast.dana.session)
    await tab.opens("/desk")
    await tab.does(DeskState, "search", form={"find": "x" * 10**6})
    assert len(tab.shows(DeskState, "find")) == 100


@given(ANYTHING)
def test_of_whatever_is_sent_only_short_texts_are_taken(sent: object) -> None:
    texts = texts_of(sent)
    assert len(texts) <= 40
    for text in (*texts, *texts.values()):
        assert type(text) is str
        assert len(text) <= 400
    assert type(text_of(sent, "find")) is str
    assert {type(text) for text in typed_values(sent).values()} <= {str}


def test_a_form_of_too_many_or_too_long_fields_is_cut() -> None:
    assert len(texts_of({f"field {number}": "x" for number in range(1000)})) == 40
    assert texts_of({"a" * 900: "b" * 900}) == {"a" * 400: "b" * 400}


def test_ticks_become_the_codes_that_are_ticked_and_none_ticked_differs_from_not_asked() -> None:
    assert typed_values({"title": "A", "form_key": "k"}) == {"title": "A"}
    asked = {"in_scope_for.": "", "in_scope_for.CSCS": "CSCS", "in_scope_for.TSAC-F": "TSAC-F"}
    assert typed_values(asked) == {"in_scope_for": "CSCS TSAC-F"}
    assert typed_values({"in_scope_for.": ""}) == {"in_scope_for": ""}


@given(st.text())
def test_any_text_is_a_page_number_or_the_first_page(text: str) -> None:
    assert 1 <= page_number(text) <= 999_999
    assert one_of(Show, text, Show.ALL) in Show


@given(ANYTHING)
def test_only_a_whole_number_is_taken_for_one(sent: object) -> None:
    number = whole(sent)
    assert type(number) is int
    assert number == sent or number == -1
