"""Speakers: the person to whom a figure's sentence is attributed.

A sentence inside a quotation belongs to whom the quotation is attributed; any other to the person
its own words name. A sentence that nobody is said to have spoken has no speaker, and bodies never
are one: empty rather than wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from figures.extraction.attributions import (
    Attribution,
    after_dash,
    attributions,
    mentions,
    quotations,
    verbless,
)
from figures.extraction.people import Person, run_after, speech_words
from figures.extraction.quantities import Quantity
from figures.extraction.sentences import Sentence

_LONGEST_BLOCK = 4_000
_BLOCKS_BACK = 8  # how far a pronoun looks for the person it stands for
_SENTENCE_END = re.compile(r"[.!?\u2026][\"\u201d\u00bb)]?\s")


class _Block(NamedTuple):
    """A paragraph, or a part of a very long one, with its quotations and attributions."""

    start: int
    end: int
    quotes: Sequence[tuple[int, int]]
    said: Sequence[Attribution]


class Speakers:
    """The speakers of one document; blocks are read when a figure in them asks.

    >>> text = '"We spent 2% of GDP," said Mark Rutte. "They gave $5 million," he added.'
    >>> speakers = Speakers(text, "en")
    >>> speakers.at(Sentence(39, 72), 50)
    'Mark Rutte'
    >>> Speakers("NATO said it spent 2% of GDP.", "en").at(Sentence(0, 29), 19)
    ''
    """

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._words = speech_words(language)
        self._person = Person(text, self._words)
        self._blocks: dict[int, _Block] = {}
        self._line = (0, -1)

    def of(self, sentence: Sentence, quantity: Quantity) -> str:
        """The full name of the person who states a quantity of a sentence, "" when nobody is named."""
        return self.at(sentence, quantity.start)

    def at(self, sentence: Sentence, place: int) -> str:
        """The full name of the person who states what stands at a place of a sentence."""
        if self._words.verbs is None:
            return ""
        block = self._block(*self._bounds(place))
        quote = next((span for span in block.quotes if span[0] <= place < span[1]), None)
        if quote is not None:
            found = self._of_quotation(block, quote)
            if found is not None:
                return self._resolve(block, found)
        found = self._of_sentence(block, sentence, place) or self._of_line(block, place)
        return self._resolve(block, found) if found is not None else ""

    def _bounds(self, place: int) -> tuple[int, int]:
        """The block around a place: its line, or an aligned part of a line that is very long."""
        start, end = self._line
        if not start <= place < end:
            start = self._text.rfind("\n", 0, place) + 1
            end = self._text.find("\n", place)
            end = len(self._text) if end < 0 else end
            self._line = (start, end)
        if end - start <= _LONGEST_BLOCK:
            return start, end
        start += (place - start) // _LONGEST_BLOCK * _LONGEST_BLOCK
        return start, min(start + _LONGEST_BLOCK, end)

    def _block(self, start: int, end: int) -> _Block:
        block = self._blocks.get(start)
        if block is None:
            text = self._text
            quotes = quotations(text, start, end)
            said = [
                found
                for found in attributions(text, start, end, self._words, self._person)
                if not any(span[0] < found.start and found.end < span[1] for span in quotes)
            ]
            block = self._blocks[start] = _Block(start, end, quotes, said)
        return block

    def _of_quotation(self, block: _Block, quote: tuple[int, int]) -> Attribution | None:
        """Who is said to have spoken a quotation, behind it, before it, or in the one before."""
        text = self._text
        place = block.quotes.index(quote)
        following = block.quotes[place + 1][0] if place + 1 < len(block.quotes) else block.end
        for found in block.said:
            if quote[1] - 1 <= found.start < following:
                if not _SENTENCE_END.search(text, quote[1], found.start):
                    return found
                break
        alone = verbless(text, quote[1], following, self._words, self._person)
        if alone is not None:
            return alone
        previous = block.quotes[place - 1][1] if place else block.start
        for found in reversed(block.said):
            if previous <= found.start and found.end <= quote[0]:
                if not _SENTENCE_END.search(text, found.end, quote[0]):
                    return found
                break
        if place:
            return self._of_quotation_before(block, place)
        return None

    def _of_quotation_before(self, block: _Block, place: int) -> Attribution | None:
        """The nearest attribution of the quotations before, which go on in this one."""
        end = block.quotes[place][0]
        for found in reversed(block.said):
            if found.end <= end:
                return found
        return None

    def _of_sentence(self, block: _Block, sentence: Sentence, place: int) -> Attribution | None:
        """The attribution in the sentence itself: the nearest before the figure, else behind it."""
        within = [
            found for found in block.said if sentence.start <= found.start and found.end <= sentence.end
        ]
        before = [found for found in within if found.end <= place]
        if before:
            return before[-1]
        return within[0] if within else None

    def _of_line(self, block: _Block, place: int) -> Attribution | None:
        """Who is named at the end of the line behind a dash, or at its beginning before a colon."""
        text = self._text
        for found in block.said:
            if found.start > place and after_dash(text, found.start, block.start):
                return found
        dash = max(text.rfind(sign, place, block.end) for sign in (" – ", " — ", " - "))
        if dash >= 0:
            alone = verbless(text, dash + 2, block.end, self._words, self._person)
            if alone is not None:
                return alone
        colon = text.find(": ", block.start, min(place, block.start + 60))
        if colon >= 0:
            run, end = run_after(text, block.start, self._words, colon)
            name = self._person.name(run) if end == colon else ""
            if " " in name:
                return Attribution(block.start, colon, name, "", frozenset())
        return None

    def _resolve(self, block: _Block, found: Attribution) -> str:
        """The name behind an attribution; a pronoun or role only where one person can be meant."""
        if not found.refers:
            return found.name
        limit = found.start
        for earlier in self._backwards(block):
            for said in reversed(earlier.said):
                if said.end > found.start or said.refers:
                    continue
                others = self._others(earlier, said.end, limit, said.name)
                if others:
                    return self._only(others, found)
                fits = not (found.titles and said.titles) or found.titles & said.titles
                return said.name if fits else ""
            others = self._others(earlier, earlier.start, min(limit, earlier.end), "")
            if others:
                return self._only(others, found)
        return ""

    def _others(self, block: _Block, start: int, end: int, known: str) -> list[Attribution]:
        """People named outside quotations between two places of a block, but for one."""
        return [
            named
            for named in mentions(self._text, start, min(end, block.end), self._words, self._person)
            if named.name != known and not any(span[0] < named.start < span[1] for span in block.quotes)
        ]

    def _only(self, others: Sequence[Attribution], found: Attribution) -> str:
        """The one person among those named who holds the office, "" when there are several."""
        fitting = [
            named for named in others if not found.titles or not named.titles or found.titles & named.titles
        ]
        names = {named.name for named in fitting}
        return names.pop() if len(names) == 1 else ""

    def _backwards(self, block: _Block) -> list[_Block]:
        blocks = [block]
        place = block.start
        while place > 0 and len(blocks) <= _BLOCKS_BACK:
            line, end = self._line
            start, finish = self._bounds(place - 1)
            self._line = (line, end)
            if finish > start:
                blocks.append(self._block(start, finish))
            place = start if start < place else place - 1
        return blocks
