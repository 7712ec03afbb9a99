"""Finds the period expressions of a sentence: times with their prepositions, running spans, rates."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from figures.extraction.periods import calendar
from figures.extraction.periods.calendar import NOWHEN, Interval
from figures.extraction.periods.expressions import Expression
from figures.extraction.periods.limits import limited, near, phase_of
from figures.extraction.periods.patterns import compile_expressions
from figures.extraction.periods.roles import Roles
from figures.extraction.periods.times import Sight, Time, TimeReader
from figures.extraction.periods.words import Words

# Of these the year is often said once: "in the first half of 2024 …, in the second …".
_PARTS = frozenset({"half-year", "quarter", "months"})


class Finder:
    """Finds the period expressions of one language in the symbols of a sentence."""

    def __init__(self, words: Words, *, bare_year: bool, bare_day: bool) -> None:
        self._words = words
        self._times = TimeReader(words)
        self._pattern = compile_expressions(words)
        self._bare_year = bare_year
        self._roles = Roles(words, bare_year=bare_year, bare_day=bare_day)
        self._trailing = re.compile(words.compile("<period_noun>"))
        self._led = re.compile(words.compile("<span_from>$"))
        self._times_before = re.compile(words.compile("(?:<times>|<half>)$"))
        self._fiscal_country = re.compile(words.compile("<fiscal_country>"))
        self._builders: dict[str, Callable[[Sight, re.Match[str]], Expression | None]] = {
            "plain": self._plain,
            "noun_base": self._noun_base,
            "then": self._then,
            "event": self._event,
            "event_alone": self._running,
            "starting": self._starting,
            "until": self._until,
            "so_far": self._so_far,
            "running": self._running,
            "timed": self._timed,
            "edge": self._edge,
            "rate": self._rate,
            "unit_on_unit": self._unit_on_unit,
            "slashed": self._mention,
            "adjective": self._adjective,
            "duration": self._mention,
            "lone": self._mention,
        }

    def read(self, symbols: str, tokens: Sequence[str], published: date | None) -> list[Expression]:
        """All expressions of a sentence, in order."""
        country = self._fiscal_country.search(symbols)
        fiscal = self._words.value("fiscal_country", country[0]) if country else ""
        sight = Sight(symbols, tokens, published, fiscal)
        found: list[Expression] = []
        for match in self._pattern.finditer(symbols):
            name = match.lastgroup or ""
            expression = self._builders[name[:-1]](sight, match)
            if expression is not None:
                found.append(self._roles.without_vetoes(symbols, expression))
                first = expression.full.first or expression.interval.first
                if first and expression.grain in _PARTS and "Y" in match[0]:
                    sight = sight._replace(year=first.year)
        return found

    def _mention(self, _sight: Sight, match: re.Match[str]) -> Expression:
        return Expression(match.start(), match.end(), "mention")

    def _running(self, sight: Sight, match: re.Match[str]) -> Expression:
        first = sight.symbols[match.start()]
        if self._words.has("of", first) and self._words.has("article", first):
            return self._mention(sight, match)  # "der letzten Jahre" belongs to a noun before it
        return Expression(match.start(), match.end(), "running")

    def _noun_base(self, sight: Sight, match: re.Match[str]) -> Expression:
        year = calendar.year(int(sight.tokens[match.start("base_year")]))
        return Expression(match.start(), match.end(), "base", grain="year", full=year)

    def _then(self, _sight: Sight, match: re.Match[str]) -> Expression:
        return Expression(match.start(), match.end(), "period", grain="then")

    def _event(self, sight: Sight, match: re.Match[str]) -> Expression:
        time = self._times.read(sight._replace(direction=-1), *match.span("event_time"))
        interval = Interval(time.interval.first, None)
        return Expression(match.start(), match.end(), "period", interval, grain=time.grain)

    def _starting(self, sight: Sight, match: re.Match[str]) -> Expression:
        """The fiscal year starting April 1: twelve months from the day nearest that of publication."""
        time = self._times.read(sight, *match.span("starting_time"))
        first = time.interval.first
        if first and not time.whole and sight.published:
            near_by = [calendar.earlier(time.interval, "year", step).first for step in (1, 0, -1)]
            published = sight.published
            first = min((day for day in near_by if day), key=lambda day: abs((day - published).days))
        interval = calendar.year_from(first) if first else None
        return Expression(match.start(), match.end(), "period", interval or NOWHEN, grain="year")

    def _until(self, sight: Sight, match: re.Match[str]) -> Expression:
        time = self._times.read(sight, *match.span("until_time"))
        counted = match["until_count"]
        count = int(self._number(sight, match.start("until_count"), counted)) if counted else 1
        said = match["until_unit"]
        unit = self._words.value("unit", said) or self._words.value("units", said) or "year"
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

    def _rate(self, sight: Sight, match: re.Match[str]) -> Expression:
        if self._times_before.search(sight.symbols[max(0, match.start() - 2) : match.start()]):
            return self._mention(sight, match)
        words = self._words
        per = (
            words.value("unit", match["rate_unit"])
            if match["rate_unit"]
            else words.value("rate", match["rate_word"])
        )
        if per == "decade":
            return self._mention(sight, match)
        return Expression(match.start(), match.end(), "rate", per=per)

    def _unit_on_unit(self, sight: Sight, match: re.Match[str]) -> Expression:
        if self._roles.is_record(sight.symbols, match.start()):
            return self._mention(sight, match)
        unit = self._words.value("unit_on_unit", match["unit_on_unit"])
        return Expression(match.start(), match.end(), "base", grain=unit, back=1)

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
            match.start(),
            match.end(),
            "period",
            limited(self._words.plays(prep), phase, interval),
            grain="day",
        )

    def _plain(self, sight: Sight, match: re.Match[str]) -> Expression:
        prep = self._words.plays(match["plain_prep"])
        start, end = match.span()
        year = calendar.year(int(sight.tokens[end - 1]))
        prep = near(prep, year, sight.published)
        found = Expression(start, end, "period", limited(prep, "", year), grain="year", full=year)
        return self._roles.of_time(sight, found, "year", prep, whole=True)

    def _timed(self, sight: Sight, match: re.Match[str]) -> Expression | None:
        prep, phase_words = self._words.plays(match["prep"] or ""), match["phase"]
        if "since" in prep:
            sight = sight._replace(direction=-1)
        elif "by" in prep or "before" in prep:
            sight = sight._replace(direction=1)
        time = self._times.read(sight, *match.span("time"))
        if not time.form:
            return self._mention(sight, match)
        phase = phase_of(self._words, phase_words) if phase_words else ""
        start = match.start() if prep else match.start("phase") if phase_words else match.start("time")
        end = match.end()
        if match["join"] is not None:
            return self._joined(sight, match, time, start)
        if match["and_next"] is not None and time.interval.first:
            # "Over this year and next"
            after = calendar.earlier(time.interval, time.grain, -1)
            both = Interval(time.interval.first, after.last)
            return Expression(start, end, "period", both, grain=time.grain, full=both)
        if (
            time.form == "month"
            and not time.whole
            and self._words.has("article", sight.symbols[match.start("time") - 1 : match.start("time")])
        ):
            return self._mention(sight, match)  # "at the January session"
        if time.form == "pair":
            end = self._with_noun(sight.symbols, end)
        prep = near(prep, time.interval, sight.published)
        interval = limited(prep, phase, time.interval)
        if match["onwards"] is not None:
            open_ended = Interval(interval.first, None)
            return Expression(start, end, "period", open_ended, grain=time.grain, full=time.interval)
        found = Expression(
            start, end, "period", interval, "", time.grain, "", time.back, time.same, time.interval
        )
        if time.form == "year" and not phase and not self._roles.is_clear_year(sight.symbols, match):
            return self._roles.year_in_phrase(sight, match, found)
        # "Fin juin 2025": a phase makes a month of a year stand alone.
        alone = time.whole or self._bare_year  # "Ende September lag …"
        form = "" if phase and alone and time.form == "month" else time.form
        return self._roles.of_time(sight, found, form, prep, time.whole)

    def _joined(self, sight: Sight, match: re.Match[str], time: Time, start: int) -> Expression:
        """From 2022 to 2024, between 2022 and 2024, 2022–2024, in 2023 and 2024."""
        second = self._times.read(sight, *match.span("time2"))
        first = time
        if not time.whole and second.interval.last:
            # The year is said once: "from January to June 2024".
            dated = sight._replace(published=second.interval.last, direction=-1)
            first = self._times.read(dated, *match.span("time"))
        begin = limited(frozenset(), phase_of(self._words, match["phase"]), first.interval)
        end = limited(frozenset(), phase_of(self._words, match["phase2"]), second.interval)
        more = [
            calendar.year(int(sight.tokens[place]))
            for place in range(match.start("more"), match.end("more"))
            if sight.symbols[place] in "YZ"
        ]
        listed = self._words.has("and", match["join"]) and not self._words.has("between", match["prep"] or "")
        parts = [begin, *more, end]
        if more and time.grain == "year" and time.form == "fiscal":
            parts, interval = [begin, end], Interval(begin.first, end.last)
        elif listed or more:
            interval = calendar.hull(parts)
        else:
            ordered = begin.first and end.last and begin.first <= end.last
            interval = Interval(begin.first, end.last) if ordered else NOWHEN
        stop = self._with_noun(sight.symbols, match.end())
        prep = match["prep"] or ""
        role = "base" if self._words.has("base", prep) else "period"
        led = None if prep else self._led.search(sight.symbols, max(0, start - 2), start)
        start = led.start() if led else start
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
