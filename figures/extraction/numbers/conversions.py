"""Conversions: an amount said again in other money, "SEK 16 billion ($1.6 billion)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from figures.extraction.numbers.quantities import Quantity
from figures.lexicon import Lexicon

_FARTHEST = 36
_CLOSING = (")", "]")
_SIGNS = r"[≈~=\u223c>]"


class Conversions:
    """Finds the amounts of one language that convert the amount before them."""

    def __init__(self, lexicon: Lexicon) -> None:
        converted = sorted(lexicon.words("connectors", "converted"), key=len, reverse=True)
        words = "|".join(re.escape(word) for word in converted)
        self._opening = re.compile(
            rf"(?:(?P<word>[ \xa0][^\W\d_]{{2,14}})?[ \n\xa0]?[(\[]|[;,])[ ]?(?:(?:{words or _SIGNS}|{_SIGNS})[ ]?){{0,2}}",
            re.IGNORECASE,
        )

    def link(self, text: str, quantities: Sequence[Quantity]) -> None:
        """Link each amount that converts the one before it to that, as the `same_amount`."""
        for first, second in pairwise(quantities):
            if first.kind == second.kind == "money" and first.unit != second.unit:
                self._link(text, first, second)

    def _link(self, text: str, first: Quantity, second: Quantity) -> None:
        gap = text[first.end : second.start]
        opening = self._opening.fullmatch(gap) if len(gap) <= _FARTHEST else None
        if opening is None or (opening["word"] and text[second.end : second.end + 1] not in _CLOSING):
            return  # "£13bn annually ($16bn)" converts, "a €5bn pledge ($3bn of it new)" does not
        if (
            gap[0] == ","
            and not gap.strip(", ")
            and not (first.relation == "same_amount" and text[second.end : second.end + 1] in _CLOSING)
        ):
            return  # ", or about $5 bn" converts; ", $5 bn" is the next of a list
        if gap[0] == ";" and not first.relation:
            return  # only a third amount inside the same parentheses
        second.relation, second.related = "same_amount", first
