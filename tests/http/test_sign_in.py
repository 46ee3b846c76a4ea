"""Signing in and out by the browser's own form posts."""

from collections.abc import Callable
from http.cookies import SimpleCookie
from urllib.parse import urljoin, urlsplit

import httpx
import pytest
from hypothesis import given, strategies as st

from recert_web import clock, work
from recert_web.data.database import Database
from recert_web.http.origin import own_path
from recert_web.services.policy import Actor
from recert_web.services.signing_in import TRIES_PER_ACCOUNT, actor_of
from recert_web.session_cookie import token_in
from tests.http.portal import ORIGIN, browser
from tests.people import PASSWORD
from tests.state.members import Cast, rows

ALEX = {"email": "alex@example.org", "password": PASSWORD}
EVIL = (
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    " //evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\x00//evil.example",
    "/\r\nSet-Cookie: a=b",
    "/\u2028/evil.example",
    "/" + "a" * 600,
    "",
)


async def post(path: str, data: dict[str, str], cookies: dict[str, str] | None = None) -> httpx.Response:
    async with browser(cookies) as client:
        return await client.post(path, data=data, headers={"origin": ORIGIN})


def who(token: str) -> Actor | None:
    return work.read_now(actor_of, token, clock.now())


async def test_the_right_password_opens_a_session_and_leads_to_the_overview(
    stored: Database, cast: Cast
) -> None:
    answer = await post("/auth/sign-in", ALEX)
    assert (answer.status_code, answer.headers["location"]) == (303, "/overview")
    assert who(answer.cookies["session"]) == cast.alex.actor


async def test_the_cookie_is_out_of_reach_of_scripts_and_foreign_pages(stored: Database) -> None:
    answer = await post("/auth/sign-in", ALEX)
    cookie = SimpleCookie(answer.headers["set-cookie"])["session"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "lax", "/")
    assert not cookie["domain"]
    assert not cookie["secure"]  # plain http: browsers would not take it
    assert cookie.value not in answer.headers["location"] + answer.text


async def test_over_https_the_cookie_is_bound_to_the_host(
    stored: Database, setting: Callable[..., None]
) -> None:
    setting(RECERT_PUBLIC_URL="https://recert.example")
    answer = await post("/auth/sign-in", ALEX)
    cookie = SimpleCookie(answer.headers["set-cookie"])["__Host-session"]
    assert (cookie["secure"], cookie["httponly"], cookie["path"], cookie["domain"]) == (True, True, "/", "")
    # A cookie that plain http has set is none.
    assert token_in(f"session={cookie.value}") is None
    assert token_in(f"__Host-session={cookie.value}") == cookie.value


async def test_in_production_this_machines_own_pages_are_foreign(stored: Database, production: None) -> None:
    assert (await post("/auth/sign-in", ALEX)).status_code == 403


async def test_a_session_id_that_the_browser_brought_is_never_taken_up(stored: Database, cast: Cast) -> None:
    brought = "chosen-by-somebody-else-and-long-enough-to-be-one"
    answer = await post("/auth/sign-in", ALEX, {"session": brought})
    assert answer.cookies["session"] != brought
    assert who(brought) is None
    again = await post("/auth/sign-in", ALEX, {"session": answer.cookies["session"]})
    assert again.cookies["session"] != answer.cookies["session"]


async def test_signing_in_over_somebody_elses_session_signs_in_as_oneself(
    stored: Database, cast: Cast
) -> None:
    answer = await post("/auth/sign-in", ALEX, {"session": cast.sam.session})
    assert who(answer.cookies["session"]) == cast.alex.actor
    assert who(cast.sam.session) == cast.sam.actor


async def test_a_wrong_password_and_an_unknown_account_get_the_same_answer(stored: Database) -> None:
    wrong = await post("/auth/sign-in", {**ALEX, "password": "not the password"})
    unknown = await post("/auth/sign-in", {"email": "nobody@example.org", "password": "not the password"})
    assert wrong.headers["location"] == "/?refused=wrong"
    assert "set-cookie" not in wrong.headers
    assert (wrong.status_code, wrong.text, wrong.headers) == (
        unknown.status_code,
        unknown.text,
        unknown.headers,
    )


@pytest.mark.parametrize("email", ["alex@example.org", "nobody@example.org"])
async def test_too_many_tries_are_refused_even_with_the_right_password(stored: Database, email: str) -> None:
    async with browser() as client:
        tries = [
            await client.post(
                "/auth/sign-in", data={"email": email, "password": "x"}, headers={"origin": ORIGIN}
            )
            for _ in range(TRIES_PER_ACCOUNT)
        ]
    assert {answer.headers["location"] for answer in tries} == {"/?refused=wrong"}
    refused = await post("/auth/sign-in", {"email": email, "password": PASSWORD})
    assert refused.headers["location"] == "/?refused=too_many"
    assert "set-cookie" not in refused.headers


async def test_signing_in_leads_on_to_where_one_was_going(stored: Database) -> None:
    answer = await post("/auth/sign-in", {**ALEX, "next": "/fees?cycle=2018-2020"})
    assert answer.headers["location"] == "/fees?cycle=2018-2020"


@pytest.mark.parametrize("there", EVIL)
async def test_signing_in_leads_to_no_other_site(there: str, stored: Database) -> None:
    answer = await post("/auth/sign-in", {**ALEX, "next": there})
    assert answer.headers["location"] == "/overview"
    assert len(answer.headers.get_list("set-cookie")) == 1


@given(st.text() | st.text(alphabet="/\\.:@?# \t\r\n").map(lambda text: f"/{text}evil.example"))
def test_no_text_leads_to_another_site(there: str) -> None:
    path = own_path(there, "/overview")
    # Browsers read a backslash as a slash and drop tabs and line ends.
    as_read = "".join(letter for letter in path.replace("\\", "/") if letter not in "\t\r\n")
    assert urlsplit(urljoin(ORIGIN, as_read)).netloc == "localhost:8000"
    assert path.isprintable()


async def test_signing_out_ends_the_session_on_the_server(stored: Database, cast: Cast) -> None:
    answer = await post("/auth/sign-out", {}, {"session": cast.alex.session})
    assert (answer.status_code, answer.headers["location"]) == (303, "/?signed_out=1")
    assert who(cast.alex.session) is None
    assert who(cast.sam.session) == cast.sam.actor
    cookie = SimpleCookie(answer.headers["set-cookie"])["session"]
    assert (cookie.value, cookie["max-age"], cookie["path"]) == ("", "0", "/")


async def test_signing_out_without_a_session_changes_nothing(stored: Database, cast: Cast) -> None:
    before = rows(stored)
    for cookies in (None, {"session": "made up"}, {"session": cast.signed_out}):
        assert (await post("/auth/sign-out", {}, cookies)).status_code == 303
    assert rows(stored) == before
