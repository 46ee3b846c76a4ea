"""Every address that the portal writes leads to a page of it, or to a route."""

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest

from recert_web.display import links
from recert_web.recert_web import app
from tests.house.source import ROOT, Module, expect_none, modules
from tests.http.portal import composed, routes

# Texts that begin with a slash and are no address of a page.
NO_ADDRESS = {"/", "//", "/\\", "/assets/", "/index"}
FOLDERS = ("pages", "components", "state", "http", "display", "shell.py", "recert_web.py", "theme.py")
WRITERS = tuple(f"recert_web/{name}" for name in FOLDERS)
ADDRESS = re.compile(r"/[^\s]*")
SAMPLES = {"str": "x", "int": 2}


def page_of(address: str) -> str | None:
    """The registered page that an address leads to."""
    path = urlsplit(address).path
    return path if app.router(path) not in (None, "404") else None


def written(module: Module) -> Iterator[tuple[ast.AST, str]]:
    """Every text that reads like an address; of one with values in it, what stands before them."""
    joined = [node for node in ast.walk(module.tree) if isinstance(node, ast.JoinedStr)]
    inside = {id(part) for node in joined for part in node.values}
    for node in ast.walk(module.tree):
        first = node.values[0] if isinstance(node, ast.JoinedStr) and node.values else node
        text = first.value if isinstance(first, ast.Constant) else None
        if isinstance(text, str) and id(node) not in inside and ADDRESS.fullmatch(text):
            yield node, text


def addresses() -> list[tuple[Module, ast.AST, str]]:
    """Every address that the code writes out."""
    writing = [module for module in modules() if module.path.startswith(WRITERS)]
    return [
        (module, node, text) for module in writing for node, text in written(module) if text not in NO_ADDRESS
    ]


def test_the_pages_are_found_by_their_addresses() -> None:
    assert page_of("/overview?seal=CSCS") == "/overview"
    assert page_of("/") == "/"
    assert page_of("/nowhere") is None
    assert page_of("/overview/more") is None


def test_every_address_that_is_written_out_leads_somewhere() -> None:
    posted = dict(routes(composed()))
    found = addresses()
    assert {"/overview", "/report", "/fees", "/auth/sign-in", "/auth/sign-out"} <= {
        text for _, _, text in found
    }
    expect_none(
        module.at(node, f"{text} leads nowhere")
        for module, node, text in found
        if page_of(text) is None and text not in posted and not (ROOT / "assets" / text[1:]).is_file()
    )


def test_an_address_within_a_text_with_values_is_seen() -> None:
    module = Module("recert_web/state/a.py", 'go(f"/nowhere?a={b}"); go("/else"); say("a / b", f"{x}/y")')
    assert [text for _, text in written(module)] == ["/nowhere?a=", "/else"]


def link_functions() -> list[Callable[..., str]]:
    """Every function of `links` that answers an address."""
    found = [
        one for _, one in inspect.getmembers(links, inspect.isfunction) if one.__module__ == links.__name__
    ]
    return [one for one in found if not one.__name__.startswith("_")]


@pytest.mark.parametrize("link", link_functions(), ids=lambda link: link.__name__)
def test_every_link_leads_to_a_page_with_and_without_its_choices(link: Callable[..., str]) -> None:
    parameters = inspect.signature(link).parameters.values()
    chosen = {one.name: SAMPLES[one.annotation.__name__] for one in parameters}
    needed = {one.name: chosen[one.name] for one in parameters if one.default is one.empty}
    assert page_of(link(**chosen))
    assert page_of(link(**needed))


def test_the_sign_in_page_is_where_the_link_says() -> None:
    assert page_of(links.SIGN_IN) == "/"


def test_forms_that_the_browser_posts_go_to_a_route_that_takes_them() -> None:
    posted = {path for path, methods in routes(composed()) if "POST" in methods}
    calls = [call for module in modules() for call, name in module.calls() if name == "native_form"]
    forms = [
        {one.arg: one.value.value for one in call.keywords if isinstance(one.value, ast.Constant)}
        for call in calls
    ]
    actions = [form["action"] for form in forms if form["method"] == "post"]
    assert len(actions) >= 3
    assert set(actions) <= posted
    assert [
        form["action"] for form in forms if form["method"] != "post" and not page_of(str(form["action"]))
    ] == []
