"""The rule sets that ship with the product, one TOML file for each body and cycle."""

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from recert_web.domain.faults import Fault, Faults
from recert_web.domain.rule_parsing import rule_set_from
from recert_web.domain.rules import RuleSet


class UnknownRuleSet(LookupError):
    """No rule set has the key asked for."""


class RulebookFaults(ValueError):
    """A rulebook file is wrong. Lists every fault with its file and key."""

    def __init__(self, file: str, faults: tuple[Fault, ...]) -> None:
        lines = (f"{file}: {fault.path or 'the file'}: {fault.message}" for fault in faults)
        super().__init__("\n".join(lines))
        self.file = file
        self.faults = faults


def rule_set(key: str) -> RuleSet:
    """The rule set of a key such as "nsca-2018-2020". Raises UnknownRuleSet."""
    for rules in rule_sets():
        if rules.key == key:
            return rules
    raise UnknownRuleSet(key)


def rule_set_after(rules: RuleSet) -> RuleSet | None:
    """The rule set of the same body's next cycle, None where it is not known yet."""
    later = (one for one in rule_sets() if one.body == rules.body and one.starts > rules.ends)
    return next(later, None)


@cache
def rule_sets() -> tuple[RuleSet, ...]:
    """Every rule set that ships with the product, in order of its start. Raises RulebookFaults."""
    return tuple(sorted((load_file(file) for file in _shipped()), key=lambda rules: rules.starts))


def load_file(path: Path | Traversable) -> RuleSet:
    """The rule set in a file. Raises RulebookFaults with all that is wrong, OSError if unreadable."""
    try:
        found = rule_set_from(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValueError as error:  # not TOML, or not UTF-8
        raise RulebookFaults(str(path), (Fault("", str(error)),)) from error
    if isinstance(found, Faults):
        raise RulebookFaults(str(path), found.faults)
    return found


def _shipped() -> list[Traversable]:
    bodies = [folder for folder in files("recert_web.rulebook").iterdir() if folder.is_dir()]
    return [file for folder in bodies for file in folder.iterdir() if file.name.endswith(".toml")]
