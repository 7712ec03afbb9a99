"""Hand edits: the rows of `data/curated.csv`, laid over what extraction reads.

A row names a figure by its source, its sentence and the words of the figure in it; these are the
parts of `figure_id`, so that an edit stays with its figure however extraction changes, and is
reported when the figure is gone. `field` is a field of the figure, or the word ``figure`` with the
value ``confirmed``, ``removed`` or ``added`` (extraction missed it).
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from figures.curation.tables import Row, parse_field, placed, read_table
from figures.errors import DataError
from figures.records import CONTEXT_WINDOW, Claim, Figure, figure_id
from figures.sources import Source

CURATED_COLUMNS = ("source_id", "quote", "exact", "occurrence", "ordinal", "field", "value", "reason")
DECISIONS = ("confirmed", "removed", "added")
_WHOLE = "figure"
# Where a figure stands is what an edit is keyed by; it cannot be edited.
_PLACE = {"exact", "start", "end", "quote", "quote_start", "prefix", "suffix", "language", "rule"}
EDITABLE = (*(field.name for field in dataclasses.fields(Claim) if field.name not in _PLACE), "note")


_ORDINAL = re.compile(r"([1-9][0-9]?)/([1-9][0-9]?)")


class Place(NamedTuple):
    """The figure that an edit is about: its id, where its words begin in the quote, and of how many there."""

    figure_id: str
    offset: int
    of: int


@dataclasses.dataclass(slots=True)
class Edit:
    """All that the table says of one figure; `rows` are the numbers of its fields' rows."""

    place: Place
    source: Source
    quote: str
    exact: str
    row: int
    decision: str = ""
    values: dict[str, Any] = dataclasses.field(default_factory=dict)
    rows: dict[str, int] = dataclasses.field(default_factory=dict)


def read_edits(path: Path, sources: Iterable[Source], faults: list[DataError]) -> dict[str, Edit]:
    """The edits by figure id; faults are added to the list."""
    by_id = {source.source_id: source for source in sources}
    edits: dict[str, Edit] = {}
    for row in read_table(path, CURATED_COLUMNS, faults):
        try:
            _add(row, by_id, edits)
        except DataError as error:
            faults.append(placed(error, path, row.number))
    for edit in edits.values():
        if edit.decision in ("confirmed", "removed") and edit.values:
            problem = f"the figure is {edit.decision} and has edited fields"
            faults.append(DataError(f"data/{path.name}", edit.row, problem, "keep the one or the other"))
    return edits


def _add(row: Row, sources: Mapping[str, Source], edits: dict[str, Edit]) -> None:
    """Lay one row into the edits; raises `DataError` without its place."""
    cells = row.cells
    source = sources.get(cells["source_id"])
    if source is None:
        known = ", ".join(sorted(sources)) or "none yet"
        raise _fault(f"source {cells['source_id']!r} is unknown", f"use one of: {known}")
    if not cells["quote"] or cells["quote"] not in source.text:
        problem = "the quote is not in its source"
        raise _fault(problem, f"copy the sentence from data/sources/{source.source_id}.txt")
    place = _place(cells)
    edit = edits.setdefault(place.figure_id, Edit(place, source, cells["quote"], cells["exact"], row.number))
    field, value = cells["field"], cells["value"]
    if not cells["reason"]:
        raise _fault("the reason is missing", "say in a few words what the edit rests on")
    if field in edit.rows:
        raise _fault(f"{field} is set twice, also in row {edit.rows[field]}", "delete one of the rows")
    edit.rows[field] = row.number
    if field == _WHOLE:
        if value not in DECISIONS:
            raise _fault(f"a figure cannot be {value!r}", f"use one of: {', '.join(DECISIONS)}")
        edit.decision = value
    elif field in EDITABLE:
        edit.values[field] = parse_field(field, value)
    else:
        raise _fault(f"{field!r} cannot be edited", f"use one of: {_WHOLE}, {', '.join(EDITABLE)}")


