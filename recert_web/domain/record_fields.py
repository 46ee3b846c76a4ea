"""Reading one object of a record: each field's kind and limits, every fault noted."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from recert_web.domain.amounts import amount_from, amount_text
from recert_web.domain.faults import Fault, joined
from recert_web.domain.json_reading import shown

Choice = TypeVar("Choice", bound=StrEnum)
Row = TypeVar("Row")
ABSENT = object()
DAY_LENGTH = len("2020-12-31")


class Fields:
    """One object. Reading methods answer None after noting a fault, and for a field that is not given."""

    __slots__ = ("data", "faults", "path")

    def __init__(
        self, data: dict[str, object], path: str, known: frozenset[str], faults: list[Fault]
    ) -> None:
        self.data, self.path, self.faults = data, path, faults
        if not data.keys() <= known:
            for key in data:
                if key not in known:
                    self.fault(shown(key), "is not a key of the record format")

    def fault(self, key: str, message: str) -> None:
        """Note something wrong with a field."""
        self.faults.append(Fault(joined(self.path, key), message))

    def has(self, key: str) -> bool:
        """Whether the field is given."""
        return key in self.data

    def text(self, key: str, required: bool = True) -> str | None:
        """A text that is not empty."""
        found = self.data.get(key, ABSENT)
        if isinstance(found, str) and found:
            return found
        if found is not ABSENT:
            self.fault(key, "must not be empty" if found == "" else "must be a text")
        elif required:
            self.fault(key, "is missing")
        return None

    def day(self, key: str, required: bool = True) -> date | None:
        """A day, written as YYYY-MM-DD."""
        found = self.data.get(key, ABSENT)
        day = day_from(found) if isinstance(found, str) else None
        if day is None and found is not ABSENT:
            self.fault(key, "must be a date that exists, written as YYYY-MM-DD")
        elif day is None and required:
            self.fault(key, "is missing")
        return day

    def amount(self, key: str, most: int) -> int | None:
        """Hundredths above 0 and up to `most`, written as a decimal string."""
        found = self.data.get(key, ABSENT)
        amount = amount_from(found) if isinstance(found, str) else None
        if amount is not None and 0 < amount <= most:
            return amount
        limits = f"above 0 and up to {amount_text(most)}"
        if found is ABSENT:
            self.fault(key, "is missing")
        elif amount is None:
            self.fault(key, f'must be a decimal string such as "2.5" with at most two places, {limits}')
        else:
            self.fault(key, f"must be {limits}")
        return None

    def whole(self, key: str, most: int) -> int | None:
        """A whole number from 0 to `most`."""
        found = self.data.get(key, ABSENT)
        if isinstance(found, int) and not isinstance(found, bool) and 0 <= found <= most:
            return found
        self.fault(key, "is missing" if found is ABSENT else f"must be a whole number from 0 to {most}")
        return None

    def flag(self, key: str) -> bool:
        """True or false; false where it is not given."""
        found = self.data.get(key, False)
        if not isinstance(found, bool):
            self.fault(key, "must be true or false")
        return found is True

    def choice(self, key: str, choices: type[Choice]) -> Choice | None:
        """One of a few words."""
        found = self.data.get(key)
        if isinstance(found, str):
            for choice in choices:
                if choice.value == found:
                    return choice
        self.fault(key, f"must be one of {', '.join(choices)}" if self.has(key) else "is missing")
        return None

    def rows(self, key: str, row: Callable[["Fields"], Row | None], known: frozenset[str]) -> tuple[Row, ...]:
        """The objects of a list, each read by `row`; empty where the list is not given."""
        found = self.data.get(key, [])
        if not isinstance(found, list):
            self.fault(key, "must be a list")
            return ()
        read: list[Row] = []
        for position, data in enumerate(found):
            path = f"{key}[{position}]"
            if isinstance(data, dict):
                if (one := row(Fields(data, path, known, self.faults))) is not None:
                    read.append(one)
            else:
                self.faults.append(Fault(path, "must be an object"))
        return tuple(read)


def day_from(text: str) -> date | None:
    """The day behind YYYY-MM-DD, None where there is no such day or it is written otherwise."""
    return _day_from(text) if len(text) == DAY_LENGTH else None


# Apart from the length check, so that the cache holds no endless text.
@lru_cache(maxsize=4096)
def _day_from(text: str) -> date | None:
    if text[4] != "-" or text[7] != "-" or not text.isascii():
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
