"""Beside the fees: what is complete, and a payment under way."""

from datetime import date

from recert_web.display import links
from recert_web.display.complete import complete_notices
from recert_web.display.numbers import money
from recert_web.display.shapes import Action, Notice
from recert_web.domain.evaluation import Evaluation
from recert_web.domain.member import Charge, Member
from recert_web.domain.rules import RuleSet


def fee_notices(
    rules: RuleSet,
    evaluation: Evaluation,
    member: Member,
    today: date,
    under_way: Charge | None,
    next_rules: RuleSet | None,
) -> list[Notice]:
    """The payment whose answer has not come first, then every certification that is complete."""
    complete = complete_notices(rules, evaluation, member, today, next_rules)
    return [_under_way(under_way), *complete] if under_way else complete


def _under_way(charge: Charge) -> Notice:
    return Notice(
        title=f"A payment of {money(charge.cents, charge.currency)} is under way",
        tone="warn",
        lines=["Its answer has not come yet. Nothing needs to be paid again."],
        actions=[Action("See the payment", links.receipt(charge.number))],
    )
