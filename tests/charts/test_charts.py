"""The charts as Plotly reads them: valid, complete, every mark with its figure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal as D
from typing import Any

import plotly.graph_objects as go
import pytest

from figures.charts import (
    Drawing,
    View,
    aid,
    aid_chart,
    hover_text,
    level_chart,
    share,
    share_chart,
    spending,
    spending_chart,
)
from figures.records import Figure
from tests.layouts.sample import sample_figures

CHARTS = {
    "spending": (spending_chart, spending.MEASURES),
    "share": (share_chart, share.MEASURES),
    "aid": (aid_chart, aid.MEASURES),
    "extra": (level_chart, ("extra_defence_expenditure",)),
}
VIEWS = [
    View(),
    View(dark=True, narrow=True),
    View(currency="USD", actors=("NATO Allies", "NATO Europe and Canada")),
    View(currency="EUR"),
]


def draw(name: str, view: View, figures: list[Figure] | None = None) -> Drawing:
    chart, measures = CHARTS[name]
    chosen = [f for f in (sample_figures() if figures is None else figures) if f.measure in measures]
    return chart(chosen, view, lambda figure: hover_text(figure, view))


def reacting(drawing: Drawing) -> list[dict[str, Any]]:
    return [trace for trace in drawing.spec["data"] if "customdata" in trace]


def trace_of(drawing: Drawing, figure: Figure) -> tuple[dict[str, Any], int]:
    """The trace and place of a figure's own mark."""
    for trace in reacting(drawing):
        if trace["name"] != "hold" and figure.figure_id in trace["customdata"]:
            return trace, trace["customdata"].index(figure.figure_id)
    raise AssertionError(f"{figure.exact} has no mark")


def named(exact: str, actor: str = "") -> Figure:
    return next(f for f in sample_figures() if f.exact == exact and actor in f.actor)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", CHARTS)
def test_plotly_accepts_the_chart(name: str, view: View) -> None:
    go.Figure(draw(name, view).spec)


@pytest.mark.parametrize("name", CHARTS)
def test_plotly_accepts_the_chart_of_no_figures(name: str) -> None:
    drawing = draw(name, View(), [])
    go.Figure(drawing.spec)
    assert drawing.drawn == ()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", CHARTS)
def test_marks_carry_ids_as_strings_and_nothing_else_reacts(name: str, view: View) -> None:
    drawing = draw(name, view)
    ids = {figure.figure_id for figure in sample_figures()}
    for trace in drawing.spec["data"]:
        if "customdata" in trace:
            assert isinstance(trace["customdata"], list)
            assert set(trace["customdata"]) <= ids
            assert all(isinstance(one, str) for one in trace["customdata"])
        else:
            assert trace["hoverinfo"] == "skip"
    assert set(drawing.drawn) == {one for trace in reacting(drawing) for one in trace["customdata"]}


@pytest.mark.parametrize("name", CHARTS)
def test_every_figure_of_the_sample_has_a_mark(name: str) -> None:
    measures = CHARTS[name][1]
    assert set(draw(name, View()).drawn) == {f.figure_id for f in sample_figures() if f.measure in measures}


def test_derived_marks_are_hollow_and_on_no_line() -> None:
    (derived,) = (figure for figure in sample_figures() if figure.origin == "derived")
    drawing = draw("spending", View())
    trace = next(trace for trace in reacting(drawing) if trace["name"] == "derived")
    assert trace["customdata"] == [derived.figure_id]
    assert trace["marker"]["symbol"] == ["square-open"]
    assert derived.description.partition(" = ")[0] in trace["text"][0]
    lines = [trace["x"] for trace in drawing.spec["data"] if trace["name"] == "line"]
    assert not any(2023 in xs and 2024 in xs and len(xs) == 2 for xs in lines)


def test_flags_stand_beside_their_marks_and_hold_addresses() -> None:
    slip = next(figure for figure in sample_figures() if figure.description == "Pledged for 2025, in EUR.")
    drawing = draw("aid", View(findings={slip.figure_id: "/checks#x"}))
    (flag,) = (trace for trace in drawing.spec["data"] if trace["name"] == "finding")
    assert flag["customdata"] == ["/checks#x"]
    mark = next(trace for trace in reacting(drawing) if slip.figure_id in trace["customdata"])
    place = mark["customdata"].index(slip.figure_id)
    assert flag["x"][0] > mark["x"][place]
    assert flag["y"][0] > mark["y"][place]


def test_cited_marks_are_hollow_and_quoted_ones_are_full() -> None:
    drawing = draw("spending", View())
    looks = {trace["name"]: trace["marker"]["symbol"] for trace in reacting(drawing)}
    assert all(shape.endswith("-open") for shape in looks["cited"])
    assert not any(shape.endswith("-open") for shape in looks["quoted"])


def test_the_newest_statement_leads_and_older_ones_stay() -> None:
    drawing = draw("spending", View())
    older = next(trace for trace in reacting(drawing) if trace["name"] == "older")
    assert older["y"] == [8.3]
    assert max(older["marker"]["opacity"]) < 1


