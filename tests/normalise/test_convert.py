from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.normalise.convert import Conversion, annual_value, convert, normalise
from figures.normalise.rates import SOURCE, ecb_rates
from figures.records import COLUMNS, Claim, Figure

COVERED = st.dates(date(1999, 1, 4), date(2026, 10, 30))
DAY_FIELDS = ("period_start", "period_end", "stated_on", "published_on")


def amount(value: str, unit: str, **fields: Any) -> Figure:
    fields = {key: date.fromisoformat(v) if key in DAY_FIELDS else v for key, v in fields.items()}
    return Figure(kind="money", value=Decimal(value), unit=unit, **fields)


YEAR = {"period_start": "2024-01-01", "period_end": "2024-12-31"}
HALF = {"period_start": "2024-01-01", "period_end": "2024-06-30"}


@pytest.mark.parametrize(
    ("figure", "first", "last"),
    [
        # A pledge by the day of its statement, before that of publication.
        (amount("40e9", "EUR", status="pledged", stated_on="2024-07-10", **YEAR), "2024-07-10", "2024-07-10"),
        (
            amount("40e9", "EUR", status="pledged", stated_on="2024-07-10", published_on="2024-07-11"),
            "2024-07-10", "2024-07-10",
        ),
        (amount("40e9", "EUR", status="pledged", published_on="2024-07-11"), "2024-07-11", "2024-07-11"),
        (amount("20.9e9", "EUR", status="committed", published_on="2024-10-17", **HALF), "2024-10-17", "2024-10-17"),
        # What is gone by the mean of its period, as far as it had elapsed.
        (amount("50e9", "EUR", status="delivered", published_on="2025-02-12", **YEAR), "2024-01-02", "2024-12-31"),
        (amount("50e9", "EUR", status="spent", published_on="2024-06-12", **YEAR), "2024-01-02", "2024-06-12"),
        (amount("50e9", "EUR", status="spent", **YEAR), "2024-01-02", "2024-12-31"),
        (
            amount("40e9", "EUR", status="delivered", period_start="2022-01-01", published_on="2024-06-12"),
            "2022-01-03", "2024-06-12",
        ),
        # A period that lies ahead of the statement has no elapsed part; one without a start no mean.
        (amount("50e9", "EUR", status="spent", stated_on="2023-06-12", **YEAR), "2023-06-12", "2023-06-12"),
        (
            amount("50e9", "EUR", status="spent", stated_on="2023-06-12", period_end="2023-05-31"),
            "2023-06-12", "2023-06-12",
        ),
        # Constant prices by their base year, whatever the status and the day.
        (
            amount("485e9", "EUR", status="forecast", price_basis="constant:2021", stated_on="2025-02-12", **YEAR),
            "2021-01-04", "2021-12-31",
        ),
        (amount("485e9", "EUR", price_basis="current", stated_on="2025-02-12"), "2025-02-12", "2025-02-12"),
    ],
)  # fmt: skip
def test_the_days_of_the_rate(figure: Figure, first: str, last: str) -> None:
    rate = convert(figure, "USD", ecb_rates()).rate
    assert rate is not None
    assert (rate.start.isoformat(), rate.end.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        (
            amount("5e9", "EUR", status="pledged"),
            "neither the day of the statement nor that of its publication is known",
        ),
        (
            amount("5e9", "EUR", status="spent", period_start="2024-01-01"),
            "neither the day of the statement nor that of its publication is known",
        ),
        (
            amount("5e9", "EUR", status="spent", period_start="2024-06-30", period_end="2024-01-01"),
            "the period ends before it starts",
        ),
        (
            amount("5e9", "UAH", stated_on="2024-01-02"),
            "no ECB reference rate for UAH on 2024-01-02: the ECB publishes none",
        ),
        (
            amount("5e9", "EUR", stated_on="1998-01-02"),
            "no ECB reference rate for EUR on 1998-01-02: its rates begin on 1999-01-04",
        ),
        (
            amount("5e9", "EUR", price_basis="constant:1990", stated_on="2020-01-02"),
            "no ECB reference rate for EUR on 1990-01-01 to 1990-12-31: its rates begin on 1999-01-04",
        ),
        (
            amount("5e9", "EUR", price_basis="constant:0000"),
            "no ECB reference rate for EUR on 0001-01-01 to 0001-12-31: its rates begin on 1999-01-04",
        ),
        (Figure(kind="share", value=Decimal(2), unit="% of GDP"), "not an amount of money"),
        (Figure(kind="change", value=Decimal(20), unit="%"), "not an amount of money"),
        (Figure(kind="count", value=Decimal(30), unit="EUR coins"), "not an amount of money"),
        (Figure(kind="money", value=Decimal(30)), "not an amount of money"),
    ],
)
def test_why_nothing_was_converted(figure: Figure, reason: str) -> None:
    assert convert(figure, "USD", ecb_rates()) == Conversion(currency="USD", reason=reason)


def test_a_day_after_the_last_rate_is_not_converted() -> None:
    reason = convert(amount("5e9", "EUR", stated_on="2199-01-01"), "USD", ecb_rates()).reason
    assert reason.startswith("no ECB reference rate for EUR on 2199-01-01: the last one before is of ")


