"""Checking the trail, and anchoring it: a hash over every entry, chained to the anchor before.

One chain for everybody would make each save wait for every other; chains for each person alone would not
show that a whole one was taken away. The anchors show it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session, col, func, select

from recert_web.data import tables
from recert_web.data.keyed_hashes import keyed_hash
from recert_web.data.trail import details_hash, link_hash

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Anchor:
    """An anchor as made: how many entries it covers for the first time, and its hash."""

    entries: int
    hash: str


@dataclass(frozen=True, slots=True)
class TrailCheck:
    """What was checked, and each thing that is wrong."""

    entries: int
    chains: int
    anchors: int
    faults: tuple[str, ...]


def anchor_trail(session: Session, at: datetime) -> Anchor | None:
    """Anchors every entry since the last anchor; None when there is none."""
    if session.get_bind().dialect.name == "postgresql":
        # Waits for entries that are being written, so that none with a smaller id appears later.
        session.connection().execute(text("LOCK TABLE trail_entries IN SHARE MODE"))
    before = _last_anchor(session)
    last = session.exec(select(func.max(tables.TrailEntry.id))).one()
    start = before.last_entry_id if before else 0
    if last is None or last <= start:
        return None
    previous = before.hash if before else ""
    count, total = _over_entries(session, start, last, previous)
    session.add(
        tables.TrailAnchor(at=at, last_entry_id=last, entries=count, previous_hash=previous, hash=total)
    )
    return Anchor(count, total)


def check_trail(session: Session) -> TrailCheck:
    """Recomputes every hash of the trail, its details and its anchors."""
    checker = _ChainChecker()
    for entry, detail in _entries_in_chains(session):
        checker.read(entry, detail)
    anchors, anchor_faults = _check_anchors(session)
    return TrailCheck(checker.entries, checker.chains, anchors, (*checker.faults, *anchor_faults))


class _ChainChecker:
    """Reads entries chain by chain, in order, and collects what does not fit."""

    def __init__(self) -> None:
        self.entries = 0
        self.chains = 0
        self.faults: list[str] = []
        self._before: tables.TrailEntry | None = None

    def read(self, entry: tables.TrailEntry, detail: tables.TrailDetail | None) -> None:
        before = self._before if self._before and self._before.chain == entry.chain else None
        self.entries += 1
        self.chains += before is None
        self._before = entry
        wrong = {
            "an entry before it is missing": entry.seq != (before.seq + 1 if before else 1),
            "does not follow the entry before it": entry.previous_hash != (before.hash if before else ""),
            "was changed": link_hash(entry) != entry.hash,
            "its details were changed": (
                detail is not None and details_hash(detail.salt, detail.text) != entry.details_hash
            ),
        }
        self.faults += [
            f"chain {entry.chain}, entry {entry.seq}: {fault}" for fault, found in wrong.items() if found
        ]


def _entries_in_chains(
    session: Session,
) -> Iterator[tuple[tables.TrailEntry, tables.TrailDetail | None]]:
    entry, detail = tables.TrailEntry, tables.TrailDetail
    joined = (
        select(entry, detail)
        .join(detail, col(detail.entry_id) == col(entry.id), isouter=True)
        .order_by(col(entry.chain), col(entry.seq))
    )
    yield from session.exec(joined.execution_options(yield_per=_AT_ONCE))


def _check_anchors(session: Session) -> tuple[int, list[str]]:
    faults: list[str] = []
    start, previous = 0, ""
    anchors = session.exec(select(tables.TrailAnchor).order_by(col(tables.TrailAnchor.id))).all()
    for anchor in anchors:
        count, total = _over_entries(session, start, anchor.last_entry_id, previous)
        if (count, total, previous) != (anchor.entries, anchor.hash, anchor.previous_hash):
            faults.append(f"anchor {anchor.id}: does not fit the {count} entries it covers")
        start, previous = anchor.last_entry_id, anchor.hash
    return len(anchors), faults


def _over_entries(session: Session, after: int, until: int, previous: str) -> tuple[int, str]:
    """How many entries lie between two ids, and the keyed hash over them and the anchor before."""
    entry = tables.TrailEntry
    chosen = (
        select(entry.id, entry.hash)
        .where(col(entry.id) > after, col(entry.id) <= until)
        .order_by(col(entry.id))
        .execution_options(yield_per=_AT_ONCE)
    )
    count, total = 0, previous
    for identity, entry_hash in session.exec(chosen):
        count, total = count + 1, keyed_hash("trail anchor", total, str(identity), entry_hash)
    return count, total


def _last_anchor(session: Session) -> tables.TrailAnchor | None:
    return session.exec(
        select(tables.TrailAnchor).order_by(col(tables.TrailAnchor.id).desc()).limit(1)
    ).first()
