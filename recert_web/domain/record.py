"""A member's record as the engine reads it. Amounts and quantities are integer hundredths."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EntrySource(StrEnum):
    """Who entered an activity."""

    MEMBER = "member"
    STAFF = "staff"


class PaymentKind(StrEnum):
    """What a payment was for. Only RECERTIFICATION and LATE bear on a status."""

    RECERTIFICATION = "recertification"
    LATE = "late"
    MEMBERSHIP = "membership"
    INSURANCE = "insurance"
    RSCC = "rscc"


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity. `quantity` is hours or credit hours, `ceu` a stated value, both in hundredths."""

    id: str
    type: str
    completed_on: date
    started_on: date | None = None
    quantity: int | None = None
    ceu: int | None = None
    score: int | None = None
    ref: str | None = None  # the same type and ref: the same activity entered twice
    source: EntrySource = EntrySource.MEMBER
    in_scope_for: tuple[str, ...] | None = None  # certification codes; None: all
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Certification:
    """A certification held. Activities count only from `earns_from` where that is given."""

    code: str
    certified_on: date
    earns_from: date | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """A settled payment."""

    kind: PaymentKind
    paid_on: date
    certification: str | None = None
    refunded_on: date | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a member on a day, for one cycle. Activities stand in entry order."""

    rule_set: str
    as_of: date
    certifications: tuple[Certification, ...]
    nsca_member: bool = False
    activities: tuple[Activity, ...] = ()
    payments: tuple[Payment, ...] = ()
