"""Intervals of days: years, halves, quarters, months, fiscal years, and how they shift.

All intervals are inclusive. A year that the calendar cannot hold gives None, so that no text can make
these functions raise.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MINYEAR, date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

_LAST_YEAR = 9998
_CACHED_YEARS = 256
_MONTHS_OF = {"year": 12, "half-year": 6, "quarter": 3, "month": 1}


class Interval(NamedTuple):
    """The days from `first` to `last`, both inside; an open end is None."""

    first: date | None
    last: date | None


NOWHEN = Interval(None, None)


def months(year: int, first: int, count: int) -> Interval | None:
    """`count` months from month `first` (1 to 12) of `year`.

    >>> months(2024, 11, 3)
    Interval(first=datetime.date(2024, 11, 1), last=datetime.date(2025, 1, 31))
    >>> months(0, 1, 12) is None
    True
    """
    place = year * 12 + first - 1
    end_year, end_month = divmod(place + count - 1, 12)
    year, month = divmod(place, 12)
    if year < MINYEAR or end_year > _LAST_YEAR or count < 1:
        return None
    last = date(end_year, end_month + 1, monthrange(end_year, end_month + 1)[1])
    return Interval(date(year, month + 1, 1), last)


@lru_cache(_CACHED_YEARS)
def year(number: int) -> Interval:
    """A calendar year; without days when the calendar has no such year.

    >>> year(2024)
    Interval(first=datetime.date(2024, 1, 1), last=datetime.date(2024, 12, 31))
    """
    return months(number, 1, 12) or NOWHEN


def part_of_year(year: int, unit: str, number: int) -> Interval | None:
    """The `number`-th half-year, quarter or month of a year; None when a year has not so many.

    >>> part_of_year(2025, "quarter", 3)
    Interval(first=datetime.date(2025, 7, 1), last=datetime.date(2025, 9, 30))
    >>> part_of_year(2025, "half-year", 3) is None
    True
    """
    length = _MONTHS_OF[unit]
    if not 1 <= number <= 12 // length:
        return None
    return months(year, (number - 1) * length + 1, length)


def day(year: int, month: int, number: int) -> Interval | None:
    """One day; None when there is no such day.

    >>> day(2024, 2, 30) is None
    True
    """
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return Interval(found, found)


def around(published: date, unit: str, step: int) -> Interval | None:
    """The unit of time that holds a day, or the one `step` units later.

    >>> around(date(2024, 6, 12), "quarter", -1)
    Interval(first=datetime.date(2024, 1, 1), last=datetime.date(2024, 3, 31))
    >>> around(date(2024, 6, 12), "week", 0)
    Interval(first=datetime.date(2024, 6, 10), last=datetime.date(2024, 6, 16))
    """
    if unit == "decade":
        return months((published.year // 10 + step) * 10, 1, 120)
    if unit in ("week", "day"):
        length = 7 if unit == "week" else 1
        start = published.toordinal() - (published.weekday() if unit == "week" else 0) + step * length
        if not date.min.toordinal() <= start <= date.max.toordinal() - length:
            return None
        return Interval(date.fromordinal(start), date.fromordinal(start + length - 1))
    length = _MONTHS_OF[unit]
    place = published.year * 12 + (published.month - 1) // length * length + step * length
    return months(place // 12, place % 12 + 1, length)


def year_from(first: date) -> Interval | None:
    """The twelve months from a day on.

    >>> year_from(date(2025, 4, 1))
    Interval(first=datetime.date(2025, 4, 1), last=datetime.date(2026, 3, 31))
    """
    after = _moved(first, -12)
    return Interval(first, after - timedelta(days=1)) if after else None


def month_near(published: date, month: int, *, to_come: bool = False) -> int:
    """The year meant by a month without a year: that of publication, or the one before late in it.

    A month more than half a year ahead is the one gone by; where one `to_come` may be meant, the
    nearest is taken.

    >>> month_near(date(2025, 2, 1), 12), month_near(date(2025, 2, 1), 6), month_near(date(2025, 10, 1), 3)
    (2024, 2025, 2025)
    >>> month_near(date(2025, 10, 1), 3, to_come=True)
    2026
    """
    return published.year - (month - published.month > 6) + (to_come and published.month - month > 6)


def back_from(last: date, unit: str, count: int) -> Interval | None:
    """The `count` units that end with the month of `last`.

    >>> back_from(date(2025, 3, 31), "year", 1)
    Interval(first=datetime.date(2024, 4, 1), last=datetime.date(2025, 3, 31))
    """
    if unit not in _MONTHS_OF:
        return None
    length = _MONTHS_OF[unit] * count
    place = last.year * 12 + last.month - length
    found = months(place // 12, place % 12 + 1, length)
    return found and Interval(found.first, last)


def earlier(interval: Interval, unit: str, count: int) -> Interval:
    """An interval moved back by whole units of months; the end of a month stays one.

    >>> earlier(Interval(date(2024, 4, 1), date(2024, 6, 30)), "quarter", 1)
    Interval(first=datetime.date(2024, 1, 1), last=datetime.date(2024, 3, 31))
    >>> earlier(Interval(date(2024, 2, 1), date(2024, 2, 29)), "week", 1)
    Interval(first=None, last=None)
    """
    if unit not in _MONTHS_OF:
        return NOWHEN
    length = _MONTHS_OF[unit] * count
    return Interval(_moved(interval.first, length), _moved(interval.last, length))


def _moved(when: date | None, count: int) -> date | None:
    """A day `count` months before."""
    if when is None:
        return None
    year, month = divmod(when.year * 12 + when.month - 1 - count, 12)
    if not MINYEAR <= year <= _LAST_YEAR:
        return None
    length = monthrange(year, month + 1)[1]
    ends_month = when.day == monthrange(when.year, when.month)[1]
    return date(year, month + 1, length if ends_month else min(when.day, length))


def hull(parts: list[Interval]) -> Interval:
    """The interval of parts that follow each other without a gap; else no dates.

    >>> hull([Interval(date(2022, 1, 1), date(2022, 12, 31)), Interval(date(2024, 1, 1), date(2024, 12, 31))])
    Interval(first=None, last=None)
    """
    for before, after in pairwise(parts):
        if before.last is None or after.first is None or after.first - before.last != timedelta(days=1):
            return NOWHEN
    return Interval(parts[0].first, parts[-1].last)


def fiscal_start(numbers: list[str], step: str, published: date | None, month: int, named_by: str) -> int:
    """The calendar year in which a fiscal year begins; 0 when the country's rule does not tell."""
    if not month:
        return 0
    if step:
        if published is None:
            return 0
        return published.year - (published.month < month) + int(step)
    if not numbers:
        return 0
    year = int(numbers[0])
    if len(numbers[0]) <= 2:
        year += 2000
    if len(numbers) > 1:
        follows = int(numbers[1]) % 100 == (year + 1) % 100
        # Where a year is named by its end and begins late, "2025-26" is two fiscal years.
        return year if follows and month < 10 else 0
    return {"end": year - 1, "start": year}.get(named_by, 0)
