"""One field of the report form: label, control, hint, fault. Native controls only."""

from typing import Any

import reflex as rx

from recert_web.display.shapes import FormField, Option


def _notes(item: rx.Var[FormField]) -> rx.Component:
    return rx.fragment(
        rx.cond(item.hint != "", rx.el.small(item.hint, id=f"{item.name}-hint")),
        rx.cond(item.error != "", rx.el.span(item.error, id=f"{item.name}-error", class_name="error")),
    )


def _told(item: rx.Var[FormField]) -> dict[str, Any]:
    return {
        "aria_invalid": rx.cond(item.error != "", "true", "false"),
        "aria_describedby": f"{item.name}-error {item.name}-hint",
    }


def _optional(item: rx.Var[FormField]) -> rx.Component:
    return rx.cond(item.required, "", rx.el.span(" (optional)", class_name="muted small"))


def _slot(item: rx.Var[FormField], *children: rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.label(item.label, _optional(item), html_for=item.name),
        *children,
        _notes(item),
        class_name=rx.cond(item.half, "field half", "field"),
    )


def _input(item: rx.Var[FormField], first_wrong: rx.Var[str], **props: Any) -> rx.Component:
    control = rx.el.input(
        id=item.name,
        name=item.name,
        default_value=item.value,
        auto_complete="off",
        auto_focus=item.name == first_wrong,
        **_told(item),
        **props,
    )
    return _slot(item, control)


def _locked(item: rx.Var[FormField]) -> rx.Component:
    return _slot(item, rx.el.input(id=item.name, value=item.value, read_only=True, **_told(item)))


def _choice(item: rx.Var[FormField], first_wrong: rx.Var[str]) -> rx.Component:
    def option(choice: rx.Var[Option]) -> rx.Component:
        return rx.el.option(choice.label, value=choice.value)

    control = rx.el.select(
        rx.el.option("Choose", value=""),
        rx.foreach(item.options, option),
        id=item.name,
        name=item.name,
        default_value=item.value,
        auto_focus=item.name == first_wrong,
        **_told(item),
    )
    return _slot(item, control)


def _group(item: rx.Var[FormField], first_wrong: rx.Var[str], kind: str) -> rx.Component:
    def tick(choice: rx.Var[Option], index: rx.Var[int]) -> rx.Component:
        own_id = f"{item.name}-{choice.value}"
        return rx.el.label(
            rx.el.input(
                type=kind,
                id=rx.cond(index == 0, item.name, own_id),
                name=item.name if kind == "radio" else f"{item.name}.{choice.value}",
                value=choice.value,
                default_checked=choice.checked,
                auto_focus=(item.name == first_wrong) & (index == 0),
                **_told(item),
            ),
            rx.el.span(choice.label, rx.cond(choice.hint != "", rx.el.small(" ", choice.hint))),
            class_name="tick",
        )

    return rx.el.fieldset(
        rx.el.legend(item.label, _optional(item)),
        rx.el.input(type="hidden", name=f"{item.name}.", value="") if kind == "checkbox" else rx.fragment(),
        rx.el.div(rx.foreach(item.options, tick), class_name="row" if kind == "radio" else "column"),
        _notes(item),
        class_name="field",
    )


def form_field(item: rx.Var[FormField], first_wrong: rx.Var[str]) -> rx.Component:
    """The control a field's kind asks for. It keeps what was typed while fields come and go around it.

    The field named by `first_wrong` takes the focus when the form appears.
    """
    control = rx.match(
        item.kind,
        ("date", _input(item, first_wrong, type="date")),
        ("decimal", _input(item, first_wrong, type="text", input_mode="decimal")),
        ("choice", _choice(item, first_wrong)),
        ("yesno", _group(item, first_wrong, "radio")),
        ("ticks", _group(item, first_wrong, "checkbox")),
        ("locked", _locked(item)),
        _input(item, first_wrong, type="text", max_length=200),
    )
    return rx.fragment(control, key=item.name)
