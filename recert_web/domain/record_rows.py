"""The rule set, the certifications and the payments of a record."""

from collections.abc import Callable, Collection
from datetime import date

from recert_web.domain.record import Certification, Payment, PaymentKind
from recert_web.domain.record_fields import Fields
from recert_web.domain.rules import RuleSet

CERTIFICATION_KEYS = frozenset({"code", "certified_on", "earns_from"})
PAYMENT_KEYS = frozenset({"kind", "paid_on", "certification", "refunded_on"})

RuleSetLookup = Callable[[str], RuleSet]  # raises LookupError where there is none


def rules_named(fields: Fields, lookup: RuleSetLookup) -> RuleSet | None:
    """The rule set the record asks for, None where it is at fault."""
    key = fields.text("rule_set")
    if key is None:
        return None
    try:
        return lookup(key)
    except LookupError:
        fields.fault("rule_set", "is not a known rule set")
        return None


class CertificationReading:
    """Reads one certification after the other, and knows the codes already held."""

    __slots__ = ("_rules", "held")

    def __init__(self, rules: RuleSet | None) -> None:
        self._rules = rules
        self.held: set[str] = set()

    def read(self, fields: Fields) -> Certification | None:
        """The certification, None where something it cannot do without is at fault."""
        code, certified_on = fields.text("code"), fields.day("certified_on")
        earns_from = fields.day("earns_from", required=False)
        rules = self._rules
        if rules and code is not None and code not in rules.certifications:
            fields.fault("code", f"is not a certification of {rules.key}")
        if rules and certified_on is not None and certified_on > rules.ends:
            fields.fault("certified_on", f"must not be after the end of the cycle, {rules.ends}")
        if code is None:
            return None
        if code in self.held:
            fields.fault("code", "is held twice")
        self.held.add(code)
        return Certification(code, certified_on, earns_from) if certified_on else None


class PaymentReading:
    """Reads one payment after the other."""

    __slots__ = ("_as_of", "_held")

    def __init__(self, as_of: date | None, held: Collection[str]) -> None:
        self._as_of, self._held = as_of, held

    def read(self, fields: Fields) -> Payment | None:
        """The payment, None where something it cannot do without is at fault."""
        kind, paid_on = fields.choice("kind", PaymentKind), fields.day("paid_on")
        certification = self._certification(fields, kind)
        refunded_on = fields.day("refunded_on", required=False)
        if paid_on is not None and self._as_of is not None and paid_on > self._as_of:
            fields.fault("paid_on", "must not be after as_of")
        if paid_on is not None and refunded_on is not None and refunded_on < paid_on:
            fields.fault("refunded_on", "must not be before paid_on")
        if kind is None or paid_on is None:
            return None
        return Payment(kind, paid_on, certification, refunded_on)

    def _certification(self, fields: Fields, kind: PaymentKind | None) -> str | None:
        """A recertification payment is for a certification held; other kinds need not name one."""
        recertifies = kind is PaymentKind.RECERTIFICATION
        code = fields.text("certification", required=recertifies)
        if recertifies and code is not None and code not in self._held:
            fields.fault("certification", "is not held")
        return code
