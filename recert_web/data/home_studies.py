"""The pre-approved home study list."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select
from sqlmodel import Session

from recert_web.data import tables
from recert_web.domain.claim import HomeStudy

_studies = tables.metadata.tables["home_studies"]


def home_study(session: Session, listing: int) -> HomeStudy | None:
    """One line of the list; None where there is none of that id."""
    row = session.connection().execute(_chosen().where(_studies.c.id == listing)).one_or_none()
    return _study(row) if row else None


def home_studies_on(session: Session, first: date, last: date) -> tuple[HomeStudy, ...]:
    """The lines valid on some day between two, both included, by title."""
    table = _studies.c
    chosen = _chosen().where(table.valid_from <= last, table.valid_until >= first).order_by(table.title)
    return tuple(_study(row) for row in session.connection().execute(chosen))


def all_home_studies(session: Session) -> tuple[HomeStudy, ...]:
    """The whole list, by title."""
    return tuple(_study(row) for row in session.connection().execute(_chosen().order_by(_studies.c.title)))


def put_home_studies(session: Session, studies: Iterable[HomeStudy]) -> None:
    """Add the lines whose approval number is not on the list yet; the ids given are not used."""
    connection = session.connection()
    known = set(connection.execute(select(_studies.c.approval_number)).scalars())
    for study in studies:
        if study.approval_number not in known:
            connection.execute(
                _studies.insert().values(
                    provider=study.provider,
                    title=study.title,
                    ceu=study.ceu,
                    approval_number=study.approval_number,
                    valid_from=study.valid_from,
                    valid_until=study.valid_until,
                )
            )


def _chosen() -> Select[*tuple[Any, ...]]:
    table = _studies.c
    return select(
        table.id,
        table.provider,
        table.title,
        table.ceu,
        table.approval_number,
        table.valid_from,
        table.valid_until,
    )


def _study(row: Row[*tuple[Any, ...]]) -> HomeStudy:
    return HomeStudy(*row)
