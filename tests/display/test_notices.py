"""The calm screens."""

from dataclasses import replace
from datetime import date

import pytest

from recert_web.display.overview import cycle_links, good_to_know, left, notices
from recert_web.display.shapes import Action, LeftLine, Notice
from recert_web.domain.fees import fees_paid
from recert_web.domain.member import CprAedCard, ExpiredCause, Member
from recert_web.domain.next_steps import Step, StepKind, next_steps
from recert_web.domain.record import Certification, Record
from recert_web.rulebook.loader import rule_sets
from tests.display.people import CLOSED, LATE, NEWEST, NEXT, RULES, member, seen
from tests.domain.records import HELD, NOVEMBER, activity, enough, event, paid, record

CYCLE = "2018\N{EN DASH}2020"
COMPLETE = record(*enough(), payments=(paid("2020-10-03"),))
NEW = (Certification("CSPS", date(2020, 8, 3)),)
APPEAL = (
    "You can appeal from 1 February to 15 March 2021 if a significant hardship, such as a serious illness "
    "or an "
    "accident, kept you from it. An answer can take a few months."
)
EXAM = "You can retake the exam and become certified again."
CARD = CprAedCard("Red Cross", date(2019, 2, 4), date(2021, 2, 4), has_skills_evaluation=True)


def shown(one: Record, who: Member | None = None, code: str = "CSCS") -> list[Notice]:
    rules, evaluation = seen(one)
    return notices(rules, evaluation, who or member(code), code, one.as_of, NEXT)


def steps(one: Record, code: str = "CSCS") -> list[LeftLine]:
    rules, evaluation = seen(one)
    return left(rules, next_steps(rules, evaluation, code, fees_paid(rules, one)), one.as_of)


def test_an_open_certification_needs_no_notice() -> None:
    assert shown(record()) == []


def test_complete_is_green_and_says_what_follows() -> None:
    (notice,) = shown(COMPLETE)
    assert (notice.title, notice.tone) == ("Recertification Complete", "good")
    assert notice.lines == [
        "The recertification fee was paid on 3 October 2020. Letters and e-mails prepared before then can "
        "be ignored.",
        f"The expiry date 31 December 2020 stands until the {CYCLE} cycle has closed and its audit is done; "
        "the new one, 31 December 2023, shows in early 2021.",
        "You may still be drawn for the audit; who is drawn is told by 31 March 2021. Keep your proof.",
        "Digital certificates are released from December 2020 to April 2021; who is drawn for the audit "
        "gets theirs "
        "after passing it.",
    ]
    assert notice.actions == [Action("Fees and receipts", "/fees?cycle=2018-2020")]


def test_long_after_the_cycle_complete_says_only_what_still_matters() -> None:
    one = replace(COMPLETE, as_of=date(2021, 6, 1))
    notice, closed = shown(one, member(expires_on=date(2023, 12, 31)))
    assert notice.lines == [
        "The recertification fee was paid on 3 October 2020.",
        "The expiry date is 31 December 2023.",
    ]
    assert closed.title == f"{CYCLE} is closed"


def test_complete_without_a_line_in_the_register_says_nothing_of_the_expiry_date() -> None:
    assert not any("expiry date" in line for line in shown(COMPLETE, member("CSPS"))[0].lines)


def test_a_cycle_without_published_successor_counts_its_own_years_on() -> None:
    rules, evaluation = seen(record(*enough(), payments=(paid("2020-10-03"),)))
    (notice,) = notices(rules, evaluation, member(), "CSCS", NOVEMBER)
    assert "the new one, 31 December 2023, shows in early 2021." in notice.lines[1]


def test_not_required_says_when_earning_starts_and_that_there_is_no_fee() -> None:
    (notice,) = shown(record(held=NEW), code="CSPS")
    assert notice == Notice(
        "Nothing is due this cycle",
        "plain",
        [
            f"You earned CSPS on 3 August 2020, late in the {CYCLE} cycle, so it does not have to be "
            f"recertified in it. "
            "There is no fee.",
            "Earning starts on 1 January 2021; recertification is then due by 31 December 2023, with 6.0 "
            "CEUs.",
            "What you complete before 1 January 2021 does not count for it: CEUs never roll over.",
        ],
    )


