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
from layouts.asked import read, with_values
from layouts.board import Board, bare, search
from layouts.pages import checks, table
from layouts.pages.router import page_at
from layouts.pages.trends import chart_content
from layouts.parts.address import source_address
from layouts.parts.around import downloads, notice, panel
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
    ("/checks", "checks", "Where two figures cannot both be true"),
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


def findings_of(board: Board, **filters: Any) -> str:
    return text_of(checks.findings(board, Query(**filters)))


def test_findings_are_grouped_and_counted(board: Board) -> None:
    said = findings_of(board)
    assert "0  contradictions 1  suspect 1  revision 0  agreements" in said
    assert said.count("None among these figures.") == 2
    assert "the same number in two currencies" in said


def test_findings_follow_the_filters(board: Board) -> None:
    assert "1  suspect 0  revisions" in findings_of(board, measure=("military_aid",))
    assert "0  suspects 1  revision" in findings_of(board, kind=("change",))
    assert "No finding fits these filters" in findings_of(board, kind=("count",))
    nothing = Board(TableStore([sample_figures()[0]]))
    assert "No two figures contradict" in findings_of(nothing)


def test_every_figure_of_an_open_finding_leads_to_it_from_everywhere(board: Board) -> None:
    assert set(board.open_findings) == {
        one for finding in board.findings if finding.kind == "suspect" for one in finding.figure_ids
    }
    shown = table.table(
        board.everything, {"column": "", "descending": True, "page": 1}, "original", board.open_findings
    )
    for figure_id, address in board.open_findings.items():
        assert address in links_of(shown)
        figure = board.get(figure_id)
        assert figure is not None
        assert address in links_of(figure_parts(figure, board, SITE))
        drawing = board.drawing("aid", Query(), False, False)
        assert drawing is not None
        flags = [trace for trace in drawing.spec["data"] if trace["name"] == "finding"]
        assert any(address in trace["customdata"] for trace in flags)


def test_a_derived_figure_says_its_formula_and_that_nobody_states_it(board: Board) -> None:
    (figure,) = (one for one in board.everything if one.origin == "derived")
    dated = replace(figure, published_on=date(2025, 2, 12))
    said = text_of(figure_parts(dated, board, SITE))
    assert "USD 485 billion in 2024 ÷ (100% + nearly 20%)" in said
    assert "Nobody states it. Known since 12 February 2025." in said
    assert said.count("Derived from") == 2
    assert "date not known" not in text_of(
        table.table([figure], {"column": "", "descending": True, "page": 1}, "original", {})
    )


def test_a_derived_value_that_repeats_a_stated_one_is_not_drawn(board: Board) -> None:
    (derived,) = (one for one in board.everything if one.origin == "derived")
    level = next(one for one in board.everything if one.exact == "485 billion US dollars")
    year: dict[str, Any] = {"period_start": derived.period_start, "period_end": derived.period_end}
    stated = replace(level, figure_id="a" * 12, value=D("404E9"), exact="404 billion", **year)
    lower = replace(stated, figure_id="b" * 12, value=D("300E9"), exact="300 billion")

    def drawn(*figures: Figure) -> tuple[str, ...]:
        drawing = Board(TableStore(figures)).drawing("spending", Query(), False, False)
        return drawing.drawn if drawing else ()

    assert derived.figure_id in drawn(derived)
    assert derived.figure_id in drawn(derived, level)
    assert derived.figure_id not in drawn(derived, stated)
    assert derived.figure_id in drawn(derived, lower)


def test_older_statements_are_listed_with_those_that_came_later(board: Board) -> None:
    old, new = sorted(
        (one for one in board.everything if one.kind == "change" and one.value in (11, D("8.3"))),
        key=lambda one: str(one.stated_on),
    )
    assert "Stated before 28 Aug 2023 8.3% · Example Tables" in text_of(figure_parts(new, board, SITE))
    assert "Stated since, the newest leads 28 Aug 2024 11% · Example Tables" in text_of(
        figure_parts(old, board, SITE)
    )


def test_the_panel_shows_the_currency_of_the_page_or_why_not(board: Board) -> None:
    half = next(one for one in board.everything if one.exact == "EUR 20.9 billion")
    assert "In British pounds £17.44 billion" in text_of(figure_parts(half, board, SITE, currency="GBP"))
    said = text_of(figure_parts(half, board, SITE, currency="RUB"))
    assert "Not in Russian roubles No ECB reference rate for RUB on 2024-10-17" in said
    assert "pounds" not in text_of(figure_parts(half, board, SITE, currency="USD"))


def test_an_unknown_figure_in_the_address(board: Board) -> None:
    assert "No figure has the id ffffffffffff." in text_of(panel(Query(figure="f" * 12), board, SITE))


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


def test_an_amount_of_the_united_states_is_shown_in_prices_of_the_last_deflator() -> None:
    def index(year: int, value: str) -> Figure:
        return Figure(
            figure_id=f"deflator{year}", kind="index", value=D(value), unit="2017=100", measure="gdp_deflator",
            actor="United States", origin="cited", period_start=date(year, 1, 1), period_end=date(year, 12, 31),
        )  # fmt: skip

    spent = Figure(
        figure_id="spent2021aaa", kind="money", value=D("800E9"), unit="USD", bound="exact", origin="cited",
        measure="defence_expenditure", actor="United States", price_basis="current",
        period_start=date(2021, 1, 1), period_end=date(2021, 12, 31),
    )  # fmt: skip
    elsewhere = replace(spent, figure_id="spent2021bbb", actor="Germany")
    board = Board(TableStore((index(2021, "100"), index(2024, "125"), spent, elsewhere)))
    shown = str(figure_parts(spent, board, "http://localhost"))
    assert "In prices of 2024, derived" in shown
    assert "US$1,000 billion" in shown or "US$1 trillion" in shown
    assert "× 125 ÷ 100" in shown
    assert "In prices of" not in str(figure_parts(elsewhere, board, "http://localhost"))
