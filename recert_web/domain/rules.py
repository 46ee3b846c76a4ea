"""The rules of one cycle as values: what the rulebook says, and where each figure comes from.

CEU amounts are integer hundredths of a CEU, money is integer cents, days are `date`s.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Mark(StrEnum):
    """How sure a figure is: stated in the FAQ, on a public page, or found nowhere and assumed."""

    FAQ = "faq"
    WEB = "web"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure stands."""

    mark: Mark
    text: str


class Valuation(StrEnum):
    """How an activity of a type gets its CEU value."""

    RATE = "rate"  # rate x quantity
    FIXED = "fixed"  # the same for each
    STATED = "stated"  # the activity states it (typed, or taken from the approved list)
    QUIZ = "quiz"  # its own value or the default, at or above the pass mark
    NONE = "none"  # never any credit


class EnteredBy(StrEnum):
    """Who enters activities of a type."""

    MEMBER = "member"
    MEMBER_EARLY = "member_early"  # staff enter it; the member may enter it first
    STAFF = "staff"
    AUTOMATIC = "automatic"
    PROFILE = "profile"


@dataclass(frozen=True, slots=True)
class ActivityType:
    """One row of the "Choose Activity" table in one cycle."""

    key: str
    name: str
    summary: str  # one sentence for people
    route: str  # how it gets on the record when a member may not enter it, else ""
    category: str | None  # a letter, None for what never counts
    valuation: Valuation
    entered_by: EnteredBy
    unit: str = ""  # "hour", "semester hour", "quarter hour" for RATE
    rate: int = 0  # hundredths of a CEU for one unit
    fixed: int = 0  # hundredths: FIXED value, or the default value of a QUIZ
    item_maximum: int | None = None  # hundredths for one activity
    yearly_maximum: int | None = None  # hundredths in one calendar year
    pass_mark: int | None = None
    dated_by_start: bool = False  # for the "before" tests (college courses)
    listed: bool = False  # the value comes from the pre-approved list
    counts_for_distinction: bool = False


@dataclass(frozen=True, slots=True)
class Category:
    """A category of activities."""

    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class CertificationKind:
    """A certification the body issues."""

    code: str
    name: str
    scope: str  # scope of practice, one paragraph


@dataclass(frozen=True, slots=True)
class Tier:
    """What is due from a certification, by the day it was earned."""

    certified_from: date | None  # None: since ever
    certified_until: date
    required: int
    maximums: Mapping[str, int]  # by category letter
    categories_needed: int
    fee_member: int
    fee_non_member: int

    @property
    def nothing_due(self) -> bool:
        """The last tier: not required this cycle."""
        return self.required == 0


@dataclass(frozen=True, slots=True)
class DistinctionRules:
    """Recertification with Distinction (*D)."""

    required: int
    for_each_further: int
    fee_member: int
    fee_non_member: int


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Everything that is computed from, for one cycle. `sources` is keyed like "tiers.0.required"."""

    key: str  # "nsca-2018-2020"
    body: str
    name: str  # "2018-2020"
    starts: date
    ends: date
    late_until: date
    appeals_from: date
    appeals_until: date
    audit_notice_by: date
    audit_answer_days: int  # days from the notice to answer it
    certificates_from: date
    certificates_until: date
    time_zone: str
    currency: str
    late_fee: int
    certifications: Mapping[str, CertificationKind]
    categories: Mapping[str, Category]
    tiers: tuple[Tier, ...]
    types: Mapping[str, ActivityType]
    distinction: DistinctionRules
    in_scope: tuple[str, ...]
    out_of_scope: tuple[str, ...]
    sources: Mapping[str, Source]
