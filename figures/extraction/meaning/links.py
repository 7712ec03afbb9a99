"""Links between the quantities of one sentence: parts of a total, shares of it, its change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.words.marks import Mark

_PART_REACH = 140
_APPOSITION = 24
_ARTICLE = 8  # from "of" or "of which" over an article to the number


def link(text: str, quantities: Sequence[Quantity], marks: Sequence[Mark]) -> None:
    """Set `relation` and `related` where the words between two quantities state them.

    "EUR 5 bn, of which 2 bn" is `part_of`; "more than half of it" is `share_of`; "485 billion, a
    nearly 20% increase" is `change_of`. Parts must not be larger than their total.
    """
    if len(quantities) < 2:
        return
    parts = [mark for mark in marks if mark.tag == "part"]
    wholes = [mark for mark in marks if mark.tag == "whole"]
    for share, whole in pairwise(quantities):
        if _is_of(text, share, whole, marks):
            share.relation, share.related = "share_of", whole
    for place, quantity in enumerate(quantities):
        if quantity.related is not None or place == 0:
            continue
        earlier = quantities[:place]
        total = _total(text, quantity, earlier, parts)
        if total is not None:
            quantity.relation, quantity.related = "part_of", total
        elif quantity.unit == "%" and quantity.kind == "share":
            money = _last(earlier, "money")
            behind = any(0 <= mark.start - quantity.end <= _APPOSITION for mark in wholes)
            if money is not None and (behind or _is_part(money, quantity, parts)):
                quantity.relation, quantity.related = "share_of", money
        elif quantity.unit == "%" and quantity.kind == "change":
            money = _last(earlier, "money")
            if money is not None and earlier[-1] is money and _is_apposition(text, money, quantity):
                quantity.relation, quantity.related = "change_of", money
        elif quantity.kind == "money":
            change = earlier[-1]
            gap = text[change.end : quantity.start]
            if change.kind == "change" and change.unit == "%" and len(gap) <= _APPOSITION:
                step = any(
                    mark.tag == "step" and mark.value == "to" and change.end <= mark.start < quantity.start
                    for mark in marks
                )
                if step and change.related is None:
                    change.relation, change.related = "change_of", quantity


def _total(
    text: str, quantity: Quantity, earlier: Sequence[Quantity], parts: Sequence[Mark]
) -> Quantity | None:
    """The total a quantity is part of: the one before the words that open the list of parts."""
    for mark in reversed(parts):
        if mark.end > quantity.start or quantity.start - mark.end > _PART_REACH:
            continue
        if _is_closed(text, mark.end, quantity.start):
            continue
        totals = [
            other
            for other in earlier
            if other.end <= mark.start and other.unit == quantity.unit and other.kind == quantity.kind
        ]
        if not totals:
            continue
        total = totals[-1]
        between = [other for other in earlier if mark.end <= other.start < quantity.start]
        if all(other.unit == quantity.unit or other.relation == "same_amount" for other in between):
            bigger = total.value is None or quantity.value is None or abs(quantity.value) <= abs(total.value)
            return total if bigger else None
    return None


def _is_closed(text: str, start: int, end: int) -> bool:
    """Whether parentheses that were opened before a place are closed behind it: "(including …), 3 bn"."""
    closing, opening = text.find(")", start, end), text.find("(", start, end)
    return closing >= 0 and not 0 <= opening < closing


def _is_of(text: str, share: Quantity, whole: Quantity, marks: Sequence[Mark]) -> bool:
    """Whether a share is one of the amount directly behind it: "half of the €24bn"."""
    if share.unit != "%" or share.kind != "share" or share.related is not None or whole.kind != "money":
        return False
    of = next((mark for mark in marks if mark.tag == "link" and mark.start >= share.end), None)
    if of is None or of.value != "of" or of.start - share.end > 1 or whole.start - of.end > _ARTICLE:
        return False
    return not any(char in text[share.end : whole.start] for char in ".,;:()")


def _is_part(money: Quantity, share: Quantity, parts: Sequence[Mark]) -> bool:
    """Whether a share is told as a part of the amount before it: "€13bn, of which two thirds in arms"."""
    return any(money.end <= mark.start and 0 < share.start - mark.end <= _ARTICLE for mark in parts)


def _last(earlier: Sequence[Quantity], kind: str) -> Quantity | None:
    for quantity in reversed(earlier):
        if quantity.kind == kind and quantity.relation != "same_amount":
            return quantity
    return None


def _is_apposition(text: str, level: Quantity, change: Quantity) -> bool:
    """Whether nothing but a comma and a few words stands between a level and its change."""
    gap = text[level.end : change.start]
    return "," in gap and len(gap) <= 2 * _APPOSITION and not any(char in gap for char in ".;:")
