"""What a reader does on a page: waits for charts, finds the mark of a figure, chooses it."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page, expect

_PLACE = """([name, id]) => {
  const section = document.getElementById('section-' + name);
  const plot = section.querySelector('.js-plotly-plot');
  for (const trace of plot.data) {
    if (trace.name === 'hold' || !trace.customdata) continue;
    const point = trace.customdata.indexOf(id);
    if (point < 0) continue;
    plot.scrollIntoView({block: 'center'});
    const box = plot.getBoundingClientRect();
    const layout = plot._fullLayout;
    const tall = layout['yaxis' + (trace.yaxis || 'y').slice(1)];
    const y = trace.type === 'bar' ? trace.base[point] + trace.y[point] / 2 : trace.y[point];
    return [box.left + layout.xaxis._offset + layout.xaxis.d2p(trace.x[point]), box.top + tall._offset + tall.d2p(y)];
  }
  return null;
}"""


def open_page(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("#page h1")).to_be_visible()


def open_trends(page: Page, address: str) -> None:
    """Open a page of charts and wait until they are drawn."""
    open_page(page, address)
    expect(page.locator(".chart-section:not([hidden]) .js-plotly-plot .points path").first).to_be_attached()
    page.wait_for_load_state("networkidle")


def reach_chart(page: Page, chart: str) -> None:
    """Scroll to a chart, which is drawn when it comes near the window."""
    page.locator(f"#section-{chart}").scroll_into_view_if_needed()
    expect(page.locator(f"#section-{chart} .js-plotly-plot .points path").first).to_be_attached()


def place_of(page: Page, chart: str, figure_id: str) -> tuple[float, float]:
    """Where the mark of a figure, or a flag by its address, is in the window."""
    reach_chart(page, chart)
    found: Any = page.evaluate(_PLACE, [chart, figure_id])
    assert found is not None, f"{figure_id} has no mark in {chart}"
    return found[0], found[1]


def choose_mark(page: Page, chart: str, figure_id: str, *, touch: bool = False) -> None:
    x, y = place_of(page, chart, figure_id)
    if touch:
        page.touchscreen.tap(x, y)
        return
    page.mouse.move(x - 1, y)
    page.mouse.move(x, y)
    page.mouse.click(x, y)


def expect_open(page: Page, figure_id: str, sentence: str, marked: str) -> None:
    """The panel shows this sentence with these words marked, and the address says so."""
    panel = page.locator("#panel")
    expect(panel).to_have_class(re.compile("panel-open"))
    expect(panel.locator("blockquote")).to_contain_text(sentence)
    expect(panel.locator("mark.chosen")).to_have_text(marked)
    assert f"figure={figure_id}" in page.url


def expect_ring(page: Page, chart: str, figure_id: str) -> None:
    """A ring stands around the mark of the open figure, and nowhere else in its chart."""
    ring = page.locator(f"#section-{chart} .ring")
    expect(ring).to_have_count(1)
    box = ring.bounding_box()
    assert box is not None
    x, y = place_of(page, chart, figure_id)
    box = ring.bounding_box() or box
    assert abs(box["x"] + box["width"] / 2 - x) < 2
    assert abs(box["y"] + box["height"] / 2 - y) < 2


def expect_closed(page: Page) -> None:
    expect(page.locator("#panel")).to_have_class("panel")
    assert "figure=" not in page.url
