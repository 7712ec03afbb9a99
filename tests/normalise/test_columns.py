from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.normalise.columns import convert_columns
from figures.normalise.convert import convert
from figures.normalise.rates import EcbRates, ecb_rates
from figures.records import Figure

DAYS = ("period_start", "period_end", "stated_on", "published_on")
TEXTS = ("kind", "unit", "status", "price_basis")

figures = st.builds(
    Figure,
    kind=st.sampled_from(["money", "change", "share", ""]),
    value=st.one_of(st.none(), st.integers(-(10**12), 10**12).map(Decimal)),
    low=st.one_of(st.none(), st.integers(-(10**12), 10**12).map(Decimal)),
    unit=st.sampled_from(["EUR", "USD", "GBP", "SEK", "RUB", "ISK", "UAH", "%"]),
    status=st.sampled_from(["spent", "delivered", "pledged", ""]),
    price_basis=st.sampled_from(["", "current", "constant:2021", "constant:1990"]),
    **{name: st.one_of(st.none(), st.dates(date(1998, 6, 1), date(2027, 6, 1))) for name in DAYS},
)


def table(rows: list[Figure], text: str = "object") -> pd.DataFrame:
    columns: dict[str, Any] = {
        name: pd.Series([getattr(row, name) for row in rows], dtype=text) for name in TEXTS
    }
    for name in ("value", "low", "high"):
        columns[name] = [np.nan if (v := getattr(row, name)) is None else float(v) for row in rows]
    for name in DAYS:
        columns[name] = np.array([getattr(row, name) for row in rows], dtype="datetime64[s]")
    return pd.DataFrame(columns)


@given(st.lists(figures, max_size=20), st.sampled_from(["EUR", "USD", "GBP", "ISK", "UAH"]))
def test_the_table_agrees_with_the_single_figure(rows: list[Figure], currency: str) -> None:
    converted = convert_columns(table(rows), currency, ecb_rates())
    assert len(converted) == len(rows)
    for row, figure in zip(converted.to_dict("records"), rows, strict=True):
        single = convert(figure, currency, ecb_rates())
        assert np.isnan(row["rate"]) == bool(single.reason)
        for name in ("value", "low"):
            amount = getattr(single, name)
            if amount is None:
                assert np.isnan(row[name])
            else:
                assert row[name] == pytest.approx(float(amount), rel=1e-6, abs=0.02)


@pytest.mark.parametrize("text", ["object", "str", "category"])
def test_text_columns_of_any_type(text: str) -> None:
    rates = EcbRates(["Date,USD", "2024-10-16,1.09"])
    rows = [
        Figure(kind="money", unit="EUR", value=Decimal(1000), stated_on=date(2024, 10, 17)),
        Figure(kind="money", unit="USD", value=Decimal(1000)),
        Figure(kind="share", unit="%", value=Decimal(20)),
    ]
    converted = convert_columns(table(rows, text), "USD", rates)
    assert converted["value"].fillna(-1).tolist() == [1090, 1000, -1]


def test_the_rows_keep_their_index() -> None:
    rows = table([Figure(kind="money", unit="EUR", value=Decimal(1))])
    rows.index = pd.Index(["0123456789ab"])
    assert convert_columns(rows, "EUR", ecb_rates()).index.tolist() == ["0123456789ab"]
