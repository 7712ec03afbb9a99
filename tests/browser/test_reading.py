"""Choosing a figure and reading its sentence, as a reader does."""

from __future__ import annotations

from decimal import Decimal as D
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Faults, watch
from tests.browser.reader import (
    choose_mark,
    expect_closed,
    expect_open,
    expect_ring,
    open_page,
    open_trends,
    place_of,
    reach_chart,
)
from tests.layouts.sample import sample_figures

pytestmark = pytest.mark.browser

FIGURES = {figure.exact + figure.actor: figure for figure in sample_figures() if figure.quote}
SPENT = FIGURES["485 billion US dollarsNATO Europe and Canada"]
GROWTH = FIGURES["20%NATO Europe and Canada"]
HALF = FIGURES["EUR 20.9 billionNATO Allies"]
CORE = FIGURES["3.5%NATO Allies"]
DERIVED = next(figure for figure in sample_figures() if figure.origin == "derived")
CITED = next(figure for figure in sample_figures() if figure.origin == "cited")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "touch"), [(1440, False), (390, True)])
@pytest.mark.parametrize(
    ("chart", "figure"), [("spending", SPENT), ("spending", GROWTH), ("share", CORE), ("aid", HALF)]
)
def test_a_mark_opens_its_sentence(
    browser: Browser,
    site: str,
    scheme: Literal["light", "dark"],
    width: int,
    touch: bool,
    chart: str,
    figure: object,
) -> None:
    assert isinstance(figure, type(SPENT))
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, has_touch=touch, is_mobile=touch
    )
    page, faults = context.new_page(), Faults()
    watch(page, faults)
    open_trends(page, site)
    assert page.evaluate("document.documentElement.dataset.mantineColorScheme") == scheme
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    choose_mark(page, chart, figure.figure_id, touch=touch)
    expect_open(page, figure.figure_id, figure.quote, figure.exact)
    expect_ring(page, chart, figure.figure_id)
    context.close()
    assert faults == []


def test_the_same_mark_twice(page: Page, site: str) -> None:
    open_trends(page, site)
    for _ in range(2):
        choose_mark(page, "spending", SPENT.figure_id)
        expect_open(page, SPENT.figure_id, SPENT.quote, SPENT.exact)
        page.keyboard.press("Escape")
        expect_closed(page)


def test_back_closes_however_many_were_read(page: Page, site: str) -> None:
    open_trends(page, site)
    choose_mark(page, "spending", SPENT.figure_id)
    expect_open(page, SPENT.figure_id, SPENT.quote, SPENT.exact)
    page.locator("#panel .facts a", has_text="nearly 20%").click()
    expect_open(page, GROWTH.figure_id, GROWTH.quote, GROWTH.exact)
    page.go_back()
    expect_closed(page)
    page.go_forward()
    expect_open(page, GROWTH.figure_id, GROWTH.quote, GROWTH.exact)


def test_keys_go_from_mark_to_mark_and_escape_returns(page: Page, site: str) -> None:
    open_trends(page, site)
    reach_chart(page, "aid")
    frame = page.locator("#section-aid .chart-frame")
    frame.focus()
    page.keyboard.press("End")
    last = page.locator("#announcer").text_content()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#announcer")).not_to_have_text(last or "")
    page.keyboard.press("Enter")
    expect(page.locator("#panel .amount")).to_be_focused()
    page.keyboard.press("Escape")
    expect_closed(page)
    expect(frame).to_be_focused()


def test_a_click_beside_the_marks_does_nothing(page: Page, site: str) -> None:
    open_trends(page, site)
    x, y = place_of(page, "share", CORE.figure_id)
    page.mouse.click(x - 300, y - 120)
    page.wait_for_timeout(300)
    expect_closed(page)


def test_a_cited_figure_shows_no_quote(page: Page, site: str) -> None:
    open_page(page, f"{site}/figure/{CITED.figure_id}")
    expect(page.locator(".described")).to_contain_text(CITED.description)
    expect(page.locator(".described")).to_contain_text("In our own words")
    expect(page.locator("#page blockquote")).to_have_count(0)
    expect(page.locator("#page .urls a")).to_have_attribute("href", CITED.also_stated_at[0])


def test_a_derived_figure_shows_its_formula_and_leads_to_its_parents(page: Page, site: str) -> None:
    open_trends(page, site)
    choose_mark(page, "spending", DERIVED.figure_id)
    panel = page.locator("#panel")
    expect(panel.locator(".amount")).to_have_text("more than 403.7 billion US dollars")
    expect(panel.locator(".formula")).to_have_text(DERIVED.description)
    expect(panel).to_contain_text("Nobody states it.")
    panel.locator(".facts a", has_text="485 billion").click()
    expect_open(page, SPENT.figure_id, SPENT.quote, SPENT.exact)
    expect(panel.locator(".facts a", has_text="403.7 billion")).to_be_visible()
    open_page(page, f"{site}/figure/{DERIVED.figure_id}")
    expect(page.locator(".figure-article .formula")).to_have_text(DERIVED.description)


