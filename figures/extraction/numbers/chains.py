"""Chains: numbers side by side that share a scale, a unit or a range.

"Between 1.5 and 2 billion euros" is one range; "10, 12 and 15 per cent" are three figures with one
unit; "1 billion 200 million" is one amount; "3 or 4 billion dollars" are two. What lies between two
numbers says which: only words and marks of the language's table of connectors join them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from figures.extraction.numbers.bare import BareNumbers
from figures.extraction.numbers.compounds import compounds
from figures.extraction.numbers.items import Item, plain
from figures.extraction.numbers.joined import Joined, takes_scale
from figures.extraction.numbers.lending import Lending
from figures.extraction.numbers.unit_phrases import Unit
from figures.extraction.words.nearby import before_elision, word_before
from figures.lexicon import Lexicon

_LONGEST_CONNECTOR = 18


class Chains:
    """Joins the items of one language."""

    def __init__(self, lexicon: Lexicon, bare: BareNumbers) -> None:
        self._connectors = {
            word.lower(): kind
            for kind in ("comma", "or", "and", "range")
            for word in lexicon.words("connectors", kind)
        }
        self._between = frozenset(lexicon.words("connectors", "between"))
        self._from = frozenset(lexicon.words("connectors", "from"))
        self._level = frozenset(lexicon.words("connectors", "level"))
        self._by = frozenset(lexicon.section("marks", "step").get("by", ())) if self._level else frozenset()
        self._bounds = frozenset(
            phrase.lower() for phrases in lexicon.section("marks", "bound").values() for phrase in phrases
        )
        self._bare = bare
        self._lending = Lending(lexicon, bare)

    def join(self, text: str, items: Sequence[Item]) -> list[Joined]:
        """The items as single numbers and ranges, in order; bare numbers stay, without a unit."""
        joined: list[Joined] = []
        run: list[Item] = []
        connectors: list[str] = []
        for item in items:
            if run:
                connector = self._connector(text, run[-1], item)
                if connector:
                    connectors.append(connector)
                    run.append(item)
                    continue
                joined += self._run(text, run, connectors)
            run, connectors = [item], []
        if run:
            joined += self._run(text, run, connectors)
        self._lending.lend(text, joined)
        return joined

    def _connector(self, text: str, left: Item, right: Item) -> str:
        """What joins two neighbours: range, and, or, comma, apposition; empty when nothing does."""
        gap = text[left.end : right.start]
        if len(gap) > _LONGEST_CONNECTOR:
            return ""
        words = " ".join(gap.split()).lower()
        if not words:
            return "apposition" if gap in {" ", "\xa0"} else ""
        found = self._connectors.get(words, "")
        if not found and " " in words:
            # "from 2.7 to around 3.4 billion"
            first, _, rest = words.partition(" ")
            if rest in self._bounds and self._connectors.get(first) == "range":
                return "range"
        return found

    def _run(self, text: str, run: list[Item], connectors: list[str]) -> list[Joined]:
        """The numbers of one chain."""
        if len(run) > 1:
            run, connectors = compounds(run, connectors)
            self._share(text, run, connectors)
        joined: list[Joined] = []
        place = 0
        while place < len(run):
            item = run[place]
            if place + 1 < len(run):
                pair = self._pair(text, item, run[place + 1], connectors[place])
                if pair is not None:
                    joined.append(pair)
                    place += 2
                    continue
            joined.append(Joined(item, item, []))
            place += 1
        return joined

    def _pair(self, text: str, left: Item, right: Item, connector: str) -> Joined | None:
        """Two neighbours as one range, or None."""
        if connector == "range" or (connector == "and" and self._said_before(text, left, self._between)):
            return self._range(text, left, right)
        return None

    def _is_level(self, text: str, left: Item, right: Item) -> bool:
        """Whether the second of two tells where a move led that the first says by how much it went.

        "Um 5,5 auf 8,24 Milliarden Euro": then scale and unit said once hold for both.
        """
        words = text[left.end : right.start].lower().split()
        if not words or words[0] not in self._level:
            return False
        last = word_before(text, left.start)
        if last.word not in self._by and word_before(text, last.start).word not in self._by:
            return False
        if left.unit is None and left.scale is None and self._bare.usable(text, left):
            left.unit, left.scale = right.unit, right.scale
        return True

    def _range(self, text: str, left: Item, right: Item) -> Joined | None:
        if self._level and self._is_level(text, left, right):
            return None
        if not (self._bare.usable(text, left) and self._bare.usable(text, right)):
            return None
        if left.unit is not None and right.unit is not None and not _same_unit(left.unit, right.unit):
            return None
        if right.unit is None and left.unit is not None and not left.unit_before:
            return None
        unit = right.unit or left.unit
        low, high = left.value, right.value
        factor = unit.factor if unit is not None else Decimal(1)
        if left.unit is None:
            low *= factor
        if right.unit is None:
            high *= factor
        if right.negative and text[left.end : right.start].strip() == "":
            return None
        if left.scale is None and right.scale is not None and takes_scale(left, right):
            if low * right.scale < high:
                low *= right.scale
            elif self._said_before(text, left, self._from):
                # "Fell from 410 to 288 million": two amounts, the scale said once.
                left.unit, left.scale = unit, right.scale
                return None
        if low >= high:
            if left.unit is None and left.scale is None and self._said_before(text, left, self._from):
                left.unit = right.unit  # "from 40 to 35 euros"
            return None
        return Joined(left, right, ["range"], low=plain(low), high=plain(high))

    def _share(self, text: str, run: list[Item], connectors: list[str]) -> None:
        """Lend unit and scale within a list, from the right first, then from the left."""
        closed = False  # whether an "and" or "or" comes later, which makes commas those of a list
        for place in range(len(run) - 2, -1, -1):
            left, right = run[place], run[place + 1]
            connector = connectors[place]
            closed = closed or connector in {"and", "or"}
            listed = connector in {"and", "or"} or (connector == "comma" and closed)
            if (
                not listed
                or (right.unit is None and right.scale is None)
                or not self._bare.usable(text, left)
            ):
                continue
            if self._said_before(text, left, self._between):
                continue
            if left.unit is None and right.unit is not None and not right.unit_before:
                left.unit = right.unit
                if left.scale is None and right.scale is not None and takes_scale(left, right):
                    left.scale = right.scale
            elif (
                left.unit is not None and left.unit_before and left.scale is None and right.scale is not None
            ):
                own = right.unit is not None
                if takes_scale(left, right) and (not own or connector == "or" or len(run) > 2):
                    left.scale = right.scale
        for place in range(1, len(run)):
            left, right = run[place - 1], run[place]
            if (
                right.unit is None
                and right.scale is not None
                and left.unit is not None
                and left.unit.kind == "money"
                and connectors[place - 1] in {"and", "or", "comma"}
                and self._lending.ends_amount(text, right.end)
            ):
                right.unit = left.unit

    @staticmethod
    def _said_before(text: str, item: Item, words: frozenset[str]) -> bool:
        last = word_before(text, before_elision(text, item.start))
        if not last.word or last.word in words:
            return last.word in words
        return f"{word_before(text, last.start).word} {last.word}" in words  # "entre los"


def _same_unit(left: Unit, right: Unit) -> bool:
    return left.kind == right.kind and (left.code == right.code or "$" in {left.code, right.code})
