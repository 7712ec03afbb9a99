"""Takes the pictures of the README: the dashboard on the project's own data, light, dark and on a phone.

Run it with ``python -m scripts.screenshot``; it writes PNG files into `docs/`.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

from app import create_app
from figures.store import Query, open_store
from tests.browser.chromium import launch

_DOCS = Path(__file__).resolve().parent.parent / "docs"


class _Picture(NamedTuple):
    """One picture: its file, what it shows, how large and in which scheme."""

    file: str
    path: str
    width: int
    height: int
    scheme: Literal["light", "dark"]
    scale: float = 1


def main() -> None:
    """Take all pictures and name their files."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with _serving() as address, sync_playwright() as playwright, launch(playwright) as browser:
        for picture in _pictures():
            _take(browser, address, picture)
            print(f"docs/{picture.file}")


def _pictures() -> list[_Picture]:
    shown = _spending()
    source = next(iter(source.source_id for source in open_store().sources()))
    return [
        _Picture("screenshot-light.png", f"/?figure={shown}", 1440, 1180, "light"),
        _Picture("screenshot-dark.png", f"/?figure={shown}", 1440, 1180, "dark"),
        _Picture("screenshot-table.png", "/table", 1440, 900, "light"),
        _Picture("screenshot-checks.png", "/checks", 1440, 900, "light"),
        _Picture("screenshot-source.png", f"/sources/{source}", 1440, 760, "light"),
        _Picture("screenshot-phone.png", f"/?figure={shown}", 390, 844, "dark", 2),
    ]


def _spending() -> str:
    """The quoted figure of defence spending that was stated last."""
    fitting = [
        figure for figure in open_store().select(Query(measure=("defence_expenditure",))) if figure.quote
    ]
    return max(fitting, key=lambda figure: str(figure.stated_on or figure.published_on)).figure_id


def _take(browser: Browser, address: str, picture: _Picture) -> None:
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.scheme,
        device_scale_factor=picture.scale,
    )
    page.goto(address + picture.path)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1_500)
    page.screenshot(path=_DOCS / picture.file)
    page.close()


@contextmanager
def _serving() -> Iterator[str]:
    """The address of the dashboard, served meanwhile."""
    server = make_server("127.0.0.1", 0, create_app().server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


if __name__ == "__main__":
    main()
