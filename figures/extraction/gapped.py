"""Percentages whose "per cent" is said once: "Germany gave 40%, France 25 and Italy 10"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from figures.extraction.chains import Joined
from figures.extraction.items import Item
from figures.lexicon import Lexicon

_LONGEST = 40
_MOST_WORDS = 4
_HUNDRED = 100
_WORDS = re.compile(r"[^\s,;]+|[,;]")


class Gapped:
    """Lends the per cent of one number to those that follow it in a list, in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        listing = {word for kind in ("comma", "and", "or") for word in lexicon.words("connectors", kind)}
        self._listing = frozenset(listing | {";"})
        grammar = lexicon.section("counts")
        self._of = frozenset(lexicon.words("gdp", "of"))
        self._owners = frozenset(grammar.get("whole_group", ()))
        self._stops = frozenset(grammar.get("stops", ())) - self._owners
        ends = "|".join(re.escape(word) for word in sorted(listing, key=len, reverse=True) if word.isalpha())
        self._ends = re.compile(rf"\s?(?:[,;.)\n]|\Z|\s(?:{ends or '(?!)'})\s)")

    def lend(self, text: str, joined: Sequence[Joined], usable: Callable[[str, Item], bool]) -> None:
        """Give per cent to bare numbers that name another's share right behind a percentage."""
        percent: Joined | None = None
        for each in joined:
            if each.unit is not None:
                percent = each if each.unit.kind == "percent" else None
            elif percent is not None and each.first is each.last and each.first.scale is None:
                item = each.first
                if self._is_share(text, percent.last.end, item) and usable(text, item):
                    item.unit = percent.unit
                    each.rules.append("percent-unsaid")
                    percent = each

    def _is_share(self, text: str, place: int, item: Item) -> bool:
        """Whether only a name stands between a percentage that ends at `place` and the number."""
        if item.start - place > _LONGEST or item.numeral.value >= _HUNDRED:
            return False
        gap = text[place : item.start]
        words = _WORDS.findall(gap)
        if words and words[0].lower() in self._of:
            # "21% of the vote and its rival 20"
            words = words[next((i for i, word in enumerate(words) if word in self._listing), 0) :]
        if not words or words[0] not in self._listing or words[-1] in self._listing or "\n" in gap:
            return False
        names = [word for word in words if word not in self._listing]
        if not 1 <= len(names) <= _MOST_WORDS or any(word.lower() in self._stops for word in names):
            return False
        named = any(word[:1].isupper() or word.lower() in self._owners for word in names)
        return named and self._ends.match(text, item.end) is not None
