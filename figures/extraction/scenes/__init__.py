"""A scene: one sentence as the list of what its grammar needs, in order.

Marks say what single words mean. A scene puts them together: parties that stand side by side become
one `Group` with the little word before it, verbs and nouns of giving and spending become an `Act`
with its helping verbs, and both stand with commas, pronouns and conjunctions in one list of
`Item`s. Actor, recipient, measure and status are read from it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes.acts import Act, build_acts
from figures.extraction.scenes.groups import Group, build_groups
from figures.extraction.scenes.possession import with_possession
from figures.extraction.sentences import Sentence
from figures.extraction.words.marks import Mark

_PUNCTUATION = re.compile(r"[;:()\u2013\u2014\"\u201c\u201d\u201e\u00ab\u00bb]|,(?!\d)| - ")

# A sentence of more quantities is a table turned to text, which no grammar of sentences reads.
_MOST_QUANTITIES = 30
_LONGEST_ASIDE = 16

COMMA, BREAK, JOINER, RELATIVE, PRONOUN, ARTICLE, GROUP, ACT, QUANTITY = range(9)


class Item(NamedTuple):
    """One thing in a sentence: where, of which sort, and its word, value or place in its list."""

    start: int
    end: int
    sort: int
    value: str
    place: int


class Subject(NamedTuple):
    """The subject of an act: a group by its place, or why there is none.

    `why` is "" with a group, "pronoun" for one that stands for a party named before, "none" where
    nothing stands there, "other" for a subject that is no party.
    """

    group: int
    why: str


class Scene:
    """A sentence with its quantities, parties and acts; `tags` holds its marks by their tag."""

    __slots__ = ("_items", "_places", "_separators", "acts", "before", "end", "governing", "groups", "marks",
                 "quantities", "start", "subjects", "tags", "text")  # fmt: skip

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        quantities: Sequence[Quantity],
        marks: Sequence[Mark],
        before: Sequence[Mark] = (),
    ) -> None:
        """From the marks of one sentence, in order, and those of the sentence before it."""
        self.text = text
        self.start, self.end = sentence
        self.quantities = quantities
        self.marks = marks
        self.before = before
        tags: dict[str, list[Mark]] = {}
        for mark in marks:
            tag = mark[2]
            if tag in tags:
                tags[tag].append(mark)
            else:
                tags[tag] = [mark]
        self.tags: Mapping[str, Sequence[Mark]] = tags
        self.groups: Sequence[Group] = build_groups(text, self.start, marks, quantities)
        acts = build_acts(text, self.start, tags, marks, self.groups, quantities)
        self.acts: Sequence[Act] = with_possession(text, acts, tags, quantities)
        # Found by `governors`, which asks once for all that read it.
        self.governing: Sequence[Act | None] | None = None
        # Found by `subjects`, once for each act.
        self.subjects: dict[Act, Subject] = {}
        self._items: list[Item] | None = None
        self._separators: list[Item] | None = None
        self._places: list[int] = []

    @property
    def is_prose(self) -> bool:
        """Whether it is a sentence, and no table turned to text."""
        return len(self.quantities) <= _MOST_QUANTITIES

    def tagged(self, tag: str) -> Sequence[Mark]:
        """The marks under one tag, in order."""
        return self.tags.get(tag, ())

    @property
    def items(self) -> Sequence[Item]:
        """Everything the grammar looks at, in order; put together when first asked for."""
        if self._items is None:
            items = [Item(group[0], group[1], GROUP, "", place) for place, group in enumerate(self.groups)]
            items += [Item(act[0], act[1], ACT, "", place) for place, act in enumerate(self.acts)]
            items += [Item(q.start, q.end, QUANTITY, "", place) for place, q in enumerate(self.quantities)]
            items += self._kept(
                [
                    *(Item(m[0], m[1], JOINER, m[3], -1) for m in self.tagged("joiner")),
                    *(Item(m[0], m[1], ARTICLE, m[3], -1) for m in self.tagged("article")),
                    *(Item(m[0], m[1], PRONOUN, m[3], -1) for m in self.tagged("pronoun")
                      if m[3] != "relative"),
                ]
            )  # fmt: skip
            items += self.separators
            items.sort()
            self._items = items
        return self._items

    @property
    def separators(self) -> Sequence[Item]:
        """Commas, other punctuation, relative pronouns and words that begin a clause, in order."""
        if self._separators is None:
            found = [
                Item(match.start(), match.end(), COMMA, match[0].strip(), -1)
                for match in _PUNCTUATION.finditer(self.text, self.start, self.end)
            ]
            found += [Item(m[0], m[1], BREAK, m[3], -1) for m in self.tagged("break")]
            found += [
                Item(m[0], m[1], RELATIVE, m[3], -1) for m in self.tagged("pronoun") if m[3] == "relative"
            ]
            found = self._kept(found)
            found.sort()
            self._separators = found
            self._places = [item[0] for item in found]
        return self._separators

    def _kept(self, items: list[Item]) -> list[Item]:
        """Those items that lie outside the groups: the commas of a list of parties part nothing."""
        groups = self.groups
        return [
            item for item in items if not any(group[0] <= item[0] < group[1] for group in groups)
        ]  # fmt: skip

    def between(self, start: int, end: int) -> Sequence[Item]:
        """The separators between two places."""
        separators = self.separators
        if not separators:
            return ()
        return separators[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def separated(self, start: int, end: int) -> bool:
        """Whether a comma, a break or a relative pronoun stands between two places."""
        return len(self.between(start, end)) > 0

    def quantity_between(self, start: int, end: int) -> bool:
        """Whether a quantity lies between two places."""
        for quantity in self.quantities:  # noqa: SIM110 (a generator costs three times as much here)
            if start <= quantity.start and quantity.end <= end:
                return True
        return False

    def past_aside(self, quantity: Quantity) -> int:
        """Where a quantity ends, with a share or conversion in parentheses behind it: "130 miliardi (49%)"."""
        end = quantity.end
        if self.text.startswith(" (", end):
            for other in self.quantities:
                if end < other.start <= end + _LONGEST_ASIDE:
                    closing = self.text.find(")", other.end, other.end + _LONGEST_ASIDE)
                    return closing + 1 if closing >= 0 else end
        return end

    def has_words(self, start: int, end: int) -> bool:
        """Whether words without a mark stand between two places."""
        place = start
        for mark in self.marks:
            if start <= mark[0] and mark[1] <= end:
                if any(map(str.isalpha, self.text[place : mark[0]])):
                    return True
                place = max(place, mark[1])
        return any(map(str.isalpha, self.text[place:end]))


def read(
    text: str,
    sentence: Sentence,
    quantities: Sequence[Quantity],
    marks: Sequence[Mark],
    before: Sequence[Mark] = (),
) -> Scene:
    """The scene of one sentence; `marks` are its marks in order, `before` those of the sentence before."""
    return Scene(text, sentence, quantities, marks, before)
