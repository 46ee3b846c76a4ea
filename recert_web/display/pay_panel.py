"""The panel of the fees: what can be paid now, and what stands in the way."""

from collections.abc import Sequence
from datetime import date

from recert_web.display.fee_notices import fee_notices
from recert_web.display.fee_words import fee_line, pay_effect, pay_intro, separate_fees, total_of
from recert_web.display.missing import missing_lines
from recert_web.display.shapes import PayPanel
from recert_web.domain.evaluation import Evaluation
from recert_web.domain.member import Charge, FeeLine, HistoryLine, Member
from recert_web.domain.rules import RuleSet

BUTTON = "Pay Recertification Fees"


def pay_panel(
    rules: RuleSet,
    evaluation: Evaluation,
    member: Member,
    lines: Sequence[FeeLine],
    history: Sequence[HistoryLine],
    today: date,
    under_way: Charge | None = None,
    next_rules: RuleSet | None = None,
) -> PayPanel:
    """What can be paid now. `lines` are the fees quoted, `under_way` a charge that still holds its fees."""
    total = total_of(lines, rules.currency)
    can_pay = bool(lines) and under_way is None
    effect = pay_effect(evaluation) if can_pay else ""
    return PayPanel(
        intro=pay_intro(evaluation, lines, under_way),
        lines=[fee_line(evaluation, member, line, rules.currency, today) for line in lines],
        total=total if lines else "",
        button=f"Pay {total}" if can_pay else BUTTON,
        can_pay=can_pay,
        effect=" ".join(filter(None, (effect, separate_fees(rules, history)))),
        missing=missing_lines(rules, evaluation, member, today),
        complete=fee_notices(rules, evaluation, member, today, under_way, next_rules),
    )
