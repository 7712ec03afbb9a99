"""Conversion: a figure's amounts in another currency, its yearly pace, and why either is empty.

Amounts are the stated amount times the recorded rate, rounded to the whole unit of the currency
(below a thousand to its hundredth), so that anyone can follow the step with the rate beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Any

from figures.errors import RateError
from figures.normalise.basis import rate_basis
from figures.normalise.rates import EcbRates, Rate
from figures.normalise.units import CURRENCIES, pace
from figures.records import Claim
from figures.vocabularies import vocabulary

_WHOLE_FROM = 1000
_WHOLE, _HUNDREDTH = Decimal(1), Decimal("0.01")
# More digits than any amount has that a text can state and a table hold.
_WIDE = Context(prec=100)
_NOT_ROUNDED_FROM = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """A figure's amounts in `currency`, or the reason why there are none.

    `rate` is None where the amount was stated in that currency, and where there is a reason.
    """

    currency: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    rate: Rate | None = None
    reason: str = ""


def convert(claim: Claim, currency: str, rates: EcbRates) -> Conversion:
    """The amounts of a claim in another currency; never raises for want of a rate, but gives its reason.

    >>> rates = EcbRates(["Date,USD", "2024-10-16,1.09"])
    >>> from datetime import date
    >>> half = Claim(kind="money", value=Decimal("20.9e9"), unit="EUR", stated_on=date(2024, 10, 17))
    >>> convert(half, "USD", rates).value
    Decimal('22781000000')
    >>> convert(half, "UAH", rates).reason
    'no ECB reference rate for UAH on 2024-10-17: the ECB publishes none'
    >>> convert(Claim(kind="share", value=Decimal(2), unit="% of GDP"), "USD", rates).reason
    'not an amount of money'
    """
    if claim.kind not in ("money", "change") or claim.unit not in CURRENCIES:
        return Conversion(currency=currency, reason="not an amount of money")
    if claim.unit == currency:
        return Conversion(currency=currency, value=claim.value, low=claim.low, high=claim.high)
    basis = rate_basis(claim)
    if basis.start is None or basis.end is None:
        return Conversion(currency=currency, reason=basis.reason)
    try:
        rate = rates.mean_rate(claim.unit, currency, basis.start, basis.end)
    except RateError as error:
        return Conversion(currency=currency, reason=str(error))
    return Conversion(
        currency=currency,
        value=_times(claim.value, rate),
        low=_times(claim.low, rate),
        high=_times(claim.high, rate),
        rate=rate,
    )


def normalise(claim: Claim, rates: EcbRates) -> dict[str, Any]:
    """The conversion fields of a figure, `value_usd` to `annual_value`; those that cannot be filled are empty.

    >>> from datetime import date
    >>> rates = EcbRates(["Date,USD", "2024-10-16,1.09"])
    >>> fields = normalise(Claim(kind="money", value=Decimal(5), unit="EUR", stated_on=date(2024, 10, 17)), rates)
    >>> fields["value_usd"], fields["value_eur"], fields["rate_usd"], fields["rate_start"].isoformat()
    (Decimal('5.45'), Decimal('5'), Decimal('1.09'), '2024-10-16')
    """
    dollars, euros = (convert(claim, currency, rates) for currency in ("USD", "EUR"))
    rate = dollars.rate or euros.rate
    return {
        "value_usd": dollars.value,
        "low_usd": dollars.low,
        "high_usd": dollars.high,
        "value_eur": euros.value,
        "low_eur": euros.low,
        "high_eur": euros.high,
        "rate_usd": _factor(dollars),
        "rate_eur": _factor(euros),
        "rate_start": rate.start if rate else None,
        "rate_end": rate.end if rate else None,
        "rate_source": rate.source if rate else "",
        "annual_value": annual_value(claim),
    }


def annual_value(claim: Claim) -> Decimal | None:
    """What a flow of money comes to in a year at its pace; None where it is no flow or for a year already.

    The pace is the stated rate ("a month"), else the whole calendar months of the period.

    >>> from datetime import date
    >>> half = {"period_start": date(2024, 1, 1), "period_end": date(2024, 6, 30)}
    >>> aid = {"kind": "money", "value": Decimal("20.9e9"), "unit": "EUR"}
    >>> annual_value(Claim(measure="military_aid", **aid, **half))
    Decimal('41800000000')
    >>> annual_value(Claim(measure="extra_defence_expenditure", **aid, **half)) is None
    True
    """
    term = vocabulary("measure").get(claim.measure)
    if term is None or term.extra["behaviour"] != "flow":
        return None
    return pace(claim)


def _factor(conversion: Conversion) -> Decimal | None:
    """The rate to record: 1 for the stated currency itself, empty where nothing was converted."""
    if conversion.reason:
        return None
    return conversion.rate.value if conversion.rate else Decimal(1)


def _times(amount: Decimal | None, rate: Rate) -> Decimal | None:
    if amount is None or not amount.is_finite():
        return None
    product = _WIDE.multiply(amount, rate.value)
    if product.adjusted() >= _NOT_ROUNDED_FROM:
        return product
    return product.quantize(_WHOLE if abs(product) >= _WHOLE_FROM else _HUNDREDTH, context=_WIDE)
