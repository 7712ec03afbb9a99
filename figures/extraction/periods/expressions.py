"""The record of a period expression, as found in a sentence before it is given to a figure."""

from __future__ import annotations

from typing import NamedTuple

from figures.extraction.periods.calendar import NOWHEN, Interval


class Expression(NamedTuple):
    """A period expression: its tokens, its days, and the part it plays.

    `role` is period, base, rate, running, or mention: a time that is no period of a figure (a
    year in a name, a day of a meeting, a span such as "two-day"). `if_change` is the role that it
    has beside a change instead ("rose 5% from 2023"). `back`, `same`: see `Time`. `parts` are the
    times of a list. `full` holds the days without regard to the preposition: a base has no open end.
    """

    start: int
    end: int
    role: str
    interval: Interval = NOWHEN
    per: str = ""
    grain: str = ""
    if_change: str = ""
    back: int = 0
    same: bool = False
    full: Interval = NOWHEN
    parts: tuple[Interval, ...] = ()
