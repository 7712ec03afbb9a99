"""Periods that are parts of one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from figures.normalise.spans import MONTHS_OF_A_YEAR, whole_months
from figures.records import Figure

Span = tuple[date, date]


def span(figure: Figure) -> Span | None:
    """The period of a figure where both its ends are stated in the right order."""
    start, end = figure.period_start, figure.period_end
    return None if start is None or end is None or end < start else (start, end)


def rest_of_year(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, Span]]:
    """Each figure for a year with each for its first or last months, and the span that is left.

    >>> year = Figure(period_start=date(2024, 1, 1), period_end=date(2024, 12, 31))
    >>> half = Figure(period_start=date(2024, 1, 1), period_end=date(2024, 6, 30))
    >>> [[day.isoformat() for day in rest] for _, _, rest in rest_of_year([half, year])]
    [['2024-07-01', '2024-12-31']]
    >>> list(rest_of_year([half]))
    []
    """
    spans = [(figure, found) for figure in figures if (found := span(figure)) is not None]
    starting: dict[date, list[tuple[Figure, Span]]] = {}
    ending: dict[date, list[tuple[Figure, Span]]] = {}
    for figure, (start, end) in spans:
        if (whole_months(start, end) or MONTHS_OF_A_YEAR) < MONTHS_OF_A_YEAR:
            starting.setdefault(start, []).append((figure, (start, end)))
            ending.setdefault(end, []).append((figure, (start, end)))
    for year, (start, end) in spans:
        if whole_months(start, end) != MONTHS_OF_A_YEAR:
            continue
        for part, (_, last) in starting.get(start, ()):
            yield year, part, (last + timedelta(days=1), end)
        for part, (first, _) in ending.get(end, ()):
            yield year, part, (start, first - timedelta(days=1))


def periods_overlap(one: Figure, other: Figure) -> bool:
    """Whether two periods share a day; an open end reaches on, and no period at all overlaps with none.

    >>> year = Figure(period_start=date(2024, 1, 1), period_end=date(2024, 12, 31))
    >>> periods_overlap(year, Figure(period_start=date(2024, 12, 1))), periods_overlap(year, Figure())
    (True, False)
    """
    spans = [(figure.period_start, figure.period_end) for figure in (one, other)]
    if (None, None) in spans:
        return spans[0] == spans[1]
    starts, ends = ([side for side in sides if side is not None] for sides in zip(*spans, strict=True))
    return not starts or not ends or max(starts) <= min(ends)
