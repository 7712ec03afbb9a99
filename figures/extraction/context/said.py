"""Said: what a sentence with figures said, with which later ones may go on."""

from __future__ import annotations

from typing import NamedTuple

from figures.extraction.context.going_on import is_listed, kind_of
from figures.extraction.measures import Matter
from figures.extraction.measures.signs import AID
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.groups import Group
from figures.extraction.scenes.rows import is_row
from figures.extraction.sentences import Sentence

_PART = 9  # "Also included are "
_ASIDE = frozenset({"of", "by", "from", "against"})


class Said(NamedTuple):
    """What a sentence with figures said: whose it was, for whom, and of what."""

    sentence: Sentence
    actors: tuple[str, ...]
    recipient: str
    measure: str
    status: str = ""


def as_listed(matter: Matter, quantity: Quantity, said: Said) -> Matter:
    """What an amount in a list is about that its introduction calls one of defence spending."""
    spent = said.measure == "defence_expenditure" and quantity.kind == "money" and not matter.measure
    return matter._replace(measure=said.measure) if spent else matter


def in_state(matter: Matter, said: Said) -> Matter:
    """What an item of a list is about, in the state that its introduction tells where it tells none."""
    same = said.status and matter.measure and not matter.status and same_kind(said, matter)
    return matter._replace(status=said.status) if same else matter


def is_received(scene: Scene, place: int, matter: Matter, act: Act | None) -> bool:
    """Whether what is told goes to whom the text spoke of: aid, or what is given to one who receives."""
    if any(group.adversary and not _is_aside(group) for group in scene.groups):
        return False
    if matter.measure in AID or is_row(scene):
        return True
    quantity = scene.quantities[place]
    if act is None and any(0 < quantity.start - mark.end <= _PART for mark in scene.tagged("part")):
        return matter.measure == "equipment" and quantity.kind == "count"
    given = (act is not None and act.role == "give") or is_listed(scene, quantity)
    return given and matter.measure == "equipment" and quantity.kind == "count"


def _is_aside(group: Group) -> bool:
    """Whether a group neither does anything nor gets something: "since Russia's invasion"."""
    return group.possessive or group.form == "adjective" or group.link in _ASIDE


def same_kind(said: Said, matter: Matter) -> bool:
    """Whether both are about aid, or both about spending, or one of them tells no measure."""
    return not said.measure or not matter.measure or kind_of(said.measure) == kind_of(matter.measure)
