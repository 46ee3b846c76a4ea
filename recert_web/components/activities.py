"""Activities: what each does for each certification, and why."""

import reflex as rx

from recert_web.components.feedback import chip
from recert_web.display.shapes import ActivityRow, Result


def _result(result: rx.Var[Result]) -> rx.Component:
    return rx.el.div(
        rx.el.b(result.code),
        chip(result.chip, result.tone),
        rx.cond(result.short != "", rx.el.span(result.short, class_name="muted")),
        class_name="result",
    )


def _why(row: rx.Var[ActivityRow]) -> rx.Component:
    def sentences(result: rx.Var[Result]) -> rx.Component:
        return rx.foreach(result.sentences, lambda text: rx.el.p(rx.el.b(result.code), ": ", text))

    return rx.el.details(
        rx.el.summary("Why", rx.el.span(f" {row.title} counts as it does", class_name="sr")),
        rx.foreach(row.results, sentences),
        class_name="why",
    )


def _what(row: rx.Var[ActivityRow]) -> rx.Component:
    return rx.el.div(
        rx.el.strong(row.title),
        rx.el.small(row.detail),
        rx.cond(row.origin != "", rx.el.small(" · ", row.origin)),
        class_name="what",
    )


def activity(row: rx.Var[ActivityRow], on_delete: rx.EventHandler | None = None) -> rx.Component:
    """One activity. With `on_delete` it can be edited and deleted where that is allowed."""
    actions = rx.fragment()
    if on_delete is not None:
        actions = rx.cond(
            row.edit_href != "",
            rx.el.div(
                rx.el.a(
                    "Edit",
                    rx.el.span(f" {row.title}", class_name="sr"),
                    href=row.edit_href,
                    class_name="btn slim",
                ),
                rx.el.button(
                    "Delete",
                    rx.el.span(f" {row.title}", class_name="sr"),
                    type="button",
                    on_click=on_delete(row.id, row.version),
                    class_name="btn slim",
                ),
                class_name="row acts-actions",
            ),
            rx.cond(row.locked != "", rx.el.p(row.locked, class_name="small muted acts-actions")),
        )
    return rx.el.li(
        _what(row),
        rx.el.div(row.when, class_name="when"),
        rx.el.div(rx.foreach(row.results, _result), class_name="results"),
        rx.cond(row.has_reasons, _why(row)),
        actions,
        key=row.id,
    )


def activity_list(rows: rx.Var[list[ActivityRow]], on_delete: rx.EventHandler | None = None) -> rx.Component:
    """A list of activities."""
    return rx.el.ul(rx.foreach(rows, lambda row: activity(row, on_delete)), class_name="acts")
