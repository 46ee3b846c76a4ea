"""What only shows when fields are held against each other."""

from collections.abc import Iterator

from recert_web.domain.claim import ClaimFault, FaultCode
from recert_web.domain.claim_reader import TypedValues
from recert_web.domain.rules import RuleSet

PERSONAL_DEVELOPMENT = "personal_development"
CPR_AED = "cpr_aed"


def cross_faults(rules: RuleSet, values: TypedValues) -> Iterator[ClaimFault]:
    """Faults between fields. Fields that could not be read are left out: they have their own."""
    yield from _impossible_days(values)
    yield from _impossible_hours(values)
    yield from _another_type(rules, values)


def _impossible_days(values: TypedValues) -> Iterator[ClaimFault]:
    first, last = values.started_on, values.completed_on
    if first and last and first > last:
        yield ClaimFault("completed_on", FaultCode.ENDS_BEFORE_START, {"started_on": first})


def _impossible_hours(values: TypedValues) -> Iterator[ClaimFault]:
    in_scope, in_all = values.quantity, values.hours_in_all
    if in_scope and in_all and in_scope > in_all:
        yield ClaimFault("quantity", FaultCode.MORE_IN_SCOPE_THAN_IN_ALL, {"hours_in_all": in_all})


def _another_type(rules: RuleSet, values: TypedValues) -> Iterator[ClaimFault]:
    answers = values.answers
    if answers.get("first_aid_named") is False:
        # Basic life support without First Aid is the CPR/AED requirement, kept in the profile.
        yield ClaimFault("first_aid_named", FaultCode.NOT_THIS_TYPE, better_type=_known(rules, CPR_AED))
    if answers.get("field_in_scope") is False:
        yield ClaimFault("field_in_scope", FaultCode.NOT_THIS_TYPE)
    elif answers.get("ncca_accredited") is False:
        better = _known(rules, PERSONAL_DEVELOPMENT)
        yield ClaimFault("ncca_accredited", FaultCode.NOT_THIS_TYPE, better_type=better)
    study, day = values.listing, values.completed_on
    if study and day and not study.valid_from <= day <= study.valid_until:
        # Not on the list that day: in scope all the same, it is personal development.
        figures = {"valid_from": study.valid_from, "valid_until": study.valid_until}
        better = _known(rules, PERSONAL_DEVELOPMENT)
        yield ClaimFault("listing", FaultCode.NOT_APPROVED_THEN, figures, better)


def _known(rules: RuleSet, key: str) -> str | None:
    return key if key in rules.types else None
