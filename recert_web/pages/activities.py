"""Activities: everything entered for a cycle, what each counts for, and why."""

import reflex as rx

from recert_web.components.activities import activity_list
from recert_web.components.feedback import bones, live_region
from recert_web.components.seals import seals_row
from recert_web.display.shapes import CycleLink
from recert_web.state.activities import ActivitiesState
from recert_web.state.seals import SealsState


def page() -> rx.Component:
    """The filters, the list, paging, and undo."""
    return rx.el.div(
        seals_row(SealsState.seals),
        rx.el.div(
            rx.el.section(
                rx.el.div(
                    rx.el.h1(ActivitiesState.listing.title),
                    rx.el.a("Report CEUs", href="/report", class_name="btn main slim push"),
                    class_name="row",
                ),
                _filters(),
                _search(),
                _undo(),
                rx.cond(ActivitiesState.ready, _list(), bones("Loading your activities")),
                class_name="card stack-l",
            ),
            class_name="stack-l",
        ),
        class_name="page wide",
    )


def _filters() -> rx.Component:
    def link(item: rx.Var[CycleLink]) -> rx.Component:
        return rx.el.a(item.label, href=item.href, aria_current=rx.cond(item.current, "true", "false"))

    return rx.el.nav(
        rx.foreach(ActivitiesState.listing.filters, link), class_name="filters", aria_label="Show"
    )


def _search() -> rx.Component:
    return rx.el.form(
        rx.el.div(
            rx.el.label("Find by name", html_for="find"),
            rx.el.input(
                id="find",
                name="find",
                type="search",
                default_value=ActivitiesState.listing.find,
                max_length=100,
            ),
            class_name="field grow",
        ),
        rx.el.button("Find", type="submit", class_name="btn self-end"),
        on_submit=ActivitiesState.search,
        role="search",
        class_name="row",
        key=ActivitiesState.listing.find,
    )


def _undo() -> rx.Component:
    return rx.el.div(
        live_region(ActivitiesState.message),
        rx.cond(
            ActivitiesState.undo_title != "",
            rx.el.button(
                "Undo",
                rx.el.span(f" deleting {ActivitiesState.undo_title}", class_name="sr"),
                type="button",
                on_click=ActivitiesState.undo,
                class_name="btn slim",
            ),
        ),
        class_name=rx.cond(ActivitiesState.message != "", "card good toast", ""),
    )


def _list() -> rx.Component:
    return rx.fragment(
        rx.el.p(ActivitiesState.listing.count, class_name="muted small"),
        activity_list(ActivitiesState.listing.rows, ActivitiesState.delete),
        rx.el.nav(
            rx.cond(
                ActivitiesState.listing.newer_href != "",
                rx.el.a("Newer", href=ActivitiesState.listing.newer_href, class_name="btn slim"),
            ),
            rx.cond(
                ActivitiesState.listing.older_href != "",
                rx.el.a("Older", href=ActivitiesState.listing.older_href, class_name="btn slim"),
            ),
            class_name="row",
            aria_label="Pages",
        ),
    )
