"""Period expressions: a time with its preposition, a running span, a rate, as found in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from figures.extraction.periods import calendar
from figures.extraction.periods.calendar import NOWHEN, Interval
from figures.extraction.periods.patterns import ANY, compile_expressions
from figures.extraction.periods.times import Sight, Time, TimeReader
from figures.extraction.periods.words import Words


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


class ExpressionReader:
    """Finds the period expressions of one language in the symbols of a sentence."""

    def __init__(self, words: Words, *, bare_year: bool) -> None:
        self._words = words
        self._times = TimeReader(words)
        self._pattern = compile_expressions(words)
        self._bare_year = bare_year
        self._named = re.compile(words.compile("(?:[xu]|<year_nouns>){0,4}?<name>"))
        self._year_noun = re.compile(words.compile("[xu]{0,2}?<year_nouns>"))
        self._possessive = re.compile(words.compile("<possessive>"))
        self._prices = re.compile(words.compile("[x]{0,2}?<prices>"))
        self._trailing = re.compile(words.compile("<period_noun>"))
        self._reported = re.compile(words.compile("<report>(?:[xuo]|<in>|<article>|<of>|<meeting>){0,5}$"))
        self._lasting = re.compile(words.compile("<lasting>$"))
        self._record = re.compile(words.compile(f"<records>(?:o|{ANY}){{0,7}}$"))
        self._origin = re.compile(words.compile("<origins>(?:[xu]|<of>){0,2}$"))
        self._met = re.compile(words.compile("<meeting>(?:[xu]|<in>|<article>|<of>){0,4}$"))
        self._fiscal_country = re.compile(words.compile("<fiscal_country>"))
        self._builders: dict[str, Callable[[Sight, re.Match[str]], Expression | None]] = {
            "event": self._event,
            "event_alone": self._running,
            "until": self._until,
            "so_far": self._so_far,
            "running": self._running,
            "timed": self._timed,
            "edge": self._edge,
            "rate": self._rate,
            "year_on_year": self._year_on_year,
            "adjective": self._adjective,
            "duration": self._mention,
            "lone": self._mention,
        }

    def read(self, symbols: str, tokens: Sequence[str], published: date | None) -> list[Expression]:
        """All expressions of a sentence, in order."""
        country = self._fiscal_country.search(symbols)
        fiscal = self._words.value("fiscal_country", country[0]) if country else ""
        sight = Sight(symbols, tokens, published, fiscal)
        found = []
        for match in self._pattern.finditer(symbols):
            name = match.lastgroup or ""
            expression = self._builders[name[:-1]](sight, match)
            if expression is not None:
                found.append(self._without_reports(symbols, expression))
        return found

    def _without_reports(self, symbols: str, expression: Expression) -> Expression:
        """A time of speaking, meeting, lasting or of a record ("said on 12 June", "the most since 2014")."""
        if expression.role in ("period", "running") and (
            expression.interval.last is None or expression.interval.first is None
        ):
            before = symbols[max(0, expression.start - 9) : expression.start]
            lasts = expression.role == "running" and self._lasting.search(before)
            if lasts or (expression.interval.last is None and self._record.search(before)):
                return expression._replace(role="mention")
        if (
            expression.role != "period"
            or expression.interval.first is None
            or expression.interval.last is None
        ):
            return expression
        before = symbols[max(0, expression.start - 7) : expression.start]
        brief = expression.grain in ("day", "week", "month")
        if (
            self._met.search(before)
            or self._origin.search(before)
            or (brief and self._reported.search(before))
        ):
            return expression._replace(role="mention")
        return expression

    def _mention(self, _sight: Sight, match: re.Match[str]) -> Expression:
        return Expression(match.start(), match.end(), "mention")

    def _running(self, _sight: Sight, match: re.Match[str]) -> Expression:
        return Expression(match.start(), match.end(), "running")

    def _event(self, sight: Sight, match: re.Match[str]) -> Expression:
        time = self._times.read(sight._replace(direction=-1), *match.span("event_time"))
        interval = Interval(time.interval.first, None)
        return Expression(match.start(), match.end(), "period", interval, grain=time.grain)

    def _until(self, sight: Sight, match: re.Match[str]) -> Expression:
        time = self._times.read(sight, *match.span("until_time"))
        counted = match["until_count"]
        count = int(self._number(sight, match.start("until_count"), counted)) if counted else 1
        unit = self._words.value("unit", match["until_unit"]) or self._words.value(
            "units", match["until_unit"]
        )
        last = time.interval.last
        interval = calendar.back_from(last, unit, count) if last and count else None
        return Expression(match.start(), match.end(), "period", interval or NOWHEN, grain="year")

    def _number(self, sight: Sight, place: int, symbols: str) -> str:
        return sight.tokens[place] if symbols[0] in "DT" else self._words.value("number", symbols) or "0"

    def _so_far(self, sight: Sight, match: re.Match[str]) -> Expression:
        for group in ("so_far_year", "so_far_before"):
            if match[group] is not None:
                time = self._times.read(sight, *match.span(group))
                return Expression(match.start(), match.end(), "period", time.interval, grain=time.grain)
        return Expression(match.start(), match.end(), "running")

    def _rate(self, _sight: Sight, match: re.Match[str]) -> Expression:
        words = self._words
        per = (
            words.value("unit", match["rate_unit"])
            if match["rate_unit"]
            else words.value("rate", match["rate_word"])
        )
        role = "mention" if per == "decade" else "rate"
        return Expression(match.start(), match.end(), role, per=per)

    def _year_on_year(self, _sight: Sight, match: re.Match[str]) -> Expression:
        return Expression(match.start(), match.end(), "base", grain="year", back=1)

    def _adjective(self, _sight: Sight, match: re.Match[str]) -> Expression:
        per = self._words.value("rate_adjective", match["rate_adjective"])
        return Expression(match.start(), match.end(), "rate", per=per, grain="adjective")

    def _edge(self, sight: Sight, match: re.Match[str]) -> Expression:
        """By the end of the year: the end of a unit that the day of publication lies in."""
        unit = self._words.value("unit", match["edge_unit"] or match["edge_unit_before"])
        interval = NOWHEN
        if sight.published and unit != "decade":
            interval = calendar.around(sight.published, unit, 0) or NOWHEN
        prep = match["edge_prep"] or ""
        phase = self._words.value("phase", match["edge_phase"]) if match["edge_phase"] else "end"
        return Expression(
            match.start(), match.end(), "period", self._limited(prep, phase, interval), grain="day"
        )

    def _timed(self, sight: Sight, match: re.Match[str]) -> Expression | None:
        prep, phase_words = match["prep"] or "", match["phase"]
        has = self._words.has
        direction = -1 if has("since", prep) else int(has("by", prep) or has("before", prep))
        sight = sight._replace(direction=direction)
        time = self._times.read(sight, *match.span("time"))
        if not time.form:
            return self._mention(sight, match)
        phase = self._phase(phase_words)
        start = match.start() if prep else match.start("phase") if phase_words else match.start("time")
        end = match.end()
        if match["join"] is not None:
            return self._joined(sight, match, time, start)
        if time.form == "pair":
            end = self._with_noun(sight.symbols, end)
        interval = self._limited(prep, phase, time.interval)
        expression = Expression(
            start,
            end,
            "period",
            interval,
            grain=time.grain,
            back=time.back,
            same=time.same,
            full=time.interval,
        )
        if phase == "" and time.form == "year" and not self._is_clear_year(sight, match, prep):
            return self._year_in_phrase(sight, match, expression)
        return self._with_role(sight, expression, time, prep)

    def _phase(self, symbols: str | None) -> str:
        """Start, end, mid, early or late, from a phase with its small words behind."""
        for end in range(len(symbols or ""), 0, -1):
            value = self._words.value("phase", (symbols or "")[:end])
            if value:
                return value
        return ""

    def _limited(self, prep: str, phase: str, interval: Interval) -> Interval:
        """The days left by preposition and phase: since = start only, by = end only."""
        first, last = interval
        has = self._words.has
        if first and last and phase == "mid":
            middle = _middle(first, last)
            if has("by", prep) or has("before", prep):
                last = middle - timedelta(days=1)
            elif has("since", prep) or has("from", prep) or has("after", prep):
                first = middle
        elif phase == "start":
            last = first
        elif phase == "end":
            first = last
        if has("since", prep) or has("from", prep):
            return Interval(first, None)
        if has("after", prep):
            return Interval(last + timedelta(days=1) if last and last < date.max else None, None)
        if has("before", prep) and phase != "end":
            return Interval(None, first - timedelta(days=1) if first and first > date.min else None)
        if has("by", prep) or has("before", prep) or (has("to", prep) and not has("in", prep)):
            return Interval(None, last)
        return Interval(first, last)

    def _joined(self, sight: Sight, match: re.Match[str], time: Time, start: int) -> Expression:
        """From 2022 to 2024, between 2022 and 2024, 2022–2024, in 2023 and 2024."""
        second = self._times.read(sight, *match.span("time2"))
        first = time
        if not time.whole and second.interval.last:
            # The year is said once: "from January to June 2024".
            dated = sight._replace(published=second.interval.last, direction=-1)
            first = self._times.read(dated, *match.span("time"))
        begin = self._limited("", self._phase(match["phase"]), first.interval)
        end = self._limited("", self._phase(match["phase2"]), second.interval)
        more = [
            calendar.months(int(sight.tokens[place]), 1, 12) or NOWHEN
            for place in range(match.start("more"), match.end("more"))
            if sight.symbols[place] in "YZ"
        ]
        listed = self._words.has("and", match["join"]) and not self._words.has("between", match["prep"] or "")
        parts = [begin, *more, end]
        if listed or more:
            interval = calendar.hull(parts)
        else:
            ordered = begin.first and end.last and begin.first <= end.last
            interval = Interval(begin.first, end.last) if ordered else NOWHEN
        stop = self._with_noun(sight.symbols, match.end())
        prep = match["prep"] or ""
        role = "base" if self._words.has("base", prep) else "period"
        if first.grain == "day" and not prep:
            role = "mention"
        grain = first.grain if first.grain == second.grain else "year"
        return Expression(
            start, stop, role, interval, grain=grain, full=interval, parts=tuple(parts) if listed else ()
        )

    def _with_noun(self, symbols: str, end: int) -> int:
        """The end of "2021–2027" with the word "period" behind it."""
        trailing = self._trailing.match(symbols, end)
        return trailing.end() if trailing else end

    def _is_clear_year(self, sight: Sight, match: re.Match[str], prep: str) -> bool:
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

    def _year_in_phrase(self, sight: Sight, match: re.Match[str], expression: Expression) -> Expression:
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

    def _with_role(self, sight: Sight, found: Expression, time: Time, prep: str) -> Expression:
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


def _middle(first: date, last: date) -> date:
    """The first day of the second half of an interval: 1 July of a year."""
    half = calendar.months(first.year, 7, 1)
    if half and half.first and (last - first).days >= 364:
        return half.first
    return first + (last - first) // 2 + timedelta(days=1)
