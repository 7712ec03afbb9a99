"""Labels stand where there is room, and never so close on a line that two read as one."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from figures.charts.labels import Area, Label, placed
from figures.charts.theme import View

AREA = Area(xs=(0, 320), ys=(0, 120), width=320, height=120, right=0)
LETTER, LINE = 6.4, 16  # pixels of a small letter and of a line of text
APART = 6  # whatever the estimate of a width adds besides
PLACES = st.tuples(st.integers(0, 320), st.integers(0, 120))


def sides(one: dict[str, Any]) -> tuple[float, float, float, float]:
    """Left, right, lower and upper end of the text of an annotation, in pixels."""
    width = len(one["text"].removeprefix("<b>").removesuffix("</b>")) * LETTER
    across, up = one["x"] + one.get("xshift", 0), one["y"] + one.get("yshift", 0)
    left = across - {"left": 0.0, "right": width}.get(one.get("xanchor", ""), width / 2)
    low = up - {"bottom": 0, "top": LINE}.get(one.get("yanchor", ""), LINE / 2)
    return left, left + width, low, low + LINE


@example([(127, 14), (39, 46), (58, 50)])
@example([(208, 4), (270, 120), (225, 23), (202, 19)])
@given(st.lists(PLACES, min_size=2, max_size=7, unique=True))
def test_labels_on_one_line_stand_apart(places: list[tuple[int, int]]) -> None:
    labels = [
        Label(points=(place,), text="United Kingdom"[: 5 + place[0] % 9], colour="k") for place in places
    ]
    found = [sides(one) for one in placed(labels, places, [], AREA, View())]
    for one, other in combinations(found, 2):
        if one[2] < other[3] - 1 and other[2] < one[3] - 1:
            assert max(one[0], other[0]) - min(one[1], other[1]) >= APART - 0.5
