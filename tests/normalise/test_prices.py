from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

import pytest

from figures.normalise.prices import Repriced, constant_prices, deflator
from figures.records import Figure


def index_value(figure_id: str, year: int, value: str, **fields: str) -> Figure:
    figure = Figure(
        figure_id=figure_id, kind="index", measure="gdp_deflator", actor="United States", unit="index 2017=100",
        value=Decimal(value), period_start=date(year, 1, 1), period_end=date(year, 12, 31),
    )  # fmt: skip
    return dataclasses.replace(figure, **fields)  # type: ignore[arg-type]


INDEX = deflator(
    [index_value("a", 2017, "100"), index_value("b", 2021, "110.17"), index_value("c", 2024, "125.22")]
)
SPENT = Figure(
    kind="money", value=Decimal("968e9"), unit="USD", actor="United States", price_basis="current",
    period_start=date(2024, 1, 1), period_end=date(2024, 12, 31),
)  # fmt: skip


@pytest.mark.parametrize(
    ("figure", "base_year", "value"),
    [
        (SPENT, 2017, "773039450567"),
        (SPENT, 2024, "968000000000"),
        (dataclasses.replace(SPENT, price_basis="constant:2021"), 2024, "1100235635836"),
        # Constant prices name their year themselves: the period does not matter.
        (dataclasses.replace(SPENT, price_basis="constant:2017", period_end=None), 2017, "968000000000"),
    ],
)
def test_repriced(figure: Figure, base_year: int, value: str) -> None:
    repriced = constant_prices(figure, base_year, INDEX)
    assert (repriced.value, repriced.price_basis) == (Decimal(value), f"constant:{base_year}")
    assert len(repriced.derived_from) == 2


@pytest.mark.parametrize(
    ("fields", "base_year", "reason"),
    [
        (
            {"actor": "NATO Europe"},
            2017,
            "the deflator holds for amounts of the United States in dollars only",
        ),
        ({"unit": "EUR"}, 2017, "the deflator holds for amounts of the United States in dollars only"),
        ({"kind": "count"}, 2017, "the deflator holds for amounts of the United States in dollars only"),
        ({"price_basis": ""}, 2017, "its price basis is not stated"),
        ({"period_end": None}, 2017, "its period is not one calendar year"),
        ({"period_end": date(2024, 6, 30)}, 2017, "its period is not one calendar year"),
        (
            {"period_start": date(2023, 10, 1), "period_end": date(2024, 9, 30)},
            2017,
            "its period is not one calendar year",
        ),
        ({}, 2016, "no deflator is known for 2016"),
        (
            {"period_start": date(2023, 1, 1), "period_end": date(2023, 12, 31)},
            2017,
            "no deflator is known for 2023",
        ),
    ],
)
def test_not_repriced(fields: dict[str, object], base_year: int, reason: str) -> None:
    figure = dataclasses.replace(SPENT, **fields)  # type: ignore[arg-type]
    assert constant_prices(figure, base_year, INDEX) == Repriced(reason=reason)


def test_the_newest_deflator_leads_and_an_undated_one_never() -> None:
    old = index_value("old", 2024, "125")
    new = dataclasses.replace(index_value("new", 2024, "126"), stated_on=date(2025, 6, 1))
    for figures in ([old, new], [new, old]):
        assert deflator(figures)[2024].figure_id == "new"


def test_only_the_deflator_of_the_united_states_counts() -> None:
    assert (
        deflator([index_value("a", 2024, "125", actor="Canada"), index_value("b", 2024, "125", measure="")])
        == {}
    )
