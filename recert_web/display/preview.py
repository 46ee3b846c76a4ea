"""What saving an activity does for each certification, before it is saved and after."""

from recert_web.display.numbers import ceu, money
from recert_web.display.reasons import main_reason, reason_clause
from recert_web.display.room import categories_missing, more_categories
from recert_web.display.shapes import PreviewLine
from recert_web.domain.evaluation import ActivityTrace, Evaluation, Reason, Standing, Status
from recert_web.domain.rules import RuleSet


def preview_lines(
    rules: RuleSet, before: Evaluation, after: Evaluation, activity_id: str, *, saved: bool = False
) -> list[PreviewLine]:
    """A line for each certification: what the activity adds or not and why, and what is then to go.

    `before` holds the activity too when it is being edited; `saved` words it as done. Raises KeyError for
    an activity that is not in `after`.
    """
    verb = "added" if saved else "adds"
    return [
        _line(rules, before.standings[code], standing, activity_id, verb)
        for code, standing in after.standings.items()
    ]


def saved_title(title: str) -> str:
    """The heading over what a Save did."""
    return f'Saved "{title}"'


def saved_message(rules: RuleSet, before: Evaluation, after: Evaluation, activity_id: str, title: str) -> str:
    """What happened, for the live region: the title, then each certification."""
    lines = preview_lines(rules, before, after, activity_id, saved=True)
    return " ".join([f"{saved_title(title)}.", *(f"{line.code}: {line.text}." for line in lines)])


def _line(rules: RuleSet, before: Standing, after: Standing, activity_id: str, verb: str) -> PreviewLine:
    if after.status is Status.NOT_REQUIRED:
        return PreviewLine(after.code, "nothing is due this cycle, so nothing is added")
    if before.status is after.status is Status.COMPLETE:
        return PreviewLine(after.code, "complete, nothing changes")
    trace, earlier = after.activities[activity_id], before.activities.get(activity_id)
    words, tone = _what_it_does(trace, after.code, "gives" if earlier else verb)
    if earlier is not None:
        words = f"{words}, {_as_before(earlier, trace)}"
    words += _of_others(before, after, trace.credited - (earlier.credited if earlier else 0))
    if trace.credited == 0 and after.credited == before.credited:
        return PreviewLine(after.code, words, tone)
    if before.ceus_met and after.ceus_met:
        return PreviewLine(after.code, f"{words}; it has enough already", tone)
    return PreviewLine(after.code, f"{words}{';' if ':' in words else ':'} {_then(rules, after)}", tone)


def _what_it_does(trace: ActivityTrace, code: str, verb: str) -> tuple[str, str]:
    """What the activity counts for and why not for more, with the tone."""
    reason = main_reason(trace)
    if reason is None:
        amount = f"{ceu(trace.credited)} in {trace.category}" if trace.credited else "nothing"
        return f"{verb} {amount}", "good" if trace.credited else "plain"
    if trace.credited == 0:
        return f"{verb} nothing: {reason_clause(reason, code)}", "bad"
    # The category was not full before, or nothing would have been credited.
    clause = reason_clause(reason, code) + " then" * (reason.reason is Reason.CATEGORY_MAXIMUM)
    return f"{verb} {ceu(trace.credited)} of {ceu(trace.entered)}: {clause}", "warn"


def _as_before(earlier: ActivityTrace, now: ActivityTrace) -> str:
    """While editing: what it counted for until now."""
    return "as before" if earlier.credited == now.credited else f"{ceu(earlier.credited)} before"


def _of_others(before: Standing, after: Standing, own_growth: int) -> str:
    """What other entries lose to a maximum because this one comes before them, or win back."""
    lost = own_growth - (after.credited - before.credited)
    if lost > 0:
        return f", and {ceu(lost)} of later entries no longer counts"
    return f", and {ceu(-lost)} of other entries counts again" if lost else ""


def _then(rules: RuleSet, after: Standing) -> str:
    """Where the certification stands after it."""
    figures = f"{ceu(after.credited)} of {ceu(after.required)}"
    if after.short:
        return f"{figures}, then {ceu(after.short)} to go"
    if not after.ceus_met:
        return f"{figures}, then {more_categories(categories_missing(after))} to go"
    if after.status is Status.COMPLETE:
        return f"{figures}, Recertification Complete"
    if after.payable and after.recertification_paid_on is None:
        return f"{figures}, the fee of {money(after.fee, rules.currency)} is next"
    return f"{figures}, all there"
