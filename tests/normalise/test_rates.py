from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from currency_converter import CurrencyConverter
from hypothesis import given
from hypothesis import strategies as st

from figures.errors import RateError
from figures.normalise.rates import SOURCE, EcbRates, ecb_rates

CURRENT = ("USD", "GBP", "JPY", "SEK", "NOK", "PLN", "CAD", "CZK", "CHF", "DKK")
COVERED = st.dates(date(1999, 1, 4), date(2026, 10, 30))


@pytest.mark.parametrize(
    ("currency", "to", "day", "value", "used"),
    [
        ("EUR", "USD", "2024-10-17", "1.0866", "2024-10-17"),
        # A Saturday and a Sunday have Friday's rate, Easter Monday that of Thursday.
        ("EUR", "USD", "2024-06-15", "1.0686", "2024-06-14"),
        ("EUR", "USD", "2024-06-16", "1.0686", "2024-06-14"),
        ("EUR", "USD", "2024-04-01", "1.0811", "2024-03-28"),
        ("RUB", "EUR", "2022-03-01", "0.0085323504", "2022-03-01"),
        ("EUR", "EUR", "2024-06-15", "1", "2024-06-15"),
        # The euro needs no table for itself, even before it was there.
        ("UAH", "UAH", "1990-01-01", "1", "1990-01-01"),
    ],
)
def test_rate_of_a_day(currency: str, to: str, day: str, value: str, used: str) -> None:
    rate = ecb_rates().rate(currency, to, date.fromisoformat(day))
    assert (rate.value, rate.start, rate.end) == (Decimal(value), *(date.fromisoformat(used),) * 2)
    assert rate.source == SOURCE


@pytest.mark.parametrize(
    ("currency", "to", "start", "end", "message"),
    [
        ("UAH", "USD", "2024-01-02", "2024-01-02", "UAH on 2024-01-02: the ECB publishes none"),
        ("USD", "UAH", "2024-01-02", "2024-01-02", "UAH on 2024-01-02: the ECB publishes none"),
        ("RUB", "USD", "2024-01-02", "2024-01-02", "RUB on 2024-01-02: the last one before is of 2022-03-01"),
        ("USD", "EUR", "1998-12-31", "1998-12-31", "USD on 1998-12-31: its rates begin on 1999-01-04"),
        ("USD", "EUR", "2199-01-01", "2199-01-01", "USD on 2199-01-01: the last one before is of {last}"),
        ("GBP", "ISK", "2012-01-02", "2012-01-02", "ISK on 2012-01-02: the last one before is of 2008-12-09"),
        (
            "EUR", "ISK", "2008-01-02", "2019-01-02",
            "ISK on 2008-01-02 to 2019-01-02: rates cover only a part of the period",
        ),
        (
            "RUB", "EUR", "2022-01-03", "2022-12-30",
            "RUB on 2022-01-03 to 2022-12-30: the last one before is of 2022-03-01",
        ),
        (
            "USD", "EUR", "2024-06-30", "2024-01-01",
            "USD on 2024-06-30 to 2024-01-01: the period ends before it starts",
        ),
    ],
)  # fmt: skip
def test_no_rate(currency: str, to: str, start: str, end: str, message: str) -> None:
    last = ecb_rates().series("USD", "EUR").days[-1]
    with pytest.raises(RateError) as caught:
        ecb_rates().mean_rate(currency, to, date.fromisoformat(start), date.fromisoformat(end))
    assert str(caught.value) == "no ECB reference rate for " + message.format(last=last)


def test_mean_of_a_period() -> None:
    rate = ecb_rates().mean_rate("EUR", "USD", date(2024, 1, 1), date(2024, 6, 30))
    assert (rate.start, rate.end) == (date(2024, 1, 2), date(2024, 6, 28))
    assert rate.value == Decimal("1.0812524")


def test_a_weekend_has_the_rate_before_it() -> None:
    weekend = ecb_rates().mean_rate("EUR", "USD", date(2024, 6, 15), date(2024, 6, 16))
    assert weekend == ecb_rates().rate("EUR", "USD", date(2024, 6, 14))


@given(st.sampled_from(CURRENT), COVERED)
def test_a_published_day_is_what_the_package_says(currency: str, day: date) -> None:
    rate = ecb_rates().rate("EUR", currency, day)
    assert rate.start <= day < rate.start + timedelta(days=7)
    published = _converter().convert(1, "EUR", currency, date=rate.start)
    assert float(rate.value) == pytest.approx(published, rel=1e-7)


@given(st.sampled_from(CURRENT), st.sampled_from(CURRENT), COVERED, st.integers(0, 2_000))
def test_there_and_back(one: str, other: str, start: date, length: int) -> None:
    end = min(start + timedelta(days=length), date(2026, 10, 30))
    there = ecb_rates().mean_rate(one, other, start, end)
    back = ecb_rates().mean_rate(other, one, start, end)
    assert float(there.value * back.value) == pytest.approx(1, rel=1e-7)
    assert (there.start, there.end) == (back.start, back.end)


def test_currencies_are_listed_with_the_euro() -> None:
    assert EcbRates(["Date,USD, JPY ,", "2024-06-12,1.08,160,"]).currencies == ("EUR", "JPY", "USD")


_CONVERTERS: list[CurrencyConverter] = []


def _converter() -> CurrencyConverter:
    if not _CONVERTERS:
        _CONVERTERS.append(CurrencyConverter())
    return _CONVERTERS[0]
