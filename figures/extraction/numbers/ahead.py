"""Currencies said behind: "dai 20 milioni della Slovenia ai 3 miliardi di euro della Germania"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from figures.extraction.numbers.joined import Joined

_FARTHEST = 90  # from an amount to the currency said behind it
_MILLION = 1_000_000
_SENTENCE_END = re.compile(r"[.!?\n][ \n]")


class _EndsAmount(Protocol):
    def __call__(self, text: str, place: int, *, scaled: bool) -> bool: ...


def lend_ahead(text: str, joined: Sequence[Joined], ends_amount: _EndsAmount) -> bool:
    """Give amounts without a currency that of a later one in their sentence; whether any got one.

    `ends_amount` tells that no noun follows a place, which would be counted.
    """
    giver: Joined | None = None  # the nearest amount of money behind
    lent = False
    for each in reversed(joined):
        item = each.last
        if each.unit is not None:
            if each.unit.kind == "money":
                giver = None if item.unit_before else each
        elif item.scale is None or item.scale < _MILLION or giver is None:
            continue
        elif (giver.last.scale or 0) >= _MILLION and ends_amount(text, item.end, scaled=True):
            gap = text[item.end : giver.first.start]
            if len(gap) <= _FARTHEST and "(" not in gap and _SENTENCE_END.search(gap) is None:
                item.unit, lent = giver.unit, True
                each.rules.append("currency-behind")
    return lent
