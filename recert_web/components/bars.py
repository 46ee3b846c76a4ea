"""Bars of progress: drawn as SVG, told in words."""

import reflex as rx

from recert_web.display.shapes import CategoryBar, Progress, Segment, Stand, StripRow, StripRun


def _segment(segment: rx.Var[Segment]) -> rx.Component:
    return rx.el.rect(
        x=f"{segment.start}", y="0", width=f"{segment.width}", height="10", class_name=f"k-{segment.kind}"
    )


def stand_bar(stand: rx.Var[Stand]) -> rx.Component:
    """The overall bar of one certification, a piece for each category."""
    return rx.el.div(
        rx.el.svg(
            rx.foreach(stand.segments, _segment),
            view_box="0 0 1000 10",
            preserve_aspect_ratio="none",
            aria_hidden="true",
        ),
        class_name="meter tall",
        role="progressbar",
        aria_label="CEUs credited",
        aria_valuenow=stand.percent,
        aria_valuemin=0,
        aria_valuemax=100,
        aria_valuetext=stand.bar_words,
    )


def category_bar(bar: rx.Var[CategoryBar]) -> rx.Component:
    """One category: credited, what is over the maximum, and both in words."""
    return rx.el.div(
        rx.el.div(bar.letter, " ", rx.el.span(bar.name), class_name="name"),
        rx.el.div(rx.el.b(bar.credited), " of at most ", bar.maximum, class_name="num"),
        rx.el.div(
            rx.el.svg(
                rx.el.rect(
                    x="0", y="0", width=f"{bar.credited_width}", height="10", class_name=f"k-{bar.letter}"
                ),
                rx.el.rect(
                    x=f"{bar.credited_width}",
                    y="0",
                    width=f"{bar.over_width}",
                    height="10",
                    class_name="k-over",
                ),
                view_box="0 0 100 10",
                preserve_aspect_ratio="none",
                aria_hidden="true",
            ),
            class_name="meter",
            role="progressbar",
            aria_label=f"{bar.letter} {bar.name}",
            aria_valuenow=bar.credited_width,
            aria_valuemin=0,
            aria_valuemax=100,
            aria_valuetext=bar.words,
        ),
        rx.cond(bar.note != "", rx.el.p(bar.note, class_name="note")),
        class_name="cat",
    )


def categories(progress: rx.Var[Progress]) -> rx.Component:
    """The bar of each category and the rule about two of them as its own line."""
    return rx.el.section(
        rx.el.h2("Categories"),
        rx.el.div(rx.foreach(progress.categories, category_bar)),
        rx.cond(
            progress.rule_line != "",
            rx.el.p(rx.el.span(progress.rule_line, class_name=f"t-{progress.rule_tone}"), class_name="small"),
        ),
        class_name="card",
    )


def _run(run: rx.Var[StripRun]) -> rx.Component:
    return rx.el.rect(
        x=f"{run.start}", y="0", width=f"{run.hundredths}", height="10", class_name=f"k-{run.kind}"
    )


def _strip_row(row: rx.Var[StripRow]) -> rx.Component:
    return rx.el.tr(
        rx.el.th(row.label, rx.cond(row.note != "", rx.el.small(row.note)), scope="row"),
        rx.el.td(row.amount),
    )


def strip(progress: rx.Var[Progress]) -> rx.Component:
    """Where every tenth went, as a strip and as a table."""
    return rx.el.section(
        rx.el.h2("Where every tenth went"),
        rx.el.div(
            rx.el.svg(
                rx.foreach(progress.strip, _run),
                view_box=progress.strip_box,
                preserve_aspect_ratio="none",
            ),
            class_name="strip",
            aria_hidden="true",
        ),
        rx.el.p(progress.strip_words, class_name="small muted mt-2"),
        rx.el.details(
            rx.el.summary("As a table"),
            rx.el.table(
                rx.el.caption("CEUs entered and where they went"),
                rx.el.tbody(rx.foreach(progress.strip_rows, _strip_row)),
                class_name="lines dense",
            ),
            class_name="why mt-1",
        ),
        class_name="card",
    )
