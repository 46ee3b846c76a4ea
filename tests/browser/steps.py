"""Steps that many journeys share."""

from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def sign_in(page: Page, email: str) -> None:
    """Signs in as a demo account from the front page, with the password it shows there."""
    page.goto("/")
    password = page.get_by_text("The password of all of them").locator("code").inner_text()
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: urlsplit(url).path != "/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def assert_axe_clean(page: Page) -> None:
    """Fails with every violation that axe finds on the page, each with the rule and the first element."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": AXE_TAGS}}).response["violations"]
    told = [f"{each['id']}: {each['help']}: {each['nodes'][0]['html']}" for each in found]
    assert told == [], f"axe on {page.url}"
