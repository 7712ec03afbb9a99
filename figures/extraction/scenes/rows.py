"""Rows of tables turned to text: the party in the first cell is whose all amounts of its row are."""

from __future__ import annotations

from figures.extraction.scenes import Scene
from figures.extraction.scenes.groups import Group

_CELLS = ("\t", " | ", " \t")
_SIGNS = " |*\u2022\u2013-"
_DASHES = (" \u2013 ", " \u2014 ", " - ")


def is_row(scene: Scene) -> bool:
    r"""Whether a sentence is a row that begins with a party: "Norway\t€2bn\t0.4%"."""
    return bool(scene.groups) and opens_row(scene, scene.groups[0])


def opens_item(scene: Scene, group: Group) -> bool:
    """Whether a party alone stands before the dash of an item: "Norway – budget €2bn"."""
    if not scene.text.startswith(_DASHES, group.end) or group.form not in {"name", "either"}:
        return False
    line = max(scene.start, scene.text.rfind("\n", scene.start, group.start) + 1)
    return not scene.text[line : group.start].strip(_SIGNS)


def opens_row(scene: Scene, group: Group) -> bool:
    """Whether a party alone fills the first cell of a row."""
    text = scene.text
    line = max(scene.start, text.rfind("\n", scene.start, group.start) + 1)
    return not text[line : group.start].strip(" |") and text.startswith(_CELLS, group.end)
