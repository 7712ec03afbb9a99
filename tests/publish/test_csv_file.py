from __future__ import annotations

import csv
import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.publish import csv_chunks, write_csv
from figures.publish.columns import column_types
from figures.publish.csv_file import neutralised
from figures.records import COLUMNS, Figure, from_row
from tests.store.samples import FALL, FIGURES, RANGE

HEADER = (
    "figure_id,source_id,kind,value,low,high,unit,bound,per,base,base_period_start,base_period_end,"
    "period_start,period_end,period_text,measure,programme,actor,recipient,status,speaker,stated_on,"
    "exact,start,end,quote,quote_start,prefix,suffix,context,language,origin,curated_fields,rule,links,"
    "description,title,publisher,published_on,published_on_basis,url,text_sha256,value_usd,low_usd,"
    "high_usd,value_eur,low_eur,high_eur,rate_usd,rate_eur,rate_start,rate_end,rate_source,annual_value,"
    "price_basis,also_stated_at,note\r\n"
)
FALL_ROW = (
    "a00000000005,cited,change,-3.5,,,%,about,,,,,2015-01-01,2015-12-31,,defence_expenditure_change,,"
    "NATO Europe and Canada,,estimated,,,,,,,,,,,,cited,,,,"
    '"\'=Growth of 2015, in real terms",,"NATO, table ""A""",,,"https://tables.example/2015?a=1,2",,,,,,,,'
    ",,,,,,constant:2021,https://b.example/ https://c.example/,\r\n"
)
RANGE_ROW = (
    "a00000000006,release-2025-02-12,money,,1500000000,2000000000,EUR,between,,,,,,,,loan,ERA,Norway,"
    "Ukraine,planned,,,,,,"
    '"Oslo plans loans of between 1.5 and 2 billion euros.\nMore may follow.",,,,,,curated,,,,,,,,,,,,,,'
    ",,,,,,,,,,,\r\n"
)


def text_of(figures: list[Figure], *, bom: bool = False) -> bytes:
    stream = io.BytesIO()
    write_csv(figures, stream, bom)
    return stream.getvalue()


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))


def as_written(cell: str) -> str:
    """What the data dictionary tells a reader to do: one apostrophe away where a formula follows."""
    return cell[1:] if cell[:1] == "'" and neutralised(cell) != cell else cell


def test_the_whole_file() -> None:
    assert text_of([FALL, RANGE]).decode() == HEADER + FALL_ROW + RANGE_ROW


def test_no_figures_still_have_a_header() -> None:
    assert text_of([]).decode() == HEADER


def test_the_byte_order_mark_comes_first_and_once() -> None:
    assert text_of([FALL], bom=True) == b"\xef\xbb\xbf" + text_of([FALL])


CELLS = [
    ("", ""),
    ("nearly 20%", "nearly 20%"),
    ("=1+1", "'=1+1"),
    ("+44 20", "'+44 20"),
    ("-3%", "'-3%"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "'\tx"),
    ("\rx", "'\rx"),
    ("\nx", "'\nx"),
    ("  =1+1", "'  =1+1"),
    ("\u00a0=1+1", "'\u00a0=1+1"),
    ("＝1+1", "'＝1+1"),
    ("'=1+1", "''=1+1"),
    ("'quoted'", "'quoted'"),
    ("1+1=2", "1+1=2"),
    ("– 30 tanks", "– 30 tanks"),
]


@pytest.mark.parametrize(("text", "cell"), CELLS)
def test_formulas_are_neutralised_and_nothing_else(text: str, cell: str) -> None:
    assert neutralised(text) == cell
    assert as_written(cell) == text


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\n ＝a1"), max_size=8) | st.text())
def test_no_cell_begins_a_formula_and_every_text_comes_back(text: str) -> None:
    cell = neutralised(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not cell.startswith(("\t", "\r", "\n"))
    assert as_written(cell) == text


@pytest.mark.parametrize("name", [name for name, kind in column_types().items() if kind == "number"])
def test_negative_numbers_survive(name: str) -> None:
    fields: dict[str, Any] = {name: Decimal("-1.50")}
    row = rows_of(text_of([Figure(**fields)]))[0]
    assert row[name] == "-1.5"


TEXT_COLUMNS = [name for name, kind in column_types().items() if kind == "string" and name != "links"]


@pytest.mark.parametrize("name", TEXT_COLUMNS)
def test_every_text_column_is_neutralised(name: str) -> None:
    several = name in ("curated_fields", "also_stated_at")
    fields: dict[str, Any] = {name: ("=1",) if several else "=1"}
    row = rows_of(text_of([Figure(**fields)]))[0]
    assert row[name] == "'=1"


def test_every_figure_comes_back() -> None:
    rows = rows_of(text_of(list(FIGURES)))
    back = [from_row({name: as_written(cell) for name, cell in row.items()}) for row in rows]
    assert back == list(FIGURES)


printable = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@given(printable, printable)
def test_any_text_comes_back(quote: str, title: str) -> None:
    figure = replace(RANGE, quote=quote, title=title)
    row = rows_of(text_of([figure]))[0]
    assert (as_written(row["quote"]), as_written(row["title"])) == (quote, title)


def test_damaged_text_gives_a_readable_file() -> None:
    row = rows_of(text_of([replace(RANGE, quote="a\ud800b")]))[0]
    assert row["quote"] == "a?b"


def test_pieces_are_bounded_and_join_to_the_file() -> None:
    figures = [replace(RANGE, figure_id=f"{number:012x}") for number in range(1_000)]
    chunks = list(csv_chunks(figures))
    assert b"".join(chunks) == text_of(figures)
    assert max(map(len, chunks)) < 100_000
    assert len(rows_of(b"".join(chunks))) == 1_000
    assert list(rows_of(chunks[0] + chunks[1])[0]) == list(COLUMNS)
