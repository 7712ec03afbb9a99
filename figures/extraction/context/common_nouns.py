"""Common nouns: which capitalised words are no names, where a language writes all nouns with a capital.

An article, a preposition or an adjective stands before a common noun ("das neue Paket", "im Haushalt"),
or its ending shows it ("Munition"). The table lists both under ``[nouns]``; without it no word is one.
"""

from __future__ import annotations

from collections.abc import Sequence

from figures.extraction.words.marks import Mark
from figures.extraction.words.nearby import word_before
from figures.lexicon import lexicon

_MOST_ADJECTIVES = 2


class CommonNouns:
    """Tells the common nouns of one language."""

    def __init__(self, language: str) -> None:
        """From the table of a language; raises `LanguageError` when it has none."""
        words = lexicon(language)
        self._before = frozenset(words.words("nouns", "before"))
        self._endings = words.words("nouns", "endings")
        self._adjectives = words.words("nouns", "adjective_endings")
        self._opening = words.words("context", "opening_endings")

    def opens(self, word: str) -> bool:
        """Whether a word that opens a sentence is no name by its ending: "Zapisano 5 mld zł"."""
        return bool(self._opening) and word.endswith(self._opening)

    def holds(self, text: str, place: int, end: int, known: Sequence[Mark]) -> bool:
        """Whether the capitalised word between two places is a common noun; `known` are marks before it."""
        if not self._before:
            return False
        if text[place:end].lower().endswith(self._endings):
            return True
        articles = {mark.end for mark in known if mark.tag == "article"}
        start = place
        for _ in range(_MOST_ADJECTIVES + 1):
            last = word_before(text, start)
            if not last.word:
                return False
            if last.word in self._before or last.start + len(last.word) in articles:
                return True
            if text[last.start].isupper() or not last.word.endswith(self._adjectives):
                return False
            start = last.start
        return False
