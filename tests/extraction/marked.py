"""Sentences in which brackets mark the quantities, read into scenes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from figures.extraction.claims import reader
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene, read
from figures.extraction.sentences import Sentence
from figures.extraction.words.marks import Spotter
from figures.extraction.words.party_names import context_phrases
from figures.lexicon import lexicon

_BRACKET = re.compile(r"\[(?P<change>~?)(?P<exact>[^]|]+)(?:\|(?P<unit>[^]]+))?\]")
_MONEY = re.compile(
    r"[€$£¥]|\b(?:EUR|USD|SEK|NOK|DKK|GBP|euros?|dollars?|pounds?|kroner|kronor|zlotys?|hryvnias?|francs)\b"
)


@cache
def spotter(language: str = "en") -> Spotter:
    words = lexicon(language)
    return Spotter([*words.marks(), *context_phrases(words)])


def scene(marked: str, before: str = "", language: str = "en") -> Scene:
    """The scene of a sentence whose quantities stand in brackets: "[€2 billion]", "[~20%]" for a
    change, "[2%|% of GDP]" with the unit said."""
    text, quantities = "", []
    place = 0
    for match in _BRACKET.finditer(marked):
        text += marked[place : match.start()]
        exact = match["exact"]
        behind = marked[match.end() :].lstrip()
        start = len(text)
        text += exact
        quantities.append(_quantity(exact, behind, match["unit"] or "", bool(match["change"]), start))
        place = match.end()
    text += marked[place:]
    marks = spotter(language).marks(text, 0, len(text))
    earlier = spotter(language).marks(before, 0, len(before))
    return read(text, Sentence(0, len(text)), quantities, marks, earlier)


def _quantity(exact: str, behind: str, unit: str, change: bool, start: int) -> Quantity:
    if not unit:
        if _MONEY.search(exact):
            unit = "EUR"
        elif "%" in exact or "per cent" in exact or "percent" in exact or "half" in exact or "third" in exact:
            unit = "% of GDP" if behind.startswith("of GDP") else "%"
        elif exact in {"doubled", "tripled"}:
            unit = "x"
        else:
            unit = exact.partition(" ")[2] or exact
    if change:
        kind = "change"
    elif unit == "x":
        kind = "multiple"
    elif unit in {"%", "% of GDP", "pp"}:
        kind = "share"
    else:
        kind = "money" if len(unit) == 3 and unit.isupper() else "count"
    rule = ""
    if kind == "count":
        # The group of a count is told by its rule, which only counting gives.
        rule = next(
            (found.rule for found in reader("en").quantities(f"{exact}.") if found.kind == "count"), ""
        )
    return Quantity(start, start + len(exact), kind, unit, Decimal(1), rule=rule)


def texts(rows: Sequence[tuple[str, object]]) -> list[str]:
    return [row[0] for row in rows]
