"""Reflex's settings. The product's own are in recert_web/settings.py."""

from typing import Any, cast

import reflex as rx
from reflex_base.plugins import Plugin, SitemapPlugin, TailwindV4Plugin

from recert_web.settings import settings
from recert_web.theme import TAILWIND


class SameOrigin(Plugin):
    """Lets one build serve any host and port: the page's own origin is where its server is.

    The framework compiles an address into the bundle and replaces its host alone in the browser.
    """

    _FRAMEWORK = "endpoint.hostname = frontend_hostname;"
    _OURS = _FRAMEWORK + " endpoint.port = window.location.port;"

    def pre_compile(self, **context: Any) -> None:
        """Adds the page's port where the framework takes the page's host."""
        context["add_modify_task"]("utils/state.js", self._with_port)

    def _with_port(self, source: str) -> str:
        if self._OURS in source:
            return source
        if self._FRAMEWORK not in source:
            raise ValueError("reflex changed utils/state.js: see docs/decisions on one build for any port")
        return source.replace(self._FRAMEWORK, self._OURS)


config = rx.Config(
    app_name="recert_web",
    plugins=[TailwindV4Plugin(cast(Any, TAILWIND)), SameOrigin()],
    disable_plugins=[SitemapPlugin],
    cors_allowed_origins=list(settings().origins),
    backend_host="127.0.0.1",
    state_manager_mode=rx.constants.StateManagerMode.MEMORY,
    telemetry_enabled=False,
    show_built_with_reflex=False,
    frontend_compression_formats=["brotli", "gzip"],
)
