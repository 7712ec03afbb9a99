"""What a stated figure leaves possible, as an interval.

A bound word is taken at its word: "more than 50" is everything above 50. A number without one is
true to its last written digit: "485 billion" is 484.5 to 485.5 billion. Soft words have a stated
tolerance: "nearly 20" is below 20 and at most a tenth of it away, "about 20" at most a tenth of it
away on either side.

`said` leaves the far side of "nearly" open, since its tolerance is ours and not the speaker's: what
is implied rests on it. `likely` applies the tolerance, and takes a number that ends in zeros as
perhaps rounded further ("100" may stand for 103): what is called a contradiction rests on that.
"""

from __future__ import annotations

import re
from decimal import Decimal

from figures.checks.intervals import INFINITY, Interval
from figures.records import Claim

TOLERANCE = Decimal("0.1")
ROUNDED_AT_MOST = Decimal("0.025")
_WRITTEN = re.compile(r"\d[\d.,'’   ]*+", re.ASCII)
_SCALES = (Decimal("1e9"), Decimal("1e6"), Decimal("1e3"), Decimal(1))
_HALF = Decimal("0.5")


def said(claim: Claim) -> Interval | None:
    """What the words of a claim leave possible, or None where it states no value.

    >>> said(Claim(value=Decimal(485), exact="485"))
    Interval(low=Decimal('484.5'), high=Decimal('485.5'), low_open=False, high_open=False)
    >>> said(Claim(value=Decimal(20), bound="nearly"))
    Interval(low=Decimal('-Infinity'), high=Decimal('20'), low_open=True, high_open=True)
    >>> said(Claim()) is None
    True
    """
    return _interval(claim, soft=False)


def likely(claim: Claim) -> Interval | None:
    """What a claim leaves possible with the tolerance of soft words and of round numbers.

    >>> likely(Claim(value=Decimal(20), bound="nearly"))
    Interval(low=Decimal('18.0'), high=Decimal('20'), low_open=False, high_open=True)
    >>> likely(Claim(value=Decimal(100), exact="100")).high
    Decimal('102.500')
    """
    return _interval(claim, soft=True)


def _interval(claim: Claim, *, soft: bool) -> Interval | None:
    if claim.bound == "between":
        ends = _finite(claim.low), _finite(claim.high)
        if ends[0] is None or ends[1] is None or ends[0] > ends[1]:
            return None
        return Interval(ends[0], ends[1])
    value = _finite(claim.value)
    if value is None:
        return None
    # A bound is about the magnitude: a fall of at least 3 is -3 or further down.
    interval = _magnitude(claim, abs(value), soft=soft)
    return -interval if value < 0 else interval


def states_value(claim: Claim) -> bool:
    """Whether a claim states a value, or both ends of a range in the right order.

    >>> states_value(Claim(value=Decimal(485))), states_value(Claim(value=Decimal("NaN")))
    (True, False)
    """
    if claim.bound != "between":
        return _finite(claim.value) is not None
    low, high = _finite(claim.low), _finite(claim.high)
    return low is not None and high is not None and low <= high


def _finite(amount: Decimal | None) -> Decimal | None:
    return amount if amount is not None and amount.is_finite() else None


def _magnitude(claim: Claim, size: Decimal, *, soft: bool) -> Interval:
    # A count or an amount is never below nothing; a change may turn its sign.
    least = -INFINITY if claim.kind in ("change", "") else Decimal(0)
    match claim.bound:
        case "more_than":
            return Interval(low=size, low_open=True)
        case "at_least":
            return Interval(low=size)
        case "less_than":
            return Interval(low=min(least, size), high=size, high_open=size > least)
        case "at_most":
            return Interval(low=min(least, size), high=size)
        case "nearly":
            low = size * (1 - TOLERANCE) if soft else min(least, size)
            return Interval(low=low, high=size, high_open=size > low)
        case "about":
            return Interval(low=size * (1 - TOLERANCE), high=size * (1 + TOLERANCE))
    half = written_step(claim) * _HALF
    if soft and claim.kind != "count":
        half = max(half, min(_last_digit(size) * _HALF, size * ROUNDED_AT_MOST))
    return Interval(low=size - half, high=size + half)


def written_step(claim: Claim) -> Decimal:
    """What one step of the last written digit is worth, 0 for a count written out in full.

    "20.90 billion" is written to ten millions. Where the writing is not known, zeros are taken as
    written down to the scale word: 50000000000 as "50 billion".

    >>> written_step(Claim(value=Decimal("20.9e9"), exact="EUR 20.90 billion"))
    Decimal('1E+7')
    >>> written_step(Claim(value=Decimal("5e10"))), written_step(Claim(kind="count", value=Decimal(23)))
    (Decimal('1E+9'), Decimal('0'))
    """
    size = abs(claim.value or Decimal(0))
    if size == 0:
        return Decimal(0)
    written = _WRITTEN.search(claim.exact)
    digits = re.sub(r"\D", "", written[0]) if written else ""
    if digits.strip("0"):
        step = size / int(digits)
        # Half a billion, dozens and cents are no power of ten of what is written.
        if step.normalize().as_tuple().digits == (1,):
            whole_count = claim.kind == "count" and step == 1
            return Decimal(0) if whole_count else step.normalize()
    scale = next((scale for scale in _SCALES if size >= scale), Decimal(1))
    if claim.kind == "count" and scale == 1:
        return Decimal(0)
    if claim.exact and not digits:
        # "A third" is no 33.33 true to its second decimal, half a billion not true to its millions.
        return Decimal(1) if claim.kind == "share" else _last_digit(size)
    return min(_last_digit(size), scale)


def _last_digit(size: Decimal) -> Decimal:
    """The worth of the last digit that is not zero: 10 of 350."""
    return Decimal(1).scaleb(int(size.normalize().as_tuple().exponent)) if size else Decimal(0)
