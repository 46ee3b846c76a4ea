"""Amounts, money and days as people read them."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from recert_web.display import numbers
from recert_web.domain.amounts import amount_from


@pytest.mark.parametrize(
    ("hundredths", "text"), [(0, "0.0"), (470, "4.7"), (600, "6.0"), (25, "0.25"), (1005, "10.05")]
)
def test_ceus_stand_in_tenths_with_hundredths_only_where_there_are_any(hundredths: int, text: str) -> None:
    assert numbers.ceu(hundredths) == text


@given(st.integers(0, 100_000))
def test_an_amount_reads_back_as_it_was(hundredths: int) -> None:
    assert amount_from(numbers.ceu(hundredths)) == hundredths
    assert amount_from(numbers.bare(hundredths)) == hundredths


def test_one_ceu_is_singular_and_any_other_amount_plural() -> None:
    assert [numbers.ceus(amount) for amount in (50, 100, 110)] == ["0.5 CEUs", "1.0 CEU", "1.1 CEUs"]


def test_hours_have_no_idle_decimals() -> None:
    shown = [numbers.quantity(amount, "hour") for amount in (100, 2000, 250, 25)]
    assert shown == ["1 hour", "20 hours", "2.5 hours", "0.25 hours"]


def test_money_has_its_sign_where_the_currency_has_one() -> None:
    assert numbers.money(5500, "USD") == "$55.00"
    assert numbers.money(123405, "USD") == "$1,234.05"
    assert numbers.money(5500, "EUR") == "€55.00"


def test_a_day_and_a_month_are_written_out() -> None:
    assert numbers.day(date(2026, 5, 14)) == "14 May 2026"
    assert numbers.month(date(2020, 12, 1)) == "December 2020"


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (date(2026, 5, 14), "14 May 2026"),
        (date(2026, 5, 12), "12 to 14 May 2026"),
        (date(2026, 4, 30), "30 April to 14 May 2026"),
        (date(2025, 12, 30), "30 December 2025 to 14 May 2026"),
    ],
)
def test_a_span_says_month_and_year_no_more_often_than_needed(start: date, words: str) -> None:
    assert numbers.span(start, date(2026, 5, 14)) == words


def test_counts_agree_with_their_noun() -> None:
    assert [numbers.days(count) for count in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
    assert [numbers.activities(count) for count in (1, 3000)] == ["1 activity", "3,000 activities"]


def test_small_counts_are_words_and_large_ones_digits() -> None:
    assert [numbers.in_words(count) for count in (1, 2, 12)] == ["one", "two", "12"]


def test_words_are_joined_with_commas_and_a_last_word() -> None:
    assert [numbers.either(row) for row in ("", "A", "AB", "ABC")] == ["", "A", "A or B", "A, B or C"]
    assert numbers.all_of("ABC") == "A, B and C"


def test_a_cycle_has_an_en_dash() -> None:
    assert numbers.cycle_name("2018-2020") == "2018\N{EN DASH}2020"
