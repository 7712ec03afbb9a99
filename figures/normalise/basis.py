"""The days whose rates convert a figure.

Money that is gone (`spent`, `delivered`) is converted by the mean rate of the period in which it
went, up to the day of the statement; constant prices by the mean rate of their base year; any other
amount by the rate of the day on which it was stated, or else published.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from figures.records import Claim, Figure

GONE = frozenset({"spent", "delivered"})
CONSTANT_PRICES = re.compile(r"constant:(\d{4})", re.ASCII)


class Basis(NamedTuple):
    """First and last day of the rates to use, or None with the reason why no day can be named."""

    start: date | None
    end: date | None
    reason: str = ""


def stated_day(claim: Claim) -> date | None:
    """The day of the statement, else of publication, else None."""
    return claim.stated_on or (claim.published_on if isinstance(claim, Figure) else None)


def rate_basis(claim: Claim) -> Basis:
    """The days whose rates convert a claim.

    >>> year = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
    >>> rate_basis(Claim(status="spent", stated_on=date(2024, 6, 12), **year))[:2]
    (datetime.date(2024, 1, 1), datetime.date(2024, 6, 12))
    >>> rate_basis(Claim(status="pledged", stated_on=date(2024, 6, 12), **year))[:2]
    (datetime.date(2024, 6, 12), datetime.date(2024, 6, 12))
    >>> rate_basis(Claim(status="pledged", **year)).reason
    'neither the day of the statement nor that of its publication is known'
    """
    start, end = claim.period_start, claim.period_end
    if start and end and end < start:
        return Basis(None, None, "the period ends before it starts")
    if base := CONSTANT_PRICES.fullmatch(claim.price_basis):
        year = max(int(base[1]), 1)
        return Basis(date(year, 1, 1), date(year, 12, 31))
    day = stated_day(claim)
    if claim.status in GONE and start:
        elapsed = min(end or day or start, day or end or start)
        if elapsed >= start and (end or day):
            return Basis(start, elapsed)
    if day is None:
        return Basis(None, None, "neither the day of the statement nor that of its publication is known")
    return Basis(day, day)
