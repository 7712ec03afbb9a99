"""Periods that figures share: with the opening of the sentence, with a list, with their whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from figures.extraction.periods.expressions import Expression
from figures.extraction.periods.holdings import Holding, Place, between
from figures.extraction.periods.patterns import ANY
from figures.extraction.periods.words import Words


class Carrier:
    """Gives the figures of a sentence that have no period of their own that of another place."""

    def __init__(self, words: Words) -> None:
        self._joining = re.compile(
            words.compile(
                f"q?(?:(?!<and>|<clause>){ANY}){{0,5}}c?(?:c|h|<joining>)(?:u|<fiscal_country>|<hedge>){{0,2}}|p"
            )
        )
        self._clause = re.compile(words.compile(f"c?<and>(?:(?!<otherwise>|<clause>)(?:o|{ANY})){{0,6}}"))
        # "Hungary 2.16% and Norway 2.2%": the verb and the period were said for the first.
        self._name = re.compile(words.compile("q?c?<and>?(?:u|<fiscal_country>){1,3}"))
        self._reached = re.compile(words.compile(f"(?:(?!<and>|<break>|<otherwise>|<clause>){ANY}){{0,6}}"))
        # "All 32 allies are expected to meet the goal of 2% this year"
        self._counted = re.compile(words.compile(f"(?:(?!<and>|<break>){ANY}){{0,8}}"))
        self._onward = re.compile(words.compile("<and>|c"))
        self._at_level = re.compile(words.compile(f"c?(?:<to>|<attaining>)(?:(?!<and>){ANY}){{0,3}}$"))
        self._to_level = re.compile(words.compile(f"{ANY}{{0,3}}c?<to>(?:(?!<and>){ANY}){{0,3}}"))
        self._beside = re.compile(words.compile(f"c(?:(?!<and>|<otherwise>|<clause>){ANY}){{1,4}}"))
        self._after_comma = re.compile(words.compile(f"c{ANY}{{0,2}}$"))
        self._parts = re.compile(words.compile("<parts>"))
        self._listing = re.compile(words.compile(f"b{ANY}{{0,2}}$"))
        # "… in 2025, a return of 5.7%": said of the same thing in other words.
        self._apposed = re.compile(words.compile(f"q?c(?:(?!<otherwise>|<clause>){ANY}){{2,3}}<of>"))

    def apposed(self, symbols: str, places: Sequence[Place], given: Sequence[Holding]) -> None:
        """A change told beside its level is for the level's period: "€5bn in 2024, a rise of 3%"."""
        for place in range(1, len(places)):
            here, there = given[place], given[place - 1]
            if there.period is None or here.period is not None or not places[place].is_change:
                continue
            behind = max(places[place - 1].end, there.period.end)
            if not places[place - 1].is_change and self._beside.fullmatch(
                symbols, behind, places[place].start
            ):
                here.period = there.period

    def forward(
        self,
        places: Sequence[Place],
        given: Sequence[Holding],
        before: Sequence[tuple[Expression, bool]],
        breaks: Sequence[int],
        relatives: Collection[int],
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
            if rate and holding.rate is None and not between(breaks, rate.end, place.start):
                holding.rate = rate
                rate = None
            if base and place.is_change and holding.base is None:
                holding.base = base
                base = None
            if period and holding.period is None:
                found, opens = period
                # "The budget for 2026, which sets aside €82bn": it is what the relative clause tells of.
                told_of = found.end in relatives and not between(breaks, found.end + 1, place.start)
                if opens or told_of or not between(breaks, found.end, place.start):
                    holding.period = found

    def along(self, symbols: str, places: Sequence[Place], given: Sequence[Holding]) -> None:
        """Members of a list, a change and its level, a part and its whole share a period."""
        for place in range(len(places) - 2, -1, -1):
            here, there = given[place], given[place + 1]
            gap = symbols[places[place].end : places[place + 1].start]
            if len(gap) > 8:
                continue
            counted = places[place].kind == "count" and places[place + 1].kind == "share"
            if counted and here.period is None and self._counted.fullmatch(gap):
                here.period = there.period
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
            if self._opens_list(symbols, places, given, place):
                here.period, part = there.period, True
                continue
            if len(gap) > 20 or "b" in gap:
                continue
            part = bool(self._parts.search(gap)) or (was_part and bool(self._onward.search(gap)))
            # "… in 2024, half of it for Kyiv"
            part = part or bool(
                self._after_comma.search(gap) and self._parts.match(symbols, places[place].end)
            )
            if part or self._goes_on(
                symbols, places[place - 1], places[place], there.period, gap, here.compared
            ):
                here.period = there.period

    def _opens_list(
        self, symbols: str, places: Sequence[Place], given: Sequence[Holding], place: int
    ) -> bool:
        """Whether a figure opens a list of parts: "5% by 2035: 3.5% for defence and 1.5% for roads"."""
        if place + 1 >= len(places) or places[place - 1].kind != places[place].kind:
            return False
        ahead = symbols[places[place - 1].end : places[place].start]
        behind = symbols[places[place].end : places[place + 1].start]
        return (
            self._listing.search(ahead) is not None
            and given[place + 1].period is None
            and places[place + 1].kind == places[place].kind
            and "b" not in behind
            and self._onward.search(behind) is not None
        )

    def _goes_on(
        self, symbols: str, whole: Place, here: Place, period: Expression, gap: str, compared: bool
    ) -> bool:
        """Whether a figure plainly shares the period of the one before it."""
        if gap.endswith("p"):
            return True
        if gap.startswith("q") and symbols[period.start - 1 : period.start] == "p":
            # "(2023: €3bn), up 10%": what was said in parentheses ends with them.
            return False
        if compared and not whole.is_change:
            return True
        if whole.kind == "count" and here.kind != "count" and period.start >= whole.end:
            # "18 allies will this year spend at least 2%"
            return self._reached.fullmatch(symbols, period.end, here.start) is not None
        if here.is_change != whole.is_change:
            # "485 billion in 2024, up 20%" and "up 20% in 2024, to 485 billion".
            return "c" in gap if here.is_change else self._at_level.search(gap) is not None
        behind = max(whole.end, period.end if period.start >= whole.end else whole.end)
        closed = period.interval.first is not None and period.interval.last is not None
        between_them = (symbols, behind, here.start)
        return closed and any(
            pattern.fullmatch(*between_them) for pattern in (self._clause, self._name, self._apposed)
        )
