"""What stands around a page and follows the query: notice, files, links that keep the filters, the panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from dash import dcc, html
from dash.development.base_component import Component

from figures.errors import QueryError
from figures.store import Query
from layouts.board import Board, bare, search
from layouts.parts.attributes import attributes
from layouts.parts.figure import figure_parts
from layouts.parts.filters import MANY, values_of
from layouts.parts.legend import legend

_UNSET: tuple[Any, ...] = ([], None, "", "original")


class Around(NamedTuple):
    """Links to the files, addresses of the pages that keep the filters, and the state of the filters."""

    files: list[Component]
    trends: str
    table: str
    checks: str
    title: str
    narrowed: bool  # by a filter of the second row, which has to be in sight then


def around(board: Board, query: Query) -> Around:
    """What follows a query on every page."""
    values = {name: shown for name, shown in values_of(query).items() if shown not in _UNSET}
    asked = search(query)
    return Around(
        files=downloads(query, len(board.select(bare(query)))),
        trends=f"/{asked}",
        table=f"/table{asked}",
        checks=f"/checks{asked}",
        title=f"Filters ({len(values)} set)" if values else "Filters",
        narrowed=bool(values.keys() & {"q", *MANY[4:]}),
    )


def downloads(query: Query, count: int) -> list[Component]:
    """Links to the files that hold what the page shows, with their number of rows."""
    files = search(replace(bare(query), currency=query.currency))
    rows = "1 row" if count == 1 else f"{count:,} rows"
    return [
        html.A(
            f"Download CSV ({rows})",
            href=f"/figures.csv{files}",
            download="figures.csv",
            className="button download",
        ),
        html.A("JSON", href=f"/figures.json{files}", download="figures.json", className="button"),
        dcc.Link("What the columns mean", href="/about#columns"),
    ]


def notice(errors: Sequence[QueryError]) -> Component | None:
    """What in the address was not understood and is ignored; can be closed."""
    if not errors:
        return None
    return html.Div(
        [
            html.P("Part of the address was not understood and is ignored:"),
            html.Ul([html.Li(str(error)) for error in errors]),
            html.Button("Close", type="button", className="button", **attributes(data_dismiss="notice")),
        ],
        className="notice",
    )


def panel(query: Query, board: Board, site: str) -> tuple[list[Component], str]:
    """The content of the panel and its class: the figure that is open, that there is none such, or none."""
    if not query.figure:
        return _idle(), "panel"
    close = html.Button("Close", type="button", className="button close", **attributes(data_close="panel"))
    figure = board.get(query.figure)
    if figure is not None:
        return [close, *figure_parts(figure, board, site, currency=query.currency)], "panel panel-open"
    words = html.P([f"No figure has the id {query.figure}. ", dcc.Link("All figures", href="/table")])
    return [close, html.H2("Not found", tabIndex="-1"), words], "panel panel-open"


def _idle() -> list[Component]:
    """What the panel says while no figure is chosen."""
    return [
        html.H2("Choose a figure"),
        html.P(
            "Its sentence appears here, with who said it, when, and every step from the words to the number."
        ),
        html.H3("How to read the marks"),
        legend(),
    ]
