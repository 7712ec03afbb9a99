"""Units: amounts as quantities whose sums and conversions are checked by their dimensions.

The registry holds only what the figures need. Every currency is a dimension of its own, so that
EUR + USD is refused; so are percentage points (`pp`) and gross domestic product (`gdp`), so that
"2% of GDP" becomes money only when multiplied by a GDP. Percentages and multiples are plain ratios:
200 pct is 2 x. Spans follow one calendar: a year has 365 days and 12 months, a week 7 days.

Exchange is no unit conversion: see `rates`. This is the only module that loads pint.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal, TypeAlias

import pint
from babel.numbers import list_currencies
from pint.facets.plain.definitions import ScaleConverter, UnitDefinition
from pint.util import UnitsContainer

from figures.errors import UnitError
from figures.normalise.spans import MONTHS_OF_A_YEAR, whole_months
from figures.records import Claim

_DEFINITIONS = (
    # Counted in hours, so that months and days are both whole numbers of the base unit.
    "hour = [span]",
    "day = 24 hour",
    "week = 7 day",
    "month = 730 hour",
    "quarter = 3 month",
    "half_year = 6 month",
    "year = 12 month",
    "x = []",
    "pct = x / 100",
    "pp = [percentage_point]",
    "gdp = [gross_domestic_product]",
    "index_point = [index]",
    "item = [count]",
)
_UNITS = {"%": "pct", "% of GDP": "pct * gdp", "pp": "pp", "x": "x"}
_SPANS = {
    "year": "year",
    "half-year": "half_year",
    "quarter": "quarter",
    "month": "month",
    "week": "week",
    "day": "day",
}
CURRENCIES = frozenset(list_currencies())

# A pint quantity; pint's own type has parameters that say nothing here.
Quantity: TypeAlias = Any


def _build() -> Any:
    """The registry, complete when this module is imported: no thread ever sees it change."""
    registry: Any = pint.UnitRegistry(None, non_int_type=Decimal, on_redefinition="raise")
    registry.load_definitions(list(_DEFINITIONS))
    for code in sorted(CURRENCIES):
        # Twenty times faster than parsing a line of text for each.
        dimension = UnitsContainer({f"[{code}]": 1})
        registry.define(UnitDefinition(code, None, (), ScaleConverter(1), dimension))
    return registry


REGISTRY = _build()


def unit_name(claim: Claim) -> str:
    """The registry's name for the unit of a claim: ``EUR / half_year``, ``pct * gdp``, ``item``.

    >>> unit_name(Claim(kind="money", unit="EUR", per="half-year"))
    'EUR / half_year'
    >>> unit_name(Claim(kind="count", unit="F-16 jets"))
    'item'
    """
    if claim.unit in _UNITS:
        name = _UNITS[claim.unit]
    elif claim.unit in CURRENCIES and claim.kind in ("money", "change"):
        name = claim.unit
    else:
        name = "index_point" if claim.kind == "index" else "item"
    return f"{name} / {_SPANS[claim.per]}" if claim.per in _SPANS else name


def quantity(claim: Claim, field: Literal["value", "low", "high"] = "value") -> Quantity | None:
    """The amount of a claim with its unit, or None where that field is not stated.

    >>> str(quantity(Claim(kind="money", value=Decimal("20.9e9"), unit="EUR", per="half-year")))
    '2.09E+10 EUR / half_year'
    >>> quantity(Claim(kind="money", unit="EUR", bound="between")) is None
    True
    """
    amount: Decimal | None = getattr(claim, field)
    return None if amount is None else REGISTRY.Quantity(amount, unit_name(claim))


def total(claims: Sequence[Claim]) -> Quantity:
    """The sum of claims in the first one's unit; raises `UnitError` where two cannot be added.

    Counts are added only of the same noun, and a change is never added to a level.

    >>> euros = Claim(kind="money", value=Decimal(2), unit="EUR")
    >>> str(total([euros, euros]))
    '4 EUR'
    >>> total([euros, Claim(kind="money", value=Decimal(2), unit="USD")])
    Traceback (most recent call last):
    figures.errors.UnitError: EUR and USD cannot be combined; convert one of them first
    """
    if not claims:
        raise UnitError("nothing", "nothing")
    first = claims[0]
    amount: Quantity = 0 * REGISTRY.Unit(unit_name(first))
    for claim in claims:
        same_sort = claim.kind == first.kind and (claim.kind != "count" or claim.unit == first.unit)
        addend = quantity(claim)
        if not same_sort or addend is None or not addend.is_compatible_with(amount):
            raise UnitError(_wording(first), _wording(claim))
        amount = amount + addend
    return amount


def _wording(claim: Claim) -> str:
    words = claim.unit or "no unit"
    if claim.kind not in ("money", "count"):
        words = f"{words} ({claim.kind or 'no kind'})"
    return f"{words} per {claim.per}" if claim.per else words


def per_year(amount: Quantity) -> Decimal:
    """The magnitude of a rate kept up for a year; raises `UnitError` for an amount that is no rate.

    >>> per_year(REGISTRY.Quantity(Decimal("1e9"), "EUR / month"))
    Decimal('12000000000')
    >>> per_year(REGISTRY.Quantity(Decimal("1e9"), "EUR"))
    Traceback (most recent call last):
    figures.errors.UnitError: EUR and a span of time cannot be combined; convert one of them first
    """
    year = REGISTRY.Quantity(Decimal(1), "year")
    yearly = (amount * year).to_reduced_units()
    if "[span]" in yearly.dimensionality:
        raise UnitError(str(amount.units), "a span of time")
    return Decimal(round(yearly.magnitude))


def pace(claim: Claim) -> Decimal | None:
    """What an amount of money comes to in a year at its pace, to the whole unit, or None without one.

    The pace is the stated rate ("a month"), else the whole calendar months of the period. An amount
    that is for one year already has no other yearly value.

    >>> from datetime import date
    >>> half = {"period_start": date(2024, 1, 1), "period_end": date(2024, 6, 30)}
    >>> pace(Claim(kind="money", value=Decimal("20.9e9"), unit="EUR", **half))
    Decimal('41800000000')
    >>> pace(Claim(kind="money", value=Decimal("40e9"), unit="EUR", per="year")) is None
    True
    """
    amount = quantity(claim)
    if amount is None or not amount.magnitude.is_finite() or claim.kind != "money" or claim.per == "year":
        return None
    if not claim.per:
        if claim.period_start is None or claim.period_end is None:
            return None
        months = whole_months(claim.period_start, claim.period_end)
        if months is None or months == MONTHS_OF_A_YEAR:
            return None
        amount = amount / REGISTRY.Quantity(Decimal(months), "month")
    return per_year(amount)
