"""Text with its figures marked in it, each mark a link to its figure."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from figures import wording
from figures.records import Figure
from layouts.parts.attributes import attributes

Piece = str | Component


def figure_link(
    figure: Figure, children: Piece | Sequence[Piece], class_name: str = "figure-link"
) -> Component:
    """A link that opens a figure beside the page, or its own page in another tab."""
    return html.A(
        children,
        href=f"/figure/{figure.figure_id}",
        className=class_name,
        title=wording.summary(figure),
        **attributes(data_figure=figure.figure_id),
    )


def flag(address: str) -> Component | None:
    """The small mark of a figure with an open finding, leading to it; None where it has none."""
    if not address:
        return None
    words = html.Span("An open finding: read it", className="visually-hidden")
    mark = html.Span("!", **attributes(aria_hidden="true"))
    return dcc.Link([mark, words], href=address, className="flag", title="An open finding: read it")


def quote_pieces(quote: str, quote_start: int, figures: Sequence[Figure], chosen: str = "") -> list[Piece]:
    """A quote with its figures marked: `chosen` as a plain mark, all others as links.

    Figures that share a span are marked once, with further links behind.
    """
    spans: dict[tuple[int, int], list[Figure]] = {}
    for figure in figures:
        if (span := _span(figure, quote, quote_start)) is not None:
            spans.setdefault(span, []).append(figure)
    pieces: list[Piece] = []
    done = 0
    for (start, end), group in sorted(spans.items()):
        if start < done:
            continue
        pieces += [quote[done:start]] if start > done else []
        pieces += _marks(quote[start:end], group, chosen)
        done = end
    return [*pieces, quote[done:]] if done < len(quote) else pieces


def _span(figure: Figure, quote: str, quote_start: int) -> tuple[int, int] | None:
    """Where a figure stands in a quote; None where its text is not there."""
    if figure.start is not None:
        start = figure.start - quote_start
        if start >= 0 and quote[start : start + len(figure.exact)] == figure.exact:
            return start, start + len(figure.exact)
    start = quote.find(figure.exact) if figure.exact else -1
    return (start, start + len(figure.exact)) if start >= 0 else None


def _marks(text: str, group: Sequence[Figure], chosen: str) -> list[Piece]:
    """One span: its mark, and a numbered link for each further figure of the same words."""
    here = next((figure for figure in group if figure.figure_id == chosen), None)
    if here:
        return [html.Mark(text, className="chosen")]
    first, *others = group
    found: list[Piece] = [figure_link(first, html.Mark(text), "figure-mark")]
    for number, figure in enumerate(others, start=2):
        found.append(figure_link(figure, str(number), "figure-more"))
    return found
