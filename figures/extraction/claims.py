"""Claims: the whole way from a text to what it states, for one language.

::

    text → numbers: items with the scale and unit beside them; chains make ranges and lists, gapped lends what
           a list says once; quantities are those with a unit, conversions linked, and fractions
         → counts: numbers with the noun that they count
         → sentences: for each that holds a quantity, its marks (words)
           → meaning: changes, shares, bounds, currencies, allies, links
           → periods
           → scenes: who does what; measures: of what, in which state; parties: who and to whom
           → context: what sentences before say of both
           → speakers → claims
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from figures.extraction import measures, parties, scenes
from figures.extraction.context import Course
from figures.extraction.context.homes import Homes
from figures.extraction.context.naming import Names
from figures.extraction.context.short_names import ShortNames, short_phrases
from figures.extraction.context.topics import Topics
from figures.extraction.counts import Counts
from figures.extraction.meaning.allies import Allies
from figures.extraction.meaning.bounds import Bounds
from figures.extraction.meaning.changes import Changes
from figures.extraction.meaning.currencies import Currencies
from figures.extraction.meaning.links import link
from figures.extraction.meaning.shares import Shares
from figures.extraction.numbers.bare import BareNumbers
from figures.extraction.numbers.chains import Chains
from figures.extraction.numbers.conversions import Conversions
from figures.extraction.numbers.fractions import Fractions
from figures.extraction.numbers.fused import FusedGoals
from figures.extraction.numbers.gapped import Gapped
from figures.extraction.numbers.items import Items
from figures.extraction.numbers.joined import quantities_of
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.periods import PeriodGrammar, QuantityPeriod, grammar
from figures.extraction.scenes.separable import Separable
from figures.extraction.sentences import Sentence, Sentences
from figures.extraction.speakers import Speakers
from figures.extraction.words.marks import LateMarks, Mark, Spotter
from figures.extraction.words.party_names import context_phrases
from figures.extraction.words.spans import without_overlap
from figures.lexicon import UNDETERMINED, lexicon
from figures.records import CONTEXT_WINDOW, Claim, Link

_SENTENCES_KEPT = 4


class _Document(NamedTuple):
    """A text on its way: what is known of it, and the claims found so far."""

    text: str
    published: date | None
    speakers: Speakers
    claims: list[Claim]
    marks: dict[Sentence, list[Mark]]
    course: Course
    home: str
    spot: Callable[[int, int], list[Mark]]
    currencies: dict[str, str]


class _Fixed(NamedTuple):
    """What is the same for all claims of one quantity."""

    sentence: Sentence
    context: str
    speaker: str
    links: tuple[Link, ...]


class Reader:
    """Reads the claims of texts in one language."""

    def __init__(self, language: str) -> None:
        """Compile the tables of a language; raises `LanguageError` when it has none."""
        words = lexicon(language)
        # ISO 639-1 has no code for "undetermined"; a record leaves it empty.
        self.language = "" if language == UNDETERMINED else language
        self._language = language
        self._items = Items(words)
        self._bare = BareNumbers(words)
        self._chains = Chains(words, self._bare)
        self._conversions = Conversions(words)
        self._gapped = Gapped(words)
        self._counts = Counts(words, self._bare)
        self._fractions = Fractions(words)
        self._fused = FusedGoals(words)
        self._sentences = Sentences(words)
        phrases = [*words.marks(), *context_phrases(words), *short_phrases(words)]
        self._spotter = Spotter(phrases)
        self._topics = Topics(phrases)
        self._separable = Separable(words)
        self._homes = Homes(words)
        self._short_names = ShortNames(words)
        self._bounds = Bounds(words)
        self._changes = Changes(words)
        self._shares = Shares(words)
        self._currencies = Currencies(words)
        self._allies = Allies(words)
        self._periods: PeriodGrammar = grammar(words.section("periods"), language)

    def claims(self, text: str, published: date | None = None) -> list[Claim]:
        """All claims of a text, in order; `published` resolves "this year" and the like."""
        spot = partial(self._spotter.marks, text)
        speakers = Speakers(text, self._language)
        home = self._homes.of(text)
        course = Course(
            text, spot, Names(text, spot, self._language, home.country), speakers.at, home, self._topics
        )
        money = self._currencies.at_home(home.country)
        document = _Document(text, published, speakers, [], {}, course, home.country, spot, money)
        for before, sentence, quantities in self._sentences.groups(text, self.quantities(text)):
            self._read(document, before, sentence, quantities)
        return document.claims

    def quantities(self, text: str) -> list[Quantity]:
        """All quantities of a text by number and unit alone, in order and without overlap."""
        joined = self._chains.join(text, self._items.find(text))
        self._gapped.lend(text, joined, self._bare.usable)
        found = quantities_of(joined)
        self._conversions.link(text, found)
        found += self._counts.find(text, joined)
        found += self._fractions.find(text)
        found += self._fused.find(text)
        return without_overlap(found)

    def _marks(self, document: _Document, sentence: Sentence) -> list[Mark]:
        """The marks of a sentence; the last ones are kept, since one is often the one before the next."""
        marks = document.marks.get(sentence)
        if marks is None:
            if len(document.marks) >= _SENTENCES_KEPT:
                document.marks.clear()
            spotted = self._spotter.marks(document.text, *sentence)
            marks = self._separable.join(document.text, *sentence, spotted)
            marks = self._homes.named(document.text, marks, document.home, document.spot)
            marks = self._short_names.named(document.text, marks, document.spot)
            document.marks[sentence] = marks
        return marks

    def _read(
        self, document: _Document, before: Sentence | None, sentence: Sentence, quantities: list[Quantity]
    ) -> None:
        """Add the claims of one sentence to those of its document."""
        text = document.text
        marks = self._marks(document, sentence)
        marks_before = LateMarks(partial(self._marks, document, before)) if before else ()
        quantities = self._changes.assign(text, quantities, marks)
        self._shares.assign(text, sentence, quantities, marks, marks_before)
        self._bounds.assign(text, sentence, quantities, marks)
        quantities = self._currencies.without_rates(text, sentence, quantities)
        quantities = self._currencies.resolve(text, quantities, marks, marks_before, document.currencies)
        quantities = self._allies.counted(text, sentence, quantities, marks)
        if not quantities:
            return
        link(text, quantities, marks)
        periods = self._periods.assign(text, sentence, quantities, document.published, before)
        scene = scenes.read(text, sentence, quantities, marks, marks_before)
        matters = document.course.measures(scene, measures.assign(scene))
        sides, source = document.course.parties(scene, matters, parties.assign(scene, matters))
        places: dict[int, int] = {}
        place = len(document.claims)
        for quantity, side in zip(quantities, sides, strict=True):
            places[id(quantity)] = place
            place += len(side.actors) if side.each else 1
        for quantity, period, matter, side in zip(quantities, periods, matters, sides, strict=True):
            related = places.get(id(quantity.related))
            leans = before if "-before" in quantity.rule else source
            fixed = _Fixed(
                sentence=sentence,
                context=text[leans.start : leans.end] if leans is not None else "",
                speaker=document.speakers.of(sentence, quantity),
                links=() if related is None else (Link(quantity.relation, f"#{related}"),),
            )
            for actor in side.actors if side.each else ("; ".join(side.actors),):
                claim = self._claim(text, quantity, period, matter, actor, side.recipient, fixed)
                document.claims.append(claim)

    def _claim(
        self,
        text: str,
        quantity: Quantity,
        period: QuantityPeriod,
        matter: measures.Matter,
        actor: str,
        recipient: str,
        fixed: _Fixed,
    ) -> Claim:
        start, end = quantity.start, quantity.end
        quote_start, quote_end = fixed.sentence
        return Claim(
            kind=quantity.kind,
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            unit=quantity.unit,
            bound=quantity.bound,
            per=period.per,
            base=quantity.base,
            base_period_start=period.base_first,
            base_period_end=period.base_last,
            period_start=period.first,
            period_end=period.last,
            period_text=period.text,
            measure=matter.measure,
            programme=matter.programme,
            actor=actor,
            recipient=recipient,
            status=matter.status,
            speaker=fixed.speaker,
            exact=text[start:end],
            start=start,
            end=end,
            quote=text[quote_start:quote_end],
            quote_start=quote_start,
            prefix=text[max(0, start - CONTEXT_WINDOW) : start],
            suffix=text[end : end + CONTEXT_WINDOW],
            context=fixed.context,
            language=self.language,
            rule=quantity.rule,
            links=fixed.links,
        )


@cache
def reader(language: str) -> Reader:
    """The reader of a language, compiled once; raises `LanguageError` when it has no table."""
    return Reader(language)
