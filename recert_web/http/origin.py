"""Who may send a request that changes something: pages of this site alone."""

from starlette.requests import Request

from recert_web.settings import settings


def is_our_own(request: Request) -> bool:
    """Whether a browser sent this from one of our own pages.

    Every browser in use sends `Origin` with a POST; a request without one, or with a foreign one, is refused.
    """
    return request.headers.get("origin") in settings().origins


def own_path(path: str, otherwise: str) -> str:
    """A path of this site that a form may lead on to; anything else becomes `otherwise`."""
    plain = path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if plain and path.isprintable() and len(path) < 500 else otherwise
