"""A stored entry as the text of its form, for editing."""

from recert_web.domain.amounts import amount_text
from recert_web.domain.claim import ClaimDraft
from recert_web.domain.member import Entry


def draft_of(entry: Entry) -> ClaimDraft:
    """The draft that reads back as the entry. Questions that only choose a type count as answered."""
    activity = entry.activity
    texts = {
        "title": entry.title,
        "provider": entry.provider,
        "started_on": activity.started_on.isoformat() if activity.started_on else "",
        "completed_on": activity.completed_on.isoformat(),
        "hours_in_all": _amount(entry.hours_in_all),
        "quantity": _amount(activity.quantity),
        "ceu": _amount(activity.ceu),
        "listing": str(entry.listing or ""),
        "bls": "no",
        "ncca_accredited": "yes",
        "field_in_scope": "yes",
    }
    if activity.in_scope_for is not None:
        texts["in_scope_for"] = " ".join(activity.in_scope_for)
    return ClaimDraft(
        activity.type, {name: text for name, text in texts.items() if text or name == "in_scope_for"}
    )


def _amount(hundredths: int | None) -> str:
    return "" if hundredths is None else amount_text(hundredths).rstrip("0").rstrip(".")
