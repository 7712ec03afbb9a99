"""Glued numbers: several number words written as one ("zweihundertfünfzig", "tjugofem").

Some languages write what English keeps apart in one word. The words of the table are its parts; a
word that falls apart into them, with nothing left over, is a number. The table names the joints
between them ("und") and the halves at its end ("einhalb") under ``[number_grammar]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from figures.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]{4,80}+(?![^\W_])")
_CACHED_WORDS = 4096
_MOST_PARTS = 12
_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)
_HALF = Decimal("0.5")


class GluedNumbers:
    """Reads the glued numbers of one language.

    >>> from figures.lexicon import lexicon
    >>> glued = GluedNumbers(lexicon("de"))
    >>> glued.at("dreihundertfünfundzwanzig Euro", 0), glued.at("zweieinhalb", 0)
    ((25, Decimal('325')), (11, Decimal('2.5')))
    >>> glued.at("Zweifel", 0) is None
    True
    """

    def __init__(self, lexicon: Lexicon) -> None:
        grammar = lexicon.section("number_grammar")
        self._joints = frozenset(grammar.get("glued_joints", ()))
        self._halves = frozenset(grammar.get("glued_halves", ()))
        self._values: Mapping[str, Decimal] = {
            phrase.lower(): value
            for phrase, written in lexicon.section("number_words").items()
            if phrase.isalpha() and 1 <= (value := Decimal(str(written))) <= _THOUSAND
        }
        parts = sorted({*self._values, *self._joints, *self._halves}, key=lambda part: (-len(part), part))
        pattern = "|".join(re.escape(part) for part in parts)
        self._parts = parts
        self._whole = re.compile(rf"(?>(?:{pattern}){{2,{_MOST_PARTS}}})")
        self._value = lru_cache(_CACHED_WORDS)(self._value_of)
        self._is_glued = bool(grammar.get("glued", False))

    def at(self, text: str, place: int) -> tuple[int, Decimal] | None:
        """Where the glued number that begins at `place` ends, and its value; None when there is none."""
        word = _WORD.match(text, place) if self._is_glued else None
        if word is None:
            return None
        value = self._value(word[0].lower())
        return None if value is None else (word.end(), value)

    def _value_of(self, word: str) -> Decimal | None:
        if self._whole.fullmatch(word) is None:
            return None
        parts = self._split(word, 0, _MOST_PARTS)
        return None if parts is None else self._sum(parts)

    def _split(self, word: str, place: int, most: int) -> list[str] | None:
        """The parts that a word falls apart into with nothing left over: "ein-einhalb", not "eine-inhalb"."""
        if place == len(word):
            return []
        for end in self._ends(word, place) if most else ():
            rest = self._split(word, end, most - 1)
            if rest is not None:
                return [word[place:end], *rest]
        return None

    def _ends(self, word: str, place: int) -> Iterator[int]:
        for part in self._parts:
            if word.startswith(part, place):
                yield place + len(part)

    def _sum(self, parts: Sequence[str]) -> Decimal | None:
        """The value of the parts of a number; None when they make none ("dreizwei")."""
        thousands = rest = Decimal(0)
        last = None  # the number read last, None at the beginning and behind a joint
        ceiling = _THOUSAND * _THOUSAND
        for place, part in enumerate(parts):
            if part in self._halves:
                return thousands + rest + _HALF if last is not None and place == len(parts) - 1 else None
            if part in self._joints:
                if last is None:
                    return None
                last = None
                continue
            value = self._values[part]
            if value == _THOUSAND:
                if thousands:
                    return None
                thousands, rest, ceiling = (rest or 1) * _THOUSAND, Decimal(0), _THOUSAND
            elif value == _HUNDRED and 0 < rest < 20:
                rest, ceiling = rest * _HUNDRED, _HUNDRED
            elif 0 < rest % _HUNDRED < 10 and last is None and value % 10 == 0 and value < _HUNDRED:
                rest, ceiling = rest + value, Decimal(1)  # five-and-twenty
            elif value < ceiling:
                rest, ceiling = rest + value, _below(value)
            else:
                return None
            last = value
        return None if last is None else thousands + rest


def _below(value: Decimal) -> Decimal:
    """What a part behind `value` must be less than: twenty takes a unit, a hundred anything below it."""
    for power in (_HUNDRED, Decimal(10)):
        if value >= power:
            return power if value % power == 0 else Decimal(1)
    return Decimal(1)
