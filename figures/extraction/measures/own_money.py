"""Own money: an amount in the money of a country that aid goes to, with no other giver beside it.

"The government allocated 15 billion hryvnias for the army" is spending of Ukraine itself and no aid;
so is what goes to the forces of a country that no other gives to ("$20bn to India's army").
"""

from __future__ import annotations

from functools import cache

from babel.numbers import get_territory_currencies

from figures.extraction.measures.signs import AID
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.groups import Group
from figures.extraction.words.party_names import is_adversary, is_receiver
from figures.vocabularies import vocabulary

_NEAR = 32  # from a party to what its forces do: "army would then "
_NEXT = 3  # from a party to what is its own: "India's "


def is_own_money(scene: Scene, quantity: Quantity) -> bool:
    """Whether an amount is in a receiver's own money, and nobody else stands beside it who could give it."""
    if quantity.kind not in {"money", "change"} or quantity.unit not in _moneys_of_receivers():
        return False
    return not any(
        not is_receiver(name) and not is_adversary(name) for group in scene.groups for name in group.names
    )


def of_own_forces(scene: Scene, quantity: Quantity) -> Group | None:
    """The country to whose own forces or ministry of defence an amount goes: "$20bn to India's army"."""
    if quantity.kind != "money":
        return None
    for group in scene.groups:
        led = group.link in {"to", "for"} or (not group.link and _receives(scene, group))
        if not led or group.receiver or group.adversary:
            continue
        near = (
            mark.start == group.start or (group.attributive and 0 < mark.start - group.end <= _NEXT)
            for mark in scene.tagged("forces")
        )
        if any(near):
            others = any(not other.link and other.names != group.names for other in scene.groups)
            return None if others else group
    return None


def by_own_forces(scene: Scene, quantity: Quantity, act: Act | None) -> bool:
    """Whether own forces or a ministry of defence spend an amount, and nobody receives it: "The MoD spent £3bn"."""
    if quantity.kind != "money" or act is None or act.noun or act.passive or act.role != "spend":
        return False
    if any(group.receiver for group in scene.groups):
        return False
    return any(
        0 < act.start - mark.end <= _NEAR or 0 < mark.start - act.end <= _NEXT
        for mark in scene.tagged("forces")
    )


def _receives(scene: Scene, group: Group) -> bool:
    """Whether a party's own receive what is told: "The Portuguese army will get"."""
    return any(
        act.role == "receive" and not act.passive and 0 < act.start - group.end <= _NEAR for act in scene.acts
    )


def at_home(measure: str) -> str:
    """The measure of what would be aid if another gave it."""
    if measure not in AID:
        return measure
    return "defence_expenditure" if measure == "military_aid" else ""


@cache
def _moneys_of_receivers() -> frozenset[str]:
    """The codes of the moneys of those whom aid is named after."""
    codes = (term.extra.get("code") for party, term in vocabulary("party").items() if is_receiver(party))
    return frozenset(money for code in codes if code for money in get_territory_currencies(code)[:1])
