"""Spans of days counted in calendar months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

MONTHS_OF_A_YEAR = 12


def whole_months(start: date, end: date) -> int | None:
    """How many calendar months a span of days covers exactly, or None where it does not.

    >>> whole_months(date(2024, 1, 1), date(2024, 6, 30))
    6
    >>> whole_months(date(2024, 1, 1), date(2024, 6, 29)) is None
    True
    """
    if start.day != 1 or end < start or end.day != monthrange(end.year, end.month)[1]:
        return None
    return (end.year - start.year) * 12 + end.month - start.month + 1


def calendar_year(start: date | None, end: date | None) -> int | None:
    """The calendar year that a span covers exactly, or None where it does not.

    >>> calendar_year(date(2024, 1, 1), date(2024, 12, 31)), calendar_year(date(2024, 1, 1), None)
    (2024, None)
    """
    if start is None or end is None or (start.month, start.day) != (1, 1):
        return None
    return start.year if end == date(start.year, 12, 31) else None
