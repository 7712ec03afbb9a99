"""Sole parties: the one party of a sentence that could have given or spent what it tells of.

"Drawdowns of US arms, including howitzers, worth €2bn": where nobody else is named, whoever stands beside the aid
gave it.
"""

from __future__ import annotations

from figures.extraction.measures.signs import AID
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.words.party_names import is_alliance, is_receiver

_ASIDE = frozenset({"to", "for", "against", "help", "with", "example"})
_SPENDING = "defence_"


def sole_party(scene: Scene, measure: str, act: Act | None) -> tuple[str, ...]:
    """The names of the parties that could act, () where they are none, or not the same everywhere."""
    if not _may_be_of(scene, measure, act):
        return ()
    named = {
        group.names
        for group in scene.groups
        if not (group.receiver or group.adversary or group.link in _ASIDE)
        and not (group.link == "in" and (group.form == "capital" or not measure))
    }
    return named.pop() if len(named) == 1 else ()


def is_of_home(scene: Scene, quantity: Quantity, measure: str, act: Act | None, home: str) -> bool:
    """Whether spending of which nobody is named is that of the country that the whole text is about."""
    if act is not None and act.role == "receive":
        return False
    if act is not None and act.role == "need":
        return False
    if is_receiver(home) and not measure.startswith(_SPENDING):
        return False  # it gives no aid
    told = measure.startswith(_SPENDING) or measure in AID
    if not (told or (not measure and quantity.kind == "money")):
        return False
    if any(mark.value == "private" for mark in scene.tagged("agent")):
        return False
    return all(
        group.names == (home,)
        or group.receiver
        or group.adversary
        or group.link in _ASIDE
        or (all(map(is_alliance, group.names)) and not group.possessive)
        for group in scene.groups
    )


def _may_be_of(scene: Scene, measure: str, act: Act | None) -> bool:
    """Whether what is measured may be of the only party named: aid that is not asked for, or spending."""
    if act is not None and act.role in {"need", "receive"}:
        return False
    if measure in AID:
        return True
    if measure == "equipment":
        return act is not None and act.role == "give"
    own = not measure or measure.startswith(_SPENDING)
    return own and not any(group.adversary for group in scene.groups)
