"""What an entry was, in one line: the body's own words for its type and the amounts that matter there."""

from recert_web.display.numbers import bare, ceus, quantity, span
from recert_web.domain.claim_form import is_event
from recert_web.domain.member import Entry
from recert_web.domain.record import Activity, EntrySource
from recert_web.domain.rules import ActivityType, EnteredBy, Valuation
from recert_web.domain.valuation import below_pass_mark


def detail_of(entry: Entry, kind: ActivityType) -> str:
    """The type with its amounts: "Attended a non-NSCA event, 4 of 9 hours in scope"."""
    if kind.valuation is Valuation.QUIZ:
        return _quiz(kind, entry.activity)
    name = kind.name.split(" (")[0]  # the unit in brackets stands with its number
    return ", ".join(filter(None, (name, entry.provider, _amount(entry, kind))))


def origin_of(entry: Entry, kind: ActivityType) -> str:
    """Who added an entry, where it was not the member."""
    if entry.activity.source is EntrySource.MEMBER:
        return ""
    return "Added on passing" if kind.entered_by is EnteredBy.AUTOMATIC else "Added by staff"


def when_of(entry: Entry) -> str:
    """The day of an entry, or its first and last."""
    activity = entry.activity
    return span(activity.started_on or activity.completed_on, activity.completed_on)


def _amount(entry: Entry, kind: ActivityType) -> str:
    activity = entry.activity
    if kind.valuation is Valuation.STATED and activity.ceu is not None:
        return ceus(activity.ceu)
    if kind.valuation is not Valuation.RATE or activity.quantity is None:
        return ""
    if entry.hours_in_all is not None:
        return f"{bare(activity.quantity)} of {quantity(entry.hours_in_all, kind.unit)} in scope"
    amount = quantity(activity.quantity, kind.unit)
    return f"{amount} in scope" if is_event(kind) else amount


def _quiz(kind: ActivityType, activity: Activity) -> str:
    if below_pass_mark(kind, activity):
        return f"Quiz not passed, score {activity.score or 0} and {kind.pass_mark} needed"
    return f"{kind.name} with {activity.score}"
