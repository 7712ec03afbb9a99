"""Pronouns: what a subject that is no name stands for."""

from __future__ import annotations

from typing import NamedTuple

from figures.extraction.scenes import ACT, BREAK, COMMA, GROUP, PRONOUN, Item, Scene


class Subject(NamedTuple):
    """The subject of an act: a group by its place, or why there is none.

    `why` is "" with a group, "pronoun" for one that stands for a party named before, "none" where
    nothing stands there, "other" for a subject that is no party.
    """

    group: int
    why: str


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
