"""What is true of an activity for every certification alike, worked out once for each record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from recert_web.domain.duplicates import duplicates
from recert_web.domain.evaluation import ActivityTrace, Reason, ReasonTrace
from recert_web.domain.record import Activity, Record
from recert_web.domain.rules import ActivityType, RuleSet, Valuation
from recert_web.domain.valuation import below_pass_mark, entered_value, own_value

Figures = Mapping[str, int | str | date]


@dataclass(frozen=True, slots=True)
class Weighed:
    """An activity with what does not depend on the certification.

    The refusals stand in the order of the rules around those that do depend on it: `set_aside`
    (struck, duplicate) before all, `off_calendar` (future, outside the cycle) after "not required",
    `worthless` (CPR/AED, a failed quiz) after all.
    """

    activity: Activity
    kind: ActivityType
    judged_on: date  # for the "before" tests: the start of a course, else the completion
    worth: int  # after its own cap
    uncut: ActivityTrace  # as it stands where no maximum but its own touches it
    set_aside: ActivityTrace | None
    off_calendar: ActivityTrace | None
    worthless: ActivityTrace | None


def refused(uncut: ActivityTrace, reason: Reason, figures: Figures, source_key: str) -> ActivityTrace:
    """The trace of a refused activity: its one reason took all of it."""
    entered = uncut.entered
    reasons = (ReasonTrace(reason, entered, figures, source_key),)
    return ActivityTrace(uncut.activity_id, uncut.category, entered, uncut.value, 0, reasons)


def weighed(rules: RuleSet, record: Record) -> Iterator[Weighed]:
    """The record's activities in the order they are credited: by completion, then by entry.

    Raises KeyError for an activity type that the rule set does not know.
    """
    # By number: comparing dates is what would make long lists cost more than their length.
    in_order = sorted(record.activities, key=lambda activity: activity.completed_on.toordinal())
    kinds = rules.types

    def worth(activity: Activity) -> int:
        kind = kinds[activity.type]
        return own_value(kind, entered_value(kind, activity))

    replaced = duplicates(record.activities, worth)
    for activity in in_order:
        yield _weighed(rules, record.as_of, activity, replaced)


def _weighed(rules: RuleSet, as_of: date, activity: Activity, replaced: Mapping[str, str]) -> Weighed:
    kind = rules.types[activity.type]
    entered = entered_value(kind, activity)
    worth = own_value(kind, entered)
    judged_on = activity.completed_on
    if kind.dated_by_start and activity.started_on is not None:
        judged_on = activity.started_on
    cut = _item_maximum(kind, entered, worth)
    uncut = ActivityTrace(activity.id, kind.category, entered, worth, worth, cut)
    return Weighed(
        activity,
        kind,
        judged_on,
        worth,
        uncut,
        _set_aside(activity, uncut, replaced),
        _off_calendar(rules, as_of, activity.completed_on, judged_on, uncut),
        _worthless(kind, activity, uncut),
    )


def _item_maximum(kind: ActivityType, entered: int, worth: int) -> tuple[ReasonTrace, ...]:
    if entered == worth:
        return ()
    source = f"types.{kind.key}.item_maximum"
    return (ReasonTrace(Reason.ITEM_MAXIMUM, entered - worth, {"limit": worth}, source),)


def _set_aside(activity: Activity, uncut: ActivityTrace, replaced: Mapping[str, str]) -> ActivityTrace | None:
    if activity.struck:
        return refused(uncut, Reason.STRUCK, {}, "rules.struck")
    if activity.id in replaced:
        return refused(uncut, Reason.DUPLICATE, {"kept": replaced[activity.id]}, "rules.duplicate")
    return None


def _off_calendar(
    rules: RuleSet, as_of: date, completed_on: date, judged_on: date, uncut: ActivityTrace
) -> ActivityTrace | None:
    if completed_on > as_of:
        figures = {"date": completed_on, "limit": as_of}
        return refused(uncut, Reason.IN_FUTURE, figures, "rules.in_future")
    if completed_on > rules.ends:
        figures = {"date": completed_on, "limit": rules.ends}
        return refused(uncut, Reason.AFTER_CYCLE, figures, "ends")
    if judged_on < rules.starts:
        figures = {"date": judged_on, "limit": rules.starts}
        return refused(uncut, Reason.BEFORE_CYCLE, figures, "starts")
    return None


def _worthless(kind: ActivityType, activity: Activity, uncut: ActivityTrace) -> ActivityTrace | None:
    if kind.valuation is Valuation.NONE:
        return refused(uncut, Reason.NO_CREDIT, {}, f"types.{kind.key}.valuation")
    if kind.pass_mark is not None and below_pass_mark(kind, activity):
        figures = {"score": activity.score or 0, "limit": kind.pass_mark}
        return refused(uncut, Reason.BELOW_PASS_MARK, figures, f"types.{kind.key}.pass_mark")
    return None
