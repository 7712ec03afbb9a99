"""The filters: one control for each field of the query."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from figures import wording
from figures.normalise.rates import ecb_rates
from figures.store import Query
from figures.vocabularies import vocabulary
from layouts import ids
from layouts.board import Board

# A list is made when it is opened: a third of the page would else be lists that nobody sees.
_LISTS = {"shadow": "md", "keepMounted": False}
MANY = ("measure", "actor", "recipient", "status", "programme", "kind", "origin")
FIELDS = (*MANY, "start", "end", "currency", "q")
_LABELS = {
    "measure": "Measure", "actor": "Actor", "recipient": "Recipient", "status": "Status",
    "programme": "Programme", "kind": "Kind", "origin": "Origin",
}  # fmt: skip
_CURRENCIES = (("original", "As stated"), ("USD", "US dollars"), ("EUR", "Euros"))


def filters(board: Board, query: Query, *, title: str, narrow: bool, more: bool) -> Component:
    """All filters, set as in a query; those that are seldom needed stand in a second row, open with `more`."""
    shown = values_of(query)
    first = [_many(name, board, shown[name]) for name in MANY[:4]]
    years = [_year("start", "From", board, shown["start"]), _year("end", "To", board, shown["end"])]
    second = [_many(name, board, shown[name]) for name in MANY[4:]]
    return html.Details(
        [
            html.Summary(title, id=ids.FILTERS_TITLE, className="filters-summary"),
            html.Div([*first, *years, _currency(shown["currency"])], className="filter-row"),
            html.Details(
                [
                    html.Summary("More filters"),
                    html.Div([_words(shown["q"]), *second], className="filter-row"),
                ],
                id=ids.MORE_FILTERS,
                className="more-filters",
                open=more,
            ),
        ],
        id=ids.FILTERS,
        className="filters",
        open=not narrow,
    )


def _many(name: str, board: Board, value: list[str]) -> Component:
    terms = vocabulary("party" if name in ("actor", "recipient") else name)
    data = [
        {"value": word, "label": terms[word].label if word in terms else word}
        for word in board.store.choices(name)
    ]
    control: Component = dmc.MultiSelect(
        id=ids.filter_id(name), label=_LABELS[name], data=data, value=value, placeholder="All",
        searchable=True, clearable=True, hidePickedOptions=True, maxDropdownHeight=280,
        nothingFoundMessage="Nothing found", className=f"filter filter-{name}", size="sm",
        clearButtonProps={"aria-label": f"Clear {_LABELS[name].lower()}"}, comboboxProps=_LISTS,
    )  # fmt: skip
    return control


def _year(name: str, label: str, board: Board, value: str | None) -> Component:
    control: Component = dmc.Select(
        id=ids.filter_id(name), label=label, data=_years(board), value=value, placeholder="Any year",
        searchable=True, clearable=True, className="filter filter-year", size="sm",
        clearButtonProps={"aria-label": f"Clear {label.lower()}"}, comboboxProps=_LISTS,
    )  # fmt: skip
    return control


def _years(board: Board) -> list[str]:
    days = [day for f in board.everything for day in (f.period_start, f.period_end) if day is not None]
    return [str(year) for year in range(min(days).year, max(days).year + 1)] if days else []


def _currency(value: str) -> Component:
    known = {code for code, _ in _CURRENCIES}
    others = sorted((_named(code), code) for code in ecb_rates().current if code not in known)
    control: Component = dmc.Select(
        id=ids.filter_id("currency"), label="Currency", value=value, searchable=True, allowDeselect=False,
        data=[
            {"group": "", "items": [{"value": code, "label": label} for code, label in _CURRENCIES]},
            {"group": "Others", "items": [{"value": code, "label": label} for label, code in others]},
        ],
        className="filter filter-currency", size="sm", maxDropdownHeight=280, comboboxProps=_LISTS,
    )  # fmt: skip
    return control


def _named(code: str) -> str:
    """A currency as the list shows it: "Swiss francs"."""
    name = wording.currency_name(code)
    return name[:1].upper() + name[1:]


def _words(value: str) -> Component:
    control: Component = dmc.TextInput(
        id=ids.filter_id("q"), label="Words", placeholder="in quotes, titles, names", value=value, debounce=400,
        className="filter filter-q", size="sm",
    )  # fmt: skip
    return control


def values_of(query: Query) -> dict[str, Any]:
    """What each control shows for a query.

    >>> shown = values_of(Query(status=("spent",)))
    >>> shown["status"], shown["start"], shown["currency"]
    (['spent'], None, 'original')
    """
    shown: dict[str, Any] = {name: list(getattr(query, name)) for name in MANY}
    shown["start"] = str(query.start.year) if query.start else None
    shown["end"] = str(query.end.year) if query.end else None
    return shown | {"currency": query.currency, "q": query.q}
