"""Chains: numbers side by side that share a scale, a unit or a range.

"Between 1.5 and 2 billion euros" is one range; "10, 12 and 15 per cent" are three figures with one
unit; "1 billion 200 million" is one amount; "3 or 4 billion dollars" are two. What lies between two
numbers says which: only words and marks of the language's table of connectors join them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from babel import Locale

from figures.extraction.items import Item, Items, plain
from figures.extraction.nearby import before_elision, word_before
from figures.extraction.phrases import PhraseTable
from figures.extraction.quantities import Quantity
from figures.extraction.units import Unit
from figures.lexicon import Lexicon

_KINDS = {"money": "money", "percent": "share", "points": "change", "times": "multiple", "fold": "multiple"}
_LONGEST_CONNECTOR = 18
_LENDING_DISTANCE = 160
_LENDING_FROM_BEFORE = 400
_SMALL = 1000
_FEWEST_IN_WORDS = 10  # "one more" and "another two" are no amounts
_WORD_AFTER = re.compile(r"[ \xa0\n]{0,2}([^\W\d_]+|[^\w\s]|\Z)")
_YEAR = re.compile(r" (?:19|20)[0-9]{2}(?![0-9.,]?[0-9])(?![ ]?[%\w-]*[0-9])")


@dataclass(slots=True)
class Joined:
    """One number or one range, after its neighbours have lent what it lacked."""

    first: Item
    last: Item
    rules: list[str]
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def unit(self) -> Unit | None:
        """The unit, or None when there is none so far."""
        return self.last.unit or self.first.unit


class Chains:
    """Joins the items of one language."""

    def __init__(self, lexicon: Lexicon, items: Items) -> None:
        self._items = items
        self._connectors = {
            word.lower(): kind
            for kind in ("comma", "or", "and", "range")
            for word in lexicon.words("connectors", kind)
        }
        self._between = frozenset(lexicon.words("connectors", "between"))
        self._from = frozenset(lexicon.words("connectors", "from"))
        self._more = frozenset(lexicon.words("connectors", "more"))
        self._of_it = PhraseTable((words, True) for words in lexicon.words("connectors", "of_it"))
        self._another = frozenset(lexicon.words("connectors", "another"))
        self._lending = frozenset(lexicon.words("connectors", "lending"))
        self._auxiliaries = frozenset(lexicon.words("connectors", "auxiliaries"))
        self._follows_bare = frozenset(lexicon.words("money", "follows_bare"))
        self._partitive = frozenset(lexicon.words("counts", "partitive"))
        self._counted = PhraseTable(
            (noun, True) for group in ("equipment", "people") for noun in lexicon.words("counts", group)
        )
        converted = sorted(lexicon.words("connectors", "converted"), key=len, reverse=True)
        words = "|".join(re.escape(word) for word in converted)
        signs = r"[≈~=\u223c>]"
        self._converted = re.compile(
            rf"(?:[ \n\xa0]?[(\[]|[;,])[ ]?(?:(?:{words or signs}|{signs})[ ]?){{0,2}}", re.IGNORECASE
        )
        locale = Locale.parse(lexicon.language)
        self._months = frozenset(
            name.lower().rstrip(".")
            for context in ("format", "stand-alone")
            for width in ("wide", "abbreviated")
            for name in locale.months[context][width].values()
            if len(name) > 2
        )

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
        self._lend(text, joined)
        return joined

    def quantities(self, text: str, joined: Sequence[Joined]) -> list[Quantity]:
        """The joined numbers that have a unit, as quantities; conversions are linked."""
        found: list[Quantity] = []
        for each in joined:
            quantity = quantity_of(each)
            if quantity is None:
                continue
            if found and quantity.kind == found[-1].kind == "money" and quantity.unit != found[-1].unit:
                self._link_conversion(text, found[-1], quantity)
            found.append(quantity)
        return found

    def _connector(self, text: str, left: Item, right: Item) -> str:
        """What joins two neighbours: range, and, or, comma, apposition; empty when nothing does."""
        gap = text[left.end : right.start]
        if len(gap) > _LONGEST_CONNECTOR:
            return ""
        words = " ".join(gap.split()).lower()
        if not words:
            return "apposition" if gap in {" ", "\xa0"} else ""
        return self._connectors.get(words, "")

    def _run(self, text: str, run: list[Item], connectors: list[str]) -> list[Joined]:
        """The numbers of one chain."""
        if len(run) > 1:
            run, connectors = _compounds(run, connectors)
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

    def _range(self, text: str, left: Item, right: Item) -> Joined | None:
        if not (self.usable(text, left) and self.usable(text, right)):
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
        if left.scale is None and right.scale is not None and _takes_scale(left, right):
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
            if not listed or (right.unit is None and right.scale is None) or not self.usable(text, left):
                continue
            if self._said_before(text, left, self._between):
                continue
            if left.unit is None and right.unit is not None and not right.unit_before:
                left.unit = right.unit
                if left.scale is None and right.scale is not None and _takes_scale(left, right):
                    left.scale = right.scale
            elif (
                left.unit is not None and left.unit_before and left.scale is None and right.scale is not None
            ):
                own = right.unit is not None
                if _takes_scale(left, right) and (not own or connector == "or" or len(run) > 2):
                    left.scale = right.scale
        for place in range(1, len(run)):
            left, right = run[place - 1], run[place]
            if (
                right.unit is None
                and right.scale is not None
                and left.unit is not None
                and left.unit.kind == "money"
                and connectors[place - 1] in {"and", "or", "comma"}
                and self._money_may_end(text, right)
            ):
                right.unit = left.unit

    def _lend(self, text: str, joined: Sequence[Joined]) -> None:
        """Give a currency, or scale and currency, said before to amounts that go without."""
        money: Joined | None = None
        for each in joined:
            unit = each.unit
            if unit is not None:
                if unit.kind == "money":
                    money = each
                continue
            if money is None:
                continue
            item = each.last
            distance = each.first.start - money.last.end
            lent = money.unit
            if item.scale is not None:
                if (
                    (item.scale >= _SMALL * _SMALL or item.scale == money.last.scale)
                    and distance < _LENDING_FROM_BEFORE
                    and self._money_may_end(text, item)
                ):
                    item.unit = lent
                    each.rules.append("currency-before")
            elif distance < _LENDING_DISTANCE and each.first is item:
                scale = money.last.scale
                if scale is None or not _takes_scale(item, money.last) or not self.usable(text, item):
                    continue
                if self._is_more(text, item) or self._is_parallel(text, money, item):
                    item.unit, item.scale = lent, scale
                    each.rules.append("amount-before")
                    money = each

    def _is_more(self, text: str, item: Item) -> bool:
        """Whether a bare number says "18 more" or "another 18" of an amount, not of things."""
        word = _WORD_AFTER.match(text, item.end)
        if word is None or (item.numeral.words and item.numeral.value < _FEWEST_IN_WORDS):
            return False
        if self._of_it.match(text, word.start(1)) is not None:
            return True
        if word[1].lower() in self._more:
            return self._ends_amount(text, word.end())
        return word_before(text, item.start).word in self._another and self._ends_amount(text, item.end)

    def _is_parallel(self, text: str, money: Joined, item: Item) -> bool:
        """Whether a bare number stands as the amount before stood: "€24 billion for A, 20 for B".

        Either the same preposition stands before both, or the number is the subject of a verb
        ("of the EUR 50 billion, 18 have arrived").
        """
        gap = text[money.last.end : item.start]
        if any(char in gap for char in ".!?\n") or not self._ends_amount(text, item.end):
            return False
        before = word_before(text, item.start).word
        if item.numeral.grouped and (not before or before in self._connectors):
            # "95.000 millones: 60.800 para A y 26.400 para B"
            after = _WORD_AFTER.match(text, item.end)
            return after is not None and after[1].lower() in self._lending
        if before:
            return before in self._lending and word_before(text, money.first.start).word == before
        after = _WORD_AFTER.match(text, item.end)
        return gap.endswith(", ") and after is not None and after[1].lower() in self._auxiliaries

    def _money_may_end(self, text: str, item: Item) -> bool:
        return self._ends_amount(text, item.end)

    def _ends_amount(self, text: str, place: int) -> bool:
        """Whether what follows is no noun: punctuation, the end, or a word of the language's table."""
        word = _WORD_AFTER.match(text, place)
        if word is None:
            # "480 million 2026" ends, "one million 155 mm shells" does not.
            return not text[place : place + 2].strip()[:1].isdigit() or _YEAR.match(text, place) is not None
        following = word[1]
        if following in self._partitive and self._counted.match(text, word.end() + 1) is not None:
            return False  # "8,5 millones de personas"
        return not following or not following[0].isalpha() or following.lower() in self._follows_bare

    def usable(self, text: str, item: Item) -> bool:
        """Whether a number may take a unit from its neighbour: no year, date or part of a name."""
        if item.unit is not None or item.scale is not None:
            return True
        numeral = item.numeral
        if not (numeral.grouped or numeral.decimal or numeral.words) and 1900 <= numeral.value <= 2100:
            return False
        return not self.named(text, item) and not self.dated(text, item)

    def named(self, text: str, item: Item) -> bool:
        """Whether a number is part of a name: "Article 5", "Leopard 2"."""
        bare = item.unit is None and item.scale is None
        return bare and self._items.named_before(text, item.start)

    def dated(self, text: str, item: Item) -> bool:
        """Whether a number is the day of a date: a month stands beside it."""
        if item.unit is not None or item.scale is not None:
            return False
        if word_before(text, item.start).word in self._months:
            return True
        # "12 June", and "12. Juni" where a point makes the number an ordinal.
        end = item.end + (text[item.end : item.end + 2] == ". ")
        after = _WORD_AFTER.match(text, end)
        return after is not None and after[1].lower() in self._months

    @staticmethod
    def _said_before(text: str, item: Item, words: frozenset[str]) -> bool:
        last = word_before(text, before_elision(text, item.start))
        if not last.word or last.word in words:
            return last.word in words
        return f"{word_before(text, last.start).word} {last.word}" in words  # "entre los"

    def _link_conversion(self, text: str, first: Quantity, second: Quantity) -> None:
        gap = text[first.end : second.start]
        if len(gap) > 2 * _LONGEST_CONNECTOR or self._converted.fullmatch(gap) is None:
            return
        if gap[0] == "," and not gap.strip(", "):
            return  # ", or about $5 bn" converts; ", $5 bn" is the next of a list
        if gap[0] == ";" and not first.relation:
            return  # only a third amount inside the same parentheses
        second.relation, second.related = "same_amount", first


