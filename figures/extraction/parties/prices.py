"""Prices: who pays for its own arms: "Canada's 88 fighters will now cost", "the boats will cost Portugal €2bn"."""

from __future__ import annotations

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene
from figures.extraction.scenes.groups import Group
from figures.extraction.words.marks import Mark

_NEAR_ARMS = 24  # from a party to its arms: "'s planned fleet of "
_NEXT = 3  # from the verb to who pays
_TO_PRICE = 26  # "a further ", "more than an estimated "
_NEAR_VERB = 10  # "They will "
_REACH = 60  # from the verb to the price


def paid_by(scene: Scene, quantity: Quantity) -> tuple[str, ...]:
    """Who pays a price in money for arms that the sentence names, () where it names none or no price."""
    prices = scene.tagged("cost")
    if not prices or quantity.kind != "money":
        return ()
    cost = next((mark for mark in reversed(prices) if 0 < quantity.start - mark.end <= _REACH), None)
    if cost is None or scene.quantity_between(cost.end, quantity.start):
        return ()
    for group in scene.groups:
        if _owns_arms(scene, group) and group.end <= cost.start:
            return group.names
        near = 0 < group.start - cost.end <= _NEXT and 0 < quantity.start - group.end <= _TO_PRICE
        if near and not group.possessive and (_names_arms(scene) or _ordered_before(scene, cost)):
            return group.names
    return ()


def _owns_arms(scene: Scene, group: Group) -> bool:
    """Whether a party's own arms follow it directly, with a number or without."""
    if not group.possessive or group.link or group.adversary:
        return False
    near = range(group.end, group.end + _NEAR_ARMS)
    arms = (mark.start for mark in scene.tagged("measure") if mark.value == "arms")
    counted = (item.start for item in scene.quantities if item.kind == "count")
    return any(start in near for start in (*arms, *counted))


def _names_arms(scene: Scene) -> bool:
    """Whether arms are named or counted."""
    arms = any(mark.value == "arms" for mark in scene.tagged("measure"))
    return arms or any(item.kind == "count" for item in scene.quantities)


def _ordered_before(scene: Scene, cost: Mark) -> bool:
    """Whether "they" or "it" costs what the sentence before was about: arms that were bought."""
    if not any(
        mark.value == "third" and 0 < cost.start - mark.end <= _NEAR_VERB for mark in scene.tagged("pronoun")
    ):
        return False
    return any(
        mark.value == "arms" or (mark.tag == "spend" and mark.value == "committed") for mark in scene.before
    )
