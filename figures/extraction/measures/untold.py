"""Untold states: quantities beside a verb that tells the state of another, and what somebody only claims."""

from __future__ import annotations

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act

_PARTS = frozenset({"defence_expenditure", "equipment_share"})
_NEXT = 12  # from "from" to a level, over a word of bound
_PAIR = 40  # between the two levels: "to £66 billion in 2026/27 from £62 billion"
_RESTATED = 26  # " for the year 2026, or "
_NEXT_TO_COPULA = 24  # "it is about "
_REACH = 80  # from a claim to what is claimed


def is_part_of_spending(quantity: Quantity, measure: str) -> bool:
    """Whether a percentage is a part of what is spent: "the navy accounts for 20% of the defence budget"."""
    return quantity.kind == "share" and quantity.unit == "%" and measure in _PARTS


def comes_from(scene: Scene, quantity: Quantity, act: Act) -> bool:
    """Whether it is the level that a change came from: "will rise to 3% from 2%"."""
    if not any(
        other is not quantity
        and other.unit == quantity.unit
        and 0 < max(other.start - quantity.end, quantity.start - other.end) <= _PAIR
        for other in scene.quantities
    ):
        return False
    return any(
        mark.value == "from"
        and act.end <= mark.start
        and 0 < quantity.start - mark.end <= _NEXT
        and not scene.quantity_between(mark.end, quantity.start)
        and not scene.has_words(mark.end, quantity.start)
        for mark in scene.tagged("step")
    )


def is_apart(scene: Scene, quantity: Quantity, act: Act) -> bool:
    """Whether a clause of its own says what there is: "will raise it to 5%, this year it is 4%"."""
    copula = max(
        (mark for mark in scene.tagged("auxiliary") if mark.value == "copula" and mark.end <= quantity.start),
        default=None,
    )
    if copula is None or act.noun or quantity.start - copula.end > _NEXT_TO_COPULA:
        return False
    apart = scene.between(act.end, copula.start) if act.end <= copula.start else ()
    return bool(apart) and apart[-1].value in {",", ";"}


def is_restated(scene: Scene, place: int) -> bool:
    """Whether a share tells anew how large the amount before it is: "€4.8 billion, or 5.4% of GDP"."""
    quantity, before = scene.quantities[place], scene.quantities[place - 1]
    if quantity.unit != "% of GDP" or before.kind != "money" or quantity.start - before.end > _RESTATED:
        return False
    return any(before.end <= mark.start < quantity.start for mark in scene.tagged("joiner"))


def claimed_before(scene: Scene, quantity: Quantity) -> bool:
    """Whether a quantity stands in what somebody claims: "claimed that it had lost 900 soldiers"."""
    return any(
        mark.value == "claimed"
        and 0 < quantity.start - mark.end <= _REACH
        and not scene.quantity_between(mark.end, quantity.start)
        for mark in scene.tagged("modal")
    )
