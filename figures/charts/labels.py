"""Puts labels beside marks without letting them cover one another or a mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from figures.charts.theme import View

_LETTER = 6.4
_LINE = 16.0
_GAP = 10.0
_MARK = 6.0
_APART = 6.0  # between two labels on one line; widths are estimates, and wide letters take more
_STEP = 9.0
_MOST = 30  # labels of a panel: more would be a carpet
_SPOTS = 6

Point = tuple[float, float]
Path = tuple[Point, Point]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A text that wants to stand beside the first of some points where there is room.

    A `strong` one is set in bold.
    """

    points: tuple[Point, ...]
    text: str
    colour: str
    strong: bool = False
    axis: str = "y"


class Area(NamedTuple):
    """A panel: the ranges of its axes, its size in pixels, and what may be used beside it."""

    xs: tuple[float, float]
    ys: tuple[float, float]
    width: float
    height: float
    right: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point in pixels from the panel's lower left corner."""
        return (
            (x - self.xs[0]) / (self.xs[1] - self.xs[0]) * self.width,
            (y - self.ys[0]) / (self.ys[1] - self.ys[0]) * self.height,
        )


class _Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float

    def holds(self, other: _Box) -> bool:
        return (
            self.left <= other.left
            and self.right >= other.right
            and self.bottom <= other.bottom
            and self.top >= other.top
        )

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )


def placed(
    labels: Iterable[Label], points: Sequence[Point], paths: Iterable[Path], area: Area, view: View
) -> list[dict[str, Any]]:
    """Annotations for the first labels that find room, in their order; the others are left out.

    `points` are the marks of the panel and `paths` its lines, in the units of its axes.
    """
    # Whole pixels, each box once: in a crowd many marks share a place.
    boxes = [_around(*area.place(x, y)) for x, y in points]
    boxes += [box for path in dict.fromkeys(paths) for box in _along(path, area)]
    taken = list(dict.fromkeys(_Box(*map(round, box)) for box in boxes))
    whole = _Box(2, -4, area.width + area.right, area.height + 14)
    found: list[dict[str, Any]] = []
    for label in islice(labels, _MOST):
        for point in label.points[:_SPOTS]:
            if (spot := _spot(label, point, taken, whole, area)) is not None:
                taken.append(spot[0]._replace(left=spot[0].left - _APART, right=spot[0].right + _APART))
                found.append(_annotation(label, point, spot[1], view))
                break
    return found


def _spot(
    label: Label, point: Point, taken: Sequence[_Box], whole: _Box, area: Area
) -> tuple[_Box, dict[str, Any]] | None:
    """Where a label finds room beside a point; None where it does not."""
    across, up = area.place(*point)
    width = len(label.text) * _LETTER + 6
    own = _Box(*map(round, _around(across, up)))
    reach = _Box(across - width - _GAP, up - _LINE - _GAP, across + width + _GAP, up + _LINE + _GAP)
    others = [box for box in taken if box.meets(reach) and not own.holds(box)]
    for box, anchor in _options(across, up, width):
        if whole.holds(box) and not any(box.meets(other) for other in others):
            return box, anchor
    return None


def _along(path: Path, area: Area) -> list[_Box]:
    """Small boxes along a line, close enough that no label lies across it."""
    (left, bottom), (right, top) = area.place(*path[0]), area.place(*path[1])
    steps = max(1, int(max(abs(right - left), abs(top - bottom)) / _STEP))
    places = (
        (left + (right - left) * one / steps, bottom + (top - bottom) * one / steps)
        for one in range(steps + 1)
    )
    return [_Box(x - 1, y - 2, x + 1, y + 2) for x, y in places]


def _around(across: float, up: float) -> _Box:
    return _Box(across - _MARK, up - _MARK, across + _MARK, up + _MARK)


def _options(across: float, up: float, width: float) -> list[tuple[_Box, dict[str, Any]]]:
    """Where a label may stand: right of its point, above, below, left, then aslant."""
    half = _LINE / 2
    right, left, middle = across + _GAP, across - _GAP - width, across - width / 2
    above, below = up + _GAP, up - _GAP - _LINE
    return [
        (_Box(right, up - half, right + width, up + half), {"xanchor": "left", "xshift": _GAP}),
        (_Box(middle, above, middle + width, above + _LINE), {"yanchor": "bottom", "yshift": _GAP}),
        (_Box(middle, below, middle + width, below + _LINE), {"yanchor": "top", "yshift": -_GAP}),
        (_Box(left, up - half, left + width, up + half), {"xanchor": "right", "xshift": -_GAP}),
        (_Box(right, above, right + width, above + _LINE), {"xanchor": "left", "xshift": _GAP, "yanchor": "bottom", "yshift": _GAP}),
        (_Box(right, below, right + width, below + _LINE), {"xanchor": "left", "xshift": _GAP, "yanchor": "top", "yshift": -_GAP}),
        (_Box(left, above, left + width, above + _LINE), {"xanchor": "right", "xshift": -_GAP, "yanchor": "bottom", "yshift": _GAP}),
        (_Box(left, below, left + width, below + _LINE), {"xanchor": "right", "xshift": -_GAP, "yanchor": "top", "yshift": -_GAP}),
    ]  # fmt: skip


def _annotation(label: Label, point: Point, anchor: dict[str, Any], view: View) -> dict[str, Any]:
    text = f"<b>{label.text}</b>" if label.strong else label.text
    size = 11 if view.narrow else 12
    return {
        "x": point[0], "y": point[1], "xref": "x", "yref": label.axis, "text": text, "showarrow": False,
        "yanchor": "middle", "xanchor": "center", "borderpad": 0,
        "font": {"color": label.colour, "size": size}, **anchor,
    }  # fmt: skip
