"""The shapes of the report form; pages find them in `shapes` beside the others."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Option:
    """A choice in a form."""

    value: str = ""
    label: str = ""
    hint: str = ""
    checked: bool = False


@dataclass(frozen=True)
class OptionGroup:
    """Choices under a heading: activity types by category."""

    label: str = ""
    options: list[Option] = field(default_factory=list)


@dataclass(frozen=True)
class FormField:
    """One field of the report form. `kind`: text, date, decimal, choice, yesno, ticks, locked."""

    name: str = ""
    kind: str = "text"
    label: str = ""
    value: str = ""
    hint: str = ""
    error: str = ""
    required: bool = False
    half: bool = False  # stands beside its neighbour where there is room
    options: list[Option] = field(default_factory=list)


@dataclass(frozen=True)
class ReportForm:
    """The chosen activity type as a form, or the route where it is reported for the member."""

    type_key: str = ""
    title: str = ""
    summary: str = ""
    fields: list[FormField] = field(default_factory=list)
    route: str = ""  # who reports it and when; then there are no fields
    error_summary: str = ""
    first_wrong: str = ""  # name of the first wrong field


@dataclass(frozen=True)
class PreviewLine:
    """What saving would do for one certification."""

    code: str = ""
    text: str = ""
    tone: str = "plain"
