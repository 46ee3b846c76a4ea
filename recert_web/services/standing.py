"""Where a member stands: what they hold, their record in one cycle, and what the engine says of it."""

from dataclasses import replace
from datetime import date

from recert_web.data import cards, certifications, payments
from recert_web.data.database import Session
from recert_web.domain import cycle_choice, evaluation, fees, member, record, status
from recert_web.domain.rules import RuleSet
from recert_web.rulebook.loader import rule_sets
from recert_web.services.policy import Actor, Forbidden, Permission, allow
from recert_web.services.standing_memory import judged
from recert_web.services.standing_value import MemberStanding

__all__ = ["MemberStanding", "read_member", "read_standing", "standing_in"]


def read_member(session: Session, actor: Actor, person_id: int | None, today: date) -> member.Member:
    """A person with what they hold as known today. Raises Forbidden, also where there is no such person."""
    allow(actor, Permission.READ_RECORD, person_id)
    found = None if person_id is None else certifications.person(session, person_id)
    if person_id is None or found is None:
        raise Forbidden(f"there is no person {person_id}")
    name, membership_until = found
    held = certifications.certifications_of(session, person_id)
    known = tuple(_as_known(one, today) for one in held if one.certified_on <= today)
    return member.Member(person_id, name, membership_until, known, cards.card_of(session, person_id, today))


def read_standing(
    session: Session, actor: Actor, person_id: int | None, cycle: str | None, today: date
) -> MemberStanding:
    """A member's standing in a cycle, by the key or the name of its rule set.

    Where the cycle is None, "" or not one of theirs it is the one they see first. Raises Forbidden.
    """
    person = read_member(session, actor, person_id, today)
    cycles = cycle_choice.cycles_of(rule_sets(), person.certifications, today)
    wanted = next((rules for rules in cycles if cycle in (rules.key, rules.name)), None)
    if wanted:
        return standing_in(session, person, wanted, cycles, today)
    closing = {
        rules.key: standing_in(session, person, rules, cycles, today)
        for rules in cycles
        if status.window_on(rules, today) is evaluation.Window.LATE
    }
    first = cycle_choice.cycle_shown_first(cycles, today, lambda rules: closing[rules.key].unfinished)
    if first is None:
        return MemberStanding(person, _newest_begun(today), cycles)
    return closing.get(first.key) or standing_in(session, person, first, cycles, today)


def standing_in(
    session: Session, person: member.Member, rules: RuleSet, cycles: tuple[RuleSet, ...], today: date
) -> MemberStanding:
    """The standing in one cycle of a member whom `read_member` has answered, and so allowed."""
    held = cycle_choice.certifications_in(rules, person.certifications)
    if not held:
        return MemberStanding(person, rules, cycles)
    person = replace(person, certifications=cycle_choice.shown_with(held, person.certifications))
    member_until = person.membership_until
    one = record.Record(
        rule_set=rules.key,
        as_of=today,
        certifications=tuple(
            record.Certification(each.code, each.certified_on, each.earns_from) for each in held
        ),
        nsca_member=member_until is not None and member_until >= today,
        payments=payments.record_payments(session, person.person_id, rules.key, today),
    )
    one, result = judged(session, rules, person.person_id, one)
    expired = frozenset(each.code for each in held if cycle_choice.expired_in(rules, each, today))
    return MemberStanding(person, rules, cycles, one, result, fees.fees_paid(rules, one), expired)


def _newest_begun(today: date) -> RuleSet:
    begun = [rules for rules in rule_sets() if rules.starts <= today]
    return begun[-1] if begun else rule_sets()[0]


def _as_known(held: member.HeldCertification, today: date) -> member.HeldCertification:
    """A certification as the register knew it on a day: what came later is not known yet."""
    if held.expired_on is not None and held.expired_on > today:
        held = replace(held, expired_on=None, expired_cause=None)
    for cycle in rule_sets():
        closed = status.window_on(cycle, today) is evaluation.Window.CLOSED
        if held.certified_on <= cycle.ends < held.expires_on and not closed:
            # The new date shows once the cycle has closed, but to who owes nothing in it.
            tier, _ = status.tier_for(cycle, held.certified_on)
            if not tier.nothing_due:
                return replace(held, expires_on=cycle.ends)
    return held
