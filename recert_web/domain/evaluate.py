"""The engine: a member's record judged by the rules of one cycle."""

from recert_web.domain.distinction import distinction
from recert_web.domain.evaluation import Evaluation
from recert_web.domain.fees import fees_paid, late_fee_due, recertification_fees_due
from recert_web.domain.record import Record
from recert_web.domain.rules import RuleSet
from recert_web.domain.standing import Account
from recert_web.domain.status import window_on
from recert_web.domain.weighing import weighed


def evaluate(rules: RuleSet, record: Record) -> Evaluation:
    """Where every certification of the record stands on its day, and why.

    Every certification is computed on its own from the same activities. The record must be well-formed
    (at least one certification); raises KeyError for an activity type the rule set does not know,
    LookupError for a certification dated after the cycle.
    """
    window = window_on(rules, record.as_of)
    paid = fees_paid(rules, record)
    accounts = {held.code: Account(rules, held) for held in record.certifications}
    for item in weighed(rules, record):
        for account in accounts.values():
            account.enter(item)
    standings = {
        code: account.standing(paid, window, record.nsca_member) for code, account in accounts.items()
    }
    late_fee = late_fee_due(rules, window, paid, standings.values())
    return Evaluation(
        rule_set=rules.key,
        as_of=record.as_of,
        window=window,
        late_fee=late_fee,
        fee_due=late_fee + recertification_fees_due(standings.values()),
        standings=standings,
        distinction=distinction(rules, record, standings, paid),
    )
