"""Framed clauses: the subject beside the helping verb of a verb that ends its clause.

"2022 hat Deutschland dem Land nach Angaben des Ministeriums 5 Milliarden zugesagt": between helping
verb and last verb stands all the rest, which parts neither of them from the subject.
"""

from __future__ import annotations

from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act

_HELPING = ("auxiliary", "modal")
_LONGEST_FRAME = 260
_NEXT = 1  # from the helping verb to the party, over an article or not
_STANDING = frozenset({"name", "capital", "either"})


def is_object(scene: Scene, place: int, act: Act) -> bool:
    """Whether a receiver stands behind the helping verb of giving and somebody else before it.

    "Sein Land werde Kiew 2 Milliarden überweisen"
    """
    group = scene.groups[place]
    if not (act.final and act.role == "give" and group.receiver) or act.passive:
        return False
    helping = next(
        (mark for tag in _HELPING for mark in scene.tagged(tag) if mark.end == group.start - _NEXT), None
    )
    if helping is None:
        return False
    begin = max((item.end for item in scene.between(scene.start, helping.start)), default=scene.start)
    articles = [mark for mark in scene.tagged("article") if begin <= mark.start < helping.start]
    led = any(begin <= mark.start < helping.start for mark in scene.tagged("link"))
    return bool(articles) and not led


def framed(scene: Scene, act: Act) -> int:
    """The place of the group beside the helping verb of a last verb, -1 where there is none."""
    if not act.final or act.noun or act.passive:
        return -1
    since = max((other.end for other in scene.acts if other.final and other.end <= act.start), default=0)
    helping = max(
        (
            mark
            for tag in _HELPING
            for mark in scene.tagged(tag)
            if since <= mark.start < act.start and mark.value not in {"negated", "claimed"}
        ),
        default=None,
    )
    if helping is None or act.start - helping.end > _LONGEST_FRAME:
        return -1
    if any(item.value == ";" for item in scene.between(helping.end, act.start)):
        return -1
    begin = helping.end + _NEXT
    articles = {mark.start: mark.end for mark in scene.tagged("article")}
    starts = {begin, articles.get(begin, begin) + _NEXT}
    for place, group in enumerate(scene.groups):
        if group.receiver and act.role == "give":
            continue  # "hat die Ukraine mit 5 Milliarden unterstützt"
        stands = not group.link and not group.possessive and group.form in _STANDING
        if stands and group.end == helping.start - _NEXT:
            return place  # "Norwegen will laut Angaben aus Oslo 5 Panzer liefern"
        if stands and group.start in starts and not scene.has_words(begin, group.start):
            return place
    return -1
