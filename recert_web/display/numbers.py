"""Amounts, money, days and counts as people read them."""

from collections.abc import Iterable
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
COUNTS = ("no", "one", "two", "three", "four", "five")
SIGNS = {"USD": "$"}
EN_DASH = "\N{EN DASH}"


def ceu(hundredths: int) -> str:
    """An amount of CEUs in tenths, with the hundredths only where there are any: "4.7", "0.25"."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest // 10}" if rest % 10 == 0 else f"{whole}.{rest:02d}"


def ceus(hundredths: int) -> str:
    """An amount with its unit: "1.3 CEUs", "1.0 CEU"."""
    return f"{ceu(hundredths)} CEU" if hundredths == 100 else f"{ceu(hundredths)} CEUs"


def quantity(hundredths: int, unit: str) -> str:
    """Hours or credit hours with their unit, without idle decimals: "20 hours", "1 hour", "2.5 hours"."""
    whole, rest = divmod(hundredths, 100)
    number = f"{whole}.{rest:02d}".rstrip("0") if rest else str(whole)
    return f"{number} {unit}" if hundredths == 100 else f"{number} {unit}s"


def bare(hundredths: int) -> str:
    """The number of a quantity without its unit: "20", "2.5"."""
    return quantity(hundredths, "").split(" ")[0]


def money(cents: int, currency: str) -> str:
    """An amount of money: "$55.00"; a currency without a sign here stands behind: "55.00 CHF"."""
    amount = f"{cents // 100:,}.{cents % 100:02d}"
    sign = SIGNS.get(currency)
    return f"{sign}{amount}" if sign else f"{amount} {currency}"


def day(one: date) -> str:
    """A day: "14 May 2026"."""
    return f"{one.day} {month(one)}"


def month(one: date) -> str:
    """The month of a day: "May 2026"."""
    return f"{MONTHS[one.month - 1]} {one.year}"


def span(start: date, end: date) -> str:
    """The days from one to another: "12 to 14 May 2026", "30 April to 2 May 2026", "14 May 2026"."""
    if start == end:
        return day(end)
    if start.year != end.year:
        return f"{day(start)} to {day(end)}"
    if start.month != end.month:
        return f"{start.day} {MONTHS[start.month - 1]} to {day(end)}"
    return f"{start.day} to {day(end)}"


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 day", "2 days"."""
    return f"{count} {one}" if count == 1 else f"{count:,} {many or one + 's'}"


def in_words(count: int) -> str:
    """A small count as a word: "two"; a large one in digits."""
    return COUNTS[count] if count < len(COUNTS) else str(count)


def joined(words: Iterable[str], last: str) -> str:
    """Words in a row: "A, B or C" with `last` "or", "A" alone, "" for none."""
    row = list(words)
    return f" {last} ".join(filter(None, (", ".join(row[:-1]), *row[-1:])))


def cycle_name(name: str) -> str:
    """A cycle's name with an en dash between its years."""
    return name.replace("-", EN_DASH)


def sentence(words: str) -> str:
    """Words as a sentence: a capital first and a full stop at the end."""
    return f"{words[:1].upper()}{words[1:]}."
