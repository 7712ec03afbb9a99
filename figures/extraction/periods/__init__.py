"""Periods: which span of time a quantity is for, per which span it is stated, against which it is measured.

A sentence becomes a string of symbols, one for each word of time (`words`, `tables`); patterns over
symbols, the same for all languages, find the expressions (`patterns`, `expressions`) and say which
days they cover (`times`, `calendar`); each is then given to the quantities it governs
(`assignment`). No library returns intervals, and most read "20%" as a date.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.periods.assignment import Assigner
from figures.extraction.periods.calendar import NOWHEN, Interval
from figures.extraction.periods.expressions import Expression
from figures.extraction.periods.finding import Finder
from figures.extraction.periods.holdings import Holding, Place, QuantityPeriod, shifted
from figures.extraction.periods.patterns import compile_seeds
from figures.extraction.periods.tables import words_of
from figures.extraction.periods.words import TOKEN
from figures.extraction.sentences import Sentence
from figures.extraction.sentences.lists import is_heading, is_item

__all__ = ["Period", "PeriodGrammar", "QuantityPeriod", "Reading", "grammar"]


class Period(NamedTuple):
    """A period expression in a text.

    `role` is period, base, rate or running; or mention, a time that is no period of a figure: a
    day without preposition, a year in a name, a span ("two-day"). `per` is set for rates.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    per: str
    role: str


class Reading:
    """One sentence read for periods: its expressions, and their places in the text."""

    __slots__ = ("expressions", "places", "symbols")

    def __init__(
        self, symbols: str, expressions: Sequence[Expression], places: Sequence[tuple[int, int]]
    ) -> None:
        """Keep what was found; `places` are the spans of the tokens, in code points of the text."""
        self.symbols = symbols
        self.expressions = expressions
        self.places = places

    def span(self, found: Expression) -> tuple[int, int]:
        """Where an expression stands in the text."""
        return self.places[found.start][0], self.places[found.end - 1][1]

    def spans(self) -> list[Period]:
        """All expressions as periods of the text, in order."""
        return [
            Period(*self.span(found), found.interval.first, found.interval.last, found.per, found.role)
            for found in self.expressions
        ]


_NOTHING = Reading("", (), ())


