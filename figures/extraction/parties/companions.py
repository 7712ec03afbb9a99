"""Companions: who is named beside an amount that "with" leads, before it or behind.

"Norway is the largest donor, with €5bn"; "With 0.7% of GDP, Switzerland stays behind".
"""

from __future__ import annotations

from figures.extraction.parties.owners import Case
from figures.extraction.scenes.groups import Group

_WITH = 30  # from "with" to the number: "with the equivalent of "
_ARTICLE = 5  # from a comma over an article to a party


def accompanied(case: Case) -> Group | None:
    """Who is something "with" so much: "Norway is the largest donor, with €5bn"."""
    scene, start = case.scene, case.quantity.start
    led = [mark for mark in scene.tagged("link") if mark.value == "with" and 0 < start - mark.end <= _WITH]
    if not led or scene.quantity_between(led[-1].end, start):
        return None
    apart = scene.text[led[-1].start - 2] == ","
    donors = [mark for mark in scene.tagged("measure") if mark.value == "support"]
    for group in case.groups:
        if group.link or (group.attributive and group.form != "either") or group.end > led[-1].start:
            continue
        if not apart and not any(group.end < mark.start < led[-1].start for mark in donors):
            continue
        if any(0 < mark.start - group.end <= 2 for mark in scene.tagged("auxiliary")):
            return group
    return None


def told_behind(case: Case) -> Group | None:
    """Who is told behind what it has: "With 0.7% of GDP, Switzerland stays behind"."""
    scene, quantity = case.scene, case.quantity
    if not any(mark.value == "with" and 0 < quantity.start - mark.end <= 2 for mark in scene.tagged("link")):
        return None
    comma = next((item for item in scene.between(quantity.end, scene.end)), None)
    if comma is None or comma.value != "," or scene.quantity_between(quantity.end, comma.end):
        return None
    near = (group for group in case.groups if 0 < group.start - comma.end <= _ARTICLE)
    return next((group for group in near if not group.link and group.form != "adjective"), None)
