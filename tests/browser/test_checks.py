"""Findings: their page, and the ways to it from charts, table and panel."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from figures.checks.finding import Finding
from figures.checks.findings import find
from layouts.board import finding_address, finding_id
from tests.browser.reader import choose_mark, expect_closed, open_page, open_trends
from tests.layouts.sample import sample_figures

pytestmark = pytest.mark.browser

SLIP, REVISION = (
    next(finding for finding in find(sample_figures()) if finding.kind == kind)
    for kind in ("suspect", "revision")
)
EUROS = next(figure for figure in sample_figures() if figure.description == "Pledged for 2025, in EUR.")


def expect_reached(page: Page, finding: Finding) -> None:
    """The finding stands in the window and has the focus."""
    article = page.locator(f"#{finding_id(finding)}")
    expect(article).to_be_focused()
    expect(article).to_be_in_viewport()
    expect(article.locator("h3")).to_have_text(finding.sentence)


def test_findings_stand_side_by_side_with_their_figures(page: Page, site: str) -> None:
    open_page(page, site)
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Checks").click()
    expect(page).to_have_title("Checks · Figures at Source")
    slip = page.locator(f"#{finding_id(SLIP)}")
    expect(slip.locator(".side")).to_have_count(2)
    for text in (
        "35 billion euros",
        "35 billion US dollars",
        "23 June 2025",
        "Mark Rutte",
        "pledged · 2025",
        EUROS.description,
    ):
        expect(slip).to_contain_text(text)
    expect(page.locator("#contradiction")).to_contain_text("None among these figures.")
    slip.locator(".side").first.click()
    expect(page.locator("#panel")).to_have_class(re.compile("panel-open"))
    expect(page.locator("#panel .own-findings")).to_contain_text(SLIP.sentence)
    page.keyboard.press("Escape")
    expect_closed(page)


def test_filters_hold_for_findings(page: Page, site: str) -> None:
    open_page(page, f"{site}/checks?measure=military_aid")
    expect(page.locator(".finding")).to_have_count(1)
    open_page(page, f"{site}/checks?measure=defence_expenditure_change")
    expect(page.locator(f"#{finding_id(REVISION)}")).to_be_visible()
    expect(page.locator(f"#{finding_id(SLIP)}")).to_have_count(0)
    open_page(page, f"{site}/checks?measure=people")
    expect(page.get_by_role("heading", name="No finding fits these filters")).to_be_visible()
    page.get_by_role("link", name="Show all checks").click()
    expect(page.locator(f"#{finding_id(SLIP)}")).to_be_visible()


@pytest.mark.parametrize("path", ["", "/table?recipient=Ukraine"])
def test_a_flag_leads_to_the_finding(page: Page, site: str, path: str) -> None:
    if path:
        open_page(page, site + path)
        page.locator(f"tr[data-figure='{EUROS.figure_id}'] .flag").click()
    else:
        open_trends(page, site)
        choose_mark(page, "aid", finding_address(SLIP))
    expect(page).to_have_url(site + finding_address(SLIP))
    expect_reached(page, SLIP)


def test_the_panel_leads_to_the_finding(page: Page, site: str) -> None:
    open_trends(page, f"{site}/?figure={EUROS.figure_id}")
    page.locator("#panel .own-findings").get_by_role("link", name="Side by side").click()
    expect_reached(page, SLIP)
    expect_closed(page)


def test_an_address_of_a_finding_opens_on_it(page: Page, site: str) -> None:
    open_page(page, site + finding_address(REVISION))
    expect_reached(page, REVISION)


def test_a_list_made_anew_keeps_its_reader(page: Page, site: str) -> None:
    open_page(page, site + finding_address(REVISION))
    expect_reached(page, REVISION)
    make_anew = "id => { const old = document.getElementById(id); old.replaceWith(old.cloneNode(true)); }"
    page.evaluate(make_anew, finding_id(REVISION))
    expect_reached(page, REVISION)
    brand = page.locator(".brand")
    brand.focus()
    page.evaluate(make_anew, finding_id(REVISION))
    expect(brand).to_be_focused()


def test_findings_on_a_phone(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme="dark")
    open_page(page, f"{site}/checks")
    expect(page.locator(".side").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.close()


def test_without_findings_the_page_says_so(browser: Browser, empty_site: str) -> None:
    page = browser.new_page()
    open_page(page, f"{empty_site}/checks")
    expect(page.get_by_role("alert")).to_contain_text("python -m figures build")
    page.close()
