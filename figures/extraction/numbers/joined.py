"""Joined numbers: one number or one range with what its neighbours lent it, and the quantity it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from figures.extraction.numbers.items import Item
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.numbers.unit_phrases import Unit

_KINDS = {"money": "money", "percent": "share", "points": "change", "times": "multiple", "fold": "multiple"}
_THOUSAND = 1000


@dataclass(slots=True)
class Joined:
    """One number or one range, after its neighbours have lent what it lacked."""

    first: Item
    last: Item
    rules: list[str]
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def unit(self) -> Unit | None:
        """The unit, or None when there is none so far."""
        return self.last.unit or self.first.unit


def quantities_of(joined: Sequence[Joined]) -> list[Quantity]:
    """The numbers and ranges that have a unit, as quantities."""
    return [quantity for quantity in map(_quantity_of, joined) if quantity is not None]


def _quantity_of(joined: Joined) -> Quantity | None:
    """The quantity of a number or range that has a unit of money, per cent or times; else None."""
    unit = joined.unit
    if unit is None:
        return None
    kind = _KINDS[unit.kind]
    how = "words" if joined.first.numeral.words else "digits"
    rule = "+".join([kind, how, *joined.rules])
    start, end = joined.first.start, joined.last.end
    if joined.low is None or joined.high is None:
        return Quantity(start, end, kind, unit.code, value=joined.first.value, rule=rule)
    ends = (
        Quantity(start, joined.first.end, kind, unit.code, value=joined.low, rule=rule),
        Quantity(joined.last.start, end, kind, unit.code, value=joined.high, rule=rule),
    )
    return Quantity(
        start, end, kind, unit.code, low=joined.low, high=joined.high, bound="between", rule=rule, ends=ends
    )


def takes_scale(item: Item, giver: Item) -> bool:
    """Whether a number may have the scale of another: a small one, or "1.200 … 1.400 millones"."""
    if item.numeral.grouped:
        return giver.numeral.grouped
    return item.numeral.value < _THOUSAND