def quantity_of(joined: Joined) -> Quantity | None:
    """The quantity of a number or range that has a unit of money, per cent or times; else None."""
    unit = joined.unit
    if unit is None:
        return None
    kind = _KINDS[unit.kind]
    how = "words" if joined.first.numeral.words else "digits"
    rule = "+".join([kind, how, *joined.rules])
    start, end = joined.first.start, joined.last.end
    if joined.low is None or joined.high is None:
        return Quantity(start, end, kind, unit.code, value=joined.first.value, rule=rule)
    ends = (
        Quantity(start, joined.first.end, kind, unit.code, value=joined.low, rule=rule),
        Quantity(joined.last.start, end, kind, unit.code, value=joined.high, rule=rule),
    )
    return Quantity(
        start, end, kind, unit.code, low=joined.low, high=joined.high, bound="between", rule=rule, ends=ends
    )


def _compounds(run: list[Item], connectors: list[str]) -> tuple[list[Item], list[str]]:
    """The chain with "1 billion 200 million euros" put together into one number each."""
    items, between = [run[0]], []
    for item, connector in zip(run[1:], connectors, strict=True):
        compound = _compound(items[-1], item, connector)
        if compound is not None:
            items[-1] = compound
        else:
            items.append(item)
            between.append(connector)
    return items, between


