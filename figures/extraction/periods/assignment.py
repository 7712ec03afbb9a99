"""Which period governs which quantity of a sentence.

A period belongs to the figure that it follows in the same clause; one that opens a clause, to those
behind it. Figures without a period of their own take it from the opening of the sentence, from a
list that they are part of, or from the whole that they are a part of.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from figures.extraction.periods import calendar
from figures.extraction.periods.calendar import NOWHEN, Interval
from figures.extraction.periods.expressions import Expression
from figures.extraction.periods.patterns import ANY
from figures.extraction.periods.words import Words

# Within how many figures the period that "a year earlier" counts from is looked for.
_NEAR = 4
_CHANGES = frozenset({"change", "multiple"})


class QuantityPeriod(NamedTuple):
    """The period, rate and base period of one quantity; what is not stated is empty."""

    first: date | None = None
    last: date | None = None
    text: str = ""
    per: str = ""
    base_first: date | None = None
    base_last: date | None = None


class Place(NamedTuple):
    """A quantity as tokens of its sentence: from `start` to before `end`."""

    start: int
    end: int
    kind: str

    @property
    def is_change(self) -> bool:
        """Whether it says by how much or how many times something grew or fell."""
        return self.kind in _CHANGES


class Holding:
    """What a quantity has been given: its period, its rate, its base."""

    __slots__ = ("base", "period", "rate", "resolved")

    def __init__(self) -> None:
        self.period: Expression | None = None
        self.rate: Expression | None = None
        self.base: Expression | None = None
        self.resolved: Interval = NOWHEN


class Assigner:
    """Gives the expressions of a sentence to its quantities, in one language."""

    def __init__(self, words: Words) -> None:
        self._breaks = re.compile(
            words.compile(f"b|<break>|<and>(?:o|{ANY}){{0,2}}?<clause>|co?<relative_pronoun>")
        )
        # Words after which a clause begins, as seen from a period behind them.
        self._opening = re.compile(words.compile("(?:^|[cbopqh]|<opening>|<break>)[o]{0,2}$"))
        self._joining = re.compile(
            words.compile(f"(?:(?!<and>|<clause>){ANY}){{0,5}}c?(?:c|h|<joining>)u{{0,2}}|p")
        )
        self._near_rate = re.compile(words.compile(f"(?:(?!<and>)(?:[pq]|{ANY})){{0,8}}"))
        self._clause = re.compile(words.compile(f"c?<and>(?:(?!<otherwise>|<clause>)(?:o|{ANY})){{0,6}}"))
        self._onward = re.compile(words.compile("<and>|c"))
        self._at_level = re.compile(words.compile("c?<to>(?:x|<article>){0,3}$"))
        self._to_level = re.compile(words.compile(f"{ANY}{{0,3}}<to>(?:x|<article>){{0,3}}"))
        self._parts = re.compile(words.compile("<parts>"))
        self._of_amount = re.compile(words.compile("<of>|<in>"))
        self._to_amount = re.compile(words.compile(f"(?:{ANY}{{1,3}}<valued>)?{ANY}?"))
        self._respectively = re.compile(words.compile("<respectively>"))
        self.continuing = re.compile(words.compile("o?<continuing>"))

    def assign(
        self, symbols: str, expressions: Sequence[Expression], places: Sequence[Place]
    ) -> list[Holding]:
        """One holding for each quantity, in order; `places` are in the order of the text."""
        given = [Holding() for _ in places]
        breaks = [found.start() for found in self._breaks.finditer(symbols)]
        starts, ends = [place.start for place in places], [place.end for place in places]
        usable = [
            found
            for found in expressions
            # An expression that overlaps a quantity holds a number that is no time.
            if (found.role != "mention" or found.if_change)
            and bisect_right(ends, found.start) == bisect_left(starts, found.end)
        ]
        openings = self._hand_out(symbols, usable, places, ends, given, breaks)
        self._pair(symbols, usable, places, given)
        self._carry_forward(places, given, openings, breaks)
        self._carry_along(symbols, places, given)
        for place, holding in enumerate(given):
            holding.resolved = _resolved(holding.period, given, place)
        return given

    def _hand_out(
        self,
        symbols: str,
        expressions: Sequence[Expression],
        places: Sequence[Place],
        ends: Sequence[int],
        given: Sequence[Holding],
        breaks: Sequence[int],
    ) -> list[tuple[Expression, bool]]:
        """Give each expression to the figure it follows; return those that stand before figures."""
        before: list[tuple[Expression, bool]] = []
        for found in expressions:
            after = bisect_right(ends, found.start) - 1
            follows = after >= 0 and not _between(breaks, places[after].end, found.start)
            has_next = after + 1 < len(places)
            # "2024: €7bn": the colon behind a label is no break.
            labels = (
                symbols[found.end : found.end + 1] == "b"
                and has_next
                and places[after + 1].start == found.end + 1
            )
            leads = has_next and (labels or not _between(breaks, found.end, places[after + 1].start))
            opens = self._opening.search(symbols[max(0, found.start - 4) : found.start]) is not None
            if found.grain == "adjective":
                self._give_adjective(symbols, found, places, given, after)
            elif follows and not (opens and leads and not self._closed(symbols, found)):
                self._give(symbols, found, places, given, after)
            elif has_next:
                before.append((found, opens))
            elif after >= 0 and opens and found.role == "base":
                self._give(symbols, found, places, given, after)
        return before

    def _closed(self, symbols: str, found: Expression) -> bool:
        """Whether an expression stands in parentheses, and so belongs to what is before it."""
        return symbols[found.start - 1 : found.start] == "p" and symbols[found.end : found.end + 1] == "q"

    def _give(
        self, symbols: str, found: Expression, places: Sequence[Place], given: Sequence[Holding], place: int
    ) -> None:
        holding = given[place]
        if found.role == "rate":
            if self._near_rate.fullmatch(symbols, places[place].end, found.start):
                holding.rate = holding.rate or found
            return
        if found.role == "base" or (found.if_change and places[place].is_change):
            for earlier in range(place, max(-1, place - 3), -1):
                if places[earlier].is_change:
                    given[earlier].base = given[earlier].base or found
                    return
            # Beside a level "a year earlier" is the period of the level itself; "than in 2023" is not.
            return
        if found.role != "mention":
            holding.period = holding.period or found

    def _give_adjective(
        self,
        symbols: str,
        found: Expression,
        places: Sequence[Place],
        given: Sequence[Holding],
        after: int,
    ) -> None:
        """An annual $5bn, $5bn in annual aid, 5,000 drones monthly."""
        follows = symbols[found.end : found.end + 1]
        if after >= 0:
            gap = symbols[places[after].end : found.start]
            adverb = gap == "" and (not follows or follows not in "xu")
            if adverb or self._of_amount.fullmatch(gap):
                given[after].rate = given[after].rate or found
                return
        if after + 1 < len(places) and places[after + 1].kind in ("money", "count"):
            gap = symbols[found.end : places[after + 1].start]
            if self._to_amount.fullmatch(gap):
                given[after + 1].rate = found

    def _pair(
        self,
        symbols: str,
        expressions: Sequence[Expression],
        places: Sequence[Place],
        given: Sequence[Holding],
    ) -> None:
        """10 and 12 billion in 2023 and 2024 respectively: first to first."""
        if not self._respectively.search(symbols):
            return
        starts = [place.start for place in places]
        for found in expressions:
            count = len(found.parts)
            after = bisect_left(starts, found.start)
            if count < 2 or after < count:
                continue
            for part, place in zip(found.parts, range(after - count, after), strict=True):
                given[place].period = found._replace(interval=part)

    def _carry_forward(
        self,
        places: Sequence[Place],
        given: Sequence[Holding],
        before: Sequence[tuple[Expression, bool]],
        breaks: Sequence[int],
    ) -> None:
        """Periods that stand before figures govern those behind them that have none of their own."""
        waiting = 0
        period: tuple[Expression, bool] | None = None
        rate: Expression | None = None
        base: Expression | None = None
        for place, holding in zip(places, given, strict=True):
            while waiting < len(before) and before[waiting][0].start < place.start:
                found, opens = before[waiting]
                waiting += 1
                if found.role == "rate":
                    rate = found
                elif found.role == "base":
                    base = found
                elif found.role != "mention":
                    period = (found, opens)
            if rate and holding.rate is None and not _between(breaks, rate.end, place.start):
                holding.rate = rate
                rate = None
            if base and place.is_change and holding.base is None:
                holding.base = base
                base = None
            if period and holding.period is None:
                found, opens = period
                if opens or not _between(breaks, found.end, place.start):
                    holding.period = found

    def _carry_along(self, symbols: str, places: Sequence[Place], given: Sequence[Holding]) -> None:
        """Members of a list, a change and its level, a part and its whole share a period."""
        for place in range(len(places) - 2, -1, -1):
            here, there = given[place], given[place + 1]
            gap = symbols[places[place].end : places[place + 1].start]
            if len(gap) > 8:
                continue
            joined = self._joining.fullmatch(gap) is not None
            level = places[place].is_change and self._to_level.fullmatch(gap)
            if (joined or level) and here.period is None:
                here.period = there.period
            if joined and here.rate is None:
                here.rate = there.rate
        part = False
        for place in range(1, len(places)):
            here, there = given[place], given[place - 1]
            was_part, part = part, False
            if here.period is not None or there.period is None:
                continue
            gap = symbols[places[place - 1].end : places[place].start]
            if len(gap) > 20 or "b" in gap:
                continue
            part = bool(self._parts.search(gap)) or (was_part and bool(self._onward.search(gap)))
            # "… in 2024, half of it for Kyiv"
            part = part or (gap.endswith("c") and bool(self._parts.match(symbols, places[place].end)))
            if part or self._goes_on(symbols, places[place - 1], places[place], there.period, gap):
                here.period = there.period

    def _goes_on(self, symbols: str, whole: Place, here: Place, period: Expression, gap: str) -> bool:
        """Whether a figure plainly shares the period of the one before it."""
        if gap.endswith("p"):
            return True
        if here.is_change != whole.is_change:
            # "485 billion in 2024, up 20%" and "up 20% in 2024, to 485 billion".
            return "c" in gap if here.is_change else self._at_level.search(gap) is not None
        behind = max(whole.end, period.end if period.start >= whole.end else whole.end)
        closed = period.interval.first is not None and period.interval.last is not None
        return closed and self._clause.fullmatch(symbols, behind, here.start) is not None


def _between(places: Sequence[int], start: int, end: int) -> bool:
    """Whether any of the ordered places lies from `start` to before `end`."""
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end


def _resolved(found: Expression | None, given: Sequence[Holding], place: int) -> Interval:
    """The days of a period; one said by another's ("a year earlier") from the nearest before it."""
    if found is None:
        return NOWHEN
    if not found.back and not found.same:
        return found.interval
    near = (*reversed(given[max(0, place - _NEAR) : place]), *given[place + 1 : place + 1 + _NEAR])
    for other in near:
        period = other.period
        if period is not None and not period.back and not period.same and period.interval.first:
            return shifted(found, period.interval)
    return NOWHEN


def shifted(found: Expression, own: Interval) -> Interval:
    """An expression that counts from another period, resolved against that period."""
    if found.back:
        return calendar.earlier(own, found.grain or "year", found.back)
    if found.same and found.interval.first and own.first:
        return calendar.earlier(own, "year", own.first.year - found.interval.first.year)
    return NOWHEN
