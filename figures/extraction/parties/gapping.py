"""Gapping: the second of two clauses that share one verb: "Norway accounted for 38% and Sweden for 13%"."""

from __future__ import annotations

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.governors import verb_before
from figures.extraction.scenes.groups import Group

_LONGEST = 30  # from the second subject to its number: " for an estimated "
_JOINED = 2  # from an "and" or a comma to the second subject
_LITTLE = frozenset({"link", "bound", "article", "step", "state", "distribution"})
_LEADS = frozenset({"for", "at", "with", "in", "of", "to"})


def gapped(scene: Scene, quantity: Quantity, act: Act | None) -> Group | None:
    """The party of a second clause without a verb of its own; None where the quantity stands in none."""
    if act is not None and act.noun:
        act = verb_before(scene, act)  # "for an estimated 13%"
    if act is None or act.passive:
        return None
    receives = act.role == "receive"
    for group in scene.groups:
        if not (act.end < group.start and 0 < quantity.start - group.end <= _LONGEST):
            continue
        end = _body_behind(scene, group) if group.form == "adjective" else group.end
        if group.link or group.possessive or end < 0:
            continue
        if group.receiver and not receives:
            continue
        if not scene.quantity_between(act.end, group.start) or not _joined(scene, group):
            continue
        if not any(
            other.kind == quantity.kind
            and other.unit == quantity.unit
            and act.end <= other.start < group.start
            for other in scene.quantities
        ):
            continue
        if not any(before.end <= act.start and (receives or not before.receiver) for before in scene.groups):
            continue
        if _only_little(scene, end, quantity.start):
            return group
    return None


def _body_behind(scene: Scene, group: Group) -> int:
    """Where the body ends that an adjective describes, -1 where none stands there: "its British counterpart"."""
    bodies = (
        mark for mark in scene.tagged("agent") if mark.value == "public" and mark.start - group.end == 1
    )
    return max((mark.end for mark in bodies), default=-1)


def _joined(scene: Scene, group: Group) -> bool:
    """Whether an "and", a "while" or a comma stands before a party, over an article at most."""
    start = group.start
    for mark in scene.tagged("article"):
        if 0 < start - mark.end <= _JOINED:
            start = mark.start
    if scene.text[start - 2 : start] in {", ", "; "}:
        return True
    joiners = (*scene.tagged("joiner"), *scene.tagged("break"), *scene.tagged("clause"))
    return any(0 < start - mark.end <= _JOINED for mark in joiners)


def _only_little(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing but little words leads from a party to its number."""
    if scene.separated(start, end) or scene.has_words(start, end):
        return False
    return all(
        mark.tag in _LITTLE and (mark.tag != "link" or mark.value in _LEADS)
        for mark in scene.marks
        if mark.start >= start and mark.end <= end
    )
