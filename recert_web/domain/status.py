"""Where the day lies and where a certification stands: steps 6 and 8 of the rules."""

from datetime import date

from recert_web.domain.evaluation import Status, Window
from recert_web.domain.rules import RuleSet, Tier


def window_on(rules: RuleSet, as_of: date) -> Window:
    """Open until the end of the cycle (before its start, too), then late, then closed."""
    if as_of <= rules.ends:
        return Window.OPEN
    return Window.LATE if as_of <= rules.late_until else Window.CLOSED


def tier_for(rules: RuleSet, certified_on: date) -> tuple[Tier, str]:
    """The tier of a certification earned on a day, with its path in the rule set's sources.

    Raises LookupError for a day after the cycle's last tier.
    """
    for position, tier in enumerate(rules.tiers):
        if certified_on <= tier.certified_until:
            return tier, f"tiers.{position}"
    raise LookupError(f"no tier of {rules.key} holds a certification of {certified_on}")


def status_of(tier: Tier, ceus_met: bool, fee_paid: bool, window: Window) -> Status:
    """The first status that holds."""
    if tier.nothing_due:
        return Status.NOT_REQUIRED
    if ceus_met and fee_paid:
        return Status.COMPLETE
    if window is Window.CLOSED:
        return Status.EXPIRED
    return Status.READY_TO_PAY if ceus_met else Status.IN_PROGRESS
