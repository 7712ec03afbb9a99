"""Which page stands at which path."""

from __future__ import annotations

from typing import NamedTuple

from dash import dcc, html
from dash.development.base_component import Component

from figures.store import Query
from layouts.board import Board, bare, chart_query
from layouts.pages.about import about
from layouts.pages.checks import checks_page
from layouts.pages.figure import figure_page
from layouts.pages.sources import source_page, sources_page
from layouts.pages.table import table_page
from layouts.pages.trends import trends


class Page(NamedTuple):
    """A page's kind, which the style sheet knows, and its content."""

    kind: str
    content: list[Component]


def page_at(
    path: str, board: Board, site: str, query: Query | None = None, display: dict[str, bool] | None = None
) -> Page:
    """The page at a path, for a query; `site` is the address before it, `display` how it is looked at, if known.

    An unknown path gets a page that says so.
    """
    query = chart_query(query or Query())
    match path.rstrip("/").split("/"):
        case [""]:
            return Page("trends", trends(board, query, display))
        case ["", "table"]:
            return Page("table", table_page(board.select(bare(query)), query.currency, board.open_findings))
        case ["", "checks"]:
            return Page("checks", checks_page(board, query))
        case ["", "sources"]:
            return Page("sources", sources_page(board))
        case ["", "sources", source_id]:
            source = next((one for one in board.store.sources() if one.source_id == source_id), None)
            if source:
                return Page("source", source_page(source, board))
        case ["", "figure", figure_id]:
            figure = board.get(figure_id)
            if figure:
                return Page("figure", figure_page(figure, board, site))
        case ["", "about"]:
            return Page("about", about())
    return Page("missing", missing(path))


def missing(path: str) -> list[Component]:
    """What stands where there is no page; the server answers such an address with a real 404."""
    return [
        html.Div(
            [
                html.H1("Not found"),
                html.P(["Nothing has the address ", html.Code(path), "."]),
                dcc.Link("Trends", href="/", className="button"),
                dcc.Link("All figures", href="/table", className="button"),
            ],
            className="empty",
        )
    ]
