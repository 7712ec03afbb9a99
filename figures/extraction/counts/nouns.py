"""Counted nouns: the noun phrase behind a number, and what its head noun counts.

A number counts what the head noun of the phrase behind it names: "30 F-16 jets", "12,000 Ukrainian
troops". Between number and head may stand adjectives, names and types, but no word of the table of
stops.
"""

from __future__ import annotations

import re

from figures.extraction.counts.endings import Endings
from figures.extraction.counts.heads import Heads
from figures.extraction.numbers.joined import Joined
from figures.extraction.words.phrases import PhraseTable
from figures.lexicon import Lexicon

MODIFIERS = 5
_NUMBERS_AMONG_MODIFIERS = 2  # a calibre and a model; more of them are a row of a table
_LONGEST_SCALE = 12
_GROUPS = ("equipment", "people", "allies")
# Bounded, since it is asked for at every number: a run of thousands of characters is no word.
WORD = re.compile(r"(?:[ \xa0\u202f\n-]{1,2}|(?<=['’]))((?>(?:[^\W_]|[-'’/.](?=[^\W_])){1,48}))(?![^\W_])")
# A type with its number in the plural: "F-35s", "CV90s", "MiG-29s".
_TYPES = re.compile(
    r"(?:[A-Z][A-Za-z]{0,4}-?[0-9]{1,4}[A-Z]{0,2}|[0-9][A-Z][0-9]"
    r"|[A-Z][A-Za-z]{2,14} [0-9]{1,4}(?:[A-Z][0-9]{0,2})?)s\b"
)
# Where types have no plural they count alone too: "12 F-16", "10 Т-72".
_BARE_TYPES = re.compile(r"(?:[^\W\d_]{1,4}-?)[0-9]{2,4}[^\W\d_]{0,2}(?![\w-])")


class Nouns:
    """Finds the counted nouns of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.section("counts")
        self.phrases = Heads(lexicon)
        self.heads = PhraseTable((noun, group) for group in _GROUPS for noun in table.get(group, ()))
        self._endings = Endings(lexicon)
        self._adjectival = frozenset(table.get("adjectival", ()))
        self._stops = frozenset(table.get("stops", ()))
        self._attributive = frozenset(table.get("attributive", ()))
        self._joining = frozenset(table.get("joining", ()))
        self._bounds = PhraseTable(
            (phrase, True)
            for phrases in lexicon.section("marks", "bound_after").values()
            for phrase in phrases
        )
        self._singular = PhraseTable((noun, True) for noun in table.get("singular", ()))
        self._suffixes = tuple(table.get("modifier_suffixes", ()))
        self._no_plurals = tuple(table.get("no_plurals", ()))
        self._dotted = tuple(scale[:-1].lower() for scale in lexicon.section("scales") if scale[-1] == ".")
        self._number_words = frozenset(lexicon.section("number_words"))
        self._additive = frozenset(table.get("additive", ()))
        self._of = frozenset(lexicon.words("gdp", "of"))
        self._never_of = frozenset(table.get("never_of", ()))

    def behind(self, text: str, end: int, joined: Joined) -> tuple[int, int, str] | None:
        """First and last character of the noun phrase behind the number, and what it counts."""
        first = -1
        numbers = 0
        scale = text[max(0, end - _LONGEST_SCALE) : end].lower()
        abbreviated = text[end : end + 1] == "." and scale.endswith(self._dotted)
        place = end + 1 if abbreviated or text[end : end + 1] == "+" else end
        if text[place : place + 1] == " " and (bound := self._bounds.match(text, place + 1)) is not None:
            place = bound.end  # "50 or more jets"
        place = self.phrases.begin(text, place)
        for _ in range(MODIFIERS + 1):
            word = WORD.match(text, place)
            if word is None:
                return None
            start = word.start(1)
            if first < 0:
                if word[1].lower() in self._additive:
                    place = word.end()
                    continue
                first = start
            types = _TYPES.match(text, start) or (
                (self.phrases.types_behind or self.phrases.head_first) and _BARE_TYPES.match(text, start)
            )
            if types:
                return first, types.end(), "equipment"
            head = self.heads.match(text, start) or self._endings.match(text, start)
            if head is not None and not self._goes_on(text, head.end):
                if self._is_other(text, head.end) or self._is_attribute(text, word[1].lower(), head.end):
                    return None
                if (
                    head.meaning != "equipment"
                    and joined.first.is_like_year
                    and not joined.first.numeral.grouped
                ):
                    return None
                return first, self.phrases.end(text, head.end, head.meaning), head.meaning
            if head is None and joined.first is joined.last and joined.first.value == 1:
                single = self._singular.match(text, start)
                if single is not None and not self._goes_on(text, single.end):
                    return first, self.phrases.end(text, single.end, "equipment"), "equipment"
            if self._joins(text, word, first):
                place = word.end()
                continue
            if word[1].lower() in self._stops or not self._may_modify(word[1]):
                return None
            if word[1].isdigit():
                numbers += 1
                if numbers > _NUMBERS_AMONG_MODIFIERS or (len(word[1]) > 3 and place == end):
                    return None
            place = word.end()
        return None

    def _is_other(self, text: str, end: int) -> bool:
        """Whether "of" and a word follow that make the noun mean something else ("rounds of talks")."""
        of = WORD.match(text, end)
        if of is None or of[1].lower() not in self._of:
            return False
        word = WORD.match(text, of.end())
        return word is not None and word[1].lower() in self._never_of

    def _is_attribute(self, text: str, head: str, end: int) -> bool:
        """Whether what would be counted only modifies a plural that is not: "37 police stations"."""
        word = WORD.match(text, end) if head in self._attributive else None
        if word is None or not word[1].isalpha() or not word[1].islower():
            return False
        return not (self._may_modify(word[1]) or word[1] in self._stops)

    def _joins(self, text: str, word: re.Match[str], first: int) -> bool:
        """Whether a word joins two that tell the kind of what is counted: "patrol and transport boats"."""
        if word.start(1) == first or word[1] not in self._joining:
            return False
        following = WORD.match(text, word.end())
        return following is not None and following[1].isalpha() and following[1].lower() not in self._stops

    def _goes_on(self, text: str, end: int) -> bool:
        """Whether a further head follows, so that this one only modifies it ("artillery shells")."""
        if self.phrases.head_first:
            return False
        word = WORD.match(text, end)
        if word is None or word[1].lower() in self._adjectival:
            return False  # behind a noun an adjective, and no "military men"
        head = self.heads.match(text, word.start(1))
        # "30 myśliwców F-16" counts the fighters, "30 F-16" their type.
        return head is not None and not any(map(str.isdigit, text[word.start(1) : head.end]))

    def _may_modify(self, word: str) -> bool:
        """Whether a word may stand between number and noun: no number, no plural, which would be the noun."""
        if word.lower() in self._number_words:
            return False
        if word[:1].isupper() or not word.isalpha():
            return True
        return not word.endswith(self._suffixes) or word.endswith(self._no_plurals)
