"""Which figures belong together: statements of the same thing, and points of one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from figures import wording
from figures.charts.marks import GOALS, Mark
from figures.records import Figure
from figures.wording.numbers import terms

_YEAR_STEP = 1.01


def vintages(figures: Iterable[Figure]) -> list[tuple[Figure, tuple[Figure, ...]]]:
    """Each figure that leads, with the older statements of the same thing, newest first.

    The newest statement of a measure, actor and period leads; one without a date never leads a dated
    one. What states no closed period is no restatement of anything. Order: that of the first
    statement met.

    >>> year = {"measure": "people", "period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
    >>> old, new = (Figure(figure_id=name, published_on=date(2024, n, 1), **year) for n, name in ((2, "old"), (9, "new")))
    >>> [(lead.figure_id, len(older)) for lead, older in vintages([old, new, Figure(**year)])]
    [('new', 2)]
    >>> len(vintages([Figure(measure="people"), Figure(measure="people")]))
    2
    """
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for place, figure in enumerate(figures):
        groups.setdefault(_statement(figure, place), []).append(figure)
    ordered = (sorted(group, key=_stated, reverse=True) for group in groups.values())
    return [(group[0], tuple(group[1:])) for group in ordered]


def _stated(figure: Figure) -> date:
    return wording.stated_day(figure) or date.min


def _statement(figure: Figure, place: int) -> tuple[object, ...]:
    """What two statements share when the later one restates the earlier."""
    if figure.period_end is None or (figure.period_start is None and figure.status != "target"):
        return (place,)
    unit = "money" if wording.is_currency(figure.unit) else figure.unit
    return (
        figure.measure, figure.programme, figure.actor, figure.recipient, figure.status == "target",
        figure.period_start, figure.period_end, figure.per, figure.kind, unit, figure.base, figure.price_basis,
    )  # fmt: skip


def series_of(figure: Figure, currency: str = "original") -> tuple[str, ...]:
    """What the points of one line share: measure, actor, price basis and unit."""
    unit = wording.amounts(figure, currency)[3]
    return (figure.measure, figure.actor, figure.recipient, figure.price_basis, unit)


def runs(marks: Sequence[Mark], step: float = _YEAR_STEP) -> list[list[Mark]]:
    """Marks in the order of time, parted where more than `step` years lie between two of them.

    Of several marks at one place the first is kept.
    """
    parts: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: mark.x):
        if parts and parts[-1][-1].x == mark.x:
            continue
        if parts and mark.x - parts[-1][-1].x <= step:
            parts[-1].append(mark)
        else:
            parts.append([mark])
    return parts


def lines(marks: Iterable[Mark], currency: str) -> list[list[Mark]]:
    """The lines through leading marks: one series each, broken where a year is missing.

    What is aimed at, promised or claimed is on no line with what is.
    """
    groups: dict[tuple[str, ...], list[Mark]] = {}
    for mark in marks:
        if mark.lead and mark.figure.status not in GOALS:
            groups.setdefault((mark.axis, *series_of(mark.figure, currency)), []).append(mark)
    return [run for group in groups.values() for run in runs(group) if len(run) > 1]


def label_of(figure: Figure) -> str:
    """The name of a figure's series beside its line: the actor, and the prices where they are fixed.

    >>> label_of(Figure(actor="United States", price_basis="constant:2021"))
    'United States, 2021 prices'
    """
    name = wording.label("party", figure.actor)
    kind, _, year = figure.price_basis.partition(":")
    return f"{name}, {year} prices" if kind == "constant" and name else name


def behaviour(measure: str) -> str:
    """How a measure behaves over time: flow, cumulative, level, change, count or index."""
    term = terms("measure").get(measure)
    return term.extra["behaviour"] if term else ""
