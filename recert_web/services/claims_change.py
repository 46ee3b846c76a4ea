"""What a change of an entry does to the member's standing."""

from dataclasses import replace
from datetime import datetime

from recert_web.data import trail
from recert_web.data.database import Session
from recert_web.domain import evaluate, preview
from recert_web.domain.claim import ReadClaim
from recert_web.domain.member import Entry
from recert_web.services.claims_values import SavedClaim
from recert_web.services.policy import Actor
from recert_web.services.standing import MemberStanding


def entry_from(claim: ReadClaim, activity_id: str, rule_set: str, now: datetime) -> Entry:
    """The entry that saving a claim makes."""
    return Entry(
        activity=claim.as_activity(activity_id),
        title=claim.title,
        rule_set=rule_set,
        version=1,
        entered_at=now,
        provider=claim.provider,
        hours_in_all=claim.hours_in_all,
        listing=claim.listing,
    )


def entry_changed(entry: Entry, claim: ReadClaim, rule_set: str) -> Entry:
    """The entry with what a claim says, and what no form touches kept."""
    changed = entry_from(claim, entry.activity.id, rule_set, entry.entered_at)
    kept = entry.activity
    activity = replace(
        changed.activity, score=kept.score, ref=kept.ref, source=kept.source, struck=kept.struck
    )
    return replace(changed, activity=activity, version=entry.version, deleted=entry.deleted)


def says(entry: Entry, claim: ReadClaim) -> bool:
    """Whether an entry says already what a claim says."""
    return entry_changed(entry, claim, entry.rule_set) == entry


def outcome(standing: MemberStanding, entry: Entry, repeated: bool = False) -> SavedClaim:
    """An entry as it is now, with the standing as read before the change or, repeated, after it."""
    record, judged = standing.record, standing.evaluation
    if record is None or judged is None:
        raise AssertionError("an entry is stored only into a cycle in which something is held")
    activity, rules = entry.activity, standing.rules
    without = preview.without_activity(record, activity.id)
    if repeated:
        return SavedClaim(entry, rules, evaluate.evaluate(rules, without), judged, repeated=True)
    later = without if entry.deleted else preview.with_activity(record, activity)
    return SavedClaim(entry, rules, judged, evaluate.evaluate(rules, later))


def note(session: Session, action: trail.TrailAction, actor: Actor, entry: Entry, now: datetime) -> None:
    """The trail entry of a change, in its transaction."""
    details = {
        "activity": entry.activity.id,
        "type": entry.activity.type,
        "title": entry.title,
        "completed_on": entry.activity.completed_on.isoformat(),
    }
    trail.append(session, action, now, actor=actor.account_id, person=actor.person_id, details=details)
