"""Evaluations remembered while nothing has changed: a long record is not read and judged at every click.

What is remembered is checked against the database each time it is used, so any number of processes may
change a record. Only what a reading session has seen is kept: a writing one may still take it back.
"""

from collections import OrderedDict
from dataclasses import dataclass, replace
from threading import Lock

from recert_web.data import activities, activity_stamps
from recert_web.data.database import Session
from recert_web.domain.evaluate import evaluate
from recert_web.domain.evaluation import Evaluation
from recert_web.domain.record import Record
from recert_web.domain.rules import RuleSet

MOST_REMEMBERED = 200  # records; one of a thousand activities takes about 1 MB


@dataclass(frozen=True, slots=True)
class _Remembered:
    stamp: activity_stamps.Stamp
    rules: RuleSet
    record: Record
    evaluation: Evaluation


_Key = tuple[str, int, str]
_remembered: OrderedDict[_Key, _Remembered] = OrderedDict()
_lock = Lock()


def judged(session: Session, rules: RuleSet, person_id: int, bare: Record) -> tuple[Record, Evaluation]:
    """A person's record, given without its activities, with them; and its evaluation."""
    key = (activity_stamps.database_name(session), person_id, rules.key)
    stamp = activity_stamps.record_stamp(session, person_id, rules.key)
    known = _recall(key, stamp)
    found = known.record.activities if known else activities.record_activities(session, person_id, rules.key)
    record = replace(bare, activities=found)
    if known and known.rules is rules and known.record == record:
        return known.record, known.evaluation
    evaluation = evaluate(rules, record)
    if activity_stamps.is_reading(session):
        _remember(key, _Remembered(stamp, rules, record, evaluation))
    return record, evaluation


def _recall(key: _Key, stamp: activity_stamps.Stamp) -> _Remembered | None:
    with _lock:
        known = _remembered.get(key)
        if known is None or known.stamp != stamp:
            return None
        _remembered.move_to_end(key)
        return known


def _remember(key: _Key, one: _Remembered) -> None:
    with _lock:
        _remembered[key] = one
        _remembered.move_to_end(key)
        while len(_remembered) > MOST_REMEMBERED:
            _remembered.popitem(last=False)
