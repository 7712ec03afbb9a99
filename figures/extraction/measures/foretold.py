"""Foretold: what the words beside a number say of its state, whatever is measured."""

from __future__ import annotations

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene

_REACH = 8  # from the noun to the number: "a forecast of "
_NEXT_TO_SOURCE = 8
_ENDS = frozenset({".", ",", ";", ""})


def foretold(scene: Scene, quantity: Quantity) -> str:
    """The status that a word beside a number tells: "an estimated 6.9%", "a growth forecast of 2%"."""
    gap = scene.end
    found = ""
    for mark in scene.tagged("state"):
        if mark.value == "estimated" and 0 <= quantity.start - mark.end <= 1:
            return "estimated"
        if mark.value == "forecast" and 0 < quantity.start - mark.end < min(gap, _REACH):
            apart = scene.separated(mark.end, quantity.start)
            if not apart and not scene.quantity_between(mark.end, quantity.start):
                found, gap = "forecast", quantity.start - mark.end
    if found:
        return found
    behind = (mark for mark in scene.tagged("modal") if 0 < mark.start - quantity.end <= 1)
    for mark in behind:
        if mark.value == "forecast" and scene.text[mark.end : mark.end + 1] in _ENDS:
            return "forecast"  # "growth of 5% is expected."
    return ""


def by_source(scene: Scene) -> str:
    """The status that the source at the beginning of a sentence tells: "According to estimates by NATO"."""
    for source in scene.tagged("break"):
        if source.value == "report" and source.start - scene.start <= 1:
            for mark in scene.tagged("state"):
                if (
                    mark.value in {"estimated", "forecast"}
                    and 0 <= mark.start - source.end <= _NEXT_TO_SOURCE
                ):
                    return mark.value
    return ""
