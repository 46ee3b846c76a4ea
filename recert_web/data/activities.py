"""Activities as entered. What is computed from is read narrowly: a record may hold a thousand."""

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, or_, select
from sqlmodel import Session

from recert_web.data import tables
from recert_web.domain.claim import ReadClaim
from recert_web.domain.member import Entry
from recert_web.domain.record import Activity, EntrySource

_activities = tables.metadata.tables["activities"]
_table = _activities.c
_COMPUTED = (
    _table.id,
    _table.type,
    _table.completed_on,
    _table.started_on,
    _table.quantity,
    _table.ceu,
    _table.score,
    _table.ref,
    _table.source,
    _table.in_scope_for,
    _table.struck,
)
_READ = (
    _table.title,
    _table.rule_set,
    _table.version,
    _table.entered_at,
    _table.provider,
    _table.hours_in_all,
    _table.listing_id,
    _table.deleted_at,
)


def record_activities(session: Session, person_id: int, rule_set: str) -> tuple[Activity, ...]:
    """What a cycle is computed from, in entry order. Deleted entries are left out."""
    chosen = select(*_COMPUTED).where(*_kept(person_id, rule_set)).order_by(_table.id)
    return tuple(_activity(row) for row in session.connection().execute(chosen))


def entry(session: Session, person_id: int, activity_id: str) -> Entry | None:
    """One entry of a person, deleted or not; None where they have none of that id."""
    if not (activity_id.isascii() and activity_id.isdigit() and len(activity_id) < 19):
        return None
    return _one(session, select(*_COMPUTED, *_READ).where(_of(person_id), _table.id == int(activity_id)))


def entry_of_form(session: Session, person_id: int, form_key: str) -> Entry | None:
    """The entry that a form has stored already, deleted or not."""
    return _one(session, select(*_COMPUTED, *_READ).where(_of(person_id), _table.form_key == form_key))


def entries(session: Session, person_id: int, activity_ids: Collection[str]) -> tuple[Entry, ...]:
    """The entries of a page, in the order of the ids given."""
    wanted = [int(activity_id) for activity_id in activity_ids]
    chosen = select(*_COMPUTED, *_READ).where(_of(person_id), _table.id.in_(wanted))
    found = {row.id: _entry(row) for row in session.connection().execute(chosen)}
    return tuple(found[number] for number in wanted if number in found)


def ids_with_text(session: Session, person_id: int, rule_set: str, text: str) -> frozenset[str]:
    """The entries of a cycle whose title or provider contains a text, whatever its case."""
    found = or_(
        _table.title.icontains(text, autoescape=True), _table.provider.icontains(text, autoescape=True)
    )
    chosen = select(_table.id).where(*_kept(person_id, rule_set), found)
    return frozenset(str(number) for number in session.connection().execute(chosen).scalars())


def add_activity(
    session: Session, person_id: int, rule_set: str, claim: ReadClaim, form_key: str | None, now: datetime
) -> str:
    """Store a claim and answer its id. IntegrityError: the form has been stored already."""
    stored = {**_columns(rule_set, claim), "person_id": person_id, "form_key": form_key, "entered_at": now}
    stored |= {"source": EntrySource.MEMBER.value, "struck": False, "version": 1}
    return str(
        session.connection().execute(_activities.insert().values(stored).returning(_table.id)).scalar_one()
    )


def change_activity(
    session: Session, person_id: int, activity_id: str, version: int, rule_set: str, claim: ReadClaim
) -> bool:
    """Replace an entry that still has the version seen; False where somebody changed it since."""
    return _changed(session, person_id, activity_id, version, _columns(rule_set, claim))


def set_deleted(
    session: Session, person_id: int, activity_id: str, version: int, deleted_at: datetime | None
) -> bool:
    """Delete an entry, or restore it with None; False where somebody changed it since."""
    return _changed(session, person_id, activity_id, version, {"deleted_at": deleted_at})


def _changed(
    session: Session, person_id: int, activity_id: str, version: int, values: dict[str, Any]
) -> bool:
    of_that_version = (_of(person_id), _table.id == int(activity_id), _table.version == version)
    change = _activities.update().where(*of_that_version).values(**values, version=version + 1)
    return session.connection().execute(change).rowcount == 1


def _of(person_id: int) -> ColumnElement[bool]:
    return _table.person_id == person_id


def _kept(person_id: int, rule_set: str) -> tuple[ColumnElement[bool], ...]:
    return _of(person_id), _table.rule_set == rule_set, _table.deleted_at.is_(None)


def _columns(rule_set: str, claim: ReadClaim) -> dict[str, Any]:
    scope = claim.in_scope_for
    return {
        "rule_set": rule_set,
        "type": claim.type,
        "title": claim.title,
        "provider": claim.provider,
        "started_on": claim.started_on,
        "completed_on": claim.completed_on,
        "quantity": claim.quantity,
        "hours_in_all": claim.hours_in_all,
        "ceu": claim.ceu,
        "in_scope_for": None if scope is None else json.dumps(scope),
        "listing_id": claim.listing,
    }


def _one(session: Session, chosen: Select[*tuple[Any, ...]]) -> Entry | None:
    row = session.connection().execute(chosen).one_or_none()
    return _entry(row) if row else None


def _activity(row: Row[*tuple[Any, ...]]) -> Activity:
    number, kind, completed_on, started_on, quantity, ceu, score, ref, source, scope, struck = row[:11]
    return Activity(
        str(number),
        kind,
        completed_on,
        started_on,
        quantity,
        ceu,
        score,
        ref,
        EntrySource(source),
        None if scope is None else tuple(json.loads(scope)),
        struck,
    )


def _entry(row: Row[*tuple[Any, ...]]) -> Entry:
    return Entry(
        activity=_activity(row),
        title=row.title,
        rule_set=row.rule_set,
        version=row.version,
        entered_at=row.entered_at,
        provider=row.provider,
        hours_in_all=row.hours_in_all,
        listing=row.listing_id,
        deleted=row.deleted_at is not None,
    )
