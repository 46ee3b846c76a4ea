"""Activities as entered. What is computed from is read narrowly: a record may hold a thousand."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, or_, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from recert_web.data import tables
from recert_web.domain.member import Entry
from recert_web.domain.record import Activity, EntrySource

_activities = tables.metadata.tables["activities"]
_table = _activities.c
_SOURCES = {source.value: source for source in EntrySource}
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
    # Sorted here: asked for in the order of the ids, SQLite may walk everybody's rows to save the sorting.
    rows = session.connection().execute(select(*_COMPUTED).where(*_kept(person_id, rule_set)))
    return tuple(_activity(row) for row in sorted(rows, key=lambda row: row.id))


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
    """The entries of a cycle whose title or provider contains a text, whatever the case of A to Z."""
    found = or_(
        _table.title.icontains(text, autoescape=True), _table.provider.icontains(text, autoescape=True)
    )
    chosen = select(_table.id).where(*_kept(person_id, rule_set), found)
    return frozenset(str(number) for number in session.connection().execute(chosen).scalars())


def add_entry(session: Session, person_id: int, entry: Entry, form_key: str) -> str | None:
    """Store an entry and answer the id it was given; None where its form has been stored already."""
    stored = {**_stored(entry), "person_id": person_id, "form_key": form_key}
    try:
        with session.begin_nested():
            adding = _activities.insert().values(stored).returning(_table.id)
            return str(session.connection().execute(adding).scalar_one())
    except IntegrityError:
        if entry_of_form(session, person_id, form_key) is None:
            raise
        return None


def add_entries(session: Session, person_id: int, entries: Mapping[str, Entry]) -> None:
    """Store many entries by the form key each shall have; the ids they have are not used."""
    rows = [{**_stored(entry), "person_id": person_id, "form_key": key} for key, entry in entries.items()]
    if rows:
        session.connection().execute(_activities.insert(), rows)


def change_entry(session: Session, person_id: int, entry: Entry) -> bool:
    """Store an entry in the place of itself at the version it has; False where that was changed since."""
    return _changed(session, person_id, entry.activity.id, entry.version, _stored(entry))


def set_deleted(
    session: Session, person_id: int, activity_id: str, version: int, deleted_at: datetime | None
) -> bool:
    """Delete an entry, or restore it with None; False where somebody changed it since."""
    return _changed(session, person_id, activity_id, version, {"deleted_at": deleted_at})


def _changed(
    session: Session, person_id: int, activity_id: str, version: int, values: dict[str, Any]
) -> bool:
    of_that_version = (_of(person_id), _table.id == int(activity_id), _table.version == version)
    change = _activities.update().where(*of_that_version).values({**values, "version": version + 1})
    return session.connection().execute(change).rowcount == 1


def _of(person_id: int) -> ColumnElement[bool]:
    return _table.person_id == person_id


def _kept(person_id: int, rule_set: str) -> tuple[ColumnElement[bool], ...]:
    return _of(person_id), _table.rule_set == rule_set, _table.deleted_at.is_(None)


def _stored(entry: Entry) -> dict[str, Any]:
    activity = entry.activity
    scope = activity.in_scope_for
    return {
        "rule_set": entry.rule_set,
        "type": activity.type,
        "title": entry.title,
        "provider": entry.provider,
        "started_on": activity.started_on,
        "completed_on": activity.completed_on,
        "quantity": activity.quantity,
        "hours_in_all": entry.hours_in_all,
        "ceu": activity.ceu,
        "score": activity.score,
        "ref": activity.ref,
        "source": activity.source.value,
        "in_scope_for": None if scope is None else json.dumps(scope),
        "struck": activity.struck,
        "listing_id": entry.listing,
        "entered_at": entry.entered_at,
        "version": entry.version,
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
        _SOURCES[source],
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
