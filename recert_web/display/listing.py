"""A page of the activity list in words: how many, which filter, where the next page is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recert_web.display import links
from recert_web.display.numbers import activities, cycle_name
from recert_web.display.shapes import ActivityRow, CycleLink, Listing
from recert_web.domain.rules import RuleSet

_FILTERS = {"all": "All", "counted": "Counted", "partly": "Partly counted", "not_counted": "Not counted"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: a certification, a filter by its key, a text, a page of `size` rows."""

    code: str
    show: str
    find: str
    page: int
    pages: int
    size: int


def listing(rules: RuleSet, rows: Sequence[ActivityRow], counts: Mapping[str, int], asked: Asked) -> Listing:
    """The page with links that keep what else was asked for. `counts` is by filter."""
    return Listing(
        title=f"Activities, {cycle_name(rules.name)}",
        count=_count(len(rows), counts[asked.show], asked),
        find=asked.find,
        filters=[
            CycleLink(
                label=f"{label} ({counts[key]:,})",
                href=_href(rules, asked, key, 1),
                current=key == asked.show,
            )
            for key, label in _FILTERS.items()
        ],
        rows=list(rows),
        newer_href=_href(rules, asked, asked.show, asked.page - 1) if asked.page > 1 else "",
        older_href=_href(rules, asked, asked.show, asked.page + 1) if asked.page < asked.pages else "",
    )


def _href(rules: RuleSet, asked: Asked, show: str, page: int) -> str:
    return links.activities(asked.code, rules.name, "" if show == "all" else show, page, asked.find)


def _count(shown: int, total: int, asked: Asked) -> str:
    if total == 0:
        return "No activity here yet." if not asked.find else f'No activity with "{asked.find}" in its name.'
    first = (asked.page - 1) * asked.size + 1
    judged = f", judged for {asked.code}" if asked.show != "all" else ""
    return f"{first:,} to {first + shown - 1:,} of {activities(total)}{judged}."