def test_not_required_looks_back_once_the_next_cycle_has_begun() -> None:
    (notice,) = shown(record(held=NEW, as_of=LATE), code="CSPS")
    assert notice.title == "Nothing was due in this cycle"
    assert notice.lines[1] == (
        "Earning started on 1 January 2021; recertification is due by 31 December 2023, with 6.0 CEUs."
    )
    assert notice.actions == [Action("See the cycle after", "/overview?seal=CSPS&cycle=2021-2023", main=True)]


def test_without_published_rules_no_amount_is_promised_and_no_link_is_dead() -> None:
    rules, evaluation = seen(record(held=NEW, as_of=LATE))
    (notice,) = notices(rules, evaluation, member("CSPS"), "CSPS", LATE)
    assert notice.lines[1] == "Earning started on 1 January 2021; recertification is due by 31 December 2023."
    assert notice.actions == []


def test_the_late_window_says_what_is_possible_before_anything_is_typed() -> None:
    (notice,) = shown(record(as_of=LATE))
    assert (notice.title, notice.tone) == ("Late window until 31 January 2021", "warn")
    assert notice.lines == [
        "The cycle ended on 31 December 2020. What you completed by then can still be reported, and paid "
        "for, until "
        "31 January 2021. Nothing completed later counts.",
        "A late fee of $35.00, once for all your certifications, is added to the recertification fee.",
        "If it is not complete by 31 January 2021, CSCS expires.",
    ]
    assert [(one.label, one.main) for one in notice.actions] == [
        ("Report CEUs", True),
        ("Pay Recertification Fees", False),
    ]


def test_in_the_late_window_a_ready_certification_is_paid_and_not_reported() -> None:
    (notice,) = shown(record(*enough(), as_of=LATE, payments=(paid("2021-01-10", None),)))
    assert notice.lines[1] == "The late fee of $35.00 is paid."
    assert notice.actions == [Action("Pay Recertification Fees", "/fees?cycle=2018-2020", main=True)]


def test_expired_by_the_closing_says_what_was_missing_and_the_ways_back() -> None:
    notice, closed = shown(record(as_of=CLOSED))
    assert (notice.title, notice.tone) == ("CSCS expired", "bad")
    assert notice.lines == [
        "6.0 CEUs were missing when the late window closed on 31 January 2021.",
        APPEAL,
        EXAM,
        "If the reason is a pandemic, a natural disaster or a military deployment, do not appeal: contact "
        "the "
        "recertification team about an accommodation form.",
    ]
    assert closed.lines == [
        "Its late window closed on 31 January 2021. It can be read and no longer changed."
    ]
    assert closed.actions == [Action("See the current cycle", "/overview")]


def test_after_the_appeals_only_the_exam_is_left() -> None:
    assert shown(record(as_of=date(2021, 3, 16)))[0].lines[1:] == [
        f"Appeals for {CYCLE} were taken until 15 March 2021.",
        EXAM,
    ]
    assert APPEAL in shown(record(as_of=date(2021, 3, 15)))[0].lines


@pytest.mark.parametrize(
    ("cause", "because", "then"),
    [
        (ExpiredCause.REQUIREMENTS, " because its recertification requirements were not completed", APPEAL),
        (
            ExpiredCause.AUDIT,
            " because the audit was not answered or not passed",
            "Who is drawn for the audit has 45 days from the notice to answer. If you did, contact the "
            "recertification "
            "team and say when.",
        ),
        (
            ExpiredCause.DOCUMENTS,
            " because documents for the certification itself were not received",
            "Send what is missing, such as your CPR/AED card or your official transcripts. If it was "
            "confirmed more "
            "than two weeks ago, contact the certification team.",
        ),
        (None, "", APPEAL),
    ],
)
def test_expired_by_the_organization_names_its_cause_and_what_to_do(
    cause: ExpiredCause | None, because: str, then: str
) -> None:
    who = member(expired_on=date(2021, 2, 1), cause=cause)
    notice = shown(replace(COMPLETE, as_of=CLOSED), who)[0]
    assert notice.title == "CSCS expired on 1 February 2021"
    assert notice.lines[:2] == [f"NSCA expired it{because}.", then]


def test_an_expiry_of_tomorrow_is_not_known_today() -> None:
    who = member(expired_on=date(2020, 11, 2), cause=ExpiredCause.AUDIT)
    assert shown(record(), who) == []


