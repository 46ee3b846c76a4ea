"""Switching by seal and by cycle: everything below changes, with an address of its own and no page load."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.portal import Portal

FOUR = {
    "CSCS": ("In progress", "4.7 of 6.0"),
    "TSAC-F": ("Ready to pay", "of 4.0"),
    "NSCA-CPT": ("Recertification Complete", "of 2.0"),
    "CSPS": ("Not required this cycle", ""),
}


@pytest.fixture
def page(portal: Callable[[str], Portal], open_page: Callable[..., Page], device: str) -> Page:
    """A page on each device, nobody signed in."""
    return open_page(portal("2020-11-01"), device)


def test_a_seal_changes_everything_below_without_a_page_load(page: Page) -> None:
    steps.sign_in(page, "quinn@example.org")
    expect(steps.heading(page)).to_have_text("CSCS, 2018–2020")
    steps.mark(page)
    for code, (status, figures) in reversed(FOUR.items()):
        seal = page.get_by_role("navigation", name="Your certifications").get_by_role(
            "link", name=f"{code}: "
        )
        seal.click()
        expect(page).to_have_url(re.compile(f"seal={code}&cycle=2018-2020$"))
        expect(steps.heading(page)).to_have_text(f"{code}, 2018–2020")
        expect(seal).to_have_attribute("aria-current", "true")
        expect(page.get_by_role("main").get_by_text(status, exact=True).first).to_be_visible()
        expect(page.get_by_role("main")).to_contain_text(figures)
        steps.assert_same_document(page)
    page.go_back()
    expect(steps.heading(page)).to_have_text("TSAC-F, 2018–2020")
    steps.assert_same_document(page)
    page.reload()
    expect(steps.heading(page)).to_have_text("TSAC-F, 2018–2020")


def test_an_earlier_cycle_opens_and_cannot_be_changed(
    portal: Callable[[str], Portal], open_page: Callable[..., Page], device: str
) -> None:
    page = open_page(portal("2021-02-10"), device)
    steps.sign_in(page, "dana@example.org")
    expect(steps.heading(page)).to_have_text("CSCS, 2021–2023")
    steps.mark(page)
    page.get_by_role("navigation", name="Cycles").get_by_role("link", name="2018–2020").click()
    expect(steps.heading(page)).to_have_text("CSCS, 2018–2020")
    expect(page.get_by_role("heading", name="2018–2020 is closed")).to_be_visible()
    expect(page.get_by_role("link", name="Report CEUs")).to_have_count(0)
    page.get_by_role("link", name="All activities").click()
    expect(steps.heading(page)).to_have_text("Activities, 2018–2020")
    expect(page.get_by_text("This cycle is closed, so it cannot be changed.").first).to_be_visible()
    for name in ("Edit", "Delete"):
        assert page.get_by_role("main").get_by_text(name, exact=True).count() == 0
    page.go_back()
    expect(steps.heading(page)).to_have_text("CSCS, 2018–2020")
    steps.assert_same_document(page)
    page.get_by_role("link", name="See the current cycle").click()
    expect(steps.heading(page)).to_have_text("CSCS, 2021–2023")
    steps.assert_same_document(page)
