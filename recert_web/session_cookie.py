"""The cookie that carries a sign-in: an opaque random token, readable by the server alone."""

from typing import Any

from recert_web.settings import settings


def cookie_name() -> str:
    """`__Host-` binds the cookie to this host and to TLS; browsers refuse it on plain http."""
    return "__Host-session" if _is_https() else "session"


def token_in(cookie_header: str) -> str | None:
    """The token in a Cookie header, None where there is none."""
    for pair in cookie_header.split(";"):  # other cookies may hold anything, and SimpleCookie gives up on it
        name, _, value = pair.strip().partition("=")
        if name == cookie_name():
            return value or None
    return None


def cookie_attributes() -> dict[str, Any]:
    """Attributes to set and to delete it with."""
    return {"path": "/", "httponly": True, "samesite": "lax", "secure": _is_https()}


def _is_https() -> bool:
    return settings().public_url.startswith("https://")
