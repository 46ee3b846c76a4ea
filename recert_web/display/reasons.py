"""Why an activity counts for less than was entered, and what would make it count, with the figures."""

from collections.abc import Mapping
from datetime import date

from recert_web.display.numbers import ceu, day
from recert_web.display.reason_words import FROM_NOTHING, ON_THE_DAY, REASONS, REMEDIES, Words
from recert_web.domain.evaluation import ActivityTrace, Reason, ReasonTrace, Remedy
from recert_web.domain.rules import ActivityType

DAYS = ("completed_on", "started_on", "as_of")  # fields of a remedy that are days
PLAIN = ("score", "year")  # figures that are neither CEUs nor days


def short_reason(trace: ReasonTrace, code: str) -> str:
    """The reason beside a chip: "D is full", "before you earned TSAC-F"."""
    return _words(trace).short.format_map(_figures(trace, code))


def reason_clause(trace: ReasonTrace, code: str) -> str:
    """The reason within a sentence: "before you earned TSAC-F on 2 April 2019"."""
    return _words(trace).clause.format_map(_figures(trace, code))


def table_label(trace: ReasonTrace, code: str) -> str:
    """The reason as a line of the strip's table: "Over the maximum of D"."""
    return _words(trace).label.format_map(_figures(trace, code))


def reason_sentence(
    trace: ReasonTrace, code: str, kind: ActivityType | None = None, titles: Mapping[str, str] | None = None
) -> str:
    """The reason in full with the member's own figures.

    `kind` tells whether the activity is dated by its start, `titles` names the entry that a duplicate
    gives way to, by activity id.
    """
    figures = _figures(trace, code)
    title = (titles or {}).get(figures.get("kept", ""))
    figures["kept"] = f'"{title}"' if title else "the other entry"
    figures["dated"] = "began on" if kind and kind.dated_by_start else "was completed on"
    words = _words(trace).sentence
    if trace.figures.get("used") == 0:
        words = FROM_NOTHING[trace.reason]
    return words.format_map(figures)


def remedy_sentence(remedy: Remedy, code: str) -> str:
    """What would make it count for a certification, and how much that adds.

    Raises KeyError for a field that no remedy changes.
    """
    template = REMEDIES[remedy.field]
    shown = day(date.fromisoformat(str(remedy.value))) if remedy.field in DAYS else str(remedy.value)
    return template.format_map({"gain": ceu(remedy.gain), "value": shown, "code": code})


def main_reason(trace: ActivityTrace) -> ReasonTrace | None:
    """The reason that took most of an activity, the last of several alike; None where it counts in full."""
    return max(reversed(trace.reasons), key=lambda reason: reason.taken, default=None)


def _words(trace: ReasonTrace) -> Words:
    figures = trace.figures
    if trace.reason is Reason.BEFORE_CERTIFICATION and figures["date"] == figures["limit"]:
        return ON_THE_DAY
    return REASONS[trace.reason]


def _figures(trace: ReasonTrace, code: str) -> dict[str, str]:
    shown = {key: _shown(trace.reason, key, value) for key, value in trace.figures.items()}
    return shown | {"code": code, "taken": ceu(trace.taken)}


def _shown(reason: Reason, key: str, value: int | str | date) -> str:
    if isinstance(value, date):
        return day(value)
    plain = key in PLAIN or reason is Reason.BELOW_PASS_MARK
    return str(value) if plain or isinstance(value, str) else ceu(value)
