"""Amounts outside are decimal strings, inside whole hundredths (of a CEU, an hour, a dollar)."""

from functools import lru_cache

HUNDREDTHS = 100
PLACES = 2
# Longer strings of digits are no amount of anything here, and would be slow to convert.
LONGEST = 12


@lru_cache(maxsize=4096)
def amount_text(hundredths: int) -> str:
    """An amount of 0 or more with two decimal places: 670 is "6.70"."""
    whole, rest = divmod(hundredths, HUNDREDTHS)
    return f"{whole}.{rest:02d}"


def amount_from(text: str) -> int | None:
    """The hundredths of a decimal string such as "20" or "2.5"; None where it is not one.

    Digits with at most two decimal places, no sign, no exponent, no spaces.
    """
    return _amount_from(text) if len(text) <= LONGEST else None


# Apart from the length check, so that the cache holds no endless text.
@lru_cache(maxsize=4096)
def _amount_from(text: str) -> int | None:
    whole, point, places = text.partition(".")
    if not text.isascii() or not whole.isdigit():
        return None
    if point and not (places.isdigit() and len(places) <= PLACES):
        return None
    return int(whole) * HUNDREDTHS + int(places.ljust(PLACES, "0"))
