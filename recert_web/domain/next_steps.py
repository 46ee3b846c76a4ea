"""What is left to do: at most three steps, in order, and none exactly when a certification is Complete."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from recert_web.domain.evaluation import Evaluation, Standing, Status, Window
from recert_web.domain.fees import FeesPaid
from recert_web.domain.rules import RuleSet

MOST_STEPS = 3


class StepKind(StrEnum):
    """What a step is about."""

    CEUS = "ceus"  # hundredths short; letters with room
    CATEGORY = "category"  # enough CEUs, from too few categories; letters not used yet
    RECERTIFICATION_FEE = "recertification_fee"
    LATE_FEE = "late_fee"
    WAIT = "wait"  # nothing due: earning starts with the next cycle
    ROUTES = "routes"  # expired: the days between which an appeal can be filed


@dataclass(frozen=True, slots=True)
class Step:
    """One line of "What is left". `ready` says that a fee can be paid now, not only after the CEUs."""

    kind: StepKind
    codes: tuple[str, ...]
    hundredths: int = 0
    letters: tuple[str, ...] = ()
    categories_missing: int = 0  # categories still without credit, of those needed
    cents: int = 0
    ready: bool = False
    from_day: date | None = None
    until_day: date | None = None


def next_steps(
    rules: RuleSet, evaluation: Evaluation, code: str, paid: FeesPaid, expired: bool = False
) -> tuple[Step, ...]:
    """The steps for one certification. `expired` says that the organisation has expired it."""
    standing = evaluation.standings[code]
    if expired or standing.status is Status.EXPIRED:
        return (_routes(rules, (code,)),)
    if standing.status is Status.NOT_REQUIRED:
        return (_wait(rules, (code,)),)
    if standing.status is Status.COMPLETE:
        return ()
    return tuple(_open_steps(rules, evaluation, standing, paid))


def next_steps_for_all(
    rules: RuleSet, evaluation: Evaluation, paid: FeesPaid, expired: frozenset[str] = frozenset()
) -> tuple[Step, ...]:
    """The steps of all certifications as one list: one entry serves all, and fees are paid together."""
    steps = [
        step
        for code in evaluation.standings
        for step in next_steps(rules, evaluation, code, paid, code in expired)
    ]
    merged = [_merged([step for step in steps if step.kind is kind]) for kind in StepKind]
    return tuple(step for step in merged if step is not None)[:MOST_STEPS]


def _open_steps(rules: RuleSet, evaluation: Evaluation, standing: Standing, paid: FeesPaid) -> Iterator[Step]:
    codes, ready = (standing.code,), standing.payable
    if not standing.ceus_met:
        yield _credit_step(standing)
    if standing.recertification_paid_on is None:
        yield Step(StepKind.RECERTIFICATION_FEE, codes, cents=standing.fee, ready=ready)
    late = evaluation.window is Window.LATE
    if late and not paid.late_fee and not paid.on_time(standing.code):
        yield Step(StepKind.LATE_FEE, codes, cents=rules.late_fee, ready=ready, until_day=rules.late_until)


def _credit_step(standing: Standing) -> Step:
    codes = (standing.code,)
    missing = max(0, standing.categories_needed - standing.categories_used)
    room = [totals for totals in standing.categories.values() if totals.credited < totals.maximum]
    if standing.short:
        letters = tuple(totals.letter for totals in room)
        return Step(StepKind.CEUS, codes, standing.short, letters, missing)
    letters = tuple(totals.letter for totals in room if not totals.credited)
    return Step(StepKind.CATEGORY, codes, letters=letters, categories_missing=missing)


def _wait(rules: RuleSet, codes: tuple[str, ...]) -> Step:
    return Step(StepKind.WAIT, codes, from_day=rules.ends + timedelta(days=1))


def _routes(rules: RuleSet, codes: tuple[str, ...]) -> Step:
    return Step(StepKind.ROUTES, codes, from_day=rules.appeals_from, until_day=rules.appeals_until)


def _merged(steps: list[Step]) -> Step | None:
    # What can be paid now hides what cannot yet; of several shortfalls the largest covers the others.
    chosen = [step for step in steps if step.ready] or steps
    if not chosen:
        return None
    most = max(chosen, key=lambda step: (step.hundredths, step.categories_missing))
    per_person = most.kind is StepKind.LATE_FEE
    return Step(
        kind=most.kind,
        codes=tuple(code for step in chosen for code in step.codes),
        hundredths=most.hundredths,
        letters=most.letters,
        categories_missing=most.categories_missing,
        cents=most.cents if per_person else sum(step.cents for step in chosen),
        ready=most.ready,
        from_day=most.from_day,
        until_day=most.until_day,
    )
