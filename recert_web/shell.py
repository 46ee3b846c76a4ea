"""The frame of every page, and the decorators that register pages with their guard."""

from collections.abc import Callable
from typing import Any

import reflex as rx
from reflex_components_core.base.error_boundary import ErrorBoundary
from reflex_components_core.core.banner import has_connection_errors

from recert_web.components.feedback import live_region
from recert_web.components.native import native_form, native_link
from recert_web.state.faults import FaultState
from recert_web.state.session import SessionState

OnLoad = list[Any]  # handlers, as the framework takes them
Page = Callable[[], rx.Component]
_NAME = "Recert"


def connection_overlay(stateful: bool) -> rx.Component | None:
    """Says that the connection is lost; a fragment, since the page becomes its child."""
    if not stateful:
        return None
    lost = "Connection lost. What is on the page is not saved until it is back; trying again."
    return rx.fragment(
        rx.el.div(
            rx.cond(has_connection_errors, rx.el.div(lost), rx.fragment()),
            role="status",
            aria_live="polite",
            class_name="conn",
        )
    )


def broken_page(stateful: bool) -> rx.Component:
    """What a person sees when a script of the page itself fails. The framework's own shows the stack."""
    calm = rx.el.main(
        rx.el.section(
            rx.el.h1("This page has stopped"),
            rx.el.p("The fault is ours. What you saved is safe; load the page again to go on."),
            native_form(
                rx.el.button("Load again", type="submit", class_name="btn main"),
                method="get",
                action="/overview",
            ),
            class_name="card stack-l",
        ),
        class_name="page plain narrow",
    )
    told = {} if stateful else {"on_error": rx.noop()}
    return ErrorBoundary.create(fallback_render=rx.Var.create(calm), **told)


def head() -> list[rx.Component]:
    """What stands in the head of every page."""
    return [rx.el.link(rel="icon", href="/favicon.svg", type="image/svg+xml")]


def _wordmark(href: str) -> rx.Component:
    mark = rx.el.svg(
        rx.el.path(class_name="seal-sign", d="M20 52l20 20 40-44"), view_box="0 0 100 100", aria_hidden="true"
    )
    return rx.el.a(mark, rx.el.span(_NAME), href=href, aria_label=_NAME, class_name="wordmark")


def _sign_out() -> rx.Component:
    return native_form(
        rx.el.button("Sign out", type="submit", class_name="linkbtn"), method="post", action="/auth/sign-out"
    )


def _link(label: str, href: str, here: str) -> rx.Component:
    current = {"aria_current": "page"} if here == href else {}
    return rx.el.a(label, href=href, **current)


def _member_nav(here: str) -> list[rx.Component]:
    return [
        _link("Overview", "/overview", here),
        _link("Activities", "/activities", here),
        _link("Fees", "/fees", here),
        rx.cond(SessionState.is_staff, _link("Desk", "/desk", here)),
        _sign_out(),
    ]


def _fault() -> rx.Component:
    return rx.el.div(
        live_region(FaultState.text),
        rx.cond(
            FaultState.text != "",
            rx.el.button("Close", type="button", on_click=FaultState.dismiss_fault, class_name="btn slim"),
        ),
        class_name=rx.cond(FaultState.text != "", "card bad toast narrow mt-3", ""),
    )


def _frame(content: rx.Component, nav: list[rx.Component], home: str) -> rx.Component:
    return rx.fragment(
        native_link("Skip to content", href="#content", class_name="skip"),
        rx.el.header(
            rx.el.div(
                _wordmark(home),
                rx.el.nav(*nav, class_name="topnav", aria_label="Main"),
                class_name="topbar-in",
            ),
            class_name="topbar",
        ),
        _fault(),
        rx.el.main(content, id="content", tab_index=-1),
        rx.el.footer(
            "Figures follow the rules of the cycle shown. Keep your proof of every activity.",
            class_name="foot",
        ),
    )


def public_page(app: rx.App, page: Page, route: str, title: str, on_load: OnLoad | None = None) -> None:
    """Registers a page that anyone may see."""
    app.add_page(
        lambda: _frame(page(), [], "/"),
        route=route,
        title=f"{title} - {_NAME}",
        on_load=on_load,
        description=title,
    )


def member_page(app: rx.App, page: Page, route: str, title: str, on_load: OnLoad) -> None:
    """Registers a page for people signed in. `on_load` guards itself: its first step asks who is there."""
    app.add_page(
        lambda: _frame(page(), _member_nav(f"/{route}"), "/overview"),
        route=route,
        title=f"{title} - {_NAME}",
        on_load=on_load,
        description=title,
        context={"sitemap": None},
    )
