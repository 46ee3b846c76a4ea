"""Members to test with, and what they send."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from sqlalchemy import event

from recert_web.data.activities import add_entries
from recert_web.data.database import Database, Session
from recert_web.domain.claim import ClaimDraft
from recert_web.domain.member import Entry, HeldCertification
from recert_web.domain.record import Activity
from recert_web.services import register
from recert_web.services.policy import Actor, Role

CYCLE = "nsca-2018-2020"
TODAY = date(2020, 11, 1)
NOW = datetime(2020, 11, 1, 18, 0, tzinfo=UTC)
STAFF = Actor(0, None, Role.STAFF, "Staff")
_numbers = count(1)


def certified(code: str, certified_on: date, expires_on: date = date(2020, 12, 31)) -> HeldCertification:
    """A certification with a number nobody else has."""
    return HeldCertification(code, f"{code}-{next(_numbers):06}", certified_on, expires_on)


def member(
    session: Session, *held: HeldCertification, membership_until: date | None = None, name: str = "Sam Rivers"
) -> Actor:
    """A person with an account who holds these, or a CSCS earned in 2016."""
    person_id = register.add_person(session, name, membership_until, NOW)
    email = f"member{next(_numbers)}@example.org"
    account_id = register.add_account(session, email, name, "-", Role.MEMBER, NOW, person_id=person_id)
    for one in held or (certified("CSCS", date(2016, 4, 9)),):
        register.add_certification(session, person_id, one, NOW)
    return Actor(account_id, person_id, Role.MEMBER, name)


def typed(title: str = "Strength clinic", **changes: str) -> ClaimDraft:
    """An event of eight hours, all in scope, on one day of 2019."""
    values: Mapping[str, str] = {
        "title": title,
        "started_on": "2019-05-10",
        "completed_on": "2019-05-10",
        "hours_in_all": "8",
        "quantity": "8",
    }
    return ClaimDraft("event_other", {**values, **changes})


def entered(
    title: str,
    kind: str = "presenting",
    day: date = date(2019, 6, 1),
    cycle: str = CYCLE,
    ceu: int | None = 100,
    quantity: int | None = None,
) -> Entry:
    """An entry that states its value, unless it is given otherwise."""
    activity = Activity("", kind, day, ceu=ceu, quantity=quantity)
    return Entry(activity, title, cycle, 1, NOW)


def enter(session: Session, actor: Actor, *entries: Entry) -> None:
    """Put entries on a member's record."""
    assert actor.person_id is not None
    add_entries(session, actor.person_id, {f"put-{next(_numbers)}": entry for entry in entries})


def meet_the_ceus(session: Session, actor: Actor, cycle: str = CYCLE, day: date = date(2020, 6, 1)) -> None:
    """6.0 CEUs from two categories, whatever the cycle."""
    talks = (entered(f"Talk {number}", day=day, cycle=cycle) for number in range(3))
    events = (
        entered(f"Clinic {number}", "event_other", day, cycle, ceu=None, quantity=1000) for number in range(3)
    )
    enter(session, actor, *talks, *events)


@contextmanager
def counted(database: Database) -> Iterator[list[tuple[str, Any]]]:
    """The statements that are sent meanwhile, with their parameters."""
    statements: list[tuple[str, Any]] = []

    def note(*sent: Any) -> None:
        statements.append((sent[2], sent[3]))

    event.listen(database.engine, "before_cursor_execute", note)
    yield statements
    event.remove(database.engine, "before_cursor_execute", note)
