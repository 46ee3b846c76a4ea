"""What an address asks for. Addresses are typed by anyone: unknown values mean nothing."""

from enum import StrEnum
from typing import TypeVar

import reflex as rx

Kind = TypeVar("Kind", bound=StrEnum)
_MOST_DIGITS = 6
_TOO_LARGE = 2**31


def plain(text: str) -> str:
    """A text with a sign for what no database and no address can carry: NUL, and halves of a letter."""
    return text.encode(errors="replace").decode().replace("\0", "?")


def asked(state: rx.State) -> dict[str, str]:
    """What the address of the page asks for, by name."""
    return {name: plain(text) for name, text in state.router.url.query_parameters.items()}


def page_number(text: str) -> int:
    """A page from an address; 1 for anything that is no page."""
    plain = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    return max(1, int(text)) if plain else 1


def whole(number: object) -> int:
    """A whole number that a handler was sent, -1 for anything else: hints of handlers do not check."""
    if isinstance(number, bool) or not isinstance(number, int):
        return -1
    return number if 0 <= number < _TOO_LARGE else -1


def one_of(kinds: type[Kind], text: str, otherwise: Kind) -> Kind:
    """The member of an enum that an address names, else `otherwise`."""
    return kinds(text) if text in list(kinds) else otherwise
