"""The demo: every status, tier and cycle, on the days it promises, and the same however often it runs."""

from collections.abc import Mapping
from datetime import date

import pytest
from click.testing import CliRunner
from sqlalchemy import func, select

from recert_web import work
from recert_web.cli.demo import demo
from recert_web.data import tables
from recert_web.data.database import Database, Session
from recert_web.rulebook.loader import rule_sets
from recert_web.services import register
from recert_web.services.claims import save_claim
from recert_web.services.claims_values import SavedClaim
from recert_web.services.demo import fill_demo
from recert_web.services.demo_accounts import ACCOUNTS, PASSWORD, STAFF_EMAIL, accounts_on
from recert_web.services.passwords import password_fault
from recert_web.services.policy import Actor, Forbidden, Role
from recert_web.services.standing import MemberStanding, read_standing
from recert_web.settings import Mode, settings
from tests.services.members import NOW, typed

THEN, LATE, AFTER = date(2020, 11, 1), date(2021, 1, 15), date(2021, 2, 10)
TODAY, NEXT_LATE = date(2026, 11, 23), date(2027, 1, 15)


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """SQLite is enough: what the demo calls is tested on both."""
    return sqlite_url


def filled(session: Session) -> int:
    return fill_demo(session, "-", NOW)


def actor_of(session: Session, email: str) -> Actor:
    account = register.find_account(session, email)
    assert account is not None
    return Actor(account.account_id, account.person_id, Role.MEMBER, email)


def standing(session: Session, name: str, today: date) -> MemberStanding:
    actor = actor_of(session, f"{name}@example.org")
    return read_standing(session, actor, actor.person_id, "", today)


def statuses(found: MemberStanding) -> Mapping[str, str]:
    judged = found.evaluation
    assert judged is not None
    return {
        code: "expired by the organisation" if code in found.expired else one.status.value
        for code, one in judged.standings.items()
    }


BOTH = (THEN, TODAY)
PROMISED = [
    ("sam", BOTH, {"CSCS": "in_progress", "TSAC-F": "in_progress"}),
    ("robin", (TODAY,), {
        "CSCS": "in_progress", "TSAC-F": "ready_to_pay", "NSCA-CPT": "complete", "CSPS": "not_required",
    }),
    ("quinn", (THEN,), {
        "CSCS": "in_progress", "TSAC-F": "ready_to_pay", "NSCA-CPT": "complete", "CSPS": "not_required",
    }),
    ("quinn", (TODAY,), {"TSAC-F": "complete", "NSCA-CPT": "complete", "CSPS": "complete"}),
    ("rita", BOTH, {"CSCS": "ready_to_pay"}),
    ("dana", (THEN,), {"CSCS": "complete"}),
    ("dana", (TODAY,), {"CSCS": "complete", "CPSS": "complete"}),
    ("fern", BOTH, {"CSCS": "ready_to_pay"}),
    ("max", BOTH, {"CSCS": "ready_to_pay"}),
    ("tess", BOTH, {"CSCS": "ready_to_pay"}),
    ("grace", (THEN,), {"CSCS": "not_required"}),
    ("grace", (TODAY,), {"CSCS": "complete", "TSAC-F": "not_required"}),
    ("lee", (*BOTH, LATE, NEXT_LATE), {"NSCA-CPT": "ready_to_pay"}),
    ("eli", BOTH, {"NSCA-CPT": "in_progress"}),
    ("faq", BOTH, {"NSCA-CPT": "in_progress", "CSCS": "in_progress"}),
    ("morgan", (THEN, LATE), {"CSCS": "in_progress"}),
    ("morgan", (AFTER, TODAY), {"CSCS": "expired by the organisation"}),
    ("avery", (THEN,), {"CSCS": "complete"}),
    ("avery", (date(2021, 6, 15), TODAY), {"CSCS": "expired by the organisation"}),
    ("drew", (*BOTH, LATE, AFTER), {"NSCA-CPT": "expired by the organisation"}),
]  # fmt: skip


def test_each_member_shows_what_is_promised_on_its_days(session: Session) -> None:
    filled(session)
    for name, days, expected in PROMISED:
        for day in days:
            assert (name, day, statuses(standing(session, name, day))) == (name, day, expected)
    promised = {f"{name}@example.org" for name, _, _ in PROMISED}
    assert promised | {STAFF_EMAIL} == {account.email for account in ACCOUNTS}


