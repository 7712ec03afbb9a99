"""Puts labels beside marks without letting them cover one another or a mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from figures.charts.theme import View

_LETTER = 6.4
_LINE = 16.0
_GAP = 10.0
_MARK = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A text that wants to stand beside a point; a `strong` one is set in bold."""

    x: float
    y: float
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

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )


def placed(
    labels: Iterable[Label], points: Sequence[tuple[float, float]], area: Area, view: View
) -> list[dict[str, Any]]:
    """Annotations for the labels that find room, in their order; the others are left out.

    `points` are the marks of the panel, in the units of its axes.
    """
    taken = [_around(*area.place(x, y)) for x, y in points]
    whole = _Box(-8, -4, area.width + area.right, area.height + 14)
    found: list[dict[str, Any]] = []
    for label in labels:
        across, up = area.place(label.x, label.y)
        own = _around(across, up)
        others = [box for box in taken if box != own]
        for box, anchor in _options(across, up, len(label.text) * _LETTER + 6):
            inside = box.left >= whole.left and box.right <= whole.right
            inside = inside and box.bottom >= whole.bottom and box.top <= whole.top
            if inside and not any(box.meets(other) for other in others):
                taken.append(box)
                found.append(_annotation(label, anchor, view))
                break
    return found


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


def _annotation(label: Label, anchor: dict[str, Any], view: View) -> dict[str, Any]:
    text = f"<b>{label.text}</b>" if label.strong else label.text
    size = 11 if view.narrow else 12
    return {
        "x": label.x, "y": label.y, "xref": "x", "yref": label.axis, "text": text, "showarrow": False,
        "yanchor": "middle", "xanchor": "center", "borderpad": 0,
        "font": {"color": label.colour, "size": size}, **anchor,
    }  # fmt: skip
