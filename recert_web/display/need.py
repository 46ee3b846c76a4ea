"""The one sentence under a certification's figure: what it needs next."""

from recert_web.display.expiry import is_expired
from recert_web.display.numbers import ceu, ceus, cycle_name, day, money
from recert_web.display.room import full_words, needs_another, where_from
from recert_web.domain.evaluation import Evaluation, Standing, Status, Window
from recert_web.domain.member import ExpiredCause, HeldCertification
from recert_web.domain.rules import RuleSet

EXPIRED_FOR = {
    ExpiredCause.REQUIREMENTS: "its recertification requirements were not completed",
    ExpiredCause.AUDIT: "the audit was not answered or not passed",
    ExpiredCause.DOCUMENTS: "documents for the certification itself were not received",
}


def what_is_needed(
    rules: RuleSet, evaluation: Evaluation, standing: Standing, held: HeldCertification | None = None
) -> str:
    """What a certification needs next. `held` tells whether the organization expired it."""
    if held is not None and is_expired(held, rules, evaluation.as_of):
        return why_expired(held)
    match standing.status:
        case Status.NOT_REQUIRED:
            earned_on = day(standing.certified_on)
            return f"You earned {standing.code} on {earned_on}, so nothing is due this cycle."
        case Status.COMPLETE:
            return "Nothing is left to do in this cycle."
        case Status.EXPIRED:
            missing = what_was_missing(rules, standing)
            return f"{missing} when the late window closed on {day(rules.late_until)}."
        case Status.READY_TO_PAY:
            return what_to_pay(rules, evaluation, standing)
        case Status.IN_PROGRESS:
            return _what_to_earn(rules, evaluation, standing)


def why_expired(held: HeldCertification) -> str:
    """When the organization expired a certification, and because of what."""
    on = f" on {day(held.expired_on)}" if held.expired_on else ""
    because = f" because {EXPIRED_FOR[held.expired_cause]}" if held.expired_cause else ""
    return f"{held.code} expired{on}{because}."


def what_was_missing(rules: RuleSet, standing: Standing) -> str:
    """What an expired certification lacked, as the start of a sentence."""
    if standing.short:
        return f"{ceus(standing.short)} {'was' if standing.short == 100 else 'were'} missing"
    if not standing.ceus_met:
        return "CEUs from another category were missing"
    if standing.recertification_paid_on is None:
        return f"The recertification fee of {money(standing.fee, rules.currency)} was not paid"
    return f"The late fee of {money(rules.late_fee, rules.currency)} was not paid"


def what_to_pay(rules: RuleSet, evaluation: Evaluation, standing: Standing) -> str:
    """Which fees stand between a certification and completion, and by when."""
    fee, late = money(standing.fee, rules.currency), money(evaluation.late_fee, rules.currency)
    paid = standing.recertification_paid_on is not None
    due = [f"the recertification fee of {fee}"] * (not paid)
    due += [f"the late fee of {late}"] * (evaluation.late_fee > 0)
    by = rules.late_until if evaluation.window is Window.LATE else rules.ends
    start = "The recertification fee is paid" if paid else "The CEUs are all there"
    return f"{start}. Pay {' and '.join(due)} by {day(by)} and {standing.code} is complete."


def _what_to_earn(rules: RuleSet, evaluation: Evaluation, standing: Standing) -> str:
    parts = [_shortfall(standing), needs_another(standing), full_words(standing)]
    if evaluation.window is Window.LATE:
        parts.append(
            f"Only what you completed by {day(rules.ends)} counts for {cycle_name(rules.name)}; "
            f"report it by {day(rules.late_until)}."
        )
    return " ".join(filter(None, parts))


def _shortfall(standing: Standing) -> str:
    if standing.short == 0:
        return f"You have {ceus(standing.credited)}, but not from enough categories."
    return f"{', '.join(filter(None, (f'You need {ceu(standing.short)} more', where_from(standing))))}."
