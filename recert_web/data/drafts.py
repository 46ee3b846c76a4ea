"""What people have typed and not saved yet. It leaves no trail: it is theirs alone, and it goes."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from recert_web.data import tables

LONGEST = 20_000  # characters of JSON; no form that we show comes near it
_drafts = tables.metadata.tables["drafts"]
_table = _drafts.c


def keep(
    session: Session, account_id: int, purpose: str, texts: Mapping[str, str], now: datetime, oldest: datetime
) -> None:
    """Keeps the texts of a form; the last to write wins. Drafts older than `oldest` go.

    What is too long to be of a form of ours is not kept.
    """
    written = json.dumps(dict(texts), ensure_ascii=False)
    if len(written) > LONGEST:
        return
    connection, values = session.connection(), {"texts": written, "updated_at": now}
    change = _drafts.update().where(*_of(account_id, purpose)).values(values)
    if connection.execute(change).rowcount:
        return
    connection.execute(_drafts.delete().where(_table.updated_at < oldest))
    try:
        with session.begin_nested():
            new = {**values, "account_id": account_id, "purpose": purpose}
            connection.execute(_drafts.insert().values(new))
    except IntegrityError:
        if not connection.execute(change).rowcount:  # it was not another tab that was first
            raise


def kept(session: Session, account_id: int, purpose: str, oldest: datetime) -> dict[str, str]:
    """The texts of a draft, empty where there is none or it is older than `oldest`."""
    chosen = select(_table.texts).where(*_of(account_id, purpose), _table.updated_at >= oldest)
    found = session.connection().execute(chosen).scalar_one_or_none()
    texts: dict[str, str] = json.loads(found) if found else {}
    return texts


def drop(session: Session, account_id: int, purpose: str) -> None:
    """Removes a draft; none there is no fault."""
    session.connection().execute(_drafts.delete().where(*_of(account_id, purpose)))


def _of(account_id: int, purpose: str) -> tuple[ColumnElement[Any], ...]:
    return _table.account_id == account_id, _table.purpose == purpose
