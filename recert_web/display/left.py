"""What is left: the domain's next steps in words, each with its button where there is one yet."""

from collections.abc import Iterable
from datetime import date

from recert_web.display import links
from recert_web.display.expiry import following_start
from recert_web.display.numbers import all_of, ceus, day, either, money, sentence, span
from recert_web.display.room import more_categories
from recert_web.display.shapes import LeftLine
from recert_web.domain.member import ExpiredCause, HeldCertification
from recert_web.domain.next_steps import Step, StepKind
from recert_web.domain.rules import RuleSet

REPORT = "Report"
PAY = "Pay"
NOT_YET = "After the CEUs."


def left(
    rules: RuleSet, steps: Iterable[Step], today: date, held: HeldCertification | None = None
) -> list[LeftLine]:
    """The steps in their order. `held` tells what the organization expired a certification for."""
    return [_line(rules, step, today, held) for step in steps]


def _line(rules: RuleSet, step: Step, today: date, held: HeldCertification | None) -> LeftLine:
    match step.kind:
        case StepKind.CEUS:
            return _ceus(step)
        case StepKind.CATEGORY:
            return _category(step)
        case StepKind.RECERTIFICATION_FEE:
            fees = f"{'Fee' if len(step.codes) == 1 else 'Fees'} for {all_of(step.codes)}"
            return _fee(rules, step, f"{fees}, {money(step.cents, rules.currency)}")
        case StepKind.LATE_FEE:
            late_fee = f"Late fee, {money(step.cents, rules.currency)}"
            return _fee(rules, step, f"{late_fee}, by {day(rules.late_until)}")
        case StepKind.WAIT:
            return _wait(rules, today)
        case StepKind.ROUTES:
            return _routes(rules, today, held)


def _ceus(step: Step) -> LeftLine:
    for_whom = f" for {all_of(step.codes)}" if len(step.codes) > 1 else ""
    source = f", from {either(step.letters)}" if step.letters else ""
    missing = step.categories_missing
    another = sentence(f"{more_categories(missing)} among them") if missing else ""
    return LeftLine(f"{ceus(step.hundredths)}{for_whom}{source}", another, REPORT, links.report())


def _category(step: Step) -> LeftLine:
    detail = f"Something from {either(step.letters)}." if step.letters else ""
    text = more_categories(step.categories_missing).capitalize()
    return LeftLine(text, detail, REPORT, links.report())


def _fee(rules: RuleSet, step: Step, text: str) -> LeftLine:
    if not step.ready:
        return LeftLine(text, NOT_YET)
    return LeftLine(text, "", PAY, links.fees(rules.name))


def _wait(rules: RuleSet, today: date) -> LeftLine:
    starts = following_start(rules)
    if today >= starts:
        return LeftLine(f"Earning started on {day(starts)}", "Nothing was due in this cycle.")
    return LeftLine(f"Earning starts on {day(starts)}", "Nothing is to be reported or paid before.")


def _routes(rules: RuleSet, today: date, held: HeldCertification | None) -> LeftLine:
    if held is not None and held.expired_cause is ExpiredCause.DOCUMENTS:
        return LeftLine("Send the documents that are missing", "The notice says which they can be.")
    if today > rules.appeals_until:
        return LeftLine("Retake the exam", f"Appeals were taken until {day(rules.appeals_until)}.")
    return LeftLine(f"Appeal from {span(rules.appeals_from, rules.appeals_until)}", "Or retake the exam.")
