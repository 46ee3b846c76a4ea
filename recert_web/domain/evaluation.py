"""What the engine answers: amounts in hundredths of a CEU, money in cents."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recert_web.domain.rules import Tier


class Window(StrEnum):
    """Where the day of computing lies."""

    OPEN = "open"
    LATE = "late"
    CLOSED = "closed"


class Status(StrEnum):
    """The status of one certification in one cycle, the first that holds."""

    NOT_REQUIRED = "not_required"
    COMPLETE = "complete"
    EXPIRED = "expired"
    READY_TO_PAY = "ready_to_pay"
    IN_PROGRESS = "in_progress"


class Reason(StrEnum):
    """Why an activity counts for less than was entered, in the order of the rules."""

    STRUCK = "struck"
    DUPLICATE = "duplicate"
    NOT_REQUIRED = "not_required"
    IN_FUTURE = "in_future"
    AFTER_CYCLE = "after_cycle"
    BEFORE_CYCLE = "before_cycle"
    BEFORE_WINDOW = "before_window"
    BEFORE_CERTIFICATION = "before_certification"
    OUT_OF_SCOPE = "out_of_scope"
    NO_CREDIT = "no_credit"
    BELOW_PASS_MARK = "below_pass_mark"
    ITEM_MAXIMUM = "item_maximum"
    YEARLY_MAXIMUM = "yearly_maximum"
    CATEGORY_MAXIMUM = "category_maximum"


@dataclass(frozen=True, slots=True)
class ReasonTrace:
    """One reason, the hundredths it took, and the figures a sentence about it needs.

    Figures by reason (all optional reasons carry at least these): duplicate {"kept": activity id};
    in_future, before_*, after_cycle {"date": the date judged, "limit": the date it is held against};
    below_pass_mark {"score", "limit"}; item_maximum {"limit"}; yearly_maximum {"limit", "year",
    "used": hundredths counted before it that year}; category_maximum {"limit", "category",
    "used": hundredths credited before it}. Others {}.
    """

    reason: Reason
    taken: int
    figures: Mapping[str, int | str | date]
    source_key: str  # key into RuleSet.sources


@dataclass(frozen=True, slots=True)
class ActivityTrace:
    """What one activity does for one certification. entered = credited + sum of what reasons took."""

    activity_id: str
    category: str | None
    entered: int
    value: int
    credited: int
    reasons: tuple[ReasonTrace, ...]


@dataclass(frozen=True, slots=True)
class CategoryTotals:
    """One category for one certification."""

    letter: str
    earned: int
    credited: int
    over: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Standing:
    """One certification in one cycle."""

    code: str
    certified_on: date
    tier: Tier
    required: int
    credited: int
    short: int
    categories: Mapping[str, CategoryTotals]
    categories_used: int
    categories_needed: int
    ceus_met: bool
    fee: int
    recertification_paid_on: date | None  # a settled recertification payment that bears on this cycle
    payable: bool
    status: Status
    activities: Mapping[str, ActivityTrace]  # by activity id, in order of completion


@dataclass(frozen=True, slots=True)
class Distinction:
    """The separate meter of Recertification with Distinction."""

    required: int
    earned: int
    met: bool


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A record judged by a rule set."""

    rule_set: str
    as_of: date
    window: Window
    late_fee: int  # due now
    fee_due: int  # due now, the late fee included
    standings: Mapping[str, Standing]  # by code, in the record's order
    distinction: Distinction


@dataclass(frozen=True, slots=True)
class Remedy:
    """A change of one field of an activity (or of the day of looking: "as_of") that would make it count.

    `value` is written as in the record format; `gain` is the change of the certification's credited
    hundredths that follows, exactly, when the change is applied and the record evaluated again.
    """

    field: str
    value: str | int | tuple[str, ...]
    gain: int
