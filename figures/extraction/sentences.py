"""Sentences of a text, with offsets.

sentencex splits well but for three things, mended here: a line break may end a sentence or lie in
its middle; a quotation of several sentences is to be split; a piece that begins in lower case, or
follows an abbreviation, goes on. Only paragraphs that are asked for are split, in windows, since
the splitter slows down on long unclosed quotations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import sentencex

from figures.lexicon import Lexicon
from figures.records import QUOTE_LIMIT

_PARAGRAPH_END = re.compile(r"\n[ \t\xa0]*+\n|\r\n[ \t]*+\r\n|\Z")
_LINE_END = re.compile(r"\r?\n")
# Quotation marks keep the splitter from splitting inside; surrogates make it fail.
_DISTURBING = re.compile('["“”„‟«»‹›\ud800-\udfff]')
_OPENING = '"“„«‘'
_WINDOW = 2_000
_PARAGRAPH_LIMIT = 20_000
_TERMINAL = '.!?…:;”"»)]'
_BULLETS = "-–—•·▪*◦‣●■□"
_WORD_AT_END = re.compile(r"([^\W_]+)[,]?\Z")
_CLAUSE_END = re.compile(r"[,;:—–)] ")


class Sentence(NamedTuple):
    """Where a sentence stands in its text: ``text[start:end]``, without surrounding white space."""

    start: int
    end: int


class Sentences:
    """Splits texts of one language into sentences, paragraph by paragraph, when asked."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._language = lexicon.language
        self._open = frozenset(lexicon.words("sentences", "open"))
        self._abbreviations = frozenset(word.lower() for word in lexicon.words("sentences", "abbreviations"))

    def paragraph(self, text: str, place: int) -> Sentence:
        """The paragraph around `place`: between blank lines, at most 20,000 code points each way."""
        floor = max(0, place - _PARAGRAPH_LIMIT)
        start = max(floor, text.rfind("\n\n", floor, place) + 1, text.rfind("\r\n\r\n", floor, place) + 1)
        ceiling = min(len(text), place + _PARAGRAPH_LIMIT)
        match = _PARAGRAPH_END.search(text, place, ceiling)
        return Sentence(start, match.start() if match else ceiling)

    def split(self, text: str, paragraph: Sentence) -> list[Sentence]:
        """The sentences of one paragraph, in order."""
        found: list[Sentence] = []
        for start, end in self._lines(text, paragraph):
            found += self._line(text, start, end)
        return found

    def _lines(self, text: str, paragraph: Sentence) -> list[tuple[int, int]]:
        """The stretches of a paragraph between line breaks that end a sentence."""
        breaks = [match.span() for match in _LINE_END.finditer(text, paragraph.start, paragraph.end)]
        if not breaks:
            return [paragraph]
        wrapped = _is_wrapped(paragraph, breaks)
        stretches: list[tuple[int, int]] = []
        start = paragraph.start
        for before, behind in breaks:
            if not wrapped and self._ends_line(text, start, before, behind, paragraph.end):
                stretches.append((start, before))
                start = behind
        stretches.append((start, paragraph.end))
        return stretches

    def _ends_line(self, text: str, start: int, before: int, behind: int, limit: int) -> bool:
        """Whether a line break ends a sentence."""
        line = text[max(start, before - 40) : before].rstrip()
        following = text[behind : min(limit, behind + 8)].lstrip()
        if not line or not following:
            return True
        if following[0] in _BULLETS:
            return True
        if following[0].islower():
            return False
        last_word = _WORD_AT_END.search(line)
        open_line = last_word is not None and (last_word[1] in self._open or line.endswith(","))
        if open_line:
            return False
        return not (following[0].isdigit() or following[0] in "€$£") or line[-1] in _TERMINAL

    def _line(self, text: str, start: int, end: int) -> list[Sentence]:
        """The sentences of a stretch of running text."""
        pieces: list[Sentence] = []
        for window_start, window_end in _windows(text, start, end):
            flat = _DISTURBING.sub(" ", text[window_start:window_end])
            for piece in sentencex.get_sentence_boundaries(self._language, flat):
                first, last = window_start + piece["start_index"], window_start + piece["end_index"]
                pieces.append(
                    Sentence(pieces[-1].end if pieces else first, _before_opening(text, first, last))
                )
            if pieces:
                pieces[-1] = Sentence(pieces[-1].start, window_end)
        return [
            part
            for sentence in self._repaired(text, pieces)
            for part in _at_most(text, sentence, QUOTE_LIMIT)
        ]

    def _repaired(self, text: str, pieces: Sequence[Sentence]) -> list[Sentence]:
        """The pieces with those joined that belong together, and white space taken off."""
        joined: list[Sentence] = []
        for piece in pieces:
            if joined and self._goes_on(text, joined[-1], piece):
                joined[-1] = Sentence(joined[-1].start, piece.end)
            else:
                joined.append(piece)
        return [sentence for piece in joined if (sentence := _stripped(text, piece)).end > sentence.start]

    def _goes_on(self, text: str, left: Sentence, right: Sentence) -> bool:
        """Whether `right` is no new sentence but the rest of `left`."""
        before = text[max(left.start, left.end - 24) : left.end].rstrip()
        behind = text[right.start : right.start + 8].lstrip(" \t\n\r\xa0\"“”„«»'’)]")
        if not behind:
            return True
        if behind[0].islower() or behind[0] in ",;%":
            return True
        last_word = re.search(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.\Z", before)
        return last_word is not None and last_word[1].lower() in self._abbreviations


def _before_opening(text: str, start: int, end: int) -> int:
    """Where a piece ends without the quotation mark that opens the next one."""
    last = end
    while last > start and text[last - 1].isspace():
        last -= 1
    opens = last - 1 > start and text[last - 1] in _OPENING and text[last - 2].isspace()
    return last - 1 if opens else end


def _is_wrapped(paragraph: Sentence, breaks: Sequence[tuple[int, int]]) -> bool:
    """Whether the line breaks of a paragraph are those of a fixed line width."""
    lengths = []
    start = paragraph.start
    for before, behind in breaks:
        lengths.append(before - start)
        start = behind
    if start == paragraph.end:
        lengths.pop()
    widest = max(lengths, default=0)
    return len(lengths) >= 2 and 40 <= widest <= 130 and min(lengths) >= 0.7 * widest


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
        parts.append(_stripped(text, Sentence(start, cut)))
        start = cut
    parts.append(_stripped(text, Sentence(start, end)))
    return [part for part in parts if part.end > part.start]


def _stripped(text: str, sentence: Sentence) -> Sentence:
    start, end = sentence
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(start, end)
