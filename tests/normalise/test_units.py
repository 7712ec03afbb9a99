from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal

import pytest

from figures.errors import UnitError
from figures.normalise.spans import whole_months
from figures.normalise.units import pace, quantity, total, unit_name
from figures.records import Claim


def money(value: str, unit: str = "EUR", per: str = "", start: str = "", end: str = "") -> Claim:
    return Claim(
        kind="money",
        value=Decimal(value),
        unit=unit,
        per=per,
        period_start=date.fromisoformat(start) if start else None,
        period_end=date.fromisoformat(end) if end else None,
    )


@pytest.mark.parametrize(
    ("claim", "name"),
    [
        (Claim(kind="money", unit="EUR"), "EUR"),
        (Claim(kind="money", unit="UAH", per="month"), "UAH / month"),
        (Claim(kind="change", unit="USD"), "USD"),
        (Claim(kind="share", unit="% of GDP"), "pct * gdp"),
        (Claim(kind="share", unit="%"), "pct"),
        (Claim(kind="change", unit="pp"), "pp"),
        (Claim(kind="multiple", unit="x"), "x"),
        (Claim(kind="index", unit="index 2017=100"), "index_point"),
        (Claim(kind="count", unit="F-16 jets"), "item"),
        # A noun that happens to read like a currency code is a count all the same.
        (Claim(kind="count", unit="ALL"), "item"),
    ],
)
def test_each_unit_has_its_name(claim: Claim, name: str) -> None:
    assert unit_name(claim) == name


@pytest.mark.parametrize(
    ("left", "right", "message"),
    [
        (money("1", "EUR"), money("1", "USD"), "EUR and USD cannot be combined; convert one of them first"),
        (
            money("1"),
            money("1", per="year"),
            "EUR and EUR per year cannot be combined; convert one of them first",
        ),
        (
            Claim(kind="share", value=Decimal(2), unit="% of GDP"),
            Claim(kind="share", value=Decimal(2), unit="%"),
            "% of GDP (share) and % (share) cannot be combined; convert one of them first",
        ),
        (
            Claim(kind="share", value=Decimal(2), unit="%"),
            Claim(kind="change", value=Decimal(2), unit="%"),
            "% (share) and % (change) cannot be combined; convert one of them first",
        ),
        (
            Claim(kind="count", value=Decimal(2), unit="tanks"),
            Claim(kind="count", value=Decimal(2), unit="citizens"),
            "tanks and citizens cannot be combined; convert one of them first",
        ),
        (
            money("1"),
            Claim(kind="money", unit="EUR"),
            "EUR and EUR cannot be combined; convert one of them first",
        ),
    ],
)
def test_unlike_amounts_are_not_added(left: Claim, right: Claim, message: str) -> None:
    with pytest.raises(UnitError) as caught:
        total([left, right])
    assert str(caught.value) == message


def test_like_amounts_are_added() -> None:
    assert total([money("1.5e9"), money("2e9")]).magnitude == Decimal("3.5e9")


def test_a_share_of_gdp_is_money_only_with_a_gdp() -> None:
    share = quantity(Claim(kind="share", value=Decimal(2), unit="% of GDP"))
    assert share is not None
    gdp = quantity(money("3135e9", "CAD"))
    assert gdp is not None
    assert not share.is_compatible_with("CAD")
    spending = share * gdp / (1 * gdp._REGISTRY.gdp)
    assert spending.to("CAD").magnitude == Decimal("62.7e9")


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2024-01-01", "2024-06-30", 6),
        ("2024-02-01", "2024-02-29", 1),
        ("2023-02-01", "2023-02-28", 1),
        ("2024-02-01", "2024-02-28", None),
        ("2024-10-01", "2025-09-30", 12),
        ("2022-02-24", "2024-02-23", None),
        ("2024-06-30", "2024-01-01", None),
        ("9999-01-01", "9999-12-31", 12),
    ],
)
def test_whole_months(start: str, end: str, months: int | None) -> None:
    assert whole_months(date.fromisoformat(start), date.fromisoformat(end)) == months


@pytest.mark.parametrize(
    ("claim", "yearly"),
    [
        (money("20.9e9", start="2024-01-01", end="2024-06-30"), "41.8e9"),
        (money("32.5e9", start="2025-01-01", end="2025-10-31"), "39e9"),
        (money("90e9", start="2026-01-01", end="2027-12-31"), "45e9"),
        (money("75e9", "SEK", start="2024-01-01", end="2026-12-31"), "25e9"),
        (money("5e9", start="2025-07-01", end="2025-07-31"), "60e9"),
        (money("3e9", start="2025-07-01", end="2025-09-30"), "12e9"),
        (money("1e9", per="month"), "12e9"),
        (money("1e9", per="quarter"), "4e9"),
        (money("1e9", per="half-year"), "2e9"),
        (money("1e6", per="day"), "365e6"),
        (money("7e6", per="week"), "365e6"),
        # A stated rate is the pace, whatever the period.
        (money("1e9", per="month", start="2025-08-01", end="2025-12-31"), "12e9"),
        # A year already.
        (money("50e9", start="2024-01-01", end="2024-12-31"), None),
        (money("50e9", start="2024-10-01", end="2025-09-30"), None),
        (money("40e9", per="year"), None),
        (money("40e9", per="year", start="2022-01-01", end="2024-12-31"), None),
        # No whole months, no end, no start, no period.
        (money("85e9", start="2022-02-24", end="2023-11-22"), None),
        (money("85e9", start="2022-02-01"), None),
        (money("85e9", end="2022-02-28"), None),
        (money("85e9"), None),
        (money("85e9", start="2024-06-30", end="2024-01-01"), None),
        # A range has no single value; a count and a share have no pace of money.
        (Claim(kind="money", low=Decimal(1), high=Decimal(2), unit="EUR", per="month"), None),
        (Claim(kind="count", value=Decimal(30), unit="tanks", per="month"), None),
    ],
)
def test_pace(claim: Claim, yearly: str | None) -> None:
    assert pace(claim) == (None if yearly is None else Decimal(yearly))


def test_threads_share_the_registry() -> None:
    codes = ["EUR", "USD", "GBP", "SEK", "NOK", "PLN", "UAH", "JPY"] * 25

    def twice(code: str) -> bool:
        claim = money("2", code, per="month")
        return bool(total([claim, claim]).to(f"{code} / year").magnitude == Decimal(48))

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(twice, codes))
