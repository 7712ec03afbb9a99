"""From a figure to its mark: shape, fill, openness, place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from figures.charts.marks import heights, hover_text, opening, symbol, year_place
from figures.charts.theme import View
from figures.records import Figure

SYMBOLS = [
    ("extracted", "spent", "circle"),
    ("confirmed", "committed", "circle"),
    ("corrected", "target", "diamond"),
    ("curated", "pledged", "diamond"),
    ("cited", "spent", "circle-open"),
    ("cited", "forecast", "diamond-open"),
    ("derived", "spent", "square-open"),
]


@pytest.mark.parametrize(("origin", "status", "shape"), SYMBOLS)
def test_symbol(origin: str, status: str, shape: str) -> None:
    assert symbol(Figure(origin=origin, status=status)) == shape


OPENINGS = [
    ("at_least", 3, 1), ("more_than", 3, 1), ("at_most", 3, -1), ("less_than", 3, -1),
    ("at_least", -3, -1), ("at_most", -3, 1),
    ("exact", 3, 0), ("about", 3, 0), ("nearly", 3, 0), ("between", 3, 0), ("", 3, 0),
]  # fmt: skip


@pytest.mark.parametrize(("bound", "value", "side"), OPENINGS)
def test_opening(bound: str, value: int, side: int) -> None:
    assert opening(Figure(bound=bound, value=D(value))) == side


PLACES = [
    (date(2024, 1, 1), date(2024, 12, 31), 2024.0),
    (date(2022, 1, 1), date(2023, 12, 31), 2022.5),
    (date(2024, 7, 1), date(2024, 12, 31), 2024.25),
    (None, date(2035, 12, 31), 2035.0),
    (date(2014, 1, 1), None, 2013.5),
    (None, None, None),
]


@pytest.mark.parametrize(("start", "end", "place"), PLACES)
def test_year_place(start: date | None, end: date | None, place: float | None) -> None:
    assert year_place(start, end) == place


def test_height_of_a_converted_amount() -> None:
    figure = Figure(kind="money", unit="EUR", value=D("2E9"), value_usd=D("2.2E9"))
    assert heights(figure, "USD", 1e9) == (2.2, 2.2, 2.2)
    assert heights(figure, "original", 1e9) == (2.0, 2.0, 2.0)
    assert heights(Figure(kind="money", unit="UAH", value=D("2E9")), "USD", 1e9) is None


def test_hover_text_holds_no_markup_of_its_source() -> None:
    figure = Figure(kind="count", unit="<b>jets</b>", value=D(3), publisher="A & B", origin="cited")
    assert hover_text(figure, View()) == (
        "<b>3 &lt;b&gt;jets&lt;/b&gt;</b><br>A &amp; B, date not known<br>cited, not quoted"
    )
