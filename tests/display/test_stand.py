"""The seals and the head of the overview."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given

from recert_web.display.overview import notices, seals, stand
from recert_web.display.status_words import CHIPS, chip, tone
from recert_web.domain.evaluation import Status, Window
from recert_web.domain.member import ExpiredCause
from recert_web.domain.record import Certification, Record
from recert_web.domain.rules import RuleSet
from tests.display.people import CLOSED, LATE, RULES, member, seen
from tests.domain.record_strategies import judged
from tests.domain.records import HELD, NOVEMBER, activity, enough, event, paid, record

D_FULL = (activity("d", "home_study", "2020-02-01", ceu=350), event("e", "2018-07-12", 10))
NEW = (Certification("CSPS", date(2020, 8, 3)),)


def sentence(one: Record, code: str = "CSCS") -> str:
    rules, evaluation = seen(one)
    return stand(rules, evaluation, code, one.as_of).sentence


def test_the_head_says_where_a_certification_stands_in_figures_and_words() -> None:
    shown = stand(*seen(record(*D_FULL)), "CSCS", NOVEMBER)
    assert shown.title == "CSCS, 2018\N{EN DASH}2020"
    assert shown.name == "Certified Strength and Conditioning Specialist"
    assert (shown.figure, shown.figure_rest) == ("4.5", "of 6.0 CEUs credited")
    assert (shown.chip, shown.tone, shown.days, shown.percent) == ("In progress", "brand", "60 days left", 75)
    assert shown.bar_words == "4.5 of 6.0 CEUs credited: A 1.0, D 3.5."
    assert shown.sentence == "You need 1.5 more, from A, B or C. D is full."


def test_nothing_entered_is_said_without_parts() -> None:
    shown = stand(*seen(record()), "CSCS", NOVEMBER)
    assert shown.bar_words == "0.0 of 6.0 CEUs credited."
    assert shown.sentence == ("You need 6.0 more, from A, B, C or D. It takes at least two categories.")


def test_a_category_that_is_missing_is_named_where_the_amount_alone_would_not_bring_it() -> None:
    assert sentence(record(event("e", "2018-07-12", 10))) == (
        "You need 5.0 more, from A, B, C or D. "
        "It takes at least two categories, so some of it must come from B, C or D."
    )


def test_a_ready_certification_says_what_to_pay_and_by_when() -> None:
    assert sentence(record(*enough())) == (
        "The CEUs are all there. Pay the recertification fee of $65.00 by 31 December 2020 and CSCS is "
        "complete."
    )


def test_in_the_late_window_the_late_fee_is_part_of_it() -> None:
    late = record(*enough(), as_of=LATE)
    assert sentence(late) == (
        "The CEUs are all there. Pay the recertification fee of $65.00 and the late fee of $35.00 "
        "by 31 January 2021 and CSCS is complete."
    )
    half_paid = record(*enough(), as_of=LATE, payments=(paid("2021-01-10"),))
    assert sentence(half_paid) == (
        "The recertification fee is paid. Pay the late fee of $35.00 by 31 January 2021 and CSCS is complete."
    )
    other_half = record(*enough(), as_of=LATE, payments=(paid("2021-01-10", None),))
    assert "Pay the recertification fee of $65.00 by 31 January 2021" in sentence(other_half)


def test_in_the_late_window_only_what_was_completed_counts() -> None:
    assert sentence(record(*D_FULL, as_of=LATE)).endswith(
        "Only what you completed by 31 December 2020 counts for 2018\N{EN DASH}2020; report it by 31 "
        "January 2021."
    )


def test_an_expired_certification_says_what_was_missing() -> None:
    closed = "when the late window closed on 31 January 2021."
    assert sentence(record(*D_FULL, as_of=CLOSED)) == f"1.5 CEUs were missing {closed}"
    fee = sentence(record(*enough(), as_of=CLOSED))
    assert fee == f"The recertification fee of $65.00 was not paid {closed}"
    late_fee = sentence(record(*enough(), as_of=CLOSED, payments=(paid("2021-01-10"),)))
    assert late_fee == f"The late fee of $35.00 was not paid {closed}"
    one = record(*enough()[:3], activity("d", "home_study", "2020-02-01", ceu=1), as_of=CLOSED)
    assert sentence(one).startswith("0.49 CEUs were missing")


def test_exactly_one_missing_ceu_is_singular() -> None:
    one = record(
        activity("d", "home_study", "2020-02-01", ceu=350), event("e", "2018-07-12", 15), as_of=CLOSED
    )
    assert sentence(one).startswith("1.0 CEU was missing")


def test_what_is_complete_or_not_required_needs_nothing() -> None:
    assert (
        sentence(record(*enough(), payments=(paid("2020-10-03"),))) == "Nothing is left to do in this cycle."
    )
    nothing = stand(*seen(record(held=NEW)), "CSPS", NOVEMBER)
    assert nothing.sentence == "You earned CSPS on 3 August 2020, so nothing is due this cycle."
    assert (nothing.figure, nothing.figure_rest, nothing.percent) == ("", "", 0)
    assert nothing.bar_words == "No CEUs are required this cycle."


def test_an_expiry_by_the_organization_goes_before_what_is_computed() -> None:
    who = member(expired_on=date(2020, 9, 1), cause=ExpiredCause.DOCUMENTS)
    one = record(*enough())
    shown = stand(*seen(one), "CSCS", NOVEMBER, who.certifications[0])
    assert (shown.chip, shown.tone, shown.days) == ("Expired", "bad", "")
    assert shown.sentence == (
        "CSCS expired on 1 September 2020 because documents for the certification itself were not received."
    )
    assert seals(seen(one)[1], who, RULES)[0].small == "Expired"


def test_a_cycle_that_was_over_before_the_expiry_keeps_its_own_result() -> None:
    who = member(expires_on=date(2023, 12, 31), expired_on=date(2024, 2, 1), cause=ExpiredCause.REQUIREMENTS)
    one = record(*enough(), as_of=date(2024, 3, 1), payments=(paid("2020-10-03"),))
    assert stand(*seen(one), "CSCS", one.as_of, who.certifications[0]).chip == "Recertification Complete"


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        (date(2017, 12, 1), "Starts on 1 January 2018"),
        (date(2020, 12, 29), "2 days left"),
        (date(2020, 12, 30), "1 day left"),
        (date(2020, 12, 31), "Last day"),
        (date(2021, 1, 1), "30 days left in the late window"),
        (date(2021, 1, 31), "Last day of the late window"),
        (date(2021, 2, 1), ""),
    ],
)
def test_the_days_left_count_to_the_deadline_that_comes_next(as_of: date, words: str) -> None:
    assert stand(*seen(record(as_of=as_of)), "CSCS", as_of).days == words


def test_a_seal_says_the_same_short_and_in_full() -> None:
    held = (*HELD, Certification("TSAC-F", date(2019, 4, 2)), *NEW)
    acts = (*D_FULL, event("f", "2019-05-01", 10))
    one = record(*acts, held=held, payments=(paid("2020-10-03", "TSAC-F"),))
    row = seals(seen(one)[1], member("CSCS", "TSAC-F", "CSPS"), RULES, "TSAC-F")
    assert [(seal.code, seal.small, seal.tone, seal.percent, seal.current) for seal in row] == [
        ("CSCS", "5.5 of 6.0", "brand", 91, False),
        ("TSAC-F", "Complete", "good", 100, True),
        ("CSPS", "Nothing due", "plain", 0, False),
    ]
    assert row[0].label == "CSCS: In progress. 5.5 of 6.0 CEUs credited."
    assert row[1].label == "TSAC-F: Recertification Complete."
    assert row[0].href == "/overview?seal=CSCS&cycle=2018-2020"


def test_nothing_held_in_a_cycle_has_no_seals() -> None:
    assert seals(None, member(), RULES) == []


@pytest.mark.parametrize(("status", "window"), list(product(Status, Window)))
def test_every_status_in_every_window_has_a_chip_and_a_tone(status: Status, window: Window) -> None:
    assert chip(status, window).startswith(CHIPS[status])
    assert tone(status, window) in ("good", "warn", "bad", "brand", "plain")


# Each window with what it can make of a certification, and whether a notice is due.
STATES = [
    (record(), Status.IN_PROGRESS, False),
    (record(*enough()), Status.READY_TO_PAY, False),
    (record(*enough(), payments=(paid("2020-10-03"),)), Status.COMPLETE, True),
    (record(held=NEW), Status.NOT_REQUIRED, True),
    (record(as_of=LATE), Status.IN_PROGRESS, True),
    (record(*enough(), as_of=LATE), Status.READY_TO_PAY, True),
    (record(*enough(), as_of=LATE, payments=(paid("2020-10-03"),)), Status.COMPLETE, True),
    (record(held=NEW, as_of=LATE), Status.NOT_REQUIRED, True),
    (record(as_of=CLOSED), Status.EXPIRED, True),
    (record(*enough(), as_of=CLOSED), Status.EXPIRED, True),
    (record(*enough(), as_of=CLOSED, payments=(paid("2020-10-03"),)), Status.COMPLETE, True),
    (record(held=NEW, as_of=CLOSED), Status.NOT_REQUIRED, True),
]


@pytest.mark.parametrize(("one", "status", "due"), STATES)
def test_every_state_there_is_has_its_chip_its_sentence_and_where_due_a_notice(
    one: Record, status: Status, due: bool
) -> None:
    rules, evaluation = seen(one)
    code = one.certifications[0].code
    assert evaluation.standings[code].status is status
    shown = stand(rules, evaluation, code, one.as_of)
    assert shown.chip
    assert shown.sentence.endswith(".")
    assert bool(notices(rules, evaluation, member(code), code, one.as_of)) is due


@given(judged())
def test_the_bar_is_filled_exactly_by_what_is_credited_and_left(case: tuple[RuleSet, Record]) -> None:
    rules, evaluation = seen(case[1])
    for code, standing in evaluation.standings.items():
        shown = stand(rules, evaluation, code, evaluation.as_of)
        ends = [segment.start + segment.width for segment in shown.segments]
        assert (
            [segment.start for segment in shown.segments] == [0, *ends][:-1] if ends else not shown.segments
        )
        assert ends[-1:] == ([1000] if standing.credited + standing.short else [])
        assert 0 <= shown.percent <= 100
