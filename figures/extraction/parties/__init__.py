"""Parties: who gives, spends or sets a quantity, and who receives it."""

from __future__ import annotations

from collections.abc import Sequence

from figures.extraction.measures import RECEIVABLE, Matter, of_programme
from figures.extraction.measures.own_money import is_own_money, of_own_forces
from figures.extraction.measures.untold import is_part_of_spending
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.parties.actors import actor, labelled
from figures.extraction.parties.beside import next_or_portion, owner_of_whole, ranked_beside
from figures.extraction.parties.by_themselves import asking, by_itself
from figures.extraction.parties.completing import completed, of_them
from figures.extraction.parties.gapping import gapped
from figures.extraction.parties.prices import paid_by
from figures.extraction.parties.recipients import needs, recipient
from figures.extraction.parties.sides import NOBODY, Parties
from figures.extraction.scenes import BREAK, Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.governors import governors, verb_before
from figures.extraction.scenes.groups import Group
from figures.extraction.scenes.subjects import subject
from figures.extraction.words.party_names import PARTY, is_adversary, is_receiver

_TRANSFERS = frozenset({"give", "receive", "need", "spend"})
_GIVEN = frozenset({"money", "count"})
_UNDERTAKEN = frozenset({"pledged", "committed", "allocated", "delivered"})
_TO_LACK = 24  # " is put at around "
_LEVELS = frozenset({"share", "change"})
_OWNED = frozenset({"target", "budgeted"})  # "has a budget of", "met the goal of"
_LABELLED = frozenset({"money", "share", "change"})


def assign(scene: Scene, matters: Sequence[Matter]) -> list[Parties]:
    """The parties of each quantity of a scene; `matters` are their measures, in the same order."""
    if not scene.is_prose or not (scene.groups or scene.before):
        return [NOBODY for _ in scene.quantities]
    found: list[Parties] = []
    for place, (matter, act) in enumerate(zip(matters, governors(scene), strict=True)):
        quantity = scene.quantities[place]
        if quantity.relation == "same_amount" and place and quantity.related is scene.quantities[place - 1]:
            found.append(found[-1])  # "€500 million ($540 million)"
        elif (second := gapped(scene, quantity, act)) is not None:
            found.append(_second(act, second, found[-1] if found else NOBODY))
        elif place and (beside := ranked_beside(scene, quantity)) is not None:
            found.append(Parties(beside.names, False, found[-1].recipient))
        elif is_part_of_spending(quantity, matter.measure) and (names := _accounting(scene, quantity, act)):
            found.append(Parties(names, False, ""))
        elif not matter.measure and (payers := paid_by(scene, quantity)):
            found.append(Parties(payers, False, ""))
        elif matter.measure or (
            act is not None
            and quantity.kind in _GIVEN
            and (act.role in _TRANSFERS or (act.noun and act.status in _UNDERTAKEN))
        ):
            found.append(_parties(scene, place, act, matter, found[-1] if found else NOBODY))
        elif quantity.relation == "change_of" and place and _is_beside(scene, place):
            found.append(found[-1]._replace(recipient=""))  # "€520 billion, 3.5% more than in 2025"
        elif (
            quantity.kind in _LABELLED
            and (label := labelled(scene, quantity)) is not None
            and (label.link != "in" or place == 0 or found[-1].actors)  # "In Peru 38% agree, in Chile 22%"
        ):
            found.append(Parties(label.names, False, ""))
        elif (beside := next_or_portion(scene, quantity)) is not None:
            found.append(Parties(beside.names, False, ""))
        elif (whole := owner_of_whole(scene, quantity, act)) is not None:
            found.append(Parties(whole.names, False, ""))
        elif (
            act is not None
            and (
                act.role in {"hold", "level"}
                or (act.role == "spend" and quantity.kind == "share")
                or (act.role == "give" and act.end <= quantity.start and of_them(scene, quantity))
            )
            and not act.passive
            and _governs(scene, act, quantity)
        ):
            found.append(Parties(by_itself(scene, quantity, act), False, ""))
        elif (
            quantity.kind in _LEVELS
            and act is not None
            and act.role == "need"
            and (whose := asking(scene, act))
        ):
            found.append(Parties(whose, False, ""))
        elif act is not None and act.noun and act.status in _OWNED and (verb := verb_before(scene, act)):
            found.append(Parties(by_itself(scene, quantity, verb), False, ""))
        else:
            found.append(NOBODY)
    return completed(scene, matters, found)


def _is_beside(scene: Scene, place: int) -> bool:
    """Whether what a quantity is related to stands directly before it, or only said again in between."""
    related, before = scene.quantities[place].related, scene.quantities[place - 1]
    return related is before or (before.relation == "same_amount" and before.related is related)


def _second(act: Act | None, second: Group, first: Parties) -> Parties:
    """The parties of the second of two clauses that share a verb: who gives or gets there, the other as before."""
    if act is not None and act.role == "receive":
        return Parties(first.actors, False, "; ".join(second.names))
    return Parties(second.names, False, first.recipient)


