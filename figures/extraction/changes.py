"""Level or change: whether a percentage or an amount says how much there is, or by how much it moved.

"Rose 20% to 485 billion" holds a change of 20% and a level of 485 billion. The verb, the noun and
the preposition around the number decide; a fall makes the value negative.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from figures.extraction.marks import Mark
from figures.extraction.quantities import Quantity
from figures.extraction.sentences import Sentence
from figures.lexicon import Lexicon

_WORD_AFTER = re.compile(r"[ \xa0\n-]{1,2}([^\W_][\w'’-]{0,24})")
_WORDS_TO_NOUN = 4
_CLAUSE = 120
_NOUN_REACH = 80
_GROWTH_REACH = 60
_TAGS = frozenset({"rise", "fall", "change_after", "growth", "step", "bound"})


class Changes:
    """Tells changes from levels in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._adjectives = frozenset(word.lower() for word in lexicon.words("changes", "adjectives"))
        self._not_of_money = frozenset(lexicon.words("changes", "not_of_money"))
        self._from = frozenset(lexicon.words("connectors", "from"))

    def assign(
        self, text: str, sentence: Sentence, quantities: Iterable[Quantity], marks: Sequence[Mark]
    ) -> list[Quantity]:
        """The quantities with changes told from levels; a range of two levels becomes two."""
        marks = [mark for mark in marks if mark.tag in _TAGS]
        decided: list[Quantity] = []
        for quantity in quantities:
            if quantity.kind in {"count", "multiple"}:
                decided.append(quantity)
                continue
            if quantity.ends is not None and self._is_two_levels(text, sentence, quantity, marks):
                decided += quantity.ends
                continue
            sign = self._sign(text, sentence, quantity, marks)
            if sign:
                _make_change(quantity, sign)
            decided.append(quantity)
        return decided

    def _is_two_levels(
        self, text: str, sentence: Sentence, quantity: Quantity, marks: Sequence[Mark]
    ) -> bool:
        """Whether "X to Y" tells where something moved from and to."""
        before = _adjacent_before(text, quantity.start, marks)
        if before is not None and before.tag == "step" and before.value == "from":
            return any(mark.tag in {"rise", "fall"} and sentence.start <= mark.start for mark in marks)
        return False

    def _sign(self, text: str, sentence: Sentence, quantity: Quantity, marks: Sequence[Mark]) -> int:
        """1 for a rise, -1 for a fall, 0 for a level."""
        sign = self._sign_after(text, quantity, marks)
        if sign:
            return sign
        points = quantity.unit == "pp"
        money = quantity.kind == "money"
        before = _adjacent_before(text, quantity.start, marks)
        if before is not None:
            if before.tag in {"rise", "fall"}:
                if before.value == "noun" and not _is_verb_too(before, marks):
                    return 0
                if not money or before.value == "verb":
                    return _direction(before)
            elif before.tag == "step":
                if before.value == "by":
                    return _nearest(marks, before.start, _CLAUSE, any_word=True) or int(points)
                if before.value == "of":
                    sign = self._noun_before_of(text, before, marks, money)
                    if sign:
                        return sign
            elif before.tag == "growth" and not money:
                return 1
        if points:
            return _nearest(marks, quantity.start, _CLAUSE, any_word=True) or 1
        if not money and before is not None and before.tag == "step" and before.value in {"to", "of", "from"}:
            return self._growth_before(quantity, marks)
        return 0

    def _sign_after(self, text: str, quantity: Quantity, marks: Sequence[Mark]) -> int:
        """The sign by the noun or comparison behind the quantity ("a 20% increase", "20% more than")."""
        behind = {mark.start: mark for mark in marks if quantity.end <= mark.start <= quantity.end + 60}
        if not behind:
            return 0
        money = quantity.kind == "money"
        doubles: dict[int, list[Mark]] = {}
        for mark in marks:
            if mark.start in behind:
                doubles.setdefault(mark.start, []).append(mark)
        place = quantity.end
        for step in range(_WORDS_TO_NOUN):
            word = _WORD_AFTER.match(text, place)
            if word is None:
                return 0
            for mark in doubles.get(word.start(1), ()):
                if mark.tag in {"rise", "fall"} and mark.value == "noun":
                    if money and text[mark.start : mark.end].lower() in self._not_of_money:
                        return 0
                    return _direction(mark)
                if mark.tag == "change_after" and step == 0:
                    if mark.value.startswith("money") != money:
                        continue
                    if mark.value == "any":
                        return _nearest(marks, quantity.start, _CLAUSE, any_word=True) or 1
                    return -1 if mark.value.endswith("fall") else 1
            if word[1].lower() not in self._adjectives:
                return 0
            place = word.end()
        return 0

    def _noun_before_of(self, text: str, of: Mark, marks: Sequence[Mark], money: bool) -> int:
        """The sign by the noun before "of" ("an increase in spending of 20%")."""
        for mark in reversed(marks):
            if mark.end > of.start or mark.tag not in {"rise", "fall", "growth"}:
                continue
            gap = text[mark.end : of.start]
            if len(gap) > _NOUN_REACH or any(char in gap for char in ",.;:0123456789"):
                return 0
            if mark.tag == "growth":
                return 0 if money else 1
            if mark.value != "noun" and not gap.startswith(" in "):
                continue
            if money and text[mark.start : mark.end].lower() in self._not_of_money:
                return 0
            return _direction(mark)
        return 0

    def _growth_before(self, quantity: Quantity, marks: Sequence[Mark]) -> int:
        """1 where the level is that of a growth or inflation rate, itself a change."""
        near = (
            mark.tag == "growth" and mark.end <= quantity.start <= mark.end + _GROWTH_REACH for mark in marks
        )
        return int(any(near))


def _make_change(quantity: Quantity, sign: int) -> None:
    quantity.kind = "change"
    quantity.rule += "+rise" if sign > 0 else "+fall"
    if sign > 0:
        return
    if quantity.value is not None:
        quantity.value = -abs(quantity.value)
    elif quantity.low is not None and quantity.high is not None:
        quantity.low, quantity.high = -abs(Decimal(quantity.high)), -abs(Decimal(quantity.low))


def _adjacent_before(text: str, place: int, marks: Sequence[Mark]) -> Mark | None:
    """The mark that ends at `place`, seen through bound words and the like."""
    for mark in reversed(marks):
        if mark.end > place:
            continue
        if text[mark.end : place].strip(" \xa0\n~≈(–-"):
            return None
        if mark.tag == "bound" or (mark.tag == "step" and mark.value == "through"):
            place = mark.start
            continue
        return mark
    return None


def _is_verb_too(noun: Mark, marks: Sequence[Mark]) -> bool:
    return any(mark.start == noun.start and mark.value in {"verb", "weak"} for mark in marks)


def _direction(mark: Mark) -> int:
    return 1 if mark.tag == "rise" else -1


def _nearest(marks: Sequence[Mark], place: int, reach: int, *, any_word: bool) -> int:
    """The direction of the nearest word of rise or fall before `place`; 0 when there is none."""
    for mark in reversed(marks):
        if mark.end > place or mark.tag not in {"rise", "fall"}:
            continue
        if place - mark.end > reach:
            return 0
        if any_word or mark.value != "noun":
            return _direction(mark)
    return 0
