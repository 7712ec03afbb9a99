"""Compounds: one number said in two parts, "1 billion 200 million" or "3 dollars and 50 cents"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from figures.extraction.numbers.items import Item

_THOUSAND = 1000
_HUNDRED = 100


def compounds(run: Sequence[Item], connectors: Sequence[str]) -> tuple[list[Item], list[str]]:
    """The chain with "1 billion 200 million euros" put together into one number each."""
    items, between = [run[0]], []
    for item, connector in zip(run[1:], connectors, strict=True):
        compound = _compound(items[-1], item, connector)
        if compound is not None:
            items[-1] = compound
        else:
            items.append(item)
            between.append(connector)
    return items, between


def _compound(left: Item, right: Item, connector: str) -> Item | None:
    """Two neighbours of falling scale as one number, or None."""
    if _is_change_of(left, right) and connector in {"apposition", "and"}:
        numeral = left.numeral._replace(end=right.numeral.end, value=left.numeral.value + right.value)
        return Item(left.start, right.end, numeral, None, left.unit, left.unit_before, left.negative)
    in_words = left.numeral.words and right.numeral.words
    if connector == "apposition" and _is_rest(left, right):
        value = left.numeral.value * _THOUSAND + right.numeral.value
        numeral = left.numeral._replace(end=right.numeral.end, value=value, grouped=True)
        return Item(left.start, right.end, numeral, None, right.unit, left.unit_before, left.negative)
    scale = right.scale or (Decimal(1) if in_words else None)
    if left.scale is None or scale is None:
        return None
    if left.scale == _THOUSAND < scale and connector == "apposition" and right.numeral.value < _THOUSAND:
        # "Cinco mil trescientos millones": the thousands are those of the millions behind.
        if left.unit is not None or right.unit_before:
            return None
        value = left.numeral.value * _THOUSAND + right.numeral.value
        numeral = left.numeral._replace(end=right.numeral.end, value=value, grouped=not in_words)
        return Item(left.start, right.end, numeral, scale, right.unit, left.unit_before, left.negative)
    if scale >= left.scale:
        return None
    if right.numeral.value * scale >= left.scale or right.unit_before:
        return None
    joined_by_and = connector == "and" and left.unit is None and right.unit is not None
    side_by_side = connector == "apposition" or (connector == "comma" and in_words)
    if not (joined_by_and or (side_by_side and (left.unit is None or right.unit is None))):
        return None
    value = left.numeral.value * left.scale / scale + right.numeral.value
    numeral = left.numeral._replace(end=right.numeral.end, value=value)
    unit = right.unit or left.unit
    return Item(left.start, right.end, numeral, scale, unit, left.unit_before, left.negative)


def _is_rest(left: Item, right: Item) -> bool:
    """Whether three digits go on with the thousands before them: "65 mil 900"."""
    if left.scale != _THOUSAND or left.unit is not None or right.scale is not None or right.unit_before:
        return False
    whole = not any(item.numeral.words or item.numeral.decimal for item in (left, right))
    return whole and _HUNDRED <= right.numeral.value < _THOUSAND


def _is_change_of(left: Item, right: Item) -> bool:
    """Whether "3 dollars" is followed by its small change, "50 cents"."""
    if left.unit is None or right.unit is None or left.scale is not None or right.scale is not None:
        return False
    pair = (left.unit.code, right.unit.code)
    return (
        left.unit.factor == 1
        and right.unit.factor < 1
        and right.unit.kind == "money"
        and (pair[0] == pair[1] or pair[1] == "¢")
    )
