"""The plain HTTP routes beside the pages: files, health, and a real 404 for what is not there.

Files take the query grammar of the pages. What a page would name in a notice and ignore, a file
answers with status 400 and one line, so that a script never takes another table for the one it
asked for.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from html import escape
from typing import NamedTuple

from flask import Flask, Response, jsonify, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from figures.errors import QueryError, UnknownFigureError
from figures.publish import csv_chunks, json_chunks, version, write_package
from figures.records import Figure
from figures.store import FigureStore, Query, parse_query, query_string
from layouts.headers import add_headers

PAGES = frozenset({"/", "/table", "/checks", "/sources", "/about"})
QUERY_LIMIT = 4_096

_CATCH_ALL = "/<path:path>"
_SHOWN = 60
_NOT_FOUND = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Not found · Figures at Source</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1.05rem/1.6 system-ui, sans-serif; max-width: 36rem; margin: 18vh auto 0; padding: 0 1.25rem; }}
h1 {{ font-size: 1.5rem; margin: 0 0 .5rem; }}
a {{ color: LinkText; }}
</style>
</head>
<body>
<main>
<h1>Not found</h1>
<p>{problem}</p>
<p><a href="/">Trends</a> · <a href="/table">All figures</a> · <a href="/sources">Sources</a></p>
</main>
</body>
</html>
"""


class _Asked(NamedTuple):
    """What a request for a file asks for, and the figures that fit."""

    query: Query
    figures: tuple[Figure, ...]
    bom: bool


def register(server: Flask, store: FigureStore, script_hashes: Sequence[str], problem: str = "") -> None:
    """Add the routes, the 404 and the headers to the server of a Dash app.

    `script_hashes` are those of the app's inline scripts (`app.csp_hashes()`, once all callbacks are
    known). `problem` says why there are no data, if so; files and health then answer 503 with it.
    """
    add_headers(server, script_hashes)

    def before_request() -> AnyResponse | None:
        rule = request.url_rule
        return _page(request.path, store) if rule and rule.rule == _CATCH_ALL else None

    def health() -> tuple[Response, int]:
        state = {"status": "error" if problem else "ok", "figures": len(store), "version": version()}
        if problem:
            return jsonify(state | {"problem": problem}), 503
        return jsonify(state), 200

    server.before_request(before_request)
    server.add_url_rule("/health", "health", health)
    for name in _FILES:
        server.add_url_rule(f"/{name}", name, _file_view(name, store, problem))


def _zip(asked: _Asked) -> Iterable[bytes]:
    archive = io.BytesIO()
    write_package(asked.figures, archive, query_string(asked.query))
    return [archive.getvalue()]


_FILES: dict[str, tuple[str, Callable[[_Asked], Iterable[bytes]]]] = {
    "figures.csv": ("text/csv; charset=utf-8", lambda asked: csv_chunks(asked.figures, bom=asked.bom)),
    "figures.json": ("application/json", lambda asked: json_chunks(asked.figures)),
    "figures.zip": ("application/zip", _zip),
}


def _file_view(name: str, store: FigureStore, problem: str) -> Callable[[], Response]:
    """The view of one file."""
    content_type, chunks = _FILES[name]

    def view() -> Response:
        if problem:
            return _line(problem.splitlines()[0], 503)
        try:
            asked = _asked(store, may_have_mark=name == "figures.csv")
        except (QueryError, UnknownFigureError) as error:
            return _line(str(error), 400)
        response = Response(chunks(asked), content_type=content_type)
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        response.headers["Cache-Control"] = "no-cache"
        # Weak, since the bytes on the wire also depend on how the server compresses them.
        response.set_etag(_etag(name, asked, store), weak=True)
        response.last_modified = store.modified
        # Werkzeug would read the whole file to know its length; it stays a stream.
        response.implicit_sequence_conversion = False
        response.make_conditional(request)
        return response

    return view


def _asked(store: FigureStore, *, may_have_mark: bool) -> _Asked:
    """What the request asks for; raises `QueryError` or `UnknownFigureError` on the first thing wrong."""
    if len(request.query_string) > QUERY_LIMIT:
        raise QueryError("query", "…", f"is longer than {QUERY_LIMIT} bytes", "use fewer or shorter filters")
    pairs = list(request.args.items(multi=True))
    marks = [value for parameter, value in pairs if parameter == "bom"] if may_have_mark else []
    if any(mark != "1" for mark in marks):
        raise QueryError("bom", "…", "has another value than 1", "write bom=1 or leave it out")
    query, errors = parse_query(pair for pair in pairs if not (marks and pair[0] == "bom"))
    if errors:
        raise errors[0]
    if query.figure:
        store.get(query.figure)
    # How a page shows figures is not in the file: the same table has the same tag.
    query = replace(query, currency="original", lang="en", figure="")
    return _Asked(query, store.select(query), bool(marks))


def _etag(name: str, asked: _Asked, store: FigureStore) -> str:
    parts = (name, version(), store.fingerprint, query_string(asked.query), str(asked.bom))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def _line(text: str, status: int) -> Response:
    return Response(f"{text}\n", status, content_type="text/plain; charset=utf-8")


def _page(path: str, store: FigureStore) -> AnyResponse | None:
    """What to answer instead of a page: nothing where there is one, else a redirect or a 404."""
    if problem := _missing(path, store):
        bare = path.rstrip("/")
        if bare and bare != path and not _missing(bare, store):
            query = request.query_string.decode("ascii", "replace")
            return redirect(f"{bare}?{query}" if query else bare, 308)
        return Response(
            _NOT_FOUND.format(problem=escape(problem)), 404, content_type="text/html; charset=utf-8"
        )
    return None


def _missing(path: str, store: FigureStore) -> str:
    """Why there is no page at a path; empty where there is one."""
    if path in PAGES:
        return ""
    shown = path if len(path) <= _SHOWN else path[: _SHOWN - 1] + "…"
    match path.split("/"):
        case ["", "figure", identity]:
            try:
                store.get(identity)
            except UnknownFigureError:
                return (
                    f"No figure has the address {shown}. It may have been mistyped or its sentence changed."
                )
            return ""
        case ["", "sources", identity]:
            if any(source.source_id == identity for source in store.sources()):
                return ""
            return f"No source has the address {shown}."
    return f"There is no page {shown}."