def _place(cells: Mapping[str, str]) -> Place:
    """Which figure of the quote a row means."""
    quote, exact = cells["quote"], cells["exact"]
    # As whole words: the 5% of a row is never the end of 3.5%.
    whole = rf"(?<![\w.,]){re.escape(exact)}(?!\w)"
    offsets = [match.start() for match in re.finditer(whole, quote)] if exact else []
    if not offsets:
        raise _fault(f"{exact!r} is not in the quote", "copy the words of the figure from it")
    text = cells["occurrence"]
    if text and not (text.isascii() and text.isdecimal() and int(text) > 0):
        raise _fault(f"occurrence {text!r} is no number", "count from 1, or leave it empty")
    occurrence = int(text or 0)
    if occurrence > len(offsets) or (len(offsets) > 1 and not occurrence):
        problem = f"{exact!r} stands {len(offsets)} times in the quote"
        raise _fault(problem, "say in occurrence which of them, counted from 1")
    ordinal = _ORDINAL.fullmatch(cells["ordinal"] or "1/1")
    if ordinal is None or int(ordinal[1]) > int(ordinal[2]):
        remedy = "write which of how many, as 2/3, or leave it empty"
        raise _fault(f"ordinal {cells['ordinal']!r} is none", remedy)
    offset = offsets[max(occurrence, 1) - 1]
    identity = figure_id(cells["source_id"], quote, offset, int(ordinal[1]) - 1)
    return Place(identity, offset, int(ordinal[2]))


def apply_edits(
    figures: Iterable[Figure], edits: Mapping[str, Edit], path: Path, faults: list[DataError]
) -> list[Figure]:
    """The figures of all sources with their edits; edits whose figure is gone are added to the faults."""
    figures = tuple(figures)
    there = Counter(_where(figure) for figure in figures)
    found: list[Figure] = []
    removed: set[str] = set()
    done: set[str] = set()
    for figure in figures:
        edit = edits.get(figure.figure_id)
        if edit is None:
            found.append(figure)
            continue
        done.add(figure.figure_id)
        if edit.decision == "added":
            problem = f"extraction reads {edit.exact!r} by now"
            faults.append(DataError(f"data/{path.name}", edit.row, problem, "delete the row that adds it"))
        elif (read := there[_where(figure)]) != edit.place.of:
            # Which of them is meant is no longer sure: an edit for Spain must not end at Italy.
            problem = f"{edit.exact!r} is read {read} times at this place, not {edit.place.of}"
            remedy = "see which figure is meant and write which of how many into ordinal, as 2/3"
            faults.append(DataError(f"data/{path.name}", edit.row, problem, remedy))
        elif edit.decision == "removed":
            removed.add(figure.figure_id)
        else:
            found.append(_edited(figure, edit))
    for identity, edit in edits.items():
        if identity in done:
            continue
        if edit.decision == "added":
            found.append(_added(edit))
        else:
            problem = f"no figure {edit.exact!r} is read from this sentence any more"
            remedy = "correct the row, add the figure by hand or delete the row"
            faults.append(DataError(f"data/{path.name}", edit.row, problem, remedy))
    return [_without(figure, removed) for figure in found]


def _where(figure: Figure) -> tuple[str, str, int]:
    """The place that figures share when one amount is stated for several actors."""
    return figure.source_id, figure.quote, (figure.start or 0) - (figure.quote_start or 0)


def _edited(figure: Figure, edit: Edit) -> Figure:
    """A figure with its edits; one that says what extraction reads anyhow confirms it."""
    changed = {name: value for name, value in edit.values.items() if getattr(figure, name) != value}
    if not changed:
        return dataclasses.replace(figure, origin="confirmed")
    return dataclasses.replace(figure, **changed, origin="corrected", curated_fields=tuple(changed))


def _added(edit: Edit) -> Figure:
    """A figure that extraction missed, from its sentence and the fields given by hand."""
    source = edit.source
    quote_start = source.text.index(edit.quote)
    start = quote_start + edit.place.offset
    end = start + len(edit.exact)
    return Figure(
        **edit.values,
        figure_id=edit.place.figure_id,
        source_id=source.source_id,
        exact=edit.exact,
        start=start,
        end=end,
        quote=edit.quote,
        quote_start=quote_start,
        prefix=source.text[max(start - CONTEXT_WINDOW, 0) : start],
        suffix=source.text[end : end + CONTEXT_WINDOW],
        language=source.language,
        origin="curated",
        curated_fields=tuple(edit.values),
        title=source.title,
        publisher=source.publisher,
        published_on=source.published_on,
        published_on_basis=source.published_on_basis,
        url=source.url,
        text_sha256=source.text_sha256,
    )


def _without(figure: Figure, removed: set[str]) -> Figure:
    """A figure without the links that extraction drew to figures removed by hand."""
    if "links" in figure.curated_fields or not any(link.target in removed for link in figure.links):
        return figure
    links = tuple(link for link in figure.links if link.target not in removed)
    return dataclasses.replace(figure, links=links)


def _fault(problem: str, remedy: str) -> DataError:
    return DataError("", None, problem, remedy)
