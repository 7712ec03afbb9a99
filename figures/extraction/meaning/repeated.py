"""Changes whose verb is said once: "rose 3% and exports 5%", "fell 7%, or £129"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from figures.extraction.meaning.directions import adjacent_before, nearest, sign_of
from figures.extraction.meaning.steps import OPEN
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.words.marks import Mark
from figures.lexicon import Lexicon

_LIST_GAP = 40
_RESTATED = 48
_GAPPED_WORDS = 3
_DASHES = frozenset({"\u2013", "\u2014"})
_WORD_BEHIND = re.compile(r"[ \xa0\n]([^\W\d_]{2,16})")


class Repeated:
    """Finds changes that lean on the change before them, in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._compared = frozenset(lexicon.words("connectors", "compared"))
        self._no_gap = frozenset(
            word for kind in ("lending", "auxiliaries") for word in lexicon.words("connectors", kind)
        )
        self._added = frozenset(lexicon.words("marks", "extra", "extra"))
        self._recorded = frozenset(lexicon.words("changes", "recorded"))
        self._verb_endings = tuple(lexicon.words("changes", "verb_endings"))
        self._or = frozenset(lexicon.words("connectors", "or"))
        self._restating = frozenset(word.rstrip("'") for word in lexicon.words("connectors", "restating"))
        points = "|".join(map(re.escape, lexicon.words("changes", "index_points")))
        self._of_points = re.compile(rf"[0-9][ \xa0-](?:{points}) ?\(\Z") if points else None
        self._listing = frozenset(
            word for kind in ("and", "or", "comma") for word in lexicon.words("connectors", kind)
        )

    def sign_of_list(
        self, text: str, quantity: Quantity, decided: Sequence[Quantity], marks: Sequence[Mark]
    ) -> int:
        """The sign of the change before, where this one is its neighbour in a list."""
        if not decided or quantity.unit != decided[-1].unit or decided[-1].kind != "change":
            return 0
        if quantity.rule.startswith("share+fraction"):
            return 0  # "… rose by 5%, and two thirds came from there"
        before = decided[-1]
        gap = text[before.end : quantity.start]
        if len(gap) > 2 * _LIST_GAP or any(char in gap for char in ".;:()"):
            return 0
        nearest = adjacent_before(text, quantity.start, marks)
        if nearest is not None and nearest.end > before.end and nearest.value != OPEN:
            return 0
        place = quantity.start
        for mark in reversed(marks):
            if (
                mark.end <= place
                and not text[mark.end : place].strip(" \xa0\n'’")
                and mark.tag in {"bound", "step"}
            ):
                place = mark.start
        words = text[before.end : place].replace(",", " , ").lower().split()
        if quantity.kind == "money" and self._added.intersection(
            text[place : quantity.start].lower().split()
        ):
            return 0  # "… rises by $5bn, and an additional $2bn is reserved"
        behind = _WORD_BEHIND.match(text, quantity.end)
        if behind is not None and behind[1] in self._recorded:
            return sign_of(before)  # "rose 7%, after the 6% recorded in 2023"
        listed = (
            bool(words) and (words[-1] in self._listing or gap.strip() in _DASHES) and len(gap) <= _LIST_GAP
        )
        listed = listed or (quantity.kind == "share" and self._is_gapped(words))
        if not (listed or " ".join(words[-2:]) in self._compared or (words and words[-1] in self._compared)):
            return 0
        return sign_of(before)

    def _is_gapped(self, words: Sequence[str]) -> bool:
        """Whether the words between two percentages name who moved, without the verb ("and exports 2.9%")."""
        rest = [word for word in words if word not in self._listing]
        if not rest or words[0] not in self._listing or len(rest) > _GAPPED_WORDS:
            return False
        return not any(word in self._no_gap or word.endswith(self._verb_endings) for word in rest)

    def sign_of_restated(self, text: str, quantity: Quantity, marks: Sequence[Mark]) -> int:
        """The sign where a change is said again in per cent ("lost 120 points, or 0.9%")."""
        gap = text[max(0, quantity.start - _RESTATED) : quantity.start]
        words = gap.replace(",", " , ").lower().split()
        in_points = self._of_points is not None and self._of_points.search(gap) is not None
        if not in_points and (len(words) < 2 or words[-1] not in self._or or words[-2] != ","):
            return 0
        return nearest(marks, quantity.start, _RESTATED, any_word=False)

    def restates(self, text: str, first: Quantity, second: Quantity) -> bool:
        """Whether money and a percentage say the same one after the other ("7%, or £129", "7% (£129)")."""
        words = text[first.end : second.start].replace(",", " , ").lower().split()
        percentages = (first.unit == "%") + (second.unit == "%")
        if percentages == 1 and words == ["("] and text[second.end : second.end + 1] == ")":
            return first.kind == "change"
        if percentages != 1 or words[:1] != [","]:
            return False
        return " ".join(words[1:]).rstrip("'’") in self._restating or (
            len(words) == 2 and words[1] in self._or
        )


def is_led(text: str, quantity: Quantity, marks: Sequence[Mark]) -> bool:
    """Whether a verb of rise or fall stands directly before an amount of money ("lost $1.61")."""
    before = adjacent_before(text, quantity.start, marks)
    return (
        quantity.kind == "money"
        and before is not None
        and before.tag in {"rise", "fall"}
        and before.value != "noun"
    )