def test_bounds_are_in_the_marks() -> None:
    by_name: dict[str, list[dict[str, Any]]] = {}
    for trace in [*draw("spending", View()).spec["data"], *draw("aid", View()).spec["data"]]:
        by_name.setdefault(trace["name"], []).append(trace)
    assert len(by_name["nearly"][0]["x"]) == 1
    derived, _, stem, head = by_name["open"]
    assert len(derived["x"]) == 1  # the year before a rise of nearly
    assert len(stem["x"]) == len(head["x"]) == 3  # a pledge of at least, two of more than
    assert head["marker"]["symbol"] == "triangle-down"
    assert set(head["marker"]["angle"]) == {180}  # turned round, it points upwards


def test_at_most_opens_downwards_and_between_is_an_interval() -> None:
    year = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31), "measure": "total_aid"}
    money: dict[str, Any] = {"kind": "money", "unit": "EUR", "origin": "extracted", **year}
    figures = [
        Figure(figure_id="a" * 12, value=D("5E9"), bound="at_most", **money),
        Figure(figure_id="b" * 12, low=D("1E9"), high=D("3E9"), bound="between", actor="Sweden", **money),
    ]
    data = {trace["name"]: trace for trace in draw("aid", View(), figures).spec["data"]}
    assert set(data["open"]["marker"]["angle"]) == {0}
    assert data["between"]["error_y"]["array"] == [1.0]
    assert data["between"]["error_y"]["arrayminus"] == [1.0]


def test_parts_stand_on_one_another_in_the_year_of_their_target() -> None:
    drawing = draw("share", View())
    core, related = (trace for trace in drawing.spec["data"] if trace["name"] == "part")
    assert (core["x"], core["base"], core["y"]) == ([2035.0], [0.0], [3.5])
    assert (related["x"], related["base"], related["y"]) == ([2035.0], [3.5], [1.5])
    total, place = trace_of(drawing, named("5%"))
    assert (total["x"][place], total["y"][place]) == (2035.0, 5.0)


def test_reference_lines_do_not_react() -> None:
    shapes = draw("share", View()).spec["layout"]["shapes"]
    assert [shape["y0"] for shape in shapes] == [5.0]


def test_a_part_without_its_total_is_a_mark_of_its_own() -> None:
    alone = [replace(named("3.5%"), links=())]
    drawing = draw("share", View(), alone)
    assert trace_of(drawing, alone[0])[0]["y"] == [3.5]


def test_aid_is_drawn_over_its_period_with_the_yearly_pace_hollow_beside() -> None:
    drawing = draw("aid", View())
    half = named("EUR 20.9 billion")
    spans = [trace for trace in drawing.spec["data"] if trace["name"] == "period"]
    days = [(date.fromtimestamp(t["x"][n] / 1000), date.fromtimestamp(t["x"][n + 1] / 1000), t["y"][n])
            for t in spans for n in range(0, len(t["x"]), 3)]  # fmt: skip
    assert (date(2024, 1, 1), date(2024, 6, 30), 20.9) in days
    assert (date(2022, 1, 1), date(2024, 10, 17), 40.0) in days
    derived = next(trace for trace in reacting(drawing) if trace["name"] == "derived")
    assert half.figure_id in derived["customdata"]
    assert derived["y"][derived["customdata"].index(half.figure_id)] == pytest.approx(41.8)
    assert set(derived["marker"]["symbol"]) == {"square-open"}


def test_amounts_in_another_currency_wait_for_a_common_one() -> None:
    figures = [*sample_figures(), replace(named("EUR 20.9 billion"), figure_id="c" * 12, unit="SEK", actor="Sweden"),
               *(replace(named("EUR 20.9 billion"), figure_id=one * 12, unit="USD", actor="Canada") for one in "de")]  # fmt: skip
    drawing = draw("aid", View(), figures)
    assert "1 figure is stated in SEK" in drawing.notes[0]
    assert "c" * 12 not in drawing.drawn
    titles = [one["text"] for one in drawing.spec["layout"]["annotations"] if one["xref"] == "paper"]
    assert titles == ["<b>For a period, billion euros</b>", "<b>For a period, billion US dollars</b>"]


def test_a_figure_without_a_conversion_is_counted_not_drawn() -> None:
    figures = [replace(named("EUR 20.9 billion"), figure_id="c" * 12, unit="UAH", value_usd=None)]
    drawing = draw("aid", View(currency="USD"), figures)
    assert drawing.drawn == ()
    assert drawing.notes == ("1 of these figures has no place on these axes; the table lists it.",)


def test_a_hue_belongs_to_its_actor() -> None:
    view = View(actors=("NATO Allies", "NATO Europe and Canada"))
    drawing = draw("aid", view)
    trace, place = trace_of(drawing, named("EUR 20.9 billion"))
    assert trace["marker"]["color"][place] == view.hue("NATO Allies")
    assert view.hue("Belgium") == view.palette.other


def test_no_colour_of_plotly_and_no_button_to_a_cloud() -> None:
    from figures.charts import CONFIG

    assert CONFIG["showSendToCloud"] is False
    assert "template" not in draw("spending", View()).spec["layout"]
