"""Finds or fetches the browser before tests in several processes all look for it; `make test` runs it."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import NoBrowserError, find

if __name__ == "__main__":
    with sync_playwright() as playwright:
        try:
            find(Path(playwright.chromium.executable_path))
        except NoBrowserError as error:
            sys.exit(str(error))
