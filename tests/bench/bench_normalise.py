"""How fast 100,000 values are converted, as columns."""

from __future__ import annotations

import time

import numpy as np
import pandas as pd

from figures.normalise.columns import convert_columns
from figures.normalise.rates import ecb_rates

_ROWS = 100_000
_RUNS = 7


def table_of(rows: int) -> pd.DataFrame:
    """Made-up amounts of money in seven currencies, stated over twenty years, half of them spent in a period."""
    random = np.random.default_rng(5)
    start = np.datetime64("2004-01-01") + random.integers(0, 7_000, rows).astype("timedelta64[D]")
    units = random.choice(["EUR", "USD", "GBP", "SEK", "PLN", "CAD", "UAH"], rows)
    return pd.DataFrame(
        {
            "kind": pd.Categorical(["money"] * rows),
            "unit": pd.Categorical(units),
            "status": pd.Categorical(random.choice(["spent", "pledged"], rows)),
            "price_basis": pd.Categorical([""] * rows),
            "value": random.uniform(1e6, 1e12, rows),
            "low": np.nan,
            "high": np.nan,
            "period_start": start,
            "period_end": start + np.timedelta64(364, "D"),
            "stated_on": start + np.timedelta64(400, "D"),
            "published_on": start + np.timedelta64(401, "D"),
        }
    )


def run() -> list[tuple[str, str, str]]:
    """The best of some runs to each of two currencies, tables of rates being loaded."""
    table, rates = table_of(_ROWS), ecb_rates()
    rows = []
    for currency in ("USD", "EUR"):
        times = []
        for _ in range(_RUNS):
            start = time.perf_counter()
            convert_columns(table, currency, rates)
            times.append(time.perf_counter() - start)
        rows.append((f"{_ROWS:,} values to {currency}", "≤ 50 ms", f"{min(times) * 1e3:.0f} ms"))
    return rows
