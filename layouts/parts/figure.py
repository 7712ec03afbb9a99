"""One figure in full: sentence, source, value with every step, what was read and what set by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from figures import wording
from figures.checks.finding import Finding
from figures.records import Figure, Link, field_docs
from figures.vocabularies import vocabulary
from layouts.board import OPEN, Board, finding_address
from layouts.parts.address import is_web, source_address
from layouts.parts.attributes import attributes
from layouts.parts.marked import figure_link, quote_pieces
from layouts.parts.values import row, values

_RELATIONS = {
    "part_of": ("Part of", "Its parts"),
    "share_of": ("Share of", "A share of it"),
    "change_of": ("Change of", "Its change"),
    "same_amount": ("The same amount", "The same amount"),
    "derived_from": ("Derived from", "Derived from it"),
}


def figure_parts(
    figure: Figure, board: Board, site: str, *, own_page: bool = False, currency: str = "original"
) -> list[Component]:
    """The sections of a figure's panel, or of its own page; `site` is the address before ``/figure/``.

    `currency` is the one that the page is read in; its conversion is shown beside dollars and euros.
    """
    language = "en"
    address = f"{site}/figure/{figure.figure_id}"
    said = wording.bounded(figure, language) or figure.exact
    parts = [
        html.Header(
            [
                html.P([_measure(figure), _badge(figure)], className="kicker"),
                (html.H1 if own_page else html.H2)(said, className="amount", tabIndex="-1"),
                html.P(_about(figure), className="about") if _about(figure) else None,
            ]
        ),
        _findings(figure, board, grave=True),
        _said(figure, board),
        _follows(figure, language) if figure.origin == "derived" else _attribution(figure, language),
        _actions(figure, address, language),
        _section("Value", values(figure, board, language, currency)),
        _findings(figure, board, grave=False),
        *_history(figure, board),
        _related(figure, board),
        _section("How it was read", _reading(figure)),
        _elsewhere(figure),
        html.P(figure.note, className="note") if figure.note else None,
    ]
    return [part for part in parts if part is not None]


def _measure(figure: Figure) -> str:
    return wording.label("measure", figure.measure) or wording.label("kind", figure.kind).capitalize()


def _badge(figure: Figure) -> Component:
    text = "cited, not quoted" if figure.origin == "cited" else wording.label("origin", figure.origin)
    return html.Span(text, className=f"badge badge-{figure.origin}")


def _about(figure: Figure) -> str:
    parties = " → ".join(
        filter(None, (wording.label("party", figure.actor), wording.label("party", figure.recipient)))
    )
    programme = wording.label("programme", figure.programme)
    return " · ".join(filter(None, (parties, programme, wording.state(figure))))


def _findings(figure: Figure, board: Board, *, grave: bool) -> Component | None:
    """The open findings that the figure stands in, or the others, each with a link to it."""
    own = board.findings_of.get(figure.figure_id, ())
    found = [finding for finding in own if (finding.kind in OPEN) is grave]
    if not found:
        return None
    return html.Section(
        [
            html.H2("Open findings" if grave else "Findings", className="visually-hidden"),
            html.Ul([html.Li(_finding(finding)) for finding in found]),
        ],
        className="own-findings own-findings-open" if grave else "own-findings",
    )


def _finding(finding: Finding) -> list[Any]:
    kind = html.Strong(f"{finding.kind.capitalize()}. ")
    return [kind, f"{finding.sentence} ", dcc.Link("Side by side", href=finding_address(finding))]


def _follows(figure: Figure, language: str) -> Component:
    """Since when a derived figure can be known; nobody states it."""
    day = f" Known since {wording.stated_when(figure, language)}." if figure.published_on else ""
    return html.Div(html.P(f"Nobody states it.{day}"), className="attribution")


def _said(figure: Figure, board: Board) -> Component:
    if figure.origin == "derived":
        words = "It follows from the figures named below, and claims no more than they say."
        return html.Div(
            [html.P(figure.description, className="formula"), html.P(words)], className="described"
        )
    if not figure.quote:
        return html.Div(
            [html.P(figure.description), html.P("In our own words: this publication is cited, not quoted.")],
            className="described",
        )
    same = [
        other
        for other in board.by_source.get(figure.source_id, (figure,))
        if other.quote_start == figure.quote_start
    ]
    pieces = quote_pieces(figure.quote, figure.quote_start or 0, same, figure.figure_id)
    context = html.Span(f"{figure.context} ", className="context") if figure.context else None
    return html.Blockquote(
        html.P([piece for piece in (context, *pieces) if piece is not None]),
        className="quote",
        lang=figure.language,
    )


def _attribution(figure: Figure, language: str) -> Component:
    by = wording.stated_by(figure, language)
    when = wording.stated_when(figure, language)
    basis = figure.published_on_basis
    inferred = " (date inferred)" if basis.startswith("inferred") and not figure.stated_on else ""
    url = source_address(figure)
    if url and is_web(url):
        link: Any = html.A(
            "Read it at the source", href=url, target="_blank", rel="noopener noreferrer", className="out"
        )
    else:
        link = html.Span("No address of the source is known.", className="muted")
    title = html.Span(figure.title, className="title") if figure.title else None
    lines = [
        html.Span(f"{by}, {when}{inferred}" if by else f"{when}{inferred}", title=basis or None),
        title,
        link,
    ]
    return html.Div([html.P(line) for line in lines if line is not None], className="attribution")


def _actions(figure: Figure, address: str, language: str) -> Component:
    return html.Div(
        [
            html.Button("Copy citation", type="button", className="button", **attributes(data_copy=wording.citation(figure, address, language))),
            html.A("Permanent link", href=f"/figure/{figure.figure_id}", className="button"),
        ],
        className="actions",
    )  # fmt: skip


def _reading(figure: Figure) -> list[Component]:
    term = vocabulary("origin").get(figure.origin)
    rows = [row("Origin", term.label, term.definition)] if term else []
    if figure.curated_fields:
        names = [html.Span(html.Code(name), title=field_docs().get(name)) for name in figure.curated_fields]
        rows.append(row("Set by hand", _listed(names)))
        if figure.quote:
            rows.append(row("Read by machine", "All other fields."))
    if figure.rule:
        rows.append(row("Rules", figure.rule, code=True))
    rows.append(row("Figure", figure.figure_id, code=True))
    return rows


def _related(figure: Figure, board: Board) -> Component | None:
    rows = _links(figure.links, 0, board) + _links(board.referring.get(figure.figure_id, ()), 1, board)
    return _section("Related figures", rows) if rows else None


def _links(links: Iterable[Link], side: int, board: Board) -> list[Component]:
    found = [(_RELATIONS[link.relation][side], board.get(link.target)) for link in links]
    return [
        row(name, figure_link(other, wording.summary(other))) for name, other in found if other is not None
    ]


def _history(figure: Figure, board: Board) -> list[Component]:
    """Other statements of the same thing: newer ones, the newest of which leads, then older ones."""
    vintage = board.vintage_of.get(figure.figure_id)
    if vintage is None:
        return []
    every = (*((vintage.lead,) if vintage.lead else ()), *vintage.history)
    dated = [other for other in every if wording.stated_day(other) is not None]
    undated = [other for other in every if other not in dated and other is not figure]
    place = dated.index(figure) if figure in dated else len(dated)
    found = []
    for title, some in (
        ("Stated since, the newest leads", dated[:place]),
        ("Stated before", dated[place + 1 :]),
        ("Stated too, on a day not known", undated),
    ):
        rows = [row(wording.stated_when(other, length="medium"), _statement(other)) for other in some]
        found += [_section(title, rows)] if rows else []
    return found


def _statement(other: Figure) -> Component:
    said = " · ".join(filter(None, (wording.bounded(other), other.speaker or other.publisher)))
    return figure_link(other, said)


def _elsewhere(figure: Figure) -> Component | None:
    links = [url for url in figure.also_stated_at if is_web(url)]
    if not links:
        return None
    items = [html.Li(html.A(url, href=url, target="_blank", rel="noopener noreferrer")) for url in links]
    return html.Section(
        [html.H2("Also stated at", className="facts-title"), html.Ul(items, className="urls")]
    )


def _section(title: str, rows: Sequence[Component]) -> Component:
    return html.Section([html.H2(title, className="facts-title"), html.Dl(list(rows))], className="facts")


def _listed(names: Sequence[Component]) -> list[Any]:
    return [piece for name in names for piece in (name, ", ")][:-1]
