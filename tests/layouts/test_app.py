"""The app and its server: policy, ports, files that are left open, bad data."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from app import HOST, create_app
from figures.charts.theme import DARK, LIGHT
from layouts.index_page import ASSETS
from tests.layouts.sample import write_sample

ROOT = Path(__file__).resolve().parents[2]


def test_the_policy_allows_every_inline_script_and_no_other(tmp_path: Path) -> None:
    client = create_app(write_sample(tmp_path)).server.test_client()
    answer = client.get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self' 'sha256-" in policy
    assert "unsafe-inline" not in policy.split("style-src")[0]
    inline = re.findall(r"<script(?![^>]* src=)(?![^>]*application/json)[^>]*>", answer.text)
    assert len(inline) == policy.count("sha256-")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "there is no such file"),
        (b"", "is empty"),
        (b"a,b\n1,2\n", "column 1 is 'a'"),
        (b"\xff\xfe\x00", "UTF-8"),
    ],
)
def test_a_missing_or_broken_table_leaves_the_rest_working(
    tmp_path: Path, content: bytes | None, words: str
) -> None:
    data = tmp_path / "figures.csv"
    if content is not None:
        data.write_bytes(content)
    app = create_app(data)
    client = app.server.test_client()
    assert client.get("/").status_code == 200
    assert words in client.get("/_dash-layout").text
    assert words in client.get("/health").json["problem"]


def test_it_takes_the_next_free_port_and_stops_cleanly(tmp_path: Path) -> None:
    data = write_sample(tmp_path)
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "app.py", "--port", str(port), "--data", str(data)]
        run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert run.stdout is not None
        assert run.stdout.readline() == f"Port {port} is taken.\n"
        address = re.search(r"http://\S+", run.stdout.readline())
        assert address is not None
        assert address[0] != f"http://{HOST}:{port}/"
        for _ in range(100):
            try:
                with urlopen(address[0]) as answer:  # noqa: S310
                    assert answer.status == 200
                break
            except OSError:  # it does not listen yet
                time.sleep(0.05)
        run.send_signal(2)  # Ctrl-C
        _, errors = run.communicate(timeout=20)
    assert (run.returncode, errors) == (0, "")


def test_the_page_loads_no_script_that_it_does_not_need(tmp_path: Path) -> None:
    """Where Dash names another script, somebody should look at it: each costs time before the first chart."""
    page = create_app(write_sample(tmp_path)).server.test_client().get("/").text
    names = [
        re.sub(r"[@.?].*", "", address.rsplit("/", 1)[1]) for address in re.findall(r' src="([^"]+)"', page)
    ]
    fetched = ["plotly-basic", "regenerator-runtime"] if (ASSETS / "vendor").is_dir() else []
    assert [name for name in names if name not in fetched] == [
        "scheme", *([] if fetched else ["polyfill"]), "react", "react-dom", "prop-types", "dash_mantine_components",
        "figures", "dash_renderer", "dash_core_components", "dash_core_components-shared",
        "dash_html_components",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "words", "others"),
    [
        ("/", '"id":{"type":"chart","name":"spending"}', "No figure fits"),
        ("/?q=submarine", "Filters (1 set)", '"id":{"type":"chart","name":"spending"}'),
        ("/?currency=USD&figure=ffffffffffff", "No figure has the id ffffffffffff", "Choose a figure"),
        ("/table?actor=NATO+Allies&colour=red", "colour=red: is no known parameter", "Filters (2 set)"),
        ("/checks", "finding-open", "chart-section"),
        ("/sources/kyiv-2024-10-17", "Example Agency, untitled", "chart-section"),
        ("/nowhere", "Nothing has the address", "chart-section"),
    ],
)
def test_the_first_layout_holds_the_page_that_asks_for_it(
    tmp_path: Path, path: str, words: str, others: str
) -> None:
    client = create_app(write_sample(tmp_path)).server.test_client()
    client.set_cookie("display", "dark-wide")
    answer = client.get("/_dash-layout", headers={"Referer": f"https://figures.example{path}"})
    assert words in answer.text
    assert others not in answer.text
    assert answer.headers["Cache-Control"] == "no-cache"


def test_the_first_chart_is_drawn_as_the_page_is_looked_at_or_waits(tmp_path: Path) -> None:
    client = create_app(write_sample(tmp_path)).server.test_client()
    page = {"Referer": "https://figures.example/"}
    assert "wait-spending" in client.get("/_dash-layout", headers=page).text
    client.set_cookie("display", "dark-narrow")
    drawn = client.get("/_dash-layout", headers=page).text
    assert "wait-spending" not in drawn
    assert DARK.ink in drawn
    assert LIGHT.ink not in drawn
    # Without its page's address the layout leaves all to the browser.
    assert "chart-section" not in client.get("/_dash-layout").text