def test_what_is_left_is_said_in_order_with_its_buttons() -> None:
    assert steps(record(event("e", "2018-07-12", 10))) == [
        LeftLine("5.0 CEUs, from A, B, C or D", "One more category among them.", "Report", "/report"),
        LeftLine("Fee for CSCS, $65.00", "After the CEUs."),
    ]
    assert steps(record(*enough(), as_of=LATE)) == [
        LeftLine("Fee for CSCS, $65.00", "", "Pay", "/fees?cycle=2018-2020"),
        LeftLine("Late fee, $35.00, by 31 January 2021", "", "Pay", "/fees?cycle=2018-2020"),
    ]
    assert steps(COMPLETE) == []


def test_waiting_and_the_ways_back_are_steps_too() -> None:
    assert steps(record(held=NEW), "CSPS") == [
        LeftLine("Earning starts on 1 January 2021", "Nothing is to be reported or paid before.")
    ]
    assert steps(record(held=NEW, as_of=LATE), "CSPS") == [
        LeftLine("Earning started on 1 January 2021", "Nothing was due in this cycle.")
    ]
    assert steps(record(as_of=CLOSED)) == [
        LeftLine("Appeal from 1 February to 15 March 2021", "Or retake the exam.")
    ]
    assert steps(record(as_of=date(2021, 4, 1))) == [
        LeftLine("Retake the exam", "Appeals were taken until 15 March 2021.")
    ]


def test_missing_documents_are_sent_and_not_appealed_for() -> None:
    held = member(expired_on=CLOSED, cause=ExpiredCause.DOCUMENTS).certifications[0]
    (line,) = left(RULES, (Step(StepKind.ROUTES, ("CSCS",)),), CLOSED, held)
    assert line.text == "Send the documents that are missing"


def test_steps_of_several_certifications_name_them() -> None:
    several = (
        Step(StepKind.CEUS, ("CSCS", "TSAC-F"), 130, ("A", "B")),
        Step(StepKind.CEUS, ("CSCS",), 130),
        Step(StepKind.RECERTIFICATION_FEE, ("CSCS", "TSAC-F"), cents=12000, ready=True),
        Step(StepKind.CATEGORY, ("CSCS",), letters=("B", "C"), categories_missing=1),
        Step(StepKind.CATEGORY, ("CSCS",), categories_missing=2),
    )
    assert [(line.text, line.detail) for line in left(RULES, several, NOVEMBER)] == [
        ("1.3 CEUs for CSCS and TSAC-F, from A or B", ""),
        ("1.3 CEUs", ""),
        ("Fees for CSCS and TSAC-F, $120.00", ""),
        ("One more category", "Something from B or C."),
        ("Two more categories", ""),
    ]


@pytest.mark.parametrize(
    ("card", "words"),
    [
        (
            None,
            "No CPR/AED card is on file. A current one is required to keep your certification; it never "
            "gives CEUs.",
        ),
        (CARD, "Your CPR/AED card runs out on 4 February 2021. It is required and never gives CEUs."),
        (
            replace(CARD, has_skills_evaluation=False),
            "Your CPR/AED card runs out on 4 February 2021. It does not state a skills evaluation, which "
            "the course must "
            "include.",
        ),
        (
            replace(CARD, expires_on=date(2020, 10, 31)),
            "Your CPR/AED card ran out on 31 October 2020. A current one is required to keep your "
            "certification; it never "
            "gives CEUs. After a lapse the course must be taken in person.",
        ),
    ],
)
def test_the_card_is_named_with_its_day_and_never_with_ceus(card: CprAedCard | None, words: str) -> None:
    lines = good_to_know(member(card=card), RULES, NOVEMBER)
    assert lines == [
        words,
        "CEUs never roll over: what is above the requirement ends with this cycle on 31 December 2020.",
    ]


def test_a_card_is_good_on_its_last_day() -> None:
    assert "runs out" in good_to_know(member(card=replace(CARD, expires_on=NOVEMBER)), RULES, NOVEMBER)[0]


def test_every_cycle_says_whether_it_is_open() -> None:
    found = cycle_links(rule_sets(), NEXT.key, "CSCS", date(2024, 1, 10))
    assert [(link.label, link.note, link.current) for link in found] == [
        (CYCLE, "Closed, to read only", False),
        ("2021\N{EN DASH}2023", "Late window until 31 January 2024", True),
        ("2024\N{EN DASH}2026", f"Until 31 December {NEWEST.ends.year}", False),
    ]
    assert found[0].href == "/overview?seal=CSCS&cycle=2018-2020"


def test_other_certifications_do_not_lend_their_notices() -> None:
    held = (*HELD, *NEW)
    one = record(activity("f", "first_aid", "2019-05-01"), held=held)
    assert shown(one, member("CSCS", "CSPS")) == []
