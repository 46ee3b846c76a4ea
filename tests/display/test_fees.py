"""Pay Recertification Fees: the panel, the history, the receipt."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from recert_web.display.fees import history_rows, pay_panel, receipt
from recert_web.display.shapes import HistoryRow, LeftLine, MoneyLine, PayPanel
from recert_web.domain.member import Charge, ChargeStatus, ExpiredCause, FeeLine, HistoryLine, Member
from recert_web.domain.record import Certification, PaymentKind, Record
from recert_web.rulebook.loader import rule_sets
from tests.display.people import CLOSED, LATE, RULES, member, seen, texts
from tests.domain.records import HELD, enough, event, paid, record

TSAC_F = Certification("TSAC-F", date(2019, 4, 2))
NEW = Certification("CSPS", date(2020, 8, 3))
SEPARATE = "Membership, insurance and RSCC fees are separate and do not recertify."
LATE_LINE = FeeLine("late", None, RULES.key, 3500)
CHARGE = Charge(
    "R-2020-000123",
    ChargeStatus.PENDING,
    (FeeLine("recertification", "CSCS", RULES.key, 6500), LATE_LINE),
    10000,
    "USD",
    datetime(2021, 1, 16, 2, tzinfo=UTC),
    None,
    True,
    "test",
)


def panel(
    one: Record,
    who: Member | None = None,
    history: Sequence[HistoryLine] = (),
    under_way: Charge | None = None,
) -> PayPanel:
    """The panel with the fees that the engine finds due."""
    rules, evaluation = seen(one)
    lines = [
        FeeLine("recertification", code, rules.key, standing.fee)
        for code, standing in evaluation.standings.items()
        if standing.payable and standing.recertification_paid_on is None
    ]
    lines += [LATE_LINE] * (evaluation.late_fee > 0)
    assert sum(line.cents for line in lines) == evaluation.fee_due
    who = who or member(*evaluation.standings)
    return pay_panel(rules, evaluation, who, lines, history, one.as_of, under_way)


def payment(kind: str, on: date, **more: date) -> HistoryLine:
    line = HistoryLine(kind, None, RULES.key, 7000, "USD", on, None, None)
    return replace(line, **more)  # type: ignore[arg-type]


def test_one_fee_is_due_for_each_certification_that_is_ready() -> None:
    acts = (*enough(), event("t", "2019-08-01", 10))
    shown = panel(record(*acts, held=(*HELD, TSAC_F, NEW)))
    assert shown.intro == "One fee for each certification. Ready now: CSCS and TSAC-F."
    assert shown.lines == [
        MoneyLine("CSCS", "$65.00", "certified in 2016, member price"),
        MoneyLine("TSAC-F", "$45.00", "certified in 2019, member price"),
    ]
    assert (shown.total, shown.button, shown.can_pay) == ("$110.00", "Pay $110.00", True)
    assert shown.effect == f"Paying makes CSCS and TSAC-F Recertification Complete at once. {SEPARATE}"
    assert shown.missing == [LeftLine("CSPS needs nothing this cycle", "No CEUs and no fee are due.")]


def test_who_is_no_member_reads_the_other_price() -> None:
    shown = panel(record(*enough(), member=False), member(membership_until=date(2020, 10, 31)))
    assert shown.lines == [MoneyLine("CSCS", "$90.00", "certified in 2016, non-member price")]
    never = panel(record(*enough(), member=False), member(membership_until=None))
    assert never.lines == shown.lines


def test_the_late_fee_is_a_line_of_its_own() -> None:
    shown = panel(record(*enough(), as_of=LATE))
    assert shown.lines[1] == MoneyLine("Late fee", "$35.00", "Once for all your certifications")
    assert shown.button == "Pay $100.00"
    only_late = panel(record(*enough(), as_of=LATE, payments=(paid("2021-01-10"),)))
    assert [line.label for line in only_late.lines] == ["Late fee"]
    assert only_late.intro == "One fee for each certification. Ready now: CSCS."


def test_nothing_ready_says_what_is_missing_and_where_to_go() -> None:
    shown = panel(record(event("e", "2018-07-12", 10)))
    assert (shown.can_pay, shown.button, shown.total) == (False, "Pay Recertification Fees", "")
    assert (
        shown.intro
        == "One fee for each certification, taken once its CEUs are complete. Nothing is ready yet."
    )
    assert shown.missing == [LeftLine("CSCS needs 5.0 more CEUs, from A, B, C or D", "", "Report", "/report")]
    assert shown.effect == SEPARATE


def test_what_is_paid_is_green_and_by_name() -> None:
    shown = panel(record(*enough(), payments=(paid("2020-10-03"),)))
    assert shown.intro == "Everything is paid for this cycle."
    (notice,) = shown.complete
    assert (notice.title, notice.tone) == ("CSCS: Recertification Complete", "good")
    assert notice.lines[0].startswith("The recertification fee was paid on 3 October 2020.")
    assert shown.missing == []


def test_nothing_due_and_nothing_possible_are_said() -> None:
    assert panel(record(held=(NEW,))).intro == "Nothing is due this cycle, so there is no fee."
    closed = panel(record(*enough(), as_of=CLOSED))
    assert closed.intro == "Nothing can be paid for this cycle any more."
    assert closed.missing == [
        LeftLine(
            "CSCS expired, so its fee cannot be paid", "", "See why", "/overview?seal=CSCS&cycle=2018-2020"
        )
    ]


def test_what_the_organization_expired_is_neither_missing_nor_complete() -> None:
    who = member(expired_on=date(2020, 9, 1), cause=ExpiredCause.AUDIT)
    shown = panel(record(*enough(), payments=(paid("2020-08-03"),)), who)
    assert [line.text for line in shown.missing] == ["CSCS expired, so its fee cannot be paid"]
    assert shown.complete == []


def test_a_payment_under_way_cannot_be_paid_again() -> None:
    shown = panel(record(*enough()), under_way=CHARGE)
    assert (shown.can_pay, shown.button) == (False, "Pay Recertification Fees")
    assert shown.intro == "A payment is under way. Its fees cannot be paid twice."
    assert shown.complete[0].title == "A payment of $100.00 is under way"
    assert shown.complete[0].actions[0].href == "/receipt?number=R-2020-000123"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("membership", "a membership fee on 2 October 2020"),
        ("insurance", "an insurance fee on 2 October 2020"),
        ("rscc", "an RSCC fee on 2 October 2020"),
    ],
)
def test_another_fee_paid_instead_is_named(kind: str, words: str) -> None:
    shown = panel(record(*enough()), history=[payment(kind, date(2020, 10, 2))])
    assert shown.effect.endswith(f"You paid {words}. {SEPARATE}")


def test_another_fee_is_not_brought_up_where_it_misleads_nobody() -> None:
    other = payment("membership", date(2020, 10, 2))
    for history in (
        [other, payment("recertification", date(2020, 10, 3))],
        [payment("membership", date(2017, 10, 2))],
        [payment("membership", date(2020, 10, 2), refunded_on=date(2020, 10, 5))],
    ):
        assert "You paid" not in panel(record(*enough()), history=history).effect


def test_the_history_names_every_payment_and_what_it_does_not_do() -> None:
    history = [
        HistoryLine(
            "recertification", "CSCS", RULES.key, 6500, "USD", date(2020, 10, 3), None, "R-2020-000123"
        ),
        HistoryLine("late", None, RULES.key, 3500, "USD", date(2021, 1, 10), date(2021, 1, 12), None),
        payment("rscc", date(2020, 10, 2)),
    ]
    assert history_rows(history, rule_sets()) == [
        HistoryRow(
            "3 October 2020",
            "Recertification fee for CSCS, 2018\N{EN DASH}2020",
            "",
            "$65.00",
            "/receipt?number=R-2020-000123",
        ),
        HistoryRow(
            "10 January 2021",
            "Late fee, 2018\N{EN DASH}2020",
            "Refunded on 12 January 2021, so it no longer counts.",
            "$35.00",
        ),
        HistoryRow("2 October 2020", "RSCC fee", "A separate fee: it does not recertify.", "$70.00"),
    ]


@pytest.mark.parametrize("kind", PaymentKind)
def test_every_kind_of_payment_has_a_name(kind: PaymentKind) -> None:
    (row,) = history_rows([payment(kind.value, date(2020, 10, 2))], rule_sets())
    assert "fee" in row.what


def test_a_receipt_of_a_settled_charge_says_what_is_complete() -> None:
    settled = replace(CHARGE, status=ChargeStatus.SETTLED, settled_on=date(2021, 1, 16))
    shown = receipt(settled, "Sam Parker", rule_sets(), ("CSCS",))
    assert (shown.title, shown.tone, shown.name, shown.when) == (
        "Paid",
        "good",
        "Sam Parker",
        "16 January 2021",
    )
    assert shown.lines == [
        MoneyLine("Recertification fee for CSCS, 2018\N{EN DASH}2020", "$65.00", "Member price"),
        MoneyLine("Late fee, 2018\N{EN DASH}2020", "$35.00", "Once for all your certifications"),
    ]
    assert (shown.total, shown.how, shown.message) == ("$100.00", "Test payment: no money has moved.", "")
    assert shown.next_lines == [
        "CSCS is Recertification Complete.",
        "Keep your proof of the activities: you need it if you are drawn for the audit.",
    ]
    assert (
        receipt(settled, "Sam", rule_sets(), ("CSCS", "TSAC-F"))
        .next_lines[0]
        .startswith("CSCS and TSAC-F are")
    )
    assert receipt(settled, "Sam", rule_sets()).next_lines == []


def test_a_charge_without_an_answer_is_dated_by_its_start_where_the_rules_are_at_home() -> None:
    shown = receipt(replace(CHARGE, member_price=False, gateway="Northbank"), "Sam Parker", rule_sets())
    assert (shown.title, shown.tone, shown.when) == ("Payment under way", "warn", "15 January 2021")
    assert shown.lines[0].note == "Non-member price"
    assert shown.how == "Paid through Northbank."
    assert shown.message == "The bank is still deciding. Nothing needs to be paid again."
    assert receipt(replace(CHARGE, lines=()), "Sam", rule_sets()).when == "16 January 2021"


def test_a_declined_charge_leaves_the_fees_open() -> None:
    declined = replace(CHARGE, status=ChargeStatus.DECLINED)
    shown = receipt(declined, "Sam Parker", rule_sets())
    assert (shown.title, shown.tone) == ("Payment declined", "bad")
    assert shown.message == "The bank declined it. Nothing was charged."
    assert shown.next_lines == ["You can try again, or pay in another way: the fees are open again."]
    told = receipt(replace(declined, message="The card has expired."), "Sam", rule_sets())
    assert told.message == "The card has expired."


@pytest.mark.parametrize("status", ChargeStatus)
def test_every_state_of_a_charge_is_worded_without_codes(status: ChargeStatus) -> None:
    shown = receipt(replace(CHARGE, status=status), "Sam Parker", rule_sets(), ("CSCS",))
    assert shown.title
    assert not any("_" in text or "{" in text or "nsca-" in text for text in texts(shown))
