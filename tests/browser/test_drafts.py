"""A half-filled form outlives the server it was typed for."""

from collections.abc import Callable
from datetime import date

from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.portal import Portal


def test_a_killed_server_a_reload_and_another_device_bring_the_same_fields_back(
    fresh_portal: Callable[[str], Portal], open_page: Callable[..., Page]
) -> None:
    portal = fresh_portal("2020-11-01")
    page = open_page(portal, "phone")
    steps.sign_in(page, "sam@example.org")
    steps.choose_activity(page, steps.OTHER_EVENT)
    steps.fill_event(page, "Winter clinic", date(2020, 10, 1), "8")
    expect(steps.preview(page)).not_to_contain_text("Fill in the form")
    portal.kill()
    portal.start_again()
    page.reload()
    expect(page.get_by_label("What was it called?")).to_have_value("Winter clinic")
    expect(page.get_by_label("Last day")).to_have_value("2020-10-01")
    expect(page.get_by_label("Of these, in scope")).to_have_value("8")
    expect(page.get_by_text("What you typed and did not save is back.")).to_be_visible()
    steps.assert_axe_clean(page)
    other = open_page(portal)
    steps.sign_in(other, "sam@example.org")
    other.goto("/report?type=event_other")
    expect(other.get_by_label("What was it called?")).to_have_value("Winter clinic")
    steps.save(page)
    expect(page.get_by_role("heading", name='Saved "Winter clinic"')).to_be_visible()
    other.reload()
    expect(other.get_by_label("What was it called?")).to_have_value("")


def test_starting_over_empties_every_field(
    fresh_portal: Callable[[str], Portal], open_page: Callable[..., Page]
) -> None:
    page = open_page(fresh_portal("2020-11-01"), "phone")
    steps.sign_in(page, "sam@example.org")
    steps.choose_activity(page, steps.OTHER_EVENT)
    steps.fill_event(page, "Winter clinic", date(2020, 10, 1), "8")
    expect(steps.preview(page)).not_to_contain_text("Fill in the form")
    page.context.clear_cookies()
    steps.sign_in(page, "sam@example.org")
    page.goto("/report?type=event_other")
    page.get_by_role("button", name="Start over").press("Enter")
    expect(page.get_by_label("What was it called?")).to_have_value("")
    expect(page.get_by_label("What was it called?")).to_be_focused()
    page.reload()
    expect(page.get_by_label("What was it called?")).to_have_value("")
