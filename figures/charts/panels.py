"""What the charts of years share: figures to marks, ranges, labels, notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import Any

from figures import wording
from figures.charts.draw import ARROW
from figures.charts.flags import flag_places
from figures.charts.labels import Area, Label, Path, placed
from figures.charts.marks import Mark, heights, look, opening, symbol, year_place
from figures.charts.series import behaviour, label_of, lines, vintages
from figures.charts.theme import View
from figures.records import Figure

BILLION = 1e9
_HEADROOM = 1.16
_AIR = 0.7  # years before the first mark and after the last


def common_currency(figures: Iterable[Figure], view: View) -> str:
    """The currency that an axis of money is in: the one asked for, else the most frequent as stated.

    >>> common_currency([Figure(unit="EUR"), Figure(unit="USD"), Figure(unit="EUR")], View())
    'EUR'
    >>> common_currency([], View(currency="USD"))
    'USD'
    """
    if view.currency != "original":
        return view.currency
    counts = Counter(figure.unit for figure in figures if wording.is_currency(figure.unit))
    return counts.most_common(1)[0][0] if counts else "EUR"


def year_marks(
    figures: Iterable[Figure], view: View, scale: float = 1.0, axis: str = "y", older: Collection[str] = ()
) -> list[Mark]:
    """The figures that have an amount and a place in time, as marks; older statements do not lead.

    `older` are ids that do not lead in any case, since what restates them is drawn elsewhere. A running total stands at the day it was stated for: the end of its period, else the statement.
    """
    found: list[Mark] = []
    for lead, restated in vintages(figures):
        for figure in (lead, *restated):
            x, y = place(figure), heights(figure, view.currency, scale)
            if x is None or y is None:
                continue
            found.append(
                Mark(
                    figure=figure, x=x, y=y[0], low=y[1], high=y[2], colour=view.hue(figure.actor),
                    look=look(figure), symbol=symbol(figure), axis=axis,
                    lead=figure is lead and figure.figure_id not in older,
                )
            )  # fmt: skip
    return found


def place(figure: Figure) -> float | None:
    """Where a figure stands on an axis of years; None where neither period nor day is known."""
    if behaviour(figure.measure) == "cumulative":
        day = figure.period_end or wording.stated_day(figure)
        return year_place(None, day)
    if figure.period_start or figure.period_end:
        return year_place(figure.period_start, figure.period_end)
    day = wording.stated_day(figure)
    return year_place(day, day) if day else None


def year_span(marks: Iterable[Mark]) -> tuple[float, float]:
    """The years that hold all marks, with air on either side."""
    places = [mark.x for mark in marks]
    return (min(places) - _AIR, max(places) + _AIR) if places else (2013.5, 2025.5)


def value_span(marks: Iterable[Mark]) -> tuple[float, float]:
    """A range from zero that holds all marks, with room for arrows and labels."""
    ends = [end for mark in marks for end in (mark.low, mark.high)]
    top, bottom = max((*ends, 0.0)), min((*ends, 0.0))
    reach = (top - bottom) or 1.0
    return (bottom - 0.1 * reach if bottom < 0 else 0.0), bottom + reach * _HEADROOM


def year_axis(view: View, span: tuple[float, float], anchor: str = "y") -> dict[str, Any]:
    """The horizontal axis of years: whole years only, as many as fit."""
    years = range(round(span[0] + 0.5), int(span[1] - _AIR + 0.01) + 1)
    room = 6 if view.narrow else 16
    step = max(1, -(-len(years) // room))
    return {
        "range": list(span), "fixedrange": True, "showgrid": False, "zeroline": False, "anchor": anchor,
        "tickmode": "array", "tickvals": [year for year in years if (years[-1] - year) % step == 0],
        "tickformat": "d", "ticks": "outside", "ticklen": 4, "tickcolor": view.palette.rule,
        "showline": True, "linecolor": view.palette.rule, "tickfont": {"color": view.palette.muted},
    }  # fmt: skip


def year_labels(
    marks: Sequence[Mark],
    area: Area,
    view: View,
    axis: str = "y",
    *,
    first: Sequence[Label] = (),
    paths: Sequence[Path] = (),
) -> list[dict[str, Any]]:
    """Direct labels: the amounts of quoted figures, each line's name, other actors' names once.

    `first` are labels that come before all others, `paths` further lines to keep clear of.
    """
    own = [mark for mark in marks if mark.axis == axis]
    runs = lines([mark for mark in own if mark.lead], view.currency)
    wanted = [*first, *(_amount(mark, view, axis) for mark in own if mark.look == "quoted")]
    wanted += [_name(name, some, axis, strong=True) for name, some in _named(runs).items()]
    known = {label.text for label in wanted}
    alone = [
        [mark] for mark in own if mark.lead and mark.look != "quoted" and label_of(mark.figure) not in known
    ]
    wanted += [_name(name, some, axis, strong=False) for name, some in _named(alone).items()]
    taken = [*paths, *arrow_paths(own, area)]
    taken += [((one.x, one.y), (two.x, two.y)) for run in runs for one, two in pairwise(run)]
    points = [*((mark.at, mark.y) for mark in own), *flag_places(own, area, view)]
    return placed([label for label in wanted if label.text], points, taken, area, view)


def arrow_paths(marks: Iterable[Mark], area: Area) -> list[Path]:
    """Where the arrows of open bounds run, for labels to keep clear of."""
    reach = ARROW / area.height * (area.ys[1] - area.ys[0])
    return [
        ((mark.at, mark.y), (mark.at, mark.y + opening(mark.figure) * reach))
        for mark in marks
        if opening(mark.figure) and (mark.lead or mark.look == "quoted")
    ]


def _named(runs: Iterable[Sequence[Mark]]) -> dict[str, list[Mark]]:
    """The marks of each series name, the last in time first; the busiest name first."""
    found: dict[str, list[Mark]] = {}
    for run in runs:
        found.setdefault(label_of(run[-1].figure), []).extend(run)
    return {
        name: sorted(marks, key=lambda mark: -mark.x)
        for name, marks in sorted(found.items(), key=lambda item: -len(item[1]))
    }


def _name(name: str, marks: Sequence[Mark], axis: str, *, strong: bool) -> Label:
    points = tuple((mark.at, mark.y) for mark in marks)
    return Label(points=points, text=name, colour=marks[0].colour, strong=strong, axis=axis)


def _amount(mark: Mark, view: View, axis: str) -> Label:
    text = wording.short(mark.figure, view.language, view.currency)
    if mark.figure.status == "target":
        text = ", ".join((text, wording.label("status", mark.figure.status)))
    return Label(points=((mark.at, mark.y),), text=text, colour=mark.colour, strong=True, axis=axis)


def left_out(figures: Sequence[Figure], shown: Iterable[str], view: View) -> tuple[str, ...]:
    """One sentence on the figures that have no mark here; none where all have.

    >>> left_out([Figure(figure_id="a"), Figure(figure_id="b")], ["a"], View())
    ('1 of these figures has no place on these axes; the table lists it.',)
    """
    known = set(shown)
    count = sum(figure.figure_id not in known for figure in figures)
    if not count:
        return ()
    if count == 1:
        return ("1 of these figures has no place on these axes; the table lists it.",)
    return (
        f"{wording.count(count, view.language)} of these figures have no place on these axes; the table lists them.",
    )


def other_currencies(figures: Sequence[Figure], drawn: Iterable[str]) -> tuple[str, ...]:
    """One sentence on the amounts that stay away because an axis holds one currency."""
    known = set(drawn)
    counts = Counter(
        figure.unit for figure in figures if wording.is_currency(figure.unit) and figure.unit not in known
    )
    if not counts:
        return ()
    names = ", ".join(sorted(counts))
    total = sum(counts.values())
    said = f"{total} figure is" if total == 1 else f"{total} figures are"
    return (f"{said} stated in {names}: choose one currency to draw all amounts on one axis.",)
