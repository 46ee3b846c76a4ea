"""Signing in and out: native form posts, answered by a redirect and a cookie."""

import logging
import secrets

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from recert_web import clock, work
from recert_web.http.origin import is_our_own, own_path
from recert_web.services.signing_in import (
    SignedIn,
    SignInRefused,
    finish_sign_in,
    matches,
    sign_out,
    start_sign_in,
)
from recert_web.session_cookie import cookie_attributes, cookie_name, token_in

_log = logging.getLogger("recert_web")
_SEE_OTHER = 303
_LONGEST_BODY = 8 * 1024


async def post_sign_in(request: Request) -> Response:
    """Signs in by e-mail and password; the answer is the same whether or not the account exists."""
    if refusal := _refused(request):
        return refusal
    form = await request.form(max_files=0, max_fields=5, max_part_size=_LONGEST_BODY)
    address = request.client.host if request.client else ""
    outcome = await run_in_threadpool(
        _signed_in, str(form.get("email", "")), str(form.get("password", "")), address
    )
    if isinstance(outcome, SignInRefused):
        return RedirectResponse(f"/?refused={outcome.kind}", _SEE_OTHER)
    response = RedirectResponse(own_path(str(form.get("next", "")), "/overview"), _SEE_OTHER)
    response.set_cookie(cookie_name(), outcome.token, **cookie_attributes())
    return response


async def post_sign_out(request: Request) -> Response:
    """Ends the session on the server and forgets the cookie."""
    if refusal := _refused(request):
        return refusal
    token = token_in(request.headers.get("cookie", ""))
    if token:
        await run_in_threadpool(work.run_now, sign_out, token, clock.now())
    response = RedirectResponse("/?signed_out=1", _SEE_OTHER)
    response.delete_cookie(cookie_name(), **cookie_attributes())
    return response


async def on_fault(request: Request, exception: Exception) -> Response:
    """Leads back to the front page; what went wrong is in the log alone."""
    reference = secrets.token_hex(4)
    _log.error("fault %s at %s", reference, request.url.path, exc_info=exception)
    return RedirectResponse("/?refused=fault", _SEE_OTHER)


def _signed_in(email: str, password: str, address: str) -> SignedIn | SignInRefused:
    """Counts the try, checks the password with the database free, then opens the session."""
    attempt = work.run_now(start_sign_in, email, address, clock.now())
    if isinstance(attempt, SignInRefused):
        return attempt
    return work.run_now(finish_sign_in, attempt, matches(attempt, password), clock.now())


def _refused(request: Request) -> Response | None:
    if not is_our_own(request):
        return PlainTextResponse("This form must be sent from the portal's own page.", 403)
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > _LONGEST_BODY:
        return PlainTextResponse("This form is too large.", 413)
    return None


routes = [
    Route("/auth/sign-in", post_sign_in, methods=["POST"]),
    Route("/auth/sign-out", post_sign_out, methods=["POST"]),
]
