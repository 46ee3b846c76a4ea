"""Pages for when there is nothing here, or not for this account."""

import reflex as rx

from recert_web.components.native import native_form


def not_found() -> rx.Component:
    """No such page."""
    return _calm(
        "There is no page here",
        "The address may be mistyped or the page may have moved. Your record is safe.",
        rx.el.a("To your overview", href="/overview", class_name="btn main"),
    )


def no_access() -> rx.Component:
    """Signed in, but not entitled."""
    return _calm(
        "This is not open to your account",
        "You are signed in, but this belongs to somebody else, or to the organization's staff.",
        rx.el.a("To your overview", href="/overview", class_name="btn main"),
        native_form(
            rx.el.button("Sign in as somebody else", type="submit", class_name="btn"),
            method="post",
            action="/auth/sign-out",
        ),
    )


def _calm(title: str, text: str, *actions: rx.Component) -> rx.Component:
    return rx.el.div(
        rx.el.section(
            rx.el.h1(title),
            rx.el.p(text, class_name="muted"),
            rx.el.div(*actions, class_name="row"),
            class_name="card stack-l",
        ),
        class_name="page plain narrow",
    )
