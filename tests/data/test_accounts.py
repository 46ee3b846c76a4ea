"""Accounts and sessions as stored."""

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from recert_web.data import tables
from recert_web.data.accounts import credentials_of, demo_emails, folded
from recert_web.data.database import Session
from recert_web.services import register
from recert_web.services.policy import Forbidden, Role
from tests.people import NOW, PASSWORD, add_member, add_staff, certification


def test_an_address_is_found_in_every_way_of_writing_it(session: Session) -> None:
    actor = add_member(session, email="Zoë.STRASSE@Example.org")
    for written in ("zoë.strasse@example.org", " ZOE\u0308.Strasse@EXAMPLE.ORG ", "zoë.straße@example.org"):
        found = credentials_of(session, written)
        assert found is not None
        assert (found.account_id, found.person_id) == (actor.account_id, actor.person_id)


def test_one_address_has_one_account(session: Session) -> None:
    add_member(session, email="alex@example.org")
    with pytest.raises(IntegrityError):
        add_member(session, email="ALEX@example.org")


@pytest.mark.parametrize("email", ["", "nobody@example.org", "\x00", "a\x00b@c.de", "\ud800@c.de"])
def test_an_address_nobody_has_finds_nothing(session: Session, email: str) -> None:
    assert credentials_of(session, email) is None
    assert folded(email) == folded(folded(email))


def test_a_password_is_stored_as_an_argon2id_hash_only(session: Session) -> None:
    add_member(session)
    stored = session.exec(select(tables.Account.password_hash)).one()
    assert stored.startswith("$argon2id$")
    assert PASSWORD not in stored


def test_a_member_without_a_person_is_refused_by_the_database(session: Session) -> None:
    with pytest.raises(IntegrityError):
        register.add_account(session, "no@example.org", "No", "hash", Role.MEMBER, NOW)


def test_only_demo_accounts_are_listed_as_such(session: Session) -> None:
    add_staff(session)
    assert demo_emails(session) == ()
    register.add_account(session, "Show@example.org", "Show", "hash", Role.STAFF, NOW, demo=True)
    assert demo_emails(session) == ("show@example.org",)


def test_production_takes_no_demo_account(session: Session, production: None) -> None:
    with pytest.raises(Forbidden):
        register.add_account(session, "show@example.org", "Show", "hash", Role.STAFF, NOW, demo=True)


def test_a_certification_is_entered_once(session: Session) -> None:
    actor = add_member(session)
    held = certification()
    for _ in range(2):
        register.add_certification(session, actor.person_id or 0, held, NOW)
    assert session.exec(select(tables.Certification.code)).all() == ["CSCS"]
    assert session.exec(select(tables.TrailEntry.action)).all().count("certification_added") == 1


def test_an_account_is_looked_up_by_its_address(session: Session) -> None:
    actor = add_member(session)
    found = register.find_account(session, "alex@example.org")
    assert found is not None
    assert found.person_id == actor.person_id
