"""Which fields an activity type needs: only those, in the order they are asked."""

from collections.abc import Collection, Iterator

from recert_web.domain.claim import ClaimField, FieldKind, HomeStudy, LockedWhy
from recert_web.domain.rules import ActivityType, EnteredBy, RuleSet, Valuation

HOUR = "hour"

# The questions RULES.md section 4 asks before a certificate counts as its type.
QUESTIONS: dict[str, tuple[ClaimField, ...]] = {
    "first_aid": (
        ClaimField("bls", FieldKind.YES_NO),
        ClaimField("first_aid_named", FieldKind.YES_NO, only_if=("bls", "yes")),
    ),
    "ncca_certification": (
        ClaimField("ncca_accredited", FieldKind.YES_NO),
        ClaimField("field_in_scope", FieldKind.YES_NO),
    ),
}


def may_be_entered(kind: ActivityType) -> bool:
    """Whether a member reports this type; the others have a route instead."""
    return kind.entered_by in (EnteredBy.MEMBER, EnteredBy.MEMBER_EARLY)


def is_event(kind: ActivityType) -> bool:
    """Attended by the hour: has a first and a last day, and hours outside the scope of practice."""
    by_the_hour = kind.valuation is Valuation.RATE and kind.unit == HOUR
    return by_the_hour and kind.yearly_maximum is None


def asks_scope(kind: ActivityType, codes_held: Collection[str]) -> bool:
    """Whether the content may be in scope for one certification held and not for another."""
    of_one_content = kind.valuation is Valuation.FIXED or kind.listed
    return len(codes_held) > 1 and not of_one_content


def fields_of(
    rules: RuleSet, type_key: str, codes_held: Collection[str], listing: HomeStudy | None = None
) -> tuple[ClaimField, ...]:
    """The fields of a type's form; none where it is reported for the member. KeyError: no such type."""
    kind = rules.types[type_key]
    return tuple(_fields(kind, codes_held, listing)) if may_be_entered(kind) else ()


def _fields(
    kind: ActivityType, codes_held: Collection[str], listing: HomeStudy | None
) -> Iterator[ClaimField]:
    yield from _what_it_was(kind)
    yield from _when(kind)
    yield from _how_much(kind, listing)
    yield from QUESTIONS.get(kind.key, ())
    if asks_scope(kind, codes_held):
        yield ClaimField("in_scope_for", FieldKind.TICKS)


def _what_it_was(kind: ActivityType) -> Iterator[ClaimField]:
    if kind.listed:
        yield ClaimField("listing", FieldKind.CHOICE)
        return
    yield ClaimField("title", FieldKind.TEXT)
    if kind.yearly_maximum is None:  # reading and listening at home has no provider worth asking for
        yield ClaimField("provider", FieldKind.TEXT, required=False)


def _when(kind: ActivityType) -> Iterator[ClaimField]:
    if is_event(kind) or kind.dated_by_start:
        # An event without a first day lasted one day; a course must state when it began.
        yield ClaimField("started_on", FieldKind.DATE, required=kind.dated_by_start)
    yield ClaimField("completed_on", FieldKind.DATE)


def _how_much(kind: ActivityType, listing: HomeStudy | None) -> Iterator[ClaimField]:
    if is_event(kind):
        yield ClaimField("hours_in_all", FieldKind.DECIMAL)
    if kind.valuation is Valuation.RATE:
        yield ClaimField("quantity", FieldKind.DECIMAL)
        yield ClaimField("ceu", FieldKind.LOCKED, required=False, why=LockedWhy.COMPUTED)
    elif kind.listed:
        value = listing.ceu if listing else None
        yield ClaimField("ceu", FieldKind.LOCKED, required=False, hundredths=value, why=LockedWhy.LISTED)
    elif kind.valuation is Valuation.FIXED:
        yield ClaimField("ceu", FieldKind.LOCKED, required=False, hundredths=kind.fixed, why=LockedWhy.FIXED)
    else:
        yield ClaimField("ceu", FieldKind.DECIMAL)
