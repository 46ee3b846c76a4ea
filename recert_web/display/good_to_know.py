"""What gates nothing and still matters."""

from datetime import date

from recert_web.display.numbers import day
from recert_web.domain.member import CprAedCard, Member
from recert_web.domain.rules import RuleSet

NEVER_CEUS = "A current one is required to keep your certification; it never gives CEUs."


def good_to_know(member: Member, rules: RuleSet, today: date) -> list[str]:
    """The CPR/AED card with its dates, and that CEUs never roll over."""
    return [
        _card(member.card, today),
        f"CEUs never roll over: what is above the requirement ends with this cycle on {day(rules.ends)}.",
    ]


def _card(card: CprAedCard | None, today: date) -> str:
    if card is None:
        return f"No CPR/AED card is on file. {NEVER_CEUS}"
    if card.expires_on < today:
        return (
            f"Your CPR/AED card ran out on {day(card.expires_on)}. {NEVER_CEUS} After a lapse the course "
            "must be taken in person."
        )
    words = f"Your CPR/AED card runs out on {day(card.expires_on)}."
    if not card.has_skills_evaluation:
        return f"{words} It does not state a skills evaluation, which the course must include."
    return f"{words} It is required and never gives CEUs."
