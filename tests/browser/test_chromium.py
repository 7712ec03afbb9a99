"""Where the browser of the tests comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import chromium
from tests.browser.chromium import NoBrowserError, find


def test_an_installed_browser_is_taken_first(tmp_path: Path) -> None:
    found = find(tmp_path, which=lambda name: "/usr/bin/google-chrome" if name == "google-chrome" else None)
    assert found == "/usr/bin/google-chrome"


def test_then_the_one_of_playwright_which_is_downloaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chromium, "_MAC", ())
    own = tmp_path / "chrome"
    said: list[str] = []

    def run(command: list[str]) -> bool:
        own.touch()
        return command[1:] == ["-m", "playwright", "install", "chromium"]

    assert find(own, which=lambda _: None, run=run, say=said.append) == str(own)
    assert said == ["No Chromium or Chrome is installed: downloading Playwright's Chromium."]


def test_then_the_package_of_debian_as_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "_MAC", ())
    monkeypatch.setattr(chromium, "_is_root", lambda: True)
    done: list[list[str]] = []

    def which(name: str) -> str | None:
        installed = any("install" in command and "chromium" in command for command in done[1:])
        return f"/usr/bin/{name}" if name == "apt-get" or (name == "chromium" and installed) else None

    def run(command: list[str]) -> bool:
        done.append(command)
        return command[0] == "apt-get"

    said: list[str] = []
    assert find(tmp_path / "none", which=which, run=run, say=said.append) == "/usr/bin/chromium"
    assert "Debian package chromium" in said[1]


def test_else_one_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "_MAC", ())
    monkeypatch.setattr(chromium, "_is_root", lambda: False)
    with pytest.raises(NoBrowserError, match=r"install Chromium or Google Chrome, then run again\.$"):
        find(tmp_path / "none", which=lambda _: None, run=lambda _: False, say=lambda _: None)
