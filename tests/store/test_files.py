from __future__ import annotations

from pathlib import Path

import pytest

from figures.curation import figures_table
from figures.errors import DataError, DataErrors
from figures.records import COLUMNS
from figures.store import open_store
from figures.store.files import read_figures
from tests.store.samples import FIGURES

REBUILD = "run `python -m figures build` to write the file again"
HEADER, FIRST, SECOND, *_ = figures_table(FIGURES[:2]).split("\n")
CELLS = FIRST.split(",")


def row(**cells: str) -> str:
    """A row that holds nothing but these cells."""
    return ",".join({"figure_id": "a" * 12, **cells}.get(name, "") for name in COLUMNS)


FAULTS = [
    (b"", "is empty"),
    (b"\n \n", "is empty"),
    (b"\xff\xfe", "is no UTF-8 text at byte 0"),
    (b"<html>", "row 1: column 1 is '<html>', not 'figure_id'"),
    (b"figure_id,source_id\n", "row 1: column 3 is missing, not 'kind'"),
    (f"{HEADER.replace('unit', 'Unit')}\n".encode(), "row 1: column 7 is 'Unit', not 'unit'"),
    (f"{HEADER}\n{FIRST[:40]}\n".encode(), "row 2: has 4 cells, not 57"),
    (f'{HEADER}\n{FIRST}\n"open\n'.encode(), "row 3: is no row of a CSV table (unexpected end of data)"),
    (f"{HEADER}\n{row(value='many')}\n".encode(), "row 2: value 'many' cannot be read"),
    (f"{HEADER}\n{row(value='NaN')}\n".encode(), "row 2: NaN is no amount"),
    (f"{HEADER}\n{row(low='Infinity')}\n".encode(), "row 2: Infinity is no amount"),
    (f"{HEADER}\n{row(period_end='2024-02-30')}\n".encode(), "row 2: period_end '2024-02-30' cannot be read"),
    (f"{HEADER}\n{row(start='x')}\n".encode(), "row 2: start 'x' cannot be read"),
    (f"{HEADER}\n{row(links='part_of')}\n".encode(), "row 2: links 'part_of' cannot be read"),
    (f"{HEADER}\n{row(figure_id='')}\n".encode(), "row 2: figure_id '' is not 12 hexadecimal digits"),
    (f"{HEADER}\n{FIRST}\n{FIRST}\n".encode(), "row 3: figure_id 'a00000000001' stands twice"),
    (f"{HEADER}\n{row(measure='speed')}\n".encode(), "row 2: measure 'speed' is not in its vocabulary"),
    (f"{HEADER}\n{row(bound='maybe')}\n".encode(), "row 2: bound 'maybe' is not in its vocabulary"),
    (f"{HEADER}\n{row(actor='NATO; Nobody')}\n".encode(), "row 2: actor 'Nobody' is not in data/parties.csv"),
]


@pytest.mark.parametrize(("content", "problem"), FAULTS)
def test_a_fault_is_named_with_file_row_and_remedy(tmp_path: Path, content: bytes, problem: str) -> None:
    file = tmp_path / "figures.csv"
    file.write_bytes(content)
    with pytest.raises(DataError) as caught:
        open_store(file)
    place = f"{file}, " if problem.startswith("row") else f"{file}: "
    assert str(caught.value) == f"{place}{problem}; {REBUILD}"


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(
        DataError, match=r"figures\.csv: there is no such file; run `python -m figures build`"
    ):
        open_store(tmp_path / "figures.csv")


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"cannot be read .* check its permissions"):
        read_figures(tmp_path)


def test_several_faults_are_named_at_once_and_only_so_many(tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_text(f"{HEADER}\n{row(value='many')}\n{FIRST}\n{row(kind='x')}\n", encoding="utf-8")
    with pytest.raises(DataErrors) as caught:
        read_figures(file)
    assert [error.row for error in caught.value.errors] == [2, 4]
    file.write_text(f"{HEADER}\n" + f"{row(value='many')}\n" * 100, encoding="utf-8")
    with pytest.raises(DataErrors) as caught:
        read_figures(file)
    assert len(caught.value.errors) == 20


@pytest.mark.parametrize("lead", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_what_was_written_is_read(tmp_path: Path, lead: str, ending: str) -> None:
    file = tmp_path / "figures.csv"
    rows = figures_table(FIGURES[:2]).split("\n")
    file.write_bytes((lead + ending.join(rows)).encode())
    assert read_figures(file) == FIGURES[:2]


def test_later_columns_are_ignored(tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_text(f"{HEADER},added\n{SECOND},x\n", encoding="utf-8")
    assert read_figures(file) == (FIGURES[1],)


def test_a_table_without_rows_holds_no_figures(tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_text(f"{HEADER}\n", encoding="utf-8")
    assert read_figures(file) == ()
