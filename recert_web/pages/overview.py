"""Overview: where one certification stands, and the next step."""

import reflex as rx

from recert_web.components.activities import activity_list
from recert_web.components.bars import categories, stand_bar, strip
from recert_web.components.feedback import bones, chip, cycle_links, left_list, notices
from recert_web.components.seals import seals_row
from recert_web.state.overview import OverviewState
from recert_web.state.seals import SealsState


def page() -> rx.Component:
    """The seals, the record in the middle, the next steps."""
    return rx.el.div(
        seals_row(SealsState.seals),
        rx.el.div(
            rx.cond(OverviewState.ready, _record(), bones()),
            class_name="mid",
        ),
        rx.el.div(_actions(), _left(), _good_to_know(), _cycles(), class_name="side"),
        _dock(),
        class_name="page",
    )


def _record() -> rx.Component:
    return rx.fragment(
        _stand(),
        rx.el.div(notices(OverviewState.notices), class_name="stack-l o-top"),
        rx.cond(
            OverviewState.progress.categories.length() > 0,
            rx.fragment(categories(OverviewState.progress), strip(OverviewState.progress)),
        ),
        _recent(),
    )


def _stand() -> rx.Component:
    stand = OverviewState.stand
    return rx.el.section(
        rx.el.div(
            rx.el.h1(stand.title),
            chip(stand.chip, stand.tone),
            rx.cond(stand.days != "", chip(stand.days)),
            class_name="row",
        ),
        rx.cond(
            stand.figure != "",
            rx.fragment(
                rx.el.div(stand.figure, " ", rx.el.span(stand.figure_rest), class_name="figure"),
                stand_bar(stand),
            ),
        ),
        rx.el.p(stand.sentence, class_name="muted"),
        class_name="card stack o-stand",
    )


def _recent() -> rx.Component:
    return rx.cond(
        OverviewState.recent.length() > 0,
        rx.el.section(
            rx.el.div(
                rx.el.h2("Latest activities"),
                rx.el.a("All activities", href=OverviewState.activities_href, class_name="push small"),
                class_name="row mb-2",
            ),
            activity_list(OverviewState.recent),
            class_name="card",
        ),
    )


def _actions() -> rx.Component:
    return rx.cond(
        OverviewState.stand.open,
        rx.el.div(
            rx.el.a("Report CEUs", href="/report", class_name="btn main"),
            rx.el.a("Pay Recertification Fees", href="/fees", class_name="btn"),
            class_name="card stack wide-only",
        ),
    )


def _left() -> rx.Component:
    return rx.cond(
        OverviewState.left.length() > 0,
        rx.el.section(rx.el.h2("What is left"), left_list(OverviewState.left), class_name="card o-left"),
    )


def _good_to_know() -> rx.Component:
    return rx.cond(
        OverviewState.good_to_know.length() > 0,
        rx.el.section(
            rx.el.h2("Good to know"),
            rx.el.ul(rx.foreach(OverviewState.good_to_know, rx.el.li), class_name="bullets"),
            class_name="card",
        ),
    )


def _cycles() -> rx.Component:
    return rx.cond(
        SealsState.cycles.length() > 1,
        rx.el.section(rx.el.h2("Cycles"), cycle_links(SealsState.cycles), class_name="card"),
    )


def _dock() -> rx.Component:
    return rx.cond(
        OverviewState.stand.open,
        rx.el.div(
            rx.el.a("Report CEUs", href="/report", class_name="btn main"),
            rx.el.a("Pay fees", href="/fees", class_name="btn"),
            class_name="dock",
        ),
    )
