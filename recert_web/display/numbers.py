"""Amounts, money, days and counts as people of the language spoken read them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from babel.numbers import format_currency

from recert_web.wording import later, say, say_count, spoken

COUNTS = (later("no"), later("one"), later("two"), later("three"), later("four"), later("five"))
UNITS = {
    "hour": (later("{amount} hour"), later("{amount} hours")),
    "semester hour": (later("{amount} semester hour"), later("{amount} semester hours")),
    "quarter hour": (later("{amount} quarter hour"), later("{amount} quarter hours")),
}
EN_DASH = "\N{EN DASH}"


def ceu(hundredths: int) -> str:
    """An amount of CEUs in tenths, with the hundredths only where there are any: "4.7", "0.25"."""
    whole, rest = divmod(hundredths, 100)
    decimals = str(rest // 10) if rest % 10 == 0 else f"{rest:02d}"
    return f"{whole}{spoken().decimal}{decimals}"


def ceus(hundredths: int) -> str:
    """An amount with its unit: "1.3 CEUs", "1.0 CEU"."""
    return (
        say("{amount} CEU", amount=ceu(hundredths))
        if hundredths == 100
        else say("{amount} CEUs", amount=ceu(hundredths))
    )


def quantity(hundredths: int, unit: str) -> str:
    """Hours or credit hours with the rulebook's unit, without idle decimals: "20 hours", "2.5 hours"."""
    one, many = UNITS.get(unit, (f"{{amount}} {unit}", f"{{amount}} {unit}s"))
    return say(one if hundredths == 100 else many, amount=bare(hundredths))


def bare(hundredths: int) -> str:
    """The number of a quantity without its unit: "20", "2.5"."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole}{spoken().decimal}{rest:02d}".rstrip("0") if rest else str(whole)


def money(cents: int, currency: str) -> str:
    """An amount of money: "$55.00"."""
    return format_currency(Decimal(cents).scaleb(-2), currency, locale=spoken().locale)


def day(one: date) -> str:
    """A day: "14 May 2026"."""
    return say("{day} {month} {year}", day=one.day, month=_month(one), year=one.year)


def month(one: date) -> str:
    """The month of a day: "May 2026"."""
    return say("{month} {year}", month=_month(one), year=one.year)


def span(start: date, end: date) -> str:
    """The days from one to another: "12 to 14 May 2026", "30 April to 2 May 2026", "14 May 2026"."""
    if start == end:
        return day(end)
    if start.year != end.year:
        return say("{start} to {end}", start=day(start), end=day(end))
    if start.month != end.month:
        begins = say("{day} {month}", day=start.day, month=_month(start))
        return say("{start} to {end}", start=begins, end=day(end))
    return say(
        "{first} to {last} {month} {year}",
        first=start.day, last=end.day, month=_month(end), year=end.year,
    )  # fmt: skip


def days(count: int) -> str:
    """A number of days: "1 day", "2 days"."""
    return say_count(count, "{count} day", "{count} days")


def activities(count: int) -> str:
    """A number of activities: "1 activity", "2 activities"."""
    return say_count(count, "{count} activity", "{count} activities")


def in_words(count: int) -> str:
    """A small count as a word: "two"; a large one in digits."""
    return say(COUNTS[count]) if count < len(COUNTS) else str(count)


def either(words: Iterable[str]) -> str:
    """Words of which one is enough: "A, B or C", "A" alone, "" for none."""
    return _joined(list(words), later("{words} or {last}"))


def all_of(words: Iterable[str]) -> str:
    """Words that go together: "A, B and C", "A" alone, "" for none."""
    return _joined(list(words), later("{words} and {last}"))


def cycle_name(name: str) -> str:
    """A cycle's name with an en dash between its years."""
    return name.replace("-", EN_DASH)


def sentence(words: str) -> str:
    """Words as a sentence: a capital first and a full stop at the end."""
    return f"{words[:1].upper()}{words[1:]}."


def _joined(row: list[str], pattern: str) -> str:
    if len(row) < 2:
        return "".join(row)
    return say(pattern, words=", ".join(row[:-1]), last=row[-1])


def _month(one: date) -> str:
    return spoken().months[one.month - 1]
