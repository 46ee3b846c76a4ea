"""The record format: a member's record as JSON, and the result of it."""

from collections.abc import Callable

from recert_web.domain.faults import Fault, Faults
from recert_web.domain.json_reading import read_json
from recert_web.domain.record import Record
from recert_web.domain.record_activities import KEYS as ACTIVITY_KEYS
from recert_web.domain.record_activities import ActivityReading
from recert_web.domain.record_fields import Fields
from recert_web.domain.record_rows import (
    CERTIFICATION_KEYS,
    PAYMENT_KEYS,
    CertificationReading,
    PaymentReading,
)
from recert_web.domain.result_data import result_as_data
from recert_web.domain.rules import RuleSet

__all__ = ["parse_record", "result_as_data"]

KEYS = frozenset({"rule_set", "as_of", "nsca_member", "certifications", "activities", "payments"})


def parse_record(source: str | bytes, rule_set: Callable[[str], RuleSet]) -> Record | Faults:
    """The record a JSON text holds, or every fault of it in one pass; never raises.

    `rule_set` answers the rule set of a key and raises LookupError where there is none. Hours, credit
    hours and CEUs become whole hundredths.
    """
    faults: list[Fault] = []
    data = read_json(source, faults)
    if isinstance(data, dict):
        record = _record(Fields(data, "", KEYS, faults), rule_set)
    else:
        record = None
        if not faults:
            faults.append(Fault("", "must be an object"))
    return Faults(tuple(faults)) if record is None or faults else record


def _record(fields: Fields, rule_set: Callable[[str], RuleSet]) -> Record | None:
    rules, as_of = _rules(fields, rule_set), fields.day("as_of")
    nsca_member = fields.flag("nsca_member")
    certifications = CertificationReading(rules)
    held = fields.rows("certifications", certifications.read, CERTIFICATION_KEYS)
    if fields.data.get("certifications", []) == []:
        fields.fault(
            "certifications", "must hold a certification" if fields.has("certifications") else "is missing"
        )
    activities = fields.rows("activities", ActivityReading(rules).read, ACTIVITY_KEYS)
    payments = fields.rows("payments", PaymentReading(as_of, certifications.held).read, PAYMENT_KEYS)
    if rules is None or as_of is None:
        return None
    return Record(rules.key, as_of, held, nsca_member, activities, payments)


def _rules(fields: Fields, rule_set: Callable[[str], RuleSet]) -> RuleSet | None:
    key = fields.text("rule_set")
    if key is None:
        return None
    try:
        return rule_set(key)
    except LookupError:
        fields.fault("rule_set", "is not a known rule set")
        return None
