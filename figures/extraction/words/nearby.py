"""The word directly before a place in a text, found by stepping back to it."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

_SPACES = " \xa0\n"
_MOST_SPACES = 2
_LONGEST = 24  # code points; a longer word is none that a table holds


class Nearby(NamedTuple):
    """A word near a place: where it starts, and its letters in lower case."""

    start: int
    word: str


NO_WORD = Nearby(0, "")


def word_before(text: str, place: int, spaces: str = _SPACES) -> Nearby:
    """The word of letters that ends one or two spaces before `place`; without letters if there is none.

    >>> word_before("at least 5%", 9)
    Nearby(start=3, word='least')
    >>> word_before("F-16 5%", 5).word, word_before("5%", 0).word
    ('', '')
    """
    if text[place - 1 : place] not in spaces or place < 1:
        return NO_WORD
    end = place - 1
    while end > 0 and place - end <= _MOST_SPACES and text[end - 1] in spaces:
        end -= 1
    if place - end > _MOST_SPACES:
        return NO_WORD
    floor = max(0, end - _LONGEST)
    last = text[floor:end].rpartition(" ")[2]
    if last.isalpha():
        return Nearby(end - len(last), last.lower())
    start = end
    while start > floor and text[start - 1].isalpha():
        start -= 1
    return Nearby(start, text[start:end].lower()) if start < end else NO_WORD


def is_led_by(text: str, place: int, words: Collection[str]) -> bool:
    """Whether one of some words stands in small letters directly before a place."""
    before = word_before(text, place)
    return before.word in words and text[before.start].islower()


def before_elision(text: str, place: int) -> int:
    """The place of the one letter that an apostrophe joins to what follows, or `place` where there is none.

    >>> before_elision("tra l'1 e il 3%", 6), before_elision("tra 1 e 3%", 4)
    (4, 4)
    """
    elided = place >= 2 and text[place - 1] in "'’" and text[place - 2].isalpha()
    return place - 2 if elided and not text[place - 3 : place - 2].isalnum() else place


def before_aside(text: str, start: int, end: int) -> int:
    """Where what stands before a short parenthesis ends that ends at `end`; `end` itself without one.

    >>> text = "Boris Pistorius (SPD) said"
    >>> text[: before_aside(text, 0, 22)], before_aside(text, 0, 15)
    ('Boris Pistorius ', 15)
    """
    if not text.endswith(")", start, len(text[start:end].rstrip()) + start):
        return end
    opened = text.rfind("(", max(start, end - _LONGEST), end)
    return opened if opened > start and text[opened - 1] in _SPACES else end


def behind_space(text: str, place: int) -> int:
    """The place behind one space, line break or hyphen at `place`; `place` itself where there is none.

    >>> behind_space("two thirds", 3), behind_space("two-thirds", 3), behind_space("two", 3)
    (4, 4, 3)
    """
    return place + 1 if text[place : place + 1] in {" ", "\xa0", "\n", "-"} else place
