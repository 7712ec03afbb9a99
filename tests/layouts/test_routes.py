from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dash import Dash, html
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from figures.publish import version, write_csv
from figures.sources import Source
from figures.store import TableStore
from layouts.routes import QUERY_LIMIT, register
from tests.store.samples import FIGURES, PLEDGE, RANGE

MODIFIED = datetime(2025, 6, 1, 12, tzinfo=UTC)
STORE = TableStore(FIGURES, [Source(source_id="agency-2024-10-17", text="It cost 5 euros.")], MODIFIED)


def client_of(folder: Path, store: TableStore = STORE, problem: str = "") -> FlaskClient:
    """A browser at a bare Dash app with the routes."""
    (folder / "style.css").write_text("p {}", encoding="utf-8")
    app = Dash(__name__, assets_folder=str(folder))
    app.layout = html.P("A page.")
    server: Flask = app.server
    register(server, store, app.csp_hashes(), problem)
    return server.test_client()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with client_of(tmp_path_factory.mktemp("assets")) as client:
        yield client


def ids(text: str) -> list[str]:
    return [row["figure_id"] for row in csv.DictReader(io.StringIO(text, newline=""))]


SELECTIONS = [
    ("", [figure.figure_id for figure in FIGURES]),
    ("?measure=loan&measure=people", ["a00000000006"]),
    ("?actor=Canada", ["a00000000004"]),
    ("?q=ALLIES+pledged", ["a00000000001"]),
    ("?from=2036", []),
    ("?measure=loan&currency=USD&lang=en&figure=a00000000001", ["a00000000006"]),
    ("?utm_source=mail&fbclid=1&measure=loan", ["a00000000006"]),
]


@pytest.mark.parametrize(("query", "expected"), SELECTIONS)
def test_every_file_holds_what_the_query_selects(
    client: FlaskClient, query: str, expected: list[str]
) -> None:
    table = client.get(f"/figures.csv{query}")
    assert table.status_code == 200
    assert table.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert table.headers["Content-Disposition"] == 'attachment; filename="figures.csv"'
    assert ids(table.text) == expected

    array = client.get(f"/figures.json{query}")
    assert array.headers["Content-Type"] == "application/json"
    assert array.headers["Content-Disposition"] == 'attachment; filename="figures.json"'
    assert [figure["figure_id"] for figure in json.loads(array.data)] == expected

    package = client.get(f"/figures.zip{query}")
    assert package.headers["Content-Type"] == "application/zip"
    assert package.headers["Content-Disposition"] == 'attachment; filename="figures.zip"'
    with zipfile.ZipFile(io.BytesIO(package.data)) as archive:
        assert ids(archive.read("figures.csv").decode()) == expected


def test_the_byte_order_mark_is_for_csv_alone(client: FlaskClient) -> None:
    plain = client.get("/figures.csv")
    marked = client.get("/figures.csv?bom=1")
    assert marked.data == b"\xef\xbb\xbf" + plain.data
    assert marked.headers["ETag"] != plain.headers["ETag"]
    assert client.get("/figures.json?bom=1").status_code == 400


REFUSED = [
    ("measure=speed", "measure=speed: is no known measure; use one of: "),
    ("page=2", "page=2: is no known parameter; use one of: "),
    ("from=soon", "from=soon: is no date; write a year, month or day such as 2024, 2024-06 or 2024-06-30"),
    ("from=2025&to=2024", "to=2024: lies before `from`; exchange the two"),
    ("figure=ffffffffffff", "no figure has the id 'ffffffffffff'; ids are listed in figures.csv"),
    ("figure=%3Cscript%3E", "figure=<script>: is no figure id; an id has 12 digits or letters a to f"),
    ("q=" + "x" * QUERY_LIMIT, f"query=…: is longer than {QUERY_LIMIT} bytes; use fewer or shorter filters"),
    ("actor=%FF%00%0D%0Aa", "actor=��  a: is no known actor; "),
]


@pytest.mark.parametrize("file", ["csv", "json", "zip"])
@pytest.mark.parametrize(("query", "message"), REFUSED)
def test_a_wrong_query_is_answered_in_one_line(
    client: FlaskClient, file: str, query: str, message: str
) -> None:
    answer = client.get(f"/figures.{file}?{query}")
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.text.startswith(message.replace("��  a", "� a").split("�")[0])
    assert answer.text.endswith("\n")
    assert len(answer.text.splitlines()) == 1


def test_a_wrong_byte_order_mark(client: FlaskClient) -> None:
    answer = client.get("/figures.csv?bom=yes")
    assert (answer.status_code, answer.text) == (
        400,
        "bom=…: has another value than 1; write bom=1 or leave it out\n",
    )


@given(st.text(max_size=50), st.text(max_size=50))
def test_no_query_breaks_a_file(client: FlaskClient, parameter: str, value: str) -> None:
    answer = client.get("/figures.csv", query_string=[(parameter, value)])
    assert answer.status_code in (200, 400)
    assert answer.status_code == 200 or len(answer.text.splitlines()) == 1


@pytest.mark.parametrize("path", ["/figures.csv", "/figures.json?measure=loan", "/figures.zip"])
def test_a_file_that_did_not_change_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    assert first.headers["Last-Modified"] == "Sun, 01 Jun 2025 12:00:00 GMT"
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    since = client.get(path, headers={"If-Modified-Since": first.headers["Last-Modified"]})
    assert (since.status_code, since.data) == (304, b"")
    other = client.get(path, headers={"If-None-Match": 'W/"other"'})
    assert other.data == first.data


def test_tables_are_streamed_and_a_package_has_its_length(client: FlaskClient) -> None:
    assert "Content-Length" not in client.get("/figures.csv").headers
    assert "Content-Length" not in client.get("/figures.json").headers
    package = client.get("/figures.zip")
    assert int(package.headers["Content-Length"]) == len(package.data)


