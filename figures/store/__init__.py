"""The figures behind filters, charts and files: one query grammar, one repository interface."""

from __future__ import annotations

from figures.store.query import CURRENCIES, FILTERS, LANGUAGES, Query, parse_query, query_string
from figures.store.repository import FigureStore, TableStore, open_store

__all__ = [
    "CURRENCIES",
    "FILTERS",
    "LANGUAGES",
    "FigureStore",
    "Query",
    "TableStore",
    "open_store",
    "parse_query",
    "query_string",
]
