"""Level or change: whether a percentage or an amount says how much there is, or by how much it moved.

"Rose 20% to 485 billion" holds a change of 20% and a level of 485 billion. The verb, the noun and
the preposition around the number decide; a fall makes the value negative.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from figures.extraction.meaning.adverbs import Adverbs
from figures.extraction.meaning.behind import (
    direction_before_subject,
    direction_behind,
    direction_by_particle,
    direction_of_subject,
)
from figures.extraction.meaning.directions import (
    adjacent_before,
    compared_behind,
    direction_of,
    is_verb_too,
    leads_on,
    make_change,
    may_change_alone,
    nearest,
    noun_before_of,
    sign_of,
    signed,
)
from figures.extraction.meaning.repeated import Repeated, is_led
from figures.extraction.meaning.steps import OPEN, is_from, is_of, is_start, sign_at
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.words.marks import Mark, Spotter
from figures.lexicon import Lexicon

_WORD_AFTER = re.compile(r"[ \xa0\n-]{1,2}([^\W_][\w'’-]{0,24})")
_WORDS_TO_NOUN = 4
_CLAUSE = 120
_GROWTH_REACH = 60
_SUM_WINDOW = 32
_TAGS = frozenset({"rise", "fall", "change_after", "growth", "step", "bound", "move"})
# A level is seldom below twice the change that led to it; a range seldom reaches so far.
_LEVEL_OF_CHANGE = 2
_MOVES = frozenset({"rise", "fall", "move"})


class Changes:
    """Tells changes from levels in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._inverts = bool(lexicon.section("context").get("subject_behind", False))
        self._verb_behind = bool(lexicon.section("changes").get("verb_behind", False))
        self._conjunctions = tuple(
            re.compile(rf"\b{re.escape(word)}\b")
            for word in lexicon.words("connectors", "and")
            if word.isalpha()
        )
        self._adjectives = frozenset(word.lower() for word in lexicon.words("changes", "adjectives"))
        self._and = frozenset(lexicon.words("connectors", "and"))
        self._adverbs = Adverbs(lexicon)
        self._not_of_money = frozenset(lexicon.words("changes", "not_of_money"))
        self._of = frozenset(lexicon.words("gdp", "of"))
        self._sums = Spotter((word, "sum", "") for word in lexicon.words("changes", "sums"))
        self._levels = Spotter((word, "sum", "") for word in lexicon.words("changes", "levels"))
        # "На 200 млн більше" is an amount on top of another, as "200 million more" is.
        self._more_is_added = bool(lexicon.section("changes").get("more_is_added", False))
        self._planned = Spotter((word, "planned", "") for word in lexicon.words("changes", "planned"))
        self._repeated = Repeated(lexicon)
        self._particles = frozenset(lexicon.section("separable"))
        self._amounting = frozenset(word.rstrip("'") for word in lexicon.words("changes", "amounting"))
        self._level_bounds = frozenset(lexicon.words("changes", "level_bounds"))

    def assign(self, text: str, quantities: Sequence[Quantity], marks: Sequence[Mark]) -> list[Quantity]:
        """The quantities with changes told from levels; a range of two levels becomes two."""
        marks = [mark for mark in marks if mark.tag in _TAGS]
        if not marks and not any(may_change_alone(text, quantity) for quantity in quantities):
            return list(quantities)
        decided: list[Quantity] = []
        for place, quantity in enumerate(quantities):
            following = quantities[place + 1] if place + 1 < len(quantities) else None
            if quantity.kind in {"count", "multiple"}:
                apart = quantity.ends is not None and self._is_two_levels(text, quantity, marks)
                decided += quantity.ends if quantity.ends is not None and apart else (quantity,)
                continue
            if quantity.ends is not None:
                if self._is_two_levels(text, quantity, marks):
                    decided += quantity.ends
                    continue
                sign = self._sign_of_first(text, quantity, marks)
                if sign:
                    make_change(quantity.ends[0], sign)
                    decided += quantity.ends
                    continue
            sign = self._sign(text, quantity, marks)
            if sign and following is not None and self._is_first(text, quantity, following, sign, marks):
                sign = 0
            if not sign and (not self._has_of(text, quantity) or self._of_before(text, decided)):
                sign = self._repeated.sign_of_list(text, quantity, decided, marks)
            if decided and self._repeated.restates(text, decided[-1], quantity):
                sign = sign or sign_of(decided[-1])
                if sign and is_led(text, decided[-1], marks) and not self._sign_after(text, quantity, marks):
                    make_change(decided[-1], sign)
            if sign:
                make_change(quantity, sign)
            decided.append(quantity)
        return decided

    def _is_two_levels(self, text: str, quantity: Quantity, marks: Sequence[Mark]) -> bool:
        """Whether "X to Y" tells where something moved from and to."""
        before = adjacent_before(text, quantity.start, marks)
        if before is not None and before.tag == "step" and before.value == "from":
            if leads_on(text, quantity, marks):
                return False  # "from 2–3% to 5%"
            ahead = any(mark.tag in _MOVES and mark.end <= before.start for mark in marks)
            return ahead or self._behind(text, quantity, marks) != 0
        if before is None or before.value != OPEN:
            return False
        if is_start(text, before, marks):
            return True
        first, second = quantity.ends or (quantity, quantity)
        sign = sign_at(text, before, marks, ()) if text[first.end - 1] == text[second.end - 1] else 0
        return sign != 0 and is_from(text, first, second, sign, marks)

    def _is_first(
        self, text: str, quantity: Quantity, following: Quantity, sign: int, marks: Sequence[Mark]
    ) -> bool:
        """Whether an open preposition tells where something moved from: "réduit de 0,5 % à 0,3 %"."""
        before = adjacent_before(text, quantity.start, marks)
        return before is not None and before.value == OPEN and is_from(text, quantity, following, sign, marks)

    def _sign_of_first(self, text: str, quantity: Quantity, marks: Sequence[Mark]) -> int:
        """The sign of "40 to 400" where something rose by the first to the second; 0 for a range."""
        first, second = quantity.ends or (quantity, quantity)
        own_unit = not text[first.end - 1].isdigit() or not text[first.start].isdigit()
        if not own_unit or first.value is None or second.value is None:
            return 0
        if " ".join(text[first.end : second.start].lower().split()) in self._and:
            return 0  # "between 5% and 10%"
        before = adjacent_before(text, first.start, marks)
        if before is None or (before.tag == "step" and before.value not in {"by", OPEN}):
            return 0
        amounts = quantity.kind == "money" and before.tag == "step" and text[first.end - 1].isalpha()
        if second.value < _LEVEL_OF_CHANGE * first.value and not amounts:
            return 0
        if before.value == "by" and (sign := self._behind(text, second, marks)):
            return sign
        sign = self._sign(text, quantity, [mark for mark in marks if mark.end <= first.start])
        return sign if before.tag in {"rise", "fall", "step"} else 0

    def _sign(self, text: str, quantity: Quantity, marks: Sequence[Mark]) -> int:
        """1 for a rise, -1 for a fall, 0 for a level."""
        sign = self._sign_after(text, quantity, marks)
        if sign:
            return sign
        points = quantity.unit == "pp"
        money = quantity.kind == "money"
        before = adjacent_before(text, quantity.start, marks)
        if before is not None:
            if before.tag in {"rise", "fall"}:
                if text[before.end : quantity.start].lower().strip() in self._level_bounds:
                    return 0  # "fell below 2%" tells where it fell to
                if not money and self._has_of(text, quantity):
                    return 0  # "makes up 58% of": what it is a share of follows
                if self._adverbs.belong_to_verb(text, before):
                    return 0
                if before.value == "noun" and not is_verb_too(before, marks):
                    return 0
                if not money or before.value == "verb" or self._adverbs.stand_apart(text, before):
                    return direction_of(before)
            elif before.tag == "step":
                if before.value == "by":
                    if not money and self._adverbs.leads_noun(text, before, quantity.start, quantity.end):
                        return 0
                    sign = compared_behind(quantity, marks)
                    if money and sign and self._more_is_added:
                        return 0
                    if money and sign and self._planned.marks(text, quantity.end, quantity.end + _SUM_WINDOW):
                        return 0  # "by 3 billion more than planned"
                    if money and not sign and self._is_sum(text, before, money):
                        return 0
                    sign = sign or self._behind(text, quantity, marks)
                    sign = sign or nearest(marks, before.start, _CLAUSE, any_word=True) or int(points)
                    return sign or (0 if money else self._growth_before(quantity, marks))
                if before.value == "of" or is_of(text, before, quantity, marks):
                    sign = noun_before_of(text, before, marks, self._not_of_money if money else None)
                if before.value == OPEN and not self._is_sum(text, before, money):
                    sign = sign_at(text, before, marks, self._not_of_money if money else ())
                if not sign and text[before.start : before.end].lower() in self._amounting:
                    sign = direction_of_subject(text, before, marks, self._not_of_money if money else ())
                if sign:
                    return sign
            elif before.tag == "growth" and not money:
                return 1
        elif not money and (sign := direction_by_particle(text, quantity, marks, self._particles)):
            return sign  # "legten die Exporte 7 Prozent zu"
        elif (
            not (money or self._has_of(text, quantity))
            and self._inverts
            and (sign := direction_before_subject(text, quantity, marks))
        ):
            return sign
        if points:
            sign = signed(text, quantity) or self._behind(text, quantity, marks)
            return sign or nearest(marks, quantity.start, _CLAUSE, any_word=True) or 1
        if not money and before is not None and before.tag == "step" and before.value in {"to", "of", "from"}:
            return self._growth_before(quantity, marks)
        if not money and before is None and text[quantity.start - 2 : quantity.start] == ": ":
            return int(any(mark.tag == "growth" and mark.end == quantity.start - 2 for mark in marks))
        return (
            0 if money else signed(text, quantity) or self._repeated.sign_of_restated(text, quantity, marks)
        )

    def _behind(self, text: str, quantity: Quantity, marks: Sequence[Mark]) -> int:
        """The direction told by a verb behind, in languages that set it last."""
        if not self._verb_behind:
            return 0
        return direction_behind(text, quantity.end, marks, self._conjunctions)

    def _is_sum(self, text: str, by: Mark, money: bool) -> bool:
        """Whether the word before tells of what an amount is the sum: one for it, not by it; or a level."""
        start = max(0, by.start - _SUM_WINDOW)
        sums = self._sums if money else self._levels
        return any(by.start - mark.end <= 1 for mark in sums.marks(text, start, by.start))

    def _has_of(self, text: str, quantity: Quantity) -> bool:
        word = _WORD_AFTER.match(text, quantity.end)
        return word is not None and word[1].lower() in self._of

    def _of_before(self, text: str, decided: Sequence[Quantity]) -> bool:
        """Whether "of" follows the change before too: "down 0.4% of this and 1.2% of that"."""
        return bool(decided) and decided[-1].kind == "change" and self._has_of(text, decided[-1])

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
                    return direction_of(mark)
                if mark.tag == "change_after" and step == 0:
                    if money:
                        continue
                    before = adjacent_before(text, quantity.start, marks) if mark.value == "any" else None
                    if before is not None and before.value == "to":
                        return self._growth_before(quantity, marks)  # "slowed to 3% year on year"
                    if mark.value == "any":
                        behind_it = self._behind(text, quantity, marks)
                        return behind_it or nearest(marks, quantity.start, _CLAUSE, any_word=True) or 1
                    return -1 if mark.value.endswith("fall") else 1
            if word[1].lower() not in self._adjectives:
                return 0
            place = word.end()
        return 0

    def _growth_before(self, quantity: Quantity, marks: Sequence[Mark]) -> int:
        """1 where the level is that of a growth or inflation rate, itself a change."""
        near = (
            mark.tag == "growth" and mark.end <= quantity.start <= mark.end + _GROWTH_REACH for mark in marks
        )
        return int(any(near))
