"""The table: every figure that fits the filters, its sentence beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from figures import wording
from figures.records import Figure
from layouts import ids
from layouts.parts.attributes import attributes
from layouts.parts.marked import flag

ROWS = 25
COLUMNS = {
    "amount": "Figure",
    "subject": "What it is about",
    "period": "Period",
    "status": "Status",
    "stated": "Stated",
}
_UNIT_ORDER = ("money", "share", "change", "multiple", "index", "count")
UNSORTED = ""
_KEYS: dict[str, Callable[[Figure], Any]] = {
    UNSORTED: lambda f: (bool(f.quote), wording.stated_day(f) or date.min),
    "amount": lambda f: (_UNIT_ORDER.index(f.kind) if f.kind in _UNIT_ORDER else 9, _comparable(f)),
    "subject": lambda f: (wording.subject(f), wording.stated_day(f) or date.min),
    "period": lambda f: (f.period_end or f.period_start or date.min, f.period_start or date.min),
    "status": lambda f: (wording.label("status", f.status), f.figure_id),
    "stated": lambda f: (wording.stated_day(f) or date.min, f.publisher),
}


def table_page(figures: Sequence[Figure], currency: str, findings: Mapping[str, str]) -> list[Component]:
    """The page with the first part of the table; see `table`."""
    state = {"column": UNSORTED, "descending": True, "page": 1}
    return [
        html.Header(
            [
                html.H1("All figures"),
                html.P(
                    "One row for each figure, with the sentence that states it or what it rests on.",
                    className="lead",
                ),
            ],
            className="page-head",
        ),
        dcc.Store(id=ids.TABLE_STATE, data=state),
        html.Div(table(figures, state, currency, findings), id=ids.TABLE),
    ]


def ordered(figures: Sequence[Figure], column: str, descending: bool) -> list[Figure]:
    """Figures in the order of a column; amounts of money by their value in US dollars.

    `UNSORTED` with `descending` puts quoted figures first, the newest first among them.
    """
    return sorted(figures, key=_KEYS[column], reverse=descending)


def _comparable(figure: Figure) -> Decimal:
    """An amount to sort by: in US dollars where it is money."""
    value, low, _, _ = wording.amounts(figure, "USD")
    found = value if value is not None else low
    return found if found is not None else Decimal("-Infinity")


def turned(state: dict[str, Any], trigger: Any, count: int) -> dict[str, Any]:
    """The state after a button: sorted by its column, the other way round if it was, or on its page.

    >>> turned({"column": "period", "descending": False, "page": 3}, {"type": "sort", "column": "period"}, 500)
    {'column': 'period', 'descending': True, 'page': 1}
    >>> turned({"column": "period", "descending": True, "page": 1}, {"type": "turn", "to": 9}, 500)["page"]
    9
    """
    if not isinstance(trigger, dict):
        return {**state, "page": 1}
    if trigger["type"] == "turn":
        return {**state, "page": min(int(trigger["to"]), pages(count))}
    column = str(trigger["column"])
    return {"column": column, "descending": state["column"] == column and not state["descending"], "page": 1}


def table(
    figures: Sequence[Figure], state: dict[str, Any], currency: str, findings: Mapping[str, str]
) -> Component:
    """One page of the table, sorted; `findings` are the addresses of open findings by figure id."""
    if not figures:
        return html.Div(
            [
                html.H2("No figure fits these filters"),
                html.P("Take one filter away, or begin again with all figures."),
                dcc.Link("Show all figures", href="/table", className="button"),
            ],
            className="empty",
        )
    column, descending, page = state["column"], state["descending"], state["page"]
    first = (page - 1) * ROWS
    shown = ordered(figures, column, descending)[first : first + ROWS]
    said = f"Figures {first + 1} to {first + len(shown)} of {wording.count(len(figures))}"
    heads = [_head(name, title, column, descending) for name, title in COLUMNS.items()]
    rows = html.Div(
        html.Table(
            [
                html.Caption(said),
                html.Thead(html.Tr([*heads, html.Th("Sentence", scope="col")])),
                html.Tbody([_row(figure, currency, findings.get(figure.figure_id, "")) for figure in shown]),
            ],
            className="figures",
        ),
        className="table-frame",
    )
    return html.Div([rows, pager(page, pages(len(figures)))])


def pages(count: int) -> int:
    """How many pages so many rows fill."""
    return max(1, -(-count // ROWS))


def pager(page: int, total: int) -> Component | None:
    """Buttons for the first, last and neighbouring pages; None where one page holds all."""
    if total == 1:
        return None
    near = sorted({1, total, *range(max(1, page - 2), min(total, page + 2) + 1)})
    found: list[Any] = []
    for before, number in zip([0, *near], near, strict=False):
        if number - before > 1:
            found.append(html.Span("…"))
        here = attributes(aria_current="page") if number == page else {}
        names = attributes(aria_label=f"Page {number}")
        found.append(
            html.Button(str(number), id=ids.turn(number), type="button", className="button", **names, **here)
        )
    return html.Nav(found, className="pages", **attributes(aria_label="Pages of the table"))


def _head(name: str, title: str, column: str, descending: bool) -> Component:
    state = ("descending" if descending else "ascending") if name == column else "none"
    button = html.Button(
        [title, html.Span(className="sort-mark")], id=ids.sort(name), type="button", n_clicks=0
    )
    return html.Th(button, scope="col", className=f"col-{name}", **attributes(aria_sort=state))


def _row(figure: Figure, currency: str, finding: str) -> Component:
    said = wording.bounded(figure) or figure.exact
    parties = " → ".join(
        filter(None, (wording.label("party", figure.actor), wording.label("party", figure.recipient)))
    )
    measure = wording.label("measure", figure.measure)
    by = figure.speaker or figure.publisher
    link = html.A(said, href=f"/figure/{figure.figure_id}", className="amount-link", tabIndex="-1")
    cells = [
        html.Td([link, flag(finding), _converted(figure, currency)], className="col-amount"),
        html.Td([html.Strong(measure), html.Span(parties)], className="col-subject"),
        html.Td(wording.period(figure), className="col-period"),
        html.Td(wording.label("status", figure.status), className="col-status"),
        html.Td([_when(figure), html.Span(by) if by else None], className="col-stated"),
        html.Td(_said(figure), className="col-quote"),
    ]
    return html.Tr(cells, tabIndex="0", **attributes(data_figure=figure.figure_id))


def _when(figure: Figure) -> str:
    """The day of the statement; nobody states what is derived."""
    return "derived" if figure.origin == "derived" else wording.stated_when(figure, length="medium")


def _converted(figure: Figure, currency: str) -> Component | None:
    """The amount in the currency asked for, where that is another."""
    if currency == "original" or not wording.is_currency(figure.unit) or figure.unit == currency:
        return None
    text = wording.short(figure, "en", currency)
    return html.Span(text or "not converted", className="converted")


def _said(figure: Figure) -> Any:
    if not figure.quote:
        label = "derived" if figure.origin == "derived" else "cited"
        return html.Span(
            [html.Span(label, className=f"badge badge-{label}"), " ", figure.description],
            className="in-our-words",
        )
    place = (
        figure.start - (figure.quote_start or 0)
        if figure.start is not None
        else figure.quote.find(figure.exact)
    )
    end = place + len(figure.exact)
    if place < 0 or figure.quote[place:end] != figure.exact:
        return html.Q(figure.quote)
    return html.Q([figure.quote[:place], html.Mark(figure.exact), figure.quote[end:]], lang=figure.language)
