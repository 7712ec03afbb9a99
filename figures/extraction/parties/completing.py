"""Completing: the parties of a quantity that names none, from another of its sentence that it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from figures.extraction.measures import Matter
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.parties.sides import Parties
from figures.extraction.scenes import Scene

_TO_LEVEL = 60  # " in 2026, down from "
_NEXT = 18  # from "from" to the level: " more than a mere "
_TO_HANGING = 16  # from a count to what hangs on it: ", more than about "
_OF_ALLIES = "allies_at_guideline"


def completed(scene: Scene, matters: Sequence[Matter], found: list[Parties]) -> list[Parties]:
    """The parties of each quantity of a scene with those of its whole, or of what it is compared with."""
    return _of_wholes(scene, matters, _compared(scene, found))


def hangs_on(scene: Scene, place: int) -> bool:
    """Whether a change or share hangs on the count before it: "4,300 soldiers, 11 per cent fewer than in 2021"."""
    quantity, before = scene.quantities[place], scene.quantities[place - 1]
    if before.kind != "count" or quantity.kind not in {"change", "share"}:
        return False
    near = scene.text.startswith(", ", before.end) and quantity.start - before.end <= _TO_HANGING
    return near and not scene.has_words(before.end, quantity.start)


def _compared(scene: Scene, found: list[Parties]) -> list[Parties]:
    """The parties with those of a level for the one that it is compared with: "€12bn, down from €13bn"."""
    for place in range(1, len(found)):
        quantity, before = scene.quantities[place], scene.quantities[place - 1]
        alike = quantity.unit == before.unit or (
            before.relation == "same_amount" and quantity.kind == before.kind
        )
        if found[place].actors or found[place - 1].each or not alike:
            continue
        left, right = before.end, quantity.start
        if right - left > _TO_LEVEL or any(left < group.start < right for group in scene.groups):
            continue
        if any(
            0 < right - mark.end <= _NEXT and left < mark.start and mark.value == "from"
            for mark in scene.tagged("step")
        ):
            found[place] = found[place]._replace(actors=found[place - 1].actors)
    return found


def _of_wholes(scene: Scene, matters: Sequence[Matter], found: list[Parties]) -> list[Parties]:
    """The parties with those of the whole for a share of it that names none: "…, two thirds of it in arms"."""
    for place, quantity in enumerate(scene.quantities):
        side = found[place]
        if (
            place
            and not side.actors
            and _OF_ALLIES in (matters[place - 1].measure, matters[0].measure)
            and of_them(scene, quantity)
        ):
            found[place] = found[0]  # "22 allies spent 2%, and half of them"
        if quantity.relation != "share_of" or (side.actors and side.recipient):
            continue
        for other, whole in zip(scene.quantities, found, strict=True):
            if other is quantity.related and not (whole.each or set(side.actors) & {whole.recipient}):
                found[place] = Parties(side.actors or whole.actors, False, side.recipient or whole.recipient)
    return found


def of_them(scene: Scene, quantity: Quantity) -> bool:
    """Whether it is a share of what was told before: "half of them"."""
    return quantity.kind == "share" and any(
        0 <= mark.start - quantity.end <= 1 for mark in scene.tagged("whole")
    )
