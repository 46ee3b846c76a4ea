"""People for tests: a member with certifications and an account, a member of staff."""

from datetime import UTC, date, datetime
from functools import cache
from itertools import count

from recert_web.data.database import Session
from recert_web.domain.member import HeldCertification
from recert_web.services import register
from recert_web.services.passwords import hash_password
from recert_web.services.policy import Actor, Role

NOW = datetime(2020, 11, 1, 17, 0, tzinfo=UTC)
PASSWORD = "a long walk by the river"

_numbers = count(1)


def add_member(
    session: Session,
    *certifications: HeldCertification,
    email: str = "alex@example.org",
    name: str = "Alex Example",
    membership_until: date | None = None,
) -> Actor:
    """Enters a person, their certifications and their account; who they are once signed in."""
    person_id = register.add_person(session, name, membership_until, NOW)
    for held in certifications:
        register.add_certification(session, person_id, held, NOW)
    account_id = register.add_account(
        session, email, name, _password_hash(), Role.MEMBER, NOW, person_id=person_id
    )
    return Actor(account_id, person_id, Role.MEMBER, name)


def add_staff(session: Session, email: str = "desk@example.org", name: str = "Dana Desk") -> Actor:
    """Enters a member of staff; who they are once signed in."""
    account_id = register.add_account(session, email, name, _password_hash(), Role.STAFF, NOW)
    return Actor(account_id, None, Role.STAFF, name)


def certification(
    code: str = "CSCS", certified_on: date = date(2016, 4, 9), expires_on: date = date(2020, 12, 31)
) -> HeldCertification:
    """A certification held, by default one of the full tier of 2018-2020, under a number of its own."""
    return HeldCertification(code, f"N-{next(_numbers)}", certified_on, expires_on)


@cache
def _password_hash() -> str:
    return hash_password(PASSWORD)
