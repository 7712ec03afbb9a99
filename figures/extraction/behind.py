"""Verbs behind: the direction told by a verb at the end of its clause ("um 5 Prozent gekürzt").

Languages that set the verb last say by how much before they say whether it rose or fell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from figures.extraction.marks import Mark

_REACH = 90
_CLAUSE_END = re.compile(r"[.;:!?()](?=\s|\Z)|[,–—](?!\d)")


def direction_behind(
    text: str, place: int, marks: Sequence[Mark], conjunctions: Sequence[re.Pattern[str]]
) -> int:
    """1 or -1 by the first verb of rise or fall behind `place` in its clause; 0 when there is none.

    A conjunction, or a further "by", begins another clause.
    """
    stop = place + _REACH
    for pattern in (_CLAUSE_END, *conjunctions):
        found = pattern.search(text, place, stop)
        if found is not None:
            stop = found.start()
    for mark in marks:
        if mark.start < place:
            continue
        if mark.start >= stop or (mark.tag == "step" and mark.value == "by"):
            return 0
        if mark.tag in {"rise", "fall"} and mark.value != "noun":
            return 1 if mark.tag == "rise" else -1
    return 0
