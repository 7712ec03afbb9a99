from __future__ import annotations

from pathlib import Path

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from layouts.compressed import serve_compressed

LARGE = b"let a = 'a script that is long enough';\n" * 1_000
SMALL = b"let b;\n"
PAGE = (
    '<script src="/large.js?m=1"></script><script async src="/small.js"></script>'
    '<script src="https://other.example/large.js"></script><script>let c;</script>'
)


def client_of(folder: Path) -> FlaskClient:
    server = Flask("test")
    server.add_url_rule("/", "page", lambda: PAGE)
    server.add_url_rule("/large.js", "large", lambda: (LARGE, {"ETag": '"x"'}))
    server.add_url_rule("/small.js", "small", lambda: SMALL)
    assert serve_compressed(server, folder) == 1
    return server.test_client()


def test_a_large_script_is_served_compressed_and_kept(tmp_path: Path) -> None:
    answer = client_of(tmp_path).get("/large.js?m=1", headers={"Accept-Encoding": "gzip, br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert int(answer.headers["Content-Length"]) == len(answer.data) < len(LARGE) / 10
    assert "ETag" not in answer.headers
    assert brotli.decompress(answer.data) == b"//# allFunctionsCalledOnLoad\n" + LARGE
    (kept,) = tmp_path.iterdir()
    assert kept.read_bytes() == answer.data


@pytest.mark.parametrize(
    ("path", "accepted", "content"),
    [
        ("/large.js?m=1", "gzip", LARGE),
        ("/large.js?m=1", "br;q=0", LARGE),
        ("/large.js?m=1", "", LARGE),
        ("/large.js?m=2", "br", LARGE),
        ("/large.js", "br", LARGE),
        ("/small.js", "br", SMALL),
        ("/", "br", PAGE.encode()),
    ],
)
def test_all_else_is_left_alone(tmp_path: Path, path: str, accepted: str, content: bytes) -> None:
    answer = client_of(tmp_path).get(path, headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in answer.headers
    assert answer.data == content


def test_what_was_kept_is_not_made_again(tmp_path: Path) -> None:
    client_of(tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"as it was")
    answer = client_of(tmp_path).get("/large.js?m=1", headers={"Accept-Encoding": "br"})
    assert answer.data == b"as it was"


def test_a_folder_that_cannot_be_written_hinders_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    answer = client_of(tmp_path / "file").get("/large.js?m=1", headers={"Accept-Encoding": "br"})
    assert brotli.decompress(answer.data).endswith(LARGE)
