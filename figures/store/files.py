"""Reads a built table of figures and says of every fault where it stands."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from figures.errors import DataError, DataErrors
from figures.records import COLUMNS, Figure, from_row
from figures.vocabularies import vocabulary

_REBUILD = "run `python -m figures build` to write the file again"
_REPORTED = 20
_FIGURE_ID = re.compile(r"[0-9a-f]{12}")
_WORDS = ("kind", "bound", "measure", "programme", "status", "origin")
_PARTIES = ("actor", "recipient")
_UNREADABLE = (ValueError, ArithmeticError, TypeError)


def read_figures(path: Path) -> tuple[Figure, ...]:
    """The figures of a CSV file that begins with the columns of `COLUMNS`; later columns are ignored.

    Rows are counted as in a spreadsheet, the header being row 1. Raises `DataError` when the file
    is no such table or one row is wrong, `DataErrors` when several are, of which it names 20.

    >>> read_figures(Path("nowhere.csv"))
    Traceback (most recent call last):
        ...
    figures.errors.DataError: nowhere.csv: there is no such file; run `python -m figures build` to write the file again
    """
    file = str(path)
    figures: dict[str, Figure] = {}
    faults: list[DataError] = []
    for number, cells in _rows(file, _text(path)):
        try:
            figure = _figure(cells, figures)
        except _UNREADABLE as error:
            faults.append(DataError(file, number, str(error), _REBUILD))
            if len(faults) == _REPORTED:
                break
        else:
            figures[figure.figure_id] = figure
    if faults:
        raise faults[0] if len(faults) == 1 else DataErrors(faults)
    return tuple(figures.values())


def _text(path: Path) -> str:
    file = str(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise DataError(file, None, "there is no such file", _REBUILD) from error
    except OSError as error:
        raise DataError(file, None, f"cannot be read ({error.strerror})", "check its permissions") from error
    except UnicodeDecodeError as error:
        raise DataError(file, None, f"is no UTF-8 text at byte {error.start}", _REBUILD) from error
    if not text.strip():
        raise DataError(file, None, "is empty", _REBUILD)
    return text


def _rows(file: str, text: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Number and cells of each row below the header."""
    rows = enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), start=1)
    number = 0
    try:
        for number, cells in rows:
            if number == 1:
                _check_header(file, cells)
            else:
                yield number, cells
    except csv.Error as error:
        raise DataError(file, number + 1, f"is no row of a CSV table ({error})", _REBUILD) from error


def _check_header(file: str, header: Sequence[str]) -> None:
    for place, wanted in enumerate(COLUMNS):
        found = repr(header[place]) if place < len(header) else "missing"
        if found != repr(wanted):
            raise DataError(file, 1, f"column {place + 1} is {found}, not {wanted!r}", _REBUILD)


def _figure(cells: Sequence[str], earlier: Collection[str]) -> Figure:
    """The figure of a row; raises `ValueError` that says what is wrong with it."""
    if len(cells) < len(COLUMNS):
        raise ValueError(f"has {len(cells)} cells, not {len(COLUMNS)}")
    row = dict(zip(COLUMNS, cells, strict=False))
    try:
        figure = from_row(row)
    except _UNREADABLE as error:
        raise ValueError(_unreadable_cell(row)) from error
    if not _FIGURE_ID.fullmatch(figure.figure_id):
        raise ValueError(f"figure_id {figure.figure_id!r} is not 12 hexadecimal digits")
    if figure.figure_id in earlier:
        raise ValueError(f"figure_id {figure.figure_id!r} stands twice")
    for amount in (figure.value, figure.low, figure.high):
        if amount is not None and not amount.is_finite():
            raise ValueError(f"{amount} is no amount")
    for name in _WORDS:
        if (word := getattr(figure, name)) and word not in vocabulary(name):
            raise ValueError(f"{name} {word!r} is not in its vocabulary")
    for name in _PARTIES:
        for party in filter(None, getattr(figure, name).split("; ")):
            if party not in vocabulary("party"):
                raise ValueError(f"{name} {party!r} is not in data/parties.csv")
    return figure


def _unreadable_cell(row: dict[str, str]) -> str:
    """Which cell of a row cannot be read."""
    for name, text in row.items():
        try:
            from_row({name: text})
        except _UNREADABLE:
            return f"{name} {text!r} cannot be read"
    return "cannot be read"
