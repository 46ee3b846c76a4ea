"""Pay Recertification Fees, and what was paid before."""

import reflex as rx

from recert_web.components.feedback import bones, left_list, notices
from recert_web.components.money import money_table
from recert_web.components.seals import seals_row
from recert_web.display.shapes import HistoryRow
from recert_web.state.fees import FeesState
from recert_web.state.seals import SealsState


def page() -> rx.Component:
    """What can be paid now, what is missing, what is complete, and the history."""
    return rx.el.div(
        seals_row(SealsState.seals),
        rx.el.div(
            rx.cond(
                FeesState.ready,
                rx.fragment(_pay(), notices(FeesState.panel.complete), _missing()),
                bones("Loading your fees"),
            ),
            class_name="mid",
        ),
        rx.el.div(_history(), class_name="side"),
        class_name="page",
    )


def _pay() -> rx.Component:
    panel = FeesState.panel
    return rx.el.section(
        rx.el.h1("Pay Recertification Fees"),
        rx.el.p(panel.intro, class_name="muted"),
        rx.cond(panel.lines.length() > 0, money_table(panel.lines, panel.total, "To pay")),
        rx.el.form(
            rx.cond(panel.can_pay, _test_gateway()),
            rx.el.button(
                panel.button,
                type="submit",
                disabled=~panel.can_pay,
                class_name="btn main",
            ),
            on_submit=FeesState.pay,
            class_name="stack-l",
        ),
        rx.el.p(FeesState.message, role="status", aria_live="polite", class_name="status-line"),
        rx.cond(panel.effect != "", rx.el.p(panel.effect, class_name="small muted")),
        class_name="card stack-l",
    )


def _test_gateway() -> rx.Component:
    choices = (
        ("approve", "approve it"),
        ("decline", "decline it"),
        ("delay", "take some seconds"),
        ("repeat", "answer twice"),
    )
    return rx.el.fieldset(
        rx.el.legend("Test payment: no card, no money. The test bank shall"),
        rx.el.div(
            *(
                rx.el.label(
                    rx.el.input(type="radio", name="method", value=value, default_checked=value == "approve"),
                    rx.el.span(label),
                    class_name="tick",
                )
                for value, label in choices
            ),
            class_name="ticks",
        ),
        class_name="field",
    )


def _missing() -> rx.Component:
    return rx.cond(
        FeesState.panel.missing.length() > 0,
        rx.el.section(rx.el.h2("Not ready yet"), left_list(FeesState.panel.missing), class_name="card"),
    )


def _history() -> rx.Component:
    def row(item: rx.Var[HistoryRow]) -> rx.Component:
        return rx.el.tr(
            rx.el.th(
                rx.cond(item.href != "", rx.el.a(item.what, href=item.href), item.what),
                rx.el.small(item.when),
                rx.cond(item.effect != "", rx.el.small(item.effect)),
                scope="row",
            ),
            rx.el.td(item.amount),
        )

    return rx.cond(
        FeesState.history.length() > 0,
        rx.el.section(
            rx.el.h2("Payments"),
            rx.el.table(
                rx.el.caption("All payments on your record"),
                rx.el.tbody(rx.foreach(FeesState.history, row)),
                class_name="lines dense",
            ),
            class_name="card",
        ),
    )
