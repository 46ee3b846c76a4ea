"""The fields of the report form, with labels, hints and what was typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recert_web.display.form_words import asking
from recert_web.display.numbers import ceus
from recert_web.display.shapes import FormField, Option
from recert_web.display.value_words import locked_value, scope_hint, value_hint
from recert_web.domain.claim import ClaimField, FieldKind, HomeStudy
from recert_web.domain.rules import ActivityType, RuleSet

PAIRS = ({"started_on", "completed_on"}, {"hours_in_all", "quantity"})


@dataclass(frozen=True, slots=True)
class Filled:
    """A form of a type as filled in: texts and errors by field name."""

    rules: RuleSet
    kind: ActivityType
    values: Mapping[str, str]
    errors: Mapping[str, str]
    codes_held: Sequence[str]
    studies: Sequence[HomeStudy]


def form_fields(form: Filled, fields: Sequence[ClaimField]) -> list[FormField]:
    """The fields in the order asked; two of a pair stand side by side."""
    names = {field.name for field in fields}
    return [_field(form, field, names) for field in fields]


def _field(form: Filled, field: ClaimField, names: set[str]) -> FormField:
    asked = asking(form.kind.key, field.name)
    typed = form.values.get(field.name, "")
    return FormField(
        name=field.name,
        kind=field.kind.value,
        label=asked.label,
        value=_value(form, field, typed),
        hint=_hint(form, field, names) or asked.hint,
        error=form.errors.get(field.name, ""),
        # A locked value is never typed, so it is not called optional either.
        required=field.required or field.kind is FieldKind.LOCKED,
        half=any(field.name in pair and pair <= names for pair in PAIRS),
        options=_options(form, field, typed),
    )


def _value(form: Filled, field: ClaimField, typed: str) -> str:
    if field.kind is not FieldKind.LOCKED:
        return typed
    return locked_value(form.kind, field, form.values.get("quantity", ""))


def _hint(form: Filled, field: ClaimField, names: set[str]) -> str:
    in_scope_only = "hours_in_all" in names
    if field.name == "quantity" and in_scope_only:
        return scope_hint(form.rules)
    return value_hint(form.kind, field.why, in_scope_only=in_scope_only) if field.name == "ceu" else ""


def _options(form: Filled, field: ClaimField, typed: str) -> list[Option]:
    match field.kind:
        case FieldKind.YES_NO:
            return [Option(value, value.capitalize(), checked=typed == value) for value in ("yes", "no")]
        case FieldKind.TICKS:
            # Nothing sent yet means every certification.
            ticked = typed.split() if field.name in form.values else form.codes_held
            names = form.rules.certifications
            return [Option(code, code, names[code].name, code in ticked) for code in form.codes_held]
        case FieldKind.CHOICE:
            return [
                Option(str(one.id), f"{one.title}, {one.provider}", ceus(one.ceu), typed == str(one.id))
                for one in form.studies
            ]
        case _:
            return []
