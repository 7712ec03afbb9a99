"""What the pages know: the store behind them, with drawings and texts kept once they are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from hashlib import sha256
from heapq import nsmallest
from itertools import chain

from figures import wording
from figures.charts import (
    Drawing,
    View,
    aid,
    aid_chart,
    hover_text,
    level_chart,
    share,
    share_chart,
    spending,
    spending_chart,
)
from figures.charts.series import repeats
from figures.checks.finding import Finding
from figures.checks.findings import by_figure, find
from figures.checks.vintage import Vintage, vintages
from figures.errors import UnknownFigureError
from figures.normalise.prices import deflator
from figures.records import Figure, Link
from figures.store import FigureStore, Query, query_string
from figures.vocabularies import vocabulary

_KEPT_DRAWINGS = 512
_KEPT_SELECTIONS = 128
MAIN = {"spending": spending.MEASURES, "share": share.MEASURES, "aid": aid.MEASURES}
SEEN_LATER = tuple(MAIN)[1:]  # charts that wait until they are near the window
_CHARTS = {"spending": spending_chart, "share": share_chart, "aid": aid_chart}
_FEW = 3
OPEN = ("contradiction", "suspect")
_MANY = 200  # marks of one chart: with more, none could be told from another


class Board:
    """The figures of a store as pages need them; it never changes after it is made.

    `problem` says why there are no data, if so.
    """

    def __init__(self, store: FigureStore, problem: str = "") -> None:
        self.store = store
        self.problem = problem
        self.select = lru_cache(_KEPT_SELECTIONS)(self._select)
        self.drawing = lru_cache(_KEPT_DRAWINGS)(self._drawing)
        self._hover = lru_cache(maxsize=None)(self._hover_text)

    @cached_property
    def everything(self) -> tuple[Figure, ...]:
        """All figures of the store."""
        return self.store.select(Query())

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """Actors, the most frequent first: their hues do not change with a filter."""
        stated = (figure for figure in self.everything if figure.origin != "derived")
        counts = Counter(figure.actor for figure in stated if figure.actor)
        return tuple(name for name, _ in counts.most_common())

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The place of each figure when not all can be drawn: quoted ones first, then the newest."""
        ordered = sorted(
            self.everything,
            key=lambda one: (bool(one.quote), wording.stated_day(one) or date.min),
            reverse=True,
        )
        return {figure.figure_id: place for place, figure in enumerate(ordered)}

    @cached_property
    def charts(self) -> Mapping[str, tuple[str, ...]]:
        """The charts by name, with their measures: the three main ones, then one for each other measure."""
        main = set(chain.from_iterable(MAIN.values()))
        return MAIN | {name: (name,) for name in vocabulary("measure") if name not in main}

    @cached_property
    def referring(self) -> Mapping[str, tuple[Link, ...]]:
        """For each figure, the links of others that point at it: relation, and who points."""
        found: dict[str, list[Link]] = {}
        for figure in self.everything:
            for link in figure.links:
                found.setdefault(link.target, []).append(Link(link.relation, figure.figure_id))
        return {target: tuple(links) for target, links in found.items()}

    @cached_property
    def deflator(self) -> Mapping[int, Figure]:
        """The United States GDP deflator by year."""
        return deflator(self.everything)

    @cached_property
    def by_source(self) -> Mapping[str, tuple[Figure, ...]]:
        """The quoted figures of each source, in the order of its text."""
        found: dict[str, list[Figure]] = {}
        for figure in self.everything:
            if figure.source_id and figure.quote:
                found.setdefault(figure.source_id, []).append(figure)
        return {source: tuple(sorted(some, key=_place)) for source, some in found.items()}

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the figures say about each other, the gravest kind first."""
        return tuple(find(self.everything))

    @cached_property
    def findings_of(self) -> Mapping[str, tuple[Finding, ...]]:
        """For each figure, the findings that it stands in."""
        return by_figure(self.findings)

    @cached_property
    def open_findings(self) -> Mapping[str, str]:
        """For each figure with a contradiction or a suspect, the address of the gravest one."""
        return {
            figure_id: finding_address(found[0])
            for figure_id, found in self.findings_of.items()
            if found[0].kind in OPEN
        }

    @cached_property
    def _repeats(self) -> Mapping[str, frozenset[str]]:
        """For each derived figure that repeats stated ones, these."""
        return repeats(self.everything)

    @cached_property
    def vintage_of(self) -> Mapping[str, Vintage]:
        """For each figure that is stated more than once, all statements of the same thing."""
        found: dict[str, Vintage] = {}
        for vintage in vintages(figure for figure in self.everything if figure.origin != "derived"):
            if vintage.history:
                members = (*vintage.history, *((vintage.lead,) if vintage.lead else ()))
                found |= dict.fromkeys((figure.figure_id for figure in members), vintage)
        return found

    def get(self, figure_id: str) -> Figure | None:
        """A figure by its id; None where there is none."""
        try:
            return self.store.get(figure_id)
        except UnknownFigureError:
            return None

    def _select(self, query: Query) -> tuple[Figure, ...]:
        return self.store.select(query)

    def _drawing(self, name: str, query: Query, dark: bool, narrow: bool) -> Drawing | None:
        """One chart of a query; None where no figure fits, or too few for a chart of a single measure."""
        measures = set(self.charts[name])
        figures = [figure for figure in self.select(bare(query)) if figure.measure in measures]
        repeated = self._repeated(figures)
        if repeated:
            figures = [figure for figure in figures if figure.figure_id not in repeated]
        if len(figures) < (1 if name in MAIN else _FEW):
            return None
        crowd = len(figures)
        if crowd > _MANY:
            figures = nsmallest(_MANY, figures, key=lambda figure: self.ranks[figure.figure_id])
        view = View(
            language=query.lang, currency=query.currency, dark=dark, narrow=narrow, actors=self.actors,
            findings=self.open_findings,
        )  # fmt: skip
        draw = _CHARTS.get(name, level_chart)
        drawing = draw(figures, view, lambda figure: self._hover(figure.figure_id, query.lang))
        if name not in MAIN and len(drawing.drawn) < _FEW:
            return None
        notes = (*_crowded(crowd), *drawing.notes, *_repeating(len(repeated)))
        return replace(drawing, notes=notes) if notes != drawing.notes else drawing

    def _repeated(self, figures: Sequence[Figure]) -> set[str]:
        """Of some figures, the derived ones that only repeat another of them."""
        derived = [figure.figure_id for figure in figures if figure.figure_id in self._repeats]
        if not derived:
            return set()
        here = {figure.figure_id for figure in figures}
        return {one for one in derived if not here.isdisjoint(self._repeats[one])}

    def fits(self, name: str, query: Query) -> bool:
        """Whether a chart has any figure of a query."""
        measures = set(self.charts[name])
        return any(figure.measure in measures for figure in self.select(bare(query)))

    def undrawn(self, query: Query) -> Sequence[Figure]:
        """The figures of measures that have no chart for this query."""
        drawn = set(chain.from_iterable(MAIN.values()))
        for name in self.charts:
            if name not in MAIN and self.drawing(name, query, False, False) is not None:
                drawn.add(name)
        return [figure for figure in self.select(bare(query)) if figure.measure not in drawn]

    def _hover_text(self, figure_id: str, language: str) -> str:
        return hover_text(self.store.get(figure_id), View(language=language))


def _crowded(count: int) -> tuple[str, ...]:
    if count <= _MANY:
        return ()
    return (
        f"Drawn are {_MANY} of {wording.count(count)} figures, quoted and newest ones first; "
        "narrow the filters to see others.",
    )


def _repeating(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    if count == 1:
        return ("1 derived value says no more than what is stated and is not drawn; the table lists it.",)
    return (
        f"{count} derived values say no more than what is stated and are not drawn; the table lists them.",
    )


def finding_id(finding: Finding) -> str:
    """A name for a finding that stays the same as long as it is about the same figures.

    >>> finding_id(Finding(kind="suspect", rule="demand", figure_ids=("a", "b"), sentence="", detail=""))
    'demand-c8687a08'
    """
    return f"{finding.rule}-{sha256(' '.join(finding.figure_ids).encode()).hexdigest()[:8]}"


def finding_address(finding: Finding) -> str:
    """Where a finding stands on the page of checks."""
    return f"/checks#{finding_id(finding)}"


def bare(query: Query) -> Query:
    """A query without what only says how a page shows figures."""
    return replace(query, currency="original", lang="en", figure="")


def chart_query(query: Query) -> Query:
    """A query as charts depend on it: without the figure that is open."""
    return replace(query, figure="") if query.figure else query


def search(query: Query) -> str:
    """A query as the search part of an address, with its question mark; empty for an empty query.

    >>> search(Query()), search(Query(status=("spent",)))
    ('', '?status=spent')
    """
    text = query_string(query)
    return f"?{text}" if text else ""


def _place(figure: Figure) -> tuple[int, int]:
    return figure.quote_start or 0, figure.start or 0
