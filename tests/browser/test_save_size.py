"""What a Save brings over the socket does not grow with what is stored."""

import re
from collections.abc import Callable
from datetime import date

from playwright.sync_api import Page, WebSocket, expect

from tests.browser import steps
from tests.browser.portal import Portal

MOST_BYTES = 4096


def test_a_save_with_a_thousand_activities_stored_brings_at_most_four_kibibytes(
    fresh_portal: Callable[[str], Portal], open_page: Callable[..., Page]
) -> None:
    page, received = open_page(fresh_portal("2020-11-01")), list[bytes]()

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.append(_bytes_of(frame)))

    page.on("websocket", listen)
    steps.sign_in(page, "tess@example.org")
    page.goto("/activities")
    expect(page.get_by_role("link", name=re.compile(r"^All \(1,?000\)"))).to_be_visible()
    steps.choose_activity(page, steps.OTHER_EVENT)
    steps.fill_event(page, "Autumn clinic", date(2020, 10, 10), "4")
    expect(steps.preview(page)).to_contain_text("adds 0.4 in A")
    received.clear()
    steps.save(page)
    expect(page.get_by_role("heading", name='Saved "Autumn clinic"')).to_be_visible()
    page.get_by_role("button", name="Report another").wait_for()
    assert any(b"Autumn clinic" in frame for frame in received), "the answer came another way"
    assert sum(map(len, received)) <= MOST_BYTES, [len(frame) for frame in received]


def _bytes_of(frame: str | bytes) -> bytes:
    return frame.encode() if isinstance(frame, str) else frame
