"""Report CEUs in words: the choice of an activity and the form its type needs."""

from collections.abc import Iterable, Mapping, Sequence

from recert_web.display.fault_words import error_summary, fault_sentence
from recert_web.display.form_fields import Filled, form_fields
from recert_web.display.preview import preview_lines, saved_message, saved_title
from recert_web.display.shapes import Option, OptionGroup, ReportForm
from recert_web.domain.claim import ClaimFault, ClaimField, HomeStudy
from recert_web.domain.claim_form import may_be_entered
from recert_web.domain.rules import ActivityType, EnteredBy, RuleSet

__all__ = ["error_summary", "preview_lines", "report_form", "saved_message", "saved_title", "type_groups"]

NO_CATEGORY = "No CEUs"


def type_groups(rules: RuleSet) -> list[OptionGroup]:
    """Every activity type under its category, those that give no CEUs last."""
    groups = [
        OptionGroup(f"{letter}: {category.name}", _options(rules, letter))
        for letter, category in rules.categories.items()
    ]
    groups.append(OptionGroup(NO_CATEGORY, _options(rules, None)))
    return [group for group in groups if group.options]


def _options(rules: RuleSet, letter: str | None) -> list[Option]:
    return [
        Option(value=kind.key, label=_type_label(kind), hint=kind.summary)
        for kind in rules.types.values()
        if kind.category == letter
    ]


def _type_label(kind: ActivityType) -> str:
    label = f"{kind.category} - {kind.name}" if kind.category else kind.name
    if may_be_entered(kind):
        return label
    return f"{label} ({'in your profile' if kind.entered_by is EnteredBy.PROFILE else 'reported for you'})"


def report_form(
    rules: RuleSet,
    type_key: str,
    fields: Sequence[ClaimField],
    values: Mapping[str, str],
    faults: Iterable[ClaimFault] = (),
    codes_held: Sequence[str] = (),
    studies: Sequence[HomeStudy] = (),
) -> ReportForm:
    """The form of a type with what was typed and what is wrong, or the route where staff report it.

    `codes_held` are the ticks of the question about scope, `studies` the choice of home studies.
    """
    kind = rules.types.get(type_key)
    if kind is None:
        return ReportForm()
    if not may_be_entered(kind):
        return ReportForm(type_key=type_key, title=kind.name, summary=kind.summary, route=kind.route)
    errors: dict[str, str] = {}
    for fault in faults:
        errors.setdefault(fault.field, fault_sentence(rules, type_key, fault))
    return ReportForm(
        type_key=type_key,
        title=kind.name,
        summary=kind.summary,
        fields=form_fields(Filled(rules, kind, values, errors, codes_held, studies), fields),
        error_summary=error_summary(len(errors)),
        first_wrong=next(iter(errors), ""),
    )