class PeriodGrammar:
    """Finds periods in sentences of one language and gives them to quantities; safe to share by threads.

    >>> english = grammar({"in": ["in"], "per": ["a"], "units": {"year": ["year"]}}, "en")
    >>> [tuple(period)[:4] for period in english.spans("€5bn a year in 2024", Sentence(0, 19), None)]
    [(5, 11, None, None), (12, 19, datetime.date(2024, 1, 1), datetime.date(2024, 12, 31))]
    >>> english.spans("20% more", Sentence(0, 8), None)
    []
    """

    def __init__(self, section: Mapping[str, Any], language: str) -> None:
        """Compile the grammar for the words of a language: the ``[periods]`` section of its table."""
        words = words_of(section, language)
        self._symbols = words.symbols
        self._seeds = compile_seeds(words)
        self._finder = Finder(
            words,
            bare_year=bool(section.get("bare_year", False)),
            bare_day=bool(section.get("bare_day", False)),
        )
        self._assigner = Assigner(words)
        self._pointed = frozenset(section.get("pointed", ()))

    def read(self, text: str, sentence: Sentence, published: date | None) -> Reading:
        """Read one sentence: the expressions of time that it holds."""
        tokens = TOKEN.findall(text, sentence.start, sentence.end)
        symbols = self._symbols(tokens)
        if not self._seeds.search(symbols):
            return _NOTHING
        expressions = self._finder.read(symbols, tokens, published)
        if not expressions:
            return _NOTHING
        places = [self._span(found) for found in TOKEN.finditer(text, sentence.start, sentence.end)]
        return Reading(symbols, expressions, places)

    def _span(self, token: re.Match[str]) -> tuple[int, int]:
        """Where a token stands, with the full stop of a short word of the table."""
        start, end = token.span()
        pointed = token.string[end : end + 1] == "." and token[0].lower() in self._pointed
        return start, end + pointed

    def spans(self, text: str, sentence: Sentence, published: date | None) -> list[Period]:
        """All period expressions of a sentence, in order, those that govern no figure among them."""
        return self.read(text, sentence, published).spans()

    def assign(
        self,
        text: str,
        sentence: Sentence,
        quantities: Sequence[Quantity],
        published: date | None,
        before: Sentence | None,
    ) -> list[QuantityPeriod]:
        """The period of each quantity of a sentence, in their order.

        `published` resolves relative words; `before` is the sentence before, whose period holds
        where this one plainly goes on ("Of this, …") and says none itself.
        """
        if not quantities:
            return []
        reading = self._since(text, self.read(text, sentence, published), before, published)
        inherited = QuantityPeriod()
        if before is not None and not any(
            found.role == "period" and not found.if_change for found in reading.expressions
        ):
            inherited = self._from_before(text, sentence, before, published)
        if not reading.expressions:
            return [inherited] * len(quantities)
        starts = [start for start, _ in reading.places]
        ends = [end for _, end in reading.places]
        # One number said "each" of several is several quantities at one place.
        standing = {(quantity.start, quantity.end): quantity for quantity in quantities}
        order = sorted(standing)
        places = [_place(standing[span], starts, ends) for span in order]
        given = self._assigner.assign(reading.symbols, reading.expressions, places)
        stated = {
            span: _stated(text, reading, holding, inherited)
            for span, holding in zip(order, given, strict=True)
        }
        return _with_conversions(
            quantities, [stated[quantity.start, quantity.end] for quantity in quantities]
        )

    def _since(self, text: str, reading: Reading, before: Sentence | None, published: date | None) -> Reading:
        """A reading in which "since then" counts from the last time told before it."""
        for place, found in enumerate(reading.expressions):
            if found.grain != "then":
                continue
            told = reading.expressions[:place]
            if before is not None and not any(time.full.first or time.interval.first for time in told):
                told = self.read(text, before, published).expressions
            first = next(
                (day for time in reversed(told) if (day := time.full.first or time.interval.first)), None
            )
            since = found._replace(interval=Interval(first, None))
            expressions = [*reading.expressions[:place], since, *reading.expressions[place + 1 :]]
            return Reading(reading.symbols, expressions, reading.places)
        return reading

    def _from_before(
        self, text: str, sentence: Sentence, before: Sentence, published: date | None
    ) -> QuantityPeriod:
        """The one period of the sentence before, where this one begins by pointing back or is its item."""
        opening = self._symbols(TOKEN.findall(text, sentence.start, min(sentence.end, sentence.start + 80)))
        listed = is_item(text, sentence.start) and is_heading(text, before.end)
        if not listed and not self._assigner.continuing.match(opening):
            return QuantityPeriod()
        reading = self.read(text, before, published)
        periods = [found for found in reading.expressions if found.role == "period"]
        if len(periods) != 1 or periods[0].back or periods[0].same:
            return QuantityPeriod()
        return QuantityPeriod(*periods[0].interval, _text(text, reading, periods[0]))


def grammar(section: Mapping[str, Any], language: str) -> PeriodGrammar:
    """The grammar of a language (ISO 639-1) from the ``[periods]`` section of its table."""
    return PeriodGrammar(section, language)


def _place(quantity: Quantity, starts: Sequence[int], ends: Sequence[int]) -> Place:
    """The tokens that a quantity covers."""
    first = bisect_right(ends, quantity.start)
    last = bisect_left(starts, quantity.end)
    return Place(first, max(first, last), quantity.kind, quantity.relation == "same_amount")


def _with_conversions(quantities: Sequence[Quantity], stated: list[QuantityPeriod]) -> list[QuantityPeriod]:
    """An amount and its conversion are for the same time: "€12bn ($14bn) a year in 2026"."""
    for place in range(1, len(quantities)):
        if (
            quantities[place].relation != "same_amount"
            or quantities[place].related is not quantities[place - 1]
        ):
            continue
        first, second = stated[place - 1], stated[place]
        told = first if first.text or not second.text else second
        per = first.per or second.per
        stated[place - 1] = first._replace(first=told.first, last=told.last, text=told.text, per=per)
        stated[place] = second._replace(first=told.first, last=told.last, text=told.text, per=per)
    return stated


def _text(text: str, reading: Reading, found: Expression) -> str:
    start, end = reading.span(found)
    return " ".join(text[start:end].split())


def _stated(text: str, reading: Reading, holding: Holding, inherited: QuantityPeriod) -> QuantityPeriod:
    """What a quantity was given, as dates and words."""
    period, base = holding.period, holding.base
    first, last, words = inherited[:3]
    if period is not None:
        first, last, words = *holding.resolved, _text(text, reading, period)
    against = NOWHEN
    if base is not None:
        own = holding.resolved if period is not None else Interval(first, last)
        against = shifted(base, own) if base.back or base.same else base.full
    per = holding.rate.per if holding.rate else ""
    return QuantityPeriod(first, last, words, per, against.first, against.last)
