"""The calm screens: what holds for a certification beside its figures, and what can be done by when."""

from datetime import date

from recert_web.display.complete import complete_notice
from recert_web.display.expired import closed_notice, read_only_notice, register_notice
from recert_web.display.shapes import Notice
from recert_web.display.waiting import late_window_notice, not_required_notice
from recert_web.domain.evaluation import Evaluation, Status, Window
from recert_web.domain.member import Member
from recert_web.domain.rules import RuleSet


def notices(
    rules: RuleSet,
    evaluation: Evaluation,
    member: Member,
    code: str,
    today: date,
    next_rules: RuleSet | None = None,
) -> list[Notice]:
    """What the member should know of one certification in one cycle, the most important first.

    `next_rules` are those of the cycle after, where they are published. Raises KeyError for a code that is
    not judged in this cycle.
    """
    found = register_notice(rules, member, code, today) or _by_status(
        rules, evaluation, member, code, today, next_rules
    )
    closed = read_only_notice(rules) if evaluation.window is Window.CLOSED else None
    return [notice for notice in (found, closed) if notice is not None]


def _by_status(
    rules: RuleSet,
    evaluation: Evaluation,
    member: Member,
    code: str,
    today: date,
    next_rules: RuleSet | None,
) -> Notice | None:
    standing = evaluation.standings[code]
    if standing.status is Status.NOT_REQUIRED:
        return not_required_notice(rules, standing, today, next_rules)
    if standing.status is Status.COMPLETE:
        return complete_notice(rules, standing, member, today, next_rules)
    if standing.status is Status.EXPIRED:
        return closed_notice(rules, standing, today)
    return late_window_notice(rules, evaluation, standing) if evaluation.window is Window.LATE else None
