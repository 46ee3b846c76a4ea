"""The whole ASGI app as the server runs it, without a build of its pages."""

from collections.abc import Iterator
from functools import cache
from typing import Any
from unittest import mock

import httpx
from starlette.routing import Mount, Route

from recert_web.recert_web import app

ORIGIN = "http://localhost:8000"


@cache
def composed() -> Any:
    """The app with its routes, wrappers and the framework's own endpoints."""
    with mock.patch.object(type(app), "_compile"):
        app._add_optional_endpoints()  # compiling adds those that the pages use
        return app()


def browser(cookies: dict[str, str] | None = None) -> httpx.AsyncClient:
    """A browser that follows no redirect by itself."""
    transport = httpx.ASGITransport(app=composed())
    return httpx.AsyncClient(transport=transport, base_url=ORIGIN, cookies=cookies)


def routes(app: Any, prefix: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    """Every route below an app with the methods it takes; none for what is mounted whole."""
    for route in getattr(app, "routes", ()):
        if isinstance(route, Route):
            yield prefix + route.path, frozenset(route.methods or ())
        elif isinstance(route, Mount):
            below = list(routes(route.app, prefix + route.path))
            yield from below or [(prefix + route.path, frozenset())]
    if not hasattr(app, "routes") and hasattr(app, "app"):
        yield from routes(app.app, prefix)
