"""Figures drawn: each chart is a function from figures and a view to a `Drawing` for Plotly.

`theme` holds colours and the empty layout, `marks` says where and how one figure is drawn, `series`
which figures belong together, `draw` turns marks into traces, `labels` finds room for texts. The
charts themselves are in `spending`, `share`, `aid` and, for any other measure, `level`.
"""

from __future__ import annotations

from figures.charts.aid import aid_chart
from figures.charts.level import level_chart
from figures.charts.marks import hover_text
from figures.charts.share import share_chart
from figures.charts.spending import spending_chart
from figures.charts.theme import CONFIG, Drawing, View

__all__ = [
    "CONFIG",
    "Drawing",
    "View",
    "aid_chart",
    "hover_text",
    "level_chart",
    "share_chart",
    "spending_chart",
]
