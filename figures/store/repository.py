"""The repository interface, and the figures of `data/figures.csv` in a pandas table behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Protocol

import numpy as np
import pandas as pd

from figures.errors import QueryError, UnknownFigureError
from figures.records import Figure, to_row
from figures.sources import Source, read_sources
from figures.store.files import read_figures
from figures.store.query import FILTERS, Query
from figures.vocabularies import VOCABULARIES, data_folder, vocabulary

_SEARCHED = (
    "quote", "exact", "description", "context", "actor", "recipient", "programme", "speaker",
    "title", "publisher", "period_text", "note", "source_id", "figure_id",
)  # fmt: skip
_EARLIEST, _LATEST = date.min.toordinal(), date.max.toordinal()


class FigureStore(Protocol):
    """Where figures come from; pages, charts and files know nothing else."""

    @property
    def fingerprint(self) -> str:
        """Text that changes whenever a figure changes."""

    @property
    def modified(self) -> datetime | None:
        """When the figures last changed, where that is known."""

    def __len__(self) -> int: ...

    def select(self, query: Query) -> tuple[Figure, ...]:
        """The figures that fit a query, in the order of the store."""

    def get(self, figure_id: str) -> Figure:
        """One figure; raises `UnknownFigureError`."""

    def choices(self, field: str) -> tuple[str, ...]:
        """The values that a filter can take here; raises `QueryError` for no filter."""

    def sources(self) -> tuple[Source, ...]:
        """The documents that state figures here, with their text, newest first."""


class TableStore:
    """Figures in memory, filtered through a pandas table.

    >>> store = TableStore([Figure(figure_id="0123456789ab", actor="NATO; Norway", status="spent")])
    >>> [figure.figure_id for figure in store.select(Query(actor=("Norway",)))]
    ['0123456789ab']
    >>> store.choices("actor"), store.choices("kind")
    (('NATO', 'Norway'), ())
    >>> store.get("ffffffffffff")
    Traceback (most recent call last):
        ...
    figures.errors.UnknownFigureError: no figure has the id 'ffffffffffff'; ids are listed in figures.csv
    """

    def __init__(
        self,
        figures: Iterable[Figure],
        sources: Iterable[Source] = (),
        modified: datetime | None = None,
    ) -> None:
        self._figures = tuple(figures)
        self._sources = tuple(sources)
        self._by_id = {figure.figure_id: figure for figure in self._figures}
        self._parties = {field: _exploded(self._figures, field) for field in ("actor", "recipient")}
        self._table = _table(self._figures)
        self._text = tuple(_searchable(figure) for figure in self._figures)
        self.modified = modified

    def __len__(self) -> int:
        return len(self._figures)

    @cached_property
    def fingerprint(self) -> str:
        """A digest that is the same for the same figures in the same order."""
        digest = hashlib.sha256()
        for figure in self._figures:
            digest.update("\x1f".join(to_row(figure).values()).encode("utf-8", "surrogatepass") + b"\x1e")
        return digest.hexdigest()[:16]

    def select(self, query: Query) -> tuple[Figure, ...]:
        """The figures that fit a query, in the order of the store.

        A figure that states no period does not overlap with any: `from` and `to` leave it out.
        `currency`, `lang` and `figure` say how figures are shown and select none.
        """
        chosen = np.ones(len(self._figures), dtype=bool)
        for field in FILTERS:
            if not (values := getattr(query, field)):
                continue
            if field in self._parties:
                column = self._parties[field]
                fitting = np.zeros(len(self._figures), dtype=bool)
                fitting[column.index[column.isin(values)]] = True
                chosen &= fitting
            else:
                chosen &= self._table[field].isin(values).to_numpy()
        if query.start:
            chosen &= self._table["last_day"].to_numpy() >= query.start.toordinal()
        if query.end:
            chosen &= self._table["first_day"].to_numpy() <= query.end.toordinal()
        places = np.flatnonzero(chosen).tolist()
        text = self._text
        for word in query.q.casefold().split():
            places = [place for place in places if word in text[place]]
        if len(places) == len(self._figures):
            return self._figures
        return tuple(self._figures[place] for place in places)

    def get(self, figure_id: str) -> Figure:
        """One figure; raises `UnknownFigureError`."""
        try:
            return self._by_id[figure_id]
        except KeyError:
            raise UnknownFigureError(figure_id) from None

    def choices(self, field: str) -> tuple[str, ...]:
        """The values that a filter can take here, in the order of its vocabulary.

        Raises `QueryError` for a name that is no filter.
        """
        if field not in FILTERS:
            raise QueryError(field, "", "is no filter", f"use one of: {', '.join(FILTERS)}")
        column = self._parties[field] if field in self._parties else self._table[field]
        known = set(column.unique()) - {""}
        name = field if field in VOCABULARIES else "party"
        order = {word: place for place, word in enumerate(vocabulary(name))}
        return tuple(sorted(known, key=lambda word: (order.get(word, len(order)), word)))

    def sources(self) -> tuple[Source, ...]:
        """The documents that state figures here, with their text, newest first.

        A publication that is only cited is none of them.
        """
        return self._sources


def open_store(path: Path | None = None) -> FigureStore:
    """The figures of a built CSV file, by default `data/figures.csv`, and the sources in `sources/` beside it.

    Raises `DataError` when the file is missing, empty or no table of figures, `DataErrors` when
    several rows or sources are wrong.
    """
    file = path or data_folder() / "figures.csv"
    figures = read_figures(file)
    modified = datetime.fromtimestamp(int(file.stat().st_mtime), UTC)
    return TableStore(figures, read_sources(file.parent / "sources"), modified)


def _table(figures: tuple[Figure, ...]) -> pd.DataFrame:
    """One row per figure: its filters as categories, and the days between which it holds."""
    columns: dict[str, pd.Series | pd.Categorical] = {
        field: pd.Categorical([getattr(figure, field) for figure in figures]) for field in FILTERS
    }
    days = np.array([_span(figure) for figure in figures], dtype=np.int64).reshape(-1, 2)
    return pd.DataFrame(columns).assign(first_day=days[:, 0], last_day=days[:, 1])


def _exploded(figures: tuple[Figure, ...], field: str) -> pd.Series:
    """Each party of each figure, several joined by "; " apart, at the figure's place."""
    column = pd.Series([getattr(figure, field) for figure in figures], dtype=object)
    return column.str.split("; ").explode().astype("category") if figures else column


def _span(figure: Figure) -> tuple[int, int]:
    """First and last day of a figure's period as ordinals; reversed where it states none.

    An open end ("since 2014", "by 2035") reaches to the day of the statement where that day lies on
    the open side: what was said in 2025 about 2035 says nothing about 2020.
    """
    start, end = figure.period_start, figure.period_end
    if not start and not end:
        return _LATEST, _EARLIEST
    stated = figure.stated_on or figure.published_on
    if start and end:
        return start.toordinal(), end.toordinal()
    if start:
        return start.toordinal(), stated.toordinal() if stated and stated > start else _LATEST
    last = _ordinal(end)
    return stated.toordinal() if stated and stated.toordinal() < last else _EARLIEST, last


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def _searchable(figure: Figure) -> str:
    """What a search looks through, in lower case, with every kind of space as a plain one."""
    return " ".join(" ".join(getattr(figure, name) for name in _SEARCHED).casefold().split())
