"""Words of rise and fall around a place: what stands directly before it, and which way it points."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.words.marks import Mark

NOUN_REACH = 80
# "+25%" and "(+ 6,8%)"; between two numbers it adds.
_PLUS = re.compile(r"(?<![\w)%])(?<![\w)%] )\+[ \xa0]\Z|\+\Z")


def adjacent_before(text: str, place: int, marks: Sequence[Mark]) -> Mark | None:
    """The mark that ends at `place`, seen through bound words and the like."""
    for mark in reversed(marks):
        if mark.end > place or mark.tag in {"change_after", "move"}:
            continue
        if text[mark.end : place].removeprefix(".").strip(" \xa0\n~≈<>≤≥±(–—-»”\"'’"):
            return None
        if mark.tag == "bound" or (mark.tag == "step" and mark.value == "through"):
            place = mark.start
            continue
        return mark
    return None


def direction_of(mark: Mark) -> int:
    """1 for a word of rise, -1 for one of fall."""
    return 1 if mark.tag == "rise" else -1


def nearest(marks: Sequence[Mark], place: int, reach: int, *, any_word: bool) -> int:
    """The direction of the nearest word of rise or fall before `place`; 0 when there is none."""
    for mark in reversed(marks):
        if mark.end > place or mark.tag not in {"rise", "fall"}:
            continue
        if place - mark.end > reach:
            return 0
        if any_word or mark.value != "noun":
            return direction_of(mark)
    return 0


def sign_of(quantity: Quantity) -> int:
    """The sign of a change; 0 for a level."""
    amount = quantity.value if quantity.value is not None else quantity.high
    if quantity.kind != "change":
        return 0
    return -1 if amount is not None and amount < 0 else 1


def make_change(quantity: Quantity, sign: int) -> None:
    """Make a quantity the amount by which something rises or, with a negative sign, falls."""
    quantity.kind = "change"
    quantity.rule += "+rise" if sign > 0 else "+fall"
    if sign > 0:
        return
    if quantity.value is not None:
        quantity.value = -abs(quantity.value)
    elif quantity.low is not None and quantity.high is not None:
        quantity.low, quantity.high = -abs(Decimal(quantity.high)), -abs(Decimal(quantity.low))


def leads_on(text: str, start: Quantity, marks: Sequence[Mark]) -> bool:
    """Whether a range in one name is only where something moved from: its "to" follows."""
    first, second = start.ends or (start, start)
    if any(map(str.isalpha, text[first.end : second.start])):
        return False
    return any(
        mark.tag == "step" and mark.value == "to" and 0 <= mark.start - start.end <= 2 for mark in marks
    )


def may_change_alone(text: str, quantity: Quantity) -> bool:
    """Whether a quantity can be a change without a word that says so: points, or a written sign."""
    return quantity.unit == "pp" or signed(text, quantity) != 0


def signed(text: str, quantity: Quantity) -> int:
    """The sign where a percentage is written with one: "(+25%)", "−3%"."""
    if quantity.value is not None and quantity.value < 0:
        return -1
    return int(_PLUS.search(text, max(0, quantity.start - 4), quantity.start) is not None)


def is_verb_too(noun: Mark, marks: Sequence[Mark]) -> bool:
    """Whether a word of rise or fall can be a verb as well as a noun."""
    return any(mark.start == noun.start and mark.value in {"verb", "weak"} for mark in marks)


def noun_before_of(text: str, of: Mark, marks: Sequence[Mark], spared: Collection[str] | None) -> int:
    """The sign by the noun before "of" ("an increase in spending of 20%").

    `spared` are the words that make no change of an amount of money; None for a percentage.
    """
    for mark in reversed(marks):
        if mark.end > of.start or mark.tag not in {"rise", "fall", "growth"}:
            continue
        gap = text[mark.end : of.start]
        if len(gap) > NOUN_REACH or any(char in gap for char in ",.;:0123456789"):
            return 0
        if mark.tag == "growth":
            return 0 if spared is not None else 1
        if mark.value != "noun" and not gap.startswith(" in "):
            continue
        if spared is not None and text[mark.start : mark.end].lower() in spared:
            return 0
        return direction_of(mark)
    return 0


def compared_behind(quantity: Quantity, marks: Sequence[Mark]) -> int:
    """The sign of an amount by which something is more or less: "by 20 billion more", in some languages."""
    for mark in marks:
        if mark.tag == "change_after" and mark.value != "any" and 0 <= mark.start - quantity.end <= 1:
            return -1 if mark.value.endswith("fall") else 1
    return 0
