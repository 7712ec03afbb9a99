"""Which counts of allies are figures: those of allies that meet, miss or spend by a guideline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.sentences import Sentence
from figures.extraction.words.marks import Mark
from figures.extraction.words.nearby import word_before
from figures.lexicon import Lexicon

_GROUP = "+allies"
_PEOPLE = "+people"
_MOST_ALLIES = 250  # more "members" than there are states are people
_CLAUSE = 80
_OWNER = 30
_PERCENTAGES = frozenset({"%", "% of GDP"})


class Allies:
    """Tells counts of allies by a guideline from other talk of countries, in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.section("counts")
        self._of = frozenset((*lexicon.words("gdp", "of"), *table.get("part_lead", ())))
        self._alliance = tuple(table.get("alliance", ()))
        self._whole = frozenset(table.get("whole_group", ()))
        self._possessives = tuple(table.get("possessives", ()))
        self._verbs = _any_of(table.get("guideline_verbs", ()))
        self._places = _any_of(table.get("guideline_places", ()))

    def counted(
        self, text: str, sentence: Sentence, quantities: Sequence[Quantity], marks: Sequence[Mark]
    ) -> list[Quantity]:
        """The quantities of a sentence without counts of allies that no guideline explains."""
        if not any(_GROUP in quantity.rule for quantity in quantities):
            return list(quantities)
        people = ""
        for quantity in quantities:
            if _GROUP in quantity.rule and (quantity.value or 0) > _MOST_ALLIES:
                named = text[quantity.start : quantity.end].endswith(quantity.unit)
                if named or quantity.unit == people:
                    people = quantity.unit
                    quantity.rule = quantity.rule.replace(_GROUP, _PEOPLE)
        quantities = self._without_wholes(text, quantities)
        percentages = any(quantity.unit in _PERCENTAGES for quantity in quantities)
        named = any(
            mark.tag == "gdp" or (mark.tag == "goal" and (percentages or mark.value == "named"))
            for mark in marks
        )
        return [
            quantity
            for quantity in quantities
            if _GROUP not in quantity.rule
            or ((named or percentages) and self._is_counted(text, sentence, quantity, named))
        ]

    def _without_wholes(self, text: str, quantities: Sequence[Quantity]) -> list[Quantity]:
        """The quantities without the whole of a part: the 32 of "23 of the 32 allies"."""
        kept: list[Quantity] = []
        for quantity in quantities:
            of = kept and _GROUP in kept[-1].rule and _GROUP in quantity.rule
            words = text[kept[-1].end : quantity.start].lower().split() if of else []
            if words and words[0] in self._of and all(map(self._is_of_whole, words[1:])):
                continue
            if words == [","]:
                ahead = text[max(0, kept[-1].start - _OWNER) : kept[-1].start].lower().split()
                if not self._of.isdisjoint(ahead):
                    kept.pop()  # "Of NATO's 32 members, 22 spent"
            kept.append(quantity)
        return kept

    def _is_of_whole(self, word: str) -> bool:
        return word in self._whole or word in self._of or word.endswith(self._possessives)

    def _is_counted(self, text: str, sentence: Sentence, quantity: Quantity, named: bool) -> bool:
        """Whether a guideline is what the allies are counted by; `named` when the sentence names one."""
        if self._behave(text, sentence, quantity):
            return True
        strong = any(word in quantity.unit.lower() for word in self._alliance)
        return (named or strong) and not self._is_whole(text, quantity.start)

    def _behave(self, text: str, sentence: Sentence, quantity: Quantity) -> bool:
        """Whether the allies meet, miss or spend, or stand at a share."""
        end = min(sentence.end, quantity.end + _CLAUSE)
        clause = re.split("[;:]", text[quantity.end : end])[0]
        if self._verbs is None or self._verbs.search(clause):
            return True
        return self._places is not None and self._places.match(clause.lstrip()) is not None

    def _is_whole(self, text: str, place: int) -> bool:
        """Whether "all", "the" or an owner before the number makes it one of the whole group."""
        owner = text[max(0, place - 4) : place].rstrip().lower()
        return word_before(text, place).word in self._whole or owner.endswith(self._possessives)


def _any_of(words: Sequence[str]) -> re.Pattern[str] | None:
    """A pattern for any of the words, `*` standing for any ending; None where there are none."""
    if not words:
        return None
    parts = (re.escape(word.rstrip("*")) + (r"\w{0,12}" if word.endswith("*") else "") for word in words)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
