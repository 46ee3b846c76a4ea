"""Serves a page at its plain path: /overview is overview.html, with no detour over /overview/."""

from pathlib import Path

from starlette.types import ASGIApp, Receive, Scope, Send

_PAGES = Path(".web/build/client")


class PagePaths:
    """ASGI wrapper that leads the path of a prerendered page to its file."""

    def __init__(self, app: ASGIApp, pages: Path = _PAGES) -> None:
        """Wraps `app`; `pages` is where the built pages lie."""
        self.app = app
        self.paths = frozenset(f"/{page.stem}" for page in pages.glob("*.html")) - {"/index"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on, pages under the name of their file."""
        if scope["type"] == "http" and scope["path"].rstrip("/") in self.paths:
            scope = {**scope, "path": f"{scope['path'].rstrip('/')}.html"}
        await self.app(scope, receive, send)
