"""Bases: what a percentage or amount is told of that is no spending of its own: a budget, an economy."""

from __future__ import annotations

from figures.extraction.measures.signs import AID
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene
from figures.extraction.words.marks import Mark

_SPENDING = "defence_expenditure"
_TOLD = frozenset({"balance", "defence", "core_defence", "related_defence", _SPENDING})
_OPENING = 12  # "Of the new "
_NEXT = 34  # from "GDP" to the amount that it is: "GDP at the time was about "
_SHARE = 24  # from a percentage to what it is of: "2.1% of its annual "
_LEADING = frozenset(
    {"link", "auxiliary", "level", "step", "bound", "modal", "article", "move", "hold", "rise", "fall"}
)
_FORESEEN = frozenset({"forecast", "estimated"})


def share_of_spending(scene: Scene, of: Mark) -> str:
    """The measure of a share of defence spending: that of equipment where it is for that, else spending."""
    if of.value != _SPENDING:
        return ""
    return "equipment_share" if "equipment" in scene.tags else _SPENDING


def of_opening(scene: Scene) -> str:
    """The aid that a sentence opens with as the whole of its amounts: "Of the military aid, €2m is for fuel"."""
    if not any(mark.start == scene.start and mark.value == "of" for mark in scene.tagged("link")):
        return ""
    told = (mark for mark in scene.tagged("measure") if mark.start - scene.start <= _OPENING)
    return next((mark.value for mark in told if mark.value in AID), "")


def of_balance(scene: Scene, quantity: Quantity) -> bool:
    """Whether a share of output is that of a deficit or debt: "defence spending rose, and debt is 90% of GDP"."""
    last = None
    for mark in (*scene.tagged("balance"), *scene.tagged("measure")):
        if mark.end <= quantity.start and mark.value in _TOLD and (last is None or mark.end > last.end):
            last = mark
    return last is not None and last.tag == "balance"


def is_gdp(scene: Scene, quantity: Quantity) -> bool:
    """Whether an amount is what an economy produces: "with GDP at €31 billion"."""
    for mark in scene.tagged("gdp"):
        if not 0 < quantity.start - mark.end <= _NEXT or scene.separated(mark.end, quantity.start):
            continue
        if any(0 < mark.start - other.end <= _SHARE for other in scene.quantities if other.kind == "share"):
            continue  # "2% of GDP or €5bn"
        between = [other for other in scene.marks if mark.end <= other.start and other.end <= quantity.start]
        if all(other.tag in _LEADING or other.value in _FORESEEN for other in between):
            return not scene.has_words(mark.end, quantity.start)
    return False
