"""Recertification with Distinction (*D): step 10 of the rules."""

from collections.abc import Mapping

from recert_web.domain.eligibility import is_refused
from recert_web.domain.evaluation import Distinction, Standing, Status
from recert_web.domain.fees import FeesPaid
from recert_web.domain.record import Record
from recert_web.domain.rules import RuleSet


def distinction(
    rules: RuleSet, record: Record, standings: Mapping[str, Standing], paid: FeesPaid
) -> Distinction:
    """The separate meter of *D.

    Earned are the values, no category maximum applied, of the marked activities that are eligible for
    the earliest certification. Each further certification raises what is required.
    """
    further = len(standings) - 1
    required = rules.distinction.required + rules.distinction.for_each_further * further
    earliest = min(standings.values(), key=lambda standing: standing.certified_on)
    traces = (
        earliest.activities[activity.id]
        for activity in record.activities
        if rules.types[activity.type].counts_for_distinction
    )
    earned = sum(trace.value for trace in traces if not is_refused(trace))
    return Distinction(required, earned, earned >= required and _in_time(standings, paid))


def _in_time(standings: Mapping[str, Standing], paid: FeesPaid) -> bool:
    """Whether all that must be done was done, and paid, by the end of the cycle."""
    due = [one for one in standings.values() if one.status is not Status.NOT_REQUIRED]
    return bool(due) and all(one.status is Status.COMPLETE and paid.on_time(one.code) for one in due)
