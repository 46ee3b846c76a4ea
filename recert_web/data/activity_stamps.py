"""Whether a record has changed, asked more cheaply than by reading it."""

from typing import NamedTuple

from sqlalchemy import func, select
from sqlmodel import Session

from recert_web.data import tables

_table = tables.metadata.tables["activities"].c


class Stamp(NamedTuple):
    """Differs after any change of a record: each raises a version or adds an entry."""

    entries: int
    versions: int
    newest: int


def record_stamp(session: Session, person_id: int, rule_set: str) -> Stamp:
    """The stamp of what a person has entered into a cycle, deleted entries included."""
    counted = select(func.count(), func.sum(_table.version), func.max(_table.id)).where(
        _table.person_id == person_id, _table.rule_set == rule_set
    )
    entries, versions, newest = session.connection().execute(counted).one()
    return Stamp(entries, versions or 0, newest or 0)


def database_name(session: Session) -> str:
    """Which database a session works on."""
    return str(session.connection().engine.url)


def is_reading(session: Session) -> bool:
    """Whether a session cannot write, so that all it sees is stored for good."""
    options = session.connection().get_execution_options()
    return options.get("writes") is False or bool(options.get("postgresql_readonly"))
