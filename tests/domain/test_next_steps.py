"""What is left: at most three steps, and none exactly when a certification is Complete."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from recert_web.domain.evaluate import evaluate
from recert_web.domain.evaluation import Evaluation, Status, Window
from recert_web.domain.fees import fees_paid
from recert_web.domain.next_steps import MOST_STEPS, Step, StepKind, next_steps, next_steps_for_all
from recert_web.domain.record import Activity, Certification, Payment, PaymentKind, Record
from recert_web.rulebook.loader import rule_set, rule_sets

RULES = rule_set("nsca-2018-2020")
OPEN, LATE, CLOSED = date(2020, 11, 1), date(2021, 1, 15), date(2021, 2, 10)
TIERS = (date(2016, 4, 9), date(2018, 5, 1), date(2019, 5, 1), date(2020, 2, 1), date(2020, 8, 1))
# CEUs in hundredths by type: nothing, half way, enough from one category alone, enough.
CREDITS: tuple[dict[str, int], ...] = (
    {},
    {"presenting": 50},
    {"home_study": 350},
    {"home_study": 100, "presenting": 200, "first_aid": 10},
)


def activities(credits: dict[str, int]) -> tuple[Activity, ...]:
    """Activities on one day late in 2020, when every certification was held."""
    day = date(2020, 10, 1)
    made: list[Activity] = []
    for kind, amount in credits.items():
        if kind == "first_aid":
            made += [Activity(f"{kind}{number}", kind, day) for number in range(amount)]
        else:
            made += [Activity(f"{kind}{number}", kind, day, ceu=50) for number in range(amount // 50)]
    return tuple(made)


def record(
    as_of: date, certified: dict[str, date], credits: dict[str, int], payments: tuple[Payment, ...]
) -> Record:
    held = tuple(Certification(code, day) for code, day in certified.items())
    return Record(RULES.key, as_of, held, False, activities(credits), payments)


def paid(code: str, day: date, refunded_on: date | None = None) -> Payment:
    return Payment(PaymentKind.RECERTIFICATION, day, code, refunded_on)


FEES: tuple[tuple[Payment, ...], ...] = (
    (),
    (paid("CSCS", date(2020, 10, 20)),),
    (paid("CSCS", date(2020, 10, 20), refunded_on=date(2020, 10, 25)),),
    (paid("CSCS", date(2021, 1, 10)),),
    (paid("CSCS", date(2021, 1, 10)), Payment(PaymentKind.LATE, date(2021, 1, 10))),
    (Payment(PaymentKind.LATE, date(2021, 1, 10)),),
    (Payment(PaymentKind.LATE, date(2020, 10, 10)),),
    (Payment(PaymentKind.MEMBERSHIP, date(2020, 10, 20)), Payment(PaymentKind.RSCC, date(2020, 10, 20))),
)


@pytest.mark.parametrize("as_of", [OPEN, LATE, CLOSED])
def test_nothing_is_left_exactly_when_complete_over_all_combinations(as_of: date) -> None:
    seen: set[tuple[Window, Status]] = set()
    for certified_on, credits, payments in product(TIERS, CREDITS, FEES):
        one = record(as_of, {"CSCS": certified_on}, credits, payments)
        evaluation = evaluate(RULES, one)
        steps = next_steps(RULES, evaluation, "CSCS", fees_paid(RULES, one))
        status = evaluation.standings["CSCS"].status
        assert (steps == ()) == (status is Status.COMPLETE), (certified_on, credits, payments)
        assert len(steps) <= MOST_STEPS
        assert next_steps_for_all(RULES, evaluation, fees_paid(RULES, one)) == steps
        due = sum(step.cents for step in steps if step.ready)
        assert due == evaluation.fee_due
        seen.add((evaluation.window, status))
    closed = {Status.NOT_REQUIRED, Status.COMPLETE, Status.EXPIRED}
    reachable = closed if as_of is CLOSED else set(Status) - {Status.EXPIRED}
    assert {status for _, status in seen} == reachable


@pytest.mark.parametrize("as_of", [OPEN, LATE, CLOSED])
def test_the_list_for_all_is_empty_exactly_when_all_are_complete(as_of: date) -> None:
    for first, second, credits, payments in product(TIERS, TIERS, CREDITS, FEES):
        one = record(as_of, {"CSCS": first, "TSAC-F": second}, credits, payments)
        evaluation = evaluate(RULES, one)
        steps = next_steps_for_all(RULES, evaluation, fees_paid(RULES, one))
        all_complete = all(held.status is Status.COMPLETE for held in evaluation.standings.values())
        assert (steps == ()) == all_complete
        assert len(steps) <= MOST_STEPS
        assert sum(step.cents for step in steps if step.ready) == evaluation.fee_due


def steps_on(
    as_of: date, certified_on: date, credits: dict[str, int], *payments: Payment
) -> tuple[Step, ...]:
    one = record(as_of, {"CSCS": certified_on}, credits, payments)
    return next_steps(RULES, evaluate(RULES, one), "CSCS", fees_paid(RULES, one))


def test_who_is_short_sees_how_much_and_where_there_is_room() -> None:
    ceus, fee = steps_on(OPEN, TIERS[2], {"presenting": 100})
    assert (ceus.kind, ceus.hundredths, ceus.letters) == (StepKind.CEUS, 100, ("A", "C", "D"))
    assert ceus.categories_missing == 1
    assert (fee.kind, fee.cents, fee.ready) == (StepKind.RECERTIFICATION_FEE, 7000, False)


def test_enough_from_one_category_asks_for_another() -> None:
    tiers = tuple(replace(tier, maximums={**tier.maximums, "D": 600}) for tier in RULES.tiers)
    wide = replace(RULES, tiers=tiers)
    one = record(OPEN, {"CSCS": TIERS[0]}, {"home_study": 600}, ())
    category, fee = next_steps(wide, evaluate(wide, one), "CSCS", fees_paid(wide, one))
    assert (category.kind, category.letters) == (StepKind.CATEGORY, ("A", "B", "C"))
    assert category.categories_missing == 1
    assert not fee.ready


def test_in_the_late_window_the_late_fee_is_a_step_of_its_own() -> None:
    steps = steps_on(LATE, TIERS[2], CREDITS[3])
    assert [(step.kind, step.cents, step.ready) for step in steps] == [
        (StepKind.RECERTIFICATION_FEE, 7000, True),
        (StepKind.LATE_FEE, 3500, True),
    ]
    assert [step.kind for step in steps_on(LATE, TIERS[2], {})] == [
        StepKind.CEUS,
        StepKind.RECERTIFICATION_FEE,
        StepKind.LATE_FEE,
    ]


def test_a_fee_paid_in_time_owes_no_late_fee() -> None:
    steps = steps_on(LATE, TIERS[2], {}, paid("CSCS", date(2020, 12, 1)))
    assert [step.kind for step in steps] == [StepKind.CEUS]


def test_nothing_due_is_a_wait_for_the_next_cycle() -> None:
    assert steps_on(OPEN, TIERS[4], {}) == (Step(StepKind.WAIT, ("CSCS",), from_day=date(2021, 1, 1)),)


def test_an_expired_certification_has_routes_with_their_days() -> None:
    (routes,) = steps_on(CLOSED, TIERS[0], {})
    assert (routes.kind, routes.from_day, routes.until_day) == (
        StepKind.ROUTES,
        RULES.appeals_from,
        RULES.appeals_until,
    )


def test_one_expired_by_the_organisation_has_routes_though_its_ceus_are_met() -> None:
    one = record(OPEN, {"CSCS": TIERS[2]}, CREDITS[3], (paid("CSCS", date(2020, 10, 20)),))
    evaluation: Evaluation = evaluate(RULES, one)
    assert next_steps(RULES, evaluation, "CSCS", fees_paid(RULES, one)) == ()
    (routes,) = next_steps(RULES, evaluation, "CSCS", fees_paid(RULES, one), expired=True)
    assert routes.kind is StepKind.ROUTES


def test_for_all_the_fees_that_are_ready_are_summed_and_the_largest_shortfall_is_named() -> None:
    certified = {"CSCS": TIERS[2], "TSAC-F": TIERS[3], "NSCA-CPT": TIERS[0], "CSPS": TIERS[1]}
    one = record(LATE, certified, {"home_study": 100, "presenting": 100}, ())
    ceus, fee, late = next_steps_for_all(RULES, evaluate(RULES, one), fees_paid(RULES, one))
    assert (ceus.codes, ceus.hundredths) == (("NSCA-CPT", "CSPS"), 400)
    assert (fee.codes, fee.cents, fee.ready) == (("CSCS", "TSAC-F"), 7000 + 6000, True)
    assert (late.codes, late.cents) == (("CSCS", "TSAC-F"), 3500)


def test_waiting_begins_with_the_day_after_the_cycle() -> None:
    for rules in rule_sets():
        held = (Certification("CSCS", rules.ends),)
        one = Record(rules.key, rules.ends, held)
        (step,) = next_steps(rules, evaluate(rules, one), "CSCS", fees_paid(rules, one))
        assert step.from_day == rules.ends + timedelta(days=1)
