"""The data dictionary: every column and every closed word, written from the code and the tables."""

from __future__ import annotations

from collections.abc import Sequence

from figures.publish.columns import VOCABULARY_COLUMNS, column_types
from figures.records import field_docs
from figures.vocabularies import Term, vocabulary

_TYPE_WORDS = {
    "string": "text",
    "number": "decimal number",
    "integer": "whole number",
    "date": "date, YYYY-MM-DD",
}
_INTRODUCTION = """\
# Data dictionary

Written from `figures/records.py` and `data/vocabularies/` by `make docs`; do not edit it here.

The columns of `figures.csv`, `figures.json` and the data package, in their order. Columns may be added
at the end; none is renamed or removed. What a source does not state is empty in CSV and null in JSON.
In JSON, amounts are strings and offsets whole numbers. In the downloaded CSV, a text that a spreadsheet
would run as a formula has an apostrophe in front: take one away to get the text. Offsets count Unicode
code points of the stored text, from 0.
"""


def data_dictionary() -> str:
    """The dictionary as a Markdown page."""
    types = column_types()
    columns = [(f"`{name}`", _TYPE_WORDS[types[name]], doc) for name, doc in field_docs().items()]
    parts = [_INTRODUCTION, "## Columns\n", _table(("column", "holds", "meaning"), columns)]
    for name in VOCABULARY_COLUMNS:
        parts += [f"## Words of `{name}`\n", _words(tuple(vocabulary(name).values()))]
    return "\n".join(parts)


def _words(terms: tuple[Term, ...]) -> str:
    extra = tuple(terms[0].extra)
    rows = [
        (f"`{term.name}`", term.label, term.definition, *(term.extra[name] for name in extra))
        for term in terms
    ]
    return _table(("word", "name", "meaning", *extra), rows)


def _table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [header, ("---",) * len(header), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)
