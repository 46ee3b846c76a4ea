"""The result of a record as it is printed: parsed, evaluated, as data."""

from recert_web.cli.lines import MOST_BYTES
from recert_web.domain.evaluate import evaluate
from recert_web.domain.faults import Fault, Faults
from recert_web.domain.record_format import parse_record, result_as_data
from recert_web.rulebook.loader import rule_set

TOO_LONG = Faults((Fault("", f"is longer than {MOST_BYTES} bytes"),))


def result_of(source: bytes | None) -> tuple[dict[str, object], bool]:
    """The result as data, and whether the record was faultless. None is a line that was too long."""
    record = TOO_LONG if source is None else parse_record(source, rule_set)
    if isinstance(record, Faults):
        return dict(record.as_data()), False
    return result_as_data(evaluate(rule_set(record.rule_set), record)), True
