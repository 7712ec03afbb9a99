"""Marks as Plotly traces: history below, then lines, spans, bounds, and the leading marks on top.

Only marks react to the pointer; each carries its `figure_id` in `customdata`, as a string.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from figures.charts.marks import Mark, Texts, opening
from figures.charts.series import lines
from figures.charts.theme import View

_SIZES = {"quoted": 12, "cited": 9, "derived": 10}
_OLDER_SIZES = {"quoted": 10, "cited": 7, "derived": 7}
_STEM = 26
ARROW = 32  # pixels from a mark to the tip of its arrow
_SILENT: dict[str, Any] = {"type": "scatter", "hoverinfo": "skip", "showlegend": False}


def traces(marks: Sequence[Mark], texts: Texts, view: View, *, joined: bool = True) -> list[dict[str, Any]]:
    """All traces of a chart's marks; `joined` draws lines through the series of years."""
    leads = [mark for mark in marks if mark.lead]
    older = [mark for mark in marks if not mark.lead]
    found = [_line(run) for run in lines(leads, view.currency)] if joined else []
    found += _by_axis(marks, _spans)
    for decorate in (_halos, _ranges, _arrows):
        found += _by_axis([mark for mark in marks if mark.lead or mark.look == "quoted"], decorate)

    def reacting(name: str, some: Sequence[Mark]) -> list[dict[str, Any]]:
        draw = partial(_marks, name, texts=texts, view=view)
        return _by_axis(some, lambda own: [*_backing(own, view), draw(own)])

    found += reacting("older", older)
    for look in ("cited", "derived", "quoted"):
        found += reacting(look, [mark for mark in leads if mark.look == look])
    return found


def _by_axis(
    marks: Sequence[Mark], draw: Callable[[list[Mark]], list[dict[str, Any]]]
) -> list[dict[str, Any]]:
    """The traces of each panel's marks, on its axis."""
    return [
        {**trace, "yaxis": axis}
        for axis in dict.fromkeys(mark.axis for mark in marks)
        for trace in draw([mark for mark in marks if mark.axis == axis])
    ]


def _marks(name: str, marks: Sequence[Mark], *, texts: Texts, view: View) -> dict[str, Any]:
    """The marks that react: one point each."""
    older = name == "older"
    sizes = [(_OLDER_SIZES if older else _SIZES)[mark.look] for mark in marks]
    hollow = [mark.symbol.endswith("-open") for mark in marks]
    edges = [mark.colour if open_ else view.palette.paper for mark, open_ in zip(marks, hollow, strict=True)]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [mark.at for mark in marks],
        "y": [mark.y for mark in marks],
        "customdata": [mark.figure.figure_id for mark in marks],
        "text": [texts(mark.figure) for mark in marks],
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
        "marker": {
            "symbol": [mark.symbol for mark in marks],
            "size": sizes,
            "color": [mark.colour for mark in marks],
            "opacity": [0.75 if mark.look == "quoted" else 0.55 for mark in marks] if older else 1,
            "line": {"color": edges, "width": [2 if open_ else 1.5 for open_ in hollow]},
        },
    }


def _backing(marks: Sequence[Mark], view: View) -> list[dict[str, Any]]:
    """Paper under hollow marks, so that no line runs through them."""
    hollow = [mark for mark in marks if mark.symbol.endswith("-open")]
    if not hollow:
        return []
    sizes = [(_SIZES if mark.lead else _OLDER_SIZES)[mark.look] for mark in hollow]
    shapes = [mark.symbol.removesuffix("-open") for mark in hollow]
    return [_points("paper", hollow, symbol=shapes, size=sizes, color=view.palette.paper)]


def _points(name: str, marks: Sequence[Mark], **marker: Any) -> dict[str, Any]:
    """Points that do not react."""
    return {
        **_SILENT, "mode": "markers", "name": name, "cliponaxis": False,
        "x": [mark.at for mark in marks], "y": [mark.y for mark in marks], "marker": marker,
    }  # fmt: skip


def _line(run: Sequence[Mark]) -> dict[str, Any]:
    """A line through neighbouring years of one series."""
    return {
        **_SILENT, "mode": "lines", "name": "line", "yaxis": run[0].axis,
        "x": [mark.x for mark in run], "y": [mark.y for mark in run],
        "line": {"color": run[0].colour, "width": 2.25},
    }  # fmt: skip


def _spans(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """The period of each mark as a level bar, in the colour of its mark, dashed where it is derived."""
    groups: dict[tuple[str, str, bool], list[Mark]] = {}
    for mark in marks:
        if mark.start is not None and mark.end is not None and mark.end > mark.start:
            groups.setdefault((mark.colour, mark.look, mark.lead), []).append(mark)
    return [
        {
            **_SILENT, "mode": "lines", "name": "period", "opacity": 0.75 if lead else 0.3,
            "x": [place for mark in group for place in (mark.start, mark.end, None)],
            "y": [place for mark in group for place in (mark.y, mark.y, None)],
            "line": {
                "color": colour,
                "width": {"quoted": 5, "cited": 1.75, "derived": 1.75}[look],
                "dash": "dot" if look == "derived" else "solid",
            },
        }
        for (colour, look, lead), group in groups.items()
    ]  # fmt: skip


def _halos(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """A soft disc around "about"; around the lower half of "nearly"."""
    about = [mark for mark in marks if mark.figure.bound == "about"]
    nearly = [mark for mark in marks if mark.figure.bound == "nearly"]
    found = []
    if about:
        colours = [mark.colour for mark in about]
        found.append(_points("about", about, symbol="circle", size=26, opacity=0.24, color=colours))
    if nearly:
        colours = [mark.colour for mark in nearly]
        found.append(
            _points(
                "nearly", nearly, symbol="circle", size=22, opacity=0.28, color=colours,
                angle=[180 if _falls(mark) else 0 for mark in nearly], standoff=8,
            )
        )  # fmt: skip
    return found


def _falls(mark: Mark) -> bool:
    return mark.figure.value is not None and mark.figure.value < 0


def _ranges(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """A bar with ends from the lower to the upper amount of "between"."""
    between = [mark for mark in marks if mark.high > mark.low]
    return [
        {
            **_points("between", [mark], symbol="line-ew", size=1, color=mark.colour),
            "error_y": {
                "type": "data", "symmetric": False, "array": [mark.high - mark.y],
                "arrayminus": [mark.y - mark.low], "color": mark.colour, "thickness": 3, "width": 7,
            },
        }
        for mark in between
    ]  # fmt: skip


def _arrows(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """A stem with a head on the open side of a bound."""
    open_ = [mark for mark in marks if opening(mark.figure)]
    if not open_:
        return []
    # Plotly moves a marker against the direction that its angle gives.
    angles = [180 if opening(mark.figure) > 0 else 0 for mark in open_]
    colours = [mark.colour for mark in open_]
    stem = _points(
        "open", open_, symbol="line-ns", size=_STEM, color=colours, angle=angles, standoff=_STEM / 2
    )
    stem["marker"]["line"] = {"color": colours, "width": 2}
    head = _points("open", open_, symbol="triangle-down", size=9, color=colours, angle=angles, standoff=_STEM)
    return [stem, head]


def drawn(marks: Iterable[Mark]) -> tuple[str, ...]:
    """The ids of the figures that have a mark, each once."""
    return tuple(dict.fromkeys(mark.figure.figure_id for mark in marks))
