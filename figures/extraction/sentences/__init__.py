"""Sentences around quantities, with offsets.

sentencex splits well but for two things, mended here: a quotation of several sentences is to be
split; a piece that begins in lower case, or follows an abbreviation, goes on. Only the lines that
hold a quantity are split, and the one before, in windows, since the splitter slows down on long
unclosed quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import sentencex

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.sentences.ends import Ends
from figures.extraction.sentences.lists import is_heading, is_item
from figures.extraction.sentences.paragraphs import Paragraphs, Stretch
from figures.lexicon import Lexicon
from figures.records import QUOTE_LIMIT

# Quotation marks keep the splitter from splitting inside; surrogates make it fail.
_DISTURBING = re.compile('["“”„‟«»‹›\ud800-\udfff]')
# In a line of these alone no sentence ends before the end of the line.
_ONE_SENTENCE = re.compile(r"[\w \t\xa0,;:()%€$£'’–—/&+-]*+[.!?]?\s*+")
_OPENING = '"“„«‘'
_WINDOW = 2_000
_CLAUSE_END = re.compile(r"[,;:—–)] ")


class Sentence(NamedTuple):
    """Where a sentence stands in its text: ``text[start:end]``, without surrounding white space."""

    start: int
    end: int


class Group(NamedTuple):
    """The quantities of one sentence, with the sentence before it in its paragraph.

    Before an item of a list that is the heading of the list, where it has one.
    """

    before: Sentence | None
    sentence: Sentence
    quantities: list[Quantity]


class Sentences:
    """Finds the sentences of texts of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        # The splitter's rules for some languages take many times longer than a neighbour's.
        self._language: str = lexicon.section("sentences").get("split_like", lexicon.language)
        self._paragraphs = Paragraphs(lexicon)
        self._ends = Ends(lexicon)
        self._opens_with_year = bool(lexicon.section("sentences").get("opens_with_year", False))

    def groups(self, text: str, quantities: Iterable[Quantity]) -> Iterator[Group]:
        """The quantities of a text, which are in order, sentence by sentence.

        A sentence never ends within a quantity and has at most `QUOTE_LIMIT` code points.
        """
        group: Group | None = None
        around: _Around | None = None
        for quantity in quantities:
            if group is not None:
                if quantity.end <= group.sentence.end:
                    group.quantities.append(quantity)
                    continue
                yield group
            if around is None or quantity.start >= around.end:
                paragraph = self._paragraphs.around(text, quantity.start, around.end if around else 0)
                around = _Around(self, text, paragraph, self._paragraphs.lines(text, paragraph))
            group = Group(*around.at(quantity.start, quantity.end), [quantity])
        if group is not None:
            yield group

    def split(self, text: str, start: int, end: int) -> list[Sentence]:
        """The sentences of a stretch of running text, in order."""
        if end - start <= QUOTE_LIMIT and _ONE_SENTENCE.fullmatch(text, start, end):
            return _filled(text, (Sentence(start, end),))
        pieces: list[Sentence] = []
        for window_start, window_end in _windows(text, start, end):
            flat = _DISTURBING.sub(" ", text[window_start:window_end])
            first = window_start
            for piece in sentencex.get_sentence_boundaries(self._language, flat):
                last = _before_opening(text, first, window_start + piece["end_index"])
                pieces.append(Sentence(first, last))
                first = last
            if first < window_end:
                pieces.append(Sentence(first, window_end))
        if self._opens_with_year:
            pieces = [
                part for piece in pieces for part in _parted(self._ends.before_years(text, *piece), piece)
            ]
        found: list[Sentence] = []
        for sentence in self._repaired(text, pieces):
            if sentence.end - sentence.start <= QUOTE_LIMIT:
                found.append(sentence)
            else:
                found += _at_most(text, sentence, QUOTE_LIMIT)
        return found

    def _repaired(self, text: str, pieces: Sequence[Sentence]) -> list[Sentence]:
        """The pieces with those joined that belong together, and white space taken off."""
        joined: list[Sentence] = []
        for piece in pieces:
            if joined and self._ends.go_on(text, joined[-1], piece):
                joined[-1] = Sentence(joined[-1].start, piece.end)
            else:
                joined.append(piece)
        return _filled(text, joined)


