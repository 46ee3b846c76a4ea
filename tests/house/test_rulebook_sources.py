"""No figure of the rules without its source, and no rule set without figures."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass

import pytest

from recert_web.domain.rules import ActivityType, Category, CertificationKind, Mark, RuleSet
from recert_web.rulebook.loader import rule_sets
from tests.house.source import expect_none

IDENTITY = {
    RuleSet: {"key", "body", "name", "sources"},
    ActivityType: {"key"},
    Category: {"letter"},
    CertificationKind: {"code"},
}


def stated_keys(value: object, path: str = "") -> Iterator[str]:
    """Answers the key of every value that a rule set states, spelt as in `sources`; a default is none."""
    if is_dataclass(value):
        for field in fields(value):
            here = getattr(value, field.name)
            default = None if field.default is MISSING else field.default
            if field.name not in IDENTITY.get(type(value), set()) and here not in (default, ""):
                yield from stated_keys(here, f"{path}.{field.name}" if path else field.name)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from stated_keys(inner, f"{path}.{key}")
    elif isinstance(value, tuple) and any(is_dataclass(inner) for inner in value):
        for number, inner in enumerate(value):
            yield from stated_keys(inner, f"{path}.{number}")
    else:
        yield path


@pytest.mark.parametrize("rules", rule_sets(), ids=lambda rules: rules.key)
def test_every_rule_value_has_a_source(rules: RuleSet) -> None:
    keys = list(stated_keys(rules))
    assert len(keys) > 100
    expect_none(key for key in keys if key not in rules.sources)


@pytest.mark.parametrize("rules", rule_sets(), ids=lambda rules: rules.key)
def test_every_source_says_where_and_how_sure(rules: RuleSet) -> None:
    expect_none(key for key, source in rules.sources.items() if len(source.text) < 10)
    assert {source.mark for source in rules.sources.values()} == set(Mark)
