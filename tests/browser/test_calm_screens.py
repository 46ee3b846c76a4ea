"""The calm screens: what holds, what to do, by when."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.devices import on_a_phone
from tests.browser.portal import Portal

NOVEMBER, LATE, CLOSED, AFTER = "2020-11-01", "2021-01-15", "2021-02-10", "2021-07-01"
CSCS_THEN = "/overview?seal=CSCS&cycle=2018-2020"
NSCA_CPT_THEN = "/overview?seal=NSCA-CPT&cycle=2018-2020"

SAYS = [
    (NOVEMBER, "grace", "/overview", "Nothing is due this cycle", [
        "Earning starts on 1 January 2021", "due by 31 December 2023, with 6.0 CEUs", "There is no fee."]),
    (LATE, "lee", "/overview?cycle=2018-2020", "Late window until 31 January 2021", [
        "A late fee of $35.00, once for all your certifications", "NSCA-CPT expires", "$90.00"]),
    (LATE, "morgan", "/overview", "Late window until 31 January 2021", [
        "What you completed by then can still be reported", "report it by 31 January 2021"]),
    (LATE, "eli", NSCA_CPT_THEN, "Late window until 31 January 2021", ["1.0 CEU", "31 January 2021"]),
    (CLOSED, "morgan", CSCS_THEN, "CSCS expired on 1 February 2021", [
        "its recertification requirements were not completed", "appeal from 1 February to 15 March 2021",
        "You can retake the exam", "accommodation form"]),
    (AFTER, "avery", CSCS_THEN, "CSCS expired on 15 June 2021", [
        "the audit was not answered or not passed", "45 days from the notice",
        "were taken until 15 March 2021", "retake the exam"]),
    (NOVEMBER, "drew", "/overview", "NSCA-CPT expired on 20 August 2020", [
        "documents for the certification itself were not received", "Send what is missing", "two weeks"]),
    (NOVEMBER, "eli", "/overview", "What is left", ["1.0 CEU", "After the CEUs."]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "who", "path", "title", "said"), SAYS, ids=[f"{who} on {day}" for day, who, *_ in SAYS]
)
def test_each_says_what_to_do_and_by_when(
    portal: Callable[[str], Portal],
    open_page: Callable[..., Page],
    day: str,
    who: str,
    path: str,
    title: str,
    said: list[str],
) -> None:
    page = open_page(portal(day), "phone")
    steps.sign_in(page, f"{who}@example.org")
    page.goto(path)
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    for words in said:
        expect(page.get_by_role("main")).to_contain_text(words)
    steps.assert_fits(page)
    steps.assert_axe_clean(page)


def test_an_expired_certification_can_neither_report_nor_pay(
    portal: Callable[[str], Portal], open_page: Callable[..., Page], device: str
) -> None:
    page = open_page(portal(CLOSED), device)
    steps.sign_in(page, "morgan@example.org")
    expect(page.get_by_role("heading", name="CSCS expired on 1 February 2021")).to_be_visible()
    expect(page.get_by_role("link", name="Report CEUs")).to_have_count(0)
    page.goto("/report")
    expect(page.get_by_text("You hold no certification in this cycle")).to_be_visible()
    expect(page.get_by_role("button", name="Save")).to_have_count(0)
    steps.assert_axe_clean(page)
    page.goto("/fees")
    expect(page.get_by_role("button", name="Pay Recertification Fees")).to_be_disabled()
    expect(page.get_by_text("CSCS expired, so its fee cannot be paid")).to_be_visible()
    steps.assert_axe_clean(page)


def test_nothing_is_due_and_nothing_can_be_paid_for_who_was_just_certified(
    portal: Callable[[str], Portal], open_page: Callable[..., Page]
) -> None:
    page = open_page(portal(NOVEMBER))
    steps.sign_in(page, "grace@example.org")
    page.goto("/fees")
    expect(page.get_by_text("Nothing is due this cycle, so there is no fee.")).to_be_visible()
    expect(page.get_by_role("button", name="Pay Recertification Fees")).to_be_disabled()


def test_paying_in_the_late_window_includes_the_late_fee_once(
    fresh_portal: Callable[[str], Portal], open_page: Callable[..., Page], device: str
) -> None:
    page = open_page(fresh_portal(LATE), device)
    steps.sign_in(page, "lee@example.org")
    page.goto("/fees?cycle=2018-2020")
    expect(page.get_by_role("row", name="NSCA-CPT certified in 2016, non-member price")).to_contain_text(
        "$90.00"
    )
    expect(page.get_by_role("row", name=re.compile("Late fee"))).to_have_count(1)
    expect(page.get_by_role("row", name="To pay")).to_contain_text("$125.00")
    steps.pay(page)
    expect(page.get_by_role("row", name=re.compile("Late fee"))).to_have_count(1)
    expect(page.get_by_role("row", name="Total")).to_contain_text("$125.00")
    expect(page.get_by_text("NSCA-CPT is Recertification Complete.")).to_be_visible()
    page.goto("/fees?cycle=2018-2020")
    expect(page.get_by_role("heading", name="NSCA-CPT: Recertification Complete")).to_be_visible()
    expect(page.get_by_role("button", name="Pay Recertification Fees")).to_be_disabled()


@on_a_phone
def test_other_fees_complete_nothing_and_the_page_says_so(
    portal: Callable[[str], Portal], open_page: Callable[..., Page], device: str
) -> None:
    page = open_page(portal(NOVEMBER), device)
    steps.sign_in(page, "fern@example.org")
    expect(page.get_by_role("link", name="CSCS: Ready to pay.")).to_be_visible()
    page.goto("/fees")
    said = page.get_by_text("You paid a membership fee on 1 September 2019, an insurance fee on 2 March 2020")
    expect(
        said.or_(page.get_by_text("Membership, insurance and RSCC fees are separate")).first
    ).to_be_visible()
    history = page.get_by_role("table", name="All payments on your record")
    expect(history.get_by_role("row", name="RSCC fee")).to_contain_text("it does not recertify")


@on_a_phone
def test_somebody_with_an_empty_list_is_told_that_it_is_empty(
    portal: Callable[[str], Portal], open_page: Callable[..., Page], device: str
) -> None:
    page = open_page(portal(NOVEMBER), device)
    steps.sign_in(page, "eli@example.org")
    page.goto("/activities")
    expect(page.get_by_text("No activity here yet.")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Report CEUs")).to_be_visible()
