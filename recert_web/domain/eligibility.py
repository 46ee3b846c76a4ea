"""Whether an activity may count for a certification: step 2 of the rules."""

from recert_web.domain.evaluation import ActivityTrace, Reason
from recert_web.domain.record import Certification
from recert_web.domain.rules import Tier
from recert_web.domain.weighing import Weighed, refused

MAXIMUMS = frozenset({Reason.ITEM_MAXIMUM, Reason.YEARLY_MAXIMUM, Reason.CATEGORY_MAXIMUM})


def refusal(held: Certification, tier: Tier, tier_path: str, item: Weighed) -> ActivityTrace | None:
    """The trace with the first reason of step 2 that holds, None where the activity is eligible."""
    if item.set_aside:
        return item.set_aside
    if tier.nothing_due:
        return refused(item.uncut, Reason.NOT_REQUIRED, {}, f"{tier_path}.required")
    return item.off_calendar or _too_early(held, item) or _out_of_scope(held, item) or item.worthless


def is_refused(trace: ActivityTrace) -> bool:
    """Whether step 2 refused the activity, as against a maximum having cut it."""
    return bool(trace.reasons) and trace.reasons[0].reason not in MAXIMUMS


def _too_early(held: Certification, item: Weighed) -> ActivityTrace | None:
    judged_on, opens = item.judged_on, held.earns_from
    if opens is not None and judged_on < opens:
        figures = {"date": judged_on, "limit": opens}
        return refused(item.uncut, Reason.BEFORE_WINDOW, figures, "rules.before_window")
    if judged_on <= held.certified_on:
        figures = {"date": judged_on, "limit": held.certified_on}
        return refused(item.uncut, Reason.BEFORE_CERTIFICATION, figures, "rules.before_certification")
    return None


def _out_of_scope(held: Certification, item: Weighed) -> ActivityTrace | None:
    codes = item.activity.in_scope_for
    if codes is None or held.code in codes:
        return None
    return refused(item.uncut, Reason.OUT_OF_SCOPE, {}, "rules.out_of_scope")
