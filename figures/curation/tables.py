"""Tables that people edit: rows of a CSV file with their numbers, and cells turned into fields."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from figures.errors import DataError
from figures.records import COLUMNS, RELATIONS, from_row

_LINKS = f"write relation:figure_id, the relation one of: {', '.join(RELATIONS)}"


class Row(NamedTuple):
    """One row of a table, numbered as in a spreadsheet: the header is row 1."""

    number: int
    cells: dict[str, str]


def read_table(path: Path, columns: Sequence[str], faults: list[DataError]) -> tuple[Row, ...]:
    """The rows of a CSV file with exactly these columns, without surrounding spaces; faults are added to the list."""
    file = f"data/{path.name}"
    header = f"write the first line as: {','.join(columns)}"
    try:
        text = path.read_bytes().decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except FileNotFoundError:
        faults.append(DataError(file, None, "does not exist", header))
        return ()
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        faults.append(
            DataError(file, None, f"is not readable as CSV in UTF-8 ({error})", "mend or restore it")
        )
        return ()
    if not lines or lines[0] != list(columns):
        faults.append(DataError(file, 1, "has other columns than this table", header))
        return ()
    rows = []
    for number, cells in enumerate(lines[1:], start=2):
        if len(cells) == len(columns):
            cleaned = (cell.strip() for cell in cells)
            rows.append(Row(number, dict(zip(columns, cleaned, strict=True))))
        elif cells:
            problem = f"has {len(cells)} cells, not {len(columns)}"
            faults.append(DataError(file, number, problem, "put cells with a comma in double quotes"))
    return tuple(rows)


def parse_field(name: str, text: str) -> Any:
    """The value of a record's field from its cell.

    Raises `DataError` without file and row, which the caller knows.

    >>> parse_field("value", "485e9"), parse_field("period_end", "2024-12-31").year, parse_field("actor", "")
    (Decimal('4.85E+11'), 2024, '')
    >>> parse_field("value", "many")
    Traceback (most recent call last):
    ...
    figures.errors.DataError: : value 'many' is no number; write it in base units, as 485000000000 or 485e9
    """
    if name not in COLUMNS:
        raise DataError(
            "", None, f"{name!r} is no field of a figure", "see the data dictionary for the names"
        )
    problem, remedy = "", ""
    try:
        value = getattr(from_row({name: text}), name)
    except (ValueError, ArithmeticError, TypeError):
        value = None
        if name == "links":
            problem, remedy = "is no list of links", _LINKS
        elif name in ("value", "low", "high"):
            problem, remedy = "is no number", "write it in base units, as 485000000000 or 485e9"
        else:
            problem, remedy = "is no date", "write it as 2024-06-12"
    if problem:
        raise DataError("", None, f"{name} {text!r} {problem}", remedy)
    return value


def placed(error: DataError, path: Path, row: int) -> DataError:
    """The same fault with its file and row."""
    return DataError(f"data/{path.name}", row, error.problem, error.remedy)
