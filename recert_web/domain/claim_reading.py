"""Reading a draft: strictly, to save it, and tolerantly, to say what it counts for while it is typed."""

from collections.abc import Sequence

from recert_web.domain.claim import (
    ClaimDraft,
    ClaimFault,
    ClaimFaults,
    DraftReading,
    FaultCode,
    HomeStudy,
    ReadClaim,
)
from recert_web.domain.claim_checks import cross_faults
from recert_web.domain.claim_form import fields_of, may_be_entered
from recert_web.domain.claim_reader import ClaimReader, TypedValues
from recert_web.domain.rules import ActivityType, RuleSet, Valuation

DRAFT = "draft"  # the activity id of what is not stored yet


def read_claim(
    rules: RuleSet, draft: ClaimDraft, codes_held: Sequence[str], listing: HomeStudy | None = None
) -> ReadClaim | ClaimFaults:
    """A claim to save, or every fault in it. `listing` is the approved home study the draft names."""
    values, faults = _read(rules, draft, codes_held, listing)
    claim = _claim(draft.type, values) if values else None
    return ClaimFaults(faults) if faults or claim is None else claim


def read_draft(
    rules: RuleSet, draft: ClaimDraft, codes_held: Sequence[str], listing: HomeStudy | None = None
) -> DraftReading:
    """What of a draft can be computed already. What is still empty is no fault."""
    values, found = _read(rules, draft, codes_held, listing)
    faults = tuple(fault for fault in found if fault.code is not FaultCode.MISSING)
    if faults or values is None or not _has_value(rules.types[draft.type], values):
        return DraftReading(None, faults)
    claim = _claim(draft.type, values)
    return DraftReading(claim.as_activity(DRAFT) if claim else None, ())


def _read(
    rules: RuleSet, draft: ClaimDraft, codes_held: Sequence[str], listing: HomeStudy | None
) -> tuple[TypedValues | None, tuple[ClaimFault, ...]]:
    kind = rules.types.get(draft.type)
    if kind is None or not may_be_entered(kind):
        code = FaultCode.UNKNOWN_TYPE if kind is None else FaultCode.REPORTED_FOR_YOU
        return None, (ClaimFault("type", code),)
    fields = {field.name: field for field in fields_of(rules, draft.type, codes_held, listing)}
    reader = ClaimReader(fields, draft.values, codes_held, listing)
    values = reader.values()
    order = list(fields)
    faults = [*reader.faults, *cross_faults(rules, values)]
    return values, tuple(sorted(faults, key=lambda fault: order.index(fault.field)))


def _has_value(kind: ActivityType, values: TypedValues) -> bool:
    if kind.valuation is Valuation.FIXED:
        return True
    return (values.quantity if kind.valuation is Valuation.RATE else values.ceu) is not None


def _claim(type_key: str, values: TypedValues) -> ReadClaim | None:
    if values.completed_on is None:
        return None
    return ReadClaim(
        type=type_key,
        title=values.title or "",
        provider=values.provider or "",
        completed_on=values.completed_on,
        started_on=values.started_on,
        quantity=values.quantity,
        hours_in_all=values.hours_in_all,
        ceu=values.ceu,
        in_scope_for=values.in_scope_for,
        listing=values.listing.id if values.listing else None,
    )
