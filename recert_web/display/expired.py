"""Expired: why, and the ways back with their dates. Closed cycles: to read only."""

from datetime import date

from recert_web.display import links
from recert_web.display.expiry import held_certification, is_expired
from recert_web.display.need import EXPIRED_FOR, what_was_missing
from recert_web.display.numbers import cycle_name, day, span
from recert_web.display.shapes import Action, Notice
from recert_web.domain.evaluation import Standing
from recert_web.domain.member import ExpiredCause, Member
from recert_web.domain.rules import RuleSet

HARDSHIP = "a significant hardship, such as a serious illness or an accident, kept you from it"
EXAM = "You can retake the exam and become certified again."
ACCOMMODATION = (
    "If the reason is a pandemic, a natural disaster or a military deployment, do not appeal: contact the "
    "recertification team about an accommodation form."
)
DOCUMENTS = (
    "Send what is missing, such as your CPR/AED card or your official transcripts. If it was confirmed more "
    "than two weeks ago, contact the certification team."
)


def closed_notice(rules: RuleSet, standing: Standing, today: date) -> Notice:
    """Expired because the late window closed before the certification was complete."""
    missing = f"{what_was_missing(rules, standing)} when the late window closed on {day(rules.late_until)}."
    return Notice(f"{standing.code} expired", "bad", [missing, *_ways_back(rules, today)])


def register_notice(rules: RuleSet, member: Member, code: str, today: date) -> Notice | None:
    """Expired by the organization, with its cause and what to do; None where it was not."""
    held = held_certification(member, code)
    if held is None or held.expired_on is None or not is_expired(held, rules, today):
        return None
    because = f" because {EXPIRED_FOR[held.expired_cause]}" if held.expired_cause else ""
    return Notice(
        title=f"{code} expired on {day(held.expired_on)}",
        tone="bad",
        lines=[f"{rules.body} expired it{because}.", *_what_to_do(rules, held.expired_cause, today)],
    )


def read_only_notice(rules: RuleSet) -> Notice:
    """A cycle whose late window has closed."""
    return Notice(
        title=f"{cycle_name(rules.name)} is closed",
        lines=[f"Its late window closed on {day(rules.late_until)}. It can be read and no longer changed."],
        actions=[Action("See the current cycle", links.overview())],
    )


def _what_to_do(rules: RuleSet, cause: ExpiredCause | None, today: date) -> list[str]:
    if cause is ExpiredCause.DOCUMENTS:
        return [DOCUMENTS]
    if cause is not ExpiredCause.AUDIT:
        return _ways_back(rules, today)
    answer = (
        f"Who is drawn for the audit has {rules.audit_answer_days} days from the notice to answer. If you "
        "did, contact the recertification team and say when."
    )
    return [answer, *_ways_back(rules, today)]


def _ways_back(rules: RuleSet, today: date) -> list[str]:
    if today > rules.appeals_until:
        appeal = f"Appeals for {cycle_name(rules.name)} were taken until {day(rules.appeals_until)}."
        return [appeal, EXAM]
    days = span(rules.appeals_from, rules.appeals_until)
    appeal = f"You can appeal from {days} if {HARDSHIP}. An answer can take a few months."
    return [appeal, EXAM, ACCOMMODATION]
