"""Reporting CEUs: what a draft would count for, saving it once, changing, deleting and restoring it."""

from dataclasses import replace
from datetime import date, datetime

from recert_web.data import activities, trail
from recert_web.data.database import Session
from recert_web.domain import claim, claim_reading, evaluate, preview
from recert_web.services.claims_change import entry_changed, entry_from, note, outcome, says
from recert_web.services.claims_place import Place, locked_why, place_of
from recert_web.services.claims_values import ClaimPreview, Conflict, Entry, SavedClaim
from recert_web.services.policy import Actor, Permission, allow
from recert_web.services.standing import MemberStanding, read_member, read_standing

Unsaved = claim.ClaimFaults | Conflict | claim.Refusal


def preview_claim(
    session: Session, actor: Actor, draft: claim.ClaimDraft, today: date, editing: str | None = None
) -> ClaimPreview | claim.Refusal:
    """What saving a draft would do, new or in the place of an entry. Raises Forbidden."""
    place = _place(session, actor, draft, today)
    if isinstance(place, claim.Refusal):
        return place
    reading = place.read_so_far(draft)
    standing = place.standing(session, today)
    activity_id = editing or claim_reading.DRAFT
    record, before = standing.record, standing.evaluation
    if record is None or before is None:
        return claim.Refusal(claim.RefusalCode.NOTHING_HELD)
    after = None
    if reading.activity:
        activity = replace(reading.activity, id=activity_id)
        after = evaluate.evaluate(place.rules, preview.with_activity(record, activity))
    return ClaimPreview(place.rules, place.codes, reading.faults, before, after, activity_id)


def save_claim(
    session: Session, actor: Actor, form_key: str, draft: claim.ClaimDraft, today: date, now: datetime
) -> SavedClaim | Unsaved:
    """Store a claim once for each form. Raises Forbidden.

    The same form sent again answers what was stored, marked as repeated; sent again with something else in
    it, or after its entry was deleted, it is a Conflict.
    """
    place = _place(session, actor, draft, today)
    if isinstance(place, claim.Refusal):
        return place
    read = place.read(draft)
    if isinstance(read, claim.ClaimFaults):
        return read
    person_id, cycle = place.person.person_id, place.rules.key
    standing = place.standing(session, today)
    new = entry_from(read, claim_reading.DRAFT, cycle, now)
    activity_id = activities.add_entry(session, person_id, new, form_key)
    if activity_id is None:
        return _sent_again(session, place, form_key, read, today)
    entry = replace(new, activity=replace(new.activity, id=activity_id))
    note(session, trail.TrailAction.ACTIVITY_ADDED, actor, entry, now)
    return outcome(standing, entry)


def edit_claim(
    session: Session,
    actor: Actor,
    activity_id: str,
    version: int,
    draft: claim.ClaimDraft,
    today: date,
    now: datetime,
) -> SavedClaim | Unsaved:
    """Replace an entry that still has the version seen. Raises Forbidden."""
    place = _place(session, actor, draft, today)
    if isinstance(place, claim.Refusal):
        return place
    person_id, cycle = place.person.person_id, place.rules.key
    entry = _own_entry(session, person_id, activity_id, today)
    if isinstance(entry, claim.Refusal):
        return entry
    if entry.deleted:
        return Conflict(entry)
    read = place.read(draft)
    if isinstance(read, claim.ClaimFaults):
        return read
    standing = place.standing(session, today)
    if says(entry, read):
        return outcome(standing, entry, repeated=True)
    changed = replace(entry_changed(entry, read, cycle), version=version)
    if not activities.change_entry(session, person_id, changed):
        return Conflict(activities.entry(session, person_id, activity_id) or entry)
    changed = replace(changed, version=version + 1)
    note(session, trail.TrailAction.ACTIVITY_EDITED, actor, changed, now)
    return outcome(standing, changed)


def delete_claim(
    session: Session, actor: Actor, activity_id: str, today: date, now: datetime, version: int | None = None
) -> SavedClaim | Conflict | claim.Refusal:
    """Delete an entry, that still has the version seen where one is given; once more changes nothing.

    Raises Forbidden.
    """
    found = _found(session, actor, activity_id, today)
    if isinstance(found, claim.Refusal):
        return found
    entry, standing = found
    if entry.deleted:
        return outcome(standing, entry, repeated=True)
    seen = entry if version is None else replace(entry, version=version)
    return _set(session, actor, seen, standing, now, now)


def restore_claim(
    session: Session, actor: Actor, activity_id: str, today: date, now: datetime
) -> SavedClaim | Conflict | claim.Refusal:
    """Take a deleted entry back; once more changes nothing. Raises Forbidden."""
    found = _found(session, actor, activity_id, today)
    if isinstance(found, claim.Refusal):
        return found
    entry, standing = found
    if not entry.deleted:
        return outcome(standing, entry, repeated=True)
    return _set(session, actor, entry, standing, None, now)


def _place(session: Session, actor: Actor, draft: claim.ClaimDraft, today: date) -> Place | claim.Refusal:
    allow(actor, Permission.EDIT_RECORD, actor.person_id)
    return place_of(session, read_member(session, actor, actor.person_id, today), draft, today)


def _sent_again(
    session: Session, place: Place, form_key: str, read: claim.ReadClaim, today: date
) -> SavedClaim | Conflict:
    stored = activities.entry_of_form(session, place.person.person_id, form_key)
    if stored is None:
        raise AssertionError("the form was found a moment ago in this transaction")
    if stored.deleted or not says(stored, read):
        return Conflict(stored)
    return outcome(place.standing(session, today), stored, repeated=True)


def _own_entry(
    session: Session, person_id: int | None, activity_id: str, today: date
) -> Entry | claim.Refusal:
    entry = None if person_id is None else activities.entry(session, person_id, activity_id)
    if entry is None:
        return claim.Refusal(claim.RefusalCode.NOT_FOUND)
    locked = locked_why(entry, today)
    return claim.Refusal(locked) if locked else entry


def _found(
    session: Session, actor: Actor, activity_id: str, today: date
) -> tuple[Entry, MemberStanding] | claim.Refusal:
    allow(actor, Permission.EDIT_RECORD, actor.person_id)
    entry = _own_entry(session, actor.person_id, activity_id, today)
    if isinstance(entry, claim.Refusal):
        return entry
    standing = read_standing(session, actor, actor.person_id, entry.rule_set, today)
    if standing.evaluation is None or standing.rules.key != entry.rule_set:
        return claim.Refusal(claim.RefusalCode.NOTHING_HELD)
    return entry, standing


def _set(
    session: Session,
    actor: Actor,
    entry: Entry,
    standing: MemberStanding,
    deleted_at: datetime | None,
    now: datetime,
) -> SavedClaim | Conflict:
    person_id, activity_id = standing.member.person_id, entry.activity.id
    if not activities.set_deleted(session, person_id, activity_id, entry.version, deleted_at):
        return Conflict(activities.entry(session, person_id, activity_id) or entry)
    done = trail.TrailAction.ACTIVITY_DELETED if deleted_at else trail.TrailAction.ACTIVITY_RESTORED
    changed = replace(entry, version=entry.version + 1, deleted=deleted_at is not None)
    note(session, done, actor, changed, now)
    return outcome(standing, changed)
