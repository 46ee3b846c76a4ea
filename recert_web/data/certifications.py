"""Certifications and the membership of a person, read."""

from datetime import date

from sqlalchemy import select
from sqlmodel import Session

from recert_web.data import tables
from recert_web.domain.member import ExpiredCause, HeldCertification

_certifications = tables.metadata.tables["certifications"]
_people = tables.metadata.tables["people"]


def person(session: Session, person_id: int) -> tuple[str, date | None] | None:
    """The name and the last day of NSCA membership; None for nobody."""
    chosen = select(_people.c.name, _people.c.membership_until).where(_people.c.id == person_id)
    row = session.connection().execute(chosen).one_or_none()
    return (row.name, row.membership_until) if row else None


def certifications_of(session: Session, person_id: int) -> tuple[HeldCertification, ...]:
    """Everything a person holds or held, in the order it was earned."""
    table = _certifications.c
    chosen = (
        select(
            table.code,
            table.number,
            table.certified_on,
            table.expires_on,
            table.earns_from,
            table.expired_on,
            table.expired_cause,
        )
        .where(table.person_id == person_id)
        .order_by(table.certified_on, table.id)
    )
    rows = session.connection().execute(chosen)
    return tuple(
        HeldCertification(*row[:-1], expired_cause=ExpiredCause(row[-1]) if row[-1] else None) for row in rows
    )
