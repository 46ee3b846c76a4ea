"""What is to be paid is what the engine says is due."""

from dataclasses import replace
from datetime import date

import pytest

from recert_web.data.database import Session
from recert_web.data.payments import add_payment
from recert_web.domain.member import ExpiredCause, HistoryLine
from recert_web.domain.record import PaymentKind
from recert_web.services.fees import quote
from recert_web.services.policy import Actor, Forbidden
from recert_web.services.standing import read_standing
from tests.services.members import CYCLE, STAFF, TODAY, certified, meet_the_ceus, member

LATE = date(2021, 1, 15)


def pay(session: Session, actor: Actor, kind: PaymentKind, code: str | None, day: date) -> None:
    line = HistoryLine(kind, code, CYCLE, 9000, "USD", day, None, None)
    add_payment(session, actor.person_id or 0, line)


def lines(session: Session, actor: Actor, today: date = TODAY) -> list[tuple[str, str | None, int]]:
    return [(line.kind, line.certification, line.cents) for line in quote(session, actor, CYCLE, today).lines]


def test_nothing_can_be_paid_before_the_ceus_are_met(session: Session) -> None:
    actor = member(session)
    due = quote(session, actor, CYCLE, TODAY)
    assert (due.lines, due.cents, due.not_ready) == ((), 0, ("CSCS",))


def test_each_certification_that_is_ready_has_a_line(session: Session) -> None:
    actor = member(session, certified("CSCS", date(2016, 4, 9)), certified("TSAC-F", date(2018, 5, 1)))
    meet_the_ceus(session, actor)
    assert lines(session, actor) == [("recertification", "CSCS", 9000), ("recertification", "TSAC-F", 8000)]
    due = quote(session, actor, CYCLE, TODAY)
    assert (due.cents, due.currency, due.member_price, due.not_ready) == (17000, "USD", False, ())


@pytest.mark.parametrize(
    ("until", "cents"), [(TODAY, 6500), (date(2020, 10, 31), 9000), (None, 9000), (date(2030, 1, 1), 6500)]
)
def test_the_member_price_holds_through_the_last_day_of_membership(
    session: Session, until: date | None, cents: int
) -> None:
    actor = member(session, membership_until=until)
    meet_the_ceus(session, actor)
    due = quote(session, actor, CYCLE, TODAY)
    assert (due.cents, due.member_price) == (cents, cents == 6500)


def test_the_late_fee_is_due_once_for_all(session: Session) -> None:
    actor = member(session, certified("CSCS", date(2016, 4, 9)), certified("TSAC-F", date(2018, 5, 1)))
    meet_the_ceus(session, actor)
    assert lines(session, actor, LATE)[-1] == ("late", None, 3500)
    assert quote(session, actor, CYCLE, LATE).cents == 9000 + 8000 + 3500
    pay(session, actor, PaymentKind.RECERTIFICATION, "CSCS", LATE)
    assert lines(session, actor, LATE) == [("recertification", "TSAC-F", 8000), ("late", None, 3500)]
    pay(session, actor, PaymentKind.LATE, None, LATE)
    assert lines(session, actor, LATE) == [("recertification", "TSAC-F", 8000)]


def test_the_quote_is_what_the_engine_calls_due(session: Session) -> None:
    actor = member(session, certified("CSCS", date(2016, 4, 9)), certified("NSCA-CPT", date(2020, 2, 1)))
    meet_the_ceus(session, actor)
    for day in (TODAY, date(2020, 12, 31), LATE, date(2021, 2, 1)):
        judged = read_standing(session, actor, actor.person_id, CYCLE, day).evaluation
        assert judged is not None
        assert quote(session, actor, CYCLE, day).cents == judged.fee_due


@pytest.mark.parametrize("kind", [PaymentKind.MEMBERSHIP, PaymentKind.INSURANCE, PaymentKind.RSCC])
def test_other_fees_change_nothing(session: Session, kind: PaymentKind) -> None:
    actor = member(session)
    meet_the_ceus(session, actor)
    pay(session, actor, kind, None, TODAY)
    assert lines(session, actor) == [("recertification", "CSCS", 9000)]


def test_a_late_payment_for_the_last_cycle_pays_nothing_of_this_one(session: Session) -> None:
    actor = member(session, certified("CSCS", date(2016, 4, 9), date(2023, 12, 31)))
    meet_the_ceus(session, actor)
    meet_the_ceus(session, actor, "nsca-2021-2023", date(2021, 1, 10))
    pay(session, actor, PaymentKind.RECERTIFICATION, "CSCS", LATE)
    pay(session, actor, PaymentKind.LATE, None, LATE)
    assert lines(session, actor, date(2021, 1, 20)) == []
    assert quote(session, actor, "nsca-2021-2023", date(2021, 3, 1)).cents == 9000


def test_what_the_organisation_has_expired_is_not_paid_for(session: Session) -> None:
    gone = replace(
        certified("CSCS", date(2016, 4, 9)), expired_on=date(2020, 8, 1), expired_cause=ExpiredCause.AUDIT
    )
    actor = member(session, gone)
    meet_the_ceus(session, actor)
    due = quote(session, actor, CYCLE, TODAY)
    assert (due.lines, due.not_ready) == ((), ())


def test_staff_have_nothing_to_pay(session: Session) -> None:
    with pytest.raises(Forbidden):
        quote(session, STAFF, CYCLE, TODAY)
