"""Every HTTP route of the composed app, and what it does with requests that no page of ours sends."""

from collections.abc import AsyncIterator

import pytest
from reflex.config import get_config

from recert_web.data.database import Database
from recert_web.recert_web import app
from tests.house.source import expect_none
from tests.http.portal import ORIGIN, browser, composed, routes
from tests.state.members import rows

# Changes something: by POST from a page of ours alone.
POSTED = ("/auth/sign-in", "/auth/sign-out")
OPEN = {
    "/ping": "says that the process lives",
    "/_health": "says whether the process can work, for who watches it",
    "/_event": "the event socket: origins as in the settings, every event guarded",
}
FOREIGN = (
    None,
    "null",
    "",
    "https://evil.example",
    "http://localhost:8000.evil.example",
    "http://localhost:9000",
)
BODIES = {
    "nothing": ("application/x-www-form-urlencoded", b""),
    "half": ("application/x-www-form-urlencoded", b"email=alex%40example.org"),
    "other fields": ("application/x-www-form-urlencoded", b"a=1&b=2"),
    "too many fields": ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % one for one in range(200))),
    "no text": ("application/x-www-form-urlencoded", b"email=%00%ff%ed%a0%80&password=%00"),
    "no boundary": ("multipart/form-data", b"email"),
    "a file": (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="email"; filename="a"\r\n\r\nabc\r\n--x--\r\n',
    ),
    "json": ("application/json", b'{"email": "alex@example.org"}'),
    "no type": ("", b"email=alex%40example.org"),
}


def test_every_route_is_placed() -> None:
    found = dict(routes(composed()))
    expect_none(f"{path}: say in test_routes.py what it is for" for path in found.keys() - {*POSTED, *OPEN})
    assert found.keys() == {*POSTED, *OPEN}
    assert {found[path] for path in POSTED} == {frozenset({"POST"})}


def test_the_socket_takes_pages_of_our_origins_alone() -> None:
    assert "*" not in get_config().cors_allowed_origins
    assert ORIGIN in get_config().cors_allowed_origins
    assert app.sio is not None
    assert app.sio.eio.cors_allowed_origins == list(get_config().cors_allowed_origins)


@pytest.mark.parametrize("path", ["/ping", "/_health", *POSTED])
async def test_no_answer_is_shared_with_a_foreign_page(path: str, stored: Database) -> None:
    async with browser() as client:
        asked = {"origin": "https://evil.example", "access-control-request-method": "POST"}
        answers = [await client.get(path, headers=asked), await client.options(path, headers=asked)]
    assert ["access-control-allow-origin" in answer.headers for answer in answers] == [False, False]


@pytest.mark.parametrize("path", POSTED)
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "PATCH", "DELETE"])
async def test_what_changes_something_is_posted(method: str, path: str, stored: Database) -> None:
    before = rows(stored)
    async with browser() as client:
        answer = await client.request(method, path, headers={"origin": ORIGIN})
    assert answer.status_code in (404, 405)
    assert "set-cookie" not in answer.headers
    assert rows(stored) == before


@pytest.mark.parametrize("path", POSTED)
@pytest.mark.parametrize("origin", FOREIGN)
async def test_a_post_from_a_foreign_page_is_refused(origin: str | None, path: str, stored: Database) -> None:
    before = rows(stored)
    async with browser() as client:
        headers = {"referer": ORIGIN} if origin is None else {"origin": origin, "referer": ORIGIN}
        answer = await client.post(path, headers=headers, data={"email": "alex@example.org", "password": "x"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert rows(stored) == before


async def unread() -> AsyncIterator[bytes]:
    for part in (b"email=", b"a" * 100):
        yield part
    raise AssertionError("more was read than was let in")


@pytest.mark.parametrize("path", POSTED)
async def test_a_large_body_is_refused_before_it_is_read(path: str, stored: Database) -> None:
    before = rows(stored)
    async with browser() as client:
        headers = {"origin": ORIGIN, "content-type": "application/x-www-form-urlencoded"}
        large = await client.post(path, headers=headers, content=b"email=" + b"a" * 9000)
        streamed = await client.post(path, headers=headers, content=unread())
        lying = await client.post(path, headers={**headers, "content-length": "-1"}, content=unread())
    assert [large.status_code, streamed.status_code, lying.status_code] == [413, 413, 413]
    assert rows(stored) == before


@pytest.mark.parametrize("path", POSTED)
@pytest.mark.parametrize("body", BODIES)
async def test_a_form_that_is_none_of_ours_signs_nobody_in(body: str, path: str, stored: Database) -> None:
    kind, content = BODIES[body]
    async with browser() as client:
        answer = await client.post(path, headers={"origin": ORIGIN, "content-type": kind}, content=content)
    assert answer.status_code in (303, 400)
    assert not answer.cookies
    assert answer.headers.get("location", "/").startswith("/")


async def test_every_answer_forbids_frames_and_guessing_of_types(stored: Database) -> None:
    async with browser() as client:
        answers = [await client.get(path) for path in ("/ping", "/nowhere", "/auth/sign-in")]
        answers.append(await client.post("/auth/sign-in"))
    for answer in answers:
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-cache"
