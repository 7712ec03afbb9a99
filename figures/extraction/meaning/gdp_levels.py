"""Levels of GDP: which percentages can be such a level, by the words that lead to them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from figures.extraction.meaning.steps import OPEN
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.words.marks import Mark

GDP = "% of GDP"
_WORD = re.compile(r"[ \xa0\n]{1,3}([^\W_][\w'’-]*)")
_ONE_WORD = re.compile(r"[ \xa0][^\W\d_]{1,24}[ \xa0]")
_TO_LEVEL = 12
_TO_SECOND = 48
_MOST_OF_GDP = 10  # per cent, of what a goal or a gift is without the words "of GDP"


def leads_to(text: str, quantity: Quantity, marks: Sequence[Mark]) -> bool:
    """Whether a word that leads to a level stands before a percentage, with no clause between."""
    return any(
        mark.tag == "step"
        and mark.value == "to"
        and 0 <= quantity.start - mark.end <= _TO_LEVEL
        and "," not in text[mark.end : quantity.start]
        for mark in marks
    )


def is_small(quantity: Quantity) -> bool:
    """Whether a percentage may be what a state spends of its domestic product on defence or aid."""
    amount = quantity.value if quantity.value is not None else quantity.high
    return amount is not None and amount <= _MOST_OF_GDP


def goes_on(text: str, first: Quantity, second: Quantity, marks: Sequence[Mark]) -> bool:
    """Whether a percentage goes on with the share of GDP before it."""
    return moves_on(text, first, second, marks) or is_listed_with(text, first, second)


def is_listed_with(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether a word alone parts a percentage from a share of GDP: "4.5 beziehungsweise 4.0 Prozent"."""
    gap = text[first.end : second.start]
    return first.unit == GDP and len(gap) <= _TO_SECOND and _ONE_WORD.fullmatch(gap) is not None


def moves_on(text: str, first: Quantity, second: Quantity, marks: Sequence[Mark]) -> bool:
    """Whether something moves from a share of GDP to a second: "de 1,9 % du PIB en 2024 à 2,4 %"."""
    gap = text[first.end : second.start]
    if first.unit != GDP or len(gap) > _TO_SECOND or any(char in gap for char in ".,;:()"):
        return False
    steps = [mark for mark in marks if mark.tag == "step"]
    led = any(mark.value in {"from", OPEN} and 0 <= first.start - mark.end <= 1 for mark in steps)
    return led and any(
        mark.value == "to" and mark.start > first.end and 0 <= second.start - mark.end <= 1 for mark in steps
    )


def stands_alone(
    text: str, quantity: Quantity, shares: Sequence[Quantity], marks: Sequence[Mark], stops: Collection[str]
) -> bool:
    """Whether nothing says that a small percentage is of something else than the sentence before.

    It is no part of a noun ("a 1% tax"), and its sentence names no other base; `shares` are all of it.
    """
    if not is_small(quantity) or any(mark.tag == "other_base" for mark in marks):
        return False
    if any(other.base or other.kind != "share" for other in shares):
        return False
    word = _WORD.match(text, quantity.end)
    hyphened = text[quantity.end : quantity.end + 1] == "-"
    return not hyphened and (word is None or word[1].lower() in stops)
