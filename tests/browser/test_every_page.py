"""Every page and calm screen: axe finds nothing, in light and dark, and 320 px are enough."""

import re
from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.portal import Portal

NOVEMBER, LATE, CLOSED, NOW = "2020-11-01", "2021-01-15", "2021-02-10", "2026-11-23"
NARROW = {"width": 320, "height": 640}

SCREENS = [
    (NOVEMBER, "sam", ["/overview", "/overview?seal=TSAC-F", "/activities", "/fees", "/report"]),
    (NOVEMBER, "sam", ["/report?type=event_other", "/report?type=first_aid", "/report?type=home_study"]),
    (NOVEMBER, "sam", ["/report?type=ncca_certification", "/report?type=college_semester"]),
    (NOVEMBER, "sam", ["/report?type=volunteer", "/report?type=cpr_aed"]),
    (NOVEMBER, "grace", ["/overview", "/fees"]),
    (NOVEMBER, "max", ["/overview", "/activities?show=partly"]),
    (NOVEMBER, "dana", ["/overview", "/fees"]),
    (NOVEMBER, "eli", ["/overview", "/activities"]),
    (NOVEMBER, "tess", ["/activities?page=3"]),
    (NOVEMBER, "staff", ["/desk"]),
    (LATE, "lee", ["/overview", "/fees"]),
    (CLOSED, "lee", ["/overview", "/fees"]),
    (NOW, "robin", ["/overview", "/overview?cycle=2018-2020", "/fees", "/activities"]),
    (NOW, "morgan", ["/overview"]),
    (NOW, "avery", ["/overview"]),
    (NOW, "drew", ["/overview"]),
]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("day", "who", "paths"), SCREENS, ids=[f"{day}-{who}-{paths[0]}" for day, who, paths in SCREENS]
)
def test_axe_finds_nothing_and_nothing_is_wider_than_a_small_phone(
    portal: Callable[[str], Portal],
    open_page: Callable[..., Page],
    day: str,
    who: str,
    paths: list[str],
    dark: bool,
) -> None:
    page = open_page(portal(day), dark=dark)
    steps.sign_in(page, f"{who}@example.org")
    for path in paths:
        page.goto(path)
        _is_there(page)
        for closed in page.get_by_text("Why", exact=True).all()[:1]:
            closed.click()
        steps.assert_axe_clean(page)
        page.set_viewport_size(NARROW)  # type: ignore[arg-type]
        steps.assert_fits(page)
        if not dark:  # the colours of the dark were judged above
            steps.assert_axe_clean(page)
        page.set_viewport_size({"width": 1280, "height": 800})


@pytest.mark.parametrize("path", ["/", "/?refused=wrong", "/no-access", "/no/such/page"])
def test_the_pages_that_strangers_see(
    portal: Callable[[str], Portal], open_page: Callable[..., Page], path: str
) -> None:
    page = open_page(portal(NOVEMBER))
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == (404 if path == "/no/such/page" else 200)
    expect(steps.heading(page)).to_be_visible()
    steps.assert_axe_clean(page)
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    steps.assert_fits(page)
    steps.assert_axe_clean(page)


def _is_there(page: Page) -> None:
    """Waits for the figures: a page on its way says so."""
    expect(steps.heading(page)).to_be_visible()
    expect(page.locator("[aria-busy=true]")).to_have_count(0)


def test_pages_and_scripts_travel_in_brotli_or_in_gzip_as_the_browser_asks(
    portal: Callable[[str], Portal],
) -> None:
    url = portal(NOVEMBER).url
    page = httpx.get(url).text
    script = re.findall(r"/assets/root-[\w-]+\.js", page)[0]
    for path in ("/", script):
        for asked, answered in (("br, gzip", "br"), ("gzip", "gzip")):
            with httpx.stream("GET", f"{url}{path}", headers={"Accept-Encoding": asked}) as answer:
                assert answer.headers["content-encoding"] == answered, path
                assert "Accept-Encoding" in answer.headers["vary"]
