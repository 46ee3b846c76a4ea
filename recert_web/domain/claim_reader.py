"""Typed texts read field by field: values where they can be read, a fault where they cannot."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from recert_web.domain.claim import ClaimFault, ClaimField, FaultCode, FieldKind, HomeStudy
from recert_web.domain.claim_parsing import Unreadable, answer_of, day_of, hundredths_of, line_of

LONGEST_LINE = 200  # characters of a title or a provider
# The limits of the record format, in hundredths.
LARGEST_QUANTITY = 100_000
LARGEST_CEU = 2_000

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class TypedValues:
    """What could be read so far. None: not asked, left empty, or unreadable."""

    title: str | None
    provider: str | None
    started_on: date | None
    completed_on: date | None
    quantity: int | None
    hours_in_all: int | None
    ceu: int | None
    in_scope_for: tuple[str, ...] | None
    listing: HomeStudy | None
    answers: Mapping[str, bool]


@dataclass(slots=True)
class ClaimReader:
    """Reads the fields of one form from what was typed and collects the faults."""

    fields: Mapping[str, ClaimField]
    typed: Mapping[str, str]
    codes_held: Sequence[str]
    listing: HomeStudy | None
    faults: list[ClaimFault] = field(default_factory=list)

    def values(self) -> TypedValues:
        """Everything the form asks for."""
        listing = self._read("listing", self._listing)
        return TypedValues(
            title=listing.title if listing else self._read("title", _line),
            provider=listing.provider if listing else self._read("provider", _line),
            started_on=self._read("started_on", day_of),
            completed_on=self._read("completed_on", day_of),
            quantity=self._read("quantity", _quantity),
            hours_in_all=self._read("hours_in_all", _quantity),
            ceu=listing.ceu if listing else self._read("ceu", _ceu),
            in_scope_for=self._scope(),
            listing=listing,
            answers=dict(self._answers()),
        )

    def _read(self, name: str, parse: Callable[[str], Value]) -> Value | None:
        asked = self.fields.get(name)
        if asked is None or asked.kind is FieldKind.LOCKED or not self._is_asked(asked):
            return None
        text = self.typed.get(name, "").strip()
        if text:
            return self._parsed(name, text, parse)
        if asked.required:
            self.faults.append(ClaimFault(name, FaultCode.MISSING))
        return None

    def _is_asked(self, asked: ClaimField) -> bool:
        if asked.only_if is None:
            return True
        name, answer = asked.only_if
        return self.typed.get(name, "").strip() == answer

    def _parsed(self, name: str, text: str, parse: Callable[[str], Value]) -> Value | None:
        try:
            return parse(text)
        except Unreadable as wrong:
            self.faults.append(ClaimFault(name, wrong.code, wrong.figures))
            return None

    def _answers(self) -> list[tuple[str, bool]]:
        questions = [name for name, asked in self.fields.items() if asked.kind is FieldKind.YES_NO]
        answers = [(name, self._read(name, answer_of)) for name in questions]
        return [(name, answer) for name, answer in answers if answer is not None]

    def _listing(self, text: str) -> HomeStudy:
        if self.listing is None or text != str(self.listing.id):
            raise Unreadable(FaultCode.UNKNOWN_LISTING)
        return self.listing

    def _scope(self) -> tuple[str, ...] | None:
        typed = self.typed.get("in_scope_for")
        if typed is None or "in_scope_for" not in self.fields:
            return None
        return self._parsed("in_scope_for", typed, self._ticked)

    def _ticked(self, text: str) -> tuple[str, ...] | None:
        # All ticked is stored as "all", so that a certification earned later is not shut out.
        codes = frozenset(text.split())
        if not codes <= frozenset(self.codes_held):
            raise Unreadable(FaultCode.UNKNOWN_CERTIFICATION)
        if not codes:
            raise Unreadable(FaultCode.NOT_THIS_TYPE)
        chosen = tuple(code for code in self.codes_held if code in codes)
        return None if len(chosen) == len(self.codes_held) else chosen


def _line(text: str) -> str:
    return line_of(text, LONGEST_LINE)


def _quantity(text: str) -> int:
    return hundredths_of(text, LARGEST_QUANTITY)


def _ceu(text: str) -> int:
    return hundredths_of(text, LARGEST_CEU)
