"""The result of a record as data: every amount a decimal string with two places."""

from recert_web.domain.amounts import amount_text
from recert_web.domain.evaluation import ActivityTrace, CategoryTotals, Evaluation, Standing


def result_as_data(evaluation: Evaluation) -> dict[str, object]:
    """The evaluation as the record format prints it, keys in the order of its description."""
    distinction = evaluation.distinction
    return {
        "rule_set": evaluation.rule_set,
        "as_of": evaluation.as_of.isoformat(),
        "window": evaluation.window.value,
        "late_fee": amount_text(evaluation.late_fee),
        "fee_due": amount_text(evaluation.fee_due),
        "certifications": {code: _standing(one) for code, one in evaluation.standings.items()},
        "distinction": {
            "required": amount_text(distinction.required),
            "earned": amount_text(distinction.earned),
            "met": distinction.met,
        },
    }


def _standing(standing: Standing) -> dict[str, object]:
    return {
        "required": amount_text(standing.required),
        "credited": amount_text(standing.credited),
        "short": amount_text(standing.short),
        "categories": {letter: _category(totals) for letter, totals in standing.categories.items()},
        "categories_used": standing.categories_used,
        "categories_needed": standing.categories_needed,
        "ceus_met": standing.ceus_met,
        "fee": amount_text(standing.fee),
        "payable": standing.payable,
        "status": standing.status.value,
        "activities": {activity_id: _activity(trace) for activity_id, trace in standing.activities.items()},
    }


def _category(totals: CategoryTotals) -> dict[str, str]:
    return {
        "earned": amount_text(totals.earned),
        "credited": amount_text(totals.credited),
        "over": amount_text(totals.over),
        "maximum": amount_text(totals.maximum),
    }


def _activity(trace: ActivityTrace) -> dict[str, object]:
    return {
        "entered": amount_text(trace.entered),
        "value": amount_text(trace.value),
        "credited": amount_text(trace.credited),
        "reasons": [one.reason.value for one in trace.reasons],
    }
