"""Where every hundredth went: as runs to scale, in words and as a table."""

from collections.abc import Iterable, Iterator

from recert_web.display.numbers import activities, ceu
from recert_web.display.reasons import table_label
from recert_web.display.shapes import StripRow, StripRun
from recert_web.domain.eligibility import MAXIMUMS
from recert_web.domain.evaluation import ReasonTrace, Standing, Status
from recert_web.domain.rules import RuleSet


def strip(standing: Standing) -> list[StripRun]:
    """Runs by category, then what is over a maximum, what is refused, and what is left to earn."""
    runs, start = [], 0
    for kind, amount in _amounts(standing):
        if amount:
            runs.append(StripRun(kind=kind, start=start, hundredths=amount))
            start += amount
    return runs


def strip_box(standing: Standing) -> str:
    """The view box that holds the runs."""
    return f"0 0 {max(1, sum(amount for _, amount in _amounts(standing)))} 10"


def strip_words(standing: Standing) -> str:
    """The strip in one sentence; what is nothing goes unsaid, except what was entered and counted."""
    over, refused = _over(standing), _refused(standing)
    parts = [f"{ceu(standing.credited + over + refused)} entered", f"{ceu(standing.credited)} counted"]
    parts += [f"{ceu(over)} over a maximum"] * bool(over)
    parts += [f"{ceu(refused)} not counted"] * bool(refused)
    parts += [f"{ceu(standing.short)} {_lacking(standing)}"] * bool(standing.short)
    return f"{', '.join(parts)}."


def strip_rows(rules: RuleSet, standing: Standing) -> list[StripRow]:
    """Every hundredth that was entered, in the line of what counted it or took it, and what is to go."""
    entries = len(standing.activities)
    entered = standing.credited + sum(trace.taken for trace in _taken(standing))
    rows = [StripRow("Entered", ceu(entered), activities(entries))]
    for letter, totals in standing.categories.items():
        if totals.credited:
            label = f"Counted in {letter}, {rules.categories[letter].name}"
            rows.append(StripRow(label, ceu(totals.credited), f"at most {ceu(totals.maximum)}"))
    rows += _taken_rows(standing)
    if standing.short:
        rows.append(
            StripRow(
                _lacking(standing).capitalize(), ceu(standing.short), f"{ceu(standing.required)} required"
            )
        )
    return rows


def _lacking(standing: Standing) -> str:
    return "missing" if standing.status is Status.EXPIRED else "to go"


def _taken_rows(standing: Standing) -> Iterable[StripRow]:
    takes: dict[str, list[int]] = {}
    for trace in _taken(standing):
        takes.setdefault(table_label(trace, standing.code), []).append(trace.taken)
    for label, amounts in takes.items():
        yield StripRow(label, ceu(sum(amounts)), activities(len(amounts)))


def _amounts(standing: Standing) -> list[tuple[str, int]]:
    credited = [(letter, totals.credited) for letter, totals in standing.categories.items()]
    return [*credited, ("over", _over(standing)), ("refused", _refused(standing)), ("left", standing.short)]


def _over(standing: Standing) -> int:
    return sum(trace.taken for trace in _taken(standing) if trace.reason in MAXIMUMS)


def _refused(standing: Standing) -> int:
    return sum(trace.taken for trace in _taken(standing) if trace.reason not in MAXIMUMS)


def _taken(standing: Standing) -> Iterator[ReasonTrace]:
    """Every reason that took something; one that took nothing has nothing to account for."""
    for activity in standing.activities.values():
        yield from (trace for trace in activity.reasons if trace.taken)
