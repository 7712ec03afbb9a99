"""Checks: what figures say about each other, the two or more of each finding side by side."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from figures import wording
from figures.checks.finding import KINDS, Finding
from figures.records import Figure
from figures.store import Query
from layouts import ids
from layouts.board import OPEN, Board, bare, finding_id, search
from layouts.parts.attributes import attributes
from layouts.parts.marked import figure_link

_WORDS = {
    "contradiction": (
        "Contradictions",
        "Statements of the same thing that cannot all be true, rounding and soft words respected.",
    ),
    "suspect": (
        "Suspects",
        "What smells like a slip: the same number in two currencies, for two years, for two groups of states.",
    ),
    "revision": (
        "Revisions",
        "A newer statement puts another number in the place of an older one. The newest leads.",
    ),
    "agreement": ("Agreements", "What two independent statements confirm, with the arithmetic between them."),
}
_MOST = 40  # findings of one kind on a page


def checks_page(board: Board, query: Query) -> list[Component]:
    """The page with the findings of a query."""
    return [
        html.Header(
            [
                html.H1("Checks"),
                html.P(
                    "Where two figures cannot both be true, look like a slip, revise or confirm each other. "
                    "Statements are compared only where they are about the same thing, in the same prices, "
                    "for the same period.",
                    className="lead",
                ),
            ],
            className="page-head",
        ),
        html.Div(findings(board, query), id=ids.CHECKS),
    ]


def findings(board: Board, query: Query) -> list[Component]:
    """The findings with a figure that fits the query, by kind; a word of advice where there is none."""
    chosen = {figure.figure_id for figure in board.select(bare(query))}
    fitting = [finding for finding in board.findings if not chosen.isdisjoint(finding.figure_ids)]
    if not fitting:
        return [] if board.problem else [_none(bool(board.findings))]
    by_kind = {kind: [finding for finding in fitting if finding.kind == kind] for kind in KINDS}
    counts = [
        html.Li(html.A([html.Strong(str(len(some))), f" {_name(kind, len(some))}"], href=f"#{kind}"))
        for kind, some in by_kind.items()
    ]
    return [
        html.Ul(counts, className="counts"),
        *[_section(kind, some, board, query) for kind, some in by_kind.items()],
    ]


def _name(kind: str, count: int) -> str:
    return kind if count == 1 else f"{kind}s"


def _none(elsewhere: bool) -> Component:
    words = "Among all figures there are some; take a filter away to see them." if elsewhere else ""
    return html.Div(
        [
            html.H2("No finding fits these filters" if elsewhere else "No findings"),
            html.P(words or "No two figures contradict, revise or confirm each other."),
            dcc.Link("Show all checks", href="/checks", className="button") if elsewhere else None,
        ],
        className="empty",
    )


def _section(kind: str, some: Sequence[Finding], board: Board, query: Query) -> Component:
    title, words = _WORDS[kind]
    rest = len(some) - _MOST
    return html.Section(
        [
            html.H2([title, " ", html.Span(str(len(some)), className="count")]),
            html.P(words, className="subtitle"),
            *[_finding(finding, board, query) for finding in some[:_MOST]],
            html.P(f"{rest} more; narrow the filters to see them.", className="note") if rest > 0 else None,
            None if some else html.P("None among these figures.", className="note"),
        ],
        id=kind,
        className="findings",
    )


def _finding(finding: Finding, board: Board, query: Query) -> Component:
    """One finding: why, then its figures."""
    figures = [figure for one in finding.figure_ids if (figure := board.get(one)) is not None]
    name = finding_id(finding)
    detail = html.P(finding.detail, className="arithmetic") if finding.kind == "agreement" else None
    return html.Article(
        [
            html.H3(
                [html.A(finding.sentence, href=f"/checks{search(query)}#{name}", className="finding-link")],
                id=f"{name}-title",
            ),
            detail,
            html.Ul([html.Li(_side(figure)) for figure in figures], className="sides"),
        ],
        id=name,
        className=f"finding finding-{'open' if finding.kind in OPEN else finding.kind}",
        tabIndex="-1",
        **attributes(aria_labelledby=f"{name}-title"),
    )


def _side(figure: Figure) -> Component:
    """One of the figures of a finding: what, who, for when, said when, in which words."""
    if figure.quote:
        words: Component = html.Q(figure.quote, lang=figure.language)
    else:
        label = "derived" if figure.origin == "derived" else "cited"
        words = html.Span(
            [html.Span(label, className=f"badge badge-{label}"), " ", figure.description],
            className="in-our-words",
        )
    about = " · ".join(filter(None, (wording.label("status", figure.status), wording.period(figure))))
    by = ", ".join(filter(None, (figure.speaker, figure.publisher)))
    return figure_link(
        figure,
        [
            html.Strong(wording.bounded(figure) or figure.exact),
            html.Span(about),
            html.Span(f"{wording.stated_when(figure)}: {by}" if by else wording.stated_when(figure)),
            words,
        ],
        "side",
    )
