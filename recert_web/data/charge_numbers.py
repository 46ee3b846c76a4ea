"""Receipt numbers: one series a year, never used twice, not even for a charge that was declined."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from recert_web.data import tables

_series = tables.metadata.tables["receipt_series"]


def next_number(session: Session, year: int) -> str:
    """The next number of a year, such as "R-2020-000123"."""
    connection = session.connection()
    step = _series.update().where(_series.c.year == year).values(last_number=_series.c.last_number + 1)
    if not connection.execute(step).rowcount:
        _begin(session, year)
        connection.execute(step)
    last = connection.execute(select(_series.c.last_number).where(_series.c.year == year)).scalar_one()
    return f"R-{year}-{last:06d}"


def _begin(session: Session, year: int) -> None:
    try:
        with session.begin_nested():
            session.connection().execute(_series.insert().values(year=year, last_number=0))
    except IntegrityError:
        return  # another transaction began the year first: its series goes on
