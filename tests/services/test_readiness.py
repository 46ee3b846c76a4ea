"""The portal starts with a database and settings that fit, and says why when it does not."""

from sqlalchemy import text

from recert_web.data.database import Session
from recert_web.services import register
from recert_web.services.policy import Role
from recert_web.services.readiness import start_faults
from recert_web.settings import settings
from tests.people import NOW, add_member


def test_a_migrated_database_is_ready(session: Session) -> None:
    add_member(session)
    assert start_faults(session, settings()) == ()


def test_a_database_without_the_newest_migration_is_not(session: Session) -> None:
    session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    assert start_faults(session, settings()) == (
        "The database lacks the newest migrations. Run: recert-web migrate",
    )


def test_demo_accounts_keep_production_from_starting(session: Session, production: None) -> None:
    good = settings().model_copy(update={"payments": "another gateway"})
    add_member(session)
    register.add_account(session, "x@example.org", "X", "hash", Role.STAFF, NOW)
    assert start_faults(session, good) == ()
    session.execute(text("UPDATE accounts SET demo = true WHERE email = 'x@example.org'"))
    (fault,) = start_faults(session, good)
    assert "demo accounts (x@example.org)" in fault
