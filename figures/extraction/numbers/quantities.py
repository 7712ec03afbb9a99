"""Quantities: number, unit and bound as written, with their place in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(slots=True)
class Quantity:
    """A number with its unit, found in a text; `start` and `end` are code points of that text.

    `value` is empty for a range, which has `low` and `high`. `ends` holds the two numbers of a
    range as quantities of their own, for texts in which they are two levels ("rose from 1 to 2%").
    `relation` is what the text says of it and an earlier quantity of the same text.
    """

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
    ends: tuple[Quantity, Quantity] | None = None
    relation: str = ""
    related: Quantity | None = field(default=None, repr=False)
