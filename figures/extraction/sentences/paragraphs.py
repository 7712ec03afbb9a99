"""Paragraphs and lines of a text: the stretches in which sentences are looked for.

A blank line ends a paragraph. A single line break may end a sentence or lie in its middle; what
stands on both sides of it tells. Only the paragraphs around figures are ever looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from figures.lexicon import Lexicon

_BLANK_LINE = re.compile(r"\n[ \t\xa0\r]*+\n")
_LINE_END = re.compile(r"\r?\n(?>(?:[ \t\xa0\r]*+\n)*)")
_SPACE = re.compile(r"\s*+")
_LONGEST = 20_000  # a text without blank lines is read in stretches of this many code points
_CUT_WITHIN = 2_000
_TERMINAL = '.!?…:;”"»)]'
BULLETS = "-–—•·▪*◦‣●■□"
_WORD_AT_END = re.compile(r"([^\W_]+)[,]?\Z")
_WIDEST_WRAP = 130


class Stretch(NamedTuple):
    """Where a piece of a text stands: ``text[start:end]``."""

    start: int
    end: int


class Paragraphs:
    """Tells paragraphs and lines of texts of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._open = frozenset(lexicon.words("sentences", "open"))

    def around(self, text: str, place: int, floor: int) -> Stretch:
        """The paragraph around `place` that begins at `floor` or behind it.

        At most 20,000 code points each way; a longer one ends at a line, a sentence or a space.
        """
        floor = max(floor, place - _LONGEST)
        start = max(floor, text.rfind("\n\n", floor, place), text.rfind("\n\r\n", floor, place))
        for blank in _BLANK_LINE.finditer(text, start, place):
            start = blank.end()
        # A break before the first line would count as a short line.
        space = _SPACE.match(text, start, place)
        start = space.end() if space is not None else start
        ceiling = min(len(text), place + _LONGEST)
        end = _BLANK_LINE.search(text, place, ceiling)
        if end is not None:
            return Stretch(start, end.start())
        if ceiling < len(text):
            for mark in ("\n", ". ", " "):
                cut = text.rfind(mark, ceiling - _CUT_WITHIN, ceiling)
                if cut > 0:
                    return Stretch(start, cut + 1)
        return Stretch(start, ceiling)

    def lines(self, text: str, paragraph: Stretch) -> list[Stretch]:
        """The stretches of a paragraph between line breaks that end a sentence."""
        start, end = paragraph
        if text.find("\n", start, end) < 0:
            return [paragraph]
        breaks = [match.span() for match in _LINE_END.finditer(text, start, end)]
        if _is_wrapped(paragraph, breaks):
            return [paragraph]
        lines: list[Stretch] = []
        for before, behind in breaks:
            if self._ends_line(text, start, before, behind, end):
                lines.append(Stretch(start, before))
                start = behind
        lines.append(Stretch(start, end))
        return lines

    def _ends_line(self, text: str, start: int, before: int, behind: int, limit: int) -> bool:
        """Whether a line break ends a sentence."""
        line = text[max(start, before - 40) : before].rstrip()
        following = text[behind : min(limit, behind + 8)].lstrip()
        if not line or not following:
            return True
        if following[0] in BULLETS:
            return True
        if following[0].islower():
            return False
        last_word = _WORD_AT_END.search(line)
        if last_word is not None and (last_word[1] in self._open or line.endswith(",")):
            return False
        return not (following[0].isdigit() or following[0] in "€$£") or line[-1] in _TERMINAL


def _is_wrapped(paragraph: Stretch, breaks: Sequence[tuple[int, int]]) -> bool:
    """Whether the line breaks of a paragraph are those of a fixed line width."""
    lengths = []
    start = paragraph.start
    for before, behind in breaks:
        if before - start > _WIDEST_WRAP:
            return False
        lengths.append(before - start)
        start = behind
    if start == paragraph.end:
        lengths.pop()
    widest = max(lengths, default=0)
    return len(lengths) >= 2 and widest >= 40 and min(lengths) >= 0.7 * widest
