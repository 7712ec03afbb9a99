"""Counted noun phrases in languages that say the head noun first: "78 canons Caesar", "un million d'obus".

The table names under ``[counts]`` what may stand between number and noun (`partitive`) and the
words behind a head noun that belong to it (`qualifiers`); names and types follow it without a table.
Where adjectives stand before the noun, only the types of equipment follow it (`types_behind`); who
gives, gets or owns it may be named there too (parties and `no_types`) and is no type.
"""

from __future__ import annotations

import re

from figures.extraction.words.party_names import PARTY, context_phrases
from figures.extraction.words.phrases import PhraseTable
from figures.lexicon import Lexicon

_MOST_FOLLOWING = 3
_NEXT = re.compile(r"[ \xa0\u202f]((?>(?:[^\W_]|[-/](?=[^\W_])){1,48}))(?![^\W_])")
_MODEL = re.compile(r"[0-9]{1,4}(?:-?[0-9A-Z]{1,3})?")


class Heads:
    """Where counted noun phrases begin and end in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.section("counts")
        self._partitive = PhraseTable((word, True) for word in table.get("partitive", ()))
        adjectives = lexicon.section("parties", "adjective").values() if table.get("head_first") else ()
        qualifiers = [*table.get("qualifiers", ()), *(word for words in adjectives for word in words)]
        self._qualifiers = PhraseTable((word, True) for word in qualifiers)
        self.head_first = bool(table.get("head_first", False))
        # Adjectives stand before the noun, and only types and names in Latin letters behind it.
        self.types_behind = bool(table.get("types_behind", False))
        parties = context_phrases(lexicon) if self.types_behind else ()
        named = [phrase for phrase, tag, _ in parties if tag.startswith(PARTY) and phrase[:1].isupper()]
        self._never_types = PhraseTable((word, True) for word in [*named, *table.get("no_types", ())])

    def begin(self, text: str, place: int) -> int:
        """Where a noun phrase is looked for behind a number that ends at `place`."""
        found = self._partitive.match(text, place + 1)
        return found.end if found else place

    def end(self, text: str, place: int, group: str) -> int:
        """Where the phrase of a head noun of `group` that ends at `place` ends with what belongs to it."""
        if not self.head_first and not self.types_behind:
            return place
        named = self.head_first and text[text.rfind(" ", max(0, place - 48), place) + 1].isupper()
        for _ in range(_MOST_FOLLOWING):
            word = _NEXT.match(text, place)
            if word is None:
                break
            model = named and _MODEL.fullmatch(word[1]) is not None
            named = word[1][0].isupper() and (
                self.head_first or (group == "equipment" and self._is_type(text, word))
            )
            qualifier = self._qualifiers.match(text, word.start(1))
            if not (named or model or qualifier):
                break
            place = max(word.end() if named or model else 0, qualifier.end if qualifier else 0)
        return place

    def _is_type(self, text: str, word: re.Match[str]) -> bool:
        """Whether a capitalised word is the name of a type, in Latin letters or with digits: "Т-72"."""
        if any(map(str.isdigit, word[1])):
            return True
        return word[1].isascii() and self._never_types.match(text, word.start(1)) is None
