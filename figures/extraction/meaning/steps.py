"""Open prepositions: "de" in "augmente de 5 %", "une hausse de 5 %", "passe de 2 à 5 %".

Some languages say with one preposition by how much something moves, how large a move is and where
it begins. The word that governs such a preposition tells which of them it is here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from figures.extraction.meaning.directions import adjacent_before
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.words.marks import Mark

OPEN = "open"
_NUMBER_NEXT = re.compile(r"(?:[ \xa0][^\W\d_]{1,20}){0,2}[ \xa0€$£]{1,2}[0-9]")
_REACH = 70
_TO_SECOND = 40
# A figure, but no year, or the end of a clause: what is before does not govern what is behind.
_CUT = re.compile(r"[.,;:()\u2013\u2014]|(?<![0-9])(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]")


def sign_at(text: str, step: Mark, marks: Sequence[Mark], spared: Collection[str]) -> int:
    """1 or -1 where a rise or fall governs an open preposition, 0 for a level.

    `spared` are the words that make no change of what is measured here.
    """
    mark = _governing(text, step, marks)
    if mark is None or mark.tag == "move" or text[mark.start : mark.end].lower() in spared:
        return 0
    return -1 if mark.tag == "fall" else 1


def is_start(text: str, step: Mark, marks: Sequence[Mark]) -> bool:
    """Whether an open preposition tells where a move begins ("passe de 2 à 5 %")."""
    mark = _governing(text, step, marks)
    return mark is not None and mark.tag == "move"


def is_from(text: str, first: Quantity, second: Quantity, sign: int, marks: Sequence[Mark]) -> bool:
    """Whether something moved from the first amount, by what follows: "réduit de 0,5 % à 0,3 %".

    `sign` is the way it moved. What it moved by is seldom more than half of where it came to.
    """
    if first.unit != second.unit or first.value is None or second.value is None:
        return False
    if len(text[first.end : second.start]) > _TO_SECOND or _CUT.search(text, first.end, second.start):
        return False
    to = adjacent_before(text, second.start, marks)
    if to is None or to.start < first.end or to.value != "to":
        return False
    return second.value < first.value if sign < 0 else first.value < second.value < 2 * first.value


def _governing(text: str, step: Mark, marks: Sequence[Mark]) -> Mark | None:
    """The nearest word of moving, rising, falling or growth before a preposition, in its clause."""
    for mark in reversed(marks):
        if mark.end > step.start or mark.tag not in {"rise", "fall", "growth", "move"}:
            continue
        gap = text[mark.end : step.start]
        return mark if len(gap) <= _REACH and not _CUT.search(gap) else None
    return None


def is_of(text: str, before: Mark, quantity: Quantity, marks: Sequence[Mark]) -> bool:
    """Whether a word for both means "of" and not "from": no "to" follows ("ein Plus von 5 Prozent")."""
    if not any(mark.start == before.start and mark.value == "of" for mark in marks):
        return False
    return not any(
        mark.tag == "step"
        and mark.value == "to"
        and 0 <= mark.start - quantity.end <= 1
        and _NUMBER_NEXT.match(text, mark.end)
        for mark in marks
    )
