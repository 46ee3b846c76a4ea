"""Filling the database with the demo: made-up members for every status, tier and cycle, and staff."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from recert_web.data import activities, cards, home_studies, payments
from recert_web.data.database import Session
from recert_web.domain.claim import HomeStudy
from recert_web.rulebook.loader import rule_set
from recert_web.services import demo_entries, demo_people, register
from recert_web.services.demo_accounts import ACCOUNTS, STAFF_EMAIL, demo_table
from recert_web.services.policy import Role


def fill_demo(session: Session, password_hash: str, now: datetime) -> int:
    """Add the people of the demo who are not there yet; how many were added.

    Who is there stays as they are, whatever was entered since. Raises Forbidden in production.
    """
    home_studies.put_home_studies(session, demo_entries.studies())
    listed = {study.approval_number: study for study in home_studies.all_home_studies(session)}
    missing = [one for one in demo_table("people")["people"] if not _is_there(session, one["email"])]
    for person in missing:
        _add_member(session, person, listed, password_hash, now)
    if _is_there(session, STAFF_EMAIL):
        return len(missing)
    staff = next(account for account in ACCOUNTS if account.email == STAFF_EMAIL)
    register.add_account(session, staff.email, staff.name, password_hash, Role.STAFF, now, demo=True)
    return len(missing) + 1


def _is_there(session: Session, email: str) -> bool:
    return register.find_account(session, email) is not None


def _add_member(
    session: Session,
    person: Mapping[str, Any],
    listed: Mapping[str, HomeStudy],
    password_hash: str,
    now: datetime,
) -> None:
    name, email = person["name"], person["email"]
    person_id = register.add_person(session, name, person.get("member_until"), now)
    register.add_account(
        session, email, name, password_hash, Role.MEMBER, now, person_id=person_id, demo=True
    )
    for held in demo_people.certifications_of(person):
        register.add_certification(session, person_id, held, now)
    for card in demo_people.cards_of(person):
        cards.add_card(session, person_id, card)
    for cycle, packs in person.get("activities", {}).items():
        for pack in packs:
            entries = demo_entries.entries_of(pack, rule_set(cycle), listed)
            activities.add_entries(session, person_id, entries)
    for line in demo_people.payments_of(person):
        payments.add_payment(session, person_id, line)
