"""Labels of lists: the noun phrase before a colon or dash that a number behind it counts.

"155 mm shells: 800,000", "Employees at year-end: 8,400".
"""

from __future__ import annotations

import re
from collections.abc import Collection

from figures.extraction.counts.heads import Heads
from figures.extraction.words.phrases import PhraseTable

_LABEL = re.compile(
    r"(?:\A|[\n•·▪*;,.])[ \t]*(?:[-–—•·▪*][ \t]+)?([^\n:;,–—•\s][^\n:;,–—•]{1,48})[ ]?[:–—][ ]?\Z"
)
_ENDS = (":", "–", "—")
_WINDOW = 64
_ALLIES = "allies"


class Labels:
    """Reads the labels of one language."""

    def __init__(
        self, heads: PhraseTable[str], phrases: Heads, stops: Collection[str], numbers: Collection[str]
    ) -> None:
        self._heads = heads
        self._numbers = tuple(f"{phrase} " for phrase in numbers)
        self._phrases = phrases
        self._stops = stops

    def before(self, text: str, start: int) -> tuple[str, str] | None:
        """The noun phrase of the label that ends at `start`, and what it counts; None where there is none."""
        if text[max(0, start - 2) : start].rstrip()[-1:] not in _ENDS:
            return None
        label = _LABEL.search(text, max(0, start - _WINDOW), start)
        if label is None:
            return None
        named = label[1]
        for phrase in self._numbers:
            named = named[len(phrase) :] if named.lower().startswith(phrase) else named
        for noun_phrase in (named, self._noun(named)):
            group = self._group(noun_phrase)
            if group is not None:
                return noun_phrase.strip(), group
        return None

    def _group(self, label: str) -> str | None:
        words = list(re.finditer(r"[^\W_]+(?:-[^\W_]+)*", label))
        if self._phrases.head_first:
            head = self._heads.match(label, words[0].start()) if words else None
            return head.meaning if head is not None and head.meaning != _ALLIES else None
        for word in reversed(words[-2:]):
            head = self._heads.match(label, word.start())
            if head is not None and head.end == len(label.rstrip()):
                return head.meaning if head.meaning != _ALLIES else None
        return None

    def _noun(self, label: str) -> str:
        """The label up to its first preposition: "Employees" of "Employees at year-end"."""
        for word in re.finditer(r"[ ]([^\W_]+)", label):
            if word[1].lower() in self._stops:
                return label[: word.start()]
        return label
