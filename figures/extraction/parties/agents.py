"""Agents: who does what a passive tells.

"Was pledged by Germany" names the agent; "was sent from Germany" does where something is given. "The
parliament approved a bill by which 5 billion is set aside" leaves it to who does what its clause hangs on.
"""

from __future__ import annotations

from collections.abc import Sequence

from figures.extraction.scenes import RELATIVE, Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.groups import Group
from figures.extraction.scenes.subjects import subject

_NEXT_TO_VERB = 26  # from a verb to whom it comes from: " from the government of "
_CLAUSE = 150  # from the word that opens a clause to its verb
_OPENS = frozenset({":", "\u2013", "\u2014"})
_PASSES_ON = frozenset({"give", "spend"})


def agent(scene: Scene, groups: Sequence[Group], act: Act) -> Group | None:
    """The one of `groups` that does what a passive tells, None where none of them is said to."""
    agents = [group for group in groups if group.link == "by"]
    if agents:
        return next((group for group in agents if group.start >= act.end), agents[0])
    return _source(scene, groups, act) or _of_leader(scene, groups, act)


def _source(scene: Scene, groups: Sequence[Group], act: Act) -> Group | None:
    """From whom something is given, directly behind the verb: "was handed over from Japan"."""
    if act.role != "give":
        return None
    for group in groups:
        if group.link == "from" and 0 < group.start - act.end <= _NEXT_TO_VERB:
            return None if scene.separated(act.end, group.start) else group
    return None


def _of_leader(scene: Scene, groups: Sequence[Group], act: Act) -> Group | None:
    """Who does what the clause of a passive hangs on: "approved a bill by which 5 billion is set aside"."""
    opening = next(
        (
            item
            for item in reversed(scene.between(max(scene.start, act.start - _CLAUSE), act.start))
            if item.sort == RELATIVE or item.value in _OPENS
        ),
        None,
    )
    if opening is None or any(opening.end <= group.start < act.start and not group.link for group in groups):
        return None
    leader = next((other for other in reversed(scene.acts) if other.end <= opening.start), None)
    if leader is None or leader.noun or leader.passive or leader.role not in _PASSES_ON:
        return None
    if any(item.sort == RELATIVE for item in scene.between(scene.start, leader.start)):
        return None  # "an initiative under which the US supplies arms and for which 2 billion is set aside"
    found = subject(scene, leader)
    return next((group for group in groups if found.group >= 0 and scene.groups[found.group] is group), None)
