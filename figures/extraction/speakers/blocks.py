"""Blocks: a paragraph with its quotations and attributions, the unit in which speakers are sought."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from figures.extraction.speakers.attributions import Attribution, attributions
from figures.extraction.speakers.mentions import mentions
from figures.extraction.speakers.people import Person
from figures.extraction.speakers.quotations import after_dash, quotations
from figures.extraction.speakers.speech_words import SpeechWords
from figures.extraction.words.nearby import word_before

_LONGEST = 4_000
_BACK = 8  # blocks, empty lines among them, in which a pronoun looks for its person


class _Voices(NamedTuple):
    """Who speaks in a block, in order, and where."""

    said: Sequence[Attribution]
    starts: Sequence[int]
    spoken: Sequence[Attribution]
    dashed: Sequence[Attribution]


class Block:
    """A line, or an aligned part of a very long one; what stands in it is in order.

    Who speaks in it is read when somebody first asks: most figures are asked for in vain.
    """

    __slots__ = ("_found", "_named", "_person", "_text", "_words", "end", "quotes", "start")

    def __init__(self, text: str, start: int, end: int, words: SpeechWords, person: Person) -> None:
        self.start, self.end = start, end
        self._text, self._words, self._person = text, words, person
        self._named: list[Attribution] | None = None
        self._found: _Voices | None = None
        self.quotes: Sequence[tuple[int, int]] = quotations(text, start, end)

    @property
    def _voices(self) -> _Voices:
        if self._found is None:
            text, start = self._text, self.start
            everybody = [
                found
                for found in attributions(text, start, self.end, self._words, self._person)
                if not self._quoted(found)
            ]
            said = [found for found in everybody if found.speaks]
            self._found = _Voices(
                said,
                [found.start for found in said],
                [found for found in everybody if not found.refers],
                [found for found in said if after_dash(text, self._before_article(found.start), start)],
            )
        return self._found

    def _before_article(self, place: int) -> int:
        """Where an article directly before a place begins, else the place: "… all. – the minister said"."""
        before = word_before(self._text, place)
        return before.start if before.word in self._words.articles else place

    @property
    def spoken(self) -> Sequence[Attribution]:
        """The people named as speakers, and those who only act."""
        return self._voices.spoken

    @property
    def dashed(self) -> Sequence[Attribution]:
        """The attributions that stand behind a dash."""
        return self._voices.dashed

    def quote_at(self, place: int) -> int:
        """Which quotation, by its place in `quotes`, a place of the text lies in; -1 for none."""
        found = bisect_right(self.quotes, (place, self.end)) - 1
        return found if found >= 0 and place < self.quotes[found][1] else -1

    def said_in(self, start: int, end: int) -> Sequence[Attribution]:
        """The attributions that begin between two places."""
        voices = self._voices
        return voices.said[bisect_left(voices.starts, start) : bisect_left(voices.starts, end)]

    def named(self) -> Sequence[Attribution]:
        """The people named with their office outside quotations, whether they speak or not."""
        if self._named is None:
            self._named = [
                found
                for found in mentions(self._text, self.start, self.end, self._words, self._person)
                if not self._quoted(found)
            ]
        return self._named

    def _quoted(self, found: Attribution) -> bool:
        """Whether an attribution is itself part of what is quoted."""
        quote = self.quote_at(found.start)
        inside = quote >= 0 and self.quotes[quote][0] < found.start and found.end < self.quotes[quote][1]
        return inside and not self._put_in(found)

    def _put_in(self, found: Attribution) -> bool:
        """Whether an attribution between dashes breaks the quotation: "«… all, — he said. — …»"."""
        end = self._text.find(".", found.start, found.end + 40)
        behind = self._text[end + 1 : end + 4].strip() if end >= 0 else ""
        before = self._text[max(self.start, found.start - 4) : found.start].rstrip(" \xa0-–—")
        dashed = after_dash(self._text, found.start, self.start) and before[-1:] in {",", ".", "!", "?", "…"}
        return dashed and behind[:1] in {"-", "–", "—"}


class Blocks:
    """The blocks of one document, each read when first asked for."""

    def __init__(self, text: str, words: SpeechWords) -> None:
        self.text = text
        self.words = words
        self.person = Person(text, words)
        self._known: dict[int, Block] = {}
        self._line = (0, -1)

    def at(self, place: int) -> Block:
        """The block around a place of the text."""
        start, end = self._bounds(place)
        block = self._known.get(start)
        if block is None:
            block = self._known[start] = Block(self.text, start, end, self.words, self.person)
        return block

    def back_from(self, block: Block) -> Iterator[Block]:
        """A block and those before it, backwards, as far as a pronoun reaches."""
        yield block
        line, place = self._line, block.start
        for _ in range(_BACK):
            if place <= 0:
                break
            earlier = self.at(place - 1)
            place = min(earlier.start, place - 1)
            yield earlier
        self._line = line

    def on_from(self, block: Block) -> Iterator[Block]:
        """The blocks behind a block, as far as the parts of one quotation may reach."""
        line, place = self._line, block.end + 1
        for _ in range(_BACK):
            if place >= len(self.text):
                break
            later = self.at(place)
            place = max(later.end, place) + 1
            yield later
        self._line = line

    def _bounds(self, place: int) -> tuple[int, int]:
        start, end = self._line
        if not start <= place <= end:
            start = self.text.rfind("\n", 0, place) + 1
            end = self.text.find("\n", place)
            end = len(self.text) if end < 0 else end
            self._line = (start, end)
        if end - start > _LONGEST:
            start += (place - start) // _LONGEST * _LONGEST
        return start, min(start + _LONGEST, end)
