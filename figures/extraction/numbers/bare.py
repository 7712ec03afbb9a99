"""Bare numbers: which of those without scale and unit are years, days or parts of names."""

from __future__ import annotations

import re

from babel import Locale

from figures.extraction.numbers.items import Item
from figures.extraction.words.nearby import word_before
from figures.lexicon import Lexicon

_WORD_AFTER = re.compile(r"[ \xa0\n]{0,2}([^\W\d_]+)")
_NAME_GAPS = " \xa0\u202f-"
_LONGEST_NAME = 16


class BareNumbers:
    """Tells bare numbers that may take a unit from those that may not, in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._names_before = frozenset(lexicon.words("vetoes", "names_before"))
        locale = Locale.parse(lexicon.language)
        self._months = frozenset(
            name.lower().rstrip(".")
            for context in ("format", "stand-alone")
            for width in ("wide", "abbreviated")
            for name in locale.months[context][width].values()
            if len(name) > 2
        )

    def usable(self, text: str, item: Item) -> bool:
        """Whether a number may take a unit from its neighbour: no year, date or part of a name."""
        if item.unit is not None or item.scale is not None:
            return True
        return not item.is_like_year and not self.named(text, item) and not self.dated(text, item)

    def named(self, text: str, item: Item) -> bool:
        """Whether a number is part of a name: "Article 5", "Leopard 2"."""
        bare = item.unit is None and item.scale is None
        return bare and self._named_before(text, item.start)

    def dated(self, text: str, item: Item) -> bool:
        """Whether a number is the day of a date: a month stands beside it."""
        if item.unit is not None or item.scale is not None:
            return False
        if word_before(text, item.start).word in self._months:
            return True
        # "12 June", and "12. Juni" where a point makes the number an ordinal.
        end = item.end + (text[item.end : item.end + 2] == ". ")
        after = _WORD_AFTER.match(text, end)
        return after is not None and after[1].lower() in self._months

    def _named_before(self, text: str, start: int) -> bool:
        """Whether the word directly before `start` makes the number part of a name ("Article 5")."""
        end = start - 1
        if end < 1 or text[end] not in _NAME_GAPS:
            return False
        begin = end
        while begin > 0 and end - begin < _LONGEST_NAME and text[begin - 1].isalpha():
            begin -= 1
        return text[begin:end].lower() in self._names_before
