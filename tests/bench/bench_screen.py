"""How heavy and how fast the dashboard is: first page in a browser, callbacks at 10,000 figures."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count, cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from flask import Flask
from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

from app import create_app
from figures.curation import figures_table
from figures.records import Figure
from figures.store import Query, open_store, query_string
from layouts import ids
from layouts.compressed import serve_compressed
from tests.bench.bench_store import p95
from tests.browser.chromium import launch

_FIGURES = 10_000
_VISITS = 5
_CURRENCIES = ("original", "USD", "EUR", "GBP")
_SETTLED = 2_000  # milliseconds until a page has asked for all that follows a filter
_MARKS = ".js-plotly-plot .scatterlayer .trace, .js-plotly-plot .barlayer .trace"
_CALLBACK = "/_dash-update-component"


def run() -> list[tuple[str, str, str]]:
    """Weight and time of the first page, then each callback that follows the filters."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with sync_playwright() as playwright, launch(playwright) as browser:
        return [*_first_page(browser), *_callbacks(browser)]


@contextmanager
def _serving(server: Flask) -> Iterator[str]:
    """The address of an app that is served meanwhile."""
    http = make_server("127.0.0.1", 0, server, threaded=True)
    thread = threading.Thread(target=http.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{http.server_port}"
    finally:
        http.shutdown()
        thread.join()
        http.server_close()


def _first_page(browser: Browser) -> Iterator[tuple[str, str, str]]:
    server = create_app().server
    serve_compressed(server)
    with _serving(server) as address:
        _visit(browser, address)  # what the server makes once is not what is measured
        visits = [_visit(browser, address) for _ in range(_VISITS)]
    yield "first page, transferred", "≤ 950 kB", f"{median(weight for weight, _ in visits) / 1e3:.0f} kB"
    yield "first page, chart drawn", "≤ 1.0 s", f"{median(drawn for _, drawn in visits) / 1e3:.2f} s"


def _visit(browser: Browser, address: str) -> tuple[float, float]:
    """Bytes over the wire until all is loaded, and milliseconds until marks are drawn, with an empty cache."""
    context = browser.new_context(viewport={"width": 1350, "height": 940})
    page = context.new_page()
    weights: list[float] = []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    page.goto(address, wait_until="commit")
    page.wait_for_selector(_MARKS, state="attached")
    drawn = float(page.evaluate("performance.now()"))
    page.wait_for_load_state("networkidle")
    context.close()
    return sum(weights), drawn


def _callbacks(browser: Browser) -> Iterator[tuple[str, str, str]]:
    figures = many(open_store().select(Query()), _FIGURES)
    with TemporaryDirectory() as folder:
        data = Path(folder) / "figures.csv"
        data.write_text(figures_table(figures), encoding="utf-8")
        server = create_app(data).server
    with _serving(server) as address:
        bodies = {**_sent(browser, f"{address}/"), **_sent(browser, f"{address}/table")}
    client = server.test_client()
    for output, body in bodies.items():
        requests = cycle([_asking(body, query) for query in _queries(figures)])

        def answer(requests: Iterator[dict[str, Any]] = requests) -> None:
            response = client.post(_CALLBACK, json=next(requests))
            if response.status_code != 200:
                raise RuntimeError(f"{_CALLBACK} answered {response.status_code}")

        yield f"callback of {output}, {_FIGURES:,} figures, p95", "≤ 30 ms", f"{p95(answer) * 1e3:.1f} ms"


def many(figures: tuple[Figure, ...], number: int) -> tuple[Figure, ...]:
    """That many figures like the given ones, each with an id of its own and no link to another."""
    return tuple(
        replace(figure, figure_id=f"{place:012x}", links=())
        for place, figure in zip(count(), islice(cycle(figures), number), strict=False)
    )


def _sent(browser: Browser, address: str) -> dict[str, dict[str, Any]]:
    """What a page asks the server when the query changes, by the first output of each callback."""
    page = browser.new_page()
    bodies: dict[str, dict[str, Any]] = {}

    def note(text: str | None) -> None:
        body: dict[str, Any] = json.loads(text or "{}")
        if any(one.get("id") == ids.QUERY for one in _inputs(body)):
            bodies[str(body["output"]).strip(".").split("...")[0]] = body

    page.on("request", lambda request: note(request.post_data) if _CALLBACK in request.url else None)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    # Charts are asked for when they come near the window.
    for section in page.locator(".chart-section, #more").all():
        section.scroll_into_view_if_needed()
        page.wait_for_timeout(_SETTLED / 4)
    page.locator(f"#{ids.filter_id('status')}").click()
    page.get_by_role("option").first.click()
    page.wait_for_timeout(_SETTLED)
    page.close()
    return bodies


def _inputs(body: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in body.get("inputs", []) if isinstance(one, dict)]


def _asking(body: dict[str, Any], query: Query) -> dict[str, Any]:
    """The same request for another query."""
    inputs = [
        one | {"value": query_string(query)} if isinstance(one, dict) and one.get("id") == ids.QUERY else one
        for one in body["inputs"]
    ]
    return body | {"inputs": inputs, "changedPropIds": [f"{ids.QUERY}.data"]}


def _queries(figures: tuple[Figure, ...]) -> list[Query]:
    """Different queries, so that nothing is answered from what was kept: all, and many selections."""
    actors = sorted({figure.actor for figure in figures if figure.actor and ";" not in figure.actor})
    statuses = sorted({figure.status for figure in figures if figure.status})
    chosen = [
        *[Query(actor=(actor,)) for actor in actors],
        *[Query(status=(status,)) for status in statuses],
        *[Query(actor=(actor,), status=(status,)) for actor in actors for status in statuses],
    ]
    return [replace(query, currency=currency) for query in (Query(), *chosen) for currency in _CURRENCIES]
