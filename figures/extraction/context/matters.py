"""Matters: what the quantities of a sentence measure that goes on with what was told before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from figures.extraction.context.going_on import goes_on
from figures.extraction.context.referring import refers
from figures.extraction.context.said import Said
from figures.extraction.measures import Matter
from figures.extraction.measures.own_money import at_home, is_own_money
from figures.extraction.measures.signs import AID, is_for_arms
from figures.extraction.measures.statuses import status_of
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.governors import governors

_OF_OTHERS = ("other_base", "gdp", "growth", "measure")
_MOVED = frozenset({"change", "multiple"})
_NEXT = 4  # from a sentence to the one behind it
_LIST_GAP = 60  # between the shares of one whole: "31% for pay and only "


def carried_on(
    scene: Scene,
    matters: Sequence[Matter],
    said: Said,
    others: Callable[[], bool],
    official: Callable[[Act | None], bool],
) -> list[Matter]:
    """The matters of a scene, those without a measure with that of what was `said` before.

    `others` tells whether the sentence names somebody else than was said, `official` whether a person who
    acts for a party does what an act tells.
    """
    if not any(_may_lean(matter, said) for matter in matters):
        return list(matters)
    other = others()
    found: list[Matter] = []
    for place, (matter, act) in enumerate(zip(matters, governors(scene), strict=True)):
        quantity = scene.quantities[place]
        if not matter.measure:
            back = scene.start - said.sentence.end <= _NEXT and refers(scene, act)
            measure = goes_on(
                scene,
                quantity,
                act,
                said.measure,
                bool(said.recipient),
                other,
                back,
                other and official(act),
            )
            measure = measure or _as_before(scene, place, found)
            if measure == "total_aid" and is_for_arms(scene, quantity):
                measure = "military_aid"  # "…, of which €13bn for new weapons"
            if is_own_money(scene, quantity):
                measure = at_home(measure)
            if measure:
                status = matter.status
                if not status and quantity.kind not in _MOVED:
                    status = status_of(scene, quantity, act, measure)
                matter = matter._replace(measure=measure, status=status)
        elif _may_lean(matter, said) and quantity.kind == "money" and _is_same_aid(scene, said):
            matter = matter._replace(measure=said.measure)
        found.append(matter)
    return found


def _may_lean(matter: Matter, said: Said) -> bool:
    """Whether no measure is told, or aid of some sort where the text spoke of one sort."""
    return not matter.measure or (matter.measure == "total_aid" and said.measure in AID - {"total_aid"})


def _is_same_aid(scene: Scene, said: Said) -> bool:
    """Whether aid of which the sort is not told is that of which the text spoke: "the package for Kyiv"."""
    words = scene.tagged("measure")
    if any(mark.value != "support" for mark in words):
        return False
    parcels = {mark.start for mark in scene.tagged("parcel")}
    if words:
        return all(mark.start in parcels for mark in words)
    return said.measure == "loan"


def _as_before(scene: Scene, place: int, found: Sequence[Matter]) -> str:
    """The measure of the share before in a list of shares: "35% of it is for pay, 31% for cyber security"."""
    quantity = scene.quantities[place]
    if place == 0 or quantity.kind != "share" or quantity.unit != "%":
        return ""
    before = scene.quantities[place - 1]
    for mark in scene.tagged("break"):
        if mark.value == "comparison" and 0 < quantity.start - mark.end <= 1 and before.unit == quantity.unit:
            return found[-1].measure  # "64% of it, down from 68%"
    if before.kind != "share" or before.unit != "%" or quantity.start - before.end > _LIST_GAP:
        return ""
    behind = (mark for tag in _OF_OTHERS for mark in scene.tagged(tag))
    return "" if any(before.end <= mark.start < quantity.start for mark in behind) else found[-1].measure
