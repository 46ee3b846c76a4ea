"""What one activity does for one certification, and why."""

from collections.abc import Mapping, Sequence

from recert_web.display.numbers import ceu
from recert_web.display.reasons import main_reason, reason_sentence, remedy_sentence, short_reason
from recert_web.display.shapes import Result
from recert_web.domain.evaluation import ActivityTrace, Reason, Remedy
from recert_web.domain.rules import ActivityType

# Nothing is lost by these: they are due later, counted elsewhere, or not needed.
CALM = (Reason.NOT_REQUIRED, Reason.IN_FUTURE, Reason.DUPLICATE, Reason.NO_CREDIT)


def result_for(
    trace: ActivityTrace,
    code: str,
    kind: ActivityType,
    remedies: Sequence[Remedy],
    titles: Mapping[str, str] | None,
) -> Result:
    """The chip, the reason beside it, and every reason and remedy in full."""
    reason = main_reason(trace)
    return Result(
        code=code,
        chip=_chip(trace),
        tone=_tone(trace),
        short=short_reason(reason, code) if reason else "",
        sentences=[
            *(reason_sentence(one, code, kind, titles) for one in trace.reasons),
            *(remedy_sentence(one, code) for one in remedies),
        ],
    )


def _chip(trace: ActivityTrace) -> str:
    if 0 < trace.credited < trace.entered:
        return f"{ceu(trace.credited)} of {ceu(trace.entered)}"
    return ceu(trace.credited)


def _tone(trace: ActivityTrace) -> str:
    if not trace.reasons:
        return "good" if trace.credited else "plain"
    if trace.credited:
        return "warn"
    return "plain" if trace.reasons[0].reason in CALM else "bad"
