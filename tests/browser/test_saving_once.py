"""Saving once, whatever is clicked: twice, after Back, with Enter, in a hurry."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.devices import on_a_phone
from tests.browser.portal import Portal


@pytest.fixture
def page(fresh_portal: Callable[[str], Portal], open_page: Callable[..., Page], device: str) -> Page:
    """The form of an event, for somebody with nothing on the record, on each device."""
    page = open_page(fresh_portal("2020-11-01"), device)
    steps.sign_in(page, "faq@example.org")
    page.get_by_role("link", name="Report CEUs").click()
    steps.choose_activity(page, steps.OTHER_EVENT)
    return page


def stored(page: Page) -> int:
    """How many activities the list shows."""
    page.goto("/activities")
    page.get_by_role("link", name="All (").wait_for()
    expect(page.get_by_text("Loading your activities")).to_have_count(0)
    return page.get_by_role("main").get_by_role("listitem").count()


def test_a_double_click_on_save_stores_once(page: Page) -> None:
    steps.fill_event(page, "Autumn clinic", date(2019, 10, 5), "10")
    page.get_by_role("button", name="Save", exact=True).dblclick()
    expect(steps.live(page, 'Saved "Autumn clinic"')).to_have_count(1)
    assert stored(page) == 1


def test_back_after_a_save_shows_an_empty_form_and_saves_nothing_again(page: Page) -> None:
    steps.fill_event(page, "Autumn clinic", date(2019, 10, 5), "10")
    steps.save(page)
    expect(page.get_by_role("heading", name='Saved "Autumn clinic"')).to_be_visible()
    page.get_by_role("link", name="See where I stand").click()
    expect(steps.heading(page)).to_have_text("NSCA-CPT, 2018–2020")
    page.go_back()
    expect(page.get_by_label("What was it called?")).to_have_value("")
    steps.save(page)
    expect(page.get_by_role("alert")).to_contain_text("Not saved yet")
    assert stored(page) == 1


@on_a_phone
def test_enter_right_after_typing_saves_and_leaves_nothing_in_the_next_form(page: Page) -> None:
    steps.fill_event(page, "Autumn clinic", date(2019, 10, 5), "10")
    page.get_by_label("Of these, in scope").press("Enter")
    expect(page.get_by_role("heading", name='Saved "Autumn clinic"')).to_be_visible()
    page.get_by_role("button", name="Report another").click()
    expect(page.get_by_role("heading", name="Saved")).to_have_count(0)
    steps.choose_activity(page, steps.OTHER_EVENT)
    expect(page.get_by_label("What was it called?")).to_have_value("")
    assert stored(page) == 1


@on_a_phone
def test_the_same_activity_may_be_reported_twice_on_purpose(page: Page) -> None:
    for _ in range(2):
        steps.report_event(page, "Weekly class", date(2019, 10, 5), "1")
        page.get_by_role("button", name="Report another").click()
        expect(page.get_by_role("heading", name="Saved")).to_have_count(0)
    assert stored(page) == 2
