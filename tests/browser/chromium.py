"""Finds a Chromium for the tests and measurements, or fetches one.

In this order: an installed Chromium or Chrome; Playwright's own, downloaded if need be; on Debian, as
root, the package `chromium`. If all fail, one line says what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_ARGUMENTS = ("--disable-background-networking", "--disable-component-update")


class NoBrowserError(RuntimeError):
    """No browser is here and none can be fetched."""


def launch(playwright: Playwright) -> Browser:
    """A headless Chromium; raises `NoBrowserError` where there is none."""
    # Chromium refuses to run as root with its sandbox.
    arguments = [*_ARGUMENTS, *(["--no-sandbox"] if _is_root() else [])]
    own = Path(playwright.chromium.executable_path)
    return playwright.chromium.launch(executable_path=find(own), args=arguments)


def find(
    own: Path,
    *,
    which: Callable[[str], str | None] = shutil.which,
    run: Callable[[list[str]], bool] | None = None,
    say: Callable[[str], None] = lambda text: print(text, file=sys.stderr),
) -> str:
    """Where a Chromium is; `own` is where Playwright keeps its own.

    Raises `NoBrowserError` with one line on what to install.
    """
    run = run or _succeeds
    if (installed := _installed(which)) is not None:
        return installed
    if own.is_file():
        return str(own)
    say("No Chromium or Chrome is installed: downloading Playwright's Chromium.")
    if run([sys.executable, "-m", "playwright", "install", "chromium"]) and own.is_file():
        return str(own)
    if _is_root() and which("apt-get") is not None:
        say("The download failed: installing the Debian package chromium with apt-get.")
        run(["apt-get", "update"])
        run(["apt-get", "install", "--yes", "--no-install-recommends", "chromium"])
        if (installed := _installed(which)) is not None:
            return installed
    raise NoBrowserError(
        "The browser tests need Chromium: install Chromium or Google Chrome, then run again."
    )


def _installed(which: Callable[[str], str | None]) -> str | None:
    for name in _NAMES:
        if (path := which(name)) is not None:
            return path
    return next((path for path in _MAC if Path(path).is_file()), None)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, check=False).returncode == 0
