"""Numbers of a list whose unit is said once: "Germany gave 40%, France 25 and Italy 10".

The same holds for money ("Germany gave 9 billion euros, France 2"), and where the numbers go before
the same word ("2.1% in 2023 and 2.4 in 2024").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from figures.extraction.numbers.items import Item
from figures.extraction.numbers.joined import Joined
from figures.extraction.words.nearby import word_before
from figures.lexicon import Lexicon

_LONGEST = 40
_MOST_WORDS = 4
_LONGEST_PARALLEL = 60
_HUNDRED = 100  # per cent
_THOUSAND = 1000  # of millions, billions
_MILLION = 1_000_000
_SENTENCE_END = re.compile(r"[.!?\n](?:\s|\Z)")
_LONGEST_ARTICLE = 8
_ARTICLE = re.compile(r"(?<![^\W_])([^\W\d_]{1,6})['’ \xa0]\Z")
_FOLLOWING = re.compile(r"[ \xa0\n]{0,2}([^\W\d_]+)")
_WORDS = re.compile(r"[^\s,;]+|[,;]")


class Gapped:
    """Lends per cent or money to the numbers that follow in a list without, in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        listing = {word for kind in ("comma", "and", "or") for word in lexicon.words("connectors", kind)}
        self._listing = frozenset(listing | {";"})
        grammar = lexicon.section("counts")
        self._lending = frozenset(lexicon.words("connectors", "parallel"))
        self._rest = frozenset(lexicon.words("connectors", "rest"))
        self._prepositions = frozenset(lexicon.words("connectors", "lending"))
        self._of = frozenset(lexicon.words("gdp", "of"))
        self._owners = frozenset(grammar.get("whole_group", ()))
        self._articles = frozenset(lexicon.words("percent", "articles"))
        self._follows = frozenset(lexicon.words("money", "follows_bare"))
        articles = frozenset(lexicon.section("marks").get("article", {}).get("article", ()))
        self._stops = frozenset(grammar.get("stops", ())) - self._owners - articles
        ends = "|".join(re.escape(word) for word in sorted(listing, key=len, reverse=True) if word.isalpha())
        self._ends = re.compile(rf"\s?(?:[,;.)\n]|\Z|\s(?:{ends or '(?!)'})\s)")

    def lend(self, text: str, joined: Sequence[Joined], usable: Callable[[str, Item], bool]) -> None:
        """Give unit and scale to bare numbers that continue a list behind a percentage or an amount."""
        said: Joined | None = None
        for each in joined:
            item = each.first
            if each.unit is not None:
                said = each if _lends(each) else None
            elif said is not None and item is each.last and item.scale is None and usable(text, item):
                place = said.last.end
                lead = word_before(text, said.first.start).word
                limit = _THOUSAND if said.last.scale is not None else _HUNDRED
                if said.last.scale is not None and item.numeral.grouped and said.last.numeral.grouped:
                    limit = _MILLION  # "2.000 millones, Italia 1.500"
                if (
                    self._is_named(text, place, item, lead, limit)
                    or self._is_parallel(text, place, item)
                    or self._is_rest(text, place, item)
                    or (said.last.scale is None and self._is_level(text, place, item))
                ):
                    item.unit, item.scale = said.unit, said.last.scale
                    each.rules.append("unit-unsaid")
                    said = each

    def _is_parallel(self, text: str, place: int, item: Item) -> bool:
        """Whether the number goes before the same preposition as the one that ends at `place`."""
        if not item.numeral.decimal or item.start - place > _LONGEST_PARALLEL:
            return False
        gap = text[place : item.start]
        if _SENTENCE_END.search(gap):
            return False
        words = [word.lower() for word in _WORDS.findall(gap)]
        following = _WORDS.match(text, item.end + 1)
        listed = words[-1:] != [] and words[-1] in self._listing
        return listed and following is not None and following[0] in self._lending and following[0] in words

    def _is_rest(self, text: str, place: int, item: Item) -> bool:
        """Whether a decimal adds to what ends at `place`: "3.5 per cent for this and another 1.5 in that"."""
        if not item.numeral.decimal or item.start - place > _LONGEST_PARALLEL:
            return False
        following = _WORDS.match(text, item.end + 1)
        ends = following is None or following[0] in self._lending
        led = ends and word_before(text, item.start).word in self._rest
        return led and _SENTENCE_END.search(text, place, item.start) is None

    def _is_level(self, text: str, place: int, item: Item) -> bool:
        """Whether an article that percentages take stands before a number: "il 45% è contrario, il 39 no"."""
        if not self._articles or item.start - place > _LONGEST_PARALLEL or item.numeral.value > _HUNDRED:
            return False
        if item.numeral.words or _SENTENCE_END.search(text, place, item.start) is not None:
            return False
        if not item.numeral.decimal and any(map(str.isdigit, text[place : item.start])):
            return False  # "il 10 marzo si vota e il 12 si decide"
        article = _ARTICLE.search(text, max(place, item.start - _LONGEST_ARTICLE), item.start)
        if article is None or article[1].lower() not in self._articles:
            return False
        following = _FOLLOWING.match(text, item.end)
        return following is None or following[1].lower() in self._follows

    def _is_named(self, text: str, place: int, item: Item, lead: str, limit: int) -> bool:
        """Whether only a name stands between the number that ends at `place` and this one.

        The preposition before the first may stand before this one too: "at 4.1% and Estonia at 3.4".
        """
        if item.start - place > _LONGEST or item.numeral.value >= limit:
            return False
        gap = text[place : item.start]
        words = _WORDS.findall(gap)
        if words and words[0].lower() in self._of:
            # "21% of the vote and its rival 20"
            words = words[next((i for i, word in enumerate(words) if word in self._listing), 0) :]
        if len(words) > 2 and words[-1] == "," and words[0] != "," and item.numeral.grouped:
            words.pop()  # the comma that stands for the verb: "; Alemania, 9.000", and no age
        if not words or words[0] not in self._listing or words[-1] in self._listing or "\n" in gap:
            return False
        names = [word for word in words if word not in self._listing]
        if len(names) > 1 and self._is_again(names[-1], lead):
            names.pop()
        if not 1 <= len(names) <= _MOST_WORDS or any(word in self._stops for word in names):
            return False
        named = any(word[:1].isupper() or word.lower() in self._owners for word in names)
        ordinal = text[item.end : item.end + 2] == ". " and text[item.end + 2 : item.end + 3].islower()
        return named and not ordinal and self._ends.match(text, item.end) is not None

    def _is_again(self, word: str, lead: str) -> bool:
        """Whether a word is the preposition before the first number, in any of its forms: "al", "all'"."""
        short = word.rstrip("'’").lower()
        return word == lead or (short[:2] == lead[:2] and self._prepositions.issuperset((short, lead)))


def _lends(each: Joined) -> bool:
    """Whether a number is a single percentage or an amount of money with a scale."""
    unit, item = each.unit, each.last
    if unit is None or each.low is not None:
        return False
    return unit.kind == "percent" or (unit.kind == "money" and item.scale is not None)
