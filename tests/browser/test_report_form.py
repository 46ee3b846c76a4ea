"""The report form: routes instead of forms, and what happens to wrong input."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import steps
from tests.browser.devices import on_a_phone
from tests.browser.portal import Portal

pytestmark = on_a_phone

ROUTES = {
    "B - Passed an NSCA quiz (reported for you)": "automatically as soon as you pass",
    "B - Served in an NSCA volunteer leadership position (reported for you)": "once a year",
    "B - Published in an NSCA publication (reported for you)": "during the month",
    "D - Passed a USADA or SafeSport course (reported for you)": "Send the NSCA your certificate",
    "CPR/AED certification (in your profile)": "Add your card to your profile",
}


@pytest.fixture
def page(portal: Callable[[str], Portal], open_page: Callable[..., Page], device: str) -> Page:
    """A member on each device."""
    page = open_page(portal("2020-11-01"), device)
    steps.sign_in(page, "sam@example.org")
    return page


def assert_wrong(field: Locator, message: str, typed: str) -> None:
    """The field says that and why it is wrong, and keeps what was typed."""
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(message)
    expect(field).to_have_value(typed)


def test_what_is_reported_for_members_shows_the_route_and_no_form(page: Page) -> None:
    for label, route in ROUTES.items():
        steps.choose_activity(page, label)
        expect(page.get_by_role("heading", name="Reported for you")).to_be_visible()
        expect(page.get_by_role("main")).to_contain_text(route)
        expect(page.get_by_role("button", name="Save")).to_have_count(0)


def test_an_empty_form_names_every_field_and_puts_the_focus_on_the_first(page: Page) -> None:
    steps.choose_activity(page, steps.OTHER_EVENT)
    steps.save(page)
    expect(page.get_by_role("alert")).to_have_text("Not saved yet: 4 things to put right below.")
    title = page.get_by_label("What was it called?")
    expect(title).to_be_focused()
    assert_wrong(title, "Type what it was called.", "")
    assert_wrong(page.get_by_label("Last day"), "Choose the last day.", "")
    expect(page.get_by_label("Of these, in scope")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Who held it?")).to_have_attribute("aria-invalid", "false")
    steps.assert_axe_clean(page)


def test_wrong_numbers_and_days_keep_what_was_typed_and_focus_the_first_wrong_one(page: Page) -> None:
    steps.choose_activity(page, steps.OTHER_EVENT)
    steps.fill_event(page, "Autumn clinic", date(2020, 10, 10), "ten", in_scope="1.234")
    steps.save(page)
    in_all = page.get_by_label("Hours in all")
    expect(in_all).to_be_focused()
    assert_wrong(in_all, "The hours in all: type a number such as 2.5, without other signs.", "ten")
    in_scope = page.get_by_label("Of these, in scope")
    expect(in_scope).to_have_accessible_description(
        re.compile("^The hours in scope: use at most two decimals")
    )
    expect(in_scope).to_have_value("1.234")
    in_all.fill("10")
    in_scope.fill("12")
    page.get_by_label("First day").fill("2020-10-12")
    steps.save(page)
    last_day = page.get_by_label("Last day")
    expect(last_day).to_be_focused()
    assert_wrong(
        last_day, "The last day is before 12 October 2020, when it began. Correct one of them.", "2020-10-10"
    )
    expect(in_scope).to_have_accessible_description(re.compile("at most the 10 in all"))
    expect(page.get_by_label("What was it called?")).to_have_value("Autumn clinic")
    steps.assert_axe_clean(page)


def test_a_choice_left_open_and_a_no_are_explained(page: Page) -> None:
    steps.choose_activity(page, "D - Completed a Pre-Approved Home Study")
    steps.save(page)
    course = page.get_by_label("Which course from the pre-approved list?")
    expect(course).to_be_focused()
    assert_wrong(course, "Choose the course from the list.", "")
    course.select_option(label="Periodization in practice, Northfield Learning")
    expect(page.get_by_label("CEUs", exact=True)).to_have_value("1.0")
    expect(page.get_by_label("CEUs", exact=True)).not_to_be_editable()

    steps.choose_activity(page, "D - Earned NCCA Certification")
    accredited = page.get_by_role("group", name="Is it accredited by the NCCA?")
    accredited.get_by_label("No").check()
    page.get_by_role("group", name="fitness, sport or exercise").get_by_label("Yes").check()
    page.get_by_label("Earned on").fill("2020-05-01")
    steps.save(page)
    expect(accredited).to_contain_text("Only a certification that the NCCA accredits can be reported as one.")
    expect(accredited).to_contain_text('Report it as "Engaged in Personal Development" instead.')
    expect(accredited.get_by_label("No")).to_be_checked()


def test_first_aid_asks_about_the_card_only_when_it_is_bls(page: Page) -> None:
    steps.choose_activity(page, "C - Completed First Aid certification")
    named = page.get_by_role("group", name="does the card name First Aid?")
    bls = page.get_by_role("group", name="Is it a BLS (Basic Life Support) card?")
    expect(named).to_have_count(0)
    bls.get_by_label("Yes").check()
    named.get_by_label("No").check()
    steps.save(page)
    expect(named).to_contain_text("A BLS card that does not name First Aid gives no CEUs.")
    bls.get_by_label("No").check()
    expect(named).to_have_count(0)


def test_what_is_in_scope_for_no_certification_is_not_saved(page: Page) -> None:
    steps.choose_activity(page, steps.OTHER_EVENT)
    steps.fill_event(page, "Autumn clinic", date(2020, 10, 10), "4")
    scope = page.get_by_role("group", name="In scope for which of your certifications?")
    for code in ("CSCS", "TSAC-F"):
        scope.get_by_label(code).uncheck()
    steps.save(page)
    expect(scope).to_contain_text("Tick at least one")
    expect(scope.get_by_label("CSCS")).not_to_be_checked()
    expect(scope.get_by_label("CSCS")).to_be_focused()


def test_another_type_takes_along_what_was_typed(page: Page) -> None:
    steps.choose_activity(page, steps.OTHER_EVENT)
    steps.fill_event(page, "Autumn clinic", date(2020, 10, 10), "4")
    expect(steps.preview(page)).to_contain_text("adds 0.4 in A")
    steps.choose_activity(page, "A - Attended an NSCA event")
    expect(page.get_by_text("NSCA staff add it within 1-2 weeks")).to_be_visible()
    expect(page.get_by_label("What was it called?")).to_have_value("Autumn clinic")
    expect(page.get_by_label("Last day")).to_have_value("2020-10-10")
    page.get_by_role("link", name="Overview").click()
    expect(steps.heading(page)).to_have_text("CSCS, 2018–2020")
    page.go_back()
    expect(page.get_by_label("What was it called?")).to_have_value("Autumn clinic")
