"""Adverbs of change: "up" and "down" by themselves, and where they belong to a verb that tells no change."""

from __future__ import annotations

import re

from figures.extraction.words.marks import Mark
from figures.extraction.words.nearby import word_before
from figures.lexicon import Lexicon

_NOUN = re.compile(r"[ \xa0-]([a-z]{3,24})(?![^\W_])")


class Adverbs:
    """The adverbs of change of one language.

    >>> from figures.lexicon import lexicon
    >>> adverbs, text = Adverbs(lexicon("en")), "Pay takes up 13 percent, up 2 billion."
    >>> adverbs.belong_to_verb(text, Mark(10, 12, "rise", "weak"))
    True
    >>> adverbs.stand_apart(text, Mark(25, 27, "rise", "weak")), adverbs.stand_apart("It is up 2%", Mark(6, 8, "", ""))
    (True, False)
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._adverbs = frozenset(lexicon.words("changes", "apposed"))
        self._verbs = frozenset(lexicon.words("changes", "particle_verbs"))
        self._articles = frozenset(lexicon.words("number_grammar", "articles"))
        self._stops = frozenset(lexicon.words("counts", "stops"))

    def stand_apart(self, text: str, mark: Mark) -> bool:
        """Whether an adverb stands behind a comma, so that an amount is a change: "$12bn, up $2bn"."""
        if text[mark.start : mark.end].lower() not in self._adverbs:
            return False
        return text[mark.start - 2 : mark.start] == ", " or text[mark.start - 1 : mark.start] == "("

    def leads_noun(self, text: str, by: Mark, start: int, end: int) -> bool:
        """Whether "by" leads an article and a noun, of which the percentage is a part: "by a 1% tax"."""
        if text[by.end : start].strip().lower() not in self._articles:
            return False
        noun = _NOUN.match(text, end)
        return noun is not None and noun[1] not in self._stops

    def belong_to_verb(self, text: str, mark: Mark) -> bool:
        """Whether an adverb belongs to the verb before it, which tells no change: "takes up 13 percent"."""
        if text[mark.start : mark.end].lower() not in self._adverbs:
            return False
        return word_before(text, mark.start).word in self._verbs
