"""Counted things: the quantity that a number and its noun make, and where a sentence ends between two."""

from __future__ import annotations

from decimal import Decimal

from figures.extraction.numbers.joined import Joined
from figures.extraction.numbers.quantities import Quantity


def is_clause(phrase: str) -> bool:
    """Whether a phrase behind what may be a year is more than a noun and its adjective."""
    return len(phrase.split()) > 2 or any(map(str.isdigit, phrase))


def ends_between(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two places; the point of "r. już" ends none."""
    return any(
        text[place] in "!?\n"
        or (text[place] == "." and not text[place + 1 : place + 3].strip()[:1].islower())
        for place in range(start, end)
    )


def counted(joined: Joined, start: int, end: int, unit: str, group: str) -> Quantity:
    """The count from `start` to `end` of what `unit` names; `group` is what its noun counts."""
    how = "words" if joined.first.numeral.words else "digits"
    rule = "+".join(["count", how, group, *joined.rules])
    noun = " ".join(unit.split())
    if joined.low is not None:
        ends = (
            Quantity(start, joined.first.end, "count", noun, value=joined.low, rule=rule),
            Quantity(joined.last.start, end, "count", noun, value=joined.high, rule=rule),
        )
        return Quantity(
            start, end, "count", noun, low=joined.low, high=joined.high, bound="between", rule=rule, ends=ends
        )
    value = joined.first.value
    return Quantity(start, end, "count", noun, value=Decimal(abs(value)), rule=rule)
