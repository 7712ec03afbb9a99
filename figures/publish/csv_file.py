"""Figures as CSV: UTF-8, one header line, RFC 4180, safe to open in a spreadsheet.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@`` as a formula. Such a cell of
a text column gets an apostrophe in front; so does one that begins with apostrophes and then such a
sign, so that taking one apostrophe away always gives the text back. Numbers and dates stay as they
are: ``-3`` is a number.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

from figures.publish.columns import column_types
from figures.records import COLUMNS, Claim, to_row

BYTE_ORDER_MARK = b"\xef\xbb\xbf"

_ROWS_A_CHUNK = 256
_FORMULA = re.compile(
    r"""'*                          # apostrophes that are text
        (?: \s* [=+\-@＝＋－＠]     # a sign that begins a formula, also in full width
          | [\t\r\n] )              # blanks that a spreadsheet may drop before it looks
    """,
    re.VERBOSE,
)


def neutralised(text: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> neutralised("=1+1"), neutralised("- 30 tanks"), neutralised("'=1+1")
    ("'=1+1", "'- 30 tanks", "''=1+1")
    >>> neutralised("nearly 20%")
    'nearly 20%'
    """
    return f"'{text}" if _FORMULA.match(text) else text


def csv_chunks(figures: Iterable[Claim], *, bom: bool = False) -> Iterator[bytes]:
    """A CSV file in pieces: the header, then some hundred rows at a time.

    `bom` puts a byte order mark in front, by which Excel knows UTF-8.
    """
    texts = [name for name in COLUMNS if column_types()[name] == "string"]
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, COLUMNS)
    writer.writeheader()
    if bom:
        yield BYTE_ORDER_MARK
    rest = iter(figures)
    while chunk := buffer.getvalue():
        # A lone surrogate, which damaged text can hold, has no UTF-8 form.
        yield chunk.encode("utf-8", "replace")
        buffer.seek(0)
        buffer.truncate()
        for figure in islice(rest, _ROWS_A_CHUNK):
            row = to_row(figure)
            for name in texts:
                row[name] = neutralised(row[name])
            writer.writerow(row)


def write_csv(figures: Iterable[Claim], stream: BinaryIO, bom: bool = False) -> None:
    """Write a CSV file to a binary stream."""
    stream.writelines(csv_chunks(figures, bom=bom))
