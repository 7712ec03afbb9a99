"""Counts: numbers of arms, people and allies, with the noun phrase they count.

A number counts what the head noun of the phrase behind it names: "30 F-16 jets", "12,000 Ukrainian
troops". Between number and head may stand adjectives, names and types, but no word of the table of
stops. In lists ("155 mm shells: 800,000") the phrase stands before the number.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal
from itertools import zip_longest

from figures.extraction.chains import Chains, Joined
from figures.extraction.endings import Endings
from figures.extraction.heads import Heads
from figures.extraction.labels import Labels
from figures.extraction.nearby import word_before
from figures.extraction.phrases import PhraseTable
from figures.extraction.quantities import Quantity
from figures.extraction.scans import phrase_ends
from figures.lexicon import Lexicon

_MODIFIERS = 5
_NUMBERS_AMONG_MODIFIERS = 2  # a calibre and a model; more of them are a row of a table
# Bounded, since it is asked for at every number: a run of thousands of characters is no word.
_WORD = re.compile(r"(?:[ \xa0\u202f\n-]{1,2}|(?<=['’]))((?:[^\W_]|[-'’/.](?=[^\W_])){1,48}+)(?![^\W_])")
# A type with its number in the plural: "F-35s", "CV90s", "MiG-29s".
_TYPES = re.compile(
    r"(?:[A-Z][A-Za-z]{0,4}-?[0-9]{1,4}[A-Z]{0,2}|[0-9][A-Z][0-9]"
    r"|[A-Z][A-Za-z]{2,14} [0-9]{1,4}(?:[A-Z][0-9]{0,2})?)s\b"
)
_NEXT_WORD = re.compile(r"[ \xa0\n]{0,2}([^\W\d_]+|[^\s])")
_ELLIPSIS = 120
_LONGEST_SCALE = 12
_LONGEST_JOINT = 16
_NAME_GAPS = " \xa0\u202f\n-"
_HYPHENS = ("-", "\u2010", "\u2011")


class Counts:
    """Finds counts in one language."""

    def __init__(self, lexicon: Lexicon, chains: Chains) -> None:
        table = lexicon.section("counts")
        self._chains = chains
        groups = ("equipment", "people", "allies")
        self._phrases = Heads(lexicon)
        self._endings = Endings(lexicon)
        self._heads = PhraseTable((noun, group) for group in groups for noun in table.get(group, ()))
        self._stops = frozenset(table.get("stops", ()))
        self._labels = Labels(self._heads, self._phrases, self._stops)
        self._singular = PhraseTable((noun, True) for noun in table.get("singular", ()))
        self._suffixes = tuple(table.get("modifier_suffixes", ()))
        self._no_plurals = tuple(table.get("no_plurals", ()))
        self._numbers = tuple(table.get("number_of", ()))
        self._articles = frozenset(lexicon.words("number_grammar", "articles"))
        self._short = {
            scale: Decimal(factor) for scale, factor in lexicon.section("scales").items() if len(scale) == 1
        }
        self._dotted = tuple(scale[:-1].lower() for scale in lexicon.section("scales") if scale[-1] == ".")
        self._number_words = frozenset(lexicon.section("number_words"))
        self._whole = frozenset(table.get("whole_group", ()))
        parts = "|".join(re.escape(words) for words in table.get("part_before", ())) or "(?!)"
        self._parted = re.compile(rf"\b(?:{parts})(?: \w+){{0,2}} \Z", re.IGNORECASE)
        self._additive = frozenset(table.get("additive", ()))
        self._list_words = frozenset(
            word for kind in ("comma", "and", "or") for word in lexicon.words("connectors", kind)
        )
        self._range = frozenset(lexicon.words("connectors", "range"))
        self._from = frozenset(lexicon.words("connectors", "from"))
        self._elided = frozenset(table.get("elided", ()))
        self._never_of = frozenset(table.get("never_of", ()))
        self._of = frozenset(lexicon.words("gdp", "of"))
        self._vague = frozenset(lexicon.words("vetoes", "vague"))

    def find(self, text: str, joined: Sequence[Joined]) -> list[Quantity]:
        """The counts among numbers that have no unit."""
        found: list[Quantity] = []
        taken = 0
        waiting: list[Joined] = []
        numbers_of = phrase_ends(text, self._numbers)
        for each, following in zip_longest(joined, joined[1:]):
            if each.unit is not None or each.first.start < taken or not self._is_whole(text, each):
                continue
            if self._chains.dated(text, each.first):
                continue
            if each.last is not each.first and self._chains.dated(text, each.last):
                continue
            before = word_before(text, each.first.start, _NAME_GAPS)
            if text[before.start : before.start + 1].isupper() and self._chains.named(text, each.first):
                continue  # "Leopard 2 tanks", but not "to order 97 jets"
            quantity = self._count(text, each) or self._part_count(text, each, following)
            if quantity is not None:
                found += self._listed(text, waiting, quantity)
            elif waiting and not self._joins(text, waiting[-1], each.first.start):
                waiting = []
            opens_list = following is not None and self._joins(text, each, following.first.start)
            if quantity is None and found and not opens_list:
                quantity = self._elided_count(text, each, found[-1])
            if quantity is None and numbers_of:
                quantity = self._number_of(text, each, numbers_of)
            if quantity is None:
                waiting.append(each)
            else:
                found.append(quantity)
                taken, waiting = quantity.end, []
        return found

    def _is_whole(self, text: str, joined: Joined) -> bool:
        """Whether a number can count things: a fraction only with a scale ("1.2 million", "1.2M")."""
        item = joined.last
        scaled = item.scale is not None or text[item.end : item.end + 1].lower() in self._short
        return scaled or not item.numeral.decimal

    def _listed(self, text: str, waiting: Sequence[Joined], last: Quantity) -> list[Quantity]:
        """The bare numbers of a list whose noun stands behind its last number ("20 or 30 drones")."""
        listed: list[Quantity] = []
        start = last.start
        for each in reversed(waiting):
            if not self._joins(text, each, start) or not self._chains.usable(text, each.first):
                break
            group = last.rule.split("+")[2]
            listed.append(_quantity(each, each.first.start, each.last.end, last.unit, group))
            start = each.first.start
        return listed[::-1]

    def _joins(self, text: str, each: Joined, start: int) -> bool:
        """Whether a list goes on from a number at `start`, or a fall ("from 300 to 200 tanks")."""
        if start - each.last.end > _LONGEST_JOINT:
            return False
        joint = " ".join(text[each.last.end : start].split()).lower()
        falls = joint in self._range and word_before(text, each.first.start).word in self._from
        return falls or joint in self._list_words

    def _count(self, text: str, joined: Joined) -> Quantity | None:
        start, end = joined.first.start, joined.last.end
        if joined.first.numeral.words and word_before(text, start).word in self._vague:
            return None
        if text[start:end].lower() in self._articles:
            return None  # "un dron" is "a drone"
        noun = self._noun_behind(text, end, joined)
        if noun is not None:
            first, last, group = noun
            return _quantity(joined, start, last, text[first:last], group)
        factor = self._short.get(text[end : end + 1].lower())
        if factor is not None and not text[end + 1 : end + 2].isalnum() and joined.low is None:
            noun = self._noun_behind(text, end + 1, joined)
            if noun is not None:
                first, last, group = noun
                quantity = _quantity(joined, start, last, text[first:last], group)
                quantity.value = joined.first.value * factor
                return quantity
        if _year_like(joined):
            return None
        label = self._labels.before(text, start)
        return None if label is None else _quantity(joined, start, end, *label)

    def _part_count(self, text: str, joined: Joined, following: Joined | None) -> Quantity | None:
        """A number of things that are part of others: "23 of the 32 allies", "12 of its tanks"."""
        start, end = joined.first.start, joined.last.end
        of = _WORD.match(text, end)
        if of is None or of[1].lower() not in self._of or joined.first.value == 1 or _year_like(joined):
            return None
        place = of.end()
        whole = _WORD.match(text, place)
        if whole is not None and whole[1].lower() in self._whole:
            place = whole.end()
        total = following is not None and following.unit is None and following.first.start == place + 1
        if following is not None and total:
            noun = self._noun_behind(text, following.last.end, following)
        else:
            noun = self._noun_behind(text, place, joined) if place > of.end() else None
        if noun is None:
            return None
        return _quantity(joined, start, end, text[noun[0] : noun[1]], noun[2])

    def _elided_count(self, text: str, joined: Joined, before: Quantity) -> Quantity | None:
        """A number without a noun that counts what the one before in the sentence counted."""
        start, end = joined.first.start, joined.last.end
        if start - before.end > _ELLIPSIS or _year_like(joined):
            return None
        gap = text[before.end : start]
        if any(char in gap for char in ".!?\n"):
            return None
        if not self._chains.usable(text, joined.last) or not self._chains.usable(text, joined.first):
            return None
        if not self._ends(text, end) and not self._parted.search(gap):
            return None
        if text[start:end].lower() in self._articles:
            return None
        group = before.rule.split("+")[2]
        return _quantity(joined, start, end, before.unit, group)

    def _number_of(self, text: str, joined: Joined, numbers_of: Sequence[int]) -> Quantity | None:
        """A bare number behind "the number of allies …", counting what that phrase names.

        `numbers_of` are the places where such phrases name it, in order.
        """
        start, end = joined.first.start, joined.last.end
        near = numbers_of[bisect_left(numbers_of, start - _ELLIPSIS) : bisect_right(numbers_of, start)]
        if not near or _year_like(joined) or not self._chains.usable(text, joined.first):
            return None
        if not self._ends(text, end):
            return None
        for named in reversed(near):
            if any(char in text[named:start] for char in ".!?\n"):
                return None
            place = named
            for _ in range(_MODIFIERS):
                noun = _WORD.match(text, place)
                if noun is None:
                    break
                head = self._heads.match(text, noun.start(1))
                if head is not None:
                    return _quantity(joined, start, end, text[named + 1 : head.end], head.meaning)
                if noun[1].lower() in self._stops:
                    break
                place = noun.end()
        return None

    def _ends(self, text: str, end: int) -> bool:
        """Whether no noun follows a number: punctuation, or a word that goes on with the sentence."""
        if text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isalpha():
            return False  # "nine-storey"
        word = _NEXT_WORD.match(text, end)
        return word is None or not word[1][0].isalpha() or word[1].lower() in self._elided

    def _noun_behind(self, text: str, end: int, joined: Joined) -> tuple[int, int, str] | None:
        """First and last character of the noun phrase behind the number, and what it counts."""
        first = -1
        numbers = 0
        scale = text[max(0, end - _LONGEST_SCALE) : end].lower()
        abbreviated = text[end : end + 1] == "." and scale.endswith(self._dotted)
        place = end + 1 if abbreviated or text[end : end + 1] == "+" else end
        place = self._phrases.begin(text, place)
        for _ in range(_MODIFIERS + 1):
            word = _WORD.match(text, place)
            if word is None:
                return None
            start = word.start(1)
            if first < 0:
                if word[1].lower() in self._additive:
                    place = word.end()
                    continue
                first = start
            types = _TYPES.match(text, start)
            if types is not None:
                return first, types.end(), "equipment"
            head = self._heads.match(text, start) or self._endings.match(text, start)
            if head is not None and not self._goes_on(text, head.end):
                if self._is_other(text, head.end):
                    return None
                if head.meaning != "equipment" and _year_like(joined) and not joined.first.numeral.grouped:
                    return None
                return first, self._phrases.end(text, head.end), head.meaning
            if head is None and joined.first is joined.last and joined.first.value == 1:
                single = self._singular.match(text, start)
                if single is not None and not self._goes_on(text, single.end):
                    return first, single.end, "equipment"
            if word[1].lower() in self._stops or not self._may_modify(word[1]):
                return None
            if word[1].isdigit():
                numbers += 1
                if numbers > _NUMBERS_AMONG_MODIFIERS or (len(word[1]) > 3 and place == end):
                    return None
            place = word.end()
        return None

    def _is_other(self, text: str, end: int) -> bool:
        """Whether "of" and a word follow that make the noun mean something else ("rounds of talks")."""
        of = _WORD.match(text, end)
        if of is None or of[1].lower() not in self._of:
            return False
        word = _WORD.match(text, of.end())
        return word is not None and word[1].lower() in self._never_of

    def _goes_on(self, text: str, end: int) -> bool:
        """Whether a further head follows, so that this one only modifies it ("artillery shells")."""
        if self._phrases.head_first:
            return False
        word = _WORD.match(text, end)
        return word is not None and self._heads.match(text, word.start(1)) is not None

    def _may_modify(self, word: str) -> bool:
        """Whether a word may stand between number and noun: no number, no plural, which would be the noun."""
        if word.lower() in self._number_words:
            return False
        if word[:1].isupper() or not word.isalpha():
            return True
        return not word.endswith(self._suffixes) or word.endswith(self._no_plurals)


def _year_like(joined: Joined) -> bool:
    item = joined.first
    numeral = item.numeral
    plain = not (numeral.grouped or numeral.decimal or numeral.words) and item.scale is None
    return plain and 1900 <= numeral.value <= 2100


def _quantity(joined: Joined, start: int, end: int, unit: str, group: str) -> Quantity:
    how = "words" if joined.first.numeral.words else "digits"
    rule = "+".join(["count", how, group, *joined.rules])
    noun = " ".join(unit.split())
    if joined.low is not None:
        ends = (
            Quantity(start, joined.first.end, "count", noun, value=joined.low, rule=rule),
            Quantity(joined.last.start, end, "count", noun, value=joined.high, rule=rule),
        )
        return Quantity(
            start, end, "count", noun, low=joined.low, high=joined.high, bound="between", rule=rule, ends=ends
        )
    value = joined.first.value
    return Quantity(start, end, "count", noun, value=Decimal(abs(value)), rule=rule)
