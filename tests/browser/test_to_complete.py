"""From signing in to Recertification Complete: by mouse, by finger, and by keyboard alone."""

import re
from collections.abc import Callable
from datetime import date

from playwright.sync_api import Locator, Page, expect

from tests.browser import steps
from tests.browser.portal import Portal

MOST_STOPS = 60
FOCUS_IS_SEEN = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""


def complete(page: Page) -> None:
    """The overview says that CSCS is complete, with the expiry date that still stands, and leaves nothing."""
    expect(page.get_by_role("heading", name="Recertification Complete")).to_be_visible()
    expect(page.get_by_text("The expiry date 31 December 2020 stands until")).to_be_visible()
    expect(page.get_by_role("link", name="CSCS: Recertification Complete.")).to_be_visible()
    expect(page.get_by_role("heading", name="What is left")).to_have_count(0)


def test_from_a_wrong_password_to_recertification_complete(
    fresh_portal: Callable[[str], Portal], open_page: Callable[..., Page], device: str
) -> None:
    portal = fresh_portal("2020-11-01")
    page = open_page(portal, device)
    page.goto("/")
    page.get_by_label("E-mail").fill("sam@example.org")
    page.get_by_label("Password").fill("not-the-password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_have_text(re.compile("do not belong together"))
    assert "sam" not in page.url
    assert "password" not in page.url
    expect(page.get_by_label("Password")).to_have_value("")

    steps.sign_in(page, "sam@example.org")
    left = page.get_by_role("heading", name="What is left")
    expect(left).to_be_visible()
    expect(page.get_by_text("1.3 CEUs, from A, C or D")).to_be_visible()
    steps.assert_axe_clean(page)
    page.get_by_role("link", name="Report CEUs").click()
    steps.choose_activity(page, steps.OTHER_EVENT)
    steps.fill_event(page, "Autumn clinic", date(2020, 10, 10), "16", in_scope="13")
    told = steps.preview(page)
    expect(told).to_contain_text("adds 1.3 in A: 6.0 of 6.0, the fee of $65.00 is next")
    expect(told).to_contain_text("adds 1.1 of 1.3: A is full then; 2.5 of 2.0, the fee of $45.00 is next")
    expect(page.get_by_label("CEUs", exact=True)).to_have_value("1.3")
    steps.assert_axe_clean(page)
    steps.mark(page)
    steps.save(page)
    expect(steps.live(page, 'Saved "Autumn clinic". CSCS: added 1.3 in A')).to_have_count(1)
    expect(steps.bar(page, "A Attendance")).to_have_attribute(
        "aria-valuetext", "2.0 of at most 5.5 credited."
    )
    expect(page.get_by_role("link", name="CSCS: Ready to pay.")).to_be_visible()
    steps.assert_same_document(page)
    steps.assert_axe_clean(page)

    page.get_by_role("main").get_by_role("link", name="Pay Recertification Fees").click()
    expect(page.get_by_role("row", name="To pay $110.00")).to_be_visible()
    steps.assert_axe_clean(page)
    steps.pay(page)
    expect(steps.heading(page)).to_have_text("Paid")
    expect(page.get_by_text("CSCS and TSAC-F are Recertification Complete.")).to_be_visible()
    expect(page.get_by_role("row", name="Total $110.00")).to_be_visible()
    steps.assert_axe_clean(page)
    page.get_by_role("main").get_by_role("link", name="Overview").click()
    complete(page)
    steps.assert_same_document(page)
    steps.assert_axe_clean(page)
    page.reload()
    complete(page)
    portal.stop()
    portal.start_again()
    page.goto("/overview")
    complete(page)


def test_the_keyboard_alone_goes_from_sign_in_to_recertification_complete(
    fresh_portal: Callable[[str], Portal], open_page: Callable[..., Page]
) -> None:
    page = open_page(fresh_portal("2020-11-01"))
    page.goto("/")
    _type(page, page.get_by_label("E-mail"), "sam@example.org")
    _type(page, page.get_by_label("Password"), steps.PASSWORD)
    page.keyboard.press("Enter")
    _press(page, page.get_by_role("link", name="Report CEUs"))
    activity = page.get_by_label("Choose Activity")
    _reach(page, activity)
    for chosen in ("event_nsca", "event_other"):
        page.keyboard.press("ArrowDown")
        expect(activity).to_have_value(chosen)
    _type(page, page.get_by_label("What was it called?"), "Autumn clinic")
    _type(page, page.get_by_label("Last day"), "10102020")
    _type(page, page.get_by_label("Hours in all"), "16")
    _type(page, page.get_by_label("Of these, in scope"), "13")
    expect(steps.preview(page)).to_contain_text("adds 1.3 in A")
    _reach(page, page.get_by_role("checkbox", name="TSAC-F"))
    page.keyboard.press("Space")
    expect(steps.preview(page)).to_contain_text("it is not in the scope of practice of TSAC-F")
    page.keyboard.press("Space")
    expect(steps.preview(page)).to_contain_text("adds 1.1 of 1.3")
    _press(page, page.get_by_role("button", name="Save"))
    expect(page.get_by_role("button", name="Report another")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("link", name="Pay Recertification Fees")).to_be_focused()
    page.keyboard.press("Enter")
    _press(page, page.get_by_role("button", name="Pay $110.00"))
    _press(page, page.get_by_role("main").get_by_role("link", name="Overview"))
    complete(page)


def test_the_skip_link_leads_past_the_frame_into_the_page(
    portal: Callable[[str], Portal], open_page: Callable[..., Page]
) -> None:
    page = open_page(portal("2020-11-01"))
    steps.sign_in(page, "sam@example.org")
    page.reload()
    expect(page.get_by_role("heading", name="Categories")).to_be_visible()
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    first = page.get_by_role("main").get_by_role("link").first
    expect(first).to_be_focused()
    assert page.url.endswith(("/overview", "/overview#content"))


def _reach(page: Page, target: Locator) -> None:
    """Presses Tab until the target has the focus; on the way every stop shows where it is."""
    expect(target).to_be_visible()
    for _ in range(MOST_STOPS):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_IS_SEEN), page.evaluate("document.activeElement.outerHTML")
    raise AssertionError(f"the keyboard does not reach {target}")


def _press(page: Page, target: Locator) -> None:
    _reach(page, target)
    page.keyboard.press("Enter")


def _type(page: Page, field: Locator, text: str) -> None:
    _reach(page, field)
    page.keyboard.type(text)
