"""Entering people, accounts and certifications. For commands: nobody reaches these through the web yet."""

from datetime import date, datetime

from recert_web.data import accounts, people, trail
from recert_web.data.accounts import Credentials, NewAccount
from recert_web.data.database import Session
from recert_web.domain.member import HeldCertification
from recert_web.services.policy import Forbidden, Role
from recert_web.settings import settings


def find_account(session: Session, email: str) -> Credentials | None:
    """The account of an e-mail address with the person it belongs to; None where there is none."""
    return accounts.credentials_of(session, email)


def add_person(session: Session, name: str, membership_until: date | None, now: datetime) -> int:
    """Enters a person; their id. `membership_until` is the last day of their NSCA membership."""
    person_id = people.add_person(session, name, membership_until, now)
    trail.append(
        session, trail.TrailAction.PERSON_ADDED, now, actor=None, person=person_id, details={"name": name}
    )
    return person_id


def add_account(
    session: Session,
    email: str,
    name: str,
    password_hash: str,
    role: Role,
    now: datetime,
    *,
    person_id: int | None = None,
    demo: bool = False,
) -> int:
    """Enters an account with a hash made by `passwords.hash_password`; its id.

    Raises Forbidden for a demo account in production, IntegrityError when the address has an account.
    """
    if demo and settings().production:
        raise Forbidden("production takes no demo accounts")
    new = NewAccount(email, name, password_hash, role.value, person_id, demo)
    account_id = accounts.add_account(session, new, now)
    details = {"email": accounts.folded(email), "role": role.value}
    trail.append(
        session, trail.TrailAction.ACCOUNT_ADDED, now, actor=None, account=account_id, details=details
    )
    return account_id


def add_certification(session: Session, person_id: int, held: HeldCertification, now: datetime) -> None:
    """Enters a certification of a person. A second time changes nothing."""
    if people.has_certification(session, person_id, held):
        return
    people.add_certification(session, person_id, held)
    trail.append(
        session,
        trail.TrailAction.CERTIFICATION_ADDED,
        now,
        actor=None,
        person=person_id,
        details={"code": held.code, "number": held.number, "certified_on": held.certified_on.isoformat()},
    )
