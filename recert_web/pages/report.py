"""Report CEUs: choose the activity, fill in what its type needs, see what it will count for, save."""

import reflex as rx

from recert_web.components import bars, feedback, fields, native, seals
from recert_web.display.shapes import Option, OptionGroup, PreviewLine
from recert_web.state.report import ReportState
from recert_web.state.saving import SavingState
from recert_web.state.seals import SealsState
from recert_web.wording import say


def page() -> rx.Component:
    """The choice, the form, and the bars that will move."""
    return rx.el.div(
        seals.seals_row(SealsState.seals),
        rx.el.div(
            rx.el.section(
                rx.el.h1(rx.cond(ReportState.editing, "Edit activity", "Report CEUs")),
                rx.el.div(SavingState.message, role="status", aria_live="polite", class_name="sr"),
                rx.el.div(SavingState.error, role="alert", class_name="status-line error-line"),
                rx.cond(
                    SavingState.saved.length() > 0,
                    _saved(),
                    rx.cond(
                        ReportState.ready,
                        rx.fragment(_choose(), _chosen()),
                        feedback.bones("Loading the form"),
                    ),
                ),
                class_name="card stack-l",
            ),
            class_name="mid",
        ),
        rx.el.div(_bars(), class_name="side"),
        class_name="page",
    )


def _choose() -> rx.Component:
    def option(choice: rx.Var[Option]) -> rx.Component:
        return rx.el.option(choice.label, value=choice.value)

    def group(item: rx.Var[OptionGroup]) -> rx.Component:
        return rx.el.optgroup(rx.foreach(item.options, option), label=item.label)

    return rx.el.div(
        rx.el.label("Choose Activity", html_for="type"),
        rx.el.select(
            rx.el.option("Choose Activity", value=""),
            rx.foreach(ReportState.groups, group),
            id="type",
            value=ReportState.form.type_key,
            on_change=ReportState.choose_type,
            disabled=ReportState.editing,
        ),
        rx.cond(ReportState.form.summary != "", rx.el.small(ReportState.form.summary)),
        class_name="field",
    )


def _chosen() -> rx.Component:
    return rx.cond(
        ReportState.form.route != "",
        rx.el.div(
            rx.el.h2("Reported for you"),
            rx.el.p(ReportState.form.route),
            class_name="card stack",
        ),
        rx.cond(ReportState.form.fields.length() > 0, _form()),
    )


def _form() -> rx.Component:
    first_wrong = ReportState.form.first_wrong
    return native.live_form(
        rx.el.input(type="hidden", name="form_key", value=ReportState.save_key),
        rx.cond(ReportState.restored, _restored()),
        rx.el.div(
            rx.foreach(ReportState.form.fields, lambda item: fields.form_field(item, first_wrong)),
            class_name="fields",
        ),
        _preview(),
        rx.el.div(
            rx.el.button(
                rx.cond(ReportState.editing, "Save changes", "Save"),
                type="submit",
                class_name="btn main grow",
            ),
            rx.cond(ReportState.editing, rx.el.a("Cancel", href="/activities", class_name="btn")),
            class_name="row",
        ),
        rx.el.p(
            "Keep your proof. You need to show it only if you are drawn for the audit, or appeal.",
            class_name="small muted",
        ),
        key=ReportState.form_key,
        on_input=ReportState.fill_in.debounce(120),
        on_submit=SavingState.save,
        no_validate=True,
        class_name="stack-l",
    )


def _restored() -> rx.Component:
    return rx.el.div(
        rx.el.p(say("What you typed and did not save is back."), class_name="small"),
        rx.el.button(
            say("Start over"), type="button", on_click=ReportState.start_over, class_name="btn slim push"
        ),
        class_name="row restored",
    )


def _preview() -> rx.Component:
    def line(item: rx.Var[PreviewLine]) -> rx.Component:
        return rx.el.div(
            rx.el.b(item.code), rx.el.span(item.text, class_name=f"t-{item.tone}"), class_name="line"
        )

    return rx.el.div(
        rx.el.b("If you save this"),
        rx.cond(
            ReportState.preview.length() > 0,
            rx.foreach(ReportState.preview, line),
            rx.el.span("Fill in the form to see what it adds for each certification.", class_name="muted"),
        ),
        class_name="preview",
        role="status",
        aria_live="polite",
    )


def _saved() -> rx.Component:
    def line(item: rx.Var[PreviewLine]) -> rx.Component:
        return rx.el.div(rx.el.b(item.code), rx.el.span(item.text), class_name="line")

    return rx.fragment(
        rx.el.div(rx.el.h2(SavingState.saved_title), rx.foreach(SavingState.saved, line), class_name="saved"),
        rx.el.div(
            rx.cond(
                SavingState.can_pay, rx.el.a("Pay Recertification Fees", href="/fees", class_name="btn main")
            ),
            rx.el.button(
                "Report another",
                type="button",
                on_click=SavingState.report_another,
                auto_focus=True,
                class_name=rx.cond(SavingState.can_pay, "btn", "btn main"),
            ),
            rx.el.a("See where I stand", href="/overview", class_name="btn"),
            class_name="row",
        ),
    )


def _bars() -> rx.Component:
    return rx.cond(
        SavingState.bars.length() > 0,
        rx.el.section(
            rx.el.h2(SavingState.bars_title),
            rx.el.div(rx.foreach(SavingState.bars, bars.category_bar)),
            class_name="card",
        ),
    )
