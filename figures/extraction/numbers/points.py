"""Points: "diez puntos" are percentage points only where a percentage stands in the same sentence.

Words that mean points of an index, a match or a law as well are of the kind "shared points"; with a
percentage beside them they become percentage points, without one they are no unit. Where a language
says so, only parts of one are points ("a quarter point"), and words such as "rate" show it as well.
"""

from __future__ import annotations

import re
from decimal import Decimal

from figures.extraction.numbers.unit_phrases import ONE, Unit
from figures.lexicon import Lexicon

_POINTS = Unit("points", "pp", ONE)
_REACH = 160
_MOST = Decimal(50)  # "15.300 puntos" are those of an index
_SENTENCE_END = re.compile(r"[.!?;\n](?=\s|\Z)")


class SharedPoints:
    """Tells percentage points by the percentages beside them, in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = sorted((*lexicon.words("percent", "words"), "%"), key=len, reverse=True)
        beside = "|".join(rf"\b{re.escape(word)}\b" for word in lexicon.words("percent", "points_beside"))
        percent = rf"\d[ \xa0]?(?:{'|'.join(map(re.escape, words))})(?!\w)"
        self._percent = re.compile(f"{percent}|{beside}" if beside else percent, re.IGNORECASE)
        self._in_parts = bool(lexicon.section("percent").get("points_in_parts", False))

    def unit(self, text: str, start: int, end: int, value: Decimal) -> Unit | None:
        """The unit of so many points from `start` to `end`: percentage points, or None."""
        if value > _MOST or (self._in_parts and value >= 1):
            return None
        behind = _SENTENCE_END.split(text[end : end + _REACH], maxsplit=1)[0]
        before = text[max(0, start - _REACH) : start]
        if not self._in_parts:
            before = _SENTENCE_END.split(before)[-1]
        return _POINTS if self._percent.search(before) or self._percent.search(behind) else None
