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
