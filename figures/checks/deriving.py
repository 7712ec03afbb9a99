"""The making of a derived figure: an interval turned into value and bound, with formula and parents."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from figures.checks.intervals import Interval
from figures.checks.plainly import period_words, value_words
from figures.records import Figure, Link, figure_id

ORIGIN = "derived"
_SCALES = (Decimal("1e9"), Decimal("1e6"), Decimal("1e3"))
_TENTH, _HUNDREDTH, _ONE = Decimal("0.1"), Decimal("0.01"), Decimal(1)


def derived(
    rule: str,
    parents: Sequence[Figure],
    interval: Interval,
    like: Figure,
    formula: str,
    *,
    period: tuple[date | None, date | None],
    note: str = "",
    actor: str = "",
    status: str = "",
    price_basis: str = "",
) -> Figure | None:
    """A figure for an implied interval, or None where it says nothing.

    It is about the same thing as `like`, but for the fields given. `formula` is completed by the
    result in words.
    """
    stated = bound_of(interval, like.kind, like.unit)
    if stated is None:
        return None
    value, low, high, bound = stated
    ids = [parent.figure_id for parent in parents]
    figure = Figure(
        figure_id=figure_id(ORIGIN, " ".join((rule, *ids)), 0),
        origin=ORIGIN,
        kind=like.kind,
        value=value,
        low=low,
        high=high,
        bound=bound,
        unit=like.unit,
        per=like.per,
        base=like.base,
        period_start=period[0],
        period_end=period[1],
        measure=like.measure,
        programme=like.programme,
        actor=actor or like.actor,
        recipient=like.recipient,
        status=status or like.status,
        price_basis=price_basis or like.price_basis,
        rule=rule,
        links=tuple(Link("derived_from", identity) for identity in ids),
        note=note,
    )
    result = f"{value_words(figure)} {period_words(*period)}".rstrip()
    return dataclasses.replace(figure, description=f"{formula} = {result}")


def bound_of(
    interval: Interval, kind: str, unit: str
) -> tuple[Decimal | None, Decimal | None, Decimal | None, str] | None:
    """`value`, `low`, `high` and `bound` that say no more than an interval, or None where it says nothing.

    >>> bound_of(Interval(Decimal("403.75e9"), low_open=True), "money", "USD")
    (Decimal('4.037E+11'), None, None, 'more_than')
    >>> bound_of(Interval(Decimal("2.7"), Decimal("3.3")), "count", "allies")
    (Decimal('3'), None, None, 'exact')
    >>> bound_of(Interval(), "money", "USD") is None
    True
    """
    # Amounts and counts are never below nothing, so that is no news.
    floor = kind != "change" and interval.low <= 0
    if kind == "count":
        low, high = _whole(interval.low, up=True), _whole(interval.high, up=False)
        low_open = high_open = False
    else:
        rounded = interval.rounded(_quantum(interval, unit))
        low, high, low_open, high_open = rounded.low, rounded.high, rounded.low_open, rounded.high_open
    from_below = low.is_finite() and not floor
    if from_below and high.is_finite():
        if low > high:
            return None
        return (low, None, None, "exact") if low == high else (None, low, high, "between")
    if from_below:
        return low, None, None, "more_than" if low_open else "at_least"
    if high.is_finite() and (high > 0 or kind == "change"):
        return high, None, None, "less_than" if high_open else "at_most"
    return None


def _quantum(interval: Interval, unit: str) -> Decimal:
    """A tenth of the scale word of the larger end; a hundredth of a percentage."""
    if unit.startswith("%") or unit == "pp":
        return _HUNDREDTH
    size = max((abs(end) for end in (interval.low, interval.high) if end.is_finite()), default=_ONE)
    return next((scale for scale in _SCALES if size >= scale), _ONE) * _TENTH


def _whole(end: Decimal, *, up: bool) -> Decimal:
    """The nearest whole number inside: counts have no fractions."""
    if end.is_infinite():
        return end
    return end.to_integral_value(rounding=ROUND_CEILING if up else ROUND_FLOOR)
