"""What a member types when reporting CEUs, and what reading it can give.

Amounts and hours are integer hundredths. Wording belongs to `display`: here are only codes and figures.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field as made
from datetime import date
from enum import StrEnum

from recert_web.domain.record import Activity


class FieldKind(StrEnum):
    """How a field of the form is filled."""

    TEXT = "text"
    DATE = "date"
    DECIMAL = "decimal"
    CHOICE = "choice"  # one of the approved home studies, by id
    YES_NO = "yesno"  # "yes" or "no"
    TICKS = "ticks"  # certification codes separated by spaces
    LOCKED = "locked"  # shown, never typed


class LockedWhy(StrEnum):
    """Why a value cannot be typed."""

    FIXED = "fixed"  # the same for every activity of the type
    LISTED = "listed"  # the approved list states it
    COMPUTED = "computed"  # from the hours typed, at the type's rate


@dataclass(frozen=True, slots=True)
class ClaimField:
    """One field of the form. A locked one carries its hundredths where they are known, and why."""

    name: str
    kind: FieldKind
    required: bool = True
    hundredths: int | None = None
    why: LockedWhy | None = None
    only_if: tuple[str, str] | None = None  # asked only when that field has that value


@dataclass(frozen=True, slots=True)
class HomeStudy:
    """One line of the pre-approved list: `ceu` in hundredths, both days of its validity included."""

    id: int
    provider: str
    title: str
    ceu: int
    approval_number: str
    valid_from: date
    valid_until: date


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A form as typed: field name to text. `in_scope_for` missing means every certification."""

    type: str
    values: Mapping[str, str]


class FaultCode(StrEnum):
    """What is wrong with a field. The figures a sentence needs stand beside the code."""

    MISSING = "missing"
    NUMBER_MALFORMED = "number_malformed"
    TOO_MANY_DECIMALS = "too_many_decimals"
    NOT_POSITIVE = "not_positive"
    TOO_LARGE = "too_large"  # figures: limit, in hundredths
    DATE_MALFORMED = "date_malformed"
    DATE_IMPOSSIBLE = "date_impossible"
    ENDS_BEFORE_START = "ends_before_start"  # figures: started_on
    MORE_IN_SCOPE_THAN_IN_ALL = "more_in_scope_than_in_all"  # figures: hours_in_all, in hundredths
    TOO_LONG = "too_long"  # figures: limit, in characters
    CONTROL_CHARACTERS = "control_characters"
    ANSWER_MALFORMED = "answer_malformed"  # neither yes nor no
    UNKNOWN_CERTIFICATION = "unknown_certification"
    UNKNOWN_LISTING = "unknown_listing"
    NOT_APPROVED_THEN = "not_approved_then"  # figures: valid_from, valid_until
    NOT_THIS_TYPE = "not_this_type"
    UNKNOWN_TYPE = "unknown_type"
    REPORTED_FOR_YOU = "reported_for_you"  # the type's route says by whom
    CYCLE_CLOSED = "cycle_closed"  # figures: first_day that may still be reported, where there is one


@dataclass(frozen=True, slots=True)
class ClaimFault:
    """One fault, at the field it belongs to ("type" for the choice of activity)."""

    field: str
    code: FaultCode
    figures: Mapping[str, int | str | date] = made(default_factory=dict)
    better_type: str | None = None  # the type this can be reported as instead


@dataclass(frozen=True, slots=True)
class ClaimFaults:
    """A claim that is not saved, with every fault in it, in the order of the form."""

    faults: tuple[ClaimFault, ...]


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """A well-formed claim. It is accepted even where it will not count."""

    type: str
    title: str
    provider: str
    completed_on: date
    started_on: date | None = None
    quantity: int | None = None
    hours_in_all: int | None = None
    ceu: int | None = None
    in_scope_for: tuple[str, ...] | None = None
    listing: int | None = None

    def as_activity(self, activity_id: str) -> Activity:
        """What the engine computes from."""
        return Activity(
            id=activity_id,
            type=self.type,
            completed_on=self.completed_on,
            started_on=self.started_on,
            quantity=self.quantity,
            ceu=self.ceu,
            in_scope_for=self.in_scope_for,
        )


@dataclass(frozen=True, slots=True)
class DraftReading:
    """A draft while it is being filled: what can be computed already, and what is wrong so far.

    `activity` is None until the day and the value can be read. Empty fields are no faults here.
    """

    activity: Activity | None
    faults: tuple[ClaimFault, ...]


class RefusalCode(StrEnum):
    """Why something well-formed may not be done to a stored entry."""

    STAFF_ENTRY = "staff_entry"
    STRUCK = "struck"
    CYCLE_CLOSED = "cycle_closed"
    NOT_FOUND = "not_found"
    NOTHING_HELD = "nothing_held"  # no certification in the cycle to report for


@dataclass(frozen=True, slots=True)
class Refusal:
    """A member's mistake as a value."""

    code: RefusalCode
