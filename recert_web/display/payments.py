"""Payments made: the history and the receipt of one charge."""

from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from recert_web.display import links
from recert_web.display.fee_words import ONCE, fee_name, is_separate
from recert_web.display.numbers import all_of, cycle_name, day, money
from recert_web.display.shapes import HistoryRow, MoneyLine, Receipt
from recert_web.domain.member import Charge, ChargeStatus, FeeLine, HistoryLine
from recert_web.domain.rules import RuleSet

TITLES = {
    ChargeStatus.STARTED: "Payment started",
    ChargeStatus.PENDING: "Payment under way",
    ChargeStatus.SETTLED: "Paid",
    ChargeStatus.DECLINED: "Payment declined",
}
TONES = {
    ChargeStatus.STARTED: "warn",
    ChargeStatus.PENDING: "warn",
    ChargeStatus.SETTLED: "good",
    ChargeStatus.DECLINED: "bad",
}
MESSAGES = {
    ChargeStatus.STARTED: "Its answer has not come yet. Nothing needs to be paid again.",
    ChargeStatus.PENDING: "The bank is still deciding. Nothing needs to be paid again.",
    ChargeStatus.SETTLED: "",
    ChargeStatus.DECLINED: "The bank declined it. Nothing was charged.",
}
TEST_GATEWAY = "Test payment: no money has moved."
SEPARATE_EFFECT = "A separate fee: it does not recertify."


def history_rows(history: Iterable[HistoryLine], rule_sets: Sequence[RuleSet]) -> list[HistoryRow]:
    """Payments of every kind, in the order given, with what a separate fee does not do."""
    return [
        HistoryRow(
            when=day(line.paid_on),
            what=_named(line.kind, line.certification, line.rule_set, rule_sets),
            effect=_effect(line),
            amount=money(line.cents, line.currency),
            href=links.receipt(line.charge_number) if line.charge_number else "",
        )
        for line in history
    ]


def _effect(line: HistoryLine) -> str:
    if line.refunded_on:
        return f"Refunded on {day(line.refunded_on)}, so it no longer counts."
    return SEPARATE_EFFECT if is_separate(line.kind) else ""


def receipt(
    charge: Charge, member_name: str, rule_sets: Sequence[RuleSet], complete_codes: Sequence[str] = ()
) -> Receipt:
    """A charge as a receipt, whatever became of it. `complete_codes` are complete since it was paid."""
    return Receipt(
        number=charge.number,
        title=TITLES[charge.status],
        tone=TONES[charge.status],
        name=member_name,
        when=_when(charge, rule_sets),
        lines=[_line(charge, line, rule_sets) for line in charge.lines],
        total=money(charge.cents, charge.currency),
        how=TEST_GATEWAY if charge.gateway == "test" else f"Paid through {charge.gateway}.",
        message=charge.message or MESSAGES[charge.status],
        next_lines=_next_lines(charge, complete_codes),
    )


def _when(charge: Charge, rule_sets: Sequence[RuleSet]) -> str:
    """The day it was settled, else the day it was started, in the time zone of the rules."""
    if charge.settled_on:
        return day(charge.settled_on)
    zones = {rules.key: rules.time_zone for rules in rule_sets}
    zone = zones.get(charge.lines[0].rule_set, "UTC") if charge.lines else "UTC"
    return day(charge.started_at.astimezone(ZoneInfo(zone)).date())


def _line(charge: Charge, line: FeeLine, rule_sets: Sequence[RuleSet]) -> MoneyLine:
    price = "Member price" if charge.member_price else "Non-member price"
    name = _named(line.kind, line.certification, line.rule_set, rule_sets)
    return MoneyLine(name, money(line.cents, charge.currency), price if line.certification else ONCE)


def _named(kind: str, certification: str | None, key: str, rule_sets: Sequence[RuleSet]) -> str:
    """A fee with its cycle; membership, insurance and RSCC belong to none."""
    name = fee_name(kind, certification)
    if is_separate(kind):
        return name
    cycles = [cycle_name(rules.name) for rules in rule_sets if rules.key == key]
    return ", ".join([name, *cycles])


def _next_lines(charge: Charge, complete_codes: Sequence[str]) -> list[str]:
    if charge.status is ChargeStatus.DECLINED:
        return ["You can try again, or pay in another way: the fees are open again."]
    if charge.status is not ChargeStatus.SETTLED:
        return ["This page shows the answer as soon as it has come."]
    if not complete_codes:
        return []
    are = "is" if len(complete_codes) == 1 else "are"
    return [
        f"{all_of(complete_codes)} {are} Recertification Complete.",
        "Keep your proof of the activities: you need it if you are drawn for the audit.",
    ]
