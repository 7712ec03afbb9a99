"""Possession: "has" as a verb of its own, which says whose a quantity is: "Greece has 1,300 tanks"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes.acts import Act
from figures.extraction.words.marks import Mark

_REACH = 40  # from the verb to the quantity: "has a total of more than "
_REACH_OF_MODAL = 12
_ASIDE = re.compile(r" \([^()]{1,60}\)")  # "has £4.5bn (about €5.3bn) provided"
_CLAUSE_END = re.compile(r"[,;:()\u2013\u2014](?!\d)")
_LONGEST_CLAUSE = 300


def with_possession(
    text: str, acts: list[Act], tags: Mapping[str, Sequence[Mark]], quantities: Sequence[Quantity]
) -> list[Act]:
    """The acts of a sentence, in order, with its verbs of having that help no other verb."""
    helping = [mark for mark in tags.get("auxiliary", ()) if mark.value == "perfect"]
    owning = [act for mark in helping if (act := _owning(text, mark, acts, tags, quantities)) is not None]
    return sorted([*acts, *owning]) if owning else acts


def _owning(
    text: str,
    mark: Mark,
    acts: Sequence[Act],
    tags: Mapping[str, Sequence[Mark]],
    quantities: Sequence[Quantity],
) -> Act | None:
    """The act of a verb of having, None where it helps another verb or has no quantity behind it."""
    owned = next((quantity for quantity in quantities if quantity.start >= mark.end), None)
    if owned is None or owned.start - mark.end > _REACH or _CLAUSE_END.search(text, mark.end, owned.start):
        return None
    aside = _ASIDE.match(text, owned.end)
    begin = aside.end() if aside else owned.end
    end = _CLAUSE_END.search(text, begin, begin + _LONGEST_CLAUSE)
    if any(mark.end <= act.start < (end.start() if end else len(text)) for act in acts):
        return None
    modal = next(
        (other.value for other in tags.get("modal", ()) if 0 < mark.start - other.end <= _REACH_OF_MODAL), ""
    )
    leading = "forecast" if modal == "future" else ""
    return Act(mark.start, mark.end, "hold", "", modal, leading, False, modal == "negated", False)
