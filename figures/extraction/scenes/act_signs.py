"""Signs of acts: what the marks around a verb or noun of giving tell about how it is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes.groups import Group
from figures.extraction.words.marks import Mark
from figures.extraction.words.party_names import PARTY

_REACH_OF_NOUN = 30
_REACH_TO_LAST = 140
_CLAUSE_END = re.compile(r"[;:,](?!\d)")


def governs(text: str, left: int, right: int, reach: int, last: bool) -> bool:
    """Whether a helping verb is near enough to its verb; where that comes last, in the same clause."""
    if right - left <= reach:
        return True
    if not last or right - left > _REACH_TO_LAST:
        return False
    between = [match[0] for match in _CLAUSE_END.finditer(text, left, right)]
    return not between or between == [
        ",",
        ",",
    ]  # an aside: "sollen der Armee, so der Plan, 5 Panzer zulaufen"


def is_noun(
    marks: Sequence[Mark],
    place: int,
    groups: Sequence[Group],
    quantities: Sequence[Quantity],
    modal: Mark | None,
) -> bool:
    """Whether a word that can be verb or noun is a noun here ("a pledge", "Germany's plan")."""
    start = marks[place].start
    if modal is not None and 0 <= start - modal.end <= 2:
        return False
    if any(0 <= start - quantity.end <= _REACH_OF_NOUN for quantity in quantities):
        return True
    if place and marks[place - 1].tag == "pronoun" and start - marks[place - 1].end <= 2:
        return False
    for group in groups:
        if 0 <= start - group.end <= _REACH_OF_NOUN:
            return group.attributive and (group.form != "either" or start - group.end > 2)
    for mark in reversed(marks[:place]):
        if start - mark.end > _REACH_OF_NOUN:
            break
        if mark.tag == "article":
            return True
        if mark.tag in {"auxiliary", "modal", "pronoun"} or mark.tag.startswith(PARTY):
            return False
        if mark.tag == "link":
            return mark.value != "to"
    return True


def next_mark(marks: Sequence[Mark], place: int, start: int) -> bool:
    """Whether no other mark stands between the mark at a place and a start."""
    begin = marks[place].start
    return next(mark.start for mark in marks[place:] if mark.start > begin) >= start


def close(left: int, right: int) -> bool:
    """Whether a governing word stands close enough before: "pledged on Tuesday to", "plan by it to"."""
    return right - left <= _REACH_OF_NOUN


def headline(text: str, groups: Sequence[Group], start: int, infinitive: int) -> bool:
    """Whether the sentence is a headline with its party directly before "to": "Germany to send 30 tanks"."""
    return any(
        0 < infinitive - group.end <= 4 and (group.start - start <= 5 or text[: group.start].endswith(": "))
        for group in groups
    )


def coordinated(marks: Sequence[Mark], place: int, free: int) -> bool:
    """Whether the word follows an "and" directly, with no helping verb or subject of its own."""
    start = marks[place].start
    for mark in reversed(marks[:place]):
        if mark.end <= free or start - mark.end > 14:
            return False
        if mark.tag == "joiner":
            return True
        if mark.tag in {"auxiliary", "pronoun"} or mark.tag.startswith(PARTY):
            return False
    return False


def is_name(text: str, mark: Mark, start_of_sentence: int) -> bool:
    """Whether a helping verb is a name by its capital: "in May"."""
    return (
        text[mark.start].isupper()
        and not text[mark.start : mark.end].isupper()
        and mark.start > start_of_sentence + 1
    )