def test_the_stated_currency_needs_no_rate() -> None:
    fields = normalise(amount("5e9", "USD"), ecb_rates())
    assert fields == {
        "value_usd": Decimal("5e9"), "low_usd": None, "high_usd": None,
        "value_eur": None, "low_eur": None, "high_eur": None,
        "rate_usd": Decimal(1), "rate_eur": None, "rate_start": None, "rate_end": None,
        "rate_source": "", "annual_value": None,
    }  # fmt: skip


def test_the_conversion_fields_of_a_figure() -> None:
    half = amount(
        "20.9e9", "EUR", measure="military_aid", status="committed", published_on="2024-10-17", **HALF
    )
    assert normalise(half, ecb_rates()) == {
        "value_usd": Decimal("22709940000"), "low_usd": None, "high_usd": None,
        "value_eur": Decimal("20.9e9"), "low_eur": None, "high_eur": None,
        "rate_usd": Decimal("1.0866"), "rate_eur": Decimal(1),
        "rate_start": date(2024, 10, 17), "rate_end": date(2024, 10, 17),
        "rate_source": SOURCE, "annual_value": Decimal("41.8e9"),
    }  # fmt: skip


def test_the_fields_are_columns_of_the_record() -> None:
    assert set(normalise(Claim(), ecb_rates())) < set(COLUMNS)


def test_both_ends_of_a_range_are_converted() -> None:
    figure = Figure(
        kind="money", low=Decimal("1.5e9"), high=Decimal("2e9"), unit="EUR", bound="between",
        stated_on=date(2024, 10, 17),
    )  # fmt: skip
    converted = convert(figure, "USD", ecb_rates())
    assert (converted.value, converted.low, converted.high) == (
        None,
        Decimal(1629900000),
        Decimal(2173200000),
    )


def test_a_change_in_money_keeps_its_sign() -> None:
    cut = Figure(kind="change", value=Decimal("-5e9"), unit="EUR", stated_on=date(2024, 10, 17))
    assert convert(cut, "USD", ecb_rates()).value == Decimal(-5433000000)


@pytest.mark.parametrize(
    ("measure", "per", "yearly"),
    [
        ("military_aid", "month", "12e9"),
        ("loan", "month", "12e9"),
        ("defence_expenditure", "month", "12e9"),
        ("extra_defence_expenditure", "month", None),
        ("defence_share_gdp", "month", None),
        ("", "month", None),
        ("military_aid", "year", None),
    ],
)
def test_only_flows_have_a_yearly_value(measure: str, per: str, yearly: str | None) -> None:
    assert annual_value(amount("1e9", "EUR", measure=measure, per=per)) == (yearly and Decimal(yearly))


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e200", "-1e-30"])
def test_absurd_amounts_break_nothing(value: str) -> None:
    fields = normalise(
        amount(value, "EUR", measure="military_aid", per="month", stated_on="2024-10-17"), ecb_rates()
    )
    assert (fields["value_usd"] is None) == (value in ("NaN", "Infinity"))


@given(
    st.decimals(-(10**15), 10**15, places=2),
    st.sampled_from(["USD", "GBP", "SEK", "JPY"]),
    COVERED,
)
def test_there_and_back_and_rates_named(value: Decimal, currency: str, day: date) -> None:
    there = convert(Figure(kind="money", value=value, unit="EUR", stated_on=day), currency, ecb_rates())
    assert there.value is not None
    assert there.rate is not None
    assert there.rate.source == SOURCE
    assert there.rate.start <= day
    assert abs(there.value - value * there.rate.value) <= (
        Decimal("0.5") if abs(there.value) >= 1000 else Decimal("0.005")
    )
    back = convert(Figure(kind="money", value=there.value, unit=currency, stated_on=day), "EUR", ecb_rates())
    assert back.value is not None
    # Yen are rounded to whole ones from a thousand on, six euros or so.
    assert float(back.value) == pytest.approx(float(value), rel=1e-3, abs=0.02)


@given(
    value=st.one_of(st.none(), st.decimals(-(10**30), 10**30)),
    unit=st.sampled_from(["USD", "EUR", "GBP", "UAH", "RUB", "ISK", "%", "", "tanks"]),
    kind=st.sampled_from(["money", "share", "change", "count", ""]),
    status=st.sampled_from(["spent", "delivered", "pledged", ""]),
    price_basis=st.sampled_from(["", "current", "constant:2021", "constant:1066", "constant:x"]),
    days=st.tuples(*[st.one_of(st.none(), st.dates())] * 4),
)  # fmt: skip
def test_nothing_raises_and_an_empty_field_has_its_reason(
    value: Decimal | None, unit: str, kind: str, status: str, price_basis: str, days: tuple[date | None, ...]
) -> None:
    figure = Figure(
        kind=kind, value=value, unit=unit, status=status, price_basis=price_basis,
        period_start=days[0], period_end=days[1], stated_on=days[2], published_on=days[3],
    )  # fmt: skip
    for currency in ("USD", "EUR", "GBP"):
        conversion = convert(figure, currency, ecb_rates())
        assert (conversion.value is None) == (value is None or bool(conversion.reason))
        assert (conversion.rate is None) == (unit == currency or bool(conversion.reason))
    fields = normalise(figure, ecb_rates())
    assert bool(fields["rate_source"]) == (fields["rate_start"] is not None)
    if fields["rate_start"] is not None:
        assert fields["rate_end"] - fields["rate_start"] >= timedelta(0)
