"""Which of several entries of one activity is kept: step 2, `duplicate`."""

from collections.abc import Callable, Iterable, Mapping

from recert_web.domain.record import Activity, EntrySource


def duplicates(activities: Iterable[Activity], worth: Callable[[Activity], int]) -> Mapping[str, str]:
    """The id of the kept entry by the id of each that is not kept.

    Entries of one type with one `ref` are the same activity. Kept is a staff entry before a member's,
    then the earliest, then the one worth most (after its cap), then the smallest id. What an audit
    struck takes no part: neither kept nor a duplicate. Independent of the certification.
    """
    entries: dict[tuple[str, str], list[Activity]] = {}
    for activity in activities:
        if activity.ref is not None and not activity.struck:
            entries.setdefault((activity.type, activity.ref), []).append(activity)
    replaced: dict[str, str] = {}
    for same in entries.values():
        if len(same) > 1:
            kept = min(same, key=lambda one: _preference(one, worth(one)))
            replaced |= {one.id: kept.id for one in same if one is not kept}
    return replaced


def _preference(activity: Activity, worth: int) -> tuple[bool, int, int, str]:
    by_member = activity.source is not EntrySource.STAFF
    return by_member, activity.completed_on.toordinal(), -worth, activity.id
