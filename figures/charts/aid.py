"""Aid over time: each figure at the height of its amount, over the period that it covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from math import ceil
from typing import Any, NamedTuple

from figures import wording
from figures.charts.draw import drawn, traces
from figures.charts.flags import flag_places, flags
from figures.charts.labels import Area, Label, placed
from figures.charts.marks import Mark, Texts, heights, look, milliseconds, symbol
from figures.charts.panels import BILLION, arrow_paths, left_out, other_currencies, value_span
from figures.charts.series import behaviour, label_of, vintages
from figures.charts.spread import spread
from figures.charts.theme import Drawing, View, heading, layout, value_axis
from figures.records import Figure

MEASURES = ("military_aid", "total_aid", "loan")
_PANEL = 280
_GAP = 58
_HEAD = 30
_MARGINS = 38
_CURRENCIES = 2
_TOTAL_FROM = 400  # days: what covers much more than a year is a running total
_HOLD = 32  # pixels at most between the points of a period that react; a pointer is caught within 18


class _Panel(NamedTuple):
    """Figures of one currency that are for a period, or that run up over years."""

    currency: str
    running: bool
    marks: list[Mark]


def aid_chart(figures: Sequence[Figure], view: View, texts: Texts) -> Drawing:
    """The figures of `MEASURES`: amounts for a period, and running totals below, by currency.

    As stated, the two most frequent currencies have panels of their own; they never share an axis.
    """
    money = [f for f in figures if wording.is_currency(f.unit) and f.kind == "money"]
    currencies = _currencies(money, view)
    panels = [panel for currency in currencies for panel in _panels(money, currency, view)]
    height = len(panels) * (_PANEL + _GAP) - _GAP + _HEAD
    marks: list[Mark] = []
    axes: dict[str, Any] = {}
    annotations: list[dict[str, Any]] = []
    flagged: list[dict[str, Any]] = []
    span = _span(mark for panel in panels for mark in panel.marks)
    for number, panel in enumerate(panels):
        axis = "y" if number == 0 else f"y{number + 1}"
        top = 1 - (number * (_PANEL + _GAP) + _HEAD) / height
        domain = (max(0.0, top - _PANEL / height), top)
        own = panel.marks if axis == "y" else [replace(mark, axis=axis) for mark in panel.marks]
        values = value_span(own)
        area = Area(span, values, view.width, _PANEL, 10 if view.narrow else 118)
        own = spread(own, area)
        axes["yaxis" + axis[1:]] = value_axis(view, values, domain)
        annotations.append(heading(view, _title(panel, view), domain[1]))
        annotations += _labels(own, area, axis, view)
        flagged += flags(own, area, view)
        marks += own
    if panels:
        axes["xaxis"] = _time_axis(view, span, "y" if len(panels) == 1 else f"y{len(panels)}")
    hold = (span[1] - span[0]) / view.width * _HOLD
    data = [*_holds(marks, texts, hold), *traces(marks, texts, view, joined=False), *flagged]
    shown = drawn(marks)
    notes = other_currencies(money, currencies) if view.currency == "original" else ()
    missing = [f for f in figures if not (notes and wording.is_currency(f.unit) and f.unit not in currencies)]
    return Drawing(
        spec={"data": data, "layout": layout(view, axes, annotations)},
        height=height + _MARGINS,
        drawn=shown,
        notes=(*notes, *left_out(missing, shown, view)),
        summary=f"Aid by period: {len(shown)} figures.",
    )


def _currencies(figures: Sequence[Figure], view: View) -> list[str]:
    if view.currency != "original":
        return [view.currency]
    return [unit for unit, _ in Counter(figure.unit for figure in figures).most_common(_CURRENCIES)]


def _panels(figures: Sequence[Figure], currency: str, view: View) -> list[_Panel]:
    """The panels of one currency that have marks: for a period first, running totals below."""
    here = [f for f in figures if wording.amounts(f, view.currency)[3] == currency]
    parts: dict[bool, list[Mark]] = {False: [], True: []}
    for mark in _time_marks(here, view):
        parts[_running(mark.figure)].append(mark)
    return [_Panel(currency, running, marks) for running, marks in parts.items() if marks]


def _running(figure: Figure) -> bool:
    """Whether a figure sums up years: it is the longer the larger, and no rate."""
    if figure.per:
        return False
    if behaviour(figure.measure) == "cumulative":
        return True
    if bool(figure.period_start) is not bool(figure.period_end):
        return figure.status not in ("planned", "pledged", "target", "required", "forecast")
    start, end = _ends(figure)
    return bool(start and end and (end - start).days > _TOTAL_FROM)


def _ends(figure: Figure) -> tuple[date | None, date | None]:
    """First and last day that a figure is drawn over; "since 2022" reaches to its statement."""
    start, end = figure.period_start, figure.period_end
    if start and not end:
        end = wording.stated_day(figure)
    return start, end if end and (not start or end >= start) else start


def _time_marks(figures: Iterable[Figure], view: View) -> list[Mark]:
    """The figures that have an amount and a place in time, and the yearly pace beside them."""
    found: list[Mark] = []
    for lead, older in vintages(figures):
        for figure in (lead, *older):
            y = heights(figure, view.currency, BILLION)
            start, end = _ends(figure)
            last = end or start or wording.stated_day(figure)
            if y is None or last is None:
                continue
            first = milliseconds(start) if start else None
            mark = Mark(
                figure=figure, x=_anchor(figure, first, milliseconds(last)), y=y[0], low=y[1], high=y[2],
                colour=view.hue(figure.actor), look=look(figure), symbol=symbol(figure), lead=figure is lead,
                start=first, end=milliseconds(last) if first is not None else None,
            )  # fmt: skip
            found.append(mark)
            if mark.lead and (pace := _pace(mark, view)):
                found.append(pace)
    return found


def _anchor(figure: Figure, start: float | None, end: float) -> float:
    """Where the mark stands on its period: in the middle, a running total at its end."""
    return end if start is None or _running(figure) else (start + end) / 2


def _pace(mark: Mark, view: View) -> Mark | None:
    """The same pace kept for a year, hollow beside a quoted figure; none for running totals."""
    figure = mark.figure
    stated = wording.amounts(figure, view.currency)[0]
    if figure.annual_value is None or not figure.value or stated is None or mark.look == "cited":
        return None
    if _running(figure) or figure.per:
        return None
    y = float(figure.annual_value * stated / figure.value) / BILLION
    return replace(mark, y=y, low=y, high=y, look="derived", symbol="square-open")


def _span(marks: Iterable[Mark]) -> tuple[float, float]:
    places = [place for mark in marks for place in (mark.start, mark.end, mark.x) if place is not None]
    first = min(places, default=milliseconds(date(2022, 1, 1)))
    last = max(places, default=milliseconds(date(2025, 12, 31)))
    air = (last - first or 3e10) * 0.03
    return first - air, last + air


def _time_axis(view: View, span: tuple[float, float], anchor: str) -> dict[str, Any]:
    """The axis of days, with each year's number in the middle of the year."""
    years = (span[1] - span[0]) / 3.156e10
    step = max(1, round(years / (5 if view.narrow else 14)))
    return {
        "type": "date", "range": list(span), "fixedrange": True, "showgrid": True, "gridcolor": view.palette.grid,
        "zeroline": False, "anchor": anchor, "dtick": f"M{12 * step}", "tick0": "2000-01-01", "tickformat": "%Y",
        "ticklabelmode": "period", "showline": True, "linecolor": view.palette.rule,
        "tickfont": {"color": view.palette.muted},
    }  # fmt: skip


