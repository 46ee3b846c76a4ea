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
    account: int | None = None,
    details: Details | None = None,
) -> None:
    """Adds an entry to the chain of the person, or the account, that it is about.

    `actor` is the account that did it, None where the system did.
    """
    author = _pseudonym(session, tables.Account, actor) if actor is not None else SYSTEM
    chain = _chain(session, person, account)
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
    """Removes the personal text of a person's entries. The chain holds, and still says what was done."""
    chain = _pseudonym(session, tables.Person, person)
    entries = select(tables.TrailEntry.id).where(tables.TrailEntry.chain == chain)
    session.exec(delete(tables.TrailDetail).where(col(tables.TrailDetail.entry_id).in_(entries)))


def details_hash(salt: str, text: str) -> str:
    """What an entry keeps of its details. The salt is erased with them, so that no guess can be tested."""
    return keyed_hash("trail details", salt, text)


def link_hash(entry: tables.TrailEntry) -> str:
    """The hash of an entry with everything it says and the hash of the entry before it."""
    at = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    parts = (
        entry.chain,
        str(entry.seq),
        at,
        entry.actor,
        entry.action,
        entry.details_hash,
        entry.previous_hash,
    )
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


def _chain(session: Session, person: int | None, account: int | None) -> str:
    # The lock keeps two writers from taking the same place in the chain; SQLite has one writer anyway.
    if person is not None:
        return _pseudonym(session, tables.Person, person, lock=True)
    if account is not None:
        return _pseudonym(session, tables.Account, account, lock=True)
    raise ValueError("a trail entry is about a person or an account")


def _pseudonym(
    session: Session, table: type[tables.Person] | type[tables.Account], identity: int, *, lock: bool = False
) -> str:
    chosen = select(table.pseudonym).where(table.id == identity)
    return session.exec(chosen.with_for_update() if lock else chosen).one()
