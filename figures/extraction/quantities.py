"""Quantities: number, unit and bound as written, with their place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(slots=True)
class Quantity:
    """A number with its unit, found in a text; `start` and `end` are code points of that text."""

    start: int
    end: int
    kind: str
    unit: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    bound: str = "exact"
    base: str = ""
    rule: str = ""
