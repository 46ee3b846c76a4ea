"""What a member has typed into the report form and not saved yet: kept for 30 days, gone after Save."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from recert_web.data import drafts
from recert_web.data.database import Session
from recert_web.domain.claim import ClaimDraft
from recert_web.services.claims import Unsaved, edit_claim, save_claim
from recert_web.services.claims_values import SavedClaim
from recert_web.services.policy import Actor, Permission, allow

KEPT_FOR = timedelta(days=30)
NEW = "new"


def purpose_of(activity_id: str = "", version: int = 0) -> str:
    """What a form is for: a new activity, or a change of one as it was at a version.

    Once the activity has changed, what was typed into the older one no longer fits and is not found.
    """
    return f"edit {activity_id} {version}"[:60] if activity_id else NEW


def keep_draft(session: Session, actor: Actor, purpose: str, texts: Mapping[str, str], now: datetime) -> None:
    """Keep what is typed; with nothing typed there is nothing to keep. Raises Forbidden."""
    allow(actor, Permission.EDIT_RECORD, actor.person_id)
    if any(text.strip() for text in texts.values()):
        drafts.keep(session, actor.account_id, purpose, texts, now, now - KEPT_FOR)
    else:
        drafts.drop(session, actor.account_id, purpose)


def read_draft(session: Session, actor: Actor, purpose: str, now: datetime) -> dict[str, str]:
    """What was typed in the last 30 days, by field; empty where nothing was. Raises Forbidden."""
    allow(actor, Permission.EDIT_RECORD, actor.person_id)
    return drafts.kept(session, actor.account_id, purpose, now - KEPT_FOR)


def drop_draft(session: Session, actor: Actor, purpose: str) -> None:
    """Forget what is typed. Raises Forbidden."""
    allow(actor, Permission.EDIT_RECORD, actor.person_id)
    drafts.drop(session, actor.account_id, purpose)


def save_typed(
    session: Session, actor: Actor, form_key: str, draft: ClaimDraft, today: date, now: datetime
) -> SavedClaim | Unsaved:
    """Save a new claim; what was typed for it goes in the same transaction. Raises Forbidden."""
    saved = save_claim(session, actor, form_key, draft, today, now)
    # The same form sent again has taken its draft along already: what is there now is another one's.
    if isinstance(saved, SavedClaim) and not saved.repeated:
        drafts.drop(session, actor.account_id, NEW)
    return saved


def save_changed(
    session: Session,
    actor: Actor,
    activity_id: str,
    version: int,
    draft: ClaimDraft,
    today: date,
    now: datetime,
) -> SavedClaim | Unsaved:
    """Save a changed claim; what was typed for it goes in the same transaction. Raises Forbidden."""
    saved = edit_claim(session, actor, activity_id, version, draft, today, now)
    if isinstance(saved, SavedClaim):
        drafts.drop(session, actor.account_id, purpose_of(activity_id, version))
    return saved
