"""What belongs together: restatements, lines, their breaks; what finds room."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.charts.labels import Area, Label, placed
from figures.charts.marks import Mark
from figures.charts.panels import year_marks
from figures.charts.series import lines, vintages
from figures.charts.spread import spread
from figures.charts.theme import View
from figures.records import Figure

VIEW = View()


def share(year: int, value: str = "1.5", **fields: Any) -> Figure:
    known: dict[str, Any] = {
        "figure_id": f"{year}{value}{fields}", "kind": "share", "unit": "% of GDP", "value": D(value),
        "measure": "defence_share_gdp", "actor": "NATO Europe", "origin": "cited", "status": "estimated",
        "period_start": date(year, 1, 1), "period_end": date(year, 12, 31),
    }  # fmt: skip
    return Figure(**known | fields)


def years_of_lines(*figures: Figure) -> list[list[float]]:
    return [[mark.x for mark in run] for run in lines(year_marks(figures, VIEW), VIEW.currency)]


LINES: list[tuple[str, list[Figure], list[list[float]]]] = [
    ("neighbouring years", [share(2017), share(2018), share(2019)], [[2017, 2018, 2019]]),
    ("in any order", [share(2019), share(2017), share(2018)], [[2017, 2018, 2019]]),
    ("a missing year breaks it", [share(2017), share(2018), share(2022), share(2023)], [[2017, 2018], [2022, 2023]]),
    ("one point is no line", [share(2017), share(2022)], []),
    ("actors apart", [share(2017), share(2018, actor="Canada")], []),
    ("price bases apart", [share(2017), share(2018, price_basis="constant:2021")], []),
    ("units apart", [share(2017), share(2018, unit="%")], []),
    ("no line to a target", [share(2017), share(2018, status="target")], []),
    ("no line to a pledge", [share(2017), share(2018, status="pledged")], []),
    ("a forecast goes on", [share(2017), share(2018, status="forecast")], [[2017, 2018]]),
    ("older statements stay off", [share(2017), share(2018), share(2018, "1.6", stated_on=date(2020, 1, 1))], [[2017, 2018]]),
]  # fmt: skip


@pytest.mark.parametrize(("figures", "years"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_lines(figures: list[Figure], years: list[list[float]]) -> None:
    assert years_of_lines(*figures) == years


VINTAGES: list[tuple[str, list[Figure], list[tuple[str, int]]]] = [
    ("the newest leads", [share(2023, "8.3", stated_on=date(2023, 7, 7)), share(2023, "11", stated_on=date(2024, 2, 14))], [("11", 1)]),
    ("the day of publication counts where no other is known",
     [share(2023, "1", stated_on=date(2023, 7, 7)), share(2023, "2", published_on=date(2024, 2, 14))], [("2", 1)]),
    ("an undated one never leads", [share(2023, "1"), share(2023, "2", stated_on=date(2001, 1, 1))], [("2", 1)]),
    ("years apart", [share(2022), share(2023)], [("1.5", 0), ("1.5", 0)]),
    ("a target restates no level", [share(2025, "2", status="target"), share(2025, "2.3")], [("2", 0), ("2.3", 0)]),
    ("recipients apart", [share(2025, recipient="Ukraine"), share(2025)], [("1.5", 0), ("1.5", 0)]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("figures", "expected"), [row[1:] for row in VINTAGES], ids=[row[0] for row in VINTAGES]
)
def test_vintages(figures: list[Figure], expected: list[tuple[str, int]]) -> None:
    assert [(str(lead.value), len(older)) for lead, older in vintages(figures)] == expected


AREA = Area((2014.0, 2026.0), (0.0, 5.0), 600.0, 400.0, 100.0)
POINTS = st.lists(st.tuples(st.integers(2014, 2026), st.integers(0, 50)), min_size=1, max_size=40)


@given(POINTS)
def test_labels_never_meet(points: list[tuple[int, int]]) -> None:
    spots = [(float(x), y / 10) for x, y in points]
    labels = [Label(points=(spot,), text="NATO Allies", colour="#000") for spot in spots]
    found = placed(labels, spots, [], AREA, VIEW)
    boxes = [_box(annotation) for annotation in found]
    for number, one in enumerate(boxes):
        for two in boxes[number + 1 :]:
            assert one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]


def _box(annotation: dict[str, Any]) -> tuple[float, float, float, float]:
    """The corners of an annotation in pixels, from its anchors, eleven letters wide."""
    across, up = AREA.place(annotation["x"], annotation["y"])
    across, up = across + annotation.get("xshift", 0), up + annotation.get("yshift", 0)
    width, height = 11 * 6.4 + 6, 16
    left = {"left": across, "center": across - width / 2, "right": across - width}[annotation["xanchor"]]
    bottom = {"bottom": up, "middle": up - height / 2, "top": up - height}[annotation["yanchor"]]
    return left, bottom, left + width, bottom + height


@given(st.integers(1, 9))
def test_marks_at_one_place_are_moved_apart(count: int) -> None:
    mark = Mark(
        figure=Figure(), x=2024.0, y=1.0, low=1.0, high=1.0, colour="#000", look="quoted", symbol="circle"
    )
    moved = spread([mark] * count, AREA)
    places = sorted(AREA.place(one.at, one.y)[0] for one in moved)
    assert all(right - left >= 10 for left, right in pairwise(places))
    assert moved[0].shift == 0
