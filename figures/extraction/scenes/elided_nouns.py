"""Elided nouns: a party whose noun was said before and is only taken up by an article: "el de Rusia"."""

from __future__ import annotations

from figures.extraction.scenes import Scene
from figures.extraction.scenes.groups import Group


def stands_for_noun(scene: Scene, group: Group) -> bool:
    """Whether only an article stands before the "of" that leads a party."""
    link = next((mark for mark in scene.tagged("link") if 0 < group.start - mark.end <= 1), None)
    return link is not None and any(0 < link.start - mark.end <= 1 for mark in scene.tagged("article"))
