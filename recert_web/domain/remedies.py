"""What would make a refused or cut activity count: one change, with exactly what it gains."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from recert_web.domain.evaluate import evaluate
from recert_web.domain.evaluation import Reason, ReasonTrace, Remedy, Standing
from recert_web.domain.preview import with_activity
from recert_web.domain.record import Activity, Certification, Record
from recert_web.domain.rules import RuleSet

TOO_EARLY = frozenset({Reason.BEFORE_CYCLE, Reason.BEFORE_WINDOW, Reason.BEFORE_CERTIFICATION})


def remedies(rules: RuleSet, record: Record, code: str, activity_id: str) -> tuple[Remedy, ...]:
    """The changes, at most one for each reason, after which the activity counts for more.

    Each is tried by evaluating again: offered only where the certification's credit and the activity's
    own both grow, with the certification's growth in hundredths as the gain. Computed when asked for,
    never with the evaluation. Raises KeyError for a code or activity that is not on the record.
    """
    activity = _activity(record, activity_id)
    held = next(one for one in record.certifications if one.code == code)
    before = evaluate(rules, record).standings[code]
    offered: list[Remedy] = []
    for reason in before.activities[activity_id].reasons:
        tried = (
            replace(change, gain=_gain(rules, record, before, activity_id, change))
            for change in _changes(rules, record, held, activity, reason)
        )
        # max keeps the first of equals, and candidates stand in order of their day.
        best = max(tried, key=lambda change: change.gain, default=None)
        if best is not None and best.gain > 0:
            offered.append(best)
    return tuple(offered)


def apply_remedy(record: Record, activity_id: str, remedy: Remedy) -> Record:
    """The record with the remedy's change made to the activity, or to its day of computing."""
    value = remedy.value
    if remedy.field == "as_of":
        return replace(record, as_of=date.fromisoformat(str(value)))
    activity = _activity(record, activity_id)
    if remedy.field == "completed_on":
        changed = replace(activity, completed_on=date.fromisoformat(str(value)))
    elif remedy.field == "started_on":
        changed = replace(activity, started_on=date.fromisoformat(str(value)))
    elif isinstance(value, tuple):
        changed = replace(activity, in_scope_for=value)
    else:
        changed = replace(activity, score=int(value))
    return with_activity(record, changed)


def _activity(record: Record, activity_id: str) -> Activity:
    for activity in record.activities:
        if activity.id == activity_id:
            return activity
    raise KeyError(activity_id)


def _gain(rules: RuleSet, record: Record, before: Standing, activity_id: str, change: Remedy) -> int:
    after = evaluate(rules, apply_remedy(record, activity_id, change)).standings[before.code]
    # Another day of looking may bring in other activities; that alone is no remedy for this one.
    own_growth = after.activities[activity_id].credited - before.activities[activity_id].credited
    return after.credited - before.credited if own_growth > 0 else 0


def _changes(
    rules: RuleSet, record: Record, held: Certification, activity: Activity, trace: ReasonTrace
) -> Iterator[Remedy]:
    """The changes worth trying against one reason, their gain still open."""
    kind, reason = rules.types[activity.type], trace.reason
    if reason is Reason.OUT_OF_SCOPE:
        yield Remedy("in_scope_for", (*(activity.in_scope_for or ()), held.code), 0)
    elif reason is Reason.BELOW_PASS_MARK and kind.pass_mark is not None:
        yield Remedy("score", kind.pass_mark, 0)
    elif reason is Reason.IN_FUTURE and activity.completed_on <= rules.ends:
        yield Remedy("as_of", activity.completed_on.isoformat(), 0)
    elif reason in TOO_EARLY:
        yield from _later(rules, held, activity, kind.dated_by_start)
    elif reason is Reason.YEARLY_MAXIMUM:
        yield from _other_years(rules, record, activity)


def _later(rules: RuleSet, held: Certification, activity: Activity, dated_by_start: bool) -> Iterator[Remedy]:
    """The first day that would count, for the date that the activity is judged by."""
    first = max(rules.starts, held.earns_from or rules.starts, held.certified_on + timedelta(days=1))
    if first > rules.ends:
        return
    if not dated_by_start or activity.started_on is None:
        yield Remedy("completed_on", first.isoformat(), 0)
    elif first <= activity.completed_on:
        yield Remedy("started_on", first.isoformat(), 0)


def _other_years(rules: RuleSet, record: Record, activity: Activity) -> Iterator[Remedy]:
    """The last day of each other calendar year of the cycle that is over or ends on the day of looking."""
    begun = activity.started_on or date.min
    for year in range(rules.starts.year, rules.ends.year + 1):
        last = min(date(year, 12, 31), rules.ends)
        if year != activity.completed_on.year and begun <= last <= record.as_of:
            yield Remedy("completed_on", last.isoformat(), 0)
