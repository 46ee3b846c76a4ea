"""People, as the organisation's register knows them."""

import secrets
from datetime import date, datetime

from sqlmodel import Session, select

from recert_web.data import tables
from recert_web.domain.member import HeldCertification


def add_person(session: Session, name: str, membership_until: date | None, now: datetime) -> int:
    """Stores a person; their id."""
    person = tables.Person(
        pseudonym=new_pseudonym(), name=name, membership_until=membership_until, added_at=now
    )
    session.add(person)
    session.flush()
    assert person.id is not None
    return person.id


def add_certification(session: Session, person_id: int, held: HeldCertification) -> None:
    """Stores a certification of a person. IntegrityError: its number is taken, or the person has it."""
    session.add(
        tables.Certification(
            person_id=person_id,
            code=held.code,
            number=held.number,
            certified_on=held.certified_on,
            expires_on=held.expires_on,
            earns_from=held.earns_from,
            expired_on=held.expired_on,
            expired_cause=held.expired_cause.value if held.expired_cause else None,
        )
    )
    session.flush()


def has_certification(session: Session, person_id: int, held: HeldCertification) -> bool:
    """Whether the person has this certification from this day."""
    same = select(tables.Certification.id).where(
        tables.Certification.person_id == person_id,
        tables.Certification.code == held.code,
        tables.Certification.certified_on == held.certified_on,
    )
    return session.exec(same).first() is not None


def new_pseudonym() -> str:
    """A name for the trail that says nothing about the person."""
    return secrets.token_hex(16)
