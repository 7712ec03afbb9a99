from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.store import FILTERS, LANGUAGES, Query, currencies, parse_query, query_string
from figures.vocabularies import vocabulary

VALID = [
    ("", Query()),
    ("measure=loan", Query(measure=("loan",))),
    ("measure=loan&measure=equipment&measure=loan", Query(measure=("equipment", "loan"))),
    ("actor=NATO+Allies&actor=Norway", Query(actor=("NATO Allies", "Norway"))),
    (
        "recipient=Ukraine&status=spent&kind=money",
        Query(recipient=("Ukraine",), status=("spent",), kind=("money",)),
    ),
    ("origin=cited&programme=PURL", Query(origin=("cited",), programme=("PURL",))),
    ("from=2024", Query(start=date(2024, 1, 1))),
    ("to=2024", Query(end=date(2024, 12, 31))),
    ("from=2024-02&to=2024-02", Query(start=date(2024, 2, 1), end=date(2024, 2, 29))),
    ("from=2023-06-30&to=2023-06-30", Query(start=date(2023, 6, 30), end=date(2023, 6, 30))),
    ("currency=USD&lang=en", Query(currency="USD")),
    ("q=at+least%C2%A0+40", Query(q="at least 40")),
    ("figure=0123456789ab", Query(figure="0123456789ab")),
    ("measure=&from=&q=+&currency=", Query()),
    ("utm_source=x&UTM_Medium=y&fbclid=z&gclid=1&mc_cid=2&_ga=3&msclkid=4", Query()),
    ("currency=EUR&currency=EUR", Query(currency="EUR")),
    ("status=%20spent%20", Query(status=("spent",))),
]

INVALID = [
    ("page=2", Query(), "page=2: is no known parameter; use one of: measure, programme, actor, recipient, status, kind, origin, from, to, currency, lang, q, figure"),
    ("Measure=loan", Query(), "Measure=loan: is no known parameter; use one of: measure, programme, actor, recipient, status, kind, origin, from, to, currency, lang, q, figure"),
    ("utm=1", Query(), "utm=1: is no known parameter; use one of: measure, programme, actor, recipient, status, kind, origin, from, to, currency, lang, q, figure"),
    ("kind=mony&kind=money", Query(kind=("money",)), "kind=mony: is no known kind; use one of: money, share, change, count, multiple, index"),
    ("actor=Norwy", Query(), "actor=Norwy: is no known actor; did you mean: Norway?"),
    ("recipient=%3F%3F%3F", Query(), "recipient=???: is no known recipient; use a name from the list on the page"),
    ("from=soon", Query(), "from=soon: is no date; write a year, month or day such as 2024, 2024-06 or 2024-06-30"),
    ("from=2024-13", Query(), "from=2024-13: is no date; write a year, month or day such as 2024, 2024-06 or 2024-06-30"),
    ("to=2023-02-29", Query(), "to=2023-02-29: is no date; write a year, month or day such as 2024, 2024-06 or 2024-06-30"),
    ("to=0000", Query(), "to=0000: is no date; write a year, month or day such as 2024, 2024-06 or 2024-06-30"),
    ("from=٢٠٢٤", Query(), "from=٢٠٢٤: is no date; write a year, month or day such as 2024, 2024-06 or 2024-06-30"),
    ("from=2025&to=2024", Query(start=date(2025, 1, 1)), "to=2024: lies before `from`; exchange the two"),
    ("from=2024&from=2025", Query(start=date(2024, 1, 1)), "from=2025: is given twice with different values; give it once"),
    ("currency=DM", Query(), "currency=DM: is no known currency; use original or the code of a currency with ECB rates, such as USD, EUR or GBP"),
    ("lang=xx", Query(), "lang=xx: is no language of this page; use one of: en"),
    ("figure=0123456789AB", Query(), "figure=0123456789AB: is no figure id; an id has 12 digits or letters a to f"),
    ("figure=1", Query(), "figure=1: is no figure id; an id has 12 digits or letters a to f"),
    ("q=" + "x" * 201, Query(), f"q={'x' * 59}…: is too long; use at most 200 characters"),
    ("kind=a%0Ab%00", Query(), "kind=a b�: is no known kind; use one of: money, share, change, count, multiple, index"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "query"), VALID)
def test_valid_parameters(url: str, query: Query) -> None:
    assert parse_query(parse_qsl(url, keep_blank_values=True)) == (query, ())


@pytest.mark.parametrize(("url", "query", "message"), INVALID)
def test_invalid_parameters_are_named_and_left_out(url: str, query: Query, message: str) -> None:
    found, errors = parse_query(parse_qsl(url))
    assert found == query
    assert [str(error) for error in errors] == [message]


STRINGS = [
    (Query(), ""),
    (Query(status=("spent", "pledged")), "status=pledged&status=spent"),
    (Query(actor=("NATO Allies",), start=date(2024, 1, 1), end=date(2025, 12, 31)), "actor=NATO+Allies&from=2024&to=2025"),
    (Query(start=date(2024, 3, 1), end=date(2024, 2, 29)), "from=2024-03&to=2024-02"),
    (Query(start=date(2024, 12, 31), end=date(2024, 1, 1)), "from=2024-12-31&to=2024-01-01"),
    (Query(q="5 % & more", currency="USD"), "currency=USD&q=5+%25+%26+more"),
    (Query(figure="0123456789ab"), "figure=0123456789ab"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "url"), STRINGS)
def test_query_string_is_short_and_in_one_order(query: Query, url: str) -> None:
    assert query_string(query) == url


def words(name: str) -> st.SearchStrategy[tuple[str, ...]]:
    known = sorted(vocabulary({"actor": "party", "recipient": "party"}.get(name, name)))
    return st.lists(st.sampled_from(known), unique=True, max_size=3).map(lambda found: tuple(sorted(found)))


@st.composite
def queries(draw: st.DrawFn) -> Query:
    days = sorted(draw(st.lists(st.dates(), max_size=2)))
    return Query(
        **{name: draw(words(name)) for name in FILTERS},
        start=days[0] if days else None,
        end=days[1] if len(days) == 2 else None,
        currency=draw(st.sampled_from(currencies())),
        lang=draw(st.sampled_from(LANGUAGES)),
        q=" ".join(draw(st.text(max_size=40)).split()),
        figure=draw(st.sampled_from(["", "0123456789ab"])),
    )


@given(queries())
def test_a_query_survives_its_url(query: Query) -> None:
    pairs = parse_qsl(query_string(query), keep_blank_values=True, strict_parsing=bool(query_string(query)))
    assert parse_query(pairs) == (query, ())


@given(st.lists(st.tuples(st.text() | st.sampled_from(["from", "to", "q", "actor"]), st.text()), max_size=6))
def test_any_parameters_give_a_query_and_errors_of_one_line(pairs: list[tuple[str, str]]) -> None:
    query, errors = parse_query(pairs)
    assert parse_query(parse_qsl(query_string(query)))[0] == query
    for error in errors:
        assert len(str(error).splitlines()) == 1
        assert str(error).isprintable()
