"""What tells people where they are: chips, notices, live regions, bones while figures are on their way."""

import reflex as rx

from recert_web.display.shapes import Action, CycleLink, LeftLine, Notice


def chip(text: rx.Var[str] | str, tone: rx.Var[str] | str = "plain") -> rx.Component:
    """A status in words, its colour beside it."""
    return rx.el.span(text, class_name=f"chip {tone}")


def live_region(text: rx.Var[str], **props: str) -> rx.Component:
    """A polite live region: it is there before the text arrives."""
    return rx.el.div(text, role="status", aria_live="polite", class_name="status-line", **props)


def bones(label: str = "Loading your figures") -> rx.Component:
    """A skeleton of the size of what will stand here."""
    return rx.el.section(
        rx.el.p(label, class_name="sr"),
        rx.el.div(
            *(rx.el.div(class_name=f"bone {kind}") for kind in ("", "l", "bar", "", "", "bar")),
            class_name="bones",
            aria_hidden="true",
        ),
        class_name="card",
        aria_busy="true",
    )


def _action(action: rx.Var[Action]) -> rx.Component:
    return rx.el.a(action.label, href=action.href, class_name=rx.cond(action.main, "btn main", "btn"))


def notice(item: rx.Var[Notice]) -> rx.Component:
    """A calm box that says what holds and what to do."""
    return rx.el.section(
        rx.el.h2(item.title),
        rx.el.div(rx.foreach(item.lines, rx.el.p), class_name="stack"),
        rx.cond(
            item.actions.length() > 0,
            rx.el.div(rx.foreach(item.actions, _action), class_name="row mt-3"),
        ),
        class_name=f"card {item.tone}",
    )


def notices(items: rx.Var[list[Notice]]) -> rx.Component:
    """All notices of a page, in order."""
    return rx.foreach(items, notice)


def _left_line(line: rx.Var[LeftLine]) -> rx.Component:
    return rx.el.li(
        rx.el.span("○", class_name="mark", aria_hidden="true"),
        rx.el.span(line.text, rx.cond(line.detail != "", rx.el.small(line.detail))),
        rx.cond(line.href != "", rx.el.a(line.label, href=line.href, class_name="btn slim"), rx.el.span()),
    )


def left_list(lines: rx.Var[list[LeftLine]]) -> rx.Component:
    """Steps that are still to do, each with its button."""
    return rx.el.ol(rx.foreach(lines, _left_line), class_name="steps")


def cycle_links(cycles: rx.Var[list[CycleLink]]) -> rx.Component:
    """The cycles a member may look at."""

    def link(cycle: rx.Var[CycleLink]) -> rx.Component:
        return rx.el.a(
            cycle.label,
            href=cycle.href,
            aria_current=rx.cond(cycle.current, "true", "false"),
            title=cycle.note,
        )

    return rx.el.nav(rx.foreach(cycles, link), class_name="filters", aria_label="Cycles")
