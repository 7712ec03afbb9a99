"""Moves marks apart that would cover one another, so that each can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
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
            square = int(across // _APART), int(up // _APART)
            if _free(across, up, kept.get(square, ())):
                break
        # Known in all neighbouring squares, so that whoever looks has to look into one only.
        for column in (square[0] - 1, square[0], square[0] + 1):
            for row in (square[1] - 1, square[1], square[1] + 1):
                kept.setdefault((column, row), []).append((across, up))
        if side:
            moved[place] = replace(mark, shift=side * step)
    return moved


def _free(across: float, up: float, near: Sequence[tuple[float, float]]) -> bool:
    """Whether no mark of the neighbouring squares, each as wide as the least distance, is too near."""
    return all((across - left) ** 2 + (up - bottom) ** 2 >= _APART**2 for left, bottom in near)


def _rank(mark: Mark) -> tuple[bool, bool, bool]:
    """What keeps its place first: what is stated before what is derived, leads before older statements."""
    return mark.look == "derived", not mark.lead, mark.look != "quoted" and mark.symbol.startswith("diamond")
