"""The ids of the components that callbacks know."""

from __future__ import annotations

from typing import Any

URL = "url"
SHELL = "shell"
PAGE = "page"
PANEL = "panel"
NOTICE = "notice"
QUERY = "query"
DISPLAY = "display"
FILTERS = "filters"
FILTERS_TITLE = "filters-title"
MORE_FILTERS = "more-filters"
NAV_TRENDS = "nav-trends"
NAV_TABLE = "nav-table"
NAV_CHECKS = "nav-checks"
DOWNLOADS = "downloads"
TABLE = "table"
TABLE_STATE = "table-state"
MORE = "more"
CHECKS = "checks"

_FILTER = "filter-"


def filter_id(name: str) -> str:
    """The id of the control of one query field."""
    return _FILTER + name


def filter_name(component_id: str) -> str:
    """The query field of a filter control; empty for any other component.

    >>> filter_name(filter_id("actor")), filter_name("url")
    ('actor', '')
    """
    return component_id.removeprefix(_FILTER) if component_id.startswith(_FILTER) else ""


def chart(name: str) -> dict[str, Any]:
    """The id of a chart."""
    return {"type": "chart", "name": name}


def section(name: str) -> str:
    """The id of the section around a chart."""
    return f"section-{name}"


def seen(name: str) -> str:
    """The id of the store that holds the display once a chart, or `MORE`, is near the window."""
    return f"seen-{name}"


def sort(column: str) -> dict[str, Any]:
    """The id of the button that sorts the table by a column."""
    return {"type": "sort", "column": column}


def turn(page: int) -> dict[str, Any]:
    """The id of the button that turns to a page of the table."""
    return {"type": "turn", "to": page}
