"""What an activity counts for and why: two certifications, and a maximum."""

import re
from collections.abc import Callable
from datetime import date

from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.portal import Portal

OVER = re.compile(r"of at most \d\.\d credited, \d+\.\d+ earned, \d+\.\d+ over the maximum")


def test_the_two_certifications_of_the_faq_count_what_the_faq_says(
    fresh_portal: Callable[[str], Portal], open_page: Callable[..., Page], device: str
) -> None:
    page = open_page(fresh_portal("2020-11-01"), device)
    steps.sign_in(page, "faq@example.org")
    steps.choose_activity(page, steps.OTHER_EVENT)
    steps.fill_event(page, "Summer clinic", date(2018, 6, 5), "10")
    told = steps.preview(page)
    expect(told).to_contain_text("adds 1.0 in A: 1.0 of 6.0, then 5.0 to go")
    expect(told).to_contain_text("adds nothing: before you earned CSCS on 2 April 2019")
    steps.save(page)
    expect(steps.live(page, "CSCS: added nothing: before you earned CSCS on 2 April 2019")).to_have_count(1)

    page.get_by_role("button", name="Report another").click()
    expect(page.get_by_role("heading", name="Saved")).to_have_count(0)
    steps.choose_activity(page, steps.OTHER_EVENT)
    steps.fill_event(page, "Autumn clinic", date(2019, 10, 5), "10")
    expect(told).to_contain_text("adds 1.0 in A: 2.0 of 6.0")
    expect(told).to_contain_text("adds 1.0 in A: 1.0 of 2.0")
    steps.save(page)
    expect(page.get_by_role("heading", name='Saved "Autumn clinic"')).to_be_visible()

    page.goto("/activities")
    summer, autumn = steps.entry(page, "Summer clinic"), steps.entry(page, "Autumn clinic")
    expect(summer).to_contain_text("before you earned CSCS")
    summer.get_by_text("Why").click()
    expect(summer).to_contain_text(
        "You earned CSCS on 2 April 2019; only what is dated after that day counts"
    )
    expect(summer).to_contain_text("It would add 0.5 if it had been completed on 3 April 2019.")
    expect(autumn).to_contain_text("NSCA-CPT")
    expect(autumn.get_by_text("Why")).to_have_count(0)
    steps.assert_axe_clean(page)
    for seal, figures in (("NSCA-CPT", "2.0 of 6.0 CEUs"), ("CSCS", "1.0 of 2.0 CEUs")):
        page.get_by_role("link", name=f"{seal}: In progress. {figures} credited.").click()
        expect(steps.heading(page)).to_have_text(f"{seal}, 2018–2020")
        words = f"{figures} credited: A {figures[:3]}."
        expect(steps.bar(page, "CEUs credited")).to_have_attribute("aria-valuetext", words)


def test_what_is_over_a_maximum_is_said_before_saving_and_after(
    fresh_portal: Callable[[str], Portal], open_page: Callable[..., Page], device: str
) -> None:
    page = open_page(fresh_portal("2020-11-01"), device)
    steps.sign_in(page, "eli@example.org")
    steps.report_event(page, "Morning clinic", date(2020, 9, 12), "6")
    page.get_by_role("button", name="Report another").click()
    expect(page.get_by_role("heading", name="Saved")).to_have_count(0)
    steps.choose_activity(page, steps.OTHER_EVENT)
    steps.fill_event(page, "Evening clinic", date(2020, 9, 13), "8")
    expect(steps.preview(page)).to_contain_text(
        "adds 0.4 of 0.8: A is full then; 1.0 of 1.0, the fee of $60.00"
    )
    steps.save(page)
    expect(steps.live(page, "NSCA-CPT: added 0.4 of 0.8: A is full then")).to_have_count(1)
    expect(steps.bar(page, "A Attendance")).to_have_attribute(
        "aria-valuetext", "1.0 of at most 1.0 credited, 1.4 earned, 0.4 over the maximum."
    )
    page.get_by_role("link", name="See where I stand").click()
    expect(page.get_by_text("1.4 entered, 1.0 counted, 0.4 over a maximum.")).to_be_visible()
    page.get_by_text("As a table").click()
    expect(page.get_by_role("row", name="Over the maximum of A")).to_contain_text("0.4")
    evening = steps.entry(page, "Evening clinic")
    expect(evening).to_contain_text("0.4 of 0.8")
    evening.get_by_text("Why").click()
    expect(evening).to_contain_text("A gives at most 1.0. 0.6 was credited already, so 0.4 does not count.")
    steps.assert_axe_clean(page)


def test_every_category_over_its_maximum_says_by_how_much(
    portal: Callable[[str], Portal], open_page: Callable[..., Page]
) -> None:
    page = open_page(portal("2020-11-01"))
    steps.sign_in(page, "max@example.org")
    for name in ("A Attendance", "B Quizzes", "C Education", "D Self-directed"):
        expect(steps.bar(page, name)).to_have_attribute("aria-valuetext", OVER)
    expect(page.get_by_text("11.0 over a maximum")).to_be_visible()
