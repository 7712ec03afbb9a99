"""Pages and parts as components, without a browser."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal as D
from typing import Any

import pytest
from dash import html
from dash.development.base_component import Component

from figures.records import Figure
from figures.store import Query, TableStore
from layouts.board import Board, bare, search
from layouts.callbacks import downloads, notice, panel, read, with_values
from layouts.pages import table
from layouts.pages.router import page_at
from layouts.pages.trends import chart_content
from layouts.parts.address import source_address
from layouts.parts.figure import figure_parts
from layouts.parts.filters import values_of
from layouts.parts.marked import quote_pieces
from tests.layouts.sample import sample_figures, sample_sources

SITE = "https://figures.example"


@pytest.fixture(scope="module")
def board() -> Board:
    return Board(TableStore(sample_figures(), sample_sources()))


def text_of(found: Any) -> str:
    """All text of a component, as a reader meets it."""
    if isinstance(found, Component):
        return text_of(getattr(found, "children", None))
    if isinstance(found, list | tuple):
        return " ".join(filter(None, map(text_of, found)))
    return "" if found is None else str(found)


def links_of(found: Any) -> set[str]:
    return {str(item) for item in _walk(json.loads(json.dumps(found, default=lambda c: c.to_plotly_json())))}


def _walk(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["href"]] if isinstance(value.get("href"), str) else []
        return own + [one for part in value.values() for one in _walk(part)]
    return [one for part in value for one in _walk(part)] if isinstance(value, list) else []


PAGES = [
    ("/", "trends", "Defence spending and aid"),
    ("/table", "table", "All figures"),
    ("/table/", "table", "All figures"),
    ("/sources", "sources", "Ministers on spending"),
    ("/sources/kyiv-2024-10-17", "source", "Example Agency, untitled"),
    ("/about", "about", "European Central Bank"),
    ("/figure/ffffffffffff", "missing", "Not found"),
    ("/sources/none", "missing", "Not found"),
    ("/checks/more", "missing", "Not found"),
]


@pytest.mark.parametrize(("path", "kind", "words"), PAGES)
def test_page_at(board: Board, path: str, kind: str, words: str) -> None:
    page = page_at(path, board, SITE)
    assert page.kind == kind
    assert words in text_of(page.content)


def test_every_figure_has_a_page_that_says_what_it_is(board: Board) -> None:
    for figure in sample_figures():
        said = text_of(page_at(f"/figure/{figure.figure_id}", board, SITE).content)
        assert (figure.exact or figure.description) in said
        assert figure.figure_id in said
        assert figure.publisher in said


def test_the_panel_says_what_was_set_by_hand(board: Board) -> None:
    five = next(figure for figure in sample_figures() if figure.exact == "5%")
    said = text_of(figure_parts(five, board, SITE))
    assert "Set by hand period_end ,  unit" in said
    assert "Read by machine All other fields." in said
    assert "Its parts 3.5% of GDP" in said
    assert "(date inferred)" in said


def test_the_panel_says_why_there_is_no_conversion(board: Board) -> None:
    figure = Figure(
        figure_id="a" * 12, kind="money", unit="UAH", value=D(5), bound="exact", stated_on=date(2024, 6, 12)
    )
    assert "No ECB reference rate for UAH" in text_of(figure_parts(figure, board, SITE))


def test_no_link_runs_a_script(board: Board) -> None:
    figure = replace(sample_figures()[0], url="javascript:alert(1)", also_stated_at=("javascript:alert(2)",))
    found = figure_parts(figure, board, SITE)
    assert not [link for link in links_of(found) if link.startswith("javascript")]
    assert "No address of the source is known." in text_of(found)


def test_an_unknown_figure_in_the_address(board: Board) -> None:
    assert "No figure has the id ffffffffffff." in text_of(panel("f" * 12, board, SITE))


ADDRESSES = [
    ("https://ua.example.org/1", "en", "One two.", "https://ua.example.org/1"),
    ("https://example.org/1", "en", "One-two, 3.", "https://example.org/1#:~:text=One%2Dtwo%2C%203."),
    ("https://example.org/en/1", "en", "One.", "https://example.org/en/1#:~:text=One."),
    ("https://example.org/1#part", "en", "One.", "https://example.org/1#part"),
    ("https://example.org/1", "en", " ".join("abcdefghijklmnop"), "https://example.org/1#:~:text=a%20b%20c%20d%20e%20f,k%20l%20m%20n%20o%20p"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "language", "quote", "address"), ADDRESSES)
def test_source_address(url: str, language: str, quote: str, address: str) -> None:
    assert source_address(Figure(url=url, language=language, quote=quote)) == address


def quoted(exact: str, start: int | None, figure_id: str) -> Figure:
    end = None if start is None else start + len(exact)
    return Figure(figure_id=figure_id, exact=exact, start=start, end=end)


def test_marks_in_a_quote() -> None:
    quote = "From 2% to 5% in 2035."
    two, five, lost = quoted("2%", 105, "a"), quoted("5%", 111, "b"), quoted("9%", 100, "c")
    pieces = quote_pieces(quote, 100, [five, two, lost], chosen="b")
    assert text_of(pieces).replace("  ", " ") == "From 2% to 5% in 2035."
    assert links_of(pieces[1]) == {"/figure/a"}
    assert isinstance(pieces[3], html.Mark)
    assert text_of(pieces[3]) == "5%"
    assert links_of(pieces[3]) == set()


def test_figures_of_one_span_are_each_within_reach() -> None:
    each = [quoted("EUR 1 billion", 0, name) for name in "abc"]
    assert links_of(quote_pieces("EUR 1 billion each.", 0, each)) == {"/figure/a", "/figure/b", "/figure/c"}


def test_a_quote_without_its_figure_is_shown_unmarked() -> None:
    assert quote_pieces("Nothing here.", 0, [quoted("5%", 3, "a")]) == ["Nothing here."]


def test_order_of_money_in_several_currencies() -> None:
    money: dict[str, Any] = {"kind": "money", "bound": "exact"}
    figures = [
        Figure(figure_id="sek", unit="SEK", value=D("16E9"), value_usd=D("1.5E9"), **money),
        Figure(figure_id="eur", unit="EUR", value=D("2E9"), value_usd=D("2.2E9"), **money),
        Figure(figure_id="usd", unit="USD", value=D("2E9"), value_usd=D("2E9"), **money),
        Figure(figure_id="uah", unit="UAH", value=D("9E9"), **money),
        Figure(figure_id="pct", unit="%", value=D(1), kind="share"),
    ]
    assert [f.figure_id for f in table.ordered(figures, "amount", False)] == [
        "uah",
        "sek",
        "usd",
        "eur",
        "pct",
    ]


@pytest.mark.parametrize("column", table.COLUMNS)
def test_every_column_sorts_every_figure(column: str) -> None:
    figures = [*sample_figures(), Figure(), Figure(kind="money", unit="EUR")]
    assert len(table.ordered(figures, column, True)) == len(figures)


def test_the_table_shows_one_page_of_many() -> None:
    first = sample_figures()[0]
    figures = [replace(first, figure_id=f"{n:012x}") for n in range(10_000)]
    shown = table.table(figures, {"column": "stated", "descending": True, "page": 3}, "original", {})
    assert "Figures 51 to 75 of 10,000" in text_of(shown)
    assert len(links_of(shown)) == table.ROWS


READINGS = [
    ("", Query()),
    ("?status=spent&status=pledged", Query(status=("pledged", "spent"))),
    ("?from=2024-06", Query(start=date(2024, 6, 1))),
]


@pytest.mark.parametrize(("address", "query"), READINGS)
def test_the_address_is_the_state(address: str, query: Query) -> None:
    assert read(address) == (query, ())
    assert read(search(query))[0] == query


def test_a_control_replaces_its_own_field_only() -> None:
    query = Query(start=date(2024, 6, 1), status=("spent",), figure="a" * 12)
    assert with_values(query, {"status": None}) == replace(query, status=())
    assert with_values(query, {"start": "2024"}) == query
    assert with_values(query, {"start": "2023"}).start == date(2023, 1, 1)
    assert with_values(query, {"end": "2025"}).end == date(2025, 12, 31)
    assert with_values(query, {"q": "  two  words "}).q == "two words"
    assert values_of(query)["start"] == "2024"


def test_the_files_follow_the_filters(board: Board) -> None:
    query = Query(actor=("NATO Allies",), currency="EUR", figure="a" * 12)
    found = downloads(query, len(board.select(bare(query))))
    assert "Download CSV (6 rows)" in text_of(found)
    assert {"/figures.csv?actor=NATO+Allies&currency=EUR", "/about#columns"} <= links_of(found)
    assert "(1 row)" in text_of(downloads(query, 1))


def test_notice() -> None:
    assert notice(()) is None
    assert "kind=mony: is no known kind" in text_of(notice(read("?kind=mony")[1]))


def test_drawings_are_kept_and_depend_on_what_is_shown(board: Board) -> None:
    query = Query(actor=("NATO Allies",))
    assert board.drawing("aid", query, False, False) is board.drawing("aid", query, False, False)
    assert board.drawing("aid", query, True, False) is not board.drawing("aid", query, False, False)
    assert board.drawing("spending", query, False, False) is None


def test_every_figure_is_on_the_page_of_trends(board: Board) -> None:
    found = [board.drawing(name, Query(), False, False) for name in board.charts]
    drawn = {one for drawing in found if drawing for one in drawing.drawn}
    cards = {figure.figure_id for figure in board.undrawn(Query())}
    assert drawn | cards == {figure.figure_id for figure in sample_figures()}
    assert not drawn & cards


def test_a_crowd_is_drawn_in_part_and_says_so() -> None:
    level = sample_figures()[3]
    crowd = [replace(level, figure_id=f"{n:012x}") for n in range(500)]
    drawing = Board(TableStore(crowd)).drawing("spending", Query(), False, False)
    assert drawing is not None
    assert len(drawing.drawn) == 200
    assert drawing.notes[0].startswith("Drawn are 200 of 500 figures")


def test_charts_with_no_place_for_a_figure_say_so(board: Board) -> None:
    lost = Board(
        TableStore([replace(sample_figures()[3], period_start=None, period_end=None, published_on=None)])
    )
    drawing = lost.drawing("spending", Query(), False, False)
    assert drawing is not None
    said = text_of(chart_content("spending", drawing, lost, Query()))
    assert "1 of these figures has no place on these axes; the table lists it." in said
