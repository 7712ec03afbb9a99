"""The callbacks: the address is the state; controls write it, and everything shown reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from flask import request

from figures.errors import QueryError
from figures.store import Query, parse_query, query_string
from layouts import ids
from layouts.board import MAIN, SEEN_LATER, Board, bare, chart_query, search
from layouts.pages import checks, trends
from layouts.pages import table as table_page
from layouts.pages.router import page_at
from layouts.parts.attributes import attributes
from layouts.parts.figure import figure_parts
from layouts.parts.filters import FIELDS, MANY, values_of
from layouts.shell import idle

_UNSET: tuple[Any, ...] = ([], None, "", "original")


def register(app: Dash, board: Board) -> None:
    """Give an app its callbacks, all on one board."""
    _register_browser(app)

    @app.callback(Output(ids.PAGE, "children"), Output(ids.SHELL, "className"), Input(ids.URL, "pathname"))
    def show_page(path: str | None) -> tuple[list[Component], str]:
        page = page_at(path or "/", board, request.url_root.rstrip("/"))
        return page.content, f"shell page-{page.kind}"

    @app.callback(
        Output(ids.URL, "search"),
        Output(ids.QUERY, "data"),
        Output(ids.NOTICE, "children"),
        *[Output(ids.filter_id(name), "value") for name in FIELDS],
        Input(ids.URL, "search"),
        *[Input(ids.filter_id(name), "value") for name in FIELDS],
        State(ids.QUERY, "data"),
    )
    def follow(address: str | None, *rest: Any) -> list[Any]:
        values, before = dict(zip(FIELDS, rest[:-1], strict=True)), rest[-1]
        query, errors = read(address)
        changed = {ids.filter_name(str(one["prop_id"]).split(".")[0]) for one in ctx.triggered} - {""}
        if changed:
            chosen = with_values(query, {name: values[name] for name in changed})
            if chosen == query:
                return [no_update] * (3 + len(FIELDS))
            return [search(chosen), query_string(chart_query(chosen)), no_update, *[no_update] * len(FIELDS)]
        shown = values_of(query)
        text = query_string(chart_query(query))
        return [
            no_update,
            text if text != before else no_update,
            notice(errors),
            *[shown[name] if shown[name] != values[name] else no_update for name in FIELDS],
        ]

    @app.callback(
        Output(ids.DOWNLOADS, "children"),
        Output(ids.NAV_TRENDS, "href"),
        Output(ids.NAV_TABLE, "href"),
        Output(ids.NAV_CHECKS, "href"),
        Output(ids.FILTERS_TITLE, "children"),
        Output(ids.MORE_FILTERS, "open"),
        Input(ids.QUERY, "data"),
    )
    def link(text: str | None) -> tuple[list[Component], str, str, str, str, Any]:
        query = read(text)[0]
        values = {name: shown for name, shown in values_of(query).items() if shown not in _UNSET}
        used = len(values)
        # What narrows the figures is in sight; what a reader has opened is never closed.
        more = True if values.keys() & {"q", *MANY[4:]} else no_update
        title = f"Filters ({used} set)" if used else "Filters"
        files = downloads(query, len(board.select(bare(query))))
        asked = search(query)
        return files, f"/{asked}", f"/table{asked}", f"/checks{asked}", title, more

    # The browser names the display again for each further chart that comes near the window.
    for name in MAIN:
        _register_chart(app, board, name, ids.seen(name) if name in SEEN_LATER else ids.DISPLAY)

    @app.callback(Output(ids.MORE, "children"), Input(ids.QUERY, "data"), Input(ids.seen(ids.MORE), "data"))
    def show_more(text: str | None, display: dict[str, bool] | None) -> Any:
        if text is None or display is None:
            return no_update
        return trends.more(board, read(text)[0], display["dark"], display["narrow"])

    @app.callback(
        Output(ids.TABLE, "children"),
        Output(ids.TABLE_STATE, "data"),
        Input(ids.QUERY, "data"),
        Input({"type": "sort", "column": ALL}, "n_clicks"),
        Input({"type": "turn", "to": ALL}, "n_clicks"),
        State(ids.TABLE_STATE, "data"),
    )
    def list_figures(
        text: str | None, _sorts: Sequence[int], _turns: Sequence[int], state: dict[str, Any]
    ) -> tuple[Any, Any]:
        trigger = ctx.triggered_id
        if isinstance(trigger, dict) and not ctx.triggered[0]["value"]:
            return no_update, no_update  # the button has just appeared
        query = read(text)[0]
        figures = board.select(bare(query))
        state = table_page.turned(state, trigger, len(figures))
        return table_page.table(figures, state, query.currency, board.open_findings), state

    @app.callback(Output(ids.CHECKS, "children"), Input(ids.QUERY, "data"))
    def list_findings(text: str | None) -> list[Component]:
        return checks.findings(board, read(text)[0])

    @app.callback(Output(ids.PANEL, "children"), Output(ids.PANEL, "className"), Input(ids.URL, "search"))
    def open_figure(address: str | None) -> tuple[list[Component], str]:
        query = read(address)[0]
        if not query.figure:
            return idle(), "panel"
        site = request.url_root.rstrip("/")
        return panel(query.figure, board, site, query.currency), "panel panel-open"


def _register_chart(app: Dash, board: Board, name: str, display_id: str) -> None:
    """One main chart: a callback of its own, which waits until the chart is near the window."""

    @app.callback(
        Output(ids.section(name), "children"),
        Output(ids.section(name), "hidden"),
        Output(ids.section(name), "className"),
        Input(ids.QUERY, "data"),
        Input(display_id, "data"),
    )
    def draw(text: str | None, display: dict[str, bool] | None) -> tuple[Any, Any, Any]:
        if text is None:
            return no_update, no_update, no_update
        query = read(text)[0]
        if display is None:
            return no_update, not board.fits(name, query), no_update
        drawing = board.drawing(name, query, display["dark"], display["narrow"])
        if drawing is None:
            return [], True, "chart-section"
        return trends.chart_content(name, drawing, board, query), False, "chart-section"


def _register_browser(app: Dash) -> None:
    """What happens in the browser alone; the functions are in `assets/figures.js`."""
    in_browser: Any = app.clientside_callback
    in_browser(
        ClientsideFunction("figures", "display"), Output(ids.DISPLAY, "data"), Input(ids.URL, "pathname")
    )
    in_browser(
        ClientsideFunction("figures", "clicked"),
        Output({"type": "chart", "name": ALL}, "clickData"),
        Input({"type": "chart", "name": ALL}, "clickData"),
        prevent_initial_call=True,
    )


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


def panel(figure_id: str, board: Board, site: str, currency: str = "original") -> list[Component]:
    """The panel of a figure, or that there is none."""
    close = html.Button("Close", type="button", className="button close", **attributes(data_close="panel"))
    figure = board.get(figure_id)
    if figure is None:
        words = html.P([f"No figure has the id {figure_id}. ", dcc.Link("All figures", href="/table")])
        return [close, html.H2("Not found", tabIndex="-1"), words]
    return [close, *figure_parts(figure, board, site, currency=currency)]
