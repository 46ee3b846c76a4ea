"""What is wrong with a field of the form, and how to put it right."""

from recert_web.display.form_words import asking
from recert_web.display.numbers import bare, day
from recert_web.domain.claim import ClaimFault, FaultCode
from recert_web.domain.claim_form import may_be_entered
from recert_web.domain.rules import RuleSet
from recert_web.wording import say_count

FAULTS = {
    FaultCode.NUMBER_MALFORMED: "{noun}: type a number such as 2.5, without other signs.",
    FaultCode.TOO_MANY_DECIMALS: "{noun}: use at most two decimals, such as 2.25.",
    FaultCode.NOT_POSITIVE: "{noun}: type a number above 0.",
    FaultCode.TOO_LARGE: "{noun}: type a number of at most {limit}.",
    FaultCode.DATE_MALFORMED: "{noun}: give year, month and day, such as 2026-05-14.",
    FaultCode.DATE_IMPOSSIBLE: "{noun}: there is no such day. Check the day and the month.",
    FaultCode.ENDS_BEFORE_START: "{noun} is before {started_on}, when it began. Correct one of them.",
    FaultCode.MORE_IN_SCOPE_THAN_IN_ALL: "{noun}: at most the {hours_in_all} in all. Correct one of them.",
    FaultCode.TOO_LONG: "{noun}: shorten it to {limit} characters.",
    FaultCode.CONTROL_CHARACTERS: "{noun} holds characters that cannot be shown. Type it by hand.",
    FaultCode.ANSWER_MALFORMED: "Answer yes or no.",
    FaultCode.UNKNOWN_CERTIFICATION: "You do not hold one of the certifications ticked. Reload the page.",
    FaultCode.UNKNOWN_LISTING: "This course is not on the pre-approved list. Choose one from the list.",
    FaultCode.NOT_APPROVED_THEN: "It was on the list from {valid_from} to {valid_until} only. Check the day.",
    FaultCode.UNKNOWN_TYPE: "Choose an activity from the list.",
    FaultCode.CYCLE_CLOSED: "The cycle of that day is closed, so nothing can be added to it.",
}
NOT_THIS = {
    "first_aid_named": "A BLS card that does not name First Aid gives no CEUs.",
    "ncca_accredited": "Only a certification that the NCCA accredits can be reported as one.",
    "field_in_scope": "Only a fitness, sport or exercise nutrition certification can be reported as one.",
    "in_scope_for": "Tick at least one: what is in scope for none of your certifications gives no CEUs.",
}


def fault_sentence(rules: RuleSet, type_key: str, fault: ClaimFault) -> str:
    """One fault in words, with its fix."""
    if fault.code is FaultCode.MISSING:
        return asking(type_key, fault.field).missing
    if fault.code is FaultCode.REPORTED_FOR_YOU:
        return rules.types[type_key].route
    if fault.code is FaultCode.NOT_THIS_TYPE:
        return " ".join(filter(None, (NOT_THIS[fault.field], _instead(rules, fault))))
    noun = "" if fault.field == "type" else asking(type_key, fault.field).noun
    words = FAULTS[fault.code].format_map({"noun": noun} | _figures(fault))
    return " ".join(filter(None, (words, _first_day(fault), _instead(rules, fault))))


def error_summary(count: int) -> str:
    """The line above the form, "" when nothing is wrong."""
    if not count:
        return ""
    return say_count(
        count,
        "Not saved yet: {count} thing to put right below.",
        "Not saved yet: {count} things to put right below.",
    )


def _first_day(fault: ClaimFault) -> str:
    first = _figures(fault).get("first_day")
    return f"Report what was completed on {first} or later." if first else ""


def _instead(rules: RuleSet, fault: ClaimFault) -> str:
    """What to report it as, or where it belongs when it is no member's to report."""
    if fault.better_type is None:
        return ""
    better = rules.types[fault.better_type]
    return f'Report it as "{better.name}" instead.' if may_be_entered(better) else better.route


def _figures(fault: ClaimFault) -> dict[str, str]:
    characters = fault.code is FaultCode.TOO_LONG
    shown = {}
    for key, value in fault.figures.items():
        if isinstance(value, int):
            shown[key] = str(value) if characters else bare(value)
        else:
            shown[key] = value if isinstance(value, str) else day(value)
    return shown
