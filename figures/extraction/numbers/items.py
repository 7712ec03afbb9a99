"""Items: single numbers with the scale and unit said beside them.

This is the first stage. A scan finds digits and number words; at each, the numeral is read and what
stands directly before and behind it is looked up. What has no unit is kept as a bare number, since
a neighbour may lend one ("10, 12 and 15 per cent"); `figures.extraction.numbers.chains` does that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from figures.extraction.numbers.numerals import VULGAR_FRACTIONS, Numeral, Numerals
from figures.extraction.numbers.points import SharedPoints
from figures.extraction.numbers.unit_phrases import SHARED_POINTS, Unit
from figures.extraction.numbers.units import NO_TAIL, Tail, Units
from figures.extraction.words.nearby import behind_space, word_before
from figures.extraction.words.phrases import PhraseTable
from figures.extraction.words.scans import Beginnings
from figures.extraction.words.spans import outside_addresses, without_overlap
from figures.extraction.words.surroundings import decimal_point, has_minus, stands_free
from figures.lexicon import Lexicon

_DIGIT = re.compile(rf"[0-9{VULGAR_FRACTIONS}]")
# So many bare numbers side by side are a table. Only its last ones are read, which what follows
# may give a unit, so that long tables cost little.
_TABLE = re.compile(r"(?>(?:[0-9][0-9.]{0,11}+(?:[,;]?+[ \t\xa0\n]{1,3}+|[-–—/:])){48,})")
_READ_OF_TABLE = 64
_SPACE = re.compile(r"\s")
_SHARED = frozenset({"$", "kr", "¢"})  # names of money that several countries use
_HALF = Decimal("0.5")
_SHORT_SCALE = 6
_THOUSAND = 1000
_GROUP = 4  # three noughts and the mark before them
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_PARTED = frozenset({"points", SHARED_POINTS, "percent"})  # "half a percentage point", "half of one per cent"


def plain(value: Decimal) -> Decimal:
    """A whole amount without decimals: 20.9 billion is 20900000000, not 20900000000.0."""
    whole = value.to_integral_value()
    return whole if whole == value else value


@dataclass(slots=True)
class Item:
    """A number with the scale and unit beside it; `unit` is None for a bare number."""

    start: int
    end: int
    numeral: Numeral
    scale: Decimal | None
    unit: Unit | None
    unit_before: bool
    negative: bool = False

    @property
    def value(self) -> Decimal:
        """The amount in base units, with the sign that is written."""
        value = self.numeral.value
        if self.scale is not None:
            value *= self.scale
        if self.unit is not None:
            value *= self.unit.factor
        value = plain(value)
        return -value if self.negative else value

    @property
    def is_like_year(self) -> bool:
        """Whether the number alone could be a year: "2024", not "2,024" or "2024 million"."""
        numeral = self.numeral
        plainly = not (numeral.grouped or numeral.decimal or numeral.words) and self.scale is None
        return plainly and _FIRST_YEAR <= numeral.value <= _LAST_YEAR


class Items:
    """Finds the items of one language in a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._numerals = Numerals(lexicon)
        self._units = Units(lexicon)
        self._points = SharedPoints(lexicon)
        self._follows = frozenset(lexicon.words("percent", "times_before"))
        self._times = PhraseTable((word, True) for word in self._follows)
        self._scales = frozenset(map(Decimal, lexicon.section("scales").values())) - {Decimal(100)}
        self._times_led = frozenset(lexicon.words("percent", "times_led"))
        self._range_links = tuple(
            link
            for link in lexicon.words("connectors", "range")
            if len(link) > 2 and link[0] == "-" == link[-1]
        )
        self._articles = frozenset(lexicon.words("number_grammar", "articles"))
        self._not_alone = frozenset(lexicon.words("percent", "not_alone"))
        self._beginnings = Beginnings(_number_words(lexicon))

    def find(self, text: str) -> list[Item]:
        """All items and bare numbers of `text`, in order and without overlap."""
        found = without_overlap([*self._in_digits(text), *without_overlap(self._in_words(text))])
        return outside_addresses(text, found)

    def _in_digits(self, text: str) -> Iterator[Item]:
        search = _DIGIT.search
        read = self._numerals.digits
        place = free_from = 0
        while True:
            match = search(text, place)
            if match is None:
                return
            start = match.start()
            table = _TABLE.match(text, start)
            if table is not None:
                match = search(text, _in_table(text, table.end()))
                if match is None:
                    return
                start = match.start()
            if text[start - 1 : start] == "." and decimal_point(text, start):
                start -= 1
            numeral = read(text, start)
            if numeral is None:
                place = self._numerals.run_end(text, match.start())
                continue
            item = self._item(text, numeral, free_from)
            if item is not None:
                yield item
                place = free_from = item.end
            else:
                place = numeral.end

    def _in_words(self, text: str) -> Iterator[Item]:
        for place in self._beginnings.places(text):
            item = self._item_in_words(text, place)
            if item is not None:
                yield item

    def _item_in_words(self, text: str, place: int) -> Item | None:
        numeral = self._numerals.words(text, place)
        tail = self._units.tail(text, numeral.end) if numeral else NO_TAIL
        if numeral is None or (tail.scale is None and tail.unit is None):
            part = self._numerals.part(text, place)
            if part is not None:
                tail_of_part = self._units.tail(text, part.end)
                unit = tail_of_part.unit
                # "A percentage point" is one of them; "a percentage of it" says no number.
                parted = (
                    unit is not None and unit.kind in _PARTED and (unit.kind != "percent" or part.value != 1)
                )
                longer = numeral is None or tail_of_part.end > numeral.end
                if longer and (tail_of_part.scale is not None or parted):
                    numeral, tail = part, tail_of_part
        if numeral is None or self._is_article(text, numeral, tail.end):
            return None
        if tail.scale is None and tail.unit is None and numeral.value in self._scales:
            # "A billion" in one word: a neighbour may lend its currency, as to any number with a scale.
            tail = Tail(numeral.end, numeral.value, None, short=False)
            numeral = numeral._replace(value=Decimal(1))
        return self._build(text, numeral, tail, None)

    def _is_article(self, text: str, numeral: Numeral, end: int) -> bool:
        """Whether a word that also means one stands before a number ("un 20 %"), or a noun ("le point")."""
        behind = text[numeral.end + 1 : max(end, numeral.end + 2)].lower()
        is_none = behind[:1].isdigit() or behind in self._not_alone
        return is_none and text[numeral.start : numeral.end].lower() in self._articles

    def _item(self, text: str, numeral: Numeral, free_from: int) -> Item | None:
        """The item around a numeral in digits, or None when the digits are part of a name.

        What stands before `free_from` belongs to another item.
        """
        start, end = numeral.start, numeral.end
        before = self._units.before(text, start)
        if before is not None and before[0] < free_from:
            before = None
        if before is None and not stands_free(text, start) and not self._ranged(text, start):
            glued = text[start - 1 : start]
            if not (glued.isalpha() and glued.islower() and text[start - 2 : start - 1].isalpha()):
                return None
            tail = self._units.tail(text, end)
            # A word run into the number by scraping; only a unit proves that it is no name.
            return self._build(text, numeral, tail, None) if tail.scale or tail.unit else None
        following = text[end : end + 2]
        if following and (following[0] in ":/" and following[1:].isdigit()):
            return None
        tail = self._units.tail(text, end)
        if before is not None:
            large = tail.scale is not None or numeral.grouped
            if self._units.is_no_money(text[before[0] : start], large=large):
                return None
        if tail.scale is None and tail.unit is None and before is not None:
            # "$300millionin aid": scraping ran the next word into the scale.
            space = int(following[:1] == " ")
            tail = self._units.glued(text, end + space)
            if space and tail.end - end <= _SHORT_SCALE:
                tail = NO_TAIL  # "$300 military aid" begins with a short scale by chance
        if tail.scale is None and tail.unit is None and following[:1].isalpha():
            return None
        if tail.unit is not None and tail.unit.kind == "span" and numeral.grouped and " " in text[start:end]:
            # "500 122 mm rockets": the last group is a calibre.
            first = self._numerals.digits(text[: text.index(" ", start)], start)
            return Item(start, first.end, first, None, None, unit_before=False) if first is not None else None
        return self._build(text, numeral, tail, before)

    def _ranged(self, text: str, start: int) -> bool:
        """Whether hyphens and a word of range stand between a number and this one ("5-to-6")."""
        link = next((link for link in self._range_links if text.endswith(link, 0, start)), "")
        return bool(link) and text[start - len(link) - 1 : start - len(link)].isalnum()

    def _build(self, text: str, numeral: Numeral, tail: Tail, before: tuple[int, Unit] | None) -> Item | None:
        if tail.half:
            numeral = numeral._replace(value=numeral.value + _HALF)
        unit, scale, end = tail.unit, tail.scale, max(tail.end, numeral.end)
        start = numeral.start
        if before is not None:
            start = before[0]
            if unit is None:
                unit = before[1]
            elif unit.kind != "money":
                # "$5 per cent", "EUR 3 years": the word behind is not this number's unit.
                tail = self._units.scale_of_money(text, numeral.end)
                unit, scale, end = before[1], tail.scale, max(tail.end, numeral.end)
            elif unit.code in _SHARED and before[1].code not in _SHARED:
                # "US$ 5 dollars": the sign tells which; "$5 Canadian dollars": the name does.
                unit = before[1]
        elif tail.short and unit is None:
            # "5 m" and "2 k" alone measure something else.
            scale, end = None, numeral.end
        if unit is not None:
            if unit.kind == SHARED_POINTS:
                unit = self._points.unit(text, start, end, numeral.value)
            if unit is None or unit.kind == "span":
                return None  # "155 mm", "five years"
            # "1,4 volte" multiplies; nothing happens so many times.
            if unit.kind == "times" and not numeral.decimal and not self._is_multiple(text, start, end):
                unit, end = None, numeral.end
        if unit is None and scale is None:
            end = numeral.end
        if unit is not None and unit.kind == "money" and scale is None and _ends_in_thousands(text, numeral):
            numeral = numeral._replace(value=numeral.value * _THOUSAND, grouped=True, decimal=False)
        return Item(start, end, numeral, scale, unit, before is not None, has_minus(text, start))

    def _is_multiple(self, text: str, start: int, end: int) -> bool:
        """Whether "times" multiplies, by the word behind it or before the number."""
        if self._times.match(text, behind_space(text, end)):
            return True
        return word_before(text, start).word in self._times_led


