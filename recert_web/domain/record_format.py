"""The record format: a member's record as JSON, and the result of it."""

from recert_web.domain.faults import Fault, Faults
from recert_web.domain.json_reading import read_object
from recert_web.domain.record import Record
from recert_web.domain.record_activities import ACTIVITY_KEYS, ActivityReading
from recert_web.domain.record_fields import Fields
from recert_web.domain.record_rows import (
    CERTIFICATION_KEYS,
    PAYMENT_KEYS,
    CertificationReading,
    PaymentReading,
    RuleSetLookup,
    rules_named,
)
from recert_web.domain.result_data import result_as_data

__all__ = ["parse_record", "result_as_data"]

KEYS = frozenset({"rule_set", "as_of", "nsca_member", "certifications", "activities", "payments"})


def parse_record(source: str | bytes, rule_set: RuleSetLookup) -> Record | Faults:
    """The record a JSON text holds, or every fault of it in one pass; never raises.

    `rule_set` answers the rule set of a key and raises LookupError where there is none. Hours, credit
    hours and CEUs become whole hundredths.
    """
    faults: list[Fault] = []
    data = read_object(source, faults)
    record = None if data is None else _record(Fields(data, "", KEYS, faults), rule_set)
    return Faults(tuple(faults)) if record is None or faults else record


def _record(fields: Fields, rule_set: RuleSetLookup) -> Record | None:
    rules, as_of = rules_named(fields, rule_set), fields.day("as_of")
    nsca_member = fields.flag("nsca_member")
    if not fields.has("certifications"):
        fields.fault("certifications", "is missing")
    elif fields.data["certifications"] == []:
        fields.fault("certifications", "must hold a certification")
    certifications = CertificationReading(rules)
    held = fields.rows("certifications", certifications.read, CERTIFICATION_KEYS)
    activities = fields.rows("activities", ActivityReading(rules).read, ACTIVITY_KEYS)
    payments = fields.rows("payments", PaymentReading(as_of, certifications.held).read, PAYMENT_KEYS)
    if rules is None or as_of is None:
        return None
    return Record(rules.key, as_of, held, nsca_member, activities, payments)