def test_the_tag_tells_selections_apart_and_nothing_else(client: FlaskClient) -> None:
    tag = client.get("/figures.csv?measure=loan").headers["ETag"]
    assert client.get("/figures.csv?utm_source=x&currency=USD&measure=loan").headers["ETag"] == tag
    assert client.get("/figures.csv?measure=people").headers["ETag"] != tag
    assert client.get("/figures.json?measure=loan").headers["ETag"] != tag


@pytest.mark.parametrize("path", ["/figures.csv", "/figures.json", "/figures.zip", "/health", "/", "/table"])
def test_head_answers_as_get_without_a_body(client: FlaskClient, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["Content-Type"] == get.headers["Content-Type"]
    assert head.headers.get("ETag") == get.headers.get("ETag")


def test_head_of_a_wrong_query(client: FlaskClient) -> None:
    assert client.head("/figures.csv?page=2").status_code == 400


def test_files_answer_no_post(client: FlaskClient) -> None:
    assert client.post("/figures.csv").status_code == 405


def test_health(client: FlaskClient) -> None:
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer.json == {"status": "ok", "figures": len(FIGURES), "version": version()}


def test_without_data_files_and_health_say_why_and_pages_stay(tmp_path: Path) -> None:
    problem = "figures.csv: is empty; run `python -m figures build`\nand more"
    client = client_of(tmp_path, TableStore([]), problem)
    for name in ("csv", "json", "zip"):
        answer = client.get(f"/figures.{name}")
        assert answer.status_code == 503
        assert answer.text == "figures.csv: is empty; run `python -m figures build`\n"
    health = client.get("/health")
    assert health.status_code == 503
    assert health.json == {"status": "error", "figures": 0, "version": version(), "problem": problem}
    assert client.get("/").status_code == 200


FOUND = [
    "/", "/table", "/checks", "/checks?measure=loan", "/sources", "/about", "/?measure=loan", "/?page=2&measure=speed", "/table?q=" + "x" * 5_000,
    "/figure/a00000000001", "/figure/a00000000001?lang=xx", "/sources/agency-2024-10-17",
    "/assets/style.css", "/_dash-layout",
]  # fmt: skip
MISSING = [
    "/nowhere", "/figure", "/figure/", "/figure/ffffffffffff", "/figure/a00000000001/x", "/figures", "/figures.xml",
    "/sources/nobody", "/sources/agency-2024-10-17/x", "/TABLE", "/table/x", "/robots",
    "/%3Cscript%3Ealert(1)%3C/script%3E", "/" + "x" * 3_000, "/assets/none.css",
]  # fmt: skip


@pytest.mark.parametrize("path", FOUND)
def test_what_is_there(client: FlaskClient, path: str) -> None:
    assert client.get(path, buffered=True).status_code == 200


@pytest.mark.parametrize("path", MISSING)
def test_what_is_not_there_is_a_real_404(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.mimetype == "text/html"
    assert "<script>" not in answer.text
    assert len(answer.text) < 2_000
    assert client.head(path).status_code == 404


def test_the_404_says_what_is_missing_and_leads_on(client: FlaskClient) -> None:
    page = client.get("/figure/ffffffffffff").text
    assert "<p>No figure has the address /figure/ffffffffffff." in page
    assert "<p>No source has the address /sources/nobody.</p>" in client.get("/sources/nobody").text
    assert "<p>There is no page /nowhere.</p>" in client.get("/nowhere").text
    for link in ('href="/"', 'href="/table"', 'href="/sources"'):
        assert link in page


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/table/", "/table"),
        ("/checks/", "/checks"),
        ("/table/?q=a%20b&from=2024", "/table?q=a%20b&from=2024"),
        (f"/figure/{PLEDGE.figure_id}/", f"/figure/{PLEDGE.figure_id}"),
    ],
)
def test_a_slash_too_many_is_forgiven(client: FlaskClient, path: str, target: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 308
    assert answer.headers["Location"] == target


def test_a_slash_too_many_leads_to_no_other_site(client: FlaskClient) -> None:
    for path in ("//evil.example/", "//table/", "/\\evil.example/"):
        answer = client.get("/", environ_overrides={"PATH_INFO": path})
        target = answer.headers.get("Location", "/")
        assert answer.status_code in (308, 404)
        assert re.fullmatch(r"(http://localhost)?/[a-z.]*/?", target)


@pytest.mark.parametrize(
    "path", ["/", "/table", "/nowhere", "/figures.csv", "/figures.csv?page=2", "/health", "/assets/style.css"]
)
def test_security_headers_stand_on_every_answer(client: FlaskClient, path: str) -> None:
    headers = client.get(path, buffered=True).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["script-src"].startswith("'self' 'sha256-")
    assert "unsafe" not in policy["script-src"]
    assert policy["style-src"] == "'self' 'unsafe-inline'"
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert "camera=()" in headers["Permissions-Policy"]


def test_an_asset_with_its_time_in_the_address_is_kept(client: FlaskClient) -> None:
    kept = "public, max-age=31536000, immutable"
    assert client.get("/assets/style.css?m=1", buffered=True).headers["Cache-Control"] == kept
    assert client.get("/assets/style.css", buffered=True).headers["Cache-Control"] != kept
    assert client.get("/assets/none.css?m=1").headers.get("Cache-Control") != kept
    assert client.get("/").headers["Cache-Control"] == "no-cache"


def test_the_file_is_the_one_that_the_library_writes(client: FlaskClient) -> None:
    stream = io.BytesIO()
    write_csv([RANGE], stream)
    assert client.get("/figures.csv?measure=loan").data == stream.getvalue()