def _parties(scene: Scene, place: int, act: Act | None, matter: Matter, earlier: Parties) -> Parties:
    """The parties of one quantity; `earlier` are those of the one before it."""
    quantity = scene.quantities[place]
    given = matter.measure in RECEIVABLE and not is_own_money(scene, quantity)
    needed = needs(scene, act, quantity)
    given = given or needed
    receiver = recipient(scene, quantity, act, matter) if given else None
    actors = _respective(scene, place)
    if not actors:
        giver = actor(scene, quantity, act, matter, receiver)
        if giver is not None and needed and receiver is not None and giver.link not in {"from", "by"}:
            giver = None  # who needs it does not give it
        if giver is not None and _is_lack(scene, quantity, matter) and giver.link not in {"from", "by"}:
            giver = None  # who puts a gap at an amount does not fill it
        if giver is not None:
            actors = giver.names
        elif _refers_back(scene, act):
            actors = _before(scene)
        elif place and _goes_on(scene, place, act):
            actors = earlier.actors
    named = ""
    if receiver is not None:
        named = "; ".join(_receiving(receiver))
    elif matter.measure in RECEIVABLE:
        named = _implied(scene, matter)
    if receiver is not None and set(actors) & set(receiver.names):
        named = ""
    if not actors and (own := of_own_forces(scene, quantity)) is not None:
        actors, named = own.names, ""
    if not actors and quantity.kind in {"money", "change"} and matter.programme:
        whose = of_programme(matter.programme, "actor")
        actors = (whose,) if whose else ()
    return Parties(actors, len(actors) > 1 and _each(scene), named)


def _is_lack(scene: Scene, quantity: Quantity, matter: Matter) -> bool:
    """Whether a noun of need leads to an amount: "puts the gap at $45 billion"."""
    return matter.status == "required" and any(
        act.noun and act.status == "required" and 0 < quantity.start - act.end <= _TO_LACK
        for act in scene.acts
    )


def _accounting(scene: Scene, quantity: Quantity, act: Act | None) -> tuple[str, ...]:
    """Who makes up a part of what all spend: "Germany accounts for 20% of the alliance's defence spending"."""
    if act is None or act.role not in {"hold", "level"} or act.passive or not _governs(scene, act, quantity):
        return ()
    return by_itself(scene, quantity, act)


def _governs(scene: Scene, act: Act, quantity: Quantity) -> bool:
    """Whether no other clause begins between an act and a quantity: "set a goal of 5%, while India …"."""
    return not any(item.sort == BREAK for item in scene.between(act.end, quantity.start))


def _receiving(group: Group) -> Sequence[str]:
    """The names of a group that receive: of one in no receiver's place only those whom aid goes to."""
    if group.link in {"to", "for", "help"} or not group.receiver:
        return group.names
    return [name for name in group.names if is_receiver(name)]


def _implied(scene: Scene, matter: Matter) -> str:
    """A recipient that the name of a programme or of a group of givers tells: "Ukraine's partners"."""
    if matter.programme and (named := of_programme(matter.programme, "recipient")):
        return named
    return next((mark.value for mark in scene.tagged("receiver")), "")


def _respective(scene: Scene, place: int) -> tuple[str, ...]:
    """The one party that "respectively" pairs with a quantity: one of as many as are named, or as end there."""
    said = next((mark for mark in scene.tagged("distribution") if mark.value == "respectively"), None)
    if said is None:
        return ()
    many = len(scene.quantities)
    before = [at for at, quantity in enumerate(scene.quantities) if quantity.end <= said.start]
    for group in scene.groups:
        count = len(group.names)
        if count < 2:
            continue
        if count == many:
            return (group.names[place],)
        paired = before[-count:]
        if len(paired) == count and place in paired and group.end <= scene.quantities[paired[0]].start:
            return (group.names[paired.index(place)],)
    return ()


def _each(scene: Scene) -> bool:
    return any(mark.value == "each" for mark in scene.tagged("distribution"))


def _refers_back(scene: Scene, act: Act | None) -> bool:
    """Whether "it" or "they" stands for a party of the sentence before."""
    return act is not None and act.role != "receive" and subject(scene, act).why == "pronoun"


def _goes_on(scene: Scene, place: int, act: Act | None) -> bool:
    """Whether the quantity is a part of the one before: "pledged €5bn, of which €3bn was delivered"."""
    left, right = scene.quantities[place - 1].end, scene.quantities[place].start
    if (act is None or not act.passive) and any(
        left <= other.start < right and other.role in _TRANSFERS for other in scene.acts
    ):
        return False
    return not any(item.sort == BREAK for item in scene.between(left, right))


def _before(scene: Scene) -> tuple[str, ...]:
    """The only party that the sentence before could have as its subject."""
    names = [mark.value for mark in scene.before if mark.tag.startswith(PARTY)]
    kept = [name for name in dict.fromkeys(names) if not is_receiver(name) and not is_adversary(name)]
    return tuple(kept) if len(kept) == 1 else ()
