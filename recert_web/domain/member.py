"""What the portal knows of a member beside the record that is computed from."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from recert_web.domain.record import Activity


class ExpiredCause(StrEnum):
    """Why a certification was expired by the organisation."""

    REQUIREMENTS = "requirements"
    AUDIT = "audit"
    DOCUMENTS = "documents"


@dataclass(frozen=True, slots=True)
class HeldCertification:
    """A certification with what the organisation's register says of it."""

    code: str
    number: str
    certified_on: date
    expires_on: date
    earns_from: date | None = None
    expired_on: date | None = None
    expired_cause: ExpiredCause | None = None


@dataclass(frozen=True, slots=True)
class CprAedCard:
    """The CPR/AED card in the profile: a requirement, never CEUs."""

    provider: str
    issued_on: date
    expires_on: date
    has_skills_evaluation: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """An activity as stored: what is computed from, and what people read."""

    activity: Activity
    title: str
    rule_set: str  # the cycle it was reported into
    version: int
    entered_at: datetime
    provider: str = ""
    hours_in_all: int | None = None  # hundredths; quantity holds those in scope
    listing: int | None = None  # the approved home study it came from
    deleted: bool = False


class ChargeStatus(StrEnum):
    """Where a charge stands. STARTED and PENDING hold its fees so that nobody pays twice."""

    STARTED = "started"
    PENDING = "pending"
    SETTLED = "settled"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One fee as quoted or charged, in cents. `certification` is None for the late fee."""

    kind: str  # PaymentKind value
    certification: str | None
    rule_set: str
    cents: int


@dataclass(frozen=True, slots=True)
class Charge:
    """One attempt to pay, with its lines."""

    number: str  # shown on the receipt
    status: ChargeStatus
    lines: tuple[FeeLine, ...]
    cents: int
    currency: str
    started_at: datetime
    settled_on: date | None
    member_price: bool
    gateway: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One payment of any kind in the member's history."""

    kind: str
    certification: str | None
    rule_set: str
    cents: int
    currency: str
    paid_on: date
    refunded_on: date | None
    charge_number: str | None


@dataclass(frozen=True, slots=True)
class Member:
    """A person with what they hold."""

    person_id: int
    name: str
    membership_until: date | None
    certifications: tuple[HeldCertification, ...]
    card: CprAedCard | None
