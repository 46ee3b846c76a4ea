"""A rulebook with mistakes is refused with all of them, each by its key."""

import tomllib
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from recert_web.domain.faults import Faults
from recert_web.domain.rule_parsing import rule_set_from
from recert_web.domain.rules import RuleSet
from recert_web.rulebook.loader import RulebookFaults, load_file

TEXT = files("recert_web.rulebook").joinpath("nsca", "2018-2020.toml").read_text(encoding="utf-8")
Change = Callable[[dict[str, Any]], object]


def book() -> dict[str, Any]:
    return tomllib.loads(TEXT)


def paths(*changes: Change) -> list[str]:
    data = book()
    for change in changes:
        change(data)
    found = rule_set_from(data)
    return [fault.path for fault in found.faults] if isinstance(found, Faults) else []


def put(*path: str | int, value: object) -> Change:
    """A change that sets a value, or takes it away with `...`."""

    def change(data: dict[str, Any]) -> None:
        inner: Any = data
        for step in path[:-1]:
            inner = inner[step]
        if value is ...:
            del inner[path[-1]]
        else:
            inner[path[-1]] = value

    return change


def test_the_book_itself_is_faultless() -> None:
    assert isinstance(rule_set_from(book()), RuleSet)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (put("key", value=...), "key"),
        (put("key", value=" "), "key"),
        (put("starts", value="2018-01-01"), "starts"),
        (put("ends", value=date(2017, 1, 1)), "ends"),
        (put("late_until", value=date(2020, 1, 1)), "late_until"),
        (put("audit_answer_days", value=-1), "audit_answer_days"),
        (put("audit_answer_days", value=True), "audit_answer_days"),
        (put("late_fee", value=35), "late_fee"),
        (put("late_fee", value="35.005"), "late_fee"),
        (put("in_scope", value=[]), "in_scope"),
        (put("in_scope", value=[1]), "in_scope"),
        (put("surprise", value=1), "surprise"),
        (put("certifications", value=...), "certifications"),
        (put("certifications", "CSCS", value="x"), "certifications.CSCS"),
        (put("certifications", "CSCS", "scope", value=...), "certifications.CSCS.scope"),
        (put("categories", "A", "name", value=7), "categories.A.name"),
        (put("tiers", value={}), "tiers"),
        (put("tiers", 1, "certified_from", value=date(2018, 1, 2)), "tiers.1.certified_from"),
        (put("tiers", 1, "certified_from", value=date(2017, 12, 31)), "tiers.1.certified_from"),
        (put("tiers", 1, "certified_from", value=...), "tiers.1.certified_from"),
        (put("tiers", 0, "certified_from", value=date(1990, 1, 1)), "tiers.0.certified_from"),
        (put("tiers", 4, "certified_until", value=date(2020, 12, 30)), "tiers.4.certified_until"),
        (put("tiers", 0, "maximums", "B", value=...), "tiers.0.maximums.B"),
        (put("tiers", 0, "maximums", "E", value="1.0"), "tiers.0.maximums.E"),
        (put("tiers", 0, "maximums", value=...), "tiers.0.maximums"),
        (put("tiers", 0, "required", value=6), "tiers.0.required"),
        (put("types", "first_aid", "category", value="E"), "types.first_aid.category"),
        (put("types", "first_aid", "category", value=...), "types.first_aid.category"),
        (put("types", "cpr_aed", "category", value="A"), "types.cpr_aed.category"),
        (put("types", "first_aid", "fixed", value="0.0"), "types.first_aid.fixed"),
        (put("types", "first_aid", "rate", value="0.1"), "types.first_aid.rate"),
        (put("types", "event_other", "unit", value=...), "types.event_other.unit"),
        (put("types", "event_other", "valuation", value="guess"), "types.event_other.valuation"),
        (put("types", "event_other", "route", value="x"), "types.event_other.route"),
        (put("types", "volunteer", "route", value=...), "types.volunteer.route"),
        (put("types", "quiz_nsca", "pass_mark", value=...), "types.quiz_nsca.pass_mark"),
        (put("types", "home_study", "listed", value="yes"), "types.home_study.listed"),
        (put("types", "home_study", "source", value=...), "types.home_study.name"),
        (put("types", "home_study", "source", value="rumour: a friend"), "types.home_study.name"),
        (put("types", "home_study", "source", value="faq: "), "types.home_study.name"),
        (put("types", "home_study", "source", value=7), "types.home_study.name"),
        (put("types", "quiz_nsca", "sources", "colour", value="faq: x"), "types.quiz_nsca.sources.colour"),
        (put("types", "quiz_nsca", "sources", value="faq: x"), "types.quiz_nsca.sources"),
        (put("distinction", value=...), "distinction"),
        (put("distinction", "required", value="0"), "distinction.required"),
        (put("rules", "struck", value=...), "rules.struck"),
        (put("rules", "struck", value="somewhere"), "rules.struck"),
    ],
)
def test_a_mistake_is_named_by_its_key(change: Change, path: str) -> None:
    assert path in paths(change)


def test_all_mistakes_are_told_at_once() -> None:
    fixed = put("types", "first_aid", "fixed", value=0.5)
    found = paths(put("currency", value=...), fixed, put("tiers", 2, "fee_member", value=-1))
    assert sorted(found) == ["currency", "tiers.2.fee_member", "types.first_aid.fixed"]


def test_a_tier_that_ends_before_it_begins_is_a_mistake() -> None:
    assert "tiers.2.certified_until" in paths(put("tiers", 2, "certified_until", value=date(2018, 5, 1)))


def test_a_file_with_mistakes_says_file_and_key_of_each(tmp_path: Path) -> None:
    file = tmp_path / "book.toml"
    file.write_text(
        TEXT.replace('late_fee = "35"', "late_fee = 35").replace('currency = "USD"', ""), encoding="utf-8"
    )
    with pytest.raises(RulebookFaults) as caught:
        load_file(file)
    assert {fault.path for fault in caught.value.faults} >= {"currency", "late_fee"}
    assert f"{file}: late_fee: must be a decimal string" in str(caught.value)
    assert all(line.startswith(f"{file}: ") for line in str(caught.value).splitlines())


@pytest.mark.parametrize("content", [b"key = ", b"\xff", b""])
def test_a_file_that_is_no_rulebook_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "book.toml"
    file.write_bytes(content)
    with pytest.raises(RulebookFaults, match=r"book\.toml"):
        load_file(file)


def test_a_good_file_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "book.toml"
    file.write_text(TEXT, encoding="utf-8")
    assert load_file(file).key == "nsca-2018-2020"
