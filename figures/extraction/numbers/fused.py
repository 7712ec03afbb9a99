"""Fused goals: a percentage that is one word with the goal it sets ("tvåprocentsmålet", "2-procentsmålet").

The table names under ``[gdp]`` the endings that make the word a goal (`fused_goals`) and what joins
them to the word for per cent (`fused_joint`). Number and per cent are the quantity; that it is a goal
stands in its rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from figures.extraction.numbers.quantities import Quantity
from figures.lexicon import Lexicon

GOAL = "goal"
_DIGITS = re.compile(r"(?<![\w.,])([0-9]{1,2}(?:[.,][0-9])?)[-\u2010\u2011 \xa0]\Z")
_LONGEST_NUMBER = 24


class FusedGoals:
    """Finds the fused goals of one language.

    >>> from figures.lexicon import lexicon
    >>> [found.value for found in FusedGoals(lexicon("sv")).find("Tvåprocentsmålet och 3,5-procentsmålet nås.")]
    [Decimal('2'), Decimal('3.5')]
    >>> list(FusedGoals(lexicon("en")).find("the 2% goal"))
    []
    """

    def __init__(self, lexicon: Lexicon) -> None:
        goals = "|".join(map(re.escape, lexicon.words("gdp", "fused_goals")))
        percent = "|".join(re.escape(word) for word in lexicon.words("percent", "words") if word.isalpha())
        joint = "|".join(map(re.escape, lexicon.words("gdp", "fused_joint"))) or "(?!)"
        self._goal = (
            re.compile(rf"(?P<percent>{percent})(?:{joint})?(?:{goals})\b", re.IGNORECASE) if goals else None
        )
        self._numbers = {
            word: Decimal(str(value))
            for word, value in lexicon.section("number_words").items()
            if word.isalpha() and Decimal(str(value)) <= 10
        }

    def find(self, text: str) -> Iterator[Quantity]:
        """The percentages of fused goals, in order."""
        if self._goal is None:
            return
        for match in self._goal.finditer(text):
            start, end = match.start(), match.end("percent")
            ahead = text[max(0, start - _LONGEST_NUMBER) : start]
            digits = _DIGITS.search(ahead)
            if digits is not None:
                value = Decimal(digits[1].replace(",", "."))
                yield _share(start - len(ahead) + digits.start(), end, value, "digits")
                continue
            word = re.search(r"[^\W\d_]*\Z", ahead)
            value_in_words = self._numbers.get(word[0].lower()) if word is not None else None
            if word is not None and value_in_words is not None:
                yield _share(start - len(word[0]), end, value_in_words, "words")


def _share(start: int, end: int, value: Decimal, how: str) -> Quantity:
    return Quantity(start, end, "share", "%", value=value, rule=f"share+{how}+{GOAL}")
