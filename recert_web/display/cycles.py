"""The cycles a member may look at."""

from collections.abc import Sequence
from datetime import date

from recert_web.display import links
from recert_web.display.numbers import cycle_name, day
from recert_web.display.shapes import CycleLink
from recert_web.domain.evaluation import Window
from recert_web.domain.rules import RuleSet
from recert_web.domain.status import window_on


def cycle_links(cycles: Sequence[RuleSet], current_key: str, seal: str, today: date) -> list[CycleLink]:
    """The cycles a member may look at, in the order given, with the one shown marked."""
    return [
        CycleLink(
            label=cycle_name(rules.name),
            href=links.overview(seal=seal, cycle=rules.name),
            note=_note(rules, today),
            current=rules.key == current_key,
        )
        for rules in cycles
    ]


def _note(rules: RuleSet, today: date) -> str:
    match window_on(rules, today):
        case Window.OPEN:
            return f"Until {day(rules.ends)}"
        case Window.LATE:
            return f"Late window until {day(rules.late_until)}"
        case Window.CLOSED:
            return "Closed, to read only"