def test_older_statements_are_the_history_of_the_newest(page: Page, site: str) -> None:
    old, new = (
        f for f in sample_figures() if f.measure == SPENT.measure + "_change" and f.value in (11, D("8.3"))
    )
    if old.value == 11:
        old, new = new, old
    open_page(page, f"{site}/?figure={new.figure_id}")
    before = page.locator("#panel .facts", has_text="Stated before")
    expect(before).to_contain_text("28 Aug 2023")
    before.get_by_role("link", name="8.3%").click()
    expect(page.locator("#panel .amount")).to_have_text("8.3%")
    expect(page.locator("#panel .facts", has_text="Stated since, the newest leads")).to_contain_text("11%")


def test_any_currency_with_rates_says_its_step_or_why_not(page: Page, site: str) -> None:
    open_trends(page, f"{site}/?currency=GBP&figure={HALF.figure_id}")
    panel = page.locator("#panel")
    expect(panel).to_contain_text("In British pounds")
    expect(panel).to_contain_text("GBP, the ECB reference rate of 17 October 2024")
    expect(page.locator("#section-spending")).to_contain_text("billion British pounds")
    open_trends(page, f"{site}/?currency=RUB&figure={HALF.figure_id}")
    expect(panel).to_contain_text("Not in Russian roubles")
    expect(panel).to_contain_text("No ECB reference rate for RUB on 2024-10-17")


def test_the_permanent_link_opens_straight_onto_the_figure(page: Page, site: str) -> None:
    open_page(page, f"{site}/figure/{HALF.figure_id}")
    article = page.locator(".figure-article")
    expect(article.locator("h1")).to_have_text("20.9 billion euros")
    for text in (
        HALF.quote, "stated by Example Agency, 17 October 2024", "No address of the source is known.",
        "20900000000 EUR", "the ECB reference rate of 17 October 2024", "€41.8 billion a year", "read by machine",
    ):  # fmt: skip
        expect(article).to_contain_text(text)
    expect(page).to_have_title("20.9 billion euros · Figures at Source")


def test_a_link_with_an_open_figure(page: Page, site: str) -> None:
    open_trends(page, f"{site}/?figure={CORE.figure_id}")
    expect_open(page, CORE.figure_id, CORE.quote, CORE.exact)
    expect(page.locator("#panel")).to_contain_text("Part of")
    expect(page.locator("#panel code", has_text="period_end")).to_be_visible()
    page.keyboard.press("Escape")
    expect_closed(page)


def test_copying_a_citation(page: Page, site: str) -> None:
    open_page(page, f"{site}/figure/{SPENT.figure_id}")
    page.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert SPENT.quote in copied
    assert f"{site}/figure/{SPENT.figure_id}" in copied


def test_figures_of_a_source_are_links_in_its_text(page: Page, site: str) -> None:
    open_page(page, f"{site}/sources")
    page.get_by_role("link", name="Ministers on spending").click()
    expect(page.locator("#page h1")).to_have_text("Ministers on spending")
    expect(page.locator(".excerpt p")).to_have_count(2)
    page.locator(".excerpt .figure-mark", has_text="20%").click()
    expect_open(page, GROWTH.figure_id, GROWTH.quote, GROWTH.exact)


def test_three_figures_of_one_span_can_each_be_chosen(page: Page, site: str) -> None:
    open_page(page, f"{site}/sources/kyiv-2024-10-17")
    page.locator(".excerpt .figure-more").first.click()
    expect(page.locator("#panel .about")).to_contain_text("Spain → Ukraine")


def test_what_is_not_there_is_a_real_404(page: Page, site: str, faults: Faults) -> None:
    for path in ("/figure/ffffffffffff", "/sources/nowhere", "/nothing"):
        response = page.goto(site + path)
        assert response is not None
        assert response.status == 404
        expect(page.locator("h1")).to_have_text("Not found")
    faults.clear()  # the browser reports a 404 as an error


def test_without_data_the_page_says_what_to_run(browser: Browser, empty_site: str) -> None:
    page = browser.new_page()
    for path in ("/", "/table", "/sources"):
        open_page(page, empty_site + path)
        expect(page.get_by_role("alert")).to_contain_text("python -m figures build")
    page.close()
