"""The HTML page that loads the app: its head, and the scripts that it needs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import dash

ASSETS = Path(__file__).resolve().parent / "assets"
_TYPEFACE = ASSETS / "vendor" / "source-serif-4-latin-wght-normal.woff2"
_FONTS = (
    f'<link rel="preload" as="font" type="font/woff2" href="/assets/vendor/{_TYPEFACE.name}" crossorigin>'
    '<link rel="stylesheet" href="/assets/early/fonts.css">'
)
_GENERATORS = ASSETS / "vendor" / "regenerator-runtime.js"


class App(dash.Dash):
    """A Dash app whose page names no script that is not needed."""

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]
        """The page, from the parts that Dash makes."""
        parts["scripts"] = needed(parts["scripts"], generators=_GENERATORS.is_file())
        page: str = super().interpolate_index(**parts)  # type: ignore[no-untyped-call]
        return page


def index() -> str:
    """The template of the page; it asks for the typeface only where that has been fetched."""
    page = (ASSETS / "index.html").read_text(encoding="utf-8")
    return page.replace("{%css%}", f"{{%css%}}\n{_FONTS}") if _TYPEFACE.is_file() else page


def needed(scripts: str, *, generators: bool) -> str:
    r"""Script elements without those that no page uses: Dash's table, and its polyfill.

    Of the polyfill Dash needs what runs generators, in any browser that can run Mantine at all; it
    goes where `generators` says that this is served by itself.

    >>> page = '<script src="/dash/deps/polyfill@7.min.js"></script>\n<script src="/dash_table/bundle.js"></script>'
    >>> needed(page, generators=True), needed(page, generators=False)
    ('', '<script src="/dash/deps/polyfill@7.min.js"></script>\n')
    """
    unused = r"/dash_table/|/deps/polyfill@" if generators else r"/dash_table/"
    return re.sub(rf'<script src="[^"]*(?:{unused})[^"]*"></script>\n?', "", scripts)
