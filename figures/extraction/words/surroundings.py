"""Surroundings: what the characters directly before digits make of them."""

from __future__ import annotations

_HYPHENS = "-\u2010\u2011"
_MINUS = "-\u2212\u2013"


def decimal_point(text: str, start: int) -> bool:
    """Whether the point before `start` begins a number such as ".5".

    >>> decimal_point("by .5", 4), decimal_point("end.5", 4)
    (True, False)
    """
    return start < 2 or text[start - 2] in " \n\t\xa0(~$€£"


def stands_free(text: str, start: int) -> bool:
    """Whether nothing before `start` makes the digits part of a word, a name or another number.

    >>> stands_free("the 16", 4), stands_free("F-16", 2), stands_free("1,16", 2)
    (True, False, False)
    """
    if start == 0:
        return True
    before = text[start - 1]
    if before.isalnum() or before in "_@#§№/:^\\":
        return False
    if before in _HYPHENS and start > 1:
        return not text[start - 2].isalpha() or text[start - 2] in "€$£"
    return not (before in ".,'’" and start > 1 and text[start - 2].isdigit())


def has_minus(text: str, start: int) -> bool:
    """Whether a number is written with a minus sign before it.

    >>> has_minus("fell −3%", 6), has_minus("2024-3", 5)
    (True, False)
    """
    return (
        start > 0
        and text[start - 1] in _MINUS
        and (start == 1 or text[start - 2] in " \xa0(\n")
        and text[start : start + 1] != " "
    )
