"""Certifications that the organization has expired, as its register says."""

from datetime import date

from recert_web.domain.cycle_choice import expired_in
from recert_web.domain.member import HeldCertification, Member
from recert_web.domain.rules import RuleSet


def held_certification(member: Member, code: str) -> HeldCertification | None:
    """What the register says of a certification, None where the member does not hold it."""
    return next((held for held in member.certifications if held.code == code), None)


def is_expired(held: HeldCertification | None, rules: RuleSet, today: date) -> bool:
    """Whether the organization's expiry shows in a cycle; not where nothing is held."""
    return held is not None and expired_in(rules, held, today)


def following_start(rules: RuleSet, next_rules: RuleSet | None = None) -> date:
    """The day the next cycle starts: the day after this one where its rules are not published yet."""
    return next_rules.starts if next_rules else date.fromordinal(rules.ends.toordinal() + 1)


def following_end(rules: RuleSet, next_rules: RuleSet | None) -> date:
    """The day the next cycle ends: as many years on as this one lasts where its rules are not published."""
    if next_rules:
        return next_rules.ends
    years = rules.ends.year - rules.starts.year + 1
    return date(rules.ends.year + years, rules.ends.month, rules.ends.day)
