"""Moves marks apart that would cover one another, so that each can be chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from figures.charts.labels import Area
from figures.charts.marks import Mark

_APART = 10.0
_STEP = 13.0
_TRIES = 9
_MOST = 80  # marks of a panel that are moved; a crowd cannot be told apart by moving it


def spread(marks: Sequence[Mark], area: Area) -> list[Mark]:
    """The marks in their order, each far enough from every other to be chosen.

    Quoted figures and points of lines keep their place; the others move sideways, by turns to either
    side, since it is the height that states the amount.
    """
    kept: dict[tuple[int, int], list[tuple[float, float]]] = {}
    moved = list(marks)
    step = _STEP / area.width * (area.xs[1] - area.xs[0])
    for place in sorted(range(len(marks)), key=lambda one: _rank(marks[one]))[:_MOST]:
        mark = marks[place]
        for turn in range(_TRIES):
            side = (turn + 1) // 2 * (1 if turn % 2 else -1)
            across, up = area.place(mark.x + side * step, mark.y)
            column, row = int(across // _APART), int(up // _APART)
            if _free(across, up, column, row, kept):
                break
        kept.setdefault((column, row), []).append((across, up))
        if side:
            moved[place] = replace(mark, shift=side * step)
    return moved


def _free(
    across: float, up: float, column: int, row: int, kept: Mapping[tuple[int, int], list[tuple[float, float]]]
) -> bool:
    """Whether no mark of the neighbouring squares, each as wide as the least distance, is too near."""
    for near in (column - 1, column, column + 1):
        for level in (row - 1, row, row + 1):
            for left, bottom in kept.get((near, level), ()):
                if (across - left) ** 2 + (up - bottom) ** 2 < _APART**2:
                    return False
    return True


def _rank(mark: Mark) -> tuple[bool, bool, bool]:
    """What keeps its place first: what is stated before what is derived, leads before older statements."""
    return mark.look == "derived", not mark.lead, mark.look != "quoted" and mark.symbol.startswith("diamond")
