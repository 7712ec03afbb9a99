"""The closed vocabularies of `data/` as read-only tables.

One file holds one vocabulary: the first column is the word that stands in a figure, `label` its
name on the screen, `definition` one sentence; any further column goes into `extra`. To add a word
is to add a row; no code knows the words.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from figures.errors import DataError, DataErrors

_FILES = {
    "kind": "vocabularies/kinds.csv",
    "bound": "vocabularies/bounds.csv",
    "measure": "vocabularies/measures.csv",
    "status": "vocabularies/statuses.csv",
    "origin": "vocabularies/origins.csv",
    "programme": "vocabularies/programmes.csv",
    "party": "parties.csv",
}
VOCABULARIES = tuple(_FILES)


class Term(NamedTuple):
    """One word of a vocabulary."""

    name: str
    label: str
    definition: str
    extra: Mapping[str, str]


@cache
def data_folder() -> Path:
    """The folder that holds what people edit without programming."""
    return Path(__file__).resolve().parent.parent / "data"


def vocabulary(name: str, folder: Path | None = None) -> Mapping[str, Term]:
    """The terms of a vocabulary by their word, in the order of its file.

    Raises `KeyError` for a name not in `VOCABULARIES`, `DataErrors` for a file with faults.

    >>> vocabulary("bound")["at_least"].label
    'at least'
    >>> vocabulary("measure")["military_aid"].extra["behaviour"]
    'flow'
    >>> vocabulary("party")["Ukraine"].extra
    mappingproxy({'kind': 'country', 'code': 'UA'})
    >>> "generous" in vocabulary("status")
    False
    """
    return _read(name, folder or data_folder())


@cache
def _read(name: str, folder: Path) -> Mapping[str, Term]:
    file = f"data/{_FILES[name]}"
    try:
        with (folder / _FILES[name]).open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream, strict=True)
            rows = list(reader)
            header = reader.fieldnames or []
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataErrors(
            [DataError(file, None, f"cannot be read ({error})", "restore it from the repository")]
        ) from error
    if missing := [column for column in (name, "label", "definition") if column not in header]:
        problem = f"column {missing[0]!r} is missing"
        raise DataErrors([DataError(file, 1, problem, "add it to the first line")])
    terms: dict[str, Term] = {}
    faults: list[DataError] = []
    for number, row in enumerate(rows, start=2):
        word = row[name]
        if not word or word != word.strip() or None in row or None in row.values():
            problem = f"row of {name} {word!r} has an empty word, stray spaces or a wrong number of cells"
            faults.append(DataError(file, number, problem, "compare it with the row above"))
        elif word in terms:
            faults.append(DataError(file, number, f"{name} {word!r} stands twice", "delete one of the rows"))
        else:
            extra = {key: row[key] for key in header if key not in (name, "label", "definition")}
            terms[word] = Term(word, row["label"], row["definition"], MappingProxyType(extra))
    if faults:
        raise DataErrors(faults)
    return MappingProxyType(terms)
