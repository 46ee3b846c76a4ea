"""The only place that opens a session: one use case, one transaction, in a thread of its own.

A use case takes the session first, neither opens nor commits, and answers with a value. When it raises,
nothing of it is stored. When the waiting task is cancelled, the thread still finishes what it began: a save
is not lost.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm.exc import StaleDataError

from recert_web.data.database import POOL_SIZE, Busy, Conflict, Database, Session, opened
from recert_web.settings import settings

P = ParamSpec("P")
T = TypeVar("T")

_TRIES_TO_BEGIN = 3
_threads = ThreadPoolExecutor(POOL_SIZE, thread_name_prefix="recert-work")


def database() -> Database:
    """The database that the settings name."""
    return opened(settings().database_url)


def run_now(use_case: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """What the use case answers, once it is stored.

    Raises Conflict when somebody else changed a row first, Busy when the database stays locked, and whatever
    the use case raises.
    """
    with _begun() as session:
        try:
            answer = use_case(session, *args, **kwargs)
            session.commit()
        except StaleDataError as error:
            raise Conflict("the row was changed since it was read") from error
        return answer


def read_now(use_case: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """What the use case answers, from one snapshot, without the write lock. The database refuses a write."""
    with database().reading() as session:
        return use_case(session, *args, **kwargs)


async def run(use_case: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """`run_now` in a worker thread: the event loop stays free."""
    return await apart(partial(run_now, use_case, *args, **kwargs))


async def read(use_case: Callable[Concatenate[Session, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """`read_now` in a worker thread: the event loop stays free."""
    return await apart(partial(read_now, use_case, *args, **kwargs))


async def apart(function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """What a slow function answers that needs no session, such as a password check, in a worker thread."""
    return await asyncio.get_running_loop().run_in_executor(_threads, partial(function, *args, **kwargs))


def _begun() -> Session:
    """A writing session that holds its lock. Trying again is safe here only: nothing has run yet."""
    for _ in range(_TRIES_TO_BEGIN):
        session = database().writing()
        try:
            session.connection()
        except OperationalError as error:
            session.close()
            if "locked" not in str(error.orig):
                raise
        else:
            return session
    raise Busy("the database stayed locked")
