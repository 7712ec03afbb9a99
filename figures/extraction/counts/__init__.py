"""Counts: numbers of arms, people and allies, with the noun phrase they count.

The noun phrase stands behind the number ("30 F-16 jets"), is said once for a list ("20 or 30
drones") or for the number before ("of the 120 tanks, 45"), or stands before it ("155 mm shells:
800,000"; "the number of allies rose to 23").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal
from itertools import zip_longest

from figures.extraction.counts.counted import counted, ends_between, is_clause
from figures.extraction.counts.labels import Labels
from figures.extraction.counts.nouns import MODIFIERS, WORD, Nouns
from figures.extraction.counts.predicates import Predicates
from figures.extraction.numbers.bare import BareNumbers
from figures.extraction.numbers.joined import Joined
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.words.nearby import Nearby, word_before
from figures.extraction.words.scans import phrase_ends
from figures.lexicon import Lexicon

_NEXT_WORD = re.compile(r"[ \xa0\n]{0,2}([^\W\d_]+|[^\s])")
_ELLIPSIS = 120
_REACH_OF_VERB = 32
_WORDS_TO_VERB = 3  # "sono", "ben oltre" and the like
_LONGEST_JOINT = 16
_OWNER = re.compile(r"(?: [^\W\d]{2,20}){0,2} [^\W\d]{2,20}(?>['\u2019]s?)?(?= [0-9])")
_SENTENCE_ENDS = ("", ".", "!", "?", "»", "”")
_NAME_GAPS = " \xa0\u202f\n-"
_HYPHENS = ("-", "\u2010", "\u2011")


class Counts:
    """Finds counts in one language."""

    def __init__(self, lexicon: Lexicon, bare: BareNumbers) -> None:
        table = lexicon.section("counts")
        self._bare = bare
        self._nouns = Nouns(lexicon)
        self._predicates = Predicates(lexicon, self._nouns)
        self._stops = frozenset(table.get("stops", ()))
        self._numbers = tuple(table.get("number_of", ()))
        self._labels = Labels(self._nouns.heads, self._nouns.phrases, self._stops, self._numbers)
        self._of_them = tuple(f" {phrase} " for phrase in table.get("of_them", ()))
        self._articles = frozenset(lexicon.words("number_grammar", "articles"))
        self._short = {
            scale: Decimal(factor) for scale, factor in lexicon.section("scales").items() if len(scale) == 1
        }
        self._inverting = frozenset(table.get("inverting", ()))
        self._whole = frozenset(table.get("whole_group", ()))
        parts = "|".join(re.escape(words) for words in table.get("part_before", ())) or "(?!)"
        self._parted = re.compile(rf"\b(?:{parts})(?: \w+){{0,2}} \Z", re.IGNORECASE)
        self._list_words = frozenset(
            word for kind in ("comma", "and", "or") for word in lexicon.words("connectors", kind)
        )
        self._range = frozenset(lexicon.words("connectors", "range"))
        self._from = frozenset(lexicon.words("connectors", "from"))
        self._elided = frozenset(table.get("elided", ()))
        self._of = frozenset((*lexicon.words("gdp", "of"), *table.get("part_of", ())))
        self._out = frozenset(table.get("part_lead", ()))
        self._possessives = tuple(table.get("possessives", ())) or ("\0",)
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
            if self._bare.dated(text, each.first):
                continue
            if each.last is not each.first and self._bare.dated(text, each.last):
                continue
            before = word_before(text, each.first.start, _NAME_GAPS)
            if (
                text[before.start : before.start + 1].isupper()
                and self._bare.named(text, each.first)
                and not self._opens(text, before)
            ):
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

    def _opens(self, text: str, word: Nearby) -> bool:
        """Whether a word is a preposition that opens a sentence: "Su 150 droni", but "due Su 27"."""
        return (
            word.word in self._stops
            and text[max(0, word.start - 2) : word.start].strip()[-1:] in _SENTENCE_ENDS
        )

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
            if not self._joins(text, each, start) or not self._bare.usable(text, each.first):
                break
            group = last.rule.split("+")[2]
            listed.append(counted(each, each.first.start, each.last.end, last.unit, group))
            start = each.first.start
        return listed[::-1]

    def _joins(self, text: str, each: Joined, start: int) -> bool:
        """Whether a list goes on from a number at `start`, or a fall ("from 300 to 200 tanks")."""
        if start - each.last.end > _LONGEST_JOINT:
            return False
        joint = " ".join(text[each.last.end : start].split()).lower()
        if joint in self._list_words:
            return True
        if joint not in self._range:
            return False
        last = word_before(text, each.first.start)
        return last.word in self._from or f"{word_before(text, last.start).word} {last.word}" in self._from

    def _count(self, text: str, joined: Joined) -> Quantity | None:
        start, end = joined.first.start, joined.last.end
        if joined.first.numeral.words and word_before(text, start).word in self._vague:
            return None
        if text[start:end].lower() in self._articles:
            return None  # "un dron" is "a drone"
        label = self._labels.before(text, start) if text[end : end + 1] == "\n" else None
        if label is not None:
            return counted(joined, start, end, *label)  # "Troops: 9,400", and "Tanks: 210" below
        noun = self._nouns.behind(text, end, joined)
        if noun is not None:
            first, last, group = noun
            if joined.first.is_like_year and is_clause(text[first:last]):
                return None  # "2024 delivered Berlin tanks", where a year stands first
            return counted(joined, start, last, text[first:last], group)
        factor = self._short.get(text[end : end + 1].lower())
        if factor is not None and not text[end + 1 : end + 2].isalnum() and joined.low is None:
            noun = self._nouns.behind(text, end + 1, joined)
            if noun is not None:
                first, last, group = noun
                quantity = counted(joined, start, last, text[first:last], group)
                quantity.value = joined.first.value * factor
                return quantity
        if joined.first.is_like_year:
            return None
        label = self._labels.before(text, start) or self._subject_behind(text, joined)
        if label is None and self._ends(text, end):
            label = self._predicates.subject(text, start)
        return None if label is None else counted(joined, start, end, *label)

    def _subject_behind(self, text: str, joined: Joined) -> tuple[str, str] | None:
        """The noun that is the subject behind a number and its verb: "Sono 23 gli alleati che"."""
        start = joined.first.start
        ahead = text[max(0, start - _REACH_OF_VERB) : start].lower().split()[-_WORDS_TO_VERB:]
        if self._inverting.isdisjoint(ahead):
            return None
        article = WORD.match(text, joined.last.end)
        if article is None or article[1].lower() not in self._whole:
            return None
        noun = self._nouns.behind(text, article.end(), joined)
        return (text[noun[0] : noun[1]], noun[2]) if noun is not None else None

    def _part_count(self, text: str, joined: Joined, following: Joined | None) -> Quantity | None:
        """A number of things that are part of others: "23 of the 32 allies", "12 of its tanks"."""
        start, end = joined.first.start, joined.last.end
        of = WORD.match(text, end)
        if (
            of is None
            or of[1].lower() not in (self._of | self._out)
            or joined.first.value == 1
            or joined.first.is_like_year
        ):
            return None
        if of[1].lower() in self._out:
            of = WORD.match(text, of.end()) or of
        place = self._behind_owner(text, of.end())
        whole = WORD.match(text, place)
        if whole is not None and whole[1].lower() in self._whole:
            place = whole.end()
        total = following is not None and following.unit is None and following.first.start == place + 1
        if following is not None and total:
            noun = self._nouns.behind(text, following.last.end, following)
        else:
            noun = self._nouns.behind(text, place, joined) if place > of.end() else None
        if noun is None:
            return None
        return counted(joined, start, end, text[noun[0] : noun[1]], noun[2])

    def _behind_owner(self, text: str, place: int) -> int:
        """Behind an owner of what is counted: "of the alliance's 32 members"; the place itself without one."""
        owner = _OWNER.match(text, place)
        return owner.end() if owner and owner[0].endswith(self._possessives) else place

    def _elided_count(self, text: str, joined: Joined, before: Quantity) -> Quantity | None:
        """A number without a noun that counts what the one before in the sentence counted."""
        start, end = joined.first.start, joined.last.end
        if start - before.end > _ELLIPSIS or joined.first.is_like_year:
            return None
        if ends_between(text, before.end, start) and not text.startswith(self._of_them, end):
            return None
        gap = text[before.end : start]
        if not self._bare.usable(text, joined.last) or not self._bare.usable(text, joined.first):
            return None
        if not self._ends(text, end) and not self._parted.search(gap):
            return None
        if text[start:end].lower() in self._articles or joined.first.value == 1:
            return None
        group = before.rule.split("+")[2]
        return counted(joined, start, end, before.unit, group)

    def _number_of(self, text: str, joined: Joined, numbers_of: Sequence[int]) -> Quantity | None:
        """A bare number behind "the number of allies …", counting what that phrase names.

        `numbers_of` are the places where such phrases name it, in order.
        """
        start, end = joined.first.start, joined.last.end
        near = numbers_of[bisect_left(numbers_of, start - _ELLIPSIS) : bisect_right(numbers_of, start)]
        if not near or joined.first.is_like_year or not self._bare.usable(text, joined.first):
            return None
        if not self._ends(text, end):
            return None
        for named in reversed(near):
            if any(char in text[named:start] for char in ".!?\n"):
                return None
            place = named
            for _ in range(MODIFIERS):
                noun = WORD.match(text, place)
                if noun is None:
                    break
                head = self._nouns.heads.match(text, noun.start(1))
                if head is not None:
                    return counted(joined, start, end, text[named + 1 : head.end], head.meaning)
                if noun[1].lower() in self._stops:
                    break
                place = noun.end()
        return None

    def _ends(self, text: str, end: int) -> bool:
        """Whether no noun follows a number: punctuation, or a word that goes on with the sentence."""
        if text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isalpha():
            return False  # "nine-storey"
        word = _NEXT_WORD.match(text, end)
        if word is None or not word[1][0].isalpha() or word[1].lower() in self._elided:
            return True
        return text[end - 1] == "." and word[1][0].isupper()  # "75 tys. To rekord"
