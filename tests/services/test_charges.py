"""Paying: nobody pays twice, whatever is clicked, repeated, delayed or lost."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from threading import Barrier

import pytest
from sqlalchemy import func, select

from recert_web import work
from recert_web.data import tables
from recert_web.data.database import Database, Session
from recert_web.domain.evaluation import Status
from recert_web.domain.member import Charge, ChargeStatus
from recert_web.gateways.payments import Answer, ChargeRequest, Verdict
from recert_web.gateways.rehearsal import DELAY, RehearsalGateway
from recert_web.services.charges import (
    ChargeRefusal,
    ChargeRefused,
    PaymentOrder,
    StartedCharge,
    start_charge,
)
from recert_web.services.charges_settling import (
    TAKEN_TWICE,
    answer_now,
    record_answer,
    unsettled_charges,
)
from recert_web.services.fees import quote
from recert_web.services.policy import Actor, Forbidden
from recert_web.services.receipts import read_charge_under_way, read_history, read_receipt
from recert_web.services.standing import read_standing
from tests.services.members import CYCLE, NOW, STAFF, TODAY, certified, meet_the_ceus, member

ORDER = PaymentOrder(CYCLE, 9000, "form", "approve", "test")
APPROVED = Answer(Verdict.APPROVED, "ref-1")
DECLINED = Answer(Verdict.DECLINED, "ref-1", "No.")
PENDING = Answer(Verdict.PENDING, "ref-1", "Wait.")


def ready(session: Session) -> Actor:
    actor = member(session)
    meet_the_ceus(session, actor)
    return actor


def started(
    session: Session, actor: Actor, order: PaymentOrder = ORDER, today: date = TODAY
) -> StartedCharge:
    done = start_charge(session, actor, order, today, NOW)
    assert isinstance(done, StartedCharge), done
    return done


def refused(session: Session, actor: Actor, order: PaymentOrder) -> ChargeRefused:
    done = start_charge(session, actor, order, TODAY, NOW)
    assert isinstance(done, ChargeRefused), done
    return done


def answered(session: Session, charge: Charge, *answers: Answer, today: date = TODAY) -> Charge:
    for answer in answers:
        charge = record_answer(session, charge.number, answer, today, NOW)
    return charge


def status(session: Session, actor: Actor, today: date = TODAY) -> Status:
    judged = read_standing(session, actor, actor.person_id, CYCLE, today).evaluation
    assert judged is not None
    return judged.standings["CSCS"].status


def payments(session: Session) -> int:
    table = tables.metadata.tables["payments"]
    return session.connection().execute(select(func.count()).select_from(table)).scalar_one()


def test_paying_completes_the_certification(session: Session) -> None:
    actor = ready(session)
    charge = started(session, actor).charge
    assert (charge.status, charge.cents, charge.currency) == (ChargeStatus.STARTED, 9000, "USD")
    assert status(session, actor) is Status.READY_TO_PAY
    paid = answered(session, charge, APPROVED)
    assert (paid.status, paid.settled_on) == (ChargeStatus.SETTLED, TODAY)
    assert status(session, actor) is Status.COMPLETE
    (line,) = read_history(session, actor, actor.person_id, TODAY)
    assert (line.kind, line.certification, line.cents, line.charge_number) == (
        "recertification",
        "CSCS",
        9000,
        charge.number,
    )


def test_the_gateway_is_asked_for_what_is_charged(session: Session) -> None:
    done = started(session, ready(session))
    request = done.request
    assert (request.cents, request.currency, request.method) == (9000, "USD", "approve")
    assert done.charge.number in request.description


def test_nothing_due_starts_nothing(session: Session) -> None:
    assert refused(session, member(session), ORDER).kind is ChargeRefusal.NOTHING_DUE


def test_a_price_that_changed_is_shown_before_it_is_charged(session: Session) -> None:
    done = refused(session, ready(session), replace(ORDER, quoted_cents=6500))
    assert (done.kind, done.quote.cents) == (ChargeRefusal.PRICE_CHANGED, 9000)


def test_a_second_click_is_the_same_charge(session: Session) -> None:
    actor = ready(session)
    first, second = started(session, actor), started(session, actor)
    assert second == replace(first, repeated=True)


def test_a_second_click_after_paying_is_the_same_charge_paid(session: Session) -> None:
    actor = ready(session)
    first = started(session, actor)
    paid = answered(session, first.charge, APPROVED)
    again = started(session, actor)
    assert (again.charge, again.repeated) == (paid, True)
    assert again.request.idempotency_key == first.request.idempotency_key


def test_another_tab_finds_the_charge_under_way(session: Session) -> None:
    actor = ready(session)
    first = started(session, actor)
    other = refused(session, actor, replace(ORDER, form_key="other tab"))
    assert (other.kind, other.charge) == (ChargeRefusal.UNDER_WAY, first.charge)
    assert read_charge_under_way(session, actor, actor.person_id) == first.charge


def test_another_tab_finds_nothing_due_once_it_is_paid(session: Session) -> None:
    actor = ready(session)
    answered(session, started(session, actor).charge, APPROVED)
    other = refused(session, actor, replace(ORDER, form_key="other tab"))
    assert other.kind is ChargeRefusal.NOTHING_DUE
    assert read_charge_under_way(session, actor, actor.person_id) is None


def test_after_a_refusal_one_can_pay_again(session: Session) -> None:
    actor = ready(session)
    first = answered(session, started(session, actor).charge, DECLINED)
    assert (first.status, first.message) == (ChargeStatus.DECLINED, "No.")
    assert payments(session) == 0
    second = started(session, actor, replace(ORDER, form_key="again"))
    assert second.charge.number != first.number
    answered(session, second.charge, APPROVED)
    assert status(session, actor) is Status.COMPLETE


@pytest.mark.parametrize("order", list(permutations((APPROVED, APPROVED, PENDING, DECLINED))))
def test_in_whatever_order_answers_come_an_approval_pays_once(
    session: Session, order: tuple[Answer, ...]
) -> None:
    actor = ready(session)
    charge = answered(session, started(session, actor).charge, *order)
    assert charge.status is ChargeStatus.SETTLED
    assert payments(session) == 1


def test_an_approval_after_the_fees_were_paid_otherwise_pays_nothing_twice(session: Session) -> None:
    actor = ready(session)
    first = answered(session, started(session, actor).charge, DECLINED)
    second = started(session, actor, replace(ORDER, form_key="again"))
    answered(session, second.charge, APPROVED)
    late = answered(session, first, APPROVED)
    assert (late.status, late.message) == (ChargeStatus.DECLINED, TAKEN_TWICE)
    assert payments(session) == 1


def test_a_pending_charge_holds_its_fees_until_the_answer(session: Session) -> None:
    actor = ready(session)
    charge = answered(session, started(session, actor).charge, PENDING)
    assert (charge.status, charge.message) == (ChargeStatus.PENDING, "Wait.")
    other = refused(session, actor, replace(ORDER, form_key="other"))
    assert other.kind is ChargeRefusal.UNDER_WAY
    assert answered(session, charge, APPROVED).status is ChargeStatus.SETTLED


def test_who_pays_on_the_last_evening_has_paid_in_time(session: Session) -> None:
    actor = ready(session)
    evening = datetime(2021, 1, 1, 6, 30, tzinfo=UTC)  # half past eleven in Denver
    done = start_charge(session, actor, ORDER, date(2020, 12, 31), evening)
    assert isinstance(done, StartedCharge)
    next_day = evening + timedelta(hours=9)
    paid = record_answer(session, done.charge.number, APPROVED, date(2021, 1, 1), next_day)
    assert paid.settled_on == date(2020, 12, 31)
    assert status(session, actor, date(2021, 1, 2)) is Status.COMPLETE


def test_late_fee_and_fee_are_one_charge(session: Session) -> None:
    actor, late = ready(session), date(2021, 1, 15)
    charge = started(session, actor, replace(ORDER, quoted_cents=12500), late).charge
    assert [(line.kind, line.cents) for line in charge.lines] == [("recertification", 9000), ("late", 3500)]
    answered(session, charge, APPROVED, today=late)
    assert status(session, actor, late) is Status.COMPLETE


def test_a_refunded_fee_can_be_paid_again(session: Session) -> None:
    actor = ready(session)
    answered(session, started(session, actor).charge, APPROVED)
    table = tables.metadata.tables["payments"]
    session.connection().execute(table.update().values(refunded_on=TODAY))
    assert quote(session, actor, CYCLE, TODAY).cents == 9000
    again = started(session, actor, replace(ORDER, form_key="again"))
    answered(session, again.charge, APPROVED)
    assert payments(session) == 2
    assert status(session, actor) is Status.COMPLETE


def test_tabs_that_pay_at_the_same_moment_start_one_charge(database: Database) -> None:
    actor = work.run_now(ready)
    together = Barrier(4)

    def send(tab: int) -> StartedCharge | ChargeRefused:
        together.wait()
        return work.run_now(start_charge, actor, replace(ORDER, form_key=f"tab {tab}"), TODAY, NOW)

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(send, range(4)))
    (one,) = [answer for answer in answers if isinstance(answer, StartedCharge)]
    others = [answer for answer in answers if isinstance(answer, ChargeRefused)]
    assert {other.kind for other in others} == {ChargeRefusal.UNDER_WAY}
    assert {other.charge.number for other in others if other.charge} == {one.charge.number}


def test_answers_that_come_at_the_same_moment_pay_once(database: Database) -> None:
    actor = work.run_now(ready)
    number = work.run_now(started, actor).charge.number
    together = Barrier(4)

    def tell(_: int) -> Charge:
        together.wait()
        return work.run_now(record_answer, number, APPROVED, TODAY, NOW)

    with ThreadPoolExecutor(4) as threads:
        assert {charge.status for charge in threads.map(tell, range(4))} == {ChargeStatus.SETTLED}
    assert work.read_now(payments) == 1


def test_two_members_who_begin_a_year_at_the_same_moment_get_two_numbers(database: Database) -> None:
    actors = [work.run_now(ready) for _ in range(4)]
    together = Barrier(4)

    def send(actor: Actor) -> str:
        together.wait()
        return work.run_now(started, actor).charge.number

    with ThreadPoolExecutor(4) as threads:
        numbers = sorted(threads.map(send, actors))
    assert numbers == [f"R-2020-{number:06}" for number in range(1, 5)]


def test_a_declined_charge_keeps_its_number(session: Session) -> None:
    actor = ready(session)
    first = answered(session, started(session, actor).charge, DECLINED)
    second = started(session, actor, replace(ORDER, form_key="again"))
    assert (first.number, second.charge.number) == ("R-2020-000001", "R-2020-000002")


def test_a_charge_interrupted_by_a_crash_is_found_and_settled(session: Session) -> None:
    actor = ready(session)
    done = started(session, actor)
    later = NOW + timedelta(minutes=5)
    assert unsettled_charges(session, NOW) == ()
    ((number, request),) = unsettled_charges(session, later)
    assert (number, request) == (done.charge.number, done.request)
    gateway = RehearsalGateway(lambda: later)
    paid = record_answer(session, number, answer_now(gateway, request), TODAY, later)
    assert paid.status is ChargeStatus.SETTLED
    assert unsettled_charges(session, later) == ()


class NeverReached(RehearsalGateway):
    """A gateway that has heard of nothing."""

    def look_up(self, request: ChargeRequest) -> Answer | None:  # type: ignore[override]
        """Nothing."""
        return None


def test_a_charge_that_never_reached_the_gateway_frees_its_fees(session: Session) -> None:
    actor = ready(session)
    done = started(session, actor)
    answer = answer_now(NeverReached(lambda: NOW), done.request)
    assert answered(session, done.charge, answer).status is ChargeStatus.DECLINED
    assert not started(session, actor, replace(ORDER, form_key="again")).repeated


@pytest.mark.parametrize(
    ("method", "end"),
    [
        ("approve", ChargeStatus.SETTLED),
        ("repeat", ChargeStatus.SETTLED),
        ("decline", ChargeStatus.DECLINED),
        ("delay", ChargeStatus.PENDING),
    ],
)
def test_each_method_of_the_test_gateway_ends_as_it_says(
    session: Session, method: str, end: ChargeStatus
) -> None:
    actor = ready(session)
    done = started(session, actor, replace(ORDER, method=method))
    answers = RehearsalGateway(lambda: NOW).charge(done.request)
    assert answered(session, done.charge, *answers).status is end
    later = RehearsalGateway(lambda: NOW + DELAY).look_up(done.request)
    end_later = ChargeStatus.DECLINED if method == "decline" else ChargeStatus.SETTLED
    assert answered(session, done.charge, later).status is end_later
    assert payments(session) == (0 if method == "decline" else 1)


def test_a_receipt_is_its_owners_and_staffs_alone(session: Session) -> None:
    actor = ready(session)
    charge = started(session, actor).charge
    assert read_receipt(session, actor, charge.number) == charge
    assert read_receipt(session, STAFF, charge.number) == charge
    for stranger, number in ((member(session), charge.number), (actor, "R-2020-999999")):
        with pytest.raises(Forbidden):
            read_receipt(session, stranger, number)


def test_nobody_pays_for_another(session: Session) -> None:
    actor = ready(session)
    with pytest.raises(Forbidden):
        start_charge(session, STAFF, ORDER, TODAY, NOW)
    with pytest.raises(Forbidden):
        read_history(session, member(session), actor.person_id, TODAY)
    with pytest.raises(Forbidden):
        read_charge_under_way(session, member(session), actor.person_id)


def test_an_answer_to_no_charge_is_a_fault(session: Session) -> None:
    with pytest.raises(LookupError):
        record_answer(session, "R-2020-999999", APPROVED, TODAY, NOW)


def test_one_form_key_of_two_members_is_two_charges(session: Session) -> None:
    first, second = started(session, ready(session)), started(session, ready(session))
    assert first.charge.number != second.charge.number
    assert not second.repeated


def test_only_the_fees_that_are_ready_are_charged(session: Session) -> None:
    actor = member(session, certified("CSCS", date(2016, 4, 9)), certified("TSAC-F", date(2020, 2, 1)))
    meet_the_ceus(session, actor, day=date(2020, 1, 10))
    charge = started(session, actor).charge
    assert [line.certification for line in charge.lines] == ["CSCS"]
