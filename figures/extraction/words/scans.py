"""Scans: where any word of a table begins in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from figures.extraction.words.alternatives import begun_by

_BEFORE_WORD = (" ", "\n", "\xa0", "(", '"', "“", "„", "«", "‘", "'", "’", "-", "–", "—", "/", "\t", "\u202f")


class Beginnings:
    """Finds where any of a table's words begins, in lower case or capitalised.

    >>> sorted(Beginnings(["two", "half*"]).places("Two tanks, (half a dozen) halfway of network"))
    [0, 12, 26]
    >>> list(Beginnings([]).places("none"))
    [0]
    """

    def __init__(self, words: Iterable[str]) -> None:
        stems = {word.partition("*")[0] for word in words}
        pattern = begun_by(stems | {stem[:1].upper() + stem[1:] for stem in stems})
        # One for each sign before a word: a search for one sign runs at the speed of memory.
        self._scans = [(sign, re.compile(f"{re.escape(sign)}(?={pattern})")) for sign in _BEFORE_WORD]

    def places(self, text: str) -> Iterator[int]:
        """Where such words may begin: the start of the text always, the others sign by sign."""
        yield 0
        for sign, scan in self._scans:
            if sign in text:
                for match in scan.finditer(text):
                    yield match.end()


def phrase_ends(text: str, phrases: Iterable[str]) -> list[int]:
    """Where phrases end in a text, in order, as they are written in their table or capitalised.

    >>> phrase_ends("Number of tanks; renumber of; the number of men", ["number of"])
    [9, 43]
    """
    ends: set[int] = set()
    for phrase in phrases:
        for written in {phrase, phrase[0].upper() + phrase[1:]}:
            start = text.find(written)
            while start >= 0:
                end = start + len(written)
                if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                    ends.add(end)
                start = text.find(written, end)
    return sorted(ends)
