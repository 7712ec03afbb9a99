"""Antecedents: the party that a relative pronoun stands for: "… of India, which spent €2bn"."""

from __future__ import annotations

from figures.extraction.scenes import Item, Scene


def antecedent(scene: Scene, relative: Item) -> int:
    """The place of the party that a relative pronoun follows behind a comma, -1 without one."""
    if any(mark.start == relative.start and mark.value == "clause" for mark in scene.tagged("auxiliary")):
        return -1  # "they agreed in Rome that"
    for place, group in enumerate(scene.groups):
        if scene.text[group.end : relative.start] == ", " and group.form != "adjective":
            return place
    return -1
