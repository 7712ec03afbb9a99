"""A table of figures converted at once, by the same rule and rates as `convert`.

The table has the columns of the record: `kind`, `unit`, `status` and `price_basis` as text (fastest
as categories), `value`, `low` and `high` as floating-point numbers, the days as numpy's datetime64.
`convert` remains the exact account of one figure; here amounts are floating-point numbers, for
charts and sorting.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from figures.normalise.basis import CONSTANT_PRICES, GONE
from figures.normalise.rates import STALE_AFTER, EcbRates
from figures.normalise.units import CURRENCIES

Days = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

# How numpy writes "not a time" as a whole number.
_NO_DAY = np.iinfo(np.int64).min
_RATE_DIGITS = 8
_WHOLE_FROM = 1000
_MONEY = frozenset({"money", "change"})


class _Arrays(NamedTuple):
    """A rate series as arrays; `gaps` counts the gaps up to each day."""

    days: Days
    sums: Floats
    sums_to: Floats
    gaps: Days


def convert_columns(table: pd.DataFrame, currency: str, rates: EcbRates) -> pd.DataFrame:
    """`value`, `low`, `high` in a currency, and the `rate` used; not a number where not converted.

    >>> rates = EcbRates(["Date,USD", "2024-10-16,1.09"])
    >>> table = pd.DataFrame({"kind": ["money"], "unit": ["EUR"], "value": [20.9e9], "status": ["pledged"]})
    >>> table["stated_on"] = np.array(["2024-10-17"], dtype="datetime64[s]")
    >>> convert_columns(table, "USD", rates).to_dict("records")
    [{'value': 22781000000.0, 'low': nan, 'high': nan, 'rate': 1.09}]
    """
    money = _fits(table, "kind", _MONEY)
    start, end = _basis(table)
    factor = np.full(len(table), np.nan)
    for code, rows in _groups(table, "unit", CURRENCIES):
        rows = rows[money[rows]]
        factor[rows] = 1.0 if code == currency else _means(rates, code, currency, start[rows], end[rows])
    converted = {name: _rounded(_column(table, name) * factor) for name in ("value", "low", "high")}
    return pd.DataFrame({**converted, "rate": factor}, index=table.index)


def _basis(table: pd.DataFrame) -> tuple[Days, Days]:
    """First and last day of the rates of each row: `basis.rate_basis` for columns."""
    period_start, period_end = _days(table, "period_start"), _days(table, "period_end")
    stated, published = _days(table, "stated_on"), _days(table, "published_on")
    day = np.where(stated == _NO_DAY, published, stated)
    until = np.where(period_end == _NO_DAY, day, period_end)
    until = np.where(day == _NO_DAY, until, np.minimum(until, day))
    gone = _fits(table, "status", GONE) & (period_start != _NO_DAY) & (until >= period_start)
    start, end = np.where(gone, period_start, day), np.where(gone, until, day)
    for words, rows in _groups(table, "price_basis"):
        if base := CONSTANT_PRICES.fullmatch(words):
            year = np.datetime64(date(max(int(base[1]), 1), 1, 1), "Y")
            start[rows] = year.astype("datetime64[D]").astype(np.int64)
            end[rows] = (year + 1).astype("datetime64[D]").astype(np.int64) - 1
    reversed_ = (period_end != _NO_DAY) & (period_end < period_start)
    start[reversed_] = end[reversed_] = _NO_DAY
    return start, end


def _means(rates: EcbRates, currency: str, to: str, start: Days, end: Days) -> Floats:
    """The mean rate of each span: `RateSeries.places` for columns."""
    series = _arrays(rates, currency, to)
    days, stale = series.days, STALE_AFTER.days
    if not len(days):
        return np.full(len(start), np.nan)
    first, last = np.searchsorted(days, start, "left"), np.searchsorted(days, end, "right")
    nothing_published = first >= last
    covered = (start >= days[0]) & (end != _NO_DAY)
    last = np.maximum(last, 1)
    first = np.minimum(first, last - 1)
    covered &= end - days[last - 1] <= stale
    covered &= nothing_published | (
        (days[first] - start <= stale) & (series.gaps[last - 1] == series.gaps[first])
    )
    mean = (series.sums_to[last] - series.sums_to[first]) / (series.sums[last] - series.sums[first])
    digits = 10.0 ** (_RATE_DIGITS - 1 - np.floor(np.log10(mean)))
    return np.where(covered, np.round(mean * digits) / digits, np.nan)


@lru_cache(maxsize=256)
def _arrays(rates: EcbRates, currency: str, to: str) -> _Arrays:
    series = rates.series(currency, to)
    days = np.array(series.days, dtype="datetime64[D]").astype(np.int64)
    gaps = np.zeros(len(days), dtype=np.int64)
    gaps[list(series.gaps)] = 1
    sums, sums_to = (np.array(sums, dtype=np.float64) for sums in (series.sums, series.sums_to))
    return _Arrays(days, sums, sums_to, np.cumsum(gaps))


def _rounded(amounts: Floats) -> Floats:
    whole = np.abs(amounts) >= _WHOLE_FROM
    return np.where(whole, np.round(amounts), np.round(amounts, 2))


def _days(table: pd.DataFrame, name: str) -> Days:
    if name not in table:
        return np.full(len(table), _NO_DAY)
    return table[name].to_numpy("datetime64[D]").astype(np.int64)


def _column(table: pd.DataFrame, name: str) -> Floats:
    return table[name].to_numpy(np.float64) if name in table else np.full(len(table), np.nan)


def _codes(table: pd.DataFrame, name: str) -> tuple[npt.NDArray[np.int64], list[str]]:
    """A text column as places in the list of its values."""
    if name not in table:
        return np.zeros(len(table), dtype=np.int64), [""]
    column = table[name]
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy().astype(np.int64), [str(value) for value in column.cat.categories]
    places, values = pd.factorize(column)
    return places.astype(np.int64), [str(value) for value in values]


def _groups(
    table: pd.DataFrame, name: str, words: frozenset[str] | None = None
) -> Iterator[tuple[str, npt.NDArray[np.int64]]]:
    """Each value of a text column, of those in `words`, with the rows that have it."""
    places, values = _codes(table, name)
    for place, value in enumerate(values):
        if words is None or value in words:
            yield value, np.flatnonzero(places == place)


def _fits(table: pd.DataFrame, name: str, words: frozenset[str]) -> Flags:
    places, values = _codes(table, name)
    fitting = np.array([value in words for value in values] + [False])
    return fitting[places]
