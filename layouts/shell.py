"""The layout of the app: head, filters, notice, page, the panel beside, foot."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from figures.store import query_string
from layouts import ids
from layouts.asked import Asked, read
from layouts.board import SEEN_LATER, Board, chart_query
from layouts.pages.router import page_at
from layouts.parts.around import Around, around, notice, panel
from layouts.parts.attributes import attributes
from layouts.parts.filters import filters

_THEME = {
    "primaryColor": "ink",
    "primaryShade": {"light": 7, "dark": 4},
    "colors": {
        "ink": [
            "#eef4fb", "#d9e6f5", "#b3cdea", "#8ab2df", "#6caef5", "#4c8fd4", "#2f74bb", "#1d5fa6", "#164d88",
            "#103a68",
        ],
    },
    "fontFamily": "var(--sans)",
    "headings": {"fontFamily": "var(--serif)"},
    "defaultRadius": 4,
}  # fmt: skip


def shell(board: Board, asked: Asked, site: str) -> Component:
    """The layout with the page that is asked for, filled; `site` is the address before its path.

    Where the request does not tell which page it is for, the page stays empty until the browser names it.
    """
    query, errors = read(asked.search)
    rest = around(board, query)
    shown, panel_class = panel(query, board, site)
    page = page_at(asked.path, board, site, query, asked.display) if asked.path else None
    narrow = bool(asked.display and asked.display["narrow"])
    layout: Component = dmc.MantineProvider(
        [
            _location(asked),
            dcc.Store(id=ids.QUERY, data=query_string(chart_query(query)) if page else None),
            dcc.Store(id=ids.DISPLAY, data=asked.display),
            *[dcc.Store(id=ids.seen(name)) for name in (*SEEN_LATER, ids.MORE)],
            html.A("Skip to the figures", href="#page", className="skip"),
            _head(rest),
            html.Div(
                [
                    _problem(board),
                    html.Div(notice(errors), id=ids.NOTICE, role="status"),
                    html.Section(
                        [
                            filters(board, query, title=rest.title, narrow=narrow, more=rest.narrowed),
                            html.Div(rest.files, id=ids.DOWNLOADS, className="downloads"),
                        ],
                        **attributes(aria_label="Filters and files"),
                    ),
                    html.Div(
                        [
                            html.Main(page.content if page else None, id=ids.PAGE, tabIndex="-1"),
                            html.Aside(
                                shown,
                                id=ids.PANEL,
                                className=panel_class,
                                **attributes(aria_label="The figure chosen"),
                            ),
                        ],
                        className="columns",
                    ),
                ],
                id=ids.SHELL,
                className=f"shell page-{page.kind}" if page else "shell",
            ),
            html.Div(
                id="announcer", className="visually-hidden", role="status", **attributes(aria_live="polite")
            ),
            _foot(),
        ],
        defaultColorScheme="auto",
        theme=_THEME,
    )
    return layout


def _location(asked: Asked) -> Component:
    """The address, named only where it is known: else the browser names it, and callbacks follow."""
    known: dict[str, Any] = {"pathname": asked.path, "search": asked.search} if asked.path else {}
    location: Component = dcc.Location(id=ids.URL, refresh="callback-nav", **known)
    return location


def _head(rest: Around) -> Component:
    links = [
        dcc.Link("Trends", href=rest.trends, id=ids.NAV_TRENDS),
        dcc.Link("Table", href=rest.table, id=ids.NAV_TABLE),
        dcc.Link("Checks", href=rest.checks, id=ids.NAV_CHECKS),
        dcc.Link("Sources", href="/sources"),
        dcc.Link("About", href="/about"),
    ]
    toggle = dmc.ColorSchemeToggle(
        lightIcon=html.Span(className="icon icon-sun"), darkIcon=html.Span(className="icon icon-moon"),
        variant="subtle", color="gray", size="lg", **attributes(aria_label="Change between light and dark"),
    )  # fmt: skip
    return html.Header(
        html.Div(
            [
                dcc.Link("Figures at Source", href="/", className="brand"),
                html.Nav(links, **attributes(aria_label="Pages")),
                toggle,
            ],
            className="bar",
        ),
        className="site-head",
    )


def _foot() -> Component:
    return html.Footer(
        html.P(
            [
                "Data: CC BY 4.0; quotations remain their publishers'. Exchange rates: European Central Bank. ",
                dcc.Link("What the words mean", href="/about"),
            ]
        ),
        className="site-foot",
    )


def _problem(board: Board) -> Component | None:
    """Why there is nothing to show, and what to run."""
    if not board.problem:
        return None
    return html.Div(
        [
            html.Strong("There are no figures to show."),
            *[html.P(line) for line in board.problem.splitlines()],
            html.P(["Run ", html.Code("python -m figures build"), ", then start the dashboard again."]),
        ],
        className="problem",
        role="alert",
    )
