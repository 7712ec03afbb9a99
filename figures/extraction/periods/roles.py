"""Which part a time plays: a period, a base, or a mention that is no period of a figure."""

from __future__ import annotations

import re

from figures.extraction.periods import calendar
from figures.extraction.periods.calendar import NOWHEN, Interval
from figures.extraction.periods.expressions import Expression
from figures.extraction.periods.patterns import ANY
from figures.extraction.periods.times import Sight, Time
from figures.extraction.periods.words import Words


class Roles:
    """Tells the parts that times play, by the words around them, in one language."""

    def __init__(self, words: Words, *, bare_year: bool) -> None:
        self._words = words
        self._bare_year = bare_year
        self._named = re.compile(words.compile("(?:[xu]|<year_nouns>){0,4}?<name>"))
        self._year_noun = re.compile(words.compile("[xu]{0,2}?<year_nouns>"))
        self._possessive = re.compile(words.compile("<possessive>"))
        self._prices = re.compile(words.compile("[x]{0,2}?<prices>"))
        self._reported = re.compile(words.compile("<report>(?:[xuo]|<in>|<article>|<of>|<meeting>){0,5}$"))
        self._lasting = re.compile(words.compile("<lasting>$"))
        self._record = re.compile(words.compile(f"<records>(?:o|{ANY}){{0,7}}$"))
        self._origin = re.compile(words.compile("<origins>(?:[xu]|<of>){0,2}$"))
        self._met = re.compile(words.compile("<meeting>(?:[xu]|<in>|<article>|<of>){0,4}$"))

    def without_vetoes(self, symbols: str, found: Expression) -> Expression:
        """A time of speaking, meeting, lasting or of a record ("said on 12 June", "the most since 2014")."""
        if found.role not in ("period", "running"):
            return found
        before = symbols[max(0, found.start - 9) : found.start]
        vetoes = []
        if found.role == "running":
            vetoes.append(self._lasting)
        if found.interval.last is None:
            vetoes.append(self._record)
        elif found.interval.first is not None:
            vetoes += [self._met, self._origin]
            if found.grain in ("day", "week", "month"):
                vetoes.append(self._reported)
        return found._replace(role="mention") if any(veto.search(before) for veto in vetoes) else found

    def is_clear_year(self, sight: Sight, match: re.Match[str], prep: str) -> bool:
        """Whether preposition and year follow each other, or words around the year say that it is one."""
        if match.end("time") - match.start("time") > 1:
            return True
        return (
            bool(prep)
            and match.end("prep") >= match.start("time") - 1
            and (
                not self._words.has("article", sight.symbols[match.start("time") - 1])
                or sight.symbols[match.start("time") - 1] == prep
            )
        )

    def year_in_phrase(self, sight: Sight, match: re.Match[str], expression: Expression) -> Expression:
        """A year in a noun phrase: "the 2024 budget" is a period, "the 2014 pledge" is none."""
        symbols, start, end = sight.symbols, match.start("time"), match.end("time")
        prep = match["prep"] or ""
        noun = self._year_noun.match(symbols, end)
        named = self._named.match(symbols, end)
        if self._words.has("since", prep):
            return expression._replace(end=named.end() if named else end)
        if self._words.has("base", prep) and not named:
            return expression._replace(role="base")
        if noun and not named:
            plain = self._words.has("in", prep) or self._words.has("over", prep) or not prep
            interval = expression.interval if not plain else Interval(*self._year(sight, start))
            found = expression._replace(
                start=start if plain else expression.start, role="period", interval=interval
            )
            return found._replace(if_change="base") if self._words.has("over", prep) else found
        around = symbols[start - 1 : start], symbols[end : end + 1]
        if around == ("p", "q") or (around[0] in ("", "b") and around[1] == "b"):
            return expression._replace(start=start)
        if self._bare_year and not named and sight.symbols[start] == "Y":
            return expression
        return expression._replace(role="mention")

    def _year(self, sight: Sight, place: int) -> Interval:
        return calendar.months(int(sight.tokens[place]), 1, 12) or NOWHEN

    def of_time(self, sight: Sight, found: Expression, time: Time, prep: str) -> Expression:
        """The part that a time plays by its preposition, or by its form where it has none."""
        has = self._words.has
        if time.form == "again" and not has("base", prep):
            return found._replace(if_change="base")
        if time.form == "same" and not prep and time.interval == NOWHEN and not time.back:
            return found._replace(role="mention")
        if time.form == "year" and self._prices.match(sight.symbols, found.end):
            return found._replace(role="mention")
        if has("base", prep):
            return found._replace(role="base")
        if has("over", prep):
            if has("run", prep) or (has("day_in", prep) and time.grain == "day"):
                return found._replace(if_change="" if time.grain == "day" else "base")
            return found._replace(role="mention", if_change="base")
        if has("from", prep):
            past = (
                sight.published is None
                or found.interval.first is None
                or found.interval.first <= sight.published
            )
            return found._replace(if_change="base" if past else "")
        if prep:
            return found
        return found._replace(role="period" if self._stands_alone(sight, found, time) else "mention")

    def _stands_alone(self, sight: Sight, found: Expression, time: Time) -> bool:
        """Whether a time without a preposition can be the period of an amount."""
        symbols = sight.symbols
        in_parentheses = (
            symbols[found.start - 1 : found.start] == "p" and symbols[found.end : found.end + 1] == "q"
        )
        if time.form in ("day", "iso", "numeric", "decade"):
            return False
        if time.form == "month":
            return in_parentheses and time.whole
        if time.form in ("half", "quarter"):
            return time.whole or in_parentheses
        return not (time.grain in ("day", "week") and self._possessive.match(symbols, found.end))
