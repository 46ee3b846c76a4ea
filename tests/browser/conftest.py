"""Fixtures of the journeys: pages built, servers by day, a browser on two devices, evidence of a failure."""

import re
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import browser
from tests.browser.devices import DEVICES
from tests.browser.evidence import Watched
from tests.browser.portal import Portal, environment, fill, run_command
from tests.house.source import ROOT

FAILURES = ROOT / "screens" / "failures"
FAILED = pytest.StashKey[bool]()
PATIENCE = 15_000  # milliseconds: machines that run this are shared, and what gates is no time
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys come last: the browser's event loop stays in the thread, and no other could start there."""
    items.sort(key=lambda item: Path(__file__).parent in item.path.parents)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remembers on the test whether a phase of it failed."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the whole run."""
    path = browser.find()
    assert path, browser.MISSING
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=browser.flags())
        yield running
        running.close()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The demo's database as of a day, made once a day. The pages are built by then."""
    folder = tmp_path_factory.mktemp("filled")
    run_command("build", environment(folder / "unused.db", "2020-11-01", 8000))

    def filled_at(today: str) -> Path:
        database = folder / today / "recert.db"
        if not database.exists():
            fill(database, today)
        return database

    return filled_at


@pytest.fixture(scope="session")
def portal(
    filled: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Portal]]:
    """`portal("2020-11-01")`: a server that goes by that day, shared by journeys that only look."""
    running: dict[str, Portal] = {}

    def portal_at(today: str) -> Portal:
        if today not in running:
            running[today] = Portal.start(today, filled(today), tmp_path_factory.mktemp("portal"))
        running[today].forget_drafts()  # what an earlier journey typed and did not save
        return running[today]

    yield portal_at
    for each in running.values():
        each.stop()


@pytest.fixture
def fresh_portal(filled: Callable[[str], Path], tmp_path: Path) -> Iterator[Callable[[str], Portal]]:
    """`fresh_portal("2020-11-01")`: a server with data of this test's own, to change and to restart."""
    running: list[Portal] = []

    def portal_at(today: str) -> Portal:
        running.append(Portal.start(today, filled(today), tmp_path / str(len(running))))
        return running[-1]

    yield portal_at
    for each in running:
        each.stop()


@pytest.fixture(params=DEVICES)
def device(request: pytest.FixtureRequest) -> str:
    """The name of each device in turn."""
    return str(request.param)


@pytest.fixture
def open_page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """`open_page(portal, "phone")`: a page in a context of its own. The test fails if a script on it did."""
    watched: list[Watched] = []

    def opened(portal: Portal, device: str = "desktop", dark: bool = False) -> Page:
        viewport, touch = DEVICES[device]
        context = chromium.new_context(
            base_url=portal.url, viewport=viewport, has_touch=touch, is_mobile=touch,
            color_scheme="dark" if dark else "light", locale="en-US", reduced_motion="reduce",
        )  # fmt: skip
        context.set_default_timeout(PATIENCE)
        watched.append(Watched(context.new_page(), portal))
        return watched[-1].page

    yield opened
    errors = [error for each in watched for error in each.script_errors]
    if request.node.stash.get(FAILED, False) or errors:
        name = re.sub(r"[^\w.-]+", "-", request.node.nodeid)
        for number, each in enumerate(watched):
            each.save(FAILURES / f"{name}-{number}")
    for each in watched:
        each.page.context.close()
    assert errors == []
