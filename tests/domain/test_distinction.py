"""Step 10 of the rules: Recertification with Distinction."""

from datetime import date

from recert_web.domain.record import Activity, Certification, Payment
from tests.domain.records import HELD, activity, evaluated, paid, record

OLD, NEW = HELD[0], Certification("NSCA-CPT", date(2019, 3, 1))
UNDUE = Certification("TSAC-F", date(2020, 8, 1))
PAID = (paid("2020-10-01"), paid("2020-10-02", "NSCA-CPT"))


def events(count: int, key: str = "event_nsca") -> tuple[Activity, ...]:
    """2.0 CEUs each, from spring 2019 on."""
    return tuple(
        activity(f"{key}{number}", key, f"2019-0{number + 1}-20", quantity=2000) for number in range(count)
    )


AID = activity("aid", "first_aid", "2020-02-01")


def met(
    *activities: Activity, held: tuple[Certification, ...] = (OLD,), payments: tuple[Payment, ...] = PAID
) -> bool:
    return evaluated(record(*activities, held=held, payments=payments)).distinction.met


def test_ten_CEUs_of_the_organisations_own_suffice_whatever_the_category_maximum() -> None:
    assert met(*events(5), AID)
    assert not met(*events(4), AID)


def test_activities_of_others_do_not_count() -> None:
    assert evaluated(record(*events(5, "event_other"))).distinction.earned == 0


def test_each_further_certification_raises_what_is_required_even_one_that_is_not_due() -> None:
    assert evaluated(record(held=(OLD, NEW, UNDUE))).distinction.required == 1400


def test_values_are_those_of_the_earliest_certification() -> None:
    assert evaluated(record(*events(5), held=(NEW, OLD))).distinction.earned == 1000
    assert evaluated(record(*events(5), held=(NEW,))).distinction.earned == 600


def test_of_equal_dates_the_first_listed_is_the_earliest() -> None:
    held = (OLD, Certification("NSCA-CPT", OLD.certified_on))
    only_cpt = activity("q", "quiz_nsca", "2019-01-01", score=80, in_scope_for=("NSCA-CPT",))
    assert evaluated(record(only_cpt, held=held)).distinction.earned == 0
    assert evaluated(record(only_cpt, held=held[::-1])).distinction.earned == 20


def test_one_that_is_not_required_does_not_stand_in_the_way() -> None:
    assert met(*events(6), AID, held=(OLD, UNDUE))


def test_but_one_must_be_complete() -> None:
    assert not met(*events(6), AID, held=(UNDUE,))


def test_every_certification_must_be_complete() -> None:
    assert not met(*events(6), AID, held=(OLD, NEW), payments=PAID[:1])
    assert met(*events(6), AID, held=(OLD, NEW))


def test_paying_in_the_late_window_is_too_late() -> None:
    payments = (paid("2021-01-10"), paid("2021-01-10", None))
    one = record(*events(5), AID, payments=payments, as_of=date(2021, 1, 20))
    assert not evaluated(one).distinction.met


def test_paid_in_time_it_stays_when_the_cycle_is_over() -> None:
    assert evaluated(record(*events(5), AID, payments=PAID[:1], as_of=date(2021, 6, 1))).distinction.met
