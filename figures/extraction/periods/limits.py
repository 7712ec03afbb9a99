"""Which days of a time are meant by its preposition and by words such as "end" and "early"."""

from __future__ import annotations

from collections.abc import Set
from datetime import date, timedelta

from figures.extraction.periods import calendar
from figures.extraction.periods.calendar import Interval
from figures.extraction.periods.words import Words

_LIMITING = ("since", "from", "after", "before", "by", "to")


def phase_of(words: Words, symbols: str | None) -> str:
    """Start, end, close, mid, early or late, from a phase with its small words behind; empty for none."""
    for end in range(len(symbols or ""), 0, -1):
        value = words.value("phase", (symbols or "")[:end])
        if value:
            return value
    return ""


def limited(prep: Set[str], phase: str, interval: Interval) -> Interval:
    """The days left by a preposition's roles and a phase: since = start only, by = end only."""
    if not phase and prep.isdisjoint(_LIMITING):
        return interval
    first, last = interval
    if first and last and phase == "mid":
        middle = _middle(first, last)
        if not prep.isdisjoint(("by", "before")):
            last = middle - timedelta(days=1)
        elif not prep.isdisjoint(("since", "from", "after")):
            first = middle
    elif phase == "start":
        last = first
    elif phase == "end" or (phase == "close" and not prep.isdisjoint(("since", "from"))):
        first = last
    if "since" in prep or ("from" in prep and "of" not in prep):  # "das BIP von 2024" is that of 2024
        return Interval(first, None)
    if "after" in prep:
        return Interval(last + timedelta(days=1) if last and last < date.max else None, None)
    if "before" in prep and phase not in {"end", "close"}:
        return Interval(None, first - timedelta(days=1) if first and first > date.min else None)
    if "by" in prep or "before" in prep or ("to" in prep and "in" not in prep):
        return Interval(None, last)
    return Interval(first, last)


def near(prep: frozenset[str], interval: Interval, published: date | None) -> frozenset[str]:
    """The roles of a preposition that says both "in" and "by": it is "in" of this year and the next.

    Spanish plans "para 2026" what it spends in that year, and "para 2035" what it reaches until then.
    """
    if interval.last is None or not {"in", "by"} <= prep:
        return prep
    if interval.first is not None and interval.first.year < interval.last.year:
        return prep - {"by"}  # "para 2026-2027": what several years hold
    if published is None:
        return prep
    return prep - {"by"} if interval.last.year <= published.year + 1 else prep - {"in"}


def _middle(first: date, last: date) -> date:
    """The first day of the second half of an interval: 1 July of a year."""
    half = calendar.months(first.year, 7, 1)
    if half and half.first and (last - first).days >= 364:
        return half.first
    if (last - first).days < 31:
        return first + timedelta(days=15)  # the 16th of a month
    return first + (last - first) // 2 + timedelta(days=1)
