"""Filters, table, files: finding figures and taking them away."""

from __future__ import annotations

import csv
import io
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.reader import expect_closed, open_page, open_trends, reach_chart
from tests.layouts.sample import sample_figures

pytestmark = pytest.mark.browser


def choose(page: Page, name: str, option: str) -> None:
    page.locator(f"#filter-{name}").click()
    page.get_by_role("option", name=option, exact=True).click()
    page.keyboard.press("Escape")


def rows_of(page: Page) -> list[dict[str, str]]:
    """The rows of the file that the download link names."""
    address = page.locator("a.download").evaluate("link => link.href")
    body = page.request.get(address).text()
    return list(csv.DictReader(io.StringIO(body, newline="")))


def test_filters_are_in_the_address_and_in_the_file(page: Page, site: str) -> None:
    open_trends(page, site)
    expect(page.locator("a.download")).to_have_text(f"Download CSV ({len(sample_figures())} rows)")
    choose(page, "actor", "NATO Allies")
    choose(page, "recipient", "Ukraine")
    expect(page).to_have_url(f"{site}/?actor=NATO+Allies&recipient=Ukraine")
    expect(page.locator("a.download")).to_have_text("Download CSV (3 rows)")
    rows = rows_of(page)
    assert len(rows) == 3
    assert {row["actor"] for row in rows} == {"NATO Allies"}
    expect(page.locator("#section-share")).to_be_hidden()
    page.go_back()
    expect(page).to_have_url(f"{site}/?actor=NATO+Allies")
    expect(page.locator("#section-share")).to_be_visible()


def test_the_address_sets_the_filters(page: Page, site: str) -> None:
    open_trends(page, f"{site}/?measure=military_aid&from=2024&to=2024&currency=USD")
    expect(page.locator(".filter-measure")).to_contain_text("Military aid")
    expect(page.locator("#filter-start")).to_have_value("2024")
    expect(page.locator("#filter-currency")).to_have_value("US dollars")
    reach_chart(page, "aid")
    expect(page.locator("#section-aid")).to_contain_text("billion US dollars")
    choose(page, "currency", "Euros")
    expect(page).to_have_url(f"{site}/?measure=military_aid&from=2024&to=2024&currency=EUR")


def test_a_filter_that_is_set_is_in_sight(page: Page, site: str) -> None:
    open_page(page, f"{site}/table?q=submarine")
    expect(page.locator(".more-filters")).to_have_attribute("open", "")
    expect(page.locator("#filter-q")).to_have_value("submarine")
    open_page(page, f"{site}/table")
    expect(page.locator(".more-filters")).not_to_have_attribute("open", "")


def test_what_is_not_understood_is_named_and_ignored(page: Page, site: str) -> None:
    open_trends(page, f"{site}/?status=spend&colour=red&utm_source=mail&actor=NATO+Allies")
    notice = page.locator(".notice")
    expect(notice).to_contain_text("status=spend: is no known status")
    expect(notice).to_contain_text("colour=red: is no known parameter")
    expect(notice).not_to_contain_text("utm_source")
    expect(page.locator("a.download")).to_have_attribute("href", "/figures.csv?actor=NATO+Allies")
    notice.get_by_role("button", name="Close").click()
    expect(notice).to_be_hidden()


def test_nothing_fits(page: Page, site: str) -> None:
    open_page(page, f"{site}/?q=submarine")
    expect(page.get_by_role("heading", name="No figure fits these filters")).to_be_visible()
    open_page(page, f"{site}/table?q=submarine")
    expect(page.get_by_role("heading", name="No figure fits these filters")).to_be_visible()


def test_the_table_sorts_and_its_rows_open_by_keyboard(page: Page, site: str) -> None:
    open_page(page, f"{site}/table?recipient=Ukraine")
    page.get_by_role("button", name="Figure").click()
    first = page.locator("tbody tr").first
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Figure")
    expect(first).to_contain_text("more than 1 billion euros")
    page.get_by_role("button", name="Figure").click()
    expect(first).to_contain_text("40 billion euros")
    first.focus()
    page.keyboard.press("ArrowDown")
    second = page.locator("tbody tr").nth(1)
    expect(second).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#panel .amount")).to_be_focused()
    expect(page.locator("#panel .amount")).to_contain_text("40 billion euros")
    page.keyboard.press("Escape")
    expect_closed(page)
    expect(second).to_be_focused()


def test_the_scheme_is_kept(page: Page, site: str) -> None:
    open_trends(page, site)
    page.get_by_label("Change between light and dark").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    expect(page.locator("#section-spending .js-plotly-plot .points path").first).to_be_attached()
    colour = page.evaluate("document.querySelector('#section-spending .js-plotly-plot').layout.font.color")
    assert colour == "#e9edf2"


def test_nothing_comes_from_elsewhere(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_trends(page, site)
    assert [url for url in asked if not url.startswith((site, "data:", "blob:"))] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    ["/", "/table", "/checks", "/sources", "/sources/kyiv-2024-10-17", "/about", "/?figure={}", "/figure/{}"],
)
def test_no_barriers(browser: Browser, site: str, path: str, scheme: str) -> None:
    assert scheme in ("light", "dark")
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    open_page(page, site + path.format(sample_figures()[0].figure_id))
    page.wait_for_load_state("networkidle")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    page.close()
    said = [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:160]}" for one in found]
    assert said == []


def test_a_phone_shows_the_table_as_cards(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    open_page(page, f"{site}/table")
    expect(page.locator("tbody tr").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    expect(page.locator("#filter-actor")).to_be_hidden()
    page.locator("summary", has_text=re.compile("^Filters")).click()
    expect(page.locator("#filter-actor")).to_be_visible()
    page.close()
