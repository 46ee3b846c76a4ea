"""Recertification Complete: what follows, and what can be ignored."""

from datetime import date

from recert_web.display import links
from recert_web.display.expiry import following_end, held_certification, is_expired
from recert_web.display.numbers import cycle_name, day, month
from recert_web.display.shapes import Action, Notice
from recert_web.domain.evaluation import Evaluation, Standing, Status
from recert_web.domain.member import Member
from recert_web.domain.rules import RuleSet

TITLE = "Recertification Complete"


def complete_notices(
    rules: RuleSet, evaluation: Evaluation, member: Member, today: date, next_rules: RuleSet | None
) -> list[Notice]:
    """A green box for each certification that is complete, by name, for a page that shows several."""
    return [
        Notice(f"{code}: {TITLE}", "good", _lines(rules, standing, member, today, next_rules))
        for code, standing in evaluation.standings.items()
        if standing.status is Status.COMPLETE
        and not is_expired(held_certification(member, code), rules, today)
    ]


def complete_notice(
    rules: RuleSet, standing: Standing, member: Member, today: date, next_rules: RuleSet | None
) -> Notice:
    """The green box of one certification."""
    return Notice(
        title=TITLE,
        tone="good",
        lines=_lines(rules, standing, member, today, next_rules),
        actions=[Action("Fees and receipts", links.fees(rules.name))],
    )


def _lines(
    rules: RuleSet, standing: Standing, member: Member, today: date, next_rules: RuleSet | None
) -> list[str]:
    audit_open = today <= rules.audit_notice_by
    lines = [
        _paid(standing, letters=audit_open),
        _expiry(rules, member, standing.code, following_end(rules, next_rules)),
    ]
    if audit_open:
        lines.append(
            f"You may still be drawn for the audit; who is drawn is told by {day(rules.audit_notice_by)}. "
            "Keep your proof."
        )
    if today <= rules.certificates_until:
        lines.append(
            f"Digital certificates are released from {month(rules.certificates_from)} to "
            f"{month(rules.certificates_until)}; who is drawn for the audit gets theirs after passing it."
        )
    return [line for line in lines if line]


def _paid(standing: Standing, *, letters: bool) -> str:
    """When the fee was paid; letters written before that are worth a word while some may still arrive."""
    if standing.recertification_paid_on is None:
        return ""
    paid_on = day(standing.recertification_paid_on)
    paid = f"The recertification fee was paid on {paid_on}."
    return f"{paid} Letters and e-mails prepared before then can be ignored." if letters else paid


def _expiry(rules: RuleSet, member: Member, code: str, new: date) -> str:
    held = held_certification(member, code)
    if held is None:
        return ""
    if held.expires_on > rules.ends:
        return f"The expiry date is {day(held.expires_on)}."
    return (
        f"The expiry date {day(held.expires_on)} stands until the {cycle_name(rules.name)} cycle has closed "
        f"and its audit is done; the new one, {day(new)}, shows in early {rules.ends.year + 1}."
    )
