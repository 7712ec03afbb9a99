"""Pronouns: what a subject that is no name stands for."""

from __future__ import annotations

from figures.extraction.scenes import ACT, BREAK, COMMA, GROUP, PRONOUN, Item, Scene, Subject


def by_pronoun(scene: Scene, item: Item) -> Subject:
    """What a pronoun stands for: the last plain party before it in the sentence, if any."""
    if item.value == "first":
        return _we(scene)
    if item.value != "third":
        return Subject(-1, "other")
    for earlier in reversed(scene.items):
        if earlier.start < item.start and earlier.sort == GROUP and not scene.groups[earlier.place].link:
            return Subject(earlier.place, "")
    return Subject(-1, "pronoun")


def _we(scene: Scene) -> Subject:
    """Who "we" are where the sentence says it: "…, the Dutch defence ministry said"."""
    for report in scene.items:
        if report.sort != BREAK or report.value != "report":
            continue
        for item in reversed(scene.items):
            if item.end <= report.start and item.sort in {COMMA, ACT, PRONOUN}:
                break
            if item.end <= report.start and item.sort == GROUP:
                group = scene.groups[item.place]
                if not group.link and (group.possessive or group.form == "adjective"):
                    return Subject(item.place, "")
    return Subject(-1, "other")
