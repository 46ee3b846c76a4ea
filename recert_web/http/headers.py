"""Headers of every answer: caching of built assets, and what browsers must not do with our pages."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": (
        "frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'"
    ),
}
_A_YEAR = "public, max-age=31536000, immutable"


class ResponseHeaders:
    """ASGI wrapper that adds the headers. Built assets carry a hash in their name and never change."""

    def __init__(self, app: ASGIApp) -> None:
        """Wraps `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Adds the headers to the start of an HTTP response."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    headers.setdefault(name, value)
                hashed = scope["path"].startswith("/assets/") and message["status"] == 200
                headers.setdefault("Cache-Control", _A_YEAR if hashed else "no-cache")
            await send(message)

        await self.app(scope, receive, with_headers)
