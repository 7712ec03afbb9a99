"""Vintage: the same number stated again and again, newest statement first.

The newest statement leads; older ones are its history. They are never averaged, and none replaces
another in silence. A statement without a day never leads others, since nobody can say that it is
the newest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from figures.checks.statements import Key, Statement, alike, statements
from figures.checks.terms import terms
from figures.records import Figure


class Vintage(NamedTuple):
    """The statements of one thing: the one that leads, and the others, newest first, undated ones last.

    `lead` is None where several statements are all without a day.
    """

    lead: Figure | None
    history: tuple[Figure, ...]

    @property
    def shown(self) -> tuple[Figure, ...]:
        """What a chart draws first: the lead, or all statements where none can lead."""
        return self.history if self.lead is None else (self.lead,)


def vintages(figures: Iterable[Figure]) -> tuple[Vintage, ...]:
    """Every figure once, in the vintage of what it states, in the order of the first of each.

    A figure of which it is not clear what it restates stands alone.

    >>> from decimal import Decimal
    >>> year = {"period_start": date(2023, 1, 1), "period_end": date(2023, 12, 31), "actor": "NATO Allies"}
    >>> share = {"kind": "share", "unit": "% of GDP", "measure": "defence_share_gdp", "status": "estimated"}
    >>> old = Figure(figure_id="a", value=Decimal("2.5"), stated_on=date(2024, 2, 14), **year, **share)
    >>> new = Figure(figure_id="b", value=Decimal("2.6"), stated_on=date(2024, 6, 17), **year, **share)
    >>> [(vintage.lead.figure_id, len(vintage.history)) for vintage in vintages([old, new])]
    [('b', 1)]
    """
    figures = list(figures)
    place = {id(figure): number for number, figure in enumerate(figures)}
    found = [vintage_of(group) for group in groups(statements(figures))]
    grouped = {id(figure) for vintage in found for figure in _members(vintage)}
    found += [Vintage(figure, ()) for figure in figures if id(figure) not in grouped]
    found.sort(key=lambda vintage: min(place[id(figure)] for figure in _members(vintage)))
    return tuple(found)


def groups(found: Iterable[Statement]) -> list[list[Statement]]:
    """Statements of the same thing together, newest first, undated ones last."""
    by_key: dict[Key, list[Statement]] = {}
    for statement in found:
        by_key.setdefault(statement.vintage_key, []).append(statement)
    parted = []
    for group in by_key.values():
        group.sort(key=_newest_first)
        # Of sums, those that differ by half are other sums under the same heading.
        while group:
            same = [statement for statement in group if statement is group[0] or alike(group[0], statement)]
            kept = {id(statement) for statement in same}
            parted.append(same)
            group = [statement for statement in group if id(statement) not in kept]
    return parted


def vintage_of(group: Sequence[Statement]) -> Vintage:
    """The vintage of statements that come newest first."""
    first, *others = (statement.figure for statement in group)
    if group[0].day is None and others:
        return Vintage(None, (first, *others))
    return Vintage(first, tuple(others))


def _newest_first(statement: Statement) -> tuple[bool, int, int, bool, str]:
    """Newest day first; on one day what is further along (spent before forecast), then what is quoted."""
    day = statement.day or date.min
    ranks = list(terms("status"))
    rank = ranks.index(statement.figure.status) if statement.figure.status in ranks else len(ranks)
    cited = not statement.figure.quote
    return (statement.day is None, -day.toordinal(), rank, cited, statement.figure.figure_id)


def _members(vintage: Vintage) -> tuple[Figure, ...]:
    return vintage.history if vintage.lead is None else (vintage.lead, *vintage.history)
