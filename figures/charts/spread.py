"""Moves marks apart that would cover one another, so that each can be chosen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from figures.charts.labels import Area
from figures.charts.marks import Mark

_APART = 10.0
_STEP = 13.0
_TRIES = 12


def spread(marks: Sequence[Mark], area: Area) -> list[Mark]:
    """The marks in their order, each far enough from every other to be chosen.

    Quoted figures and points of lines keep their place; the others move sideways, by turns to either
    side, since it is the height that states the amount.
    """
    kept: list[tuple[float, float]] = []
    moved: dict[int, Mark] = {}
    step = _STEP / area.width * (area.xs[1] - area.xs[0])
    for place in sorted(
        range(len(marks)), key=lambda one: (not marks[one].lead, marks[one].look != "quoted")
    ):
        mark = marks[place]
        for turn in range(_TRIES):
            side = (turn + 1) // 2 * (1 if turn % 2 else -1)
            across, up = area.place(mark.x + side * step, mark.y)
            if all(math.hypot(across - left, up - bottom) >= _APART for left, bottom in kept):
                break
        kept.append((across, up))
        moved[place] = replace(mark, shift=side * step) if side else mark
    return [moved[place] for place in range(len(marks))]


def _rank(mark: Mark) -> tuple[bool, bool]:
    return not mark.lead, mark.look != "quoted" and mark.symbol.startswith("diamond")
