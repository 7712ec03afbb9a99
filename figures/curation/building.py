"""Builds the figures: extraction, hand edits, cited figures, what follows, conversion, from what `data/` holds."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from figures.checks.implied import implied
from figures.curation.cited import read_cited
from figures.curation.edits import Edit, apply_edits, read_edits
from figures.curation.validity import faults_of, link_faults
from figures.errors import DataError, DataErrors
from figures.normalise.convert import normalise
from figures.normalise.rates import EcbRates, ecb_rates
from figures.records import COLUMNS, Claim, Figure, to_row
from figures.sources import figures_from, read_sources
from figures.vocabularies import VOCABULARIES, data_folder, vocabulary

_DERIVED_ON = "derived: the newest day of the figures it follows from"

Extractor = Callable[[str, str, date | None], Sequence[Claim]]


def build(
    extract: Extractor, folder: Path | None = None, rates: EcbRates | None = None
) -> tuple[Figure, ...]:
    """All figures of a data folder: those of its sources, newest first, the cited ones, then what follows.

    `extract` reads the claims of a text in a language, published on a day. Raises `DataErrors` with
    all faults of all files.
    """
    folder = folder or data_folder()
    faults: list[DataError] = []
    for name in VOCABULARIES:
        try:
            vocabulary(name, folder)
        except DataErrors as error:
            faults += error.errors
    try:
        sources = read_sources(folder / "sources")
    except DataErrors as error:
        sources = ()
        faults += error.errors
    if faults:
        # Without words and sources, every row that names one would seem to be at fault.
        raise DataErrors(faults)
    edits_file, cited_file = folder / "curated.csv", folder / "cited.csv"
    edits = read_edits(edits_file, sources, faults)
    cited = read_cited(cited_file, faults)
    read = [
        figure
        for source in sources
        for figure in figures_from(source, extract(source.text, source.language, source.published_on))
    ]
    figures = apply_edits(read, edits, edits_file, faults)
    order = {source.source_id: place for place, source in enumerate(sources)}
    figures.sort(key=lambda figure: (order[figure.source_id], figure.start or 0))
    figures += [figure for _, figure in cited.values()]
    rows = {identity: row for identity, (row, _) in cited.items()}
    faults += _invalid(figures, edits, rows, folder)
    if faults:
        raise DataErrors(faults)
    rates = rates or ecb_rates()
    stated = [dataclasses.replace(figure, **normalise(figure, rates)) for figure in figures]
    return (*stated, *_following(stated, rates))


def _following(figures: Sequence[Figure], rates: EcbRates) -> Iterator[Figure]:
    """The implied values, converted; each is of the newest day of its parents.

    They have no yearly value, since nothing is derived from what is derived.
    """
    days = {figure.figure_id: figure.stated_on or figure.published_on for figure in figures}
    for figure in implied(figures):
        known = [day for link in figure.links if (day := days[link.target]) is not None]
        day, basis = (max(known), _DERIVED_ON) if known else (None, "")
        dated = dataclasses.replace(figure, published_on=day, published_on_basis=basis)
        yield dataclasses.replace(dated, **normalise(dated, rates) | {"annual_value": None})


def _invalid(
    figures: Sequence[Figure], edits: dict[str, Edit], cited_rows: dict[str, int], folder: Path
) -> Iterable[DataError]:
    """What is wrong with the figures, each fault placed in the file whose row a person has to change."""
    today = date.today()
    found = [(figure, fault) for figure in figures for fault in faults_of(figure, folder, today)]
    found += link_faults(figures)
    for figure, fault in found:
        edit = edits.get(figure.figure_id)
        row: int | str
        if figure.figure_id in cited_rows:
            file, row = "data/cited.csv", cited_rows[figure.figure_id]
        elif edit is not None:
            file, row = "data/curated.csv", edit.rows.get(fault.field, edit.row)
        else:
            file, row = f"data/sources/{figure.source_id}.txt", f"figure {figure.exact!r}"
        yield DataError(file, row, fault.problem, fault.remedy)


def figures_table(figures: Iterable[Figure]) -> str:
    """The figures as the text of `data/figures.csv`: every cell as it is, one row each, UTF-8."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(to_row(figure) for figure in figures)
    return stream.getvalue()
