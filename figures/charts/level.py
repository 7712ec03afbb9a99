"""One measure over the years, for measures that have no chart of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from figures import wording
from figures.charts.draw import drawn, traces
from figures.charts.flags import flags
from figures.charts.labels import Area
from figures.charts.marks import Texts
from figures.charts.panels import (
    BILLION,
    common_currency,
    left_out,
    value_span,
    year_axis,
    year_labels,
    year_marks,
    year_span,
)
from figures.charts.spread import spread
from figures.charts.theme import Drawing, View, heading, layout, value_axis
from figures.records import Figure

_HEIGHT = 320
_DOMAIN = (0.0, 0.9)
_MARGINS = 38


def level_chart(figures: Sequence[Figure], view: View, texts: Texts) -> Drawing:
    """Figures of one measure in their most frequent unit, over the years."""
    units = Counter("money" if wording.is_currency(figure.unit) else figure.unit for figure in figures)
    unit = units.most_common(1)[0][0] if units else ""
    currency = common_currency(figures, view) if unit == "money" else ""
    chosen = [f for f in figures if wording.amounts(f, view.currency)[3] == (currency or unit)]
    scale = BILLION if currency else 1.0
    marks = year_marks(chosen, view, scale=scale)
    span, values = year_span(marks), value_span(marks)
    area = Area(
        span, values, view.width, (_DOMAIN[1] - _DOMAIN[0]) * (_HEIGHT - _MARGINS), 10 if view.narrow else 118
    )
    marks = spread(marks, area)
    title = f"Billion {wording.currency_name(currency, view.language)}" if currency else _title(unit)
    axes: dict[str, Any] = {
        "xaxis": year_axis(view, span),
        "yaxis": value_axis(view, values, _DOMAIN, suffix="%" if unit.startswith("%") else ""),
    }
    annotations = [heading(view, title, _DOMAIN[1]), *year_labels(marks, area, view)]
    shown = drawn(marks)
    return Drawing(
        spec={
            "data": [*traces(marks, texts, view), *flags(marks, area, view)],
            "layout": layout(view, axes, annotations),
        },
        height=_HEIGHT,
        drawn=shown,
        notes=left_out(figures, shown, view),
        summary=f"{len(shown)} figures by year.",
    )


def _title(unit: str) -> str:
    """The unit of an axis as a title: "allies" as "Number of allies"."""
    if unit.startswith("%"):
        return "%"
    return f"Index, {unit}" if "=" in unit else f"Number of {unit}"
