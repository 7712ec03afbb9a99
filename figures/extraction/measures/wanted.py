"""Wanted: what a helping verb says of a quantity whose own verb no table knows: "must deposit €2bn"."""

from __future__ import annotations

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act

_TO_CLAUSE = 24  # from a verb of agreeing to "that"
_WANTED = frozenset({"required", "planned"})
_REACH = 40  # from the helping verb to the quantity
_OPENING = 16  # from the start of a sentence to a noun that only opens it: "With this announcement, "


def led_by_modal(scene: Scene, quantity: Quantity, act: Act | None) -> str:
    """The status that a helping verb gives a quantity over a verb no table knows, "" without one."""
    for mark in reversed(scene.tagged("modal")):
        if mark.end > quantity.start:
            continue
        if mark.value not in _WANTED or quantity.start - mark.end > _REACH:
            return ""
        if mark.value == "planned" and quantity.kind == "count":
            return ""  # "plans to withdraw 700 soldiers": what is done with them is not told
        if (act is not None and act.end > mark.start) or scene.quantity_between(mark.end, quantity.start):
            return ""
        words = scene.has_words(mark.end, quantity.start)
        return mark.value if words and not scene.separated(mark.end, quantity.start) else ""
    return ""


def opens_sentence(scene: Scene, noun: Act) -> bool:
    """Whether a noun stands in the words that lead to a sentence: "With this announcement, aid is €4bn"."""
    led = any(scene.start == mark.start and mark.end < noun.start for mark in scene.tagged("link"))
    comma = noun.end < scene.end and scene.text[noun.end] == ","
    return led and comma and noun.start - scene.start <= _OPENING


def is_agreed_that(scene: Scene, act: Act) -> bool:
    """Whether an act stands in the clause of what was agreed: "agreed in Rome that they will give"."""
    clause = max(
        (m for m in scene.tagged("auxiliary") if m.value == "clause" and m.end <= act.start), default=None
    )
    return clause is not None and any(
        mark.value == "agreed" and 0 < clause.start - mark.end <= _TO_CLAUSE for mark in scene.tagged("modal")
    )
