"""The staff's desk: find a member, see where each certification stands."""

import reflex as rx

from recert_web.components.feedback import bones, chip
from recert_web.display.shapes import MemberRow, Result
from recert_web.state.desk import DeskState


def page() -> rx.Component:
    """A search box and what it found."""
    return rx.el.div(
        rx.el.section(
            rx.el.h1("Members"),
            rx.el.form(
                rx.el.div(
                    rx.el.label("Name or certification number", html_for="find"),
                    rx.el.input(
                        id="find", name="find", type="search", max_length=100, default_value=DeskState.find
                    ),
                    class_name="field grow",
                ),
                rx.el.button("Find", type="submit", class_name="btn main self-end"),
                on_submit=DeskState.search,
                role="search",
                class_name="row",
            ),
            rx.el.p(DeskState.found_text, role="status", aria_live="polite", class_name="muted small"),
            rx.cond(
                DeskState.ready,
                rx.el.ul(rx.foreach(DeskState.members, _member), class_name="acts"),
                bones("Loading members"),
            ),
            class_name="card stack-l",
        ),
        class_name="page plain",
    )


def _member(member: rx.Var[MemberRow]) -> rx.Component:
    def result(item: rx.Var[Result]) -> rx.Component:
        return rx.el.div(
            rx.el.b(item.code),
            chip(item.chip, item.tone),
            rx.el.span(item.short, class_name="muted"),
            class_name="result",
        )

    return rx.el.li(
        rx.el.div(rx.el.strong(member.name), rx.el.small(member.membership), class_name="what"),
        rx.el.div(member.cycle, class_name="when"),
        rx.el.div(rx.foreach(member.results, result), class_name="results"),
        key=member.id,
    )
