"""Reading one table of a rulebook: kinds of values, unknown keys, and the source of every figure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from recert_web.domain.amounts import amount_from
from recert_web.domain.faults import Fault, joined
from recert_web.domain.rules import Mark, Source

Choice = TypeVar("Choice", bound=StrEnum)
DEFAULT_SOURCE, OWN_SOURCES = "source", "sources"
MISSING = "is missing"
NO_SOURCE = f"has no source: '{Mark.FAQ}: where it stands', or {Mark.WEB}, or {Mark.ASSUMED}"
AMOUNT = 'must be a decimal string such as "0.5"'


@dataclass(slots=True)
class Findings:
    """What one reading of a rulebook has found so far."""

    faults: list[Fault] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)

    def fault(self, path: str, message: str) -> None:
        """Note something wrong; reading goes on, so that all of it is told at once."""
        self.faults.append(Fault(path, message))


class Table:
    """One table. Each reading method answers a stand-in after noting a fault; `close` ends the reading."""

    __slots__ = ("_data", "_read", "findings", "path")

    def __init__(self, data: object, path: str, findings: Findings) -> None:
        if not isinstance(data, Mapping):
            findings.fault(path, MISSING if data is None else "must be a table")
        self._data: Mapping[str, object] = data if isinstance(data, Mapping) else {}
        self._read: list[str] = []
        self.path, self.findings = path, findings

    def fault(self, key: str, message: str) -> None:
        """Note something wrong with a key of this table."""
        self.findings.fault(joined(self.path, key), message)

    def value(self, key: str) -> object:
        """The value as it stands, None where it is not given."""
        self._read.append(key)
        return self._data.get(key)

    def has(self, key: str) -> bool:
        """Whether the key is given."""
        return key in self._data

    def text(self, key: str) -> str:
        """A text that is not empty."""
        found = self.value(key)
        if isinstance(found, str) and found.strip():
            return found
        self.fault(key, MISSING if found is None else "must be a text")
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        found = self.value(key)
        if isinstance(found, list) and found and all(isinstance(one, str) and one for one in found):
            return tuple(found)
        self.fault(key, MISSING if found is None else "must be a list of texts")
        return ()

    def day(self, key: str) -> date:
        """A day, written without quotes."""
        found = self.value(key)
        if isinstance(found, date) and not isinstance(found, datetime):
            return found
        self.fault(key, MISSING if found is None else "must be a date such as 2020-12-31")
        return date.min

    def whole(self, key: str) -> int:
        """A whole number, not negative."""
        found = self.value(key)
        if isinstance(found, int) and not isinstance(found, bool) and found >= 0:
            return found
        self.fault(key, MISSING if found is None else "must be a whole number")
        return 0

    def amount(self, key: str) -> int:
        """Hundredths of a CEU or cents, written as a decimal string."""
        found = self.value(key)
        amount = amount_from(found) if isinstance(found, str) else None
        if amount is None:
            self.fault(key, MISSING if found is None else AMOUNT)
        return amount or 0

    def flag(self, key: str) -> bool:
        """True or false, false where it is not given."""
        found = self.value(key)
        if found is None or isinstance(found, bool):
            return bool(found)
        self.fault(key, "must be true or false")
        return False

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        """One of a few words."""
        found = self.value(key)
        words = [choice.value for choice in choices]
        if isinstance(found, str) and found in words:
            return choices(found)
        self.fault(key, MISSING if found is None else f"must be one of {', '.join(words)}")
        return next(iter(choices))

    def rows(self, key: str) -> Mapping[str, object]:
        """The named tables below this one, by name."""
        found = self.value(key)
        if isinstance(found, Mapping) and found:
            return found
        self.fault(key, MISSING if found is None else "must be a table of tables")
        return {}

    def close(self, *apart: str) -> None:
        """Note keys that nobody reads, and the source of every key read but those in `apart`.

        Keys in `apart` hold tables with sources of their own.
        """
        for key in self._data:
            if key not in self._read and key not in (DEFAULT_SOURCE, OWN_SOURCES):
                self.fault(key, "is not a key of a rulebook")
        own = self._data.get(OWN_SOURCES, {})
        if not isinstance(own, Mapping):
            self.fault(OWN_SOURCES, "must be a table")
            own = {}
        for key in own:
            if key not in self._read or key in apart:
                self.fault(f"{OWN_SOURCES}.{key}", "names no figure of this table")
        for key in self._read:
            if key not in apart:
                self._note_source(key, own.get(key, self._data.get(DEFAULT_SOURCE)))

    def _note_source(self, key: str, written: object) -> None:
        source = source_from(written)
        if source is None:
            self.fault(key, NO_SOURCE)
            return
        value, path = self._data.get(key), joined(self.path, key)
        below = [joined(path, name) for name in value] if isinstance(value, Mapping) else []
        for one in below or [path]:
            self.findings.sources[one] = source


def source_from(written: object) -> Source | None:
    """The source behind "mark: where it stands", None where it is not written so."""
    if not isinstance(written, str):
        return None
    mark, _, text = written.partition(":")
    if mark not in {known.value for known in Mark} or not text.strip():
        return None
    return Source(Mark(mark), text.strip())
