"""The engine, and the two kinds of session: one that writes, one that cannot.

SQLite lets one connection write at a time. A transaction that begins by reading and writes later may be
refused half way, where waiting does not help; so writing ones take the lock at the start (BEGIN IMMEDIATE),
and reading ones never ask for it and are not allowed to write.
"""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

__all__ = ["Busy", "Conflict", "Database", "Session", "Unreachable", "connect", "opened"]

POOL_SIZE = 16
_BUSY_MILLISECONDS = 5000


class Conflict(Exception):
    """Somebody else changed the row since it was read."""


class Unreachable(Exception):
    """There is no database where the settings say. The message says what failed."""


class Busy(Exception):
    """Other writers held the database for longer than anyone should wait."""


@dataclass(frozen=True, slots=True)
class Database:
    """A database with its two kinds of session. Who opens one closes it; only `work` does."""

    engine: Engine

    def writing(self) -> Session:
        """A session whose transaction takes the write lock when it begins."""
        return Session(self.engine.execution_options(writes=True), expire_on_commit=False)

    def reading(self) -> Session:
        """A session that takes no write lock; the database refuses a write in it."""
        return Session(self.engine.execution_options(**_reading_options(self.engine)), autoflush=False)

    def close(self) -> None:
        """Closes every connection that nobody is using."""
        self.engine.dispose()


def connect(url: str) -> Database:
    """A database at an address, `sqlite:///...` or `postgresql://...`. Makes the file's folder.

    Raises Unreachable.
    """
    place = make_url(url)
    database = Database(_sqlite(place) if place.get_backend_name() == "sqlite" else _postgresql(place))
    try:
        database.engine.connect().close()
    except DBAPIError as error:
        raise Unreachable(f"the database cannot be opened: {error.orig}") from error
    return database


def opened(url: str) -> Database:
    """The process's own database at an address, connected to once. A forked child gets its own."""
    return _opened(url, os.getpid())


@cache
def _opened(url: str, process: int) -> Database:
    return connect(url)


def _sqlite(place: URL) -> Engine:
    folder = Path(place.database or "").parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unreachable(f"the folder {folder} cannot be made: {error.strerror}") from error
    engine = create_engine(place, pool_size=POOL_SIZE, max_overflow=POOL_SIZE)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _postgresql(place: URL) -> Engine:
    driver = "postgresql+psycopg"  # the one that is installed
    return create_engine(place.set(drivername=driver), pool_size=POOL_SIZE, pool_pre_ping=True)


def _reading_options(engine: Engine) -> dict[str, Any]:
    return {"postgresql_readonly": True} if engine.dialect.name == "postgresql" else {"writes": False}


def _prepare_sqlite(connection: Any, record: object) -> None:
    connection.isolation_level = None  # the driver begins nothing by itself; `_begin_sqlite` does
    for pragma in (
        f"busy_timeout = {_BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", True)
    connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
