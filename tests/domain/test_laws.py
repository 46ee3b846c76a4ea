"""What holds of every record whatever."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies as st

from recert_web.domain.evaluate import evaluate
from recert_web.domain.evaluation import Evaluation, Standing, Status
from recert_web.domain.faults import Faults
from recert_web.domain.preview import with_activity, without_activity
from recert_web.domain.record import Activity, Certification, Record
from recert_web.domain.record_format import parse_record, result_as_data
from recert_web.domain.remedies import apply_remedy, remedies
from recert_web.domain.rules import RuleSet
from recert_web.rulebook.loader import rule_set
from tests.domain.record_strategies import json_values, judged

Judged = tuple[RuleSet, Record]
# A law holds or does not; how busy the machine is has no say in it.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def totals(found: Evaluation) -> object:
    """All that a person is told in sums, without the single activities."""
    standings = {code: replace(one, activities={}) for code, one in found.standings.items()}
    return replace(found, standings=standings)


@unhurried
@given(judged())
def test_credited_is_never_above_a_maximum(case: Judged) -> None:
    for one in evaluate(*case).standings.values():
        for category in one.categories.values():
            assert category.credited == min(category.earned, category.maximum)
            assert category.over == category.earned - category.credited
        assert one.credited == sum(category.credited for category in one.categories.values())


@unhurried
@given(judged(), st.randoms(use_true_random=False))
def test_entry_order_never_changes_totals(case: Judged, random: Any) -> None:
    rules, record = case
    shuffled = list(record.activities)
    random.shuffle(shuffled)
    again = evaluate(rules, replace(record, activities=tuple(shuffled)))
    assert totals(again) == totals(evaluate(rules, record))


@unhurried
@given(judged())
def test_every_hundredth_entered_is_credited_or_taken_by_a_reason(case: Judged) -> None:
    rules, record = case
    for one in evaluate(rules, record).standings.values():
        assert set(one.activities) == {activity.id for activity in record.activities}
        for trace in one.activities.values():
            assert trace.entered == trace.credited + sum(reason.taken for reason in trace.reasons)
            assert 0 <= trace.credited <= trace.value <= trace.entered
            assert all(reason.source_key in rules.sources for reason in trace.reasons)


@unhurried
@given(judged())
def test_a_category_holds_what_its_activities_hold(case: Judged) -> None:
    for one in evaluate(*case).standings.values():
        for letter, category in one.categories.items():
            of_it = [trace.credited for trace in one.activities.values() if trace.category == letter]
            assert category.credited == sum(of_it)


@unhurried
@given(judged())
def test_an_activity_taken_off_leaves_no_trace(case: Judged) -> None:
    rules, record = case
    last = record.activities[-1]
    never = replace(record, activities=record.activities[:-1])
    assert evaluate(rules, without_activity(record, last.id)) == evaluate(rules, never)
    assert evaluate(rules, with_activity(never, last)) == evaluate(rules, record)


@unhurried
@given(judged())
def test_a_struck_activity_changes_nothing_for_the_others(case: Judged) -> None:
    rules, record = case
    last = replace(record.activities[-1], struck=True)
    struck = evaluate(rules, with_activity(record, last))
    assert totals(struck) == totals(evaluate(rules, without_activity(record, last.id)))


@unhurried
@given(judged())
def test_another_certification_never_changes_the_result_of_one(case: Judged) -> None:
    rules, record = case
    together = evaluate(rules, record).standings
    for held in record.certifications:
        assert evaluate(rules, replace(record, certifications=(held,))).standings == {
            held.code: together[held.code]
        }


@unhurried
@given(judged(), st.sampled_from("ABCD"), st.integers(1, 300))
def test_a_larger_category_maximum_never_lowers_credit(case: Judged, letter: str, more: int) -> None:
    rules, record = case
    tiers = tuple(
        replace(tier, maximums={**tier.maximums, letter: tier.maximums[letter] + more})
        for tier in rules.tiers
    )
    wider = evaluate(replace(rules, tiers=tiers), record).standings
    for code, one in evaluate(rules, record).standings.items():
        assert wider[code].credited >= one.credited


@unhurried
@given(judged())
def test_a_remedy_gives_exactly_what_it_promises(case: Judged) -> None:
    rules, record = case
    before = evaluate(rules, record).standings
    for held in record.certifications:
        for activity in record.activities:
            for remedy in remedies(rules, record, held.code, activity.id):
                after = evaluate(rules, apply_remedy(record, activity.id, remedy)).standings[held.code]
                assert remedy.gain == after.credited - before[held.code].credited > 0


@unhurried
@given(judged())
def test_fees_are_due_of_what_is_ready_to_pay_alone(case: Judged) -> None:
    rules, record = case
    found = evaluate(rules, record)
    assert found.late_fee in (0, rules.late_fee)
    assert (
        0 <= found.fee_due <= found.late_fee + sum(one.fee for one in found.standings.values() if one.payable)
    )
    for one in found.standings.values():
        assert one.payable is (one.status is Status.READY_TO_PAY)
        assert _agrees(one)


def _agrees(one: Standing) -> bool:
    return one.ceus_met or one.status in (Status.IN_PROGRESS, Status.EXPIRED)


@unhurried
@given(judged())
def test_every_result_can_be_printed(case: Judged) -> None:
    assert json.loads(json.dumps(result_as_data(evaluate(*case))))


@unhurried
@given(st.text() | st.binary())
def test_any_text_is_read_without_a_traceback(source: str | bytes) -> None:
    assert isinstance(parse_record(source, rule_set), Faults)


@unhurried
@given(json_values())
def test_any_JSON_is_read_without_a_traceback_and_any_record_evaluated(value: object) -> None:
    found = parse_record(json.dumps(value), rule_set)
    if isinstance(found, Faults):
        assert found.faults
        assert json.dumps(found.as_data())
    else:
        evaluate(rule_set(found.rule_set), found)


@unhurried
@given(judged())
def test_a_record_written_as_data_is_read_as_it_was(case: Judged) -> None:
    rules, record = case
    held = {one.code for one in record.certifications}
    whole = replace(
        record,
        activities=tuple(_as_the_format_has_it(rules, one) for one in record.activities),
        payments=tuple(
            one
            for one in record.payments
            if one.paid_on <= record.as_of and (one.certification or "CSCS") in held
        ),
    )
    assert parse_record(json.dumps(_written(whole)), rule_set) == whole


def _as_the_format_has_it(rules: RuleSet, one: Activity) -> Activity:
    """The activity with the figures that its type has and no others."""
    valuation = rules.types[one.type].valuation.value
    return replace(
        one,
        quantity=one.quantity if valuation == "rate" else None,
        ceu=(one.ceu or 1) if valuation == "stated" else one.ceu if valuation == "quiz" else None,
        score=(one.score or 0) if valuation == "quiz" else None,
    )


def _written(record: Record) -> dict[str, object]:
    return {
        "rule_set": record.rule_set,
        "as_of": str(record.as_of),
        "nsca_member": record.nsca_member,
        "certifications": [_given(one) for one in record.certifications],
        "activities": [_given(one) for one in record.activities],
        "payments": [_given(one) for one in record.payments],
    }


def _given(one: Activity | Certification | Any) -> dict[str, object]:
    values = {name: getattr(one, name) for name in one.__slots__}
    written: dict[str, object] = {}
    for name, value in values.items():
        if value is None:
            continue
        if name in ("quantity", "ceu"):
            written[name] = f"{value // 100}.{value % 100:02d}"
        else:
            written[name] = str(value) if name.endswith("_on") or name == "earns_from" else value
    return written
