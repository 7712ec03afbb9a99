"""Phrase tables: which phrase of a table begins at a place in a text.

The number grammar stands at a place and asks what follows: a scale, a currency, a per cent sign.
A table answers in the time of a few look-ups, whatever its size, so that every name of every
currency can be in it. How phrases match is told in `figures.extraction.words.marks`; signs ("%", "€")
are words here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

Meaning = TypeVar("Meaning")

# A word, or one sign of money, per cent or the like.
_SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070-\u2079"
_WORD = re.compile(rf"[^\W\d_{_SUPERSCRIPTS}]++|\d{{1,4}}+|[^\w\s]")
# A word run into the next by scraping: "bnThe".
_HUMP = re.compile(r"[^\W\d_A-Z]++(?=[A-Z])")
_WORDS_OF_PHRASE = re.compile(r"[^\W\d_]+\*?|\d+|[^\w\s*.\-]")
# A word broken by soft hyphens, or at the end of a line: "bil-\nlion".
_BREAK = re.compile(r"\xad\r?\n?|[-\u2010]\r?\n[ \t]{0,4}")
_BROKEN = re.compile(rf"[^\W\d_]{{1,24}}(?>(?:(?:{_BREAK.pattern})[^\W\d_]{{1,24}}+){{1,4}})")
# Between two words of a phrase. A point stands only behind short ones: "U.S. dollars", "p.p.".
_GAP = re.compile(r"[ \t\xa0\u2007\u2009\u202f\xad\-\u2010\u2011]{0,3}+(?>(?:\r?\n[ \t]{0,4})?)")
_GAP_WITH_POINT = re.compile(r"\.?+" + _GAP.pattern)
_LONGEST_WITH_POINT = 4
_HYPHENS = frozenset("\xad-\u2010")
_CACHED_WORDS = 16_384


class Found(NamedTuple, Generic[Meaning]):
    """A phrase that begins where it was asked for: its end, and what it means."""

    end: int
    meaning: Meaning


class _Entry(NamedTuple, Generic[Meaning]):
    rest: tuple[str, ...]
    shape: str
    meaning: Meaning


class PhraseTable(Generic[Meaning]):
    """Phrases with a meaning each, the first meaning given to a phrase standing.

    >>> table = PhraseTable([("per cent", "%"), ("%", "%"), ("US dollars", "USD"), ("US", "")])
    >>> table.match("five per cent", 5)
    Found(end=13, meaning='%')
    >>> table.match("5 US dollars", 2).meaning, table.match("5% more", 1).end
    ('USD', 2)
    >>> table.match("five per head", 5) is None
    True
    """

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        exact: dict[str, dict[tuple[tuple[str, ...], str], _Entry[Meaning]]] = {}
        stems: dict[str, dict[tuple[tuple[str, ...], str], _Entry[Meaning]]] = {}
        for phrase, meaning in phrases:
            words = tuple(_WORDS_OF_PHRASE.findall(phrase.lower()))
            shape = shape_of(phrase)
            table, first = (stems, words[0][:-1]) if words[0][-1:] == "*" else (exact, words[0])
            entry = _Entry(words[1:], shape, meaning)
            table.setdefault(first, {}).setdefault((words[1:], shape), entry)
        self._exact = exact
        self._stems = stems
        self._stem_lengths = sorted({len(stem) for stem in stems}, reverse=True)
        # Most places that are asked about begin with a letter or sign that begins no phrase.
        initials = {word[0] for word in (*exact, *stems)}
        self._initials = frozenset(initials | {initial.upper()[0] for initial in initials})
        self._entries = lru_cache(_CACHED_WORDS)(self._find_entries)

    def _find_entries(self, word: str) -> tuple[_Entry[Meaning], ...]:
        lower = word.lower()
        entries = list(self._exact.get(lower, {}).values())
        for length in self._stem_lengths:
            if length <= len(lower):
                entries += self._stems.get(lower[:length], {}).values()
        fitting = [entry for entry in entries if fits(word, entry.shape)]
        fitting.sort(key=lambda entry: (-len(entry.rest), entry.shape == ""))
        return tuple(fitting)

    def match(self, text: str, place: int) -> Found[Meaning] | None:
        """The longest phrase that begins exactly at `place`, or None."""
        if text[place : place + 1] not in self._initials:
            return None
        word = _WORD.match(text, place)
        if word is None:
            return None
        entries: tuple[_Entry[Meaning], ...] = ()
        end = word.end()
        if text[end : end + 1] in _HYPHENS:
            broken = _BROKEN.match(text, place)
            if broken is not None:
                entries = self._entries(_BREAK.sub("", broken[0]))
                word = broken if entries else word
        entries = entries or self._entries(word[0])
        if not entries:
            word = None if word[0].islower() else _HUMP.match(text, place)
            if word is None:
                return None
            entries = self._entries(word[0])
        for entry in entries:
            if not entry.rest:
                return Found(word.end(), entry.meaning)
            last = word
            for wanted in entry.rest:
                short = last.end() - last.start() <= _LONGEST_WITH_POINT
                gap = (_GAP_WITH_POINT if short else _GAP).match(text, last.end())
                following = _WORD.match(text, gap.end() if gap else last.end())
                if following is None or not _same(following[0].lower(), wanted):
                    break
                if text[last.end()] == "." and _ends_sentence(last[0], following[0]):
                    break
                last = following
            else:
                return Found(last.end(), entry.meaning)
        return None


def _ends_sentence(word: str, following: str) -> bool:
    """Whether a point between two words ends a sentence: "one. Half", not "U.S. Dollars", "dol. USA"."""
    acronym = len(following) > 1 and following.isupper()
    return following[0].isupper() and not acronym and len(word) > 2


def shape_of(phrase: str) -> str:
    """How the first word must be written: ``capitals``, ``capitalised``, or any way (empty)."""
    letters = "".join(char for char in phrase if char.isalpha())
    if letters.isupper() and 2 <= len(letters) <= 4:
        return "capitals"
    return "capitalised" if phrase[:1].isupper() else ""


def fits(word: str, shape: str) -> bool:
    """Whether a word is written as `shape` asks."""
    if shape == "capitals":
        return word.isupper()
    return shape == "" or word[:1].isupper()


def _same(found: str, wanted: str) -> bool:
    return found == wanted or (wanted[-1] == "*" and found.startswith(wanted[:-1]))
