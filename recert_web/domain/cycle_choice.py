"""Which cycle an entry belongs to, and which cycles a member has and sees first."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from recert_web.domain.claim import ClaimFault, FaultCode
from recert_web.domain.evaluation import Window
from recert_web.domain.member import HeldCertification
from recert_web.domain.rules import RuleSet
from recert_web.domain.status import window_on


def held_in(rules: RuleSet, held: HeldCertification) -> bool:
    """Whether a certification stands in a cycle at all.

    One that expired keeps its old expiry date: it stands in the cycles up to that one, not in later ones.
    """
    expired_before = held.expired_on is not None and held.expires_on < rules.starts
    return held.code in rules.certifications and held.certified_on <= rules.ends and not expired_before


def expired_in(rules: RuleSet, held: HeldCertification, today: date) -> bool:
    """Whether the organization's expiry shows in a cycle.

    It does in the cycle it falls in and in the one that the old expiry date lies in: cycles that were over
    before keep their own result.
    """
    if held.expired_on is None or held.expired_on > today:
        return False
    return any(rules.starts <= day <= rules.ends for day in (held.expired_on, held.expires_on))


def certifications_in(
    rules: RuleSet, certifications: Iterable[HeldCertification]
) -> tuple[HeldCertification, ...]:
    """The certifications that stand in a cycle, one a code, in the order they were earned.

    Of one earned again after it had expired, the living one stands, else the one earned last.
    """
    standing = {
        held.code: held
        for held in sorted(certifications, key=lambda held: (held.expired_on is None, held.certified_on))
        if held_in(rules, held)
    }
    return tuple(sorted(standing.values(), key=lambda held: held.certified_on))


def shown_with(
    held: Iterable[HeldCertification], certifications: Iterable[HeldCertification]
) -> tuple[HeldCertification, ...]:
    """The certifications held in a cycle, then of each other code the one earned last."""
    shown = {one.code: one for one in held}
    others = {one.code: one for one in certifications if one.code not in shown}
    return (*shown.values(), *others.values())


def cycles_of(
    rule_sets: Iterable[RuleSet], certifications: Sequence[HeldCertification], today: date
) -> tuple[RuleSet, ...]:
    """The cycles begun by today in which the member holds something, oldest first."""
    begun = [rules for rules in rule_sets if rules.starts <= today]
    mine = [rules for rules in begun if any(held_in(rules, held) for held in certifications)]
    return tuple(sorted(mine, key=lambda rules: rules.starts))


def reports_until(rules: RuleSet, today: date) -> bool:
    """Whether activities may still be reported into a cycle: its window is open or late."""
    return rules.starts <= today and window_on(rules, today) is not Window.CLOSED


def current_cycle(cycles: Iterable[RuleSet], today: date) -> RuleSet | None:
    """The newest cycle that may be reported into; None when every one has closed."""
    open_cycles = [rules for rules in cycles if reports_until(rules, today)]
    return max(open_cycles, key=lambda rules: rules.starts, default=None)


def cycle_for(
    rule_sets: Sequence[RuleSet], cycles: Sequence[RuleSet], completed_on: date, today: date
) -> RuleSet | ClaimFault:
    """The cycle an activity is reported into: that of its day, where the member has it and it is open.

    Any other day that is not past belongs to the member's current cycle, which then says why it does not
    count. Nobody enters into a cycle whose late window has closed: that is a fault of the day, with the
    first day that may still be reported.
    """
    current = current_cycle(cycles, today)
    own = next((rules for rules in rule_sets if rules.starts <= completed_on <= rules.ends), None)
    if own in cycles and own is not None and reports_until(own, today):
        return own
    past = min(rules.starts for rules in rule_sets) > completed_on
    closed = past if own is None else window_on(own, today) is Window.CLOSED
    if current and not closed:
        return current
    open_from = [rules.starts for rules in cycles if reports_until(rules, today)]
    return ClaimFault(
        "completed_on", FaultCode.CYCLE_CLOSED, {"first_day": min(open_from)} if open_from else {}
    )


def cycle_shown_first(
    cycles: Sequence[RuleSet], today: date, is_unfinished: Callable[[RuleSet], bool]
) -> RuleSet | None:
    """The cycle a member sees first, None for who has none.

    In the late window that is the closing cycle while something can still be finished there, else the
    newest. `is_unfinished` is asked at most once a late cycle, because answering costs an evaluation.
    """
    for rules in cycles:
        if window_on(rules, today) is Window.LATE and is_unfinished(rules):
            return rules
    return max(cycles, key=lambda rules: rules.starts, default=None)
