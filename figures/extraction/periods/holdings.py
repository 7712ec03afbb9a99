"""What the quantities of a sentence are given, and how one period counts from another's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from figures.extraction.periods import calendar
from figures.extraction.periods.calendar import NOWHEN, Interval
from figures.extraction.periods.expressions import Expression

# Within how many figures the period that "a year earlier" counts from is looked for.
_NEAR = 4
_CHANGES = frozenset({"change", "multiple"})


class QuantityPeriod(NamedTuple):
    """The period, rate and base period of one quantity; what is not stated is empty."""

    first: date | None = None
    last: date | None = None
    text: str = ""
    per: str = ""
    base_first: date | None = None
    base_last: date | None = None


class Place(NamedTuple):
    """A quantity as tokens of its sentence: from `start` to before `end`."""

    start: int
    end: int
    kind: str
    converted: bool = False  # said again of the one before, in other money

    @property
    def is_change(self) -> bool:
        """Whether it says by how much or how many times something grew or fell."""
        return self.kind in _CHANGES


class Holding:
    """What a quantity has been given: its period, its rate, its base."""

    __slots__ = ("base", "compared", "period", "rate", "resolved")

    def __init__(self) -> None:
        self.period: Expression | None = None
        self.rate: Expression | None = None
        self.base: Expression | None = None
        # Said to be more or less than at another time: the figure is a difference.
        self.compared = False
        self.resolved: Interval = NOWHEN


def between(places: Sequence[int], start: int, end: int) -> bool:
    """Whether any of the ordered places lies from `start` to before `end`."""
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end


def resolved(found: Expression | None, given: Sequence[Holding], place: int) -> Interval:
    """The days of a period; one said by another's ("a year earlier") from the nearest before it."""
    if found is None:
        return NOWHEN
    if not found.back and not found.same:
        return found.interval
    near = (*reversed(given[max(0, place - _NEAR) : place]), *given[place + 1 : place + 1 + _NEAR])
    for other in near:
        period = other.period
        if period is not None and not period.back and not period.same and period.interval.first:
            return shifted(found, period.interval)
    return found.interval if found.back else NOWHEN


def shifted(found: Expression, own: Interval) -> Interval:
    """An expression that counts from another period, resolved against that period."""
    if found.back:
        return calendar.earlier(own, found.grain or "year", found.back) if own.first else found.interval
    if found.same and found.interval.first and own.first:
        return calendar.earlier(own, "year", own.first.year - found.interval.first.year)
    return NOWHEN
