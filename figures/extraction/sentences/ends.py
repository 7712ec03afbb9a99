"""Ends of sentences: whether a piece that a splitter cut off is a new sentence or the rest of the last one.

A piece that begins in lower case, or follows an abbreviation, goes on, unless the table says that the
abbreviation may close a sentence ("… 2 proc.") and the piece opens one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from figures.lexicon import Lexicon

_SUBJECTS = frozenset({"name", "either", "capital", "adjective"})
_ORDINAL = re.compile(r"(?<![0-9.,])[0-9]{1,2}\.\Z")
_YEAR_OPENS = re.compile(r"(?<!\w)([^\W\d_]{2,40})[.!?] (?=(?:19|20)[0-9]{2} [^\W\d_])")
_FIRST_WORD = re.compile(r"[\W\d_]{0,8}([^\W\d_]+)")
_LAST_WORD = re.compile(r"([^\W\d_]++(?>(?:\.[^\W\d_]++)*))\.\Z")


class Ends:
    """Tells the ends of sentences from points inside them, in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._abbreviations = frozenset(word.lower() for word in lexicon.words("sentences", "abbreviations"))
        self._closing = frozenset(lexicon.words("sentences", "closing"))
        self._openers = frozenset(lexicon.words("sentences", "openers"))
        self._counted = frozenset(word.lower() for word in lexicon.words("sentences", "counted"))
        self._closing_units = frozenset(lexicon.words("sentences", "closing_units"))
        self._names = _inner_names(lexicon) if self._closing_units else frozenset()

    def go_on(self, text: str, left: tuple[int, int], right: tuple[int, int]) -> bool:
        """Whether the piece ``text[right]`` is no new sentence but the rest of the piece before it."""
        behind = text[right[0] : right[0] + 8].lstrip(" \t\n\r\xa0\"“”„«»'’)]")
        if not behind:
            return True
        if behind[0].islower() or behind[0] in ",;%":
            return True
        before = text[max(left[0], left[1] - 24) : left[1]].rstrip()
        if before[-1:] != ".":
            return False
        if self._counted and _ORDINAL.search(before):
            # "im 3. Quartal"
            first = _FIRST_WORD.match(text, *right)
            return first is not None and first[1].lower() in self._counted
        last_word = _LAST_WORD.search(before, before.rfind(" ") + 1)
        if last_word is None or last_word[1].lower() not in self._abbreviations:
            return False
        return not self._opens(text, right, last_word[1].lower())

    def before_years(self, text: str, start: int, end: int) -> Iterator[int]:
        """Where years open sentences in a piece: "… sagte er zu. 2025 sollen …"."""
        for found in _YEAR_OPENS.finditer(text, start, end):
            if found[1].lower() not in self._abbreviations:
                yield found.end()

    def _opens(self, text: str, piece: tuple[int, int], closing: str) -> bool:
        """Whether the first word of a piece has its capital from opening a sentence, and is no name.

        Behind a unit ("5 proc.") few names go on with the sentence; behind others many do ("2024 r.").
        """
        first = _FIRST_WORD.match(text, *piece)
        if first is None or closing not in self._closing:
            return False
        word = first[1].lower()
        if word in self._openers:
            return True
        return closing in self._closing_units and not first[1][1:].isupper() and word not in self._names


def _inner_names(lexicon: Lexicon) -> frozenset[str]:
    """The capitalised words that may follow an amount inside a sentence: of parties in a case, of people."""
    cases = [names for form, names in lexicon.section("parties").items() if form not in _SUBJECTS]
    names = {name for aliases in cases for phrases in aliases.values() for name in phrases}
    names.update(noun for noun in lexicon.words("counts", "people") if noun[:1].isupper())
    return frozenset(name.split()[0].lower() for name in names)
