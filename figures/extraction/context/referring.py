"""Referring: whether a sentence opens with a word for what was told before: "It reached €343 billion"."""

from __future__ import annotations

from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act

_NEAR = 9  # from the word to its verb: "It now ", "This also "
_LEAD = 16  # before an amount that opens a sentence: "At €5 billion, it is"
_VERBS = frozenset({"level", "hold", "auxiliary", "modal", "part", "link", "follow"})
_ROLES = frozenset({"level", "hold", "state"})
_BASES = frozenset({"other_base", "growth"})


def refers(scene: Scene, act: Act | None) -> bool:
    """Whether a sentence opens with such a word and a verb of being or becoming, which governs an amount."""
    if not _opens(scene) or not _BASES.isdisjoint(scene.tags):
        return False
    return act is None or act.role in _ROLES


def _opens(scene: Scene) -> bool:
    first = scene.quantities[0]
    for mark in scene.tagged("anaphor"):
        led = first.start - scene.start <= _LEAD and mark.start - first.end == len(", ")
        if mark.start - scene.start > 1 and not led:
            return False
        # "Це втричі більше": a pronoun that is the verb of being too.
        return any(
            (0 < other.start - mark.end <= _NEAR and other.tag in _VERBS)
            or (other.start == mark.start and other.tag == "auxiliary")
            for other in scene.marks
        )
    return False
