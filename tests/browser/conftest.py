from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from werkzeug.serving import make_server

from app import create_app
from tests.browser.chromium import launch
from tests.layouts.sample import write_sample

_WIDE = {"width": 1440, "height": 900}
# How long a browser may need on a machine that has much else to do; nothing is judged by time.
_PATIENCE = 45_000

expect.set_options(timeout=_PATIENCE)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard on the sample."""
    yield from serving(write_sample(tmp_path_factory.mktemp("data")))


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard whose data file is missing."""
    yield from serving(tmp_path_factory.mktemp("data") / "figures.csv")


def serving(data: Path) -> Iterator[str]:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, create_app(data).server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright, launch(playwright) as found:
        yield found


class Faults(list[str]):
    """What the browser's console complained of."""


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
def page(browser: Browser, faults: Faults) -> Iterator[Page]:
    """A wide page in the light scheme that must not complain."""
    context = browser.new_context(viewport=_WIDE, color_scheme="light")  # type: ignore[arg-type]
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    watch(opened, faults)
    yield opened
    context.close()
    assert faults == []


def watch(page: Page, faults: Faults) -> None:
    """Collect errors of scripts and of the console, a refused policy among them."""
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
