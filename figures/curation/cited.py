"""Cited figures: the rows of `data/cited.csv`, in our own words, without a sentence of their source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from figures.curation.tables import Row, parse_field, placed, read_table
from figures.errors import DataError
from figures.records import Figure, Link, figure_id

SOURCE_ID = "cited"
CITED_COLUMNS = (
    "cited_id", "measure", "programme", "actor", "recipient", "kind", "value", "low", "high", "unit",
    "bound", "per", "base", "base_period_start", "base_period_end", "period_start", "period_end",
    "period_text", "status", "speaker", "stated_on", "price_basis", "links", "description", "title",
    "publisher", "published_on", "published_on_basis", "url", "also_stated_at", "note",
)  # fmt: skip
_CITED_ID = re.compile(r"[a-z0-9]++(?>(?:[-.][a-z0-9]++)*)")


def cited_figure_id(cited_id: str) -> str:
    """Identity of a cited figure, from the name of its row.

    >>> cited_figure_id("growth-europe-canada-2024") == cited_figure_id("growth-europe-canada-2024")
    True
    """
    return figure_id(SOURCE_ID, cited_id, 0)


def read_cited(path: Path, faults: list[DataError]) -> dict[str, tuple[int, Figure]]:
    """The cited figures with their row numbers, by figure id, in the order of the file; faults are added to the list."""
    rows = read_table(path, CITED_COLUMNS, faults)
    ids = {row.cells["cited_id"]: cited_figure_id(row.cells["cited_id"]) for row in rows}
    found: dict[str, tuple[int, Figure]] = {}
    for row in rows:
        name = row.cells["cited_id"]
        file = f"data/{path.name}"
        if not _CITED_ID.fullmatch(name):
            remedy = "name the row in small letters, digits and hyphens, and never rename it"
            faults.append(DataError(file, row.number, f"cited_id {name!r} is no name", remedy))
        elif ids[name] in found:
            faults.append(
                DataError(file, row.number, f"cited_id {name!r} stands twice", "rename the new row")
            )
        elif (figure := _figure(row, path, ids, faults)) is not None:
            found[ids[name]] = (row.number, figure)
    return found


def _figure(row: Row, path: Path, ids: Mapping[str, str], faults: list[DataError]) -> Figure | None:
    values: dict[str, Any] = {}
    before = len(faults)
    for name, text in row.cells.items():
        if name == "cited_id":
            continue
        try:
            values[name] = parse_field(name, text)
        except DataError as error:
            faults.append(placed(error, path, row.number))
    if len(faults) > before:
        return None
    # A link may name another row of this table, which is easier to keep right than an id.
    values["links"] = tuple(
        Link(link.relation, ids.get(link.target, link.target)) for link in values["links"]
    )
    return Figure(**values, figure_id=ids[row.cells["cited_id"]], source_id=SOURCE_ID, origin="cited")
