"""The values of one figure as rows: as stated, normalised, converted and repriced, with every step."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dash import html
from dash.development.base_component import Component

from figures import wording
from figures.normalise.convert import convert
from figures.normalise.prices import constant_prices
from figures.normalise.rates import ecb_rates
from figures.records import Figure, plain
from figures.vocabularies import vocabulary
from layouts.board import Board

_DERIVED_DIGITS = 3  # significant digits: no more than an index of five and a rounded amount carry


def values(figure: Figure, board: Board, language: str, currency: str) -> list[Component]:
    """Rows of term and value: as stated, normalised, converted with each step, per year."""
    rows = [row("As stated", figure.exact)] if figure.exact else []
    for name, value in (
        ("Normalised", figure.value),
        ("Normalised, low", figure.low),
        ("Normalised, high", figure.high),
    ):
        if value is not None:
            rows.append(
                row(
                    name,
                    f"{plain(value)} {figure.unit}{f' per {figure.per}' if figure.per else ''}",
                    code=True,
                )
            )
    if figure.bound and figure.bound != "exact":
        term = vocabulary("bound")[figure.bound]
        rows.append(row("Bound", f"{term.label}: {term.definition[:1].lower()}{term.definition[1:]}"))
    if figure.base or figure.base_period_start or figure.base_period_end:
        rows.append(row("Measured against", figure.base or wording.base_period(figure, language)))
    if figure.price_basis:
        rows.append(row("Prices", figure.price_basis.replace("constant:", "constant, of ")))
    rows += [row(_in_currency(text), text, step) for text, step in wording.conversions(figure, language)]
    rows += _unconverted(figure)
    rows += _in_the_readers(figure, currency, language)
    if pace := wording.annual(figure, language):
        rows.append(row("Per year, derived", pace, "The same pace kept for a whole year; never a forecast."))
    return rows + _repriced(figure, board, language)


def _repriced(figure: Figure, board: Board, language: str) -> list[Component]:
    """A United States amount in the prices of the last year that has a deflator."""
    found = constant_prices(figure, max(board.deflator, default=0), board.deflator)
    if found.value is None or found.price_basis == figure.price_basis:
        return []
    year = found.price_basis.removeprefix("constant:")
    before, after = (
        wording.number(board.store.get(key).value or Decimal(0), language) for key in found.derived_from
    )
    step = f"United States GDP deflator: × {after} ÷ {before}."
    return [
        row(
            f"In prices of {year}, derived",
            wording.money(found.value, figure.unit, language, _DERIVED_DIGITS),
            step,
        )
    ]


def _in_currency(text: str) -> str:
    return "In US dollars" if "$" in text else "In euros"


def _unconverted(figure: Figure) -> list[Component]:
    """Why there is no conversion, where one was to be expected."""
    if figure.kind != "money" or figure.value_usd is not None or figure.low_usd is not None:
        return []
    reason = convert(figure, "USD", ecb_rates()).reason
    return [row("Not converted", reason[:1].upper() + reason[1:])] if reason else []


def _in_the_readers(figure: Figure, currency: str, language: str) -> list[Component]:
    """The amount in the currency that the page is read in, where no row holds it yet, or why not."""
    if currency in ("original", "USD", "EUR", figure.unit) or not wording.is_currency(figure.unit):
        return []
    name = wording.currency_name(currency, language)
    text, step = wording.conversion(figure, currency, language)
    if text:
        return [row(f"In {name}", text, step)]
    return [row(f"Not in {name}", step[:1].upper() + step[1:])]


def row(name: str, value: Any, step: str = "", *, code: bool = False) -> Component:
    """A term with its value, and below it the step that leads there."""
    shown = html.Code(value) if code else value
    below = html.Span(step, className="step") if step else None
    return html.Div([html.Dt(name), html.Dd([shown, below] if below is not None else shown)])