@pytest.mark.parametrize("today", BOTH)
def test_figures_that_the_table_of_accounts_names_are_true(session: Session, today: date) -> None:
    filled(session)
    sam = standing(session, "sam", today).evaluation
    assert sam is not None
    assert (sam.standings["CSCS"].credited, sam.standings["CSCS"].required) == (470, 600)
    full = [one for one in sam.standings["CSCS"].categories.values() if one.credited == one.maximum]
    assert [one.over for one in full] == [50]
    over = standing(session, "max", today).evaluation
    assert over is not None
    assert all(one.over > 0 for one in over.standings["CSCS"].categories.values())
    tess = standing(session, "tess", today).evaluation
    assert tess is not None
    assert len(tess.standings["CSCS"].activities) == 1000
    for name in ("eli", "faq"):
        empty = standing(session, name, today).record
        assert empty is not None
        assert empty.activities == ()
    rita = standing(session, "rita", today).record
    assert rita is not None
    assert rita.nsca_member


def test_every_tier_is_held_by_somebody_in_both_cycles(session: Session) -> None:
    filled(session)
    emails = [account.email.split("@")[0] for account in ACCOUNTS if account.email != STAFF_EMAIL]
    for day in BOTH:
        rules = next(one for one in rule_sets() if one.starts <= day <= one.ends)
        judged = (standing(session, name, day).evaluation for name in emails)
        held = [one.tier for each in judged if each for one in each.standings.values()]
        assert all(tier in held for tier in rules.tiers)


def test_the_past_cycles_of_living_certifications_are_complete(session: Session) -> None:
    filled(session)
    for account in ACCOUNTS:
        actor = actor_of(session, account.email)
        if actor.person_id is None:
            continue
        cycles = read_standing(session, actor, actor.person_id, "", TODAY).cycles
        for rules in cycles:
            found = read_standing(session, actor, actor.person_id, rules.key, TODAY)
            if rules.ends < TODAY and found.evaluation:
                past = {found.evaluation.standings[code].status.value for code in found.codes}
                assert past <= {"complete", "not_required"}, (account.email, rules.name)


def test_running_it_twice_changes_nothing(session: Session) -> None:
    assert filled(session) == len(ACCOUNTS)

    def rows() -> dict[str, int]:
        session.flush()
        counts = (
            (name, select(func.count()).select_from(table)) for name, table in tables.metadata.tables.items()
        )
        return {name: session.connection().execute(count).scalar_one() for name, count in counts}

    before = rows()
    assert filled(session) == 0
    assert rows() == before


def test_what_a_member_entered_since_is_kept(session: Session) -> None:
    filled(session)
    actor = actor_of(session, "faq@example.org")
    assert isinstance(save_claim(session, actor, "form", typed(), THEN, NOW), SavedClaim)
    filled(session)
    kept = standing(session, "faq", THEN).record
    assert kept is not None
    assert len(kept.activities) == 1


def test_two_databases_get_the_same_numbers(database: Database) -> None:
    def numbers(session: Session) -> list[str]:
        filled(session)
        table = tables.metadata.tables["certifications"].c
        found = session.connection().execute(select(table.number).order_by(table.id)).scalars().all()
        session.rollback()
        return list(found)

    with database.writing() as first:
        once = numbers(first)
    with database.writing() as second:
        assert numbers(second) == once
    assert len(set(once)) == len(once) > 20


def test_accounts_that_show_nothing_on_a_day_are_not_listed() -> None:
    then, now = dict(accounts_on(THEN)), dict(accounts_on(TODAY))
    assert "robin@example.org" not in then
    assert "robin@example.org" in now
    assert set(then) < set(now)
    assert all(account.email.endswith("@example.org") for account in ACCOUNTS)


def test_the_demo_password_is_one_that_a_member_could_choose() -> None:
    assert password_fault(PASSWORD) is None


def test_the_command_fills_and_lists_the_accounts(database: Database) -> None:
    first = CliRunner().invoke(demo)
    assert first.exit_code == 0, first.output
    assert f"{len(ACCOUNTS)} demo accounts added." in first.output
    assert PASSWORD in first.output
    again = CliRunner().invoke(demo)
    assert "nothing to do" in again.output
    assert work.read_now(register.find_account, "SAM@example.org") is not None


@pytest.fixture
def production(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of production, as far as the demo asks."""
    changed = settings().model_copy(update={"mode": Mode.PRODUCTION})
    monkeypatch.setattr("recert_web.cli.demo.settings", lambda: changed)
    monkeypatch.setattr("recert_web.services.register.settings", lambda: changed)


def test_production_refuses_the_demo(session: Session, production: None) -> None:
    with pytest.raises(Forbidden):
        filled(session)
    refused = CliRunner().invoke(demo)
    assert refused.exit_code == 1
    assert "production takes no demo accounts" in refused.output
