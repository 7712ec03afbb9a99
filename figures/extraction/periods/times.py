"""What a form of time means: the days it covers, seen from the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from figures.extraction.periods import calendar
from figures.extraction.periods.calendar import NOWHEN, Interval
from figures.extraction.periods.patterns import compile_times
from figures.extraction.periods.words import Words

_JUST_GONE = 2  # months
_MONTHS_OF_UNITS = {"month": 1, "quarter": 3}


class Time(NamedTuple):
    """The days of a form of time, and how it was said.

    `grain` is its unit. `back` counts the years before the period of another figure ("a year
    earlier"); `same` asks for that period in the year of `interval` ("the same period of 2023").
    """

    form: str
    interval: Interval = NOWHEN
    grain: str = ""
    back: int = 0
    same: bool = False
    whole: bool = True  # a part of a year with its year, a month with its year


class Sight(NamedTuple):
    """What a form of time is read against: the sentence, its day, and its country's fiscal year."""

    symbols: str
    tokens: Sequence[str]
    published: date | None
    fiscal: str
    direction: int = 0  # −1 towards the past ("since June"), 1 towards the future ("by June")
    year: int = 0  # of the part of a year that the sentence named before ("… of 2024, in the second half")


class TimeReader:
    """Reads forms of time of one language."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._forms = compile_times(words)
        self._fiscal_word = re.compile(words.compile("<fiscal>"))
        gone_by = words.singles("gone_by")
        self._gone_by = re.compile(f"[{gone_by}]") if gone_by else None

    def read(self, sight: Sight, start: int, end: int) -> Time:
        """The time said by the tokens from `start` to `end`; without dates when it cannot be told."""
        if end - start == 1 and sight.symbols[start] in "YZ":
            return _year(int(sight.tokens[start]))
        for name, form in self._forms.items():
            found = form.fullmatch(sight.symbols, start, end)
            if found is not None:
                time: Time = getattr(self, f"_{name}")(sight, found)
                return time._replace(form=time.form or name)
        return Time("")

    def _value(self, role: str, found: re.Match[str], *groups: str) -> str:
        """What the first of the groups that matched says in a role."""
        for group in groups:
            if found[group] is not None:
                return self._words.value(role, found[group])
        return ""

    def _count(self, sight: Sight, found: re.Match[str], *groups: str) -> int:
        """The number in the first of the groups that matched, in digits or in words; 0 for none."""
        for group in groups:
            start = found.start(group)
            if start >= 0:
                if sight.symbols[start] in "DTYZ":
                    return int(sight.tokens[start])
                role = "ordinal" if self._words.has("ordinal", found[group]) else "number"
                return int(self._words.value(role, found[group]) or 0)
        return 0

    def _of_year(self, sight: Sight, found: re.Match[str], default: int = 0) -> int:
        """The year that a form is part of: said, else the one of publication; 0 for unknown."""
        start, end = found.span("of_year")
        if start < 0 and sight.year:
            return sight.year
        if start < 0:
            return sight.published.year + default if sight.published else 0
        return self._year_inside(sight, start, end).year

    def _is_fiscal(self, sight: Sight, found: re.Match[str]) -> bool:
        """Whether the year that a form is part of is a fiscal one, whose parts nobody can date."""
        start, end = found.span("of_year")
        return start >= 0 and self._fiscal_word.search(sight.symbols, start, end) is not None

    def _year_inside(self, sight: Sight, start: int, end: int) -> date:
        while start < end:
            time = self.read(sight, start, end)
            if time.form == "of_unit" and sight.published:
                return sight.published
            if time.form and time.interval.first and time.grain == "year":
                return time.interval.first
            start += 1
        return date.min

    def _day(self, sight: Sight, found: re.Match[str]) -> Time:
        month = int(self._value("month", found, "month", "month_before"))
        first = self._count(sight, found, "day", "day_after")
        last = self._count(sight, found, "last_day", "last_day_after") or first
        whole = found["of_year"] is not None
        year = self._of_year(sight, found) if whole else self._year_of_month(sight, month)
        begin, end = calendar.day(year, month, first), calendar.day(year, month, last)
        if begin is None or end is None:
            return Time("", grain="day", whole=whole)
        return Time("", Interval(begin.first, end.last), "day", whole=whole)

    def _year_of_month(self, sight: Sight, month: int) -> int:
        if sight.published is None:
            return 0
        if sight.direction:
            year, here = sight.published.year, sight.published.month
            if sight.direction > 0 and month < here <= month + _JUST_GONE:
                return year  # "by September", said in October, is the one gone by
            return year - (month > here) if sight.direction < 0 else year + (month < here)
        ahead = self._gone_by is not None and not self._gone_by.search(sight.symbols)
        return calendar.month_near(sight.published, month, to_come=ahead)

    def _iso(self, sight: Sight, found: re.Match[str]) -> Time:
        year, month, day = (int(sight.tokens[found.start(name)]) for name in ("year", "month", "day"))
        return Time("", calendar.day(year, month, day) or NOWHEN, "day")

    def _numeric(self, sight: Sight, found: re.Match[str]) -> Time:
        day, month, year = (int(part) for part in sight.tokens[found.start()].split("."))
        return Time("", calendar.day(year, month, day) or NOWHEN, "day")

    def _months(self, sight: Sight, found: re.Match[str]) -> Time:
        count = self._count(sight, found, "count", "count_before", "count_alone")
        year = self._of_year(sight, found)
        unit = self._value("units", found, "units", "units_after")
        count *= _MONTHS_OF_UNITS.get(unit, 0) if unit else 1
        if not year or not 1 <= count <= 12 or self._is_fiscal(sight, found):
            return Time("", grain="months")
        first = 1 if found["final"] is None and found["final_after"] is None else 13 - count
        interval = calendar.months(year, first, count) or NOWHEN
        ahead = sight.published and interval.last and interval.last > sight.published
        if found["of_year"] is None and ahead:
            # "In the first nine months", said in January, are those of the year that is over.
            interval = calendar.months(year - 1, first, count) or NOWHEN
        return Time("", interval, "months")

    def _same(self, sight: Sight, found: re.Match[str]) -> Time:
        start, end = found.span("again")
        if start >= 0:
            return Time("", grain="year", back=self.read(sight, start, end).back or 1, same=True)
        if found["of_year"] is None:
            return Time("", same=True)
        year = self._of_year(sight, found)
        return Time("", calendar.year(year), "year", same=True)

    def _half(self, sight: Sight, found: re.Match[str]) -> Time:
        return self._part(sight, found, "half-year", 2)

    def _quarter(self, sight: Sight, found: re.Match[str]) -> Time:
        return self._part(sight, found, "quarter", 4)

    def _part(self, sight: Sight, found: re.Match[str], unit: str, count: int) -> Time:
        number = self._count(sight, found, "ordinal", "number", "number_before", "number_after")
        if found["ordinal"] and self._words.has("final", found["ordinal"]):
            number = count
        whole = found["of_year"] is not None or found["year"] is not None
        year = self._count(sight, found, "year") or self._of_year(sight, found)
        known = year > 1 and not self._is_fiscal(sight, found)
        interval = calendar.part_of_year(year, unit, number) if known else None
        return Time("", interval or NOWHEN, unit, whole=whole)

    def _month(self, sight: Sight, found: re.Match[str]) -> Time:
        month = int(self._value("month", found, "month_led", "month", "month_name"))
        whole = found["of_year"] is not None
        year = self._of_year(sight, found) if whole else self._year_of_month(sight, month)
        said = self._value("step", found, "step") or self._value("step_after", found, "step_after")
        if said and sight.published:
            # "Last June" said in June is that of the year before.
            step, here = int(said), sight.published.month
            year = sight.published.year + (step if (month - here) * step <= 0 else 0)
        # "Last June" needs no preposition.
        form = "relative" if said else ""
        return Time(form, calendar.months(year, month, 1) or NOWHEN, "month", whole=whole)

    def _fiscal(self, sight: Sight, found: re.Match[str]) -> Time:
        numbers = [sight.tokens[place] for place in range(*found.span()) if sight.symbols[place] in "YZDT"]
        month, _, named_by = sight.fiscal.partition(" ")
        step = next(
            (value for place in range(*found.span()) if (value := self._step_at(sight, place, found.end()))),
            "",
        )
        start = calendar.fiscal_start(numbers, step, sight.published, int(month or 0), named_by)
        return Time("", calendar.months(start, int(month), 12) or NOWHEN if start else NOWHEN, "year")

    def _step_at(self, sight: Sight, start: int, limit: int) -> str:
        for end in range(start + 1, limit + 1):
            piece = sight.symbols[start:end]
            value = self._words.value("step", piece) or self._words.value("step_after", piece)
            if value:
                return value
        return ""

    def _pair(self, sight: Sight, found: re.Match[str]) -> Time:
        place = next(place for place in range(*found.span()) if sight.symbols[place] in "YZ")
        first, last = sight.tokens[place], sight.tokens[place + 2]
        begin, end = int(first), int(first[: 4 - len(last)] + last)
        slash = sight.symbols[place + 1] == "s"
        if end == begin + 1 and not slash and self._words.has("years_before", sight.symbols[found.start()]):
            return Time("", calendar.months(begin, 1, 24) or NOWHEN, "years")
        if end == begin + 1 and (slash or len(last) == 2):
            month, _, named_by = sight.fiscal.partition(" ")
            start = calendar.fiscal_start([first, last], "", None, int(month or 0), named_by)
            return Time("", calendar.months(start, int(month), 12) or NOWHEN if start else NOWHEN, "year")
        if end <= begin or slash:
            return Time("", grain="")
        return Time("", calendar.months(begin, 1, 12 * (end - begin + 1)) or NOWHEN, "years")

    def _decade(self, sight: Sight, found: re.Match[str]) -> Time:
        year = self._count(sight, found, "year", "year_after")
        if year < 100:
            year += 2000 if year < 50 else 1900
        if year % 10:
            return _year(year)  # "les années 2026 et 2027"
        return Time("", calendar.months(year, 1, 120) or NOWHEN, "decade")

    def _ago(self, sight: Sight, found: re.Match[str]) -> Time:
        unit = self._value("unit", found, "unit", "unit_after") or self._value(
            "units", found, "unit", "unit_after"
        )
        count = self._count(sight, found, "count", "count_after")
        if unit != "year" or sight.published is None:
            return Time("", grain=unit)
        return Time("", calendar.around(sight.published, "year", -count) or NOWHEN, "year")

    def _again(self, sight: Sight, found: re.Match[str]) -> Time:
        if found["word"] is not None:
            # "Im Vorjahr": the unit before that of another figure, or before the day of publication.
            unit = self._words.value("again", found["word"])
            since = calendar.around(sight.published, unit, -1) if sight.published is not None else None
            return Time("", since or NOWHEN, grain=unit, back=1)
        groups = ("unit", "unit_before", "unit_counted")
        unit = self._value("unit", found, *groups) or self._value("units", found, *groups)
        back = self._count(sight, found, "count") or 1
        return Time("", grain=unit, back=back)

    def _relative(self, sight: Sight, found: re.Match[str]) -> Time:
        if found["word"] is not None:
            unit, _, step = self._words.value("relative", found["word"]).rpartition(" ")
        else:
            unit = self._value("unit", found, "unit", "unit_before")
            step = self._value("step", found, "step") or self._value("step_after", found, "step_after")
        if sight.published is None or not step:
            return Time("", grain=unit)
        return Time("", calendar.around(sight.published, unit, int(step)) or NOWHEN, unit)

    def _year(self, sight: Sight, found: re.Match[str]) -> Time:
        return next(
            _year(int(sight.tokens[place])) for place in range(*found.span()) if sight.symbols[place] in "YZ"
        )

    def _of_unit(self, _sight: Sight, found: re.Match[str]) -> Time:
        return Time("", grain=self._value("unit", found, "unit"))


def _year(year: int) -> Time:
    return Time("year", calendar.year(year), "year")
