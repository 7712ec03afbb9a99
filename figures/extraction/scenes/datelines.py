"""Datelines: the city that opens a text or line as the place it was written at, and is no government."""

from __future__ import annotations

import re
from collections.abc import Sequence

from figures.extraction.words.marks import Mark

CAPITAL = "party.capital"
# A place in capitals, or one before an agency, with a date or not, before a dash.
_DATELINE = re.compile(
    r"(?:[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'\u2019./ -]{1,39}[A-Z\u00c0-\u00de.](?![a-z])"
    r"(?:, [^\n()\u2013\u2014-]{1,20})?(?: ?\([^()\n]{1,40}\))?"
    r"|[A-Z\u00c0-\u00de]\w{2,24}(?:, [^\n()]{1,20})? \([A-Za-z/ ]{2,40}\))"
    r" ?(?:--|[\u2013\u2014-]) ?"
)
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


def behind_dateline(text: str, start: int) -> int:
    """Where the sentence behind the dateline begins that opens at `start`; `start` itself without one.

    >>> behind_dateline("SYDNEY -- Spending rose", 0), behind_dateline("LYON, Aug. 6 (AFP) – Spending rose", 0)
    (10, 21)
    >>> behind_dateline("NATO spends", 0), behind_dateline("Mali - a country", 0)
    (0, 0)
    """
    found = _DATELINE.match(text, start)
    return found.end() if found is not None else start
