"""The query grammar: the parameters that pages and files share.

Filters (`measure`, `programme`, `actor`, `recipient`, `status`, `kind`, `origin`) may repeat; their
values are words of the vocabularies. `from` and `to` hold a year, a month or a day. `currency` and
`lang` say how a page shows figures, `figure` which one is open, `q` holds words to search for.
Empty values say nothing; parameters that only track the reader are ignored.
"""

from __future__ import annotations

import calendar
import contextlib
import difflib
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from figures.errors import QueryError
from figures.normalise.rates import ecb_rates
from figures.vocabularies import vocabulary

FILTERS = ("measure", "programme", "actor", "recipient", "status", "kind", "origin")
ORIGINAL = "original"
LANGUAGES = ("en",)
SEARCH_LIMIT = 200

_PARAMETERS = (*FILTERS, "from", "to", "currency", "lang", "q", "figure")
_VOCABULARY_OF = {"actor": "party", "recipient": "party"}
_SHORT_LIST = 16
_SHOWN = 60

_TRACKING = re.compile(
    r"""(?: (?: utm | mtm | pk | hsa ) _ .*          # campaign parameters
          | _?hs(?: enc | mi | ctatracking ) | mkt_tok | mc_[ce]id | vero_id   # mailings
          | fbclid | gclid | gclsrc | dclid | gbraid | wbraid | msclkid | yclid
          | twclid | ttclid | li_fat_id | igshid | igsh | _ga | _gl | _openstat
        )""",
    re.VERBOSE | re.IGNORECASE,
)
_DATE = re.compile(r"(?P<year>[0-9]{4}) (?: - (?P<month>[0-9]{2}) (?: - (?P<day>[0-9]{2}) )? )?", re.VERBOSE)
_FIGURE_ID = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What a reader asked for; an empty field asks for nothing.

    Several values of one filter mean any of them, several filters all of them. `start` and `end`
    are the days of `from` and `to`, both inclusive.
    """

    measure: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    currency: str = "original"
    lang: str = "en"
    q: str = ""
    figure: str = ""


def currencies() -> tuple[str, ...]:
    """What `currency` can be: as stated, or any currency with a rate of the European Central Bank.

    >>> currencies()[:4], "UAH" in currencies()
    (('original', 'USD', 'EUR', 'AUD'), False)
    """
    return (ORIGINAL, "USD", "EUR", *(code for code in ecb_rates().currencies if code not in ("USD", "EUR")))


def parse_query(pairs: Iterable[tuple[str, str]]) -> tuple[Query, tuple[QueryError, ...]]:
    """The query that the parameters of a URL state, and what is wrong with the others.

    An invalid parameter is left out of the query. Values of a filter are sorted, so that two ways to
    ask for the same are equal.

    >>> query, errors = parse_query([("status", "spent"), ("from", "2024-06"), ("utm_source", "x")])
    >>> query.status, query.start, errors
    (('spent',), datetime.date(2024, 6, 1), ())
    >>> for error in parse_query([("kind", "mony"), ("to", "2024-13"), ("page", "2")])[1]:
    ...     print(error)
    kind=mony: is no known kind; use one of: money, share, change, count, multiple, index
    to=2024-13: is no date; write a year, month or day such as 2024, 2024-06 or 2024-06-30
    page=2: is no known parameter; use one of: measure, programme, actor, recipient, status, kind, origin, from, to, currency, lang, q, figure
    >>> parse_query([])
    (Query(measure=(), programme=(), actor=(), recipient=(), status=(), kind=(), origin=(), start=None, end=None, currency='original', lang='en', q='', figure=''), ())
    """
    filters: dict[str, set[str]] = {}
    single: dict[str, str] = {}
    days: dict[str, date] = {}
    errors: list[QueryError] = []
    for parameter, raw in pairs:
        value = " ".join(raw.split())
        if not value or _TRACKING.fullmatch(parameter):
            continue
        try:
            if parameter in FILTERS:
                filters.setdefault(parameter, set()).add(_word(parameter, value))
                continue
            if parameter in single:
                _differs(parameter, value, single[parameter])
                continue
            if parameter in ("from", "to"):
                days[parameter] = _day(parameter, value)
            else:
                _check(parameter, value)
            single[parameter] = value
        except QueryError as error:
            errors.append(error)
    if "from" in days and "to" in days and days["to"] < days["from"]:
        errors.append(QueryError("to", single["to"], "lies before `from`", "exchange the two"))
        del days["to"]
    fields: dict[str, Any] = {name: tuple(sorted(values)) for name, values in filters.items()}
    fields |= {name: value for name, value in single.items() if name not in ("from", "to")}
    return Query(**fields, start=days.get("from"), end=days.get("to")), tuple(errors)


def query_string(query: Query) -> str:
    """The shortest parameters that state this query, always in the same order, for a URL.

    >>> query_string(Query(status=("spent",), actor=("NATO Allies",), start=date(2024, 1, 1)))
    'actor=NATO+Allies&status=spent&from=2024'
    >>> query_string(Query())
    ''
    """
    pairs = [(name, value) for name in FILTERS for value in sorted(set(getattr(query, name)))]
    if query.start:
        pairs.append(("from", _short(query.start, last=False)))
    if query.end:
        pairs.append(("to", _short(query.end, last=True)))
    for name, default in (("currency", "original"), ("lang", "en"), ("q", ""), ("figure", "")):
        if (value := getattr(query, name)) != default:
            pairs.append((name, value))
    return urlencode(pairs)


def _word(parameter: str, value: str) -> str:
    """The value, if the vocabulary of this filter holds it."""
    known = vocabulary(_VOCABULARY_OF.get(parameter, parameter))
    if value in known:
        return value
    raise QueryError(parameter, _shown(value), f"is no known {parameter}", _remedy(value, known))


def _remedy(value: str, known: Collection[str]) -> str:
    if len(known) <= _SHORT_LIST:
        return f"use one of: {', '.join(known)}"
    near = difflib.get_close_matches(value[:_SHOWN], known, n=3, cutoff=0.5)
    return f"did you mean: {', '.join(near)}?" if near else "use a name from the list on the page"


def _check(parameter: str, value: str) -> None:
    """Raise `QueryError` unless this is a known parameter with a valid value."""
    if parameter == "currency" and value not in (ORIGINAL, "USD", "EUR") and value not in currencies():
        remedy = "use original or the code of a currency with ECB rates, such as USD, EUR or GBP"
        raise QueryError(parameter, _shown(value), "is no known currency", remedy)
    if parameter == "lang" and value not in LANGUAGES:
        raise QueryError(parameter, _shown(value), "is no language of this page", _remedy(value, LANGUAGES))
    if parameter == "q" and len(value) > SEARCH_LIMIT:
        raise QueryError(parameter, _shown(value), "is too long", f"use at most {SEARCH_LIMIT} characters")
    if parameter == "figure" and not _FIGURE_ID.fullmatch(value):
        raise QueryError(parameter, _shown(value), "is no figure id", "an id has 12 digits or letters a to f")
    if parameter not in _PARAMETERS:
        raise QueryError(_shown(parameter), _shown(value), "is no known parameter", _remedy("", _PARAMETERS))


def _differs(parameter: str, value: str, first: str) -> None:
    """Raise `QueryError` when a parameter that stands once is given a second, other value."""
    if value != first:
        raise QueryError(parameter, _shown(value), "is given twice with different values", "give it once")


def _day(parameter: str, value: str) -> date:
    """The first day (`from`) or last day (`to`) of a year, month or day."""
    if found := _DATE.fullmatch(value):
        year, month, day = (int(part or 0) for part in found.groups())
        with contextlib.suppress(ValueError):
            if parameter == "from":
                return date(year, month or 1, day or 1)
            return date(year, month or 12, day or _last_day(year, month or 12))
    remedy = "write a year, month or day such as 2024, 2024-06 or 2024-06-30"
    raise QueryError(parameter, _shown(value), "is no date", remedy)


def _last_day(year: int, month: int) -> int:
    """Number of days of a month; raises `ValueError` where there is no such month."""
    return calendar.monthrange(year, month)[1]


def _short(day: date, *, last: bool) -> str:
    """A day as the year or month whose first (or last) day it is, else in full."""
    text = day.isoformat()
    if (day.month, day.day) == ((12, 31) if last else (1, 1)):
        return text[:4]
    if day.day == (_last_day(day.year, day.month) if last else 1):
        return text[:7]
    return text


def _shown(value: str) -> str:
    """A value as it can stand in one line of an error message."""
    text = "".join(letter if letter.isprintable() else "�" for letter in value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