def _ends_in_thousands(text: str, numeral: Numeral) -> bool:
    """Whether a decimal mark groups: "€450.000"; nobody writes three noughts behind it in an amount."""
    if not numeral.decimal or numeral.words or not text.endswith("000", numeral.start, numeral.end):
        return False
    whole = numeral.end - numeral.start - _GROUP
    return (
        1 <= whole <= _GROUP - 1 and not text[numeral.end - _GROUP].isdigit() and text[numeral.start] != "0"
    )


def _number_words(lexicon: Lexicon) -> set[str]:
    """The words that a number in words may begin with."""
    grammar = lexicon.section("number_grammar")
    scales = [scale.rstrip("*") for scale in lexicon.section("scales") if len(scale) > 2 and scale[-1] != "."]
    starts = set(lexicon.section("number_words"))
    starts.update(grammar.get("half_before", ()), grammar.get("quarters_before", ()))
    starts.update((*grammar.get("one_and_a_half", ()), *grammar.get("parts_before", ())))
    # An article alone stands everywhere; with a scale or points behind it, it is a number.
    counted = [*scales, *lexicon.words("percent", "points"), *lexicon.words("percent", "basis_points")]
    starts.update(f"{article} {word}" for article in grammar.get("articles", ()) for word in counted)
    return starts


def _in_table(text: str, end: int) -> int:
    """Where the last numbers of a table begin that ends at `end`."""
    space = _SPACE.search(text, end - _READ_OF_TABLE, end)
    return space.end() if space is not None else end
