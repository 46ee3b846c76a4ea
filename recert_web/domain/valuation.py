"""What an activity is worth by itself: step 3 of the rules, before any yearly or category maximum."""

from recert_web.domain.amounts import HUNDREDTHS
from recert_web.domain.record import Activity
from recert_web.domain.rules import ActivityType, Valuation


def entered_value(kind: ActivityType, activity: Activity) -> int:
    """Hundredths of a CEU before any maximum; 0 for what never counts and for a failed quiz.

    Rate times quantity is cut down to the hundredth. What the type needs and the activity lacks is 0.
    """
    match kind.valuation:
        case Valuation.RATE:
            return kind.rate * (activity.quantity or 0) // HUNDREDTHS
        case Valuation.FIXED:
            return kind.fixed
        case Valuation.STATED:
            return activity.ceu or 0
        case Valuation.QUIZ:
            if below_pass_mark(kind, activity):
                return 0
            return kind.fixed if activity.ceu is None else activity.ceu
    return 0  # Valuation.NONE


def own_value(kind: ActivityType, entered: int) -> int:
    """The entered hundredths, cut to the most that one activity of the type may give."""
    limit = kind.item_maximum
    return entered if limit is None or entered <= limit else limit


def below_pass_mark(kind: ActivityType, activity: Activity) -> bool:
    """Whether a quiz was failed. A quiz without a score was not passed."""
    return kind.pass_mark is not None and (activity.score is None or activity.score < kind.pass_mark)
