"""Which days of a time are meant by its preposition and by words such as "end" and "early"."""

from __future__ import annotations

from datetime import date, timedelta

from figures.extraction.periods import calendar
from figures.extraction.periods.calendar import Interval
from figures.extraction.periods.words import Words


class Limits:
    """Prepositions and phases of one language."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def phase(self, symbols: str | None) -> str:
        """Start, end, mid, early or late, from a phase with its small words behind."""
        for end in range(len(symbols or ""), 0, -1):
            value = self._words.value("phase", (symbols or "")[:end])
            if value:
                return value
        return ""

    def limited(self, prep: str, phase: str, interval: Interval) -> Interval:
        """The days left by preposition and phase: since = start only, by = end only."""
        first, last = interval
        has = self._words.has
        if first and last and phase == "mid":
            middle = _middle(first, last)
            if has("by", prep) or has("before", prep):
                last = middle - timedelta(days=1)
            elif has("since", prep) or has("from", prep) or has("after", prep):
                first = middle
        elif phase == "start":
            last = first
        elif phase == "end":
            first = last
        if has("since", prep) or has("from", prep):
            return Interval(first, None)
        if has("after", prep):
            return Interval(last + timedelta(days=1) if last and last < date.max else None, None)
        if has("before", prep) and phase != "end":
            return Interval(None, first - timedelta(days=1) if first and first > date.min else None)
        if has("by", prep) or has("before", prep) or (has("to", prep) and not has("in", prep)):
            return Interval(None, last)
        return Interval(first, last)


def _middle(first: date, last: date) -> date:
    """The first day of the second half of an interval: 1 July of a year."""
    half = calendar.months(first.year, 7, 1)
    if half and half.first and (last - first).days >= 364:
        return half.first
    return first + (last - first) // 2 + timedelta(days=1)
