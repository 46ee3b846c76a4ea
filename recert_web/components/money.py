"""Amounts in a table."""

import reflex as rx

from recert_web.display.shapes import MoneyLine


def money_table(lines: rx.Var[list[MoneyLine]], total: rx.Var[str], total_label: str) -> rx.Component:
    """Lines with their amounts, and the total."""

    def line(item: rx.Var[MoneyLine]) -> rx.Component:
        return rx.el.tr(
            rx.el.th(item.label, rx.cond(item.note != "", rx.el.small(item.note)), scope="row"),
            rx.el.td(item.amount),
        )

    return rx.el.table(
        rx.el.tbody(
            rx.foreach(lines, line),
            rx.el.tr(rx.el.th(total_label, scope="row"), rx.el.td(total), class_name="total"),
        ),
        class_name="lines",
    )
