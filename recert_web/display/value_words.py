"""How a type gets its CEUs, in the hint beside the value."""

from recert_web.display.numbers import ceu, ceus
from recert_web.domain.amounts import amount_from
from recert_web.domain.claim import ClaimField, LockedWhy
from recert_web.domain.rules import ActivityType, RuleSet
from recert_web.domain.valuation import own_value


def locked_value(kind: ActivityType, field: ClaimField, quantity: str) -> str:
    """A value that cannot be typed, as far as it is known yet. `quantity` is what was typed for it."""
    if field.hundredths is not None:
        return ceu(field.hundredths)
    units = amount_from(quantity.strip().replace(",", "."))
    if field.why is not LockedWhy.COMPUTED or units is None:
        return ""
    return ceu(own_value(kind, kind.rate * units // 100))


def scope_hint(rules: RuleSet) -> str:
    """Which hours do not count."""
    return f"Not in scope: {'; '.join(rules.out_of_scope)}."


def value_hint(kind: ActivityType, why: LockedWhy | None, *, in_scope_only: bool) -> str:
    """Where the CEUs of a type come from, and the most they can be."""
    match why:
        case LockedWhy.FIXED:
            return f"Always {ceus(kind.fixed)} for one."
        case LockedWhy.LISTED:
            return "The pre-approved list gives the value."
        case LockedWhy.COMPUTED:
            unit = f"{kind.unit} in scope" if in_scope_only else kind.unit
            most = _at_most(kind)
            return f"{ceu(kind.rate)} for each {unit}{f', {most}' if most else ''}."
        case None:
            most = _at_most(kind)
            return f"{most.capitalize()}." if most else ""


def _at_most(kind: ActivityType) -> str:
    if kind.yearly_maximum is not None:
        return f"at most {ceu(kind.yearly_maximum)} in a calendar year"
    return f"at most {ceu(kind.item_maximum)} for one" if kind.item_maximum is not None else ""
