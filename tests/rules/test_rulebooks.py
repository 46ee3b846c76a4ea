"""The rulebooks that ship: what they hold, where each figure stands, and that none contradicts another."""

import tomllib
from dataclasses import fields, replace
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise

import pytest

from recert_web.domain.rule_rows import MEMBERS_ENTER
from recert_web.domain.rules import ActivityType, EnteredBy, Mark, RuleSet, Tier
from recert_web.rulebook.loader import UnknownRuleSet, rule_set, rule_set_after, rule_sets

OLD, MIDDLE, NEW = rule_sets()
FEES = [(6500, 9000), (5500, 8000), (4500, 7000), (3500, 6000), (0, 0)]


@pytest.mark.parametrize("rules", rule_sets(), ids=lambda rules: rules.key)
def test_every_value_of_a_rulebook_has_a_source_and_mark(rules: RuleSet) -> None:
    text = files("recert_web.rulebook").joinpath("nsca", f"{rules.name}.toml").read_text(encoding="utf-8")
    figures = set(paths_of(tomllib.loads(text), ""))
    assert len(figures) > 200
    assert figures <= rules.sources.keys()
    assert all(source.text for source in rules.sources.values())


def paths_of(value: object, path: str) -> list[str]:
    if isinstance(value, dict):
        inner = [
            (f"{path}.{key}".strip("."), one)
            for key, one in value.items()
            if key not in ("source", "sources")
        ]
        return [found for below, one in inner for found in paths_of(one, below)]
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [found for position, one in enumerate(value) for found in paths_of(one, f"{path}.{position}")]
    return [path]


@pytest.mark.parametrize("rules", rule_sets(), ids=lambda rules: rules.key)
def test_every_field_that_is_computed_from_has_a_source(rules: RuleSet) -> None:
    for position, tier in enumerate(rules.tiers):
        given = [
            one.name for one in fields(Tier) if one.name != "maximums" and getattr(tier, one.name) is not None
        ]
        wanted = [*given, *(f"maximums.{letter}" for letter in rules.categories)]
        assert [key for key in wanted if f"tiers.{position}.{key}" not in rules.sources] == []
    for kind in rules.types.values():
        wanted = [
            one.name for one in fields(ActivityType) if getattr(kind, one.name) not in (None, "", 0, kind.key)
        ]
        wanted.append("counts_for_distinction")
        assert [key for key in wanted if f"types.{kind.key}.{key}" not in rules.sources] == []


def test_the_cycles_follow_one_another_without_a_gap() -> None:
    for one, after in pairwise(rule_sets()):
        assert after.starts == one.ends + timedelta(days=1)
    assert [rules.key for rules in rule_sets()] == ["nsca-2018-2020", "nsca-2021-2023", "nsca-2024-2026"]


@pytest.mark.parametrize("rules", rule_sets(), ids=lambda rules: rules.key)
def test_the_dates_of_a_cycle(rules: RuleSet) -> None:
    first, last = rules.starts.year, rules.ends.year
    assert (rules.starts, rules.ends) == (date(first, 1, 1), date(first + 2, 12, 31))
    assert rules.late_until == date(last + 1, 1, 31)
    assert (rules.appeals_from, rules.appeals_until) == (date(last + 1, 2, 1), date(last + 1, 3, 15))
    assert (rules.audit_notice_by, rules.audit_answer_days) == (date(last + 1, 3, 31), 45)
    assert (rules.certificates_from, rules.certificates_until) == (date(last, 12, 1), date(last + 1, 4, 30))
    assert (rules.time_zone, rules.currency, rules.late_fee) == ("America/Denver", "USD", 3500)


def figures(tier: Tier) -> tuple[int, ...]:
    return (tier.required, *tier.maximums.values(), tier.categories_needed)


def test_the_tiers_of_the_first_cycle() -> None:
    assert [figures(tier) for tier in OLD.tiers] == [
        (600, 550, 400, 550, 350, 2),
        (400, 350, 250, 350, 150, 2),
        (200, 150, 100, 150, 100, 2),
        (100, 100, 100, 100, 100, 1),
        (0, 0, 0, 0, 0, 0),
    ]


@pytest.mark.parametrize("rules", [MIDDLE, NEW], ids=lambda rules: rules.key)
def test_the_tiers_of_the_later_cycles(rules: RuleSet) -> None:
    assert [figures(tier) for tier in rules.tiers] == [
        (600, 550, 400, 550, 400, 2),
        (400, 350, 300, 350, 300, 2),
        (200, 150, 100, 150, 100, 2),
        (100, 100, 100, 100, 100, 1),
        (0, 0, 0, 0, 0, 0),
    ]


@pytest.mark.parametrize("rules", rule_sets(), ids=lambda rules: rules.key)
def test_the_fees_and_edges_of_the_tiers(rules: RuleSet) -> None:
    first, last = rules.starts.year, rules.ends.year
    assert [(tier.fee_member, tier.fee_non_member) for tier in rules.tiers] == FEES
    assert [tier.certified_until for tier in rules.tiers] == [
        date(first - 1, 12, 31), date(first, 12, 31), date(first + 1, 12, 31),
        date(last, 6, 30), date(last, 12, 31),
    ]  # fmt: skip
    assert rules.tiers[0].certified_from is None
    assert [tier.nothing_due for tier in rules.tiers] == [False] * 4 + [True]


