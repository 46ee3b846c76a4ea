"""Every reason and every remedy has its words, and no code is ever shown."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from recert_web.display.reason_words import REASONS, REMEDIES
from recert_web.display.reasons import (
    main_reason,
    reason_clause,
    reason_sentence,
    remedy_sentence,
    short_reason,
    table_label,
)
from recert_web.domain.evaluation import Reason, ReasonTrace, Remedy
from tests.display.people import RULES
from tests.domain.records import event, record, trace

SNAPSHOT = Path(__file__).with_name("wordings.txt")
DAYS = {"date": date(2019, 2, 2), "limit": date(2019, 4, 2)}
FIGURES: dict[Reason, dict[str, int | str | date]] = {
    Reason.DUPLICATE: {"kept": "a7"},
    Reason.IN_FUTURE: {"date": date(2020, 12, 5), "limit": date(2020, 11, 1)},
    Reason.AFTER_CYCLE: {"date": date(2021, 1, 3), "limit": date(2020, 12, 31)},
    Reason.BEFORE_CYCLE: {"date": date(2017, 12, 5), "limit": date(2018, 1, 1)},
    Reason.BEFORE_WINDOW: dict(DAYS),
    Reason.BEFORE_CERTIFICATION: dict(DAYS),
    Reason.BELOW_PASS_MARK: {"score": 65, "limit": 70},
    Reason.ITEM_MAXIMUM: {"limit": 200},
    Reason.YEARLY_MAXIMUM: {"limit": 50, "year": 2019, "used": 30},
    Reason.CATEGORY_MAXIMUM: {"limit": 350, "category": "D", "used": 340},
}
REMEDIES_TRIED = (
    Remedy("completed_on", "2019-04-03", 20),
    Remedy("started_on", "2019-04-03", 150),
    Remedy("as_of", "2020-12-05", 30),
    Remedy("score", 70, 20),
    Remedy("in_scope_for", ("CSCS", "TSAC-F"), 100),
)


def reason_trace(reason: Reason) -> ReasonTrace:
    return ReasonTrace(reason, 10, FIGURES.get(reason, {}), "rules.any")


def wordings() -> Iterator[str]:
    """All wordings in the order of the rules, one a line."""
    for reason in Reason:
        one = reason_trace(reason)
        yield f"{table_label(one, 'TSAC-F')} | {short_reason(one, 'TSAC-F')} | {reason_clause(one, 'TSAC-F')}"
        yield f"    {reason_sentence(one, 'TSAC-F')}"
    yield "Variants"
    same_day = replace(
        reason_trace(Reason.BEFORE_CERTIFICATION), figures={"date": DAYS["limit"], "limit": DAYS["limit"]}
    )
    yield f"    {short_reason(same_day, 'TSAC-F')} | {reason_clause(same_day, 'TSAC-F')}"
    yield f"    {reason_sentence(same_day, 'TSAC-F')}"
    course = RULES.types["college_semester"]
    yield f"    {reason_sentence(reason_trace(Reason.BEFORE_CYCLE), 'TSAC-F', course)}"
    yield f"    {reason_sentence(reason_trace(Reason.DUPLICATE), 'TSAC-F', titles={'a7': 'Winter Clinic'})}"
    for reason in (Reason.YEARLY_MAXIMUM, Reason.CATEGORY_MAXIMUM):
        unused = replace(reason_trace(reason), figures=FIGURES[reason] | {"used": 0})
        yield f"    {reason_sentence(unused, 'TSAC-F')}"
    yield "What would make it count"
    for remedy in REMEDIES_TRIED:
        yield f"    {remedy_sentence(remedy, 'TSAC-F')}"


def test_the_wordings_are_those_that_were_agreed() -> None:
    assert "\n".join(wordings()) + "\n" == SNAPSHOT.read_text(encoding="utf-8")


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_words(reason: Reason) -> None:
    assert reason in REASONS
    one = reason_trace(reason)
    for words in (short_reason(one, "CSCS"), reason_clause(one, "CSCS"), table_label(one, "CSCS")):
        assert words
    assert reason_sentence(one, "CSCS").endswith(".")


def test_no_code_and_no_gap_is_ever_visible() -> None:
    for words in wordings():
        assert not re.search(r"[_{}]|None", words), words


def test_every_field_a_remedy_changes_has_its_words() -> None:
    assert {remedy.field for remedy in REMEDIES_TRIED} == set(REMEDIES)


def test_an_unknown_field_is_a_bug_not_a_silence() -> None:
    with pytest.raises(KeyError):
        remedy_sentence(Remedy("mood", "better", 10), "CSCS")


def test_the_reason_that_took_most_stands_first_to_be_seen() -> None:
    cut = trace(
        record(event("b", "2018-02-01", 20), event("c", "2018-03-01", 20), event("a", "2018-04-01", 45))
    )
    assert [one.reason for one in cut.reasons] == [Reason.ITEM_MAXIMUM, Reason.CATEGORY_MAXIMUM]
    found = main_reason(cut)
    assert found is not None
    assert found.reason is Reason.ITEM_MAXIMUM  # took 2.5, the category 0.5


def test_what_counts_in_full_has_no_reason() -> None:
    assert main_reason(trace(record(event("a", "2018-04-01")))) is None
