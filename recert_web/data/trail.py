"""The trail: what was done to whom, by whom, in a chain that shows when somebody changed or removed a link.

An entry carries pseudonyms and a keyed hash of its details; the details themselves stand beside it and may be
erased without breaking the chain.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session, col, delete, select

from recert_web.data import tables
from recert_web.data.keyed_hashes import keyed_hash
from recert_web.data.trail_actions import TrailAction

__all__ = ["SYSTEM", "TrailAction", "append", "erase_details", "link_hash"]

SYSTEM = "system"  # the actor where a command or a job did it
Details = Mapping[str, str | int | bool | None]


@dataclass(frozen=True, slots=True)
class _Link:
    seq: int
    hash: str


def append(
    session: Session,
    action: TrailAction,
    at: datetime,
    *,
    actor: int | None,
    person: int | None = None,
    details: Details | None = None,
) -> None:
    """Adds an entry to a person's chain, or to the actor's own where it is about no person.

    `actor` is an account, `person` a person, both by id; without an actor the system did it.
    """
    author = _account_pseudonym(session, actor) if actor is not None else SYSTEM
    chain = _person_pseudonym(session, person) if person is not None else author
    before = _last_link(session, chain)
    text = json.dumps(dict(details or {}), sort_keys=True, ensure_ascii=False)
    salt = secrets.token_hex(16)
    entry = tables.TrailEntry(
        chain=chain,
        seq=before.seq + 1,
        at=at,
        actor=author,
        action=action.value,
        details_hash=details_hash(salt, text),
        previous_hash=before.hash,
        hash="",
    )
    entry.hash = link_hash(entry)
    session.add(entry)
    session.flush()
    if details and entry.id is not None:
        session.add(tables.TrailDetail(entry_id=entry.id, salt=salt, text=text))


def erase_details(session: Session, person: int) -> None:
    """Removes the personal text of a person's entries. The chain still holds, and still says what was done."""
    chain = _person_pseudonym(session, person)
    entries = select(tables.TrailEntry.id).where(tables.TrailEntry.chain == chain)
    session.exec(delete(tables.TrailDetail).where(col(tables.TrailDetail.entry_id).in_(entries)))


def details_hash(salt: str, text: str) -> str:
    """What an entry keeps of its details. Without the salt, which is erased with them, nobody can test a guess."""
    return keyed_hash("trail details", salt, text)


def link_hash(entry: tables.TrailEntry) -> str:
    """The hash of an entry with everything it says and the hash of the entry before it."""
    at = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    parts = (entry.chain, str(entry.seq), at, entry.actor, entry.action, entry.details_hash, entry.previous_hash)
    return keyed_hash("trail entry", *parts)


def _last_link(session: Session, chain: str) -> _Link:
    newest = (
        select(tables.TrailEntry.seq, tables.TrailEntry.hash)
        .where(tables.TrailEntry.chain == chain)
        .order_by(col(tables.TrailEntry.seq).desc())
        .limit(1)
    )
    row = session.exec(newest).first()
    return _Link(*row) if row else _Link(0, "")


def _person_pseudonym(session: Session, person: int) -> str:
    # The lock keeps two writers from taking the same place in the chain; SQLite has one writer anyway.
    return session.exec(select(tables.Person.pseudonym).where(tables.Person.id == person).with_for_update()).one()


def _account_pseudonym(session: Session, account: int) -> str:
    return session.exec(select(tables.Account.pseudonym).where(tables.Account.id == account)).one()
