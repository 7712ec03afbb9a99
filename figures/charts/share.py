"""Defence spending as a share of GDP, with the targets and their parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from figures import wording
from figures.charts.draw import drawn, traces
from figures.charts.flags import flags
from figures.charts.labels import Area, Label
from figures.charts.marks import Mark, Texts
from figures.charts.panels import left_out, value_span, year_axis, year_labels, year_marks, year_span
from figures.charts.series import vintages
from figures.charts.spread import spread
from figures.charts.theme import Drawing, View, heading, layout, value_axis
from figures.records import Figure

CORE, RELATED = "core_defence_share_gdp", "related_defence_share_gdp"
MEASURES = ("defence_share_gdp", CORE, RELATED)
_HEIGHT = 460
_DOMAIN = (0.0, 0.93)
_MARGINS = 38
_PART_WIDTH = 0.8
_BESIDE = 0.65
_SIDES = (-_PART_WIDTH / 2, 0.0, _PART_WIDTH / 2)


def share_chart(figures: Sequence[Figure], view: View, texts: Texts) -> Drawing:
    """The figures of `MEASURES` over the years; parts of a target stand on one another in its year.

    The targets of the Alliance are drawn as reference lines, which do not react.
    """
    shares = [f for f in figures if f.unit == "% of GDP"]
    stacks = _stacks(shares)
    parts = {part.figure_id for stack in stacks for part in stack}
    marks = year_marks(
        [f for f in shares if f.figure_id not in parts],
        view,
        older={f.figure_id for f in shares} - _leading(shares),
    )
    stacked = [_stack(stack, view) for stack in stacks]
    stacked_marks = [mark for stack in stacked for mark in stack]
    span = year_span([*(_beside(mark, stacked_marks) for mark in marks), *stacked_marks])
    values = value_span([*marks, *stacked_marks])
    area = Area(
        span, values, view.width, (_DOMAIN[1] - _DOMAIN[0]) * (_HEIGHT - _MARGINS), 10 if view.narrow else 118
    )
    marks = spread([_beside(mark, stacked_marks) for mark in marks], area)
    bars = [
        ((mark.x + side, mark.low), (mark.x + side, mark.high)) for mark in stacked_marks for side in _SIDES
    ]
    annotations = [
        heading(view, "Defence spending, % of GDP", _DOMAIN[1]),
        *year_labels(
            marks, area, view, first=[_part_label(mark, view) for mark in stacked_marks], paths=bars
        ),
    ]
    axes: dict[str, Any] = {
        "xaxis": year_axis(view, span),
        "yaxis": value_axis(view, values, _DOMAIN, suffix="%"),
    }
    data = [*(_part(mark, texts, view) for mark in stacked_marks), *traces(marks, texts, view)]
    data += flags([*marks, *stacked_marks], area, view)
    frame = {**layout(view, axes, annotations), "shapes": _targets(marks, span, view)}
    shown = drawn([*marks, *stacked_marks])
    return Drawing(
        spec={"data": data, "layout": frame},
        height=_HEIGHT,
        drawn=shown,
        notes=left_out(figures, shown, view),
        summary=f"Defence spending as a share of GDP by year, with targets: {len(shown)} figures.",
    )


def _beside(mark: Mark, stacked: Sequence[Mark]) -> Mark:
    """An older statement beside the bars of its year, not on them."""
    on_bars = not mark.lead and any(part.x == mark.x for part in stacked)
    return replace(mark, x=mark.x + _BESIDE) if on_bars else mark


def _leading(figures: Sequence[Figure]) -> set[str]:
    return {lead.figure_id for lead, _ in vintages(figures)}


def _stacks(figures: Sequence[Figure]) -> list[list[Figure]]:
    """The leading parts of each total that is here too, core before related."""
    leading = _leading(figures)
    totals = {figure.figure_id for figure in figures}
    stacks: dict[str, list[Figure]] = {}
    for figure in figures:
        for link in figure.links:
            if link.relation == "part_of" and link.target in totals and figure.figure_id in leading:
                stacks.setdefault(link.target, []).append(figure)
    return [sorted(stack, key=lambda part: MEASURES.index(part.measure)) for stack in stacks.values()]


def _stack(parts: Sequence[Figure], view: View) -> list[Mark]:
    """The marks of parts on one another: `low` and `high` are the ends of each."""
    found: list[Mark] = []
    floor = 0.0
    for mark in year_marks(parts, view):
        found.append(replace(mark, y=floor + mark.y, low=floor, high=floor + mark.y))
        floor = found[-1].high
    return found


def _part(mark: Mark, texts: Texts, view: View) -> dict[str, Any]:
    """A part of a target: a bar that reacts, hollow where it is cited."""
    related = mark.figure.measure == RELATED
    return {
        "type": "bar", "name": "part", "x": [mark.x], "y": [mark.high - mark.low], "base": [mark.low],
        "width": _PART_WIDTH, "customdata": [mark.figure.figure_id], "text": [""],
        "hovertext": [texts(mark.figure)], "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "color": mark.colour if mark.look == "quoted" else view.palette.paper,
            "opacity": 0.45 if related else 0.8,
            "line": {"color": view.palette.paper if mark.look == "quoted" else mark.colour, "width": 1.5},
        },
    }  # fmt: skip


def _part_label(mark: Mark, view: View) -> Label:
    """What a part is, beside its bar."""
    core = mark.figure.measure == CORE
    name = ("core" if core else "related") if view.narrow else ("core defence" if core else "defence-related")
    text = f"{wording.short(mark.figure, view.language)} {name}"
    point = (mark.x - _PART_WIDTH / 2, (mark.low + mark.high) / 2)
    return Label(points=(point,), text=text, colour=mark.colour, strong=True)


def _targets(marks: Sequence[Mark], span: tuple[float, float], view: View) -> list[dict[str, Any]]:
    """A faint level line for each quoted target of a group."""
    levels = sorted(
        {mark.y for mark in marks if mark.lead and mark.figure.status == "target" and mark.look == "quoted"}
    )
    return [
        {
            "type": "line", "layer": "below", "xref": "x", "yref": "y", "x0": span[0], "x1": span[1],
            "y0": level, "y1": level, "line": {"color": view.palette.rule, "width": 1, "dash": "dot"},
        }
        for level in levels
    ]  # fmt: skip