def _compound(left: Item, right: Item, connector: str) -> Item | None:
    """Two neighbours of falling scale as one number, or None."""
    if _is_change_of(left, right) and connector in {"apposition", "and"}:
        numeral = left.numeral._replace(end=right.numeral.end, value=left.numeral.value + right.value)
        return Item(left.start, right.end, numeral, None, left.unit, left.unit_before, left.negative)
    in_words = left.numeral.words and right.numeral.words
    scale = right.scale or (Decimal(1) if in_words else None)
    if left.scale is None or scale is None:
        return None
    if left.scale == _SMALL < scale and connector == "apposition" and right.numeral.value < _SMALL:
        # "Cinco mil trescientos millones": the thousands are those of the millions behind.
        if left.unit is not None or right.unit_before:
            return None
        thousands = left.numeral.value * _SMALL
        numeral = left.numeral._replace(end=right.numeral.end, value=thousands + right.numeral.value)
        return Item(left.start, right.end, numeral, scale, right.unit, left.unit_before, left.negative)
    if scale >= left.scale:
        return None
    if right.numeral.value * scale >= left.scale or right.unit_before:
        return None
    joined_by_and = connector == "and" and left.unit is None and right.unit is not None
    if not (joined_by_and or (connector == "apposition" and (left.unit is None or right.unit is None))):
        return None
    value = left.numeral.value * left.scale / scale + right.numeral.value
    numeral = left.numeral._replace(end=right.numeral.end, value=value)
    unit = right.unit or left.unit
    return Item(left.start, right.end, numeral, scale, unit, left.unit_before, left.negative)


def _is_change_of(left: Item, right: Item) -> bool:
    """Whether "3 dollars" is followed by its small change, "50 cents"."""
    if left.unit is None or right.unit is None or left.scale is not None or right.scale is not None:
        return False
    pair = (left.unit.code, right.unit.code)
    return (
        left.unit.factor == 1
        and right.unit.factor < 1
        and right.unit.kind == "money"
        and (pair[0] == pair[1] or pair[1] == "¢")
    )


def _same_unit(left: Unit, right: Unit) -> bool:
    return left.kind == right.kind and (left.code == right.code or "$" in {left.code, right.code})


def _takes_scale(item: Item, giver: Item) -> bool:
    """Whether a number may have the scale of another: a small one, or "1.200 … 1.400 millones"."""
    if item.numeral.grouped:
        return giver.numeral.grouped
    return item.numeral.value < _SMALL
