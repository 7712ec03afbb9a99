"""Datelines: the city that opens a text or line as the place it was written at, and is no government."""

from __future__ import annotations

from collections.abc import Sequence

from figures.extraction.marks import Mark

CAPITAL = "party.capital"
_DATE = 12  # code points behind a city and a comma: ", 5 June"


def is_dateline(text: str, start: int, mark: Mark) -> bool:
    """Whether a city that begins a sentence or line at `start` is its dateline: "KYIV, 5 June", "Oslo (dpa)".

    >>> is_dateline("BRUSSELS. Norway pays", 0, Mark(0, 8, CAPITAL, "European Union"))
    True
    >>> is_dateline("Brussels pays", 0, Mark(0, 8, CAPITAL, "European Union"))
    False
    """
    if mark.start - start > 1:
        return False
    behind = text[mark.end : mark.end + 3]
    if behind[:1] == ".":
        return text[mark.start : mark.end].isupper()
    dated = behind[:1] == "," and any(map(str.isdigit, text[mark.end : mark.end + _DATE]))
    return dated or behind[:2] in {" (", " –", " —", " -"}


def without_datelines(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks of a stretch of text without the cities that are the datelines of its lines."""
    return [mark for mark in marks if mark.tag != CAPITAL or not is_dateline(text, _line(text, mark), mark)]


def _line(text: str, mark: Mark) -> int:
    """Where the line begins that a mark opens; a place far before it where it opens none."""
    ahead = text[max(0, mark.start - 2) : mark.start]
    opens = mark.start == 0 or "\n" in ahead
    return mark.start if opens else mark.start - _DATE
