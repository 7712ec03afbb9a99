"""By themselves: the party that sets, reaches or asks for a figure of any matter, as the subject of its verb."""

from __future__ import annotations

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.parties.owners import describes
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.groups import Group
from figures.extraction.scenes.subjects import subject

_ITSELF = frozenset({"name", "either", "capital"})
_HELPING = frozenset({"auxiliary", "modal"})
_BEHIND = ("auxiliary", "modal", "give", "spend", "hold", "level")
_OF_BODY = 8  # from a body to the party whose it is: " of the "
_LONGEST_NAME = 4  # words
_TO_BODY = 3  # from a party to its body: "'s "
_POSSESSED = 14  # from a party to what is its own: "Hungary's defence "


def by_itself(scene: Scene, quantity: Quantity, act: Act) -> tuple[str, ...]:
    """A party that sets or reaches a figure of any matter: "The ECB cut its rate", "Germany will reach"."""
    found = subject(scene, act)
    if found.group < 0:
        return ()
    group = scene.groups[found.group]
    if group.attributive and not (group.link or group.adversary) and _is_portion(scene, group, act):
        return group.names  # "Canada's share has tripled"
    if group.possessive and not (group.link or group.adversary) and _through_body(scene, group, act):
        return group.names  # "Taiwan's parliament cut the budget"
    led = group.link and not (group.link == "of" and act.role == "hold" and _is_body(scene, group))
    plain = not led and not group.possessive and group.form in _ITSELF
    if quantity.kind == "share" and group.attributive and not group.adversary and describes(scene, group):
        return group.names  # "US military spending …, accounting for 40%"
    if group.form == "adjective" and not group.link and group.start > quantity.end and group.end > act.end:
        return group.names  # "We will reach 5%, the Estonian prime minister said"
    enemy = group.adversary and any(other.receiver for other in scene.groups)
    return group.names if plain and not enemy and not _described(scene, group, act) else ()


def _is_portion(scene: Scene, group: Group, act: Act) -> bool:
    """Whether what a party pays for or asks for stands directly behind it: "the U.S. request would be"."""
    if "balance" in scene.tags or "growth" in scene.tags:
        return False
    return any(
        0 < mark.start - group.end <= _POSSESSED and mark.end <= act.start for mark in scene.tagged("portion")
    )


def asking(scene: Scene, act: Act) -> tuple[str, ...]:
    """Whose request is told of: "the U.S. request for 2025 would be 0.9% lower"."""
    if not any(mark.start == act.start for mark in scene.tagged("portion")):
        return ()
    whose = (group for group in scene.groups if group.attributive and 0 < act.start - group.end <= _POSSESSED)
    return next((group.names for group in whose if not group.link), ())


def _is_official(scene: Scene, group: Group, act: Act) -> bool:
    """Whether an office stands for its country, with its holder's name behind it: "Defence Minister Ana Sousa"."""
    if not any(mark.start == group.start and mark.value == "public" for mark in scene.tagged("agent")):
        return False
    helping = next(
        (mark.start for tag in _HELPING for mark in scene.tagged(tag) if group.end < mark.start < act.start),
        act.start,
    )
    name = scene.text[group.end : helping].split()
    return 0 < len(name) <= _LONGEST_NAME and all(word.isalpha() and word[0].isupper() for word in name)


def _through_body(scene: Scene, group: Group, act: Act) -> bool:
    """Whether a body of a state stands between the party whose it is and its verb."""
    return any(
        mark.value == "public"
        and 0 < mark.start - group.end <= _TO_BODY
        and mark.end <= act.start
        and not scene.has_words(mark.end, act.start)
        for mark in scene.tagged("agent")
    )


def _is_body(scene: Scene, group: Group) -> bool:
    """Whether a body of the state stands before the party whose it is: "the health ministry of Peru"."""
    return any(
        mark.value == "public" and 0 < group.start - mark.end <= _OF_BODY for mark in scene.tagged("agent")
    )


def _described(scene: Scene, group: Group, act: Act) -> bool:
    """Whether the words behind a party make it the adjective of something else: "EU inflation rose"."""
    if any(mark.start - group.end == 1 for tag in _BEHIND for mark in scene.tagged(tag)):
        return False  # "The government is also raising"
    if _is_official(scene, group, act):
        return False
    return scene.has_words(group.end, act.start) or any(
        group.end <= mark.start < act.start
        and mark.tag not in _HELPING
        and not (mark.value == "to" and act.start - mark.end == 1)
        for mark in scene.marks
    )
