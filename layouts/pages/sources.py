"""The sources: the list, and each one's excerpt with every figure in it marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from dash import dcc, html
from dash.development.base_component import Component

from figures import wording
from figures.records import Figure
from figures.sources import PASSAGE_BREAK, Source
from layouts.board import Board
from layouts.parts.address import is_web
from layouts.parts.marked import quote_pieces


def sources_page(board: Board) -> list[Component]:
    """All sources whose sentences are quoted, newest first, then the publications that are cited."""
    quoted = [source for source in board.store.sources() if source.source_id in board.by_source]
    cited = Counter(figure.publisher for figure in board.everything if figure.publisher and not figure.quote)
    return [
        html.Header(
            [
                html.H1("Sources"),
                html.P(
                    "Documents whose sentences state the figures. Of each, only those sentences are kept here.",
                    className="lead",
                ),
            ],
            className="page-head",
        ),
        html.Ul(
            [_entry(source, len(board.by_source[source.source_id])) for source in quoted],
            className="source-list",
        ),
        *([html.H2("Cited publications"), _cited(cited)] if cited else []),
    ]


def _entry(source: Source, count: int) -> Component:
    meta = [source.publisher, _published(source), "1 figure" if count == 1 else f"{count} figures"]
    return html.Li(
        [
            dcc.Link(_title(source), href=f"/sources/{source.source_id}", className="source-title"),
            html.Span(" · ".join(filter(None, meta)), className="meta"),
        ]
    )


def _cited(counts: Counter[str]) -> Component:
    items = [
        html.Li(
            [
                dcc.Link(name, href=f"/table?{urlencode({'q': name, 'origin': 'cited'})}"),
                html.Span("1 figure" if count == 1 else f"{count} figures", className="meta"),
            ]
        )
        for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return html.Ul(items, className="source-list cited-list")


def source_page(source: Source, board: Board) -> list[Component]:
    """One source: where it comes from, and its excerpt."""
    figures = board.by_source.get(source.source_id, ())
    basis = source.published_on_basis
    lines: list[Any] = [" · ".join(filter(None, (source.publisher, _published(source))))]
    if basis:
        lines.append(html.Span(f"Date: {basis}", className="muted"))
    if is_web(source.url):
        lines.append(
            html.A(
                "Read it at the source",
                href=source.url,
                target="_blank",
                rel="noopener noreferrer",
                className="out",
            )
        )
    else:
        lines.append(html.Span("No address is known.", className="muted"))
    return [
        html.Header(
            [
                html.P(dcc.Link("Sources", href="/sources"), className="crumb"),
                html.H1(_title(source)),
                html.Div([html.P(line) for line in lines], className="provenance"),
            ],
            className="page-head",
        ),
        html.Div(_passages(source, figures), className="excerpt"),
        html.P(
            "Only the sentences that state figures are shown, in their order. They remain their publisher's; "
            "choose a figure to see how it was read.",
            className="note",
        ),
    ]


def _passages(source: Source, figures: Sequence[Figure]) -> list[Component]:
    """The paragraphs of the excerpt, every figure in them marked."""
    found: list[Component] = []
    start = 0
    for passage in source.text.split(PASSAGE_BREAK):
        end = start + len(passage)
        inside = [figure for figure in figures if figure.start is not None and start <= figure.start < end]
        found.append(html.P(quote_pieces(passage, start, inside), lang=source.language or None))
        start = end + len(PASSAGE_BREAK)
    return found


def _title(source: Source) -> str:
    return source.title or f"{source.publisher}, untitled"


def _published(source: Source) -> str:
    if source.published_on is None:
        return ""
    inferred = " (inferred)" if source.published_on_basis.startswith("inferred") else ""
    return f"{wording.day(source.published_on)}{inferred}"
