"""The callbacks: the address is the state; controls write it, and everything shown reads it.

None runs when a page is opened: the first layout holds what it would answer (`layouts.shell`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, no_update
from dash.development.base_component import Component
from flask import request

from figures.store import query_string
from layouts import ids
from layouts.asked import read, with_values
from layouts.board import MAIN, SEEN_LATER, Board, bare, chart_query, search
from layouts.pages import checks, trends
from layouts.pages import table as table_page
from layouts.pages.router import page_at
from layouts.parts.around import around, notice, panel
from layouts.parts.filters import FIELDS, values_of


def register(app: Dash, board: Board) -> None:
    """Give an app its callbacks, all on one board."""
    _register_browser(app)

    @app.callback(
        Output(ids.PAGE, "children"),
        Output(ids.SHELL, "className"),
        Input(ids.URL, "pathname"),
        State(ids.URL, "search"),
        State(ids.DISPLAY, "data"),
        prevent_initial_call=True,
    )
    def show_page(
        path: str | None, address: str | None, display: dict[str, bool] | None
    ) -> tuple[list[Component], str]:
        page = page_at(path or "/", board, request.url_root.rstrip("/"), read(address)[0], display)
        return page.content, f"shell page-{page.kind}"

    @app.callback(
        Output(ids.URL, "search"),
        Output(ids.QUERY, "data"),
        Output(ids.NOTICE, "children"),
        *[Output(ids.filter_id(name), "value") for name in FIELDS],
        Input(ids.URL, "search"),
        *[Input(ids.filter_id(name), "value") for name in FIELDS],
        State(ids.QUERY, "data"),
        prevent_initial_call=True,
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
        prevent_initial_call=True,
    )
    def link(text: str | None) -> tuple[Any, ...]:
        rest = around(board, read(text)[0])
        # What narrows the figures is in sight; what a reader has opened is never closed.
        return (*rest[:-1], rest.narrowed or no_update)

    # The browser names the display again for each further chart that comes near the window.
    for name in MAIN:
        _register_chart(app, board, name, ids.seen(name) if name in SEEN_LATER else ids.DISPLAY)

    @app.callback(
        Output(ids.MORE, "children"),
        Input(ids.QUERY, "data"),
        Input(ids.seen(ids.MORE), "data"),
        prevent_initial_call=True,
    )
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
        prevent_initial_call=True,
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

    @app.callback(Output(ids.CHECKS, "children"), Input(ids.QUERY, "data"), prevent_initial_call=True)
    def list_findings(text: str | None) -> list[Component]:
        return checks.findings(board, read(text)[0])

    @app.callback(
        Output(ids.PANEL, "children"),
        Output(ids.PANEL, "className"),
        Input(ids.URL, "search"),
        prevent_initial_call=True,
    )
    def open_figure(address: str | None) -> tuple[list[Component], str]:
        return panel(read(address)[0], board, request.url_root.rstrip("/"))


def _register_chart(app: Dash, board: Board, name: str, display_id: str) -> None:
    """One main chart: a callback of its own, which waits until the chart is near the window."""

    @app.callback(
        Output(ids.section(name), "children"),
        Output(ids.section(name), "hidden"),
        Output(ids.section(name), "className"),
        Input(ids.QUERY, "data"),
        Input(display_id, "data"),
        prevent_initial_call=True,
    )
    def draw(text: str | None, display: dict[str, bool] | None) -> tuple[Any, Any, Any]:
        if text is None:
            return no_update, no_update, no_update
        query = read(text)[0]
        if display is None:
            return no_update, not board.fits(name, query), no_update
        return trends.section(name, board, query, display["dark"], display["narrow"])


def _register_browser(app: Dash) -> None:
    """What happens in the browser alone; the functions are in `assets/figures.js`."""
    in_browser: Any = app.clientside_callback
    in_browser(
        ClientsideFunction("figures", "display"),
        Output(ids.DISPLAY, "data"),
        Input(ids.URL, "pathname"),
        State(ids.URL, "search"),
        State(ids.DISPLAY, "data"),
    )
    in_browser(
        ClientsideFunction("figures", "clicked"),
        Output({"type": "chart", "name": ALL}, "clickData"),
        Input({"type": "chart", "name": ALL}, "clickData"),
        prevent_initial_call=True,
    )
