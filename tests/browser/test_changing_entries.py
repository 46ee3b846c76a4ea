"""Edit, delete and undo; what staff entered; two windows over one entry."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.devices import on_a_phone
from tests.browser.portal import Portal


@pytest.fixture
def page(fresh_portal: Callable[[str], Portal], open_page: Callable[..., Page], device: str) -> Page:
    """The activities of somebody who has reported one, on each device."""
    page = open_page(fresh_portal("2020-11-01"), device)
    steps.sign_in(page, "faq@example.org")
    steps.report_event(page, "Autumn clinic", date(2019, 10, 5), "10")
    page.goto("/activities")
    expect(steps.entry(page, "Autumn clinic")).to_be_visible()
    return page


def open_editor(page: Page) -> None:
    """Opens the entry's form."""
    page.get_by_role("link", name="Edit Autumn clinic").click()
    expect(steps.heading(page)).to_have_text("Edit activity")
    expect(page.get_by_label("What was it called?")).to_have_value("Autumn clinic")


def save_changes(page: Page) -> None:
    """Saves the edited entry."""
    page.get_by_role("button", name="Save changes").click()


def test_an_edit_says_what_it_changes_and_is_stored(page: Page) -> None:
    open_editor(page)
    expect(page.get_by_label("Last day")).to_have_value("2019-10-05")
    expect(page.get_by_label("Choose Activity")).to_be_disabled()
    page.get_by_label("Of these, in scope").fill("4")
    expect(steps.preview(page)).to_contain_text("gives 0.4 in A, 1.0 before")
    steps.assert_axe_clean(page)
    save_changes(page)
    expect(steps.live(page, "CSCS: gives 0.4 in A, 1.0 before")).to_have_count(1)
    page.goto("/activities")
    expect(steps.entry(page, "Autumn clinic")).to_contain_text("4 of 10 hours in scope")


def test_what_was_deleted_comes_back_with_undo(page: Page) -> None:
    steps.mark(page)
    page.get_by_role("button", name="Delete Autumn clinic").click()
    expect(steps.live(page, 'Deleted "Autumn clinic" of 5 October 2019.')).to_have_count(1)
    expect(steps.entry(page, "Autumn clinic")).to_have_count(0)
    expect(page.get_by_role("link", name="NSCA-CPT: In progress. 0.0 of 6.0")).to_be_visible()
    steps.assert_axe_clean(page)
    page.get_by_role("button", name="Undo deleting Autumn clinic").click()
    expect(steps.live(page, '"Autumn clinic" of 5 October 2019 is back.')).to_have_count(1)
    expect(steps.entry(page, "Autumn clinic")).to_be_visible()
    expect(page.get_by_role("link", name="NSCA-CPT: In progress. 1.0 of 6.0")).to_be_visible()
    steps.assert_same_document(page)
    page.reload()
    expect(steps.entry(page, "Autumn clinic")).to_be_visible()


@on_a_phone
def test_who_saves_over_another_window_is_told_first_and_loses_nothing_typed(page: Page) -> None:
    other = page.context.new_page()
    other.goto("/activities")
    open_editor(page)
    open_editor(other)
    page.get_by_label("Of these, in scope").fill("4")
    save_changes(page)
    expect(steps.live(page, "CSCS: gives 0.4 in A, 1.0 before")).to_have_count(1)
    other.get_by_label("Of these, in scope").fill("6")
    save_changes(other)
    alert = other.get_by_role("alert")
    expect(alert).to_contain_text("This entry was changed in another window meanwhile.")
    expect(alert).to_contain_text("4 of 10 hours in scope")
    expect(other.get_by_label("Of these, in scope")).to_have_value("6")
    steps.assert_axe_clean(other)
    save_changes(other)
    expect(steps.live(other, "CSCS: gives 0.6 in A, 0.4 before")).to_have_count(1)


@on_a_phone
def test_who_saves_what_another_window_deleted_is_told_and_may_enter_it_anew(page: Page) -> None:
    other = page.context.new_page()
    other.goto("/activities")
    open_editor(page)
    other.get_by_role("button", name="Delete Autumn clinic").click()
    expect(steps.entry(other, "Autumn clinic")).to_have_count(0)
    page.get_by_label("Of these, in scope").fill("4")
    save_changes(page)
    expect(page.get_by_role("alert")).to_contain_text("This entry was deleted in another window meanwhile.")
    expect(page.get_by_label("Of these, in scope")).to_have_value("4")
    steps.save(page)
    expect(steps.live(page, "CSCS: added 0.4 in A")).to_have_count(1)


@on_a_phone
def test_an_entry_of_the_staff_cannot_be_changed_and_says_why(
    portal: Callable[[str], Portal], open_page: Callable[..., Page], device: str
) -> None:
    page = open_page(portal("2020-11-01"), device)
    steps.sign_in(page, "sam@example.org")
    page.goto("/activities")
    theirs = steps.entry(page, "Hydration quiz")
    expect(theirs).to_contain_text("Added by staff, so only staff can change it.")
    expect(theirs.get_by_role("link", name="Edit")).to_have_count(0)
    expect(theirs.get_by_role("button", name="Delete")).to_have_count(0)
    own = steps.entry(page, "Regional conference")
    expect(own.get_by_role("link", name="Edit Regional conference")).to_be_visible()


@on_a_phone
def test_the_filters_and_the_search_keep_their_address(
    portal: Callable[[str], Portal], open_page: Callable[..., Page], device: str
) -> None:
    page = open_page(portal("2020-11-01"), device)
    steps.sign_in(page, "tess@example.org")
    page.goto("/activities")
    page.get_by_role("link", name="Not counted (").click()
    expect(page.get_by_role("link", name="Not counted (")).to_have_attribute("aria-current", "true")
    page.get_by_label("Find by name").fill("lunch")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_text('No activity with "lunch" in its name.')).to_be_visible()
    page.get_by_role("link", name="All (").click()
    expect(page.get_by_text("of 100 activities")).to_be_visible()
    page.get_by_role("link", name="Older").click()
    expect(page.get_by_role("link", name="Newer")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Find by name")).to_have_value("lunch")
    expect(page.get_by_role("link", name="Newer")).to_be_visible()
