"""Lending: the currency, or scale and currency, said before, for amounts that go without.

"EUR 3 billion in 2023 and 4.5 billion in 2024"; "€24 billion for tanks, 20 for ships".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from figures.extraction.numbers.ahead import lend_ahead
from figures.extraction.numbers.bare import BareNumbers
from figures.extraction.numbers.items import Item
from figures.extraction.numbers.joined import Joined, takes_scale
from figures.extraction.numbers.unit_phrases import ONE
from figures.extraction.words.nearby import word_before
from figures.extraction.words.phrases import PhraseTable
from figures.lexicon import Lexicon

_FARTHEST = 400  # from an amount with a scale to its currency
_FARTHEST_BARE = 160  # from a bare number to its scale and currency
_MILLION = 1_000_000
_REACH_OF_PRONOUN = 36
_WORDS_TO_NUMBER = 5
_FEWEST_IN_WORDS = 10  # "one more" and "another two" are no amounts
_TO_OF_WHICH = 24
_BREAK = re.compile(r"[.!?]|\n(?![^\W\d_])|(?<![^\W_])\n|\n(?=[A-Z])")
_ASIDE = frozenset("(;")
_LIST_OPENINGS = frozenset({": ", ", "})
_SENTENCE_END = re.compile(r"[.!?\n][ \n]")
_YEAR = re.compile(r" (?:19|20)[0-9]{2}(?![0-9.,]?[0-9])(?![ ]?[%\w-]*[0-9])")
_CONVERSION = re.compile(r"(?:[ \xa0][^\W\d_]{2,14})?[ \xa0]?\([^()0-9]{0,24}")
_NUMBER_AFTER = re.compile(r"[ \xa0]?([^\W\d_]{1,4}|[-\u2013])[ \xa0]?(?=[0-9])")
_WORD_AFTER = re.compile(r"[ \xa0\n]{0,2}([^\W\d_]+|[^\w\s]|\Z)")


class Lending:
    """Lends money to the amounts of one language."""

    def __init__(self, lexicon: Lexicon, bare: BareNumbers) -> None:
        self._bare = bare
        self._connectors = frozenset(
            word.lower()
            for kind in ("comma", "or", "and", "range")
            for word in lexicon.words("connectors", kind)
        )
        self._range = frozenset(lexicon.words("connectors", "range"))
        self._from = frozenset(lexicon.words("connectors", "from"))
        self._more = PhraseTable((words, True) for words in lexicon.words("connectors", "more"))
        self._of_it = PhraseTable((words, True) for words in lexicon.words("connectors", "of_it"))
        of_it = "|".join(map(re.escape, lexicon.words("connectors", "of_it"))) or "(?!)"
        # With at most three words between: "de los que unos 100", "de los cuales alrededor de 50".
        self._led_by_of_it = re.compile(
            rf"(?:^|[\s,;(])(?:{of_it}),?(?:[ \xa0][^\W\d_]{{1,14}}){{0,3}}[ \xa0]\Z", re.IGNORECASE
        )
        self._number_of = lexicon.words("counts", "number_of")
        # What a number with the unit of the one before may follow: "compared with", "of which".
        self._following = frozenset(
            word
            for kind in ("compared", "of_it", "of_them", "times")
            for word in lexicon.words("connectors", kind)
        )
        self._them = frozenset(lexicon.words("connectors", "of_them"))
        self._levels = frozenset(lexicon.words("connectors", "levels"))
        self._purposes = frozenset(lexicon.words("connectors", "purposes"))
        self._enclitic = tuple(lexicon.words("connectors", "enclitic"))
        self._another = frozenset(lexicon.words("connectors", "another"))
        self._prepositions = frozenset(lexicon.words("connectors", "lending"))
        self._additive = frozenset(lexicon.words("money", "additive"))
        self._auxiliaries = frozenset(lexicon.words("connectors", "auxiliaries"))
        self._follows_bare = frozenset(lexicon.words("money", "follows_bare"))
        self._partitive = frozenset(lexicon.words("counts", "partitive"))
        self._of_amount = frozenset(lexicon.words("money", "of_amount"))
        self._counted = PhraseTable(
            (noun, True) for group in ("equipment", "people") for noun in lexicon.words("counts", group)
        )

    def lend(self, text: str, joined: Sequence[Joined]) -> None:
        """Give a currency, or scale and currency, said before to amounts that go without."""
        self._lend_behind(text, joined)
        if lend_ahead(text, joined, self.ends_amount):
            self._lend_behind(text, joined)

    def _lend_behind(self, text: str, joined: Sequence[Joined]) -> None:
        """Give the amounts behind one with a currency what they lack."""
        money: Joined | None = None
        latest: Joined | None = None  # the same, or an amount that took its currency from it
        alone = True  # whether no other unit was said since
        for place, each in enumerate(joined):
            unit = each.unit
            if unit is not None:
                if unit.kind == "money" and not _converts(text, money, each):
                    money = latest = each
                alone = unit.kind == "money"
                continue
            if money is None or latest is None:
                continue
            item = each.last
            lent = money.unit and money.unit._replace(factor=ONE)  # cents lend their money
            if item.scale is not None:
                if (
                    (item.scale >= _MILLION or item.scale == money.last.scale or self._is_of_them(text, item))
                    and each.first.start - money.last.end < _FARTHEST
                    and self.ends_amount(text, item.end, scaled=item.scale >= _MILLION)
                    and not self._is_number_of(text, money.last.end, item.start)
                    and not _is_aside(text, money, item)
                    and not self._counts_on(text, each, joined[place + 1 : place + 2])
                    and not (place and self._goes_with_count(text, joined[place - 1], item))
                ):
                    item.unit = lent
                    each.rules.append("currency-before")
                    latest = each
            elif each.first.start - latest.last.end < _FARTHEST_BARE and each.first is item:
                scale = latest.last.scale
                if scale is None or not takes_scale(item, latest.last) or not self._bare.usable(text, item):
                    continue
                if (
                    self._is_more(text, latest, item)
                    or self._is_parallel(text, latest, item)
                    or self._is_of_which(text, latest, item)
                    or (alone and self._is_decimal(text, latest, item))
                ):
                    item.unit, item.scale = lent, scale
                    each.rules.append("amount-before")
                    money = latest = each

    def _is_decimal(self, text: str, money: Joined, item: Item) -> bool:
        """Whether a decimal of the same sentence counts the same: "29,2 miliardi; toccherà 31,3 nel 2025"."""
        if not self._partitive or not item.numeral.decimal or item.numeral.words:
            return False
        gap = text[money.last.end : item.start]
        return (
            _SENTENCE_END.search(gap) is None
            and not _ASIDE.intersection(gap)
            and self.ends_amount(text, item.end)
        )

    def _is_more(self, text: str, money: Joined, item: Item) -> bool:
        """Whether a bare number says "18 more" or "another 18" of an amount, not of things."""
        word = _WORD_AFTER.match(text, item.end)
        if word is None or (item.numeral.words and item.numeral.value < _FEWEST_IN_WORDS):
            return False
        if self._of_it.match(text, word.start(1)) is not None:
            # "… €5bn. It leads in 31 of them": things, and no millions.
            return _SENTENCE_END.search(text, money.last.end, item.start) is None
        more = self._more.match(text, word.start(1))
        if more is not None:
            return self.ends_amount(text, more.end)
        return word_before(text, item.start).word in self._another and self.ends_amount(text, item.end)

    def _is_parallel(self, text: str, money: Joined, item: Item) -> bool:
        """Whether a bare number stands as the amount before stood: "€24 billion for A, 20 for B".

        Either the same preposition stands before both, or the number is the subject of a verb
        ("of the EUR 50 billion, 18 have arrived").
        """
        gap = text[money.last.end : item.start]
        if _BREAK.search(gap) is not None or not self.ends_amount(text, item.end):
            return False
        if " ".join(gap.lower().strip(" ,(\xa0").split()) in self._following:
            return True  # "33,9 miliardi, contro i 31,2 del 2025"
        if self._is_of_them(text, item) or self._is_led_to(text, item):
            return item.numeral.decimal or ";" not in gap
        before = word_before(text, item.start).word
        if (gap.endswith(", ") or before in self._connectors) and self._same_word_behind(text, money, item):
            return True
        if before in self._range and word_before(text, money.first.start).word in self._from:
            return True  # "da 23,9 miliardi nel 2019 a 31,3 nel 2025"
        if gap in _LIST_OPENINGS and self._is_for(text, item):
            return True  # "12 miliardi di euro: 4 per la difesa, …"
        if item.numeral.grouped and (not before or before in self._connectors):
            # "95.000 millones: 60.800 para A y 26.400 para B"
            after = _WORD_AFTER.match(text, item.end)
            verbs = self._auxiliaries if gap.endswith(", ") else frozenset[str]()
            return after is not None and after[1].lower() in self._prepositions | verbs
        if before:
            return before in self._prepositions and word_before(text, money.first.start).word == before
        after = _WORD_AFTER.match(text, item.end)
        return gap.endswith(", ") and after is not None and after[1].lower() in self._auxiliaries

    def _counts_on(self, text: str, each: Joined, following: Sequence[Joined]) -> bool:
        """Whether the next number of a list has a noun, which is then counted: "32 million and 33 million barrels"."""
        after = _NUMBER_AFTER.match(text, each.last.end)
        listed = after is not None and after[1].lower() in self._connectors
        if after is not None and listed and not any(o.first.start <= after.end() for o in following):
            return True  # what was no number there measures something
        for other in following:
            gap = " ".join(text[each.last.end : other.first.start].split()).lower()
            if other.unit is None and other.last.scale is not None and gap in self._connectors:
                return not self.ends_amount(text, other.last.end, scaled=True)
        return False

    def _goes_with_count(self, text: str, before: Joined, item: Item) -> bool:
        """Whether a number is compared with one of things: "3.5 million drones, against 2.2 million"."""
        if before.unit is not None or before.last.scale is None:
            return False
        if word_before(text, item.start).word.lower() not in self._following:
            return False
        return _SENTENCE_END.search(text, before.last.end, item.start) is None

    def _is_number_of(self, text: str, start: int, end: int) -> bool:
        """Whether a new sentence counts things: "raise the total number of troops to 1.5 million"."""
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
        return bool(ends) and any(f" {phrase} " in text[ends[-1] : end].lower() for phrase in self._number_of)

    def _is_of_which(self, text: str, money: Joined, item: Item) -> bool:
        """Whether "of which" leads to a bare number: "€615m, of which about 100 go to", "Of them, 60,840 are"."""
        start = money.last.end
        led = self._led_by_of_it.search(text[start : item.start])
        if led is None or item.numeral.words or not self.ends_amount(text, item.end):
            return False
        if _SENTENCE_END.search(text, start, item.start) is None:
            return led.start() <= _TO_OF_WHICH and not any(map(str.isdigit, text[start : item.start]))
        return item.numeral.grouped

    def _is_of_them(self, text: str, item: Item) -> bool:
        """Whether a pronoun for what was counted leads a number: "a Israele ne andranno 26,4"."""
        words = text[max(0, item.start - _REACH_OF_PRONOUN) : item.start].lower().split()[-_WORDS_TO_NUMBER:]
        if not words or not (self._them or self._enclitic):
            return False
        return any(word in self._them for word in words) or (
            bool(self._enclitic) and any(word.endswith(self._enclitic) for word in words[-1:])
        )

    def _is_led_to(self, text: str, item: Item) -> bool:
        """Whether a verb that tells a level leads a number: "24,6 miliardi; oggi siamo a 31,3"."""
        words = text[max(0, item.start - _REACH_OF_PRONOUN) : item.start].lower().split()[-2:]
        return " ".join(words) in self._levels

    def _same_word_behind(self, text: str, money: Joined, item: Item) -> bool:
        """Whether one preposition follows both, in any of its forms: "20 miliardi dagli Usa, 18 dall'Ue"."""
        first, second = (_WORD_AFTER.match(text, place) for place in (money.last.end, item.end))
        if first is None or second is None:
            return False
        words = first[1].lower(), second[1].lower()
        return self._prepositions.issuperset(words) and words[0][:2] == words[1][:2]

    def _is_for(self, text: str, item: Item) -> bool:
        """Whether a preposition that tells of purposes and owners stands behind a number in digits."""
        after = _WORD_AFTER.match(text, item.end)
        return not item.numeral.words and after is not None and after[1].lower() in self._purposes

    def ends_amount(self, text: str, place: int, *, scaled: bool = False) -> bool:
        """Whether what follows is no noun: punctuation, the end, or a word of the language's table.

        Behind a scale (`scaled`) a noun that is counted has "of" before it in some languages.
        """
        word = _WORD_AFTER.match(text, place)
        if word is None:
            # "480 million 2026" ends, "one million 155 mm shells" does not.
            return not text[place : place + 2].strip()[:1].isdigit() or _YEAR.match(text, place) is not None
        following = word[1]
        if following in self._partitive and self._counted.match(text, word.end() + 1) is not None:
            return False  # "8,5 millones de personas"
        if self._of_amount and following in self._partitive:
            noun = _WORD_AFTER.match(text, word.end())
            # "2 millones de viviendas", but "2 millones de ayuda", "de Alemania", "de 2024"
            return noun is None or not noun[1].islower() or noun[1] in self._of_amount
        if scaled and self._partitive and following not in self._partitive:
            return True  # "5 miliardi risparmiati", but "5 milioni di case"
        if following.lower() in self._additive and self._counts_more(text, word.end()):
            return False  # "3.5 million more cases"
        return not following or not following[0].isalpha() or following.lower() in self._follows_bare

    def _counts_more(self, text: str, place: int) -> bool:
        """Whether a noun follows a word such as "more"."""
        word = _WORD_AFTER.match(text, place)
        return word is not None and word[1][:1].islower() and word[1].lower() not in self._follows_bare


def _is_aside(text: str, money: Joined, item: Item) -> bool:
    """Whether a number stands in parentheses in a later sentence, where it counts what stands before it."""
    if text[item.start - 1 : item.start] != "(" or text[item.end : item.end + 1] != ")":
        return False
    return _SENTENCE_END.search(text, money.last.end, item.start) is not None


def _converts(text: str, money: Joined | None, each: Joined) -> bool:
    """Whether an amount in parentheses tells the one before it in another currency, which goes on."""
    if money is None or money.unit is None or each.unit is None or money.unit.code == each.unit.code:
        return False
    return _CONVERSION.fullmatch(text, money.last.end, each.first.start) is not None