def _title(panel: _Panel, view: View) -> str:
    currency = wording.currency_name(panel.currency, view.language)
    return f"{'Running totals' if panel.running else 'For a period'}, billion {currency}"


def _labels(marks: Sequence[Mark], area: Area, axis: str, view: View) -> list[dict[str, Any]]:
    """Amount and actor of each quoted figure, of derived ones, then of the notable cited ones."""
    quoted = sorted((mark for mark in marks if mark.look == "quoted"), key=lambda mark: -mark.y)
    derived = [mark for mark in marks if mark.look == "derived"]
    # Each text is made when its turn comes: in a crowd most labels find no room.
    wanted = (_label(mark, axis, view) for mark in (*quoted, *derived, *_notable(marks)))
    points = [*((mark.at, mark.y) for mark in marks), *flag_places(marks, area, view)]
    paths = [
        ((mark.start, mark.y), (mark.end, mark.y))
        for mark in marks
        if mark.start is not None and mark.end is not None
    ]
    paths += arrow_paths(marks, area)
    return placed((label for label in wanted if label.text), points, paths, area, view)


def _notable(marks: Sequence[Mark]) -> list[Mark]:
    """Of each actor's cited figures the highest and the last."""
    found: dict[tuple[str, str], Mark] = {}
    for mark in marks:
        if mark.lead and mark.look == "cited":
            actor = mark.figure.actor
            highest, last = found.get(("highest", actor), mark), found.get(("last", actor), mark)
            found["highest", actor] = max(highest, mark, key=lambda one: one.y)
            found["last", actor] = max(last, mark, key=lambda one: one.x)
    unique = {mark.figure.figure_id: mark for mark in found.values()}
    return sorted(unique.values(), key=lambda mark: -mark.y)


def _label(mark: Mark, axis: str, view: View) -> Label:
    strong = mark.look == "quoted"
    return Label(
        points=((mark.at, mark.y),), text=_text(mark, view), colour=mark.colour, strong=strong, axis=axis
    )


def _text(mark: Mark, view: View) -> str:
    if mark.look == "derived" and mark.figure.origin != "derived":
        return wording.annual_short(mark.figure, view.language, view.currency)
    amount = wording.short(mark.figure, view.language, view.currency)
    if mark.look == "derived":
        amount = wording.derived(amount, view.language)
    return amount if view.narrow else ", ".join(filter(None, (amount, label_of(mark.figure))))


def _holds(marks: Iterable[Mark], texts: Texts, step: float) -> list[dict[str, Any]]:
    """Points, at most `step` apart, along each period, not to be seen, so that the whole of it reacts like its mark."""
    found: list[dict[str, Any]] = []
    groups: dict[str, list[tuple[float, Mark, str]]] = {}
    for mark in marks:
        if mark.start is None or mark.end is None or mark.end - mark.start < step:
            continue
        steps = ceil((mark.end - mark.start) / step)
        places = [mark.start + (mark.end - mark.start) * one / steps for one in range(steps + 1)]
        text = texts(mark.figure)
        groups.setdefault(mark.axis, []).extend((place, mark, text) for place in places)
    for axis, points in groups.items():
        found.append(
            {
                "type": "scatter", "mode": "markers", "name": "hold", "yaxis": axis,
                "x": [place for place, _, _ in points], "y": [mark.y for _, mark, _ in points],
                "customdata": [mark.figure.figure_id for _, mark, _ in points],
                "text": [text for _, _, text in points],
                "hovertemplate": "%{text}<extra></extra>", "marker": {"size": 10, "opacity": 0},
            }
        )  # fmt: skip
    return found
