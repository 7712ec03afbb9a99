"""Verbs behind: the direction told by a verb at the end of its clause ("um 5 Prozent gekürzt").

Languages that set the verb last say by how much before they say whether it rose or fell.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from figures.extraction.meaning.directions import direction_of, nearest
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.words.marks import Mark

_REACH = 90
_REACH_OF_SUBJECT = 80
_REACH_OF_PARTICLE = 60
_BEFORE_NUMBER = re.compile(r"[.,;:()0-9]")
_SUBJECT = re.compile(r"(?: [^\W\d_]{2,24}){1,2} ")
_PARTICLE = re.compile(r"[ \xa0]([^\W\d_]{2,8})(?=[.,;:!?]|\Z)")
_CLAUSE_END = re.compile(r"[.;:!?()](?=\s|\Z)|[,–—](?!\d)")


def direction_behind(
    text: str, place: int, marks: Sequence[Mark], conjunctions: Sequence[re.Pattern[str]]
) -> int:
    """1 or -1 by the first verb of rise or fall behind `place` in its clause; 0 when there is none.

    A conjunction, or a further "by", begins another clause.
    """
    stop = place + _REACH
    for pattern in (_CLAUSE_END, *conjunctions):
        found = pattern.search(text, place, stop)
        if found is not None:
            stop = found.start()
    for mark in marks:
        if mark.start < place:
            continue
        if mark.start >= stop or (mark.tag == "step" and mark.value == "by"):
            return 0
        if mark.tag in {"rise", "fall"} and mark.value != "noun":
            return 1 if mark.tag == "rise" else -1
    return 0


def direction_of_subject(text: str, step: Mark, marks: Sequence[Mark], spared: Collection[str]) -> int:
    """1 or -1 by a noun of which a number tells how large it was ("Der Anstieg lag bei 2 Prozent").

    `spared` are the words that make no change of what is measured here.
    """
    for mark in reversed(marks):
        if mark.end > step.start or mark.tag not in {"rise", "fall"} or mark.value != "noun":
            continue
        if step.start - mark.end > _REACH_OF_SUBJECT or _BEFORE_NUMBER.search(text, mark.end, step.start):
            return 0
        return 0 if text[mark.start : mark.end].lower() in spared else direction_of(mark)
    return 0


def direction_before_subject(text: str, quantity: Quantity, marks: Sequence[Mark]) -> int:
    """1 or -1 by the verb before the subject that stands before the number ("dök aktien 7 procent")."""
    verb = next((mark for mark in reversed(marks) if mark.end <= quantity.start), None)
    if verb is None or verb.tag not in {"rise", "fall"} or verb.value == "noun":
        return 0
    return direction_of(verb) if _SUBJECT.fullmatch(text, verb.end, quantity.start) else 0


def direction_by_particle(
    text: str, quantity: Quantity, marks: Sequence[Mark], particles: Collection[str]
) -> int:
    """1 or -1 where a verb and its particle stand around a number ("legten die Exporte 7 Prozent zu")."""
    particle = _PARTICLE.match(text, quantity.end)
    if particle is None or particle[1] not in particles:
        return 0
    start = max(0, quantity.start - _REACH_OF_PARTICLE)
    verbs = [mark for mark in marks if mark.value == "verb" and mark.start >= start]
    verb = next((mark for mark in reversed(verbs) if mark.end <= quantity.start), None)
    if verb is None or _BEFORE_NUMBER.search(text, verb.end, quantity.start):
        return 0
    return nearest(verbs, quantity.start, _REACH_OF_PARTICLE, any_word=False)
