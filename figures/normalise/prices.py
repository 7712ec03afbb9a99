"""Prices: United States amounts in the prices of another year, by the United States GDP deflator.

The deflator is itself a set of cited figures (measure `gdp_deflator`, actor United States). It says
how prices moved in the United States and nowhere else, so other actors' amounts are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from figures.normalise.basis import CONSTANT_PRICES
from figures.normalise.spans import calendar_year
from figures.records import Claim, Figure

UNITED_STATES = "United States"
_MEASURE = "gdp_deflator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repriced:
    """An amount in constant prices with the deflator figures behind it, or the reason why there is none."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    price_basis: str = ""
    derived_from: tuple[str, ...] = ()
    reason: str = ""


def deflator(figures: Iterable[Figure]) -> Mapping[int, Figure]:
    """The United States GDP deflator by year; of two for one year, the one stated last."""
    found: dict[int, Figure] = {}
    for figure in figures:
        year = calendar_year(figure.period_start, figure.period_end)
        if figure.measure != _MEASURE or figure.actor != UNITED_STATES or year is None or not figure.value:
            continue
        known = found.get(year)
        if known is None or (known.stated_on or date.min) < (figure.stated_on or date.min):
            found[year] = figure
    return found


def constant_prices(claim: Claim, base_year: int, index: Mapping[int, Figure]) -> Repriced:
    """A United States amount of one calendar year in the prices of `base_year`.

    The amount is in current prices, or in constant prices of another year.

    >>> import dataclasses
    >>> index = {2017: Figure(figure_id="a", value=Decimal(100)), 2024: Figure(figure_id="b", value=Decimal(125))}
    >>> year = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
    >>> spent = Claim(kind="money", value=Decimal("1e12"), unit="USD", actor="United States", **year)
    >>> constant_prices(dataclasses.replace(spent, price_basis="current"), 2017, index).value
    Decimal('800000000000')
    >>> constant_prices(spent, 2017, index).reason
    'its price basis is not stated'
    """
    if claim.actor != UNITED_STATES or claim.unit != "USD" or claim.kind != "money":
        return Repriced(reason="the deflator holds for amounts of the United States in dollars only")
    if base := CONSTANT_PRICES.fullmatch(claim.price_basis):
        year = int(base[1])
    elif claim.price_basis != "current":
        return Repriced(reason="its price basis is not stated")
    elif (stated := calendar_year(claim.period_start, claim.period_end)) is not None:
        year = stated
    else:
        return Repriced(reason="its period is not one calendar year")
    if year not in index or base_year not in index:
        missing = year if year not in index else base_year
        return Repriced(reason=f"no deflator is known for {missing}")
    before, after = index[year], index[base_year]

    def repriced(amount: Decimal | None) -> Decimal | None:
        if amount is None or before.value is None or after.value is None:
            return None
        return Decimal(round(amount * after.value / before.value))

    return Repriced(
        value=repriced(claim.value),
        low=repriced(claim.low),
        high=repriced(claim.high),
        price_basis=f"constant:{base_year}",
        derived_from=(before.figure_id, after.figure_id),
    )
