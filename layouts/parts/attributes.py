"""Attributes whose names Python cannot write."""

from __future__ import annotations

from typing import Any


def attributes(**named: Any) -> dict[str, Any]:
    """Keyword arguments for a Dash component, with underscores as hyphens.

    >>> attributes(data_figure="0123456789ab", aria_label="A figure")
    {'data-figure': '0123456789ab', 'aria-label': 'A figure'}
    """
    return {name.replace("_", "-"): value for name, value in named.items()}
