"""JSON read strictly: no key twice, no floats, no half characters, no traceback."""

import re
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder

from recert_web.domain.faults import Fault, joined

HALF_CHARACTER = re.compile("[\ud800-\udfff]")
HALF = "holds half a character (a lone surrogate)"
LONGEST_KEY_SHOWN = 60
LONGEST_WHOLE_NUMBER = 15


class OddNumber:
    """A number that nothing here is: with a point or exponent, NaN, infinite, or enormous."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class KeysTwice(dict[str, object]):
    """An object that gives a key twice. The last value of each counts while reading on."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.pairs = pairs


class _KeyGivenTwice(Exception):
    """Leaves the fast reading for the one that keeps what is needed to tell where."""


def read_object(source: str | bytes, faults: list[Fault]) -> dict[str, object] | None:
    """The JSON object of a text, None where it is none; every fault of it as JSON is noted."""
    try:
        text = source if isinstance(source, str) else source.decode("utf-8")
        value = _decoded(text, faults)
        if isinstance(value, dict):
            return value
        faults.append(Fault("", "must be an object"))
    except UnicodeDecodeError:
        faults.append(Fault("", "is not UTF-8 text"))
    except JSONDecodeError as error:
        message = f"is not JSON: {error.msg}, line {error.lineno}, column {error.colno}"
        faults.append(Fault("", message))
    except RecursionError:
        faults.append(Fault("", "is nested too deeply"))
    return None


def shown(key: str) -> str:
    """A key as a fault's path may show it: not endless, and without half characters."""
    whole = key.encode("ascii", "backslashreplace").decode("ascii")
    return whole if len(whole) <= LONGEST_KEY_SHOWN else f"{whole[:LONGEST_KEY_SHOWN]}..."


def _decoded(text: str, faults: list[Fault]) -> object:
    try:
        value = _FAST.decode(text)
        whole = text.isascii() and "\\u" not in text
    except _KeyGivenTwice:
        value, whole = _KEEPING.decode(text), False
    if not whole:
        _inspect(value, faults)
    return value


def _inspect(top: object, faults: list[Fault]) -> None:
    """Note keys given twice and half characters, wherever they stand.

    A stack of iterators: as deep as the text is nested, however long its lists are.
    """
    open_values = [iter([("", top)])]
    while open_values:
        path, value = next(open_values[-1], (None, None))
        if path is None:
            open_values.pop()
        elif isinstance(value, str) and HALF_CHARACTER.search(value):
            faults.append(Fault(path, HALF))
        elif isinstance(value, list):
            open_values.append(_items(path, value))
        elif isinstance(value, dict):
            pairs = value.pairs if isinstance(value, KeysTwice) else list(value.items())
            _inspect_keys(path, [key for key, _ in pairs], faults)
            open_values.append(_members(path, pairs))


def _items(path: str, values: list[object]) -> Iterator[tuple[str, object]]:
    return ((f"{path}[{position}]", value) for position, value in enumerate(values))


def _members(path: str, pairs: list[tuple[str, object]]) -> Iterator[tuple[str, object]]:
    return ((joined(path, shown(key)), value) for key, value in pairs)


def _inspect_keys(path: str, keys: list[str], faults: list[Fault]) -> None:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            faults.append(Fault(joined(path, shown(key)), "is given twice"))
        elif HALF_CHARACTER.search(key):
            faults.append(Fault(joined(path, shown(key)), HALF))
        seen.add(key)


def _whole_number(text: str) -> int | OddNumber:
    return int(text) if len(text) <= LONGEST_WHOLE_NUMBER else OddNumber(text)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _KeyGivenTwice
    return found


def _keeping_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else KeysTwice(pairs)


def _decoder(of_pairs: object) -> JSONDecoder:
    return JSONDecoder(
        object_pairs_hook=of_pairs,  # type: ignore[arg-type]
        parse_float=OddNumber,
        parse_int=_whole_number,
        parse_constant=OddNumber,
    )


_FAST = _decoder(_object)
_KEEPING = _decoder(_keeping_object)
