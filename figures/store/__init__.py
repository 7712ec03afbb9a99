"""The figures behind filters, charts and files: one query grammar, one repository interface."""

from __future__ import annotations

from figures.store.query import FILTERS, LANGUAGES, Query, currencies, parse_query, query_string
from figures.store.repository import FigureStore, TableStore, open_store

__all__ = [
    "FILTERS",
    "LANGUAGES",
    "FigureStore",
    "Query",
    "TableStore",
    "currencies",
    "open_store",
    "parse_query",
    "query_string",
]
