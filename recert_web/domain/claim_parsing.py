"""Typed text to values. Each parser answers a value or raises Unreadable with a code and figures.

Numbers: digits with at most two decimals; a comma is read as the decimal point ("1,5"), but never with
three digits after it, which might mean thousands. Days: YYYY-MM-DD, as a date field sends them.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from recert_web.domain.claim import FaultCode

NUMBER = re.compile(r"(?P<sign>[+-]?)(?P<whole>[0-9]*)(?:(?P<point>[.,])(?P<decimals>[0-9]+))?")
DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
DIGITS_READ = 12  # more digits than any limit needs: too large, whatever they say
# They reorder what stands after them: a title could show another than it holds.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Unreadable(Exception):
    """Raised inside reading only: what is wrong with one field."""

    def __init__(self, code: FaultCode, figures: Mapping[str, int | str | date] | None = None) -> None:
        """Keep the code and the figures for the fault."""
        super().__init__(code)
        self.code = code
        self.figures = figures or {}


def hundredths_of(text: str, limit: int) -> int:
    """A decimal in hundredths, more than 0 and at most `limit`."""
    match = NUMBER.fullmatch(text)
    if match is None or not (match["whole"] or match["decimals"]):
        raise Unreadable(FaultCode.NUMBER_MALFORMED)
    decimals = match["decimals"] or ""
    if len(decimals) > 2:
        thousands = match["point"] == ","
        raise Unreadable(FaultCode.NUMBER_MALFORMED if thousands else FaultCode.TOO_MANY_DECIMALS)
    if match["sign"] == "-":
        raise Unreadable(FaultCode.NOT_POSITIVE)
    whole = match["whole"].lstrip("0")
    value = limit + 1 if len(whole) > DIGITS_READ else int(whole + decimals.ljust(2, "0"))
    if value == 0:
        raise Unreadable(FaultCode.NOT_POSITIVE)
    if value > limit:
        raise Unreadable(FaultCode.TOO_LARGE, {"limit": limit})
    return value


def day_of(text: str) -> date:
    """A day that exists."""
    match = DAY.fullmatch(text)
    if match is None:
        raise Unreadable(FaultCode.DATE_MALFORMED)
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise Unreadable(FaultCode.DATE_IMPOSSIBLE) from None


def line_of(text: str, limit: int) -> str:
    """One line of text without control characters."""
    if len(text) > limit:
        raise Unreadable(FaultCode.TOO_LONG, {"limit": limit})
    if any(unicodedata.category(letter) in ("Cc", "Cs") or letter in TURNING for letter in text):
        raise Unreadable(FaultCode.CONTROL_CHARACTERS)
    return text


def answer_of(text: str) -> bool:
    """Yes or no."""
    if text not in ("yes", "no"):
        raise Unreadable(FaultCode.ANSWER_MALFORMED)
    return text == "yes"
