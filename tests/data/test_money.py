"""The database itself keeps a fee from being charged or paid twice."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from recert_web.data import charge_changes, charge_numbers, charges, payments, people
from recert_web.data.database import Session
from recert_web.domain.member import ChargeStatus, FeeLine, HistoryLine

CYCLE = "nsca-2018-2020"
NOW = datetime(2020, 11, 1, 18, tzinfo=UTC)
TODAY = date(2020, 11, 1)
CSCS = FeeLine("recertification", "CSCS", CYCLE, 9000)
TSAC = FeeLine("recertification", "TSAC-F", CYCLE, 8000)
LATE = FeeLine("late", None, CYCLE, 3500)


@pytest.fixture
def person(session: Session) -> int:
    """Somebody who pays."""
    return people.add_person(session, "Sam Rivers", None, NOW)


def charge(key: str, *lines: FeeLine) -> charge_changes.NewCharge:
    return charge_changes.NewCharge(
        f"R-{key}", key, f"idempotent-{key}", lines, "USD", False, "approve", "test", NOW
    )


def stored(session: Session, key: str) -> charges.StoredCharge:
    found = charges.charge_by_number(session, f"R-{key}")
    assert found is not None
    return found


def test_a_charge_is_read_as_it_was_started(session: Session, person: int) -> None:
    assert charge_changes.add_charge(session, person, charge("a", CSCS, LATE))
    one = stored(session, "a")
    assert (one.person_id, one.method, one.idempotency_key) == (person, "approve", "idempotent-a")
    assert (one.charge.lines, one.charge.cents) == ((CSCS, LATE), 12500)
    assert (one.charge.status, one.charge.started_at) == (ChargeStatus.STARTED, NOW)
    assert charges.charge_by_number(session, "R-none") is None


@pytest.mark.parametrize("lines", [(CSCS,), (LATE,), (TSAC, LATE), (CSCS, TSAC)])
def test_a_fee_that_is_held_is_in_no_other_charge(
    session: Session, person: int, lines: tuple[FeeLine, ...]
) -> None:
    charge_changes.add_charge(session, person, charge("a", CSCS, LATE))
    assert not charge_changes.add_charge(session, person, charge("b", *lines))
    assert charges.charge_by_number(session, "R-b") is None
    holding = charges.charge_holding(session, person, lines)
    assert holding is not None
    assert holding.charge.number == "R-a"


def test_other_fees_cycles_and_people_are_free(session: Session, person: int) -> None:
    other = people.add_person(session, "Max Lindqvist", None, NOW)
    charge_changes.add_charge(session, person, charge("a", CSCS, LATE))
    assert charge_changes.add_charge(session, person, charge("b", TSAC))
    next_cycle = FeeLine("recertification", "CSCS", "nsca-2021-2023", 9000)
    assert charge_changes.add_charge(session, person, charge("c", next_cycle))
    assert charge_changes.add_charge(session, other, charge("d", CSCS, LATE))


def test_a_fee_let_go_can_be_taken_by_one_charge_alone(session: Session, person: int) -> None:
    charge_changes.add_charge(session, person, charge("a", CSCS))
    first = stored(session, "a")
    assert charge_changes.set_holds(session, first.id, holds=False)
    assert charges.charge_holding(session, person, (CSCS,)) is None
    assert charge_changes.add_charge(session, person, charge("b", CSCS))
    assert not charge_changes.set_holds(session, first.id, holds=True)


def test_the_lines_of_a_charge_are_paid_once(session: Session, person: int) -> None:
    charge_changes.add_charge(session, person, charge("a", CSCS, LATE))
    one = stored(session, "a")
    payments.pay_charge(session, one.id, TODAY)
    paid = payments.history(session, person, TODAY)
    assert [(line.kind, line.cents, line.charge_number) for line in paid] == [
        ("late", 3500, "R-a"),
        ("recertification", 9000, "R-a"),
    ]
    with pytest.raises(IntegrityError):
        payments.pay_charge(session, one.id, TODAY)


def test_the_awaited_charges_come_oldest_first(session: Session, person: int) -> None:
    charge_changes.add_charge(session, person, charge("a", CSCS))
    charge_changes.add_charge(session, person, charge("b", TSAC))
    charge_changes.record_settled(session, stored(session, "a").id, "ref", "", TODAY, NOW)
    later = datetime(2020, 11, 2, tzinfo=UTC)
    assert [one.charge.number for one in charges.charges_under_way(session, later)] == ["R-b"]
    under_way = charges.charge_under_way(session, person)
    assert under_way is not None
    assert under_way.charge.number == "R-b"


def test_payments_count_for_the_cycle_they_were_made_for(session: Session, person: int) -> None:
    late_for_the_last = HistoryLine(
        "recertification", "CSCS", CYCLE, 9000, "USD", date(2021, 1, 15), None, None
    )
    payments.add_payment(session, person, late_for_the_last)
    until = date(2021, 12, 31)
    assert len(payments.record_payments(session, person, CYCLE, until)) == 1
    assert payments.record_payments(session, person, "nsca-2021-2023", until) == ()
    assert payments.record_payments(session, person, CYCLE, date(2021, 1, 14)) == ()


def test_each_year_counts_its_receipts_from_one(session: Session) -> None:
    numbers = [charge_numbers.next_number(session, year) for year in (2020, 2020, 2021, 2020)]
    assert numbers == ["R-2020-000001", "R-2020-000002", "R-2021-000001", "R-2020-000003"]
