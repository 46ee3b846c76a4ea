"""What an activity changes, before it is saved: the record with and without it."""

from collections.abc import Mapping
from dataclasses import replace

from recert_web.domain.evaluate import evaluate
from recert_web.domain.evaluation import Standing
from recert_web.domain.record import Activity, Record
from recert_web.domain.rules import RuleSet


def preview(rules: RuleSet, record: Record, activity: Activity) -> Mapping[str, tuple[Standing, Standing]]:
    """Each certification's standing before and after saving the activity, by code.

    An activity with the id of one on the record replaces it, any other is added. Errors as `evaluate`.
    """
    before = evaluate(rules, record).standings
    after = evaluate(rules, with_activity(record, activity)).standings
    return {code: (standing, after[code]) for code, standing in before.items()}


def with_activity(record: Record, activity: Activity) -> Record:
    """The record with the activity added at the end, or in the place of the one with its id."""
    if all(one.id != activity.id for one in record.activities):
        return replace(record, activities=(*record.activities, activity))
    activities = (activity if one.id == activity.id else one for one in record.activities)
    return replace(record, activities=tuple(activities))


def without_activity(record: Record, activity_id: str) -> Record:
    """The record as if the activity had never been entered."""
    return replace(record, activities=tuple(one for one in record.activities if one.id != activity_id))
