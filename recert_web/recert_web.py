"""Composition root: the pages, the HTTP routes, the app."""

import reflex as rx
from starlette.applications import Starlette

from recert_web import shell, wording
from recert_web.http import headers, page_paths, sign_in
from recert_web.pages import activities, desk, elsewhere, fees, front, overview, receipt, report
from recert_web.settings import settings
from recert_web.state import loading
from recert_web.state.faults import on_fault
from recert_web.state.session import BindToCookie
from recert_web.theme import STYLESHEETS

wording.speak(wording.language(settings().locale))
routes = Starlette(routes=sign_in.routes, exception_handlers={Exception: sign_in.on_fault})
app = rx.App(
    stylesheets=STYLESHEETS,
    html_lang=wording.spoken().locale.language,
    toaster=None,
    extra_app_wraps={(55, "ErrorBoundary"): shell.broken_page, (5, "Overlay"): shell.connection_overlay},
    head_components=shell.head(),
    backend_exception_handler=on_fault,
    api_transformer=[routes, page_paths.PagePaths, headers.ResponseHeaders],
)
app.add_middleware(BindToCookie())

shell.public_page(app, front.page, "/", "Sign in", loading.front)
shell.member_page(app, overview.page, "overview", "Overview", loading.overview)
shell.member_page(app, activities.page, "activities", "Activities", loading.activities)
shell.member_page(app, report.page, "report", "Report CEUs", loading.report)
shell.member_page(app, fees.page, "fees", "Pay Recertification Fees", loading.fees)
shell.member_page(app, receipt.page, "receipt", "Receipt", loading.receipt)
shell.member_page(app, desk.page, "desk", "Desk", loading.desk)
shell.public_page(app, elsewhere.no_access, "no-access", "No access")
shell.public_page(app, elsewhere.not_found, "404", "Not found")
