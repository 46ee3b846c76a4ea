"""Not found, no right, signed out elsewhere, connection lost: a page or a word for each, in the frame."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.devices import on_a_phone
from tests.browser.portal import Portal

LOST = "Connection lost"


@pytest.fixture
def page(portal: Callable[[str], Portal], open_page: Callable[..., Page], device: str) -> Page:
    """A page on each device, nobody signed in."""
    return open_page(portal("2020-11-01"), device)


@pytest.mark.parametrize(
    "path", ["/overview", "/activities", "/report", "/fees", "/receipt?number=1", "/desk"]
)
def test_a_stranger_is_asked_to_sign_in(
    portal: Callable[[str], Portal], open_page: Callable[..., Page], path: str
) -> None:
    page = open_page(portal("2020-11-01"))
    page.goto(path)
    page.wait_for_url("**/?refused=signed_out**")
    expect(page.get_by_role("alert")).to_contain_text("Please sign in.")
    expect(page.get_by_label("Password")).to_be_visible()


@on_a_phone
def test_an_address_that_leads_nowhere_says_so_in_the_frame(page: Page) -> None:
    answer = page.goto("/no/such/page")
    assert answer is not None
    assert answer.status == 404
    expect(steps.heading(page)).to_have_text("There is no page here")
    expect(page.get_by_role("banner")).to_be_visible()
    expect(page.get_by_role("link", name="To your overview")).to_be_visible()
    steps.assert_axe_clean(page)


def test_a_member_does_not_get_to_the_desk(page: Page) -> None:
    steps.sign_in(page, "sam@example.org")
    page.goto("/desk")
    expect(steps.heading(page)).to_have_text("This is not open to your account")
    expect(page.get_by_text("Sam Rivers")).to_have_count(0)
    steps.assert_axe_clean(page)
    page.get_by_role("link", name="To your overview").click()
    expect(steps.heading(page)).to_have_text("CSCS, 2018–2020")


@on_a_phone
def test_staff_on_a_page_of_members_come_to_the_desk(page: Page) -> None:
    steps.sign_in(page, "staff@example.org")
    expect(steps.heading(page)).to_have_text("Members")
    for path in ("/overview", "/activities", "/report", "/fees"):
        page.goto(path)
        page.wait_for_url("**/desk")
    page.get_by_label("Name or certification number").fill("quinn")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_text('1 member found for "quinn".')).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Quinn Delgado")).to_contain_text("Ready to pay")
    steps.assert_axe_clean(page)


def test_the_receipt_of_somebody_else_is_not_shown(
    fresh_portal: Callable[[str], Portal], open_page: Callable[..., Page]
) -> None:
    portal = fresh_portal("2020-11-01")
    page, other = open_page(portal), open_page(portal)
    steps.sign_in(page, "rita@example.org")
    page.goto("/fees")
    steps.pay(page)
    expect(steps.heading(page)).to_have_text("Paid")
    steps.sign_in(other, "sam@example.org")
    other.goto(page.url)
    expect(steps.heading(other)).to_have_text(
        re.compile("not open to your account|no page here|no receipt", re.I)
    )
    expect(other.get_by_text("Rita")).to_have_count(0)


@on_a_phone
def test_who_signed_out_in_another_tab_is_asked_to_sign_in_and_shown_nothing(page: Page) -> None:
    steps.sign_in(page, "sam@example.org")
    other = page.context.new_page()
    other.goto("/overview")
    other.get_by_role("button", name="Sign out").click()
    other.wait_for_url("**/?signed_out=1")
    page.get_by_role("link", name="Activities", exact=True).click()
    page.wait_for_url("**/?refused=signed_out**")
    expect(page.get_by_role("alert")).to_contain_text("Please sign in.")
    page.go_back()
    expect(page.get_by_text("Regional conference")).to_have_count(0)


def test_a_lost_connection_is_said_and_what_is_typed_is_kept(page: Page) -> None:
    steps.sign_in(page, "faq@example.org")
    steps.choose_activity(page, steps.OTHER_EVENT)
    page.get_by_label("What was it called?").fill("Autumn clinic")
    page.context.set_offline(True)
    expect(steps.live(page, LOST)).to_be_visible()
    steps.assert_axe_clean(page)
    page.get_by_label("Last day").fill("2019-10-05")
    page.context.set_offline(False)
    expect(steps.live(page, LOST)).to_have_count(0)
    expect(page.get_by_label("What was it called?")).to_have_value("Autumn clinic")
    expect(page.get_by_label("Last day")).to_have_value("2019-10-05")
    page.get_by_label("Hours in all").fill("10")
    page.get_by_label("Of these, in scope").fill("10")
    expect(steps.preview(page)).to_contain_text("adds 1.0 in A")


def test_a_save_while_the_connection_is_lost_is_stored_once_when_it_is_back(
    fresh_portal: Callable[[str], Portal], open_page: Callable[..., Page]
) -> None:
    page = open_page(fresh_portal("2020-11-01"))
    steps.sign_in(page, "faq@example.org")
    steps.choose_activity(page, steps.OTHER_EVENT)
    steps.fill_event(page, "Autumn clinic", date(2019, 10, 5), "10")
    expect(steps.preview(page)).to_contain_text("adds 1.0 in A")
    page.context.set_offline(True)
    expect(steps.live(page, LOST)).to_be_visible()
    for _ in range(2):
        steps.save(page)
    page.context.set_offline(False)
    expect(page.get_by_role("heading", name='Saved "Autumn clinic"')).to_be_visible()
    page.goto("/activities")
    expect(page.get_by_text("1 to 1 of 1 activity.")).to_be_visible()


def test_a_server_started_again_is_found_again_by_the_page_that_is_open(
    fresh_portal: Callable[[str], Portal], open_page: Callable[..., Page]
) -> None:
    portal = fresh_portal("2020-11-01")
    page = open_page(portal)
    steps.sign_in(page, "faq@example.org")
    steps.choose_activity(page, steps.OTHER_EVENT)
    portal.stop()
    expect(steps.live(page, LOST)).to_be_visible()
    portal.start_again()
    expect(steps.live(page, LOST)).to_have_count(0)
    steps.mark(page)
    steps.fill_event(page, "Autumn clinic", date(2019, 10, 5), "10")
    expect(steps.preview(page)).to_contain_text("adds 1.0 in A")
    steps.save(page)
    expect(page.get_by_role("heading", name='Saved "Autumn clinic"')).to_be_visible()
    steps.assert_same_document(page)
