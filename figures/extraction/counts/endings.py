"""Endings: nouns that are heads of compounds written as one word ("Flugabwehrraketen", "Leopard-1-Panzer").

The table names under ``[counts.endings]`` the endings that tell what is counted.
"""

from __future__ import annotations

import re

from figures.extraction.words.phrases import Found
from figures.lexicon import Lexicon

_FEWEST_BEFORE = 2  # letters before the ending; fewer make another word


class Endings:
    """Finds the heads of compounds in one language.

    >>> from figures.lexicon import lexicon
    >>> Endings(lexicon("de")).match("60 Gepard-Flugabwehrpanzer", 3)
    Found(end=26, meaning='equipment')
    >>> Endings(lexicon("en")).match("60 tanks", 3) is None
    True
    """

    def __init__(self, lexicon: Lexicon) -> None:
        groups = {
            ending: group
            for group, endings in lexicon.section("counts", "endings").items()
            for ending in endings
        }
        longest_first = sorted(groups, key=lambda ending: (-len(ending), ending))
        alternatives = "|".join(re.escape(ending) for ending in longest_first) or "(?!)"
        self._groups = groups
        self._word = re.compile(
            rf"(?:[^\W_]|-(?=[^\W_])){{{_FEWEST_BEFORE},48}}?(?P<ending>{alternatives})(?![^\W_])",
            re.IGNORECASE,
        )

    def match(self, text: str, place: int) -> Found[str] | None:
        """The compound that begins at `place`: where it ends and what it counts; None for no compound."""
        found = self._word.match(text, place) if self._groups else None
        if found is None or text[found.end() : found.end() + 2].strip()[:1] == "-":
            return None
        return Found(found.end(), self._groups[found["ending"].lower()])
