"""What is said about a stored entry: why it may not be changed, that it is gone or back."""

from recert_web.display.numbers import day
from recert_web.domain.claim import RefusalCode
from recert_web.domain.member import Entry

REFUSALS = {
    RefusalCode.STAFF_ENTRY: "Added by staff, so only staff can change it.",
    RefusalCode.STRUCK: "Struck by the audit, so it cannot be changed.",
    RefusalCode.CYCLE_CLOSED: "This cycle is closed, so it cannot be changed.",
    RefusalCode.NOT_FOUND: "This entry is not on your record any more.",
    RefusalCode.NOTHING_HELD: "You hold no certification in this cycle, so there is nothing to report for.",
}
CHANGED_MEANWHILE = (
    "This entry was changed in another window meanwhile. The form shows what is stored now: "
    "look it over and save again."
)

CHANGED_IN_LIST = "This entry was changed in another window meanwhile. The list shows it as it is now."


def refusal_words(code: RefusalCode) -> str:
    """One sentence for a refusal."""
    return REFUSALS[code]


def deleted_message(entry: Entry) -> str:
    """For the live region, beside the undo button."""
    return f'Deleted "{entry.title}" of {day(entry.activity.completed_on)}.'


def restored_message(entry: Entry) -> str:
    """For the live region, after undo."""
    return f'"{entry.title}" of {day(entry.activity.completed_on)} is back.'
