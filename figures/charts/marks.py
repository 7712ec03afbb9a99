"""From a figure to a mark: where it stands, how it looks and to which side it is open.

Shape says how far a figure has come: a circle for what has happened, a diamond for what is promised
or aimed at, a square for what is derived. Fill says whether the sentence is quoted: full for a
quoted figure, hollow for a cited one. A bound shows as an arrow to its open side ("at least"), as a
halo ("about"), as a halo below ("nearly"), or as the interval ("between").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Literal

from figures import wording
from figures.charts.theme import View
from figures.records import Figure

Look = Literal["quoted", "cited", "derived"]

GOALS = frozenset({"target", "required", "planned", "pledged", "budgeted", "claimed"})
_AIMS = GOALS | {"forecast"}
_UP = frozenset({"at_least", "more_than"})
_DOWN = frozenset({"at_most", "less_than"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A figure at its place in a chart.

    `x` is a year with its fraction, or a day in milliseconds since 1970 on an axis of days; `y` is in
    the units of the axis. `low` and `high` are the ends of a range, else equal to `y`. `start` is
    where the period begins, when it is drawn. A mark that does not lead is an older statement.
    """

    figure: Figure
    x: float
    y: float
    low: float
    high: float
    colour: str
    look: Look
    symbol: str
    lead: bool = True
    start: float | None = None
    end: float | None = None
    axis: str = "y"
    shift: float = 0.0

    @property
    def at(self) -> float:
        """Where the mark is drawn: at `x`, or beside it where another mark stands there."""
        return self.x + self.shift


def look(figure: Figure) -> Look:
    """Whether a figure is quoted, cited or derived.

    >>> look(Figure(origin="confirmed")), look(Figure(origin="cited"))
    ('quoted', 'cited')
    """
    if figure.origin == "cited":
        return "cited"
    return "derived" if figure.origin == "derived" else "quoted"


def symbol(figure: Figure) -> str:
    """The shape of a figure's mark, with the suffix of Plotly for a hollow one.

    >>> symbol(Figure(origin="extracted")), symbol(Figure(origin="cited", status="target"))
    ('circle', 'diamond-open')
    """
    if figure.origin == "derived":
        return "square-open"
    shape = "diamond" if figure.status in _AIMS else "circle"
    return f"{shape}-open" if figure.origin == "cited" else shape


def opening(figure: Figure) -> int:
    """To which side the amount is open: 1 upwards, -1 downwards, 0 neither.

    A bound is about the magnitude: "fell at least 3%" opens downwards.

    >>> from decimal import Decimal
    >>> opening(Figure(bound="at_least", value=Decimal(3))), opening(Figure(bound="at_least", value=Decimal(-3)))
    (1, -1)
    >>> opening(Figure(bound="nearly", value=Decimal(3)))
    0
    """
    side = 1 if figure.bound in _UP else -1 if figure.bound in _DOWN else 0
    return -side if figure.value is not None and figure.value < 0 else side


def heights(figure: Figure, currency: str, scale: float) -> tuple[float, float, float] | None:
    """Height, lower and upper end of a mark in units of `scale`; None where there is no amount.

    A range stands at its middle.

    >>> from decimal import Decimal
    >>> heights(Figure(low=Decimal(10), high=Decimal(20), bound="between"), "original", 10)
    (1.5, 1.0, 2.0)
    >>> heights(Figure(), "original", 1) is None
    True
    """
    value, low, high, _ = wording.amounts(figure, currency)
    if low is not None and high is not None:
        ends = float(low) / scale, float(high) / scale
        return sum(ends) / 2, *ends
    if value is None:
        return None
    y = float(value) / scale
    return y, y, y


def year_place(start: date | None, end: date | None) -> float | None:
    """The middle of a period on an axis where a whole year stands at its number; None without dates.

    A period with one end stands at that end.

    >>> year_place(date(2024, 1, 1), date(2024, 12, 31)), year_place(date(2024, 1, 1), date(2024, 6, 30))
    (2024.0, 2023.75)
    >>> year_place(None, date(2035, 12, 31)), year_place(None, None)
    (2035.0, None)
    """
    if start and end:
        return round((_fraction(start) + _fraction(end, whole=True)) / 2 - 0.5, 2)
    if end:
        return float(end.year) if (end.month, end.day) == (12, 31) else round(_fraction(end) - 0.5, 2)
    return round(_fraction(start) - 0.5, 2) if start else None


def _fraction(day: date, *, whole: bool = False) -> float:
    """A day as a year with its fraction, to the twelfth; its end with `whole`."""
    return day.year + (day.month - 1 + (day.day / 31 if whole or day.day > 1 else 0)) / 12


def milliseconds(day: date) -> float:
    """A day on an axis of days.

    >>> milliseconds(date(1970, 1, 2))
    86400000.0
    """
    return (day.toordinal() - date(1970, 1, 1).toordinal()) * 86_400_000.0


def hover_text(figure: Figure, view: View) -> str:
    """What a mark says under the pointer: the amount, what it is about, who states it when."""
    said = wording.bounded(figure, view.language)
    about = wording.subject(figure)
    state = wording.state(figure, view.language)
    stated = wording.stated_when(figure, view.language, length="medium")
    by = figure.speaker or figure.publisher
    source = ", ".join(filter(None, (by, stated)))
    kind = {"quoted": "", "cited": "cited, not quoted", "derived": "derived"}[look(figure)]
    if figure.origin == "derived":
        # A calculation has no voice; it has a formula, broken where the result follows.
        source = figure.description.replace(" = ", "\n= ")
    lines = [
        f"<b>{escape(said)}</b>",
        escape(about),
        escape(state),
        escape(source).replace("\n", "<br>"),
        kind,
    ]
    return "<br>".join(filter(None, lines))


Texts = Callable[[Figure], str]
