"""The front door: sign in by a form the browser posts itself."""

import reflex as rx

from recert_web.components.native import native_form
from recert_web.state.sign_in import DemoAccount, SignInState


def page() -> rx.Component:
    """Sign in; in demo mode, the accounts to try."""
    return rx.el.div(_introduction(), _form(), _demo_accounts(), class_name="narrow stack-l p-4 mt-4")


def _introduction() -> rx.Component:
    return rx.el.div(
        rx.el.h1("Keep your certification, without the guesswork"),
        rx.el.p(
            "See where each of your certifications stands, report CEUs and know what they count for "
            "before you save, pay the fee, done.",
            class_name="muted",
        ),
        class_name="stack",
    )


def _form() -> rx.Component:
    return rx.el.section(
        rx.el.h2("Sign in"),
        rx.el.div(SignInState.message, role="alert", class_name="status-line field error-line"),
        native_form(
            rx.el.input(type="hidden", name="next", value=SignInState.next_path),
            rx.el.div(
                rx.el.label("E-mail", html_for="email"),
                rx.el.input(id="email", name="email", type="email", auto_complete="username", required=True),
                class_name="field",
            ),
            rx.el.div(
                rx.el.label("Password", html_for="password"),
                rx.el.input(
                    id="password",
                    name="password",
                    type="password",
                    auto_complete="current-password",
                    required=True,
                ),
                class_name="field",
            ),
            rx.el.button("Sign in", type="submit", class_name="btn main"),
            method="post",
            action="/auth/sign-in",
            class_name="stack-l",
        ),
        class_name="card",
    )


def _account(account: rx.Var[DemoAccount]) -> rx.Component:
    return rx.el.li(rx.el.code(account.email), rx.el.span(account.shows, class_name="muted"))


def _demo_accounts() -> rx.Component:
    return rx.cond(
        SignInState.demo_password != "",
        rx.el.section(
            rx.el.h2("Demo accounts"),
            rx.el.p("Invented people. The password of all of them: ", rx.el.code(SignInState.demo_password)),
            rx.el.ul(rx.foreach(SignInState.demo_accounts, _account), class_name="accounts mt-2"),
            class_name="card",
        ),
    )
