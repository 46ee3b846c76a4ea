"""A receipt: what was paid, and what it made of the certification."""

import reflex as rx

from recert_web.components.feedback import bones
from recert_web.components.money import money_table
from recert_web.state.receipt import ReceiptState


def page() -> rx.Component:
    """One charge, with its lines; a pending one can be looked at again."""
    return rx.el.div(
        rx.cond(ReceiptState.ready, _receipt(), bones("Loading the receipt")), class_name="page plain narrow"
    )


def _receipt() -> rx.Component:
    receipt = ReceiptState.receipt
    return rx.el.section(
        rx.el.div(
            rx.el.h1(receipt.title),
            rx.foreach(receipt.next_lines, rx.el.p),
            role="status",
            class_name=f"card {receipt.tone} stack",
        ),
        rx.el.dl(
            _fact("Receipt", receipt.number),
            _fact("For", receipt.name),
            _fact("When", receipt.when),
            _fact("How", receipt.how),
            class_name="stack",
        ),
        money_table(receipt.lines, receipt.total, "Total"),
        rx.cond(receipt.message != "", rx.el.p(receipt.message, class_name="muted")),
        rx.el.div(
            rx.cond(
                ReceiptState.pending,
                rx.el.button(
                    "Check again", type="button", on_click=ReceiptState.check_again, class_name="btn main"
                ),
            ),
            rx.el.a("Overview", href="/overview", class_name="btn"),
            rx.el.a("Fees", href="/fees", class_name="btn"),
            class_name="row",
        ),
        class_name="card stack-l",
    )


def _fact(label: str, value: rx.Var[str]) -> rx.Component:
    return rx.cond(
        value != "", rx.el.div(rx.el.dt(label, class_name="small muted"), rx.el.dd(value), class_name="fact")
    )
