"""What stands around every page: head, filters, notice, the panel beside, foot."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from layouts import ids
from layouts.board import SEEN_LATER, Board
from layouts.parts.attributes import attributes
from layouts.parts.filters import filters
from layouts.parts.legend import legend

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


def shell(board: Board) -> Component:
    """The layout of the app."""
    layout: Component = dmc.MantineProvider(
        [
            dcc.Location(id=ids.URL, refresh="callback-nav"),
            dcc.Store(id=ids.QUERY),
            dcc.Store(id=ids.DISPLAY),
            *[dcc.Store(id=ids.seen(name)) for name in (*SEEN_LATER, ids.MORE)],
            html.A("Skip to the figures", href="#page", className="skip"),
            _head(),
            html.Div(
                [
                    _problem(board),
                    html.Div(id=ids.NOTICE, role="status"),
                    html.Section(
                        [filters(board), html.Div(id=ids.DOWNLOADS, className="downloads")],
                        **attributes(aria_label="Filters and files"),
                    ),
                    html.Div(
                        [
                            html.Main(id=ids.PAGE, tabIndex="-1"),
                            html.Aside(
                                idle(),
                                id=ids.PANEL,
                                className="panel",
                                **attributes(aria_label="The figure chosen"),
                            ),
                        ],
                        className="columns",
                    ),
                ],
                id=ids.SHELL,
                className="shell",
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


def _head() -> Component:
    links = [
        dcc.Link("Trends", href="/", id=ids.NAV_TRENDS),
        dcc.Link("Table", href="/table", id=ids.NAV_TABLE),
        dcc.Link("Checks", href="/checks", id=ids.NAV_CHECKS),
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


def idle() -> list[Component]:
    """What the panel says while no figure is chosen."""
    return [
        html.H2("Choose a figure"),
        html.P(
            "Its sentence appears here, with who said it, when, and every step from the words to the number."
        ),
        html.H3("How to read the marks"),
        legend(),
    ]
