"""Trends: the charts, and cards for what has no chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from figures import wording
from figures.charts import CONFIG, Drawing
from figures.records import Figure
from figures.store import Query
from layouts import ids
from layouts.board import MAIN, SEEN_LATER, Board, bare, search
from layouts.parts.attributes import attributes
from layouts.parts.legend import legend
from layouts.parts.marked import figure_link

_TITLES = {
    "spending": ("Defence spending and its growth", "What allies spend, as stated, and by how much it rose."),
    "share": (
        "Share of GDP and the targets",
        "From 2% to 5%: 3.5% for core defence and 1.5% for what serves it.",
    ),
    "aid": ("Aid to Ukraine", "Each figure at the height of its amount, over the period that it covers."),
}
_HINT = "Use the arrow keys to go from mark to mark, Enter to read the sentence, Escape to return."
_SHOWN_CARDS = 24


def trends(board: Board, query: Query, display: dict[str, bool] | None) -> list[Component]:
    """The page with its first chart, and a place for each other one; callbacks fill these when they come near.

    The first chart waits too where it is not known how the page is looked at.
    """
    return [
        html.Header(
            [
                html.H1("Defence spending and aid, each figure at its source"),
                html.P(
                    "Every mark is a published number. Choose one to read the sentence that states it, "
                    "who said it, and when.",
                    className="lead",
                ),
            ],
            className="page-head",
        ),
        html.P(_HINT, id="chart-hint", className="visually-hidden"),
        html.Details([html.Summary("How to read the marks"), legend()], className="legend-inline"),
        *[_place(name, board, query, display) for name in MAIN],
        html.Div(id=ids.MORE),
    ]


def _place(name: str, board: Board, query: Query, display: dict[str, bool] | None) -> Component:
    """A main chart, or its place with its title until it is drawn."""
    if display is None or name in SEEN_LATER:
        content, hidden, kind = _heading(name), not board.fits(name, query), f"chart-section wait-{name}"
    else:
        content, hidden, kind = section(name, board, query, display["dark"], display["narrow"])
    return html.Section(content, id=ids.section(name), hidden=hidden, className=kind)


def section(
    name: str, board: Board, query: Query, dark: bool, narrow: bool
) -> tuple[list[Component], bool, str]:
    """Content of a main chart's section, whether it is hidden since no figure fits, and its class."""
    drawing = board.drawing(name, query, dark, narrow)
    content = [] if drawing is None else chart_content(name, drawing, board, query)
    return content, drawing is None, "chart-section"


def _heading(name: str) -> list[Component]:
    title, subtitle = _TITLES.get(name, (wording.label("measure", name), ""))
    return [html.H2(title), *([html.P(subtitle, className="subtitle")] if subtitle else [])]


def chart_content(name: str, drawing: Drawing, board: Board, query: Query) -> list[Component]:
    """One chart with its title, what is left out and why, and the way to the same figures as a table."""
    measures = tuple(sorted(set(board.charts[name]) & set(query.measure or board.charts[name])))
    address = f"/table{search(replace(query, measure=measures, figure=''))}"
    lines = [html.P(text) for text in drawing.notes]
    lines.append(html.P(dcc.Link("These figures as a table", href=address)))
    frame = [_frame(name, drawing)] if drawing.drawn else []
    return [*_heading(name), *frame, html.Div(lines, className="chart-notes")]


def _frame(name: str, drawing: Drawing) -> Component:
    """The chart in a frame that takes the focus and its keys."""
    config: Any = CONFIG
    graph = dcc.Graph(
        id=ids.chart(name), figure=drawing.spec, config=config, responsive=True,
        style={"height": drawing.height}, className="chart",
    )  # fmt: skip
    return html.Div(
        graph, className="chart-frame", style={"minHeight": drawing.height}, tabIndex="0", role="application",
        **attributes(aria_label=f"Chart. {drawing.summary}", aria_describedby="chart-hint"),
    )  # fmt: skip


def more(board: Board, query: Query, dark: bool, narrow: bool) -> list[Component]:
    """The charts of single measures, then cards for figures without a chart."""
    found: list[Component] = []
    for name in board.charts:
        if name not in MAIN and (drawing := board.drawing(name, query, dark, narrow)) is not None:
            content = chart_content(name, drawing, board, query)
            found.append(html.Section(content, id=ids.section(name), className="chart-section"))
    empty = not board.select(bare(query)) and not board.problem
    return [*found, *cards(board.undrawn(query), query, empty=empty)]


def cards(figures: Sequence[Figure], query: Query, *, empty: bool) -> list[Component]:
    """The figures without a chart as cards; a word of advice where nothing fits the filters."""
    if empty:
        return [
            html.Div(
                [
                    html.H2("No figure fits these filters"),
                    html.P("Take one filter away, or begin again with all figures."),
                    dcc.Link("Show all figures", href="/", className="button"),
                ],
                className="empty",
            )
        ]
    if not figures:
        return []
    rest = len(figures) - _SHOWN_CARDS
    more = dcc.Link(f"{rest} more in the table", href=f"/table{search(query)}") if rest > 0 else None
    return [
        html.H2("Also stated", className="cards-title"),
        html.Ul([html.Li(_card(figure)) for figure in figures[:_SHOWN_CARDS]], className="cards"),
        *([html.P(more)] if more is not None else []),
    ]


def _card(figure: Figure) -> Component:
    said = wording.bounded(figure)
    about = "; ".join(filter(None, (wording.subject(figure), wording.state(figure))))
    pieces = [html.Strong(said), html.Span(about), html.Span(wording.stated_when(figure, length="medium"))]
    return figure_link(figure, pieces, "card")
