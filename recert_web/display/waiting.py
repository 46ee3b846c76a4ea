"""Nothing due yet, and the late window: what holds, and what is possible until when."""

from datetime import date

from recert_web.display import links
from recert_web.display.expiry import following_end, following_start
from recert_web.display.numbers import ceus, cycle_name, day, money
from recert_web.display.shapes import Action, Notice
from recert_web.domain.evaluation import Evaluation, Standing
from recert_web.domain.rules import RuleSet


def not_required_notice(
    rules: RuleSet, standing: Standing, today: date, next_rules: RuleSet | None
) -> Notice:
    """Nothing is due: when earning starts and when it is due. The amount only where it is published."""
    starts, ends = day(following_start(rules, next_rules)), day(following_end(rules, next_rules))
    cycle, earned_on = cycle_name(rules.name), day(standing.certified_on)
    earned = f"You earned {standing.code} on {earned_on}, late in the {cycle} cycle"
    amount = f", with {ceus(next_rules.tiers[0].required)}" if next_rules else ""
    if today < following_start(rules, next_rules):
        return Notice(
            title="Nothing is due this cycle",
            lines=[
                f"{earned}, so it does not have to be recertified in it. There is no fee.",
                f"Earning starts on {starts}; recertification is then due by {ends}{amount}.",
                f"What you complete before {starts} does not count for it: CEUs never roll over.",
            ],
        )
    after = links.overview(standing.code, next_rules.name) if next_rules else ""
    return Notice(
        title="Nothing was due in this cycle",
        lines=[
            f"{earned}, so it did not have to be recertified in it. There was no fee.",
            f"Earning started on {starts}; recertification is due by {ends}{amount}.",
        ],
        actions=[Action("See the cycle after", after, main=True)] if after else [],
    )


def late_window_notice(rules: RuleSet, evaluation: Evaluation, standing: Standing) -> Notice:
    """Said before anything is typed: what is still possible, until when, and what it costs."""
    fee, until = money(rules.late_fee, rules.currency), day(rules.late_until)
    late_fee = f"A late fee of {fee}, once for all your certifications, is added to the recertification fee."
    if standing.payable and evaluation.late_fee == 0:
        late_fee = f"The late fee of {fee} is paid."
    pay = Action("Pay Recertification Fees", links.fees(rules.name), main=standing.payable)
    return Notice(
        title=f"Late window until {until}",
        tone="warn",
        lines=[
            f"The cycle ended on {day(rules.ends)}. What you completed by then can still be reported, "
            f"and paid for, until {until}. Nothing completed later counts.",
            late_fee,
            f"If it is not complete by {until}, {standing.code} expires.",
        ],
        actions=[pay] if standing.payable else [Action("Report CEUs", links.report(), main=True), pay],
    )
