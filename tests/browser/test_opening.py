"""How a page opens: filled at once where the browser tells what it asks for, step by step where it does not."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.reader import open_page, open_trends, reach_chart
from tests.layouts.sample import sample_figures

pytestmark = pytest.mark.browser

CALLBACK = "/_dash-update-component"
PLACES = [
    ("/", "#section-spending .js-plotly-plot .points path"),
    ("/table?recipient=Ukraine", "tbody tr"),
    ("/checks?measure=military_aid", ".finding"),
    (f"/sources/kyiv-2024-10-17?figure={sample_figures()[0].figure_id}", "#panel .amount"),
]


@pytest.mark.parametrize(("path", "content"), PLACES)
def test_a_page_opens_without_a_callback(page: Page, site: str, path: str, content: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if CALLBACK in request.url else None)
    # Charts further down would come in any case.
    page.add_init_script("IntersectionObserver.prototype.observe = () => {}")
    open_page(page, site + path)
    expect(page.locator(content).first).to_be_attached()
    assert asked == []


@pytest.mark.parametrize("referrer", ["", "{}/", "{}/about"])
@pytest.mark.parametrize(("path", "content"), PLACES[1:])
def test_a_page_opens_where_the_address_is_not_told_or_cut(
    page: Page, site: str, path: str, content: str, referrer: str
) -> None:
    def other(route: Route) -> None:
        headers = {name: value for name, value in route.request.headers.items() if name != "referer"}
        headers |= {"referer": referrer.format(site)} if referrer else {}
        route.fulfill(response=route.fetch(headers=headers))

    page.route("**/_dash-layout", other)
    with page.expect_request(f"**{CALLBACK}*"):
        open_page(page, site + path)
    expect(page.locator(content).first).to_be_attached()
    expect(page).to_have_url(site + path)


def test_a_page_opens_without_cookies(page: Page, site: str) -> None:
    page.add_init_script(
        "Object.defineProperty(Document.prototype, 'cookie', {set() {}, get() { return ''; }})"
    )
    open_trends(page, site)
    reach_chart(page, "aid")


def test_charts_are_there_again_after_another_page(page: Page, site: str) -> None:
    open_trends(page, site)
    reach_chart(page, "aid")
    pages = page.get_by_role("navigation", name="Pages")
    pages.get_by_role("link", name="Table").click()
    expect(page.locator("tbody tr").first).to_be_attached()
    pages.get_by_role("link", name="Trends").click()
    expect(page.locator("#section-spending .js-plotly-plot .points path").first).to_be_attached()
    reach_chart(page, "aid")
    page.go_back()
    expect(page.locator("tbody tr").first).to_be_attached()


def test_without_scripts_the_page_leads_to_the_files(browser: Browser, site: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(site)
    # Playwright finds nothing in `noscript` by its text.
    said = page.locator("noscript p")
    expect(said).to_be_visible()
    expect(said).to_contain_text("need JavaScript")
    expect(said.locator("a").first).to_have_attribute("href", "/figures.csv")
    expect(page.locator("._dash-loading")).to_be_hidden()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("path", ["/?status=spent&colour=red", "/table?q=euros", "/checks"])
def test_nothing_moves_while_a_page_opens(
    browser: Browser, site: str, path: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(one => { moved += one.value; }))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    open_page(page, site + path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("moved") < 0.05
    context.close()
