"""A figure's own page: its permanent address."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from figures.records import Figure
from layouts.board import Board
from layouts.parts.attributes import attributes
from layouts.parts.figure import figure_parts


def figure_page(figure: Figure, board: Board, site: str) -> list[Component]:
    """Everything about one figure, as in the panel, and the ways on."""
    ways = [dcc.Link("See it among the trends", href=f"/?figure={figure.figure_id}", className="button")]
    if figure.source_id and figure.quote:
        ways.append(dcc.Link("Its source", href=f"/sources/{figure.source_id}", className="button"))
    return [
        html.Article(figure_parts(figure, board, site, own_page=True), className="figure-article"),
        html.Nav(ways, className="ways", **attributes(aria_label="From here")),
    ]
