"""What a reader asks for: a query from an address, and what the request for the first layout tells.

The browser asks for the layout of the app once, after the page is there. That request names the page in its
`Referer`, and how it is looked at in a cookie (`assets/early/scheme.js`), so that the first layout can
hold everything that would else be asked for piece by piece.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from figures.errors import QueryError
from figures.store import Query, parse_query
from layouts.parts.filters import MANY

COOKIE = "display"
_DISPLAYS = {
    f"{scheme}-{width}": {"dark": scheme == "dark", "narrow": width == "narrow"}
    for scheme in ("light", "dark")
    for width in ("wide", "narrow")
}


class Asked(NamedTuple):
    """Path and search part of the page that is asked for, and how it is looked at.

    Each is None where the request does not tell; the page then asks for what it needs.
    """

    path: str | None = None
    search: str | None = None
    display: dict[str, bool] | None = None


def asked(referrer: str | None, cookies: Mapping[str, str]) -> Asked:
    """What the request for a layout tells of its page.

    >>> asked("https://figures.example/table?status=spent", {"display": "dark-wide"})
    Asked(path='/table', search='?status=spent', display={'dark': True, 'narrow': False})
    >>> asked(None, {"display": "loud"})
    Asked(path=None, search=None, display=None)
    """
    display = _DISPLAYS.get(cookies.get(COOKIE, ""))
    try:
        page = urlsplit(referrer or "")
    except ValueError:
        return Asked(display=display)
    if not page.path:
        return Asked(display=display)
    return Asked(page.path, f"?{page.query}" if page.query else "", display)


def read(address: str | None) -> tuple[Query, tuple[QueryError, ...]]:
    """The query of an address's search part, and what is wrong with it.

    >>> read("?status=spent&x=1")[0].status, len(read("?x=1")[1])
    (('spent',), 1)
    """
    return parse_query(parse_qsl((address or "").removeprefix("?"), keep_blank_values=True))


def with_values(query: Query, values: dict[str, Any]) -> Query:
    """A query with the values of some controls in place of its own.

    A year control leaves a `from` or `to` alone that lies in its year.

    >>> with_values(Query(), {"status": ["spent"], "start": "2024"}).start
    datetime.date(2024, 1, 1)
    """
    fields: dict[str, Any] = {}
    for name, value in values.items():
        if name in MANY:
            fields[name] = tuple(sorted(value or ()))
        elif name in ("start", "end"):
            fields[name] = _year(value, getattr(query, name), last=name == "end")
        else:
            fields[name] = " ".join((value or "").split()) if name == "q" else value
    return replace(query, **fields)


def _year(value: str | None, present: date | None, *, last: bool) -> date | None:
    if not value:
        return None
    if present and str(present.year) == value:
        return present
    return date(int(value), 12, 31) if last else date(int(value), 1, 1)
