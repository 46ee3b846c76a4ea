"""What the browser may see: frozen, small, already worded and formatted.

`tone` is one of "good", "warn", "bad", "brand", "plain"; percents are whole numbers from 0 to 100.
An empty string or list means: nothing to show there.
"""

from dataclasses import dataclass, field

from recert_web.display.shapes_form import (
    FormField as FormField,
    Option as Option,
    OptionGroup as OptionGroup,
    PreviewLine as PreviewLine,
    ReportForm as ReportForm,
)


@dataclass(frozen=True)
class Seal:
    """One certification in the row of seals."""

    code: str = ""
    href: str = ""
    small: str = ""  # "4.7 of 6.0", "Complete", "Nothing due"
    label: str = ""  # the same in a full sentence, for assistive technology
    tone: str = "brand"
    percent: int = 0
    current: bool = False


@dataclass(frozen=True)
class Action:
    """A link that looks like a button."""

    label: str = ""
    href: str = ""
    main: bool = False


@dataclass(frozen=True)
class Segment:
    """A piece of a bar: `kind` is a category letter, "over" or "left"."""

    kind: str = ""
    start: int = 0  # tenths of a percent
    width: int = 0  # tenths of a percent


@dataclass(frozen=True)
class Stand:
    """Where one certification stands in one cycle: the head of the overview."""

    title: str = ""  # "CSCS, 2024-2026"
    name: str = ""  # the certification's full name
    chip: str = ""  # the status in words
    tone: str = "plain"
    days: str = ""  # "38 days left"
    figure: str = ""  # "4.7"
    figure_rest: str = ""  # "of 6.0 CEUs credited"
    bar_words: str = ""  # the bar in words
    percent: int = 0
    segments: list[Segment] = field(default_factory=list)
    sentence: str = ""  # "You need 1.3 more, from A, B or C. D is full."
    open: bool = True  # whether anything can still be reported or paid here


@dataclass(frozen=True)
class Notice:
    """A calm screen for not required, complete, late window, expired, read-only."""

    title: str = ""
    tone: str = "plain"
    lines: list[str] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)


@dataclass(frozen=True)
class CategoryBar:
    """One category: what was earned, what is credited, what is over."""

    letter: str = ""
    name: str = ""
    credited: str = ""
    maximum: str = ""
    earned: str = ""
    over: str = ""  # "" when nothing is over
    credited_width: int = 0  # percent of the bar
    over_width: int = 0  # percent of the bar
    words: str = ""  # the bar in words
    note: str = ""  # "0.5 is over the maximum and does not count. A, B and C have room."


@dataclass(frozen=True)
class StripRun:
    """A run in the strip, to scale: `kind` is a letter, "over", "refused" or "left"."""

    kind: str = ""
    start: int = 0  # hundredths from the left
    hundredths: int = 0


@dataclass(frozen=True)
class StripRow:
    """The strip as a table: a line of where the amounts went."""

    label: str = ""
    amount: str = ""
    note: str = ""


@dataclass(frozen=True)
class LeftLine:
    """One line of "What is left", with its button ("" label: the detail says why there is none yet)."""

    text: str = ""
    detail: str = ""
    label: str = ""
    href: str = ""


@dataclass(frozen=True)
class CycleLink:
    """A cycle the member may look at."""

    label: str = ""
    href: str = ""
    note: str = ""
    current: bool = False


@dataclass(frozen=True)
class Progress:
    """The bars and their tables below the head of the overview."""

    categories: list[CategoryBar] = field(default_factory=list)
    rule_line: str = ""  # "At least two categories: met (3)."
    rule_tone: str = "plain"
    strip: list[StripRun] = field(default_factory=list)
    strip_box: str = "0 0 1 10"  # view box of the strip: "0 0 <hundredths in all, at least 1> 10"
    strip_words: str = ""
    strip_rows: list[StripRow] = field(default_factory=list)


@dataclass(frozen=True)
class Result:
    """What one activity does for one certification."""

    code: str = ""
    chip: str = ""  # "0.4", "0.1 of 0.2", "0.0"
    tone: str = "plain"
    short: str = ""  # "D is full"
    sentences: list[str] = field(default_factory=list)  # every reason, and what would make it count


@dataclass(frozen=True)
class ActivityRow:
    """One activity in the list."""

    id: str = ""
    title: str = ""
    detail: str = ""  # "Event, 4 of 9 hours in scope"
    when: str = ""  # "14 May 2026"
    origin: str = ""  # "Added by staff" or ""
    results: list[Result] = field(default_factory=list)
    version: int = 0
    edit_href: str = ""  # "" when it may not be changed
    locked: str = ""  # why not
    has_reasons: bool = False  # some result has sentences


@dataclass(frozen=True)
class Listing:
    """A page of activities with its filters."""

    title: str = ""
    count: str = ""  # "21 to 40 of 1,000 activities"
    find: str = ""
    filters: list[CycleLink] = field(default_factory=list)
    rows: list[ActivityRow] = field(default_factory=list)
    newer_href: str = ""
    older_href: str = ""


@dataclass(frozen=True)
class MoneyLine:
    """A line with an amount."""

    label: str = ""
    amount: str = ""
    note: str = ""


@dataclass(frozen=True)
class PayPanel:
    """What can be paid now, or what is missing."""

    intro: str = ""
    lines: list[MoneyLine] = field(default_factory=list)
    total: str = ""
    button: str = ""  # "Pay $55.00"
    can_pay: bool = False
    effect: str = ""  # "Paying makes TSAC-F Recertification Complete at once. ..."
    missing: list[LeftLine] = field(default_factory=list)
    complete: list[Notice] = field(default_factory=list)


@dataclass(frozen=True)
class HistoryRow:
    """A payment of any kind."""

    when: str = ""
    what: str = ""
    effect: str = ""  # what it does not do, for membership, insurance, RSCC
    amount: str = ""
    href: str = ""  # its receipt


@dataclass(frozen=True)
class Receipt:
    """A charge as a receipt."""

    number: str = ""
    title: str = ""
    tone: str = "plain"
    name: str = ""
    when: str = ""
    lines: list[MoneyLine] = field(default_factory=list)
    total: str = ""
    how: str = ""
    message: str = ""
    next_lines: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class MemberRow:
    """A member as staff find them."""

    id: str = ""
    name: str = ""
    membership: str = ""
    cycle: str = ""
    results: list[Result] = field(default_factory=list)