class _Around:
    """The sentences around the quantities of one paragraph, split line by line as they are asked for."""

    def __init__(self, splitter: Sentences, text: str, paragraph: Stretch, lines: Sequence[Stretch]) -> None:
        self.end = paragraph.end
        self._splitter = splitter
        self._text = text
        self._lines = lines
        self._line = -1  # the last line that is split
        self._found: list[Sentence] = []
        self._place = 0
        self._heading: Sentence | None = None  # of the list that the line belongs to

    def at(self, start: int, end: int) -> tuple[Sentence | None, Sentence]:
        """The sentence around a quantity, and the one before it; asked for in the order of the text."""
        if not self._found or self._found[-1].end <= start:
            self._go_to(start)
        found = self._found
        while self._place < len(found) - 1 and found[self._place].end <= start:
            self._place += 1
        while found[self._place].end < end:
            self._join(start, end)
        sentence = found[self._place]
        if self._heading is not None and is_item(self._text, sentence.start):
            return self._heading, sentence
        return (found[self._place - 1] if self._place else None), sentence

    def _go_to(self, start: int) -> None:
        """Split the line that holds a place; of what is before it, keep the last sentence."""
        line = max(self._line, 0)
        while line < len(self._lines) - 1 and self._lines[line].end <= start:
            line += 1
        if self._is_item(line):
            for before in range(line - 1, self._line - 1, -1):
                if not self._is_item(before):
                    self._heading = self._last_of(before)
                    break
        previous = self._found[-1:]
        for before in range(line - 1, self._line, -1):
            split = self._split(before)
            if split:
                previous = split[-1:]
                break
        self._found = [*previous, *self._split(line)]
        self._place, self._line = 0, line

    def _is_item(self, line: int) -> bool:
        return line >= 0 and is_item(self._text, self._lines[line].start)

    def _last_of(self, line: int) -> Sentence | None:
        """The last sentence of a line, if it leads a list."""
        split = self._split(line) if line >= 0 else []
        return split[-1] if split and is_heading(self._text, split[-1].end) else None

    def _split(self, line: int) -> list[Sentence]:
        return self._splitter.split(self._text, *self._lines[line])

    def _join(self, start: int, end: int) -> None:
        """Join the sentence that ends within a quantity to the next one, or cut it before the quantity."""
        left, following = self._found[self._place], self._place + 1
        if following == len(self._found):
            if self._line == len(self._lines) - 1:
                self._found.append(Sentence(left.end, end))
            else:
                self._line += 1
                self._found += self._split(self._line)
            return
        right = self._found[following]
        if right.end - left.start <= QUOTE_LIMIT:
            self._found[self._place : following + 1] = [Sentence(left.start, right.end)]
            return
        text = self._text
        rest = _at_most(text, Sentence(end, max(end, right.end)), QUOTE_LIMIT - (end - start))
        whole = Sentence(start, end)
        if rest and rest[0].end - start <= QUOTE_LIMIT:
            whole = Sentence(start, rest.pop(0).end)
        kept = _filled(text, (Sentence(left.start, start),))
        self._found[self._place : following + 1] = [*kept, whole, *rest]
        self._place += len(kept)


def _parted(cuts: Iterable[int], piece: Sentence) -> Iterator[Sentence]:
    """A piece cut at some places."""
    start = piece.start
    for cut in cuts:
        yield Sentence(start, cut)
        start = cut
    yield Sentence(start, piece.end)


def _before_opening(text: str, start: int, end: int) -> int:
    """Where a piece ends without the quotation mark that opens the next one."""
    last = start + len(text[start:end].rstrip())
    opens = last - 1 > start and text[last - 1] in _OPENING and text[last - 2].isspace()
    return last - 1 if opens else end


def _windows(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretch in windows of bounded length, cut at spaces."""
    windows = []
    while end - start > _WINDOW:
        cut = text.rfind(". ", start + _WINDOW // 2, start + _WINDOW) + 2
        if cut < start + 2:
            cut = text.rfind(" ", start + _WINDOW // 2, start + _WINDOW) + 1
        if cut <= start:
            cut = start + _WINDOW
        windows.append((start, cut))
        start = cut
    windows.append((start, end))
    return windows


def _at_most(text: str, sentence: Sentence, limit: int) -> list[Sentence]:
    """A sentence in parts of at most `limit` code points, cut at the nearest clause end or space."""
    parts = []
    start, end = sentence
    while end - start > limit:
        cuts = [match.end() for match in _CLAUSE_END.finditer(text, start + limit // 2, start + limit)]
        cut = cuts[-1] if cuts else text.rfind(" ", start + limit // 2, start + limit) + 1
        if cut <= start:
            cut = start + limit
        parts.append(Sentence(start, cut))
        start = cut
    parts.append(Sentence(start, end))
    return _filled(text, parts)


def _filled(text: str, sentences: Iterable[Sentence]) -> list[Sentence]:
    """The sentences without the white space around them; those of white space alone are left out."""
    filled = []
    for start, end in sentences:
        piece = text[start:end]
        kept = len(piece.lstrip())
        if kept:
            filled.append(Sentence(end - kept, start + len(piece.rstrip())))
    return filled
