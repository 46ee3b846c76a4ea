"""What is said about a stored entry: why it may not be changed, that it is gone or back."""

from recert_web.display.details import detail_of, when_of
from recert_web.display.numbers import day
from recert_web.domain.claim import RefusalCode
from recert_web.domain.member import Entry
from recert_web.domain.rules import ActivityType

REFUSALS = {
    RefusalCode.STAFF_ENTRY: "Added by staff, so only staff can change it.",
    RefusalCode.STRUCK: "Struck by the audit, so it cannot be changed.",
    RefusalCode.CYCLE_CLOSED: "This cycle is closed, so it cannot be changed.",
    RefusalCode.NOT_FOUND: "This entry is not on your record any more.",
    RefusalCode.NOTHING_HELD: "You hold no certification in this cycle, so there is nothing to report for.",
}
CHANGED_IN_LIST = "This entry was changed in another window meanwhile. The list shows it as it is now."


def changed_meanwhile(entry: Entry, kind: ActivityType) -> str:
    """For who saves what somebody changed since it was read: what is stored now, and what Save would do."""
    if entry.deleted:
        return (
            "This entry was deleted in another window meanwhile. What you typed is still here: "
            "Save enters it anew."
        )
    stored = f'"{entry.title}", {when_of(entry)}, {detail_of(entry, kind)}'
    return (
        f"This entry was changed in another window meanwhile. Stored now: {stored}. "
        "What you typed is still here: Save replaces what is stored."
    )


def refusal_words(code: RefusalCode) -> str:
    """One sentence for a refusal."""
    return REFUSALS[code]


def deleted_message(entry: Entry) -> str:
    """For the live region, beside the undo button."""
    return f'Deleted "{entry.title}" of {day(entry.activity.completed_on)}.'


def restored_message(entry: Entry) -> str:
    """For the live region, after undo."""
    return f'"{entry.title}" of {day(entry.activity.completed_on)} is back.'
