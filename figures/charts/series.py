"""Which figures belong together: statements of the same thing, and points of one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from figures import wording
from figures.charts.marks import GOALS, Mark
from figures.checks.deriving import ORIGIN
from figures.checks.intervals import Interval
from figures.checks.stated import said
from figures.checks.statements import status_group, topic_of
from figures.checks.vintage import vintages as vintage_rule
from figures.records import Figure
from figures.vocabularies import vocabulary
from figures.wording.numbers import terms

_YEAR_STEP = 1.01


def vintages(figures: Iterable[Figure]) -> list[tuple[Figure, tuple[Figure, ...]]]:
    """Each figure that leads, with the older statements of the same thing, newest first.

    What states the same thing, and which statement leads, is said in `figures.checks.vintage`. Where
    all are undated, each is drawn as a lead. A derived figure is no statement: it stands alone.

    >>> from datetime import date
    >>> from decimal import Decimal
    >>> year = {"measure": "defence_share_gdp", "actor": "NATO Europe", "status": "estimated", "unit": "%", "value": Decimal(2)}
    >>> year |= {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
    >>> old, new = (Figure(figure_id=name, published_on=date(2024, n, 1), **year) for n, name in ((2, "old"), (9, "new")))
    >>> [(lead.figure_id, len(older)) for lead, older in vintages([old, new, Figure(**year)])]
    [('new', 2)]
    >>> len(vintages([Figure(measure="people"), Figure(measure="people")]))
    2
    """
    figures = list(figures)
    found: list[tuple[Figure, tuple[Figure, ...]]] = []
    for vintage in vintage_rule(figure for figure in figures if figure.origin != ORIGIN):
        if vintage.lead is None:
            found += [(figure, ()) for figure in vintage.history]
        else:
            found.append((vintage.lead, vintage.history))
    return found + [(figure, ()) for figure in figures if figure.origin == ORIGIN]


def repeats(figures: Sequence[Figure]) -> Mapping[str, frozenset[str]]:
    """For each derived figure, the stated ones beside which it says nothing more: both can be true.

    >>> from decimal import Decimal
    >>> year = {"measure": "defence_expenditure", "actor": "NATO Europe", "status": "spent", "unit": "USD", "kind": "money"}
    >>> stated = Figure(figure_id="a", value=Decimal("254e9"), **year)
    >>> same = Figure(figure_id="b", value=Decimal("253e9"), bound="more_than", origin="derived", **year)
    >>> other = Figure(figure_id="c", value=Decimal("260e9"), bound="more_than", origin="derived", **year)
    >>> repeats([stated, same, other])
    {'b': frozenset({'a'})}
    """
    derived = [(figure, said(figure), _same(figure)) for figure in figures if figure.origin == ORIGIN]
    wanted = {key for _, _, key in derived}
    stated: dict[tuple[object, ...], list[tuple[str, Interval]]] = {}
    for figure in figures if wanted else ():
        if figure.origin != ORIGIN and (key := _same(figure)) in wanted and (interval := said(figure)):
            stated.setdefault(key, []).append((figure.figure_id, interval))
    found = {
        figure.figure_id: frozenset(one for one, other in stated.get(key, ()) if interval.meets(other))
        for figure, interval, key in derived
        if interval
    }
    return {figure_id: others for figure_id, others in found.items() if others}


def _same(figure: Figure) -> tuple[object, ...]:
    return (status_group(figure.status), *topic_of(figure))


def series_of(figure: Figure, currency: str = "original") -> tuple[str, ...]:
    """What the points of one line share: measure, actor, price basis and unit; a sum also its first day."""
    unit = wording.amounts(figure, currency)[3]
    since = figure.base_period_start or figure.period_start
    first = str(since) if since is not None and _is_sum(figure.measure) else ""
    return (figure.measure, figure.actor, figure.recipient, figure.price_basis, unit, first)


def _is_sum(measure: str) -> bool:
    """Whether a measure adds up since a day, so that sums since other days are other series."""
    term = vocabulary("measure").get(measure)
    return term is not None and term.extra["behaviour"] == "cumulative"


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

    What is aimed at, promised, claimed or derived is on no line with what is.
    """
    groups: dict[tuple[str, ...], list[Mark]] = {}
    for mark in marks:
        if mark.lead and mark.look != "derived" and mark.figure.status not in GOALS:
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
