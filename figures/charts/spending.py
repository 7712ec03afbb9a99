"""Defence spending over the years, and its growth below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from figures import wording
from figures.charts.draw import drawn, traces
from figures.charts.flags import flags
from figures.charts.labels import Area
from figures.charts.marks import Mark, Texts
from figures.charts.panels import (
    BILLION,
    common_currency,
    left_out,
    other_currencies,
    value_span,
    year_axis,
    year_labels,
    year_marks,
    year_span,
)
from figures.charts.spread import spread
from figures.charts.theme import Drawing, View, heading, layout, value_axis
from figures.records import Figure

MEASURES = ("defence_expenditure", "defence_expenditure_change")
_HEIGHT = 560
_LEVELS = (0.46, 0.95)
_GROWTH = (0.0, 0.33)
_MARGINS = 38


def spending_chart(figures: Sequence[Figure], view: View, texts: Texts) -> Drawing:
    """The figures of `MEASURES` as one chart of two panels that share their years.

    Levels of different price bases are never on one line; growth stands on stems from zero.
    """
    currency = common_currency((f for f in figures if f.measure == MEASURES[0]), view)
    money = [f for f in figures if f.measure == MEASURES[0] and f.kind == "money"]
    levels = year_marks(
        [f for f in money if wording.amounts(f, view.currency)[3] == currency], view, scale=BILLION
    )
    growth = year_marks([f for f in figures if f.measure == MEASURES[1] and f.unit == "%"], view, axis="y2")
    marks = [*levels, *growth]
    span = year_span(marks)
    tops, bottoms = value_span(levels), value_span(growth)
    height = _HEIGHT - _MARGINS
    right = 10 if view.narrow else 118
    upper = Area(span, tops, view.width, (_LEVELS[1] - _LEVELS[0]) * height, right)
    lower = Area(span, bottoms, view.width, (_GROWTH[1] - _GROWTH[0]) * height, right)
    stems = [((mark.x, 0.0), (mark.x, mark.y)) for mark in growth if mark.lead]
    levels, growth = spread(levels, upper), spread(growth, lower)
    annotations = [
        heading(view, f"Spending, billion {wording.currency_name(currency, view.language)}", _LEVELS[1]),
        heading(view, "Growth on the period before, %", _GROWTH[1]),
        *year_labels(levels, upper, view),
        *year_labels(growth, lower, view, axis="y2", paths=stems),
    ]
    axes: dict[str, Any] = {
        "xaxis": year_axis(view, span, anchor="y2"),
        "yaxis": value_axis(view, tops, _LEVELS),
        "yaxis2": value_axis(view, bottoms, _GROWTH, suffix="%"),
    }
    data = [*_stems(growth), *traces(levels, texts, view), *traces(growth, texts, view, joined=False)]
    data += [*flags(levels, upper, view), *flags(growth, lower, view)]
    shown = drawn([*levels, *growth])
    notes = other_currencies(money, [currency]) if view.currency == "original" else ()
    missing = [f for f in figures if not (notes and wording.is_currency(f.unit) and f.unit != currency)]
    return Drawing(
        spec={"data": data, "layout": layout(view, axes, annotations)},
        height=_HEIGHT,
        drawn=shown,
        notes=(*notes, *left_out(missing, shown, view)),
        summary=f"Defence spending and its growth by year: {len(shown)} figures.",
    )


def _stems(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """A thin bar from zero to each leading mark, so that a year's growth reads as a length."""
    leads = [mark for mark in marks if mark.lead]
    if not leads:
        return []
    return [
        {
            "type": "bar", "name": "stem", "hoverinfo": "skip", "yaxis": "y2", "width": 0.3,
            "x": [mark.x for mark in leads], "y": [mark.y for mark in leads],
            "marker": {"color": [mark.colour for mark in leads], "opacity": 0.22, "line": {"width": 0}},
        }
    ]  # fmt: skip
