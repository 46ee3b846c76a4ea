"""Paying: approved, declined, delayed, answered twice; and never twice."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Page, TimeoutError, expect

from tests.browser import steps
from tests.browser.devices import on_a_phone
from tests.browser.portal import Portal

DUE = "Pay $65.00"


@pytest.fixture
def portal_here(fresh_portal: Callable[[str], Portal]) -> Portal:
    """A server with data of this test's own."""
    return fresh_portal("2020-11-01")


@pytest.fixture
def page(portal_here: Portal, open_page: Callable[..., Page], device: str) -> Page:
    """The fees of somebody who is ready to pay, on each device."""
    page = open_page(portal_here, device)
    steps.sign_in(page, "rita@example.org")
    page.goto("/fees")
    expect(page.get_by_role("button", name=DUE)).to_be_enabled()
    return page


def paid_once(page: Page) -> None:
    """The history holds one recertification payment, and nothing can be paid."""
    page.goto("/fees")
    expect(page.get_by_role("heading", name="CSCS: Recertification Complete")).to_be_visible()
    expect(page.get_by_role("button", name="Pay Recertification Fees")).to_be_disabled()
    history = page.get_by_role("table", name="All payments on your record")
    expect(history.get_by_role("link", name="Recertification fee for CSCS, 2018–2020")).to_have_count(1)


def test_a_double_click_on_pay_charges_once(page: Page) -> None:
    page.get_by_role("button", name=DUE).dblclick()
    expect(steps.heading(page)).to_have_text("Paid")
    paid_once(page)


@on_a_phone
def test_two_tabs_that_pay_charge_once(page: Page) -> None:
    other = page.context.new_page()
    other.goto("/fees")
    expect(other.get_by_role("button", name=DUE)).to_be_enabled()
    steps.pay(page)
    expect(steps.heading(page)).to_have_text("Paid")
    other.get_by_role("button", name=DUE).click()
    expect(steps.live(other, "nothing was charged")).to_have_count(1)
    paid_once(other)


@on_a_phone
def test_back_after_paying_offers_nothing_to_pay_again(page: Page) -> None:
    steps.pay(page)
    expect(steps.heading(page)).to_have_text("Paid")
    page.go_back()
    expect(page.get_by_role("heading", name="CSCS: Recertification Complete")).to_be_visible()
    expect(page.get_by_role("button", name="Pay Recertification Fees")).to_be_disabled()
    paid_once(page)


@on_a_phone
def test_what_is_declined_can_be_paid_again(page: Page) -> None:
    steps.pay(page, "decline it")
    expect(steps.heading(page)).to_have_text("Payment declined")
    expect(page.get_by_text("You can try again")).to_be_visible()
    steps.assert_axe_clean(page)
    page.get_by_role("main").get_by_role("link", name="Fees").click()
    steps.pay(page)
    expect(steps.heading(page)).to_have_text("Paid")
    paid_once(page)


@on_a_phone
def test_an_answer_given_twice_charges_once(page: Page) -> None:
    steps.pay(page, "answer twice")
    expect(steps.heading(page)).to_have_text("Paid")
    paid_once(page)


@on_a_phone
def test_a_delayed_answer_holds_the_fees_until_it_has_come(page: Page) -> None:
    steps.pay(page, "take some seconds")
    expect(steps.heading(page)).to_have_text("Payment under way")
    expect(
        page.get_by_text("Nothing needs to be paid again.").or_(
            page.get_by_text("The test gateway answers in a few seconds.")
        )
    ).to_be_visible()
    steps.assert_axe_clean(page)
    page.get_by_role("main").get_by_role("link", name="Fees").click()
    expect(page.get_by_role("heading", name="A payment of $65.00 is under way")).to_be_visible()
    expect(page.get_by_role("button", name="Pay Recertification Fees")).to_be_disabled()
    steps.assert_axe_clean(page)
    page.get_by_role("link", name="See the payment").click()
    paid = page.get_by_role("heading", level=1, name="Paid")
    while not paid.is_visible():
        again = page.get_by_role("button", name="Check again")
        expect(again.or_(paid)).to_be_visible()
        with suppress(TimeoutError):  # the answer came before the click
            again.click(timeout=1_000)
    paid_once(page)
