"""Topics: what a sentence without figures says that the sentences behind it are about.

"Latvia announced military aid for Ukraine. It is worth €30 million." Of several sentences the last
counts; one that speaks of aid and of defence spending tells neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from figures.extraction.marks import Mark

_MEASURES = {"aid": "total_aid", "core_defence": "defence_expenditure"}
_STRONG = frozenset({"military_aid", "total_aid", "loan", "defence_expenditure", *_MEASURES})
_ENDS = (". ", "? ", "! ", "\n")
_BODIES = frozenset({"defence_body", "forces"})
_SPENDING = "defence_expenditure"


class Topic(NamedTuple):
    """Where a sentence stands, the measure that it tells, and its marks."""

    start: int
    end: int
    measure: str
    marks: Sequence[Mark]


def topic(text: str, since: int, start: int, marks: Sequence[Mark]) -> Topic | None:
    """The last sentence between two places that tells a measure, None where none tells one alone.

    >>> aid = Mark(4, 7, "measure", "military_aid")
    >>> topic("Big aid came. It was late. It is €5m.", 0, 27, [aid])[:3]
    (0, 12, 'military_aid')
    >>> topic("Big aid came. It is €5m.", 0, 14, [])
    """
    last = next((mark for mark in reversed(marks) if _tells(mark) or mark.tag in _BODIES), None)
    if last is None:
        return None
    begins = [place + len(end) for end in _ENDS if (place := text.rfind(end, since, last.start)) >= 0]
    first = max(begins, default=since)
    ends = [place for end in _ENDS if (place := text.find(end, last.end, start)) >= 0]
    end = min(ends, default=start)
    own = [mark for mark in marks if first <= mark.start < end]
    told = [_MEASURES.get(mark.value, mark.value) for mark in own if _tells(mark)]
    if any(mark.tag in _BODIES for mark in own) and any(mark.value == "budgeted" for mark in own):
        told.append(_SPENDING)
    if len({measure == _SPENDING for measure in told}) != 1:
        return None
    return Topic(first, end, "military_aid" if "military_aid" in told else told[-1], own)


def _tells(mark: Mark) -> bool:
    return mark.tag == "measure" and mark.value in _STRONG
