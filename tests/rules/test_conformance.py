"""Every conformance case gives exactly the result that stands beside it."""

import json
from pathlib import Path

import pytest

from recert_web.domain.evaluate import evaluate
from recert_web.domain.record import Record
from recert_web.domain.record_format import parse_record, result_as_data
from recert_web.rulebook.loader import rule_set

CASES = Path(__file__).parent / "cases"
# The specification's own copy, where the project lies beside it.
ORIGINALS = Path(__file__).parents[3] / "shared" / "conformance"


@pytest.mark.parametrize("path", sorted(CASES.glob("*.json")), ids=lambda path: path.stem)
def test_the_case_gives_its_expected_result(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    record = parse_record(json.dumps(case["record"]), rule_set)
    assert isinstance(record, Record), record
    assert result_as_data(evaluate(rule_set(record.rule_set), record)) == case["expect"]


def test_there_are_cases() -> None:
    assert len(list(CASES.glob("*.json"))) >= 30


def test_the_cases_are_those_of_the_specification_where_it_lies_beside() -> None:
    for path in sorted(ORIGINALS.glob("*.json")):
        assert (CASES / path.name).read_text(encoding="utf-8") == path.read_text(encoding="utf-8")
