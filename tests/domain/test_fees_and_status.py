"""Steps 6 to 9 of the rules: window, fee paid, status, fee due."""

from datetime import date

import pytest

from recert_web.domain.evaluation import Status, Window
from recert_web.domain.record import Certification, Payment, PaymentKind
from tests.domain.records import HELD, day, enough, evaluated, paid, record, standing

LATE = date(2021, 1, 20)
TWO = (*HELD, Certification("NSCA-CPT", date(2014, 1, 1)))


@pytest.mark.parametrize(
    ("as_of", "window"),
    [
        ("2017-05-01", Window.OPEN),
        ("2020-12-31", Window.OPEN),
        ("2021-01-01", Window.LATE),
        ("2021-01-31", Window.LATE),
        ("2021-02-01", Window.CLOSED),
    ],
)
def test_the_window_closes_after_its_last_day(as_of: str, window: Window) -> None:
    assert evaluated(record(as_of=day(as_of))).window is window


def test_ready_to_pay_owes_the_fee_of_its_tier() -> None:
    found = evaluated(record(*enough(), member=False))
    assert (found.fee_due, found.late_fee) == (9000, 0)
    assert found.standings["CSCS"].payable


def test_a_certification_in_progress_owes_nothing_yet() -> None:
    one = record()
    assert (standing(one).status, standing(one).fee, evaluated(one).fee_due) == (Status.IN_PROGRESS, 6500, 0)


def test_a_payment_in_the_cycle_completes() -> None:
    one = record(*enough(), payments=(paid("2020-10-01"),))
    assert standing(one).status is Status.COMPLETE
    assert standing(one).recertification_paid_on == day("2020-10-01")
    assert evaluated(one).fee_due == 0


def test_a_payment_of_the_cycle_before_does_not_count() -> None:
    one = record(*enough(), payments=(paid("2017-12-31"),))
    assert (standing(one).status, standing(one).recertification_paid_on) == (Status.READY_TO_PAY, None)


def test_other_fees_do_not_recertify() -> None:
    others = tuple(
        Payment(kind, day("2020-10-01"), "CSCS")
        for kind in (PaymentKind.MEMBERSHIP, PaymentKind.INSURANCE, PaymentKind.RSCC)
    )
    assert standing(record(*enough(), payments=others)).status is Status.READY_TO_PAY


def test_a_refund_counts_from_its_day_on() -> None:
    refunded = (paid("2020-05-10", refunded="2020-10-01"),)
    before = record(*enough(), payments=refunded, as_of=day("2020-09-30"))
    assert standing(before).status is Status.COMPLETE
    on_the_day = record(*enough(), payments=refunded, as_of=day("2020-10-01"))
    assert standing(on_the_day).status is Status.READY_TO_PAY


def test_late_payers_owe_both_fees_the_late_one_once_a_person() -> None:
    found = evaluated(record(*enough(), held=TWO, as_of=LATE))
    assert (found.late_fee, found.fee_due) == (3500, 6500 + 6500 + 3500)


def test_paid_late_without_the_late_fee_owes_the_late_fee_alone() -> None:
    found = evaluated(record(*enough(), as_of=LATE, payments=(paid("2021-01-10"),)))
    assert (found.standings["CSCS"].status, found.fee_due) == (Status.READY_TO_PAY, 3500)


def test_the_late_fee_paid_first_leaves_the_fee_of_the_certification() -> None:
    found = evaluated(record(*enough(), as_of=LATE, payments=(paid("2021-01-10", None),)))
    assert (found.late_fee, found.fee_due) == (0, 6500)


def test_both_paid_in_the_late_window_complete() -> None:
    payments = (paid("2021-01-31"), paid("2021-01-01", None))
    assert standing(record(*enough(), as_of=day("2021-03-01"), payments=payments)).status is Status.COMPLETE


@pytest.mark.parametrize("late_fee_on", ["2020-12-31", "2021-02-01"])
def test_a_late_fee_outside_the_late_window_settles_nothing(late_fee_on: str) -> None:
    payments = (paid("2021-01-10"), paid(late_fee_on, None))
    one = record(*enough(), as_of=day("2021-02-02"), payments=payments)
    assert standing(one).status is Status.EXPIRED


def test_a_refunded_late_fee_is_due_again() -> None:
    payments = (paid("2021-01-10"), paid("2021-01-10", None, refunded="2021-01-15"))
    assert evaluated(record(*enough(), as_of=LATE, payments=payments)).late_fee == 3500


def test_who_paid_in_the_cycle_owes_no_late_fee() -> None:
    found = evaluated(record(*enough(), as_of=LATE, payments=(paid("2020-12-31"),)))
    assert (found.standings["CSCS"].status, found.fee_due) == (Status.COMPLETE, 0)


def test_of_several_payments_the_first_is_told() -> None:
    payments = (paid("2021-01-10"), paid("2020-12-31"), paid("2021-01-12"))
    one = record(*enough(), as_of=LATE, payments=payments)
    assert standing(one).recertification_paid_on == day("2020-12-31")


def test_a_payment_after_the_day_of_computing_is_not_made_yet() -> None:
    assert standing(record(*enough(), payments=(paid("2020-12-01"),))).status is Status.READY_TO_PAY


def test_after_the_late_window_what_is_unpaid_expires() -> None:
    found = evaluated(record(*enough(), as_of=day("2021-02-01")))
    assert (found.standings["CSCS"].status, found.fee_due) == (Status.EXPIRED, 0)


def test_nothing_required_stays_so_when_the_window_has_closed() -> None:
    held = (Certification("CSCS", date(2020, 8, 1)),)
    found = evaluated(record(held=held, as_of=day("2021-05-01")))
    assert (found.standings["CSCS"].status, found.fee_due) == (Status.NOT_REQUIRED, 0)
