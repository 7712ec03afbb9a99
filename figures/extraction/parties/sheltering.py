"""Sheltering: the country in which people live or serve: "1.2 million refugees live in Germany"."""

from __future__ import annotations

from figures.extraction.parties.owners import Case
from figures.extraction.scenes.groups import Group

_PEOPLE = "people"


def sheltering(case: Case) -> Group | None:
    """The party that has the people who are counted, where a verb says that they live or serve in it."""
    scene = case.scene
    if case.matter.measure != _PEOPLE or "shelter" not in scene.tags:
        return None
    led = [group for group in case.groups if group.link == "in" and not group.adversary]
    return led[0] if len(led) == 1 and not scene.quantity_between(scene.start, case.quantity.start) else None
