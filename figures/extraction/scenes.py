"""A scene: one sentence as the list of what its grammar needs, in order.

Marks say what single words mean. A scene puts them together: parties that stand side by side become
one `Group` with the little word before it, verbs and nouns of giving and spending become an `Act`
with its helping verbs, and both stand with commas, pronouns and conjunctions in one list of
`Item`s. Actor, recipient, measure and status are read from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from figures.extraction.acts import Act, build_acts
from figures.extraction.groups import Group, build_groups
from figures.extraction.marks import Mark
from figures.extraction.quantities import Quantity
from figures.extraction.sentences import Sentence

_PUNCTUATION = re.compile(r"[;:()\u2013\u2014\"\u201c\u201d\u201e\u00ab\u00bb]|,(?!\d)| - ")

COMMA, BREAK, JOINER, RELATIVE, PRONOUN, ARTICLE, GROUP, ACT, QUANTITY = range(9)
SEPARATORS = frozenset({COMMA, BREAK, RELATIVE})


class Item(NamedTuple):
    """One thing in a sentence: where, of which sort, and its word, value or place in its list."""

    start: int
    end: int
    sort: int
    value: str
    place: int


class Scene(NamedTuple):
    """A sentence with its quantities, parties, acts and the order of all."""

    text: str
    start: int
    end: int
    quantities: Sequence[Quantity]
    marks: Sequence[Mark]
    before: Sequence[Mark]
    groups: tuple[Group, ...]
    acts: tuple[Act, ...]
    items: tuple[Item, ...]

    def tagged(self, tag: str) -> list[Mark]:
        """The marks under one tag, in order."""
        return [mark for mark in self.marks if mark.tag == tag]

    def separated(self, start: int, end: int) -> bool:
        """Whether a comma, a break or a relative pronoun stands between two places."""
        return any(item.sort in SEPARATORS for item in self.items if item.start >= start and item.end <= end)

    def quantity_between(self, start: int, end: int) -> bool:
        """Whether a quantity lies between two places."""
        return any(start <= quantity.start and quantity.end <= end for quantity in self.quantities)


_SORTS = {"joiner": JOINER, "break": BREAK, "article": ARTICLE}


def read(
    text: str,
    sentence: Sentence,
    quantities: Sequence[Quantity],
    marks: Sequence[Mark],
    before: Sequence[Mark] = (),
) -> Scene:
    """The scene of one sentence; `marks` are its marks in order, `before` those of the sentence before."""
    start, end = sentence.start, sentence.end
    groups = build_groups(text, start, marks, quantities)
    acts = build_acts(text, start, marks, groups, quantities)
    items = [Item(group.start, group.end, GROUP, "", place) for place, group in enumerate(groups)]
    items += [Item(act.start, act.end, ACT, "", place) for place, act in enumerate(acts)]
    items += [Item(q.start, q.end, QUANTITY, "", place) for place, q in enumerate(quantities)]
    taken = [(group.start, group.end) for group in groups]
    for mark in marks:
        if mark.tag == "pronoun":
            sort = RELATIVE if mark.value == "relative" else PRONOUN
        elif mark.tag in _SORTS:
            sort = _SORTS[mark.tag]
        else:
            continue
        if not _inside(mark.start, taken):
            items.append(Item(mark.start, mark.end, sort, mark.value, -1))
    for match in _PUNCTUATION.finditer(text, start, end):
        if not _inside(match.start(), taken):
            items.append(Item(match.start(), match.end(), COMMA, match[0].strip(), -1))
    items.sort()
    return Scene(text, start, end, quantities, marks, before, tuple(groups), tuple(acts), tuple(items))


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)
