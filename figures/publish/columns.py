"""What each column of a file holds: its type, its words, its meaning."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from figures.records import COLUMNS, Figure
from figures.vocabularies import vocabulary

VOCABULARY_COLUMNS = ("kind", "bound", "measure", "programme", "status", "origin")
_TYPES = {Decimal | None: "number", date | None: "date", int | None: "integer"}


@cache
def column_types() -> Mapping[str, str]:
    """The type of every column, named as in a table schema: string, number, integer or date.

    >>> types = column_types()
    >>> types["value"], types["start"], types["published_on"], types["links"]
    ('number', 'integer', 'date', 'string')
    """
    hints = typing.get_type_hints(Figure)
    return MappingProxyType({name: _TYPES.get(hints[name], "string") for name in COLUMNS})


def allowed_words(column: str) -> tuple[str, ...]:
    """The words that a column can hold; empty where it is not closed.

    >>> allowed_words("origin")
    ('extracted', 'confirmed', 'corrected', 'curated', 'cited', 'derived')
    >>> allowed_words("quote")
    ()
    """
    return tuple(vocabulary(column)) if column in VOCABULARY_COLUMNS else ()
