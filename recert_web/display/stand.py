"""The head of the overview: where the chosen certification stands."""

from datetime import date

from recert_web.display.need import what_is_needed
from recert_web.display.numbers import ceu, ceus, cycle_name
from recert_web.display.shapes import Segment, Stand
from recert_web.display.status_words import chip, days_left, percent, shown_status, tone
from recert_web.domain.evaluation import Evaluation, Standing, Status, Window
from recert_web.domain.member import HeldCertification
from recert_web.domain.rules import RuleSet

FULL = 1000  # tenths of a percent


def stand(
    rules: RuleSet, evaluation: Evaluation, code: str, today: date, held: HeldCertification | None = None
) -> Stand:
    """Where one certification stands; `held` lets an expiry by the organization show.

    Raises KeyError for a code that is not judged in this cycle.
    """
    standing = evaluation.standings[code]
    status = shown_status(rules, standing, held, today)
    return Stand(
        title=f"{code}, {cycle_name(rules.name)}",
        name=rules.certifications[code].name,
        chip=chip(status, evaluation.window),
        tone=tone(status, evaluation.window),
        days=days_left(rules, status, today),
        figure=ceu(standing.credited) if standing.required else "",
        figure_rest=f"of {ceus(standing.required)} credited" if standing.required else "",
        bar_words=_bar_words(standing),
        percent=percent(standing),
        segments=_segments(standing),
        open=status is not Status.EXPIRED and evaluation.window is not Window.CLOSED,
        sentence=what_is_needed(rules, evaluation, standing, held),
    )


def _bar_words(standing: Standing) -> str:
    if standing.required == 0:
        return "No CEUs are required this cycle."
    parts = [f"{letter} {ceu(one.credited)}" for letter, one in standing.categories.items() if one.credited]
    amount = f"{ceu(standing.credited)} of {ceus(standing.required)} credited"
    return f"{amount}: {', '.join(parts)}." if parts else f"{amount}."


def _segments(standing: Standing) -> list[Segment]:
    """The credited amounts by category and what is left, on one scale that they fill."""
    amounts = [(letter, one.credited) for letter, one in standing.categories.items()]
    amounts.append(("left", standing.short))
    scale = sum(amount for _, amount in amounts)
    pieces, passed = [], 0
    for kind, amount in amounts:
        start, passed = passed * FULL // max(1, scale), passed + amount
        if amount:
            pieces.append(Segment(kind=kind, start=start, width=passed * FULL // scale - start))
    return pieces
