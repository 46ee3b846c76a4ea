"""Steps that many journeys share. Everything is found by role and label."""

from datetime import date
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PASSWORD = "recertify-the-demo"
OTHER_EVENT = "A - Attended a non-NSCA event"


def sign_in(page: Page, email: str) -> None:
    """Signs in as a demo account from the front page."""
    page.goto("/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: urlsplit(url).path != "/")
    expect(heading(page)).to_be_visible()


def heading(page: Page) -> Locator:
    """What the page is about."""
    return page.get_by_role("heading", level=1)


def open_overview(page: Page, seal: str = "", cycle: str = "") -> None:
    """Opens the overview by its address and waits for its figures."""
    page.goto(f"/overview?seal={seal}&cycle={cycle}" if seal or cycle else "/overview")
    expect(page.get_by_role("heading", name="Latest activities").or_(heading(page))).not_to_have_count(0)


def choose_activity(page: Page, label: str) -> None:
    """Opens Report CEUs and chooses an activity by its label."""
    if urlsplit(page.url).path != "/report":
        page.goto("/report")
    page.get_by_label("Choose Activity").select_option(label=label)
    expect(heading(page)).to_have_text("Report CEUs")


def fill_event(page: Page, title: str, last_day: date, hours: str, in_scope: str | None = None) -> None:
    """Fills in the form of an event; all hours are in scope unless said otherwise."""
    page.get_by_label("What was it called?").fill(title)
    page.get_by_label("Last day").fill(last_day.isoformat())
    page.get_by_label("Hours in all").fill(hours)
    page.get_by_label("Of these, in scope").fill(hours if in_scope is None else in_scope)


def preview(page: Page) -> Locator:
    """The live lines of what saving would do."""
    return page.get_by_role("status").filter(has_text="If you save this")


def save(page: Page) -> None:
    """Saves the form."""
    page.get_by_role("button", name="Save", exact=True).click()


def live(page: Page, text: str) -> Locator:
    """The live region that says a text."""
    return page.get_by_role("status").filter(has_text=text)


def report_event(page: Page, title: str, last_day: date, hours: str) -> None:
    """Reports an event all of whose hours are in scope, from the choice to what was saved."""
    choose_activity(page, OTHER_EVENT)
    fill_event(page, title, last_day, hours)
    save(page)
    expect(page.get_by_role("heading", name=f'Saved "{title}"')).to_be_visible()


def bar(page: Page, name: str) -> Locator:
    """A bar of progress."""
    return page.get_by_role("progressbar", name=name)


def entry(page: Page, title: str) -> Locator:
    """An activity in a list."""
    return page.get_by_role("main").get_by_role("listitem").filter(has_text=title)


def pay(page: Page, the_bank_shall: str = "approve it") -> None:
    """Pays what is due on the page of the fees, the test bank doing as it is told."""
    page.get_by_label(the_bank_shall).check()
    page.get_by_role("button", name="Pay $").click()
    page.wait_for_url("**/receipt?number=*")


def mark(page: Page) -> None:
    """Marks the document, so that a page load would show."""
    page.evaluate("window.markedByTheJourney = true")


def assert_same_document(page: Page) -> None:
    """Fails if the page was loaded anew since it was marked."""
    assert page.evaluate("window.markedByTheJourney === true"), f"{page.url} was loaded anew"


def assert_axe_clean(page: Page) -> None:
    """Fails with every violation that axe finds on the page, each with the rule and the first element."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": AXE_TAGS}}).response["violations"]
    told = [f"{each['id']}: {each['help']}: {each['nodes'][0]['html']}" for each in found]
    assert told == [], "\n".join([f"axe on {page.url}", *told])


def assert_fits(page: Page) -> None:
    """Fails if the page would have to be scrolled sideways."""
    wide, room = page.evaluate("[document.scrollingElement.scrollWidth, window.innerWidth]")
    assert wide <= room, f"{page.url} is {wide} px wide in {room} px"
