"""What an address asks for. Addresses are typed by anyone: unknown values mean nothing."""

from enum import StrEnum
from typing import TypeVar

Kind = TypeVar("Kind", bound=StrEnum)
_MOST_DIGITS = 6


def page_number(text: str) -> int:
    """A page from an address; 1 for anything that is no page."""
    plain = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    return max(1, int(text)) if plain else 1


def whole(number: object) -> int:
    """A whole number that a handler was sent, -1 for anything else: hints of handlers do not check."""
    return number if isinstance(number, int) and not isinstance(number, bool) else -1


def one_of(kinds: type[Kind], text: str, otherwise: Kind) -> Kind:
    """The member of an enum that an address names, else `otherwise`."""
    return kinds(text) if text in list(kinds) else otherwise