def test_the_third_cycle_is_the_second_three_years_later() -> None:
    def moved(day: date | None) -> date | None:
        return day and day.replace(year=day.year + 3)

    for one, after in zip(MIDDLE.tiers, NEW.tiers, strict=True):
        until = one.certified_until.replace(year=one.certified_until.year + 3)
        assert replace(one, certified_from=moved(one.certified_from), certified_until=until) == after
    assert MIDDLE.types == NEW.types
    assert MIDDLE.categories == NEW.categories


def test_from_cycle_to_cycle_a_type_changes_its_category_alone() -> None:
    assert OLD.types.keys() == MIDDLE.types.keys()
    for key, kind in OLD.types.items():
        assert replace(kind, category=MIDDLE.types[key].category) == MIDDLE.types[key]


def test_the_categories_of_the_types() -> None:
    def by_letter(rules: RuleSet) -> dict[str, str]:
        letters = sorted({kind.category or "-" for kind in rules.types.values()})
        return {
            letter: " ".join(key for key, kind in rules.types.items() if (kind.category or "-") == letter)
            for letter in letters
        }

    assert by_letter(OLD) == {
        "-": "cpr_aed",
        "A": "event_nsca event_other",
        "B": "quiz_nsca presenting publish_nsca publish_other volunteer",
        "C": "college_semester college_quarter first_aid",
        "D": "home_study personal_development ncca_certification nsca_certification usada_safesport",
    }
    assert by_letter(NEW) == {
        "-": "cpr_aed",
        "A": "event_nsca event_other",
        "B": "presenting publish_nsca publish_other volunteer",
        "C": "college_semester college_quarter first_aid home_study personal_development ncca_certification "
        "nsca_certification",
        "D": "quiz_nsca usada_safesport",
    }


def test_the_values_of_the_types() -> None:
    def worth(kind: ActivityType) -> tuple[int, int, int | None, int | None]:
        return kind.rate, kind.fixed, kind.item_maximum, kind.yearly_maximum

    assert {key: worth(kind) for key, kind in OLD.types.items()} == {
        "event_nsca": (10, 0, 200, None),
        "event_other": (10, 0, 200, None),
        "quiz_nsca": (0, 20, None, None),
        "presenting": (0, 0, 200, None),
        "publish_nsca": (0, 0, 200, None),
        "publish_other": (0, 0, 200, None),
        "volunteer": (0, 50, None, None),
        "college_semester": (50, 0, 200, None),
        "college_quarter": (30, 0, 200, None),
        "first_aid": (0, 50, None, None),
        "home_study": (0, 0, None, None),
        "personal_development": (10, 0, None, 50),
        "ncca_certification": (0, 100, None, None),
        "nsca_certification": (0, 300, None, None),
        "usada_safesport": (0, 0, 200, None),
        "cpr_aed": (0, 0, None, None),
    }


def test_what_counts_for_distinction_and_who_enters_what() -> None:
    marked = [key for key, kind in OLD.types.items() if kind.counts_for_distinction]
    assert marked == ["event_nsca", "quiz_nsca", "publish_nsca", "volunteer"]
    by: dict[EnteredBy, list[str]] = {}
    for key, kind in OLD.types.items():
        by.setdefault(kind.entered_by, []).append(key)
    assert by[EnteredBy.STAFF] == ["publish_nsca", "volunteer", "nsca_certification", "usada_safesport"]
    assert (by[EnteredBy.MEMBER_EARLY], by[EnteredBy.AUTOMATIC]) == (["event_nsca"], ["quiz_nsca"])
    assert by[EnteredBy.PROFILE] == ["cpr_aed"]
    for kind in OLD.types.values():
        assert bool(kind.route) is (kind.entered_by not in MEMBERS_ENTER)


def test_the_certifications_of_a_cycle_and_their_scope_agree() -> None:
    assert list(OLD.certifications) == ["CSCS", "NSCA-CPT", "TSAC-F", "CSPS"]
    assert list(NEW.certifications) == ["CSCS", "NSCA-CPT", "TSAC-F", "CSPS", "CPSS"]
    for code, kind in OLD.certifications.items():
        assert MIDDLE.certifications[code] == kind == NEW.certifications[code]


@pytest.mark.parametrize("rules", rule_sets(), ids=lambda rules: rules.key)
def test_distinction_has_its_figures(rules: RuleSet) -> None:
    found = rules.distinction
    assert (found.required, found.for_each_further, found.fee_member, found.fee_non_member) == (
        1000,
        200,
        0,
        2500,
    )


def test_what_is_assumed_is_marked_so() -> None:
    def mark(path: str, rules: RuleSet = OLD) -> Mark:
        return rules.sources[path].mark

    assert mark("types.presenting.item_maximum") is Mark.ASSUMED
    assert mark("types.first_aid.fixed") is Mark.FAQ
    assert mark("tiers.0.required") is Mark.WEB
    assert mark("tiers.0.fee_member") is Mark.WEB
    assert mark("tiers.0.fee_member", NEW) is Mark.ASSUMED
    assert mark("distinction.fee_non_member") is Mark.ASSUMED
    assert mark("distinction.fee_non_member", MIDDLE) is Mark.WEB
    assert mark("time_zone") is Mark.ASSUMED
    assert mark("late_fee") is Mark.FAQ


def test_a_rule_set_is_found_by_its_key() -> None:
    assert rule_set("nsca-2018-2020") is OLD
    with pytest.raises(UnknownRuleSet):
        rule_set("nsca-1999")


def test_the_next_cycle_is_known_until_the_last() -> None:
    assert [rule_set_after(rules) for rules in rule_sets()] == [MIDDLE, NEW, None]
