"""The small mark beside a figure that an open finding is about; choosing it leads to the finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from figures.charts.labels import Area
from figures.charts.marks import Mark
from figures.charts.theme import FONT, View

_ACROSS, _UP = 9.0, 10.0  # pixels from the middle of the mark


def flag_places(marks: Sequence[Mark], area: Area, view: View) -> list[tuple[float, float]]:
    """Where the flags of some marks stand, in the units of the axes, for labels to keep clear of."""
    across = _ACROSS / area.width * (area.xs[1] - area.xs[0])
    up = _UP / area.height * (area.ys[1] - area.ys[0])
    return [(mark.at + across, mark.y + up) for mark in marks if mark.figure.figure_id in view.findings]


def flags(marks: Sequence[Mark], area: Area, view: View) -> list[dict[str, Any]]:
    """The flags of the marks of one panel; `customdata` is the address of the finding."""
    flagged = [mark for mark in marks if mark.figure.figure_id in view.findings]
    return [
        {
            "type": "scatter", "mode": "markers+text", "name": "finding", "yaxis": axis, "cliponaxis": False,
            "x": [x for x, _ in places], "y": [y for _, y in places],
            "text": ["<b>!</b>" for _ in own], "textposition": "middle center",
            "textfont": {"family": FONT, "size": 10, "color": view.palette.paper},
            "customdata": [view.findings[mark.figure.figure_id] for mark in own],
            "hovertemplate": "An open finding: read it<extra></extra>",
            "marker": {"size": 13, "color": view.palette.flag, "line": {"color": view.palette.paper, "width": 1.5}},
        }
        for axis in dict.fromkeys(mark.axis for mark in flagged)
        for own in [_once([mark for mark in flagged if mark.axis == axis])]
        for places in [flag_places(own, area, view)]
    ]  # fmt: skip


def _once(marks: Sequence[Mark]) -> list[Mark]:
    """One mark of each figure: the first, which is not the yearly pace beside it."""
    return list({mark.figure.figure_id: mark for mark in reversed(marks)}.values())
