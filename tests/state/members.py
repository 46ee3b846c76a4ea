"""The people of the pipeline's tests, and how they are signed in."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from recert_web.data import sessions
from recert_web.data.accounts import Credentials
from recert_web.data.database import Database, Session
from recert_web.domain.member import Entry
from recert_web.domain.record import EntrySource
from recert_web.services import signing_in
from recert_web.services.policy import Actor
from tests.people import add_member, add_staff, certification
from tests.services.members import enter, entered, meet_the_ceus

TODAY = date(2020, 11, 1)
CYCLE = "nsca-2018-2020"
MANY = 1000
# Written on Alex's record, where nobody else may read.
SECRETS = ("Alexandra's own clinic", "alex@example.org", "Alex Ready")

Rows = dict[str, list[str]]


@dataclass(frozen=True)
class Visitor:
    """An account, and the token of a session of its own."""

    actor: Actor
    session: str

    @property
    def person_id(self) -> int:
        """The person behind the account."""
        assert self.actor.person_id is not None
        return self.actor.person_id


@dataclass(frozen=True)
class Cast:
    """Everybody with a session each, and three sessions of Sam's that are over."""

    alex: Visitor  # ready to pay
    sam: Visitor  # two certifications, in progress
    nell: Visitor  # holds nothing
    tess: Visitor  # a thousand activities
    dana: Visitor  # of the staff
    expired: str
    idle: str
    signed_out: str


def fill(session: Session) -> Cast:
    """Enters everybody. Sessions go by the real clock, everything else by TODAY."""
    now = datetime.now(UTC)
    people = (_alex(session), _sam(session), _nell(session), _tess(session), add_staff(session))
    alex, sam, nell, tess, dana = (Visitor(one, sign_in(session, one, now)) for one in people)
    ended = sign_in(session, sam.actor, now)
    signing_in.sign_out(session, ended, now)
    idle = sign_in(session, sam.actor, now - timedelta(hours=3))
    # The last one: a later sign-in would sweep it away. It is in use, so that its age alone ends it.
    expired = sign_in(session, sam.actor, now - timedelta(hours=13))
    sessions.touch_session(session, expired, now)
    return Cast(alex, sam, nell, tess, dana, expired, idle, ended)


def sign_in(session: Session, actor: Actor, now: datetime) -> str:
    """The token of a new session, as the sign-in gives it once the password has matched."""
    attempt = signing_in.Attempt("test", 0, Credentials(actor.account_id, actor.person_id, ""))
    done = signing_in.finish_sign_in(session, attempt, True, now)
    assert isinstance(done, signing_in.SignedIn)
    session.flush()
    return done.token


def rows(database: Database) -> Rows:
    """Every row of every table as text, by table. When a session was last used is left out."""
    with database.reading() as session:
        connection = session.connection()
        named = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
        names = [name for name in named if name != "sign_in_sessions"]
        return {
            name: [repr(tuple(row)) for row in connection.exec_driver_sql(f"SELECT * FROM {name}")]
            for name in names
        }


def _alex(session: Session) -> Actor:
    alex = add_member(session, certification(), name="Alex Ready")
    meet_the_ceus(session, alex)
    enter(session, alex, entered("Alexandra's own clinic", ceu=10))
    return alex


def _sam(session: Session) -> Actor:
    cpt, cscs = certification("NSCA-CPT", date(2016, 4, 9)), certification("CSCS", date(2019, 4, 2))
    sam = add_member(session, cpt, cscs, email="sam@example.org", name="Sam Several")
    clinic = entered("Sam's clinic", "event_other", date(2019, 6, 1), ceu=None, quantity=800)
    early = entered("Sam's early talk", day=date(2018, 6, 1))
    enter(session, sam, clinic, early, _by_staff(entered("Sam's year on a committee", "volunteer", ceu=None)))
    return sam


def _nell(session: Session) -> Actor:
    return add_member(session, email="nell@example.org", name="Nell Nothing")


def _tess(session: Session) -> Actor:
    tess = add_member(session, certification(), email="tess@example.org", name="Tess Thousand")
    days = (date(2018, 1, 2) + timedelta(days=number % 900) for number in range(MANY))
    enter(session, tess, *(entered(f"Talk {number}", day=day, ceu=1) for number, day in enumerate(days)))
    return tess


def _by_staff(entry: Entry) -> Entry:
    return replace(entry, activity=replace(entry.activity, source=EntrySource.STAFF))
