"""Which period governs which quantity of a sentence.

A period belongs to the figure that it follows in the same clause; one that opens a clause, to those
behind it. Figures without a period of their own take it from the opening of the sentence, from a
list that they are part of, or from the whole that they are a part of.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from figures.extraction.periods.carrying import Carrier
from figures.extraction.periods.expressions import Expression
from figures.extraction.periods.holdings import Holding, Place, between, resolved
from figures.extraction.periods.patterns import ANY
from figures.extraction.periods.words import Words

_DAYS = frozenset({"day", "week"})
_WORDS_TO_TIME = 3
_OF_YEARS = frozenset({"money", "share"})


class Assigner:
    """Gives the expressions of a sentence to its quantities, in one language."""

    def __init__(self, words: Words) -> None:
        self._breaks = re.compile(
            words.compile(
                f"b|<break>|<and>(?:o|{ANY}){{0,2}}?<clause>|c<and>(?:o|{ANY}){{3,6}}?<clause>|co?<relative_pronoun>|c{ANY}{{0,3}}?<of><relative_pronoun>"
            )
        )
        self._relative = re.compile(words.compile("co?<relative_pronoun>"))
        # Words after which a clause begins, as seen from a period behind them.
        self._opening = re.compile(words.compile("(?:^|[cboph]|<opening>|<break>)[o]{0,2}$"))
        self._near_rate = re.compile(words.compile(f"(?:(?!<and>)(?:[opq]|{ANY})){{0,8}}"))
        self._of_amount = re.compile(words.compile("<of>|<in>"))
        self._of = re.compile(words.compile("<of>$"))
        self._to_amount = re.compile(words.compile(f"(?:{ANY}{{1,3}}<valued>)?{ANY}?"))
        self._respectively = re.compile(words.compile("<respectively>"))
        self.continuing = re.compile(words.compile("o?<continuing>"))
        # "Last year's budget of €5bn": the period of the amount behind it.
        self._owning = re.compile(
            words.compile(f"<possessive>(?:(?!<and>|<clause>){ANY}){{1,5}}(?:<of>|<valued>)")
        )
        self._owned = re.compile(words.compile(f"{ANY}{{0,2}}"))
        self._preposition = re.compile(words.compile("<prep>"))
        # "The rise announced in May will cost €3bn": the time of the announcement.
        self._announced = re.compile(words.compile(f"<announced>(?:<by>{ANY}{{1,5}})?{ANY}{{0,2}}$"))
        self._elsewhere = re.compile(words.compile("c|<clause>"))
        # "€5bn, the minister announced on 12 June"
        self._told = re.compile(words.compile(f"c{ANY}{{1,8}}<announced>{ANY}{{0,3}}$"))
        # "Twice as much as it sent last year"
        self._comparing = re.compile(words.compile(f"<comparing>|<as>{ANY}{{1,3}}<as>"))
        self._carrier = Carrier(words)

    def assign(
        self, symbols: str, expressions: Sequence[Expression], places: Sequence[Place]
    ) -> list[Holding]:
        """One holding for each quantity, in order; `places` are in the order of the text."""
        given = [Holding() for _ in places]
        breaks = [found.start() for found in self._breaks.finditer(symbols)]
        relatives = {found.start() for found in self._relative.finditer(symbols)}
        starts, ends = [place.start for place in places], [place.end for place in places]
        usable = [
            found
            for found in (self._of_year(symbols, found, places, ends) for found in expressions)
            # An expression that overlaps a quantity holds a number that is no time.
            if (found.role != "mention" or found.if_change)
            and bisect_right(ends, found.start) == bisect_left(starts, found.end)
        ]
        openings = self._hand_out(symbols, usable, places, ends, given, breaks)
        self._carrier.apposed(symbols, places, given)
        self._pair(symbols, usable, places, given)
        self._carrier.forward(places, given, openings, breaks, relatives)
        self._carrier.along(symbols, places, given)
        for place, holding in enumerate(given):
            holding.resolved = resolved(holding.period, given, place)
        return given

    def _of_year(
        self, symbols: str, found: Expression, places: Sequence[Place], ends: Sequence[int]
    ) -> Expression:
        """A year that "of" ties to the amount before it as its period: "les 47 milliards d'euros de 2024"."""
        if found.role != "mention" or found.grain != "year" or not found.full.first:
            return found
        of = self._of.search(symbols, max(0, found.start - 2), found.start)
        place = bisect_right(ends, found.start) - 1
        if of is None or place < 0 or ends[place] != of.start() or places[place].kind not in _OF_YEARS:
            return found
        return found._replace(role="period", start=of.start())

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
        labelled = -1  # the last figure that a label gave its period
        for found in expressions:
            after = bisect_right(ends, found.start) - 1
            follows = after >= 0 and not between(breaks, places[after].end, found.start)
            has_next = after + 1 < len(places)
            # "2024: €7bn": the colon behind a label is no break.
            labels = (
                symbols[found.end : found.end + 1] == "b"
                and has_next
                and places[after + 1].start == found.end + 1
            )
            leads = has_next and not between(breaks, found.end, places[after + 1].start)
            opens = self._opens(symbols, found)
            # "€12bn in 2024, in December – €2bn": a dash leads from a time that opens a clause to its amount.
            dashed = has_next and symbols[found.end : places[after + 1].start] == "h"
            dashed = dashed and after >= 0 and self._begins(symbols, places[after].end, found.start)
            owned = has_next and self._owned_by(symbols, found, places[after + 1])
            if owned:
                given[after + 1].period = owned
            elif found.grain in _DAYS and self._told.search(symbols, max(0, found.start - 10), found.start):
                continue
            elif found.grain == "adjective":
                self._give_adjective(symbols, found, places, given, after)
            elif labels and (opens or not follows or symbols[found.start] in "YZ"):
                self._give(symbols, found, places, given, after + 1)
                labelled = after + 1
            elif (follows and not dashed) and (
                not (opens and leads and not self._closed(symbols, found))
                or self._compares(symbols, found, places[after])
            ):
                if found.role == "period" and labelled in (after, after - places[after].converted):
                    # "Lower in 2026-27: €3bn ($4bn) in 2026": its own time, not that of the label.
                    for place in range(labelled, after + 1):
                        given[place].period = None
                        self._give(symbols, found, places, given, place)
                    labelled = -1
                self._give(symbols, found, places, given, after)
            elif has_next:
                if not self._is_announced(symbols, found, places[after + 1]):
                    before.append((found, opens))
            elif after >= 0 and opens and found.role == "base":
                self._give(symbols, found, places, given, after)
        return before

    def _opens(self, symbols: str, found: Expression) -> bool:
        """Whether a clause begins with an expression; behind a closing quotation mark none does."""
        start = found.start
        if symbols[start - 1 : start] == "o" and symbols.count("o", 0, start) % 2 == 0:
            return False
        return self._opening.search(symbols[max(0, start - 4) : start]) is not None

    def _begins(self, symbols: str, end: int, start: int) -> bool:
        """Whether a comma parts a time from the figure before it, with no more than two words between."""
        comma = symbols.rfind("c", end, start)
        return comma >= 0 and start - comma <= _WORDS_TO_TIME

    def _owned_by(self, symbols: str, found: Expression, place: Place) -> Expression | None:
        """An expression as the period of the amount it owns: "up from last year's budget of €5bn"."""
        owning = (
            self._owning.match(symbols, found.end) if found.full.first or found.role == "period" else None
        )
        if owning is None or not self._owned.fullmatch(symbols, owning.end(), place.start):
            return None
        led = self._preposition.match(symbols, found.start, found.end)
        days = found.full if found.full.first else found.interval
        start = led.end() if led and led.end() < found.end else found.start
        return found._replace(role="period", start=start, interval=days, if_change="")

    def _is_announced(self, symbols: str, found: Expression, place: Place) -> bool:
        """Whether a time before a figure is that of an announcement in another clause."""
        return (
            found.grain != "year"
            and self._announced.search(symbols, max(0, found.start - 9), found.start) is not None
            and self._elsewhere.search(symbols, found.end, place.start) is not None
        )

    def _compares(self, symbols: str, found: Expression, place: Place) -> bool:
        """Whether a time is what a multiple is measured against: "twice as many tanks as in 2021"."""
        if place.kind != "multiple":
            return False
        return self._comparing.search(symbols, place.end, found.start) is not None

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
        timed = found.role in ("period", "running") and not found.back
        if timed and self._compares(symbols, found, places[place]):
            found = found._replace(role="base")
        if found.role == "base" or (found.if_change and places[place].is_change):
            for earlier in range(place, max(-1, place - 3), -1):
                if places[earlier].is_change:
                    given[earlier].base = given[earlier].base or found
                    return
            holding.compared = True
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
        own = [place for place, quantity in enumerate(places) if not quantity.converted]
        starts = [places[place].start for place in own]
        for found in expressions:
            count = len(found.parts)
            after = bisect_left(starts, found.start)
            if count < 2 or (after < count and len(own) - after != count):
                continue
            # "10 and 12 in 2023 and 2024", or the times first: "in 2023 and 2024 10 and 12".
            first = after - count if after >= count else after
            for part, place in zip(found.parts, own[first : first + count], strict=True):
                given[place].period = found._replace(interval=part)
                if place + 1 < len(places) and places[place + 1].converted:
                    given[place + 1].period = given[place].period
