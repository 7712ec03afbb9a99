"""Recipients: who receives a quantity."""

from __future__ import annotations

import re

from figures.extraction.measures import Matter
from figures.extraction.measures.signs import AID
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.parties.owners import describes, received_by
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.groups import Group
from figures.extraction.scenes.subjects import subject
from figures.extraction.words.party_names import is_country

_SUBJECT, _BY_GRAMMAR, _BY_NAME, _NOT = 3, 2, 1, 0
_NOUN = re.compile(r"[ \xa0]([^\W\d_A-Z]{3,})")
_NEAR_NEED = 26  # from a verb of need over an article and a noun to the party
_MATTERS = frozenset({"measure", "forces", "other_base", "defence", "equipment"})  # "for US weapons"
_NEXT = 3  # from a party to the noun that it owns


def recipient(scene: Scene, quantity: Quantity, act: Act | None, matter: Matter) -> Group | None:
    """The group that receives: the nearest in a receiver's place, behind the number before ahead of it."""
    best: Group | None = None
    least = 10_000
    giving = act is not None and act.role in {"give", "receive", "need"}
    if act is not None and quantity.kind == "count" and _by_enemy(scene, act):
        return None  # "the Russian army fired 700 drones at Ukrainian cities"
    for place, group in enumerate(scene.groups):
        if group.adversary or any(mark.start == group.start for mark in scene.tagged("forces")):
            continue
        sign = _receives(scene, quantity, act, place)
        if not sign:
            continue
        if not giving and matter.measure not in AID and not group.receiver:
            continue
        if not giving and matter.measure == "people" and group.form == "adjective":
            continue  # "keeps 97 instructors to train Ukrainian soldiers"
        if any(item.value == ";" for item in scene.between(quantity.end, group.start)):
            continue  # "€60bn to repair the grid; €26bn for Israel"
        cost = group.start - quantity.end if group.start >= quantity.end else quantity.start - group.end + 10
        if sign == _SUBJECT and not _passes_on(scene, quantity, group):
            return group
        cost += 0 if sign == _BY_GRAMMAR else 300
        if scene.quantity_between(min(group.end, quantity.end), max(group.start, quantity.start)):
            cost += 40
        if cost < least:
            best, least = group, cost
    return best


def _by_enemy(scene: Scene, act: Act) -> bool:
    place = subject(scene, act).group
    return place >= 0 and scene.groups[place].adversary


def needs(scene: Scene, act: Act | None, quantity: Quantity) -> bool:
    """Whether somebody needs a quantity, be it aid or not: "Ukraine needs €90bn for its army"."""
    if act is None or quantity.kind not in {"money", "count"}:
        return False
    if act.role == "need":
        return not act.noun
    return act.role == "level" and any(
        noun.noun and noun.status == "required" and noun.end <= act.start <= quantity.start
        for noun in scene.acts
    )


def _passes_on(scene: Scene, quantity: Quantity, group: Group) -> bool:
    """Whether who gets something gets it for another: "found a way to get 500 shells for Ukraine"."""
    return not group.receiver and any(
        other.receiver and other.link in {"for", "to"} and other.start >= quantity.end
        for other in scene.groups
    )


def _receives(scene: Scene, quantity: Quantity, act: Act | None, place: int) -> int:
    """How surely a group stands in a receiver's place, by the grammar, by its name alone, or not."""
    group = scene.groups[place]
    if act is not None and act.role == "need" and _is_needed_by(scene, quantity, act, group):
        return _SUBJECT
    if (
        group.link == "to"
        and not group.receiver
        and act is not None
        and "required" in {act.status, act.leading}
    ):
        return _NOT  # "asks its allies for"
    if any(quantity.end <= mark.start < group.start for mark in scene.tagged("replace")):
        return _NOT  # "€500m to replace what it has given to Moldova"
    if group.link in {"to", "for", "help"}:
        if not group.receiver and _gives(scene, group):
            return _NOT  # "equal to the US allocation"
        return _BY_GRAMMAR if group.receiver or not _describes_other(scene, group) else _NOT
    if group.link == "by" and received_by(scene, group):
        return _BY_GRAMMAR
    receiver = group.receiver
    if receiver and group.link == "of" and _needs(scene, group):
        return _BY_GRAMMAR
    if (
        receiver
        and describes(scene, group)
        and not (act is None and not group.attributive and not group.link)
    ):
        return _BY_GRAMMAR
    if act is not None:
        asked = act.role == "need" or act.leading == "required"  # "Kyiv asks for the delivery of"
        if (asked or act.role == "receive") and group.end <= act.start:
            found = subject(scene, act)
            borrows = not receiver and not any(other.receiver for other in scene.groups)
            borrows = borrows and any(mark.value == "loan" for mark in scene.tagged("measure"))
            if found.group == place and (act.role == "receive" or receiver or borrows):
                return _SUBJECT if act.role == "receive" and not act.noun else _BY_GRAMMAR
        if act.role == "give":
            if act.passive and group.end <= act.start and act.end <= quantity.start:
                if not scene.separated(group.end, act.start) and subject(scene, act).group == place:
                    return _BY_GRAMMAR
            elif (
                (not group.link or _is_dative(group, act))
                and act.end <= group.start <= act.end + 6
                and group.end <= quantity.start
                and (receiver or not group.attributive)
                and not scene.separated(act.end, group.start)
                and subject(scene, act).group != place
            ):
                return _BY_GRAMMAR
    if quantity.kind == "count" and (act is None or act.role not in {"give", "receive", "need"}):
        return _NOT
    if receiver and group.link not in {"by", "from"}:
        return _BY_NAME if act is None or act.role != "give" or subject(scene, act).group != place else _NOT
    return _NOT


def _is_dative(group: Group, act: Act) -> bool:
    """Whether a form that is genitive and dative alike is the dative: "поставить Польщі 180 танків"."""
    return group.form == "genitive" and group.link == "of" and not act.passive and group.start - act.end == 1


def _is_needed_by(scene: Scene, quantity: Quantity, act: Act, group: Group) -> bool:
    """Whether an impersonal verb says to whom something is needed: "il faut à l'armée belge 500 chars"."""
    led = group.link == "to" or (group.form == "adjective" and not group.link)
    if not led or not act.end < group.start < group.end <= quantity.start:
        return False
    near = group.start - act.end <= _NEAR_NEED and not scene.quantity_between(act.end, group.start)
    return near and subject(scene, act).group < 0


def _gives(scene: Scene, group: Group) -> bool:
    """Whether a group stands before a word of giving, which is its own: "Germany's pledge"."""
    return group.attributive and any(
        (act.noun or act.role == "give") and 0 < act.start - group.end <= _NEXT for act in scene.acts
    )


def _describes_other(scene: Scene, group: Group) -> bool:
    """Whether a party only describes what receives: "for Dutch yards", "for other US operations"."""
    if group.form != "either" or group.possessive:
        organisation = group.possessive and not any(map(is_country, group.names))
        return group.form == "adjective" or organisation  # "to the World Bank's fund"
    word = _NOUN.match(scene.text, group.end)
    if group.link == "help" and word is not None:
        return True  # "to bolster UK munitions"
    return word is not None and all(
        mark.tag in _MATTERS for mark in scene.marks if mark.start == word.start(1)
    )


def _needs(scene: Scene, group: Group) -> bool:
    """Whether a noun of need stands before its party: "the military needs of Ukraine"."""
    return any(
        mark.value == "required" and 0 <= group.start - mark.end <= _NEAR_NEED
        for mark in scene.tagged("state")
    )
