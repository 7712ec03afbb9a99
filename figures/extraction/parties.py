"""Parties: who gives, spends or sets a quantity, and who receives it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from figures.extraction.acts import Act
from figures.extraction.governors import governor, subject, verb_before
from figures.extraction.groups import Group
from figures.extraction.measures import AID, of_programme
from figures.extraction.measures import Subject as Matter
from figures.extraction.party_names import PARTY, is_adversary, is_receiver
from figures.extraction.quantities import Quantity
from figures.extraction.scenes import ACT, ARTICLE, JOINER, PRONOUN, SEPARATORS, Scene

_RECEIVABLE = AID | {"equipment", "people", ""}
_NO_ACTOR = frozenset({"gdp_deflator"})
_TIGHT = 45
_ENDS_PHRASE = SEPARATORS | {ACT, PRONOUN}


class Parties(NamedTuple):
    """Canonical names of the actors and the recipient ("" when not stated).

    With `each` the quantity holds once for every actor; otherwise they act together.
    """

    actors: tuple[str, ...]
    each: bool
    recipient: str


NOBODY = Parties((), False, "")


def assign(scene: Scene, matters: Sequence[Matter]) -> list[Parties]:
    """The parties of each quantity of a scene; `matters` are their measures, in the same order."""
    if not scene.groups and not scene.before:
        return [NOBODY for _ in scene.quantities]
    found = []
    for place, (quantity, matter) in enumerate(zip(scene.quantities, matters, strict=True)):
        act = governor(scene, quantity)
        if not matter.measure and (act is None or act.role not in {"give", "receive", "need", "spend"}):
            found.append(NOBODY)
            continue
        receiver = _recipient(scene, quantity, act, matter) if matter.measure in _RECEIVABLE else None
        actors = _respective(scene, place)
        if not actors:
            giver = _actor(scene, quantity, act, matter, receiver)
            actors = giver.names if giver is not None else ()
            if giver is None and _refers_back(scene, act):
                actors = _before(scene)
        recipient = "; ".join(receiver.names) if receiver is not None else ""
        if not recipient and matter.programme:
            recipient = of_programme(matter.programme, "recipient")
        if recipient and set(actors) & set(receiver.names if receiver else ()):
            recipient = ""
        each = len(actors) > 1 and _each(scene)
        found.append(Parties(actors, each, recipient))
    return found


def _actor(
    scene: Scene, quantity: Quantity, act: Act | None, matter: Matter, receiver: Group | None
) -> Group | None:
    """The group that acts, by the strongest sign first."""
    groups = [group for group in scene.groups if group is not receiver and _may_act(scene, group)]
    label = _label(scene, quantity, groups, act)
    if label is not None:
        return label
    behind = _behind(scene, quantity, groups, act, matter)
    if behind is not None:
        return behind
    owner = _owner(scene, quantity, groups, matter)
    if owner is not None:
        return owner
    if act is not None and not act.noun and act.role != "receive":
        if act.passive:
            return _agent(act, groups) or _holder(scene, quantity, groups)
        if act.role == "level" or act.start < quantity.start or not act.passive:
            found = subject(scene, act)
            if found.group >= 0:
                group = scene.groups[found.group]
                return group if group in groups else None
            if found.why == "other" and act.role != "level":
                return None
    held = _holder(scene, quantity, groups)
    if held is None and act is not None and act.noun:
        verb = verb_before(scene, act)
        if verb is not None and verb.end <= quantity.start and not verb.passive:
            place = subject(scene, verb).group
            held = scene.groups[place] if place >= 0 and scene.groups[place] in groups else None
    return held


def _may_act(scene: Scene, group: Group) -> bool:
    """An enemy acts only as the plain subject of its own spending."""
    if not any(map(is_adversary, group.names)):
        return True
    behind = [
        mark
        for mark in scene.marks
        if group.end <= mark.start <= group.end + 16 and mark.tag in {"spend", "measure", "modal", "level"}
    ]
    return not group.link and any(
        mark.tag in {"spend", "level"} or (mark.tag == "measure" and mark.value.startswith("defence"))
        for mark in behind
    )


def _label(scene: Scene, quantity: Quantity, groups: Sequence[Group], act: Act | None) -> Group | None:
    """A party written directly beside the number: "Germany: €2bn", "Poland (4.1%)", "and France €1bn"."""
    for group in groups:
        if group.link in {"to", "for", "from", "by", "against"} or any(map(is_receiver, group.names)):
            continue
        if group.link == "in" and not _restated(scene, quantity, group):
            continue
        if group.end <= quantity.start and quantity.start - group.end <= 28:
            gap = scene.text[group.end : quantity.start]
            if any(
                mark.start >= group.end
                and mark.end <= quantity.start
                and not _is_filler(mark.tag, mark.value)
                for mark in scene.marks
            ):
                continue
            lead = gap.strip()[:1]
            if lead in {":", "(", "–", "—", "-"} or gap.strip().startswith("with "):
                return group
            if group.link == "in" and len(gap) <= 12:
                return group
            if not gap.strip() and not group.attributive and act is not None:
                direct = act.end <= group.start and group.start - act.end <= 5 and act.role == "give"
                if not direct and scene.quantity_between(act.end, group.start):
                    return group
        elif 0 <= group.start - quantity.end <= 3 and scene.text[quantity.end : group.start].strip() == "(":
            return group
    return None


def _restated(scene: Scene, quantity: Quantity, group: Group) -> bool:
    """Whether the place of a second level is told: "in Poland at 4.1%, in Estonia at 3.4%"."""
    return any(
        other.end <= group.start and group.start - other.end <= 20 and other.kind == quantity.kind
        for other in scene.quantities
    )


def _is_filler(tag: str, value: str) -> bool:
    return tag in {"bound", "article", "step"} or (tag == "link" and value in {"with", "in"})


def _behind(
    scene: Scene, quantity: Quantity, groups: Sequence[Group], act: Act | None, matter: Matter
) -> Group | None:
    """A party behind the number that is led by "by" or "from", or that describes the aid."""
    limit = min((other.start for other in scene.quantities if other.start >= quantity.end), default=scene.end)
    if limit - quantity.end <= 14:
        later = [other.start for other in scene.quantities if other.start > limit]
        limit = min(later, default=scene.end)
    for group in groups:
        if group.start < quantity.end or group.start >= limit:
            continue
        between = [item for item in scene.items if item.start >= quantity.end and item.end <= group.start]
        if any(item.sort in SEPARATORS for item in between):
            return None
        if group.link == "by" and (group.start - quantity.end <= _TIGHT or act is not None):
            return group
        if (
            group.link == "from"
            and matter.measure in _RECEIVABLE
            and (act is None or act.role != "spend" or act.passive)
        ):
            return group
        if group.attributive and group.link in {"in", "of", "worth"} and _describes_aid(scene, group):
            return group
    return None


def _describes_aid(scene: Scene, group: Group) -> bool:
    for mark in scene.marks:
        if mark.tag in {"measure", "programme"} and mark.value != "none":
            if 0 <= mark.start - group.end <= 26:
                return not any(
                    item.sort in _ENDS_PHRASE and not (item.sort == ACT and scene.acts[item.place].noun)
                    for item in scene.items
                    if item.start >= group.end and item.end <= mark.start
                )
    return False


def _owner(scene: Scene, quantity: Quantity, groups: Sequence[Group], matter: Matter) -> Group | None:
    """A party that owns the phrase of the number: "Germany's €2bn pledge", "US aid worth $3bn"."""
    for group in reversed(groups):
        if group.end > quantity.start:
            continue
        if not group.attributive or group.link in {"to", "for", "against", "help"}:
            return None
        if matter.measure in _RECEIVABLE and any(map(is_receiver, group.names)):
            return None
        for item in scene.items:
            if item.start >= group.end and item.end <= quantity.start and item.sort != JOINER:
                if item.sort == ACT and scene.acts[item.place].noun:
                    continue
                if item.sort == ARTICLE:
                    continue
                return None
        return group if _close_owner(scene, group, quantity) else None
    return None


def _close_owner(scene: Scene, group: Group, quantity: Quantity) -> bool:
    gap = quantity.start - group.end
    if gap <= 6:
        return True
    return gap <= 70 and any(
        (mark.tag == "measure" and mark.value != "none") or mark.tag == "state"
        for mark in scene.marks
        if group.end <= mark.start < quantity.start
    )


def _agent(act: Act, groups: Sequence[Group]) -> Group | None:
    """Who did what the passive tells: "was pledged by Germany"."""
    for group in groups:
        if group.link == "by" and group.start >= act.end:
            return group
    return next((group for group in groups if group.link == "by"), None)


def _holder(scene: Scene, quantity: Quantity, groups: Sequence[Group]) -> Group | None:
    """Whose spending or aid it is: "defence spending in Poland", "aid from Norway", "Dutch support"."""
    best: Group | None = None
    for group in groups:
        if group.start > quantity.start and scene.separated(quantity.end, group.start):
            break
        if any(map(is_receiver, group.names)) and group.link != "by":
            continue
        after_word = any(
            mark.tag in {"measure", "state"} and mark.value != "none" and 0 <= group.start - mark.end <= 26
            for mark in scene.marks
        )
        if group.link == "by" and group.end <= quantity.start:
            best = group
        elif (group.link in {"by", "from", "of", "in"} and after_word) or (
            group.attributive and group.link in {"", "in", "of"} and _describes_aid(scene, group)
        ):
            best = group
            if group.end > quantity.start:
                break
    return best


def _recipient(scene: Scene, quantity: Quantity, act: Act | None, matter: Matter) -> Group | None:
    """The group that receives: the nearest in a receiver's place, behind the number before ahead of it."""
    best: Group | None = None
    least = 10_000
    giving = act is not None and act.role in {"give", "receive", "need"}
    for place, group in enumerate(scene.groups):
        if any(map(is_adversary, group.names)):
            continue
        sign = _receives(scene, quantity, act, place)
        if not sign:
            continue
        if not giving and matter.measure not in AID and not any(map(is_receiver, group.names)):
            continue
        cost = group.start - quantity.end if group.start >= quantity.end else quantity.start - group.end + 10
        cost += 0 if sign == 2 else 300
        if scene.quantity_between(min(group.end, quantity.end), max(group.start, quantity.start)):
            cost += 40
        if cost < least:
            best, least = group, cost
    return best


def _receives(scene: Scene, quantity: Quantity, act: Act | None, place: int) -> int:
    """How surely a group stands in a receiver's place: 2 by the grammar, 1 by its name alone, 0 not."""
    group = scene.groups[place]
    if group.link in {"to", "for", "help"} or group.form in {"dative"}:
        return 2 if group.form != "adjective" or any(map(is_receiver, group.names)) else 0
    receiver = any(map(is_receiver, group.names))
    if receiver and _describes_aid(scene, group):
        return 2
    if act is not None:
        if act.role in {"receive", "need"} and group.end <= act.start:
            found = subject(scene, act)
            if found.group == place and (act.role == "receive" or receiver):
                return 2
        if act.role == "give":
            if act.passive and group.end <= act.start and act.end <= quantity.start:
                if subject(scene, act).group == place:
                    return 2
            elif (
                not group.link
                and act.end <= group.start <= act.end + 6
                and group.end <= quantity.start
                and (receiver or not group.attributive)
            ):
                return 2
    if quantity.kind == "count" and (act is None or act.role not in {"give", "receive", "need"}):
        return 0
    if receiver and group.link not in {"by", "from"}:
        return 1 if act is None or act.role != "give" or subject(scene, act).group != place else 0
    return 0


def _respective(scene: Scene, place: int) -> tuple[str, ...]:
    """The one party that "respectively" pairs with a quantity."""
    if not any(mark.tag == "distribution" and mark.value == "respectively" for mark in scene.marks):
        return ()
    for group in scene.groups:
        if len(group.names) == len(scene.quantities) > 1:
            return (group.names[place],)
    return ()


def _each(scene: Scene) -> bool:
    return any(mark.tag == "distribution" and mark.value == "each" for mark in scene.marks)


def _refers_back(scene: Scene, act: Act | None) -> bool:
    """Whether "it" or "they" stands for a party of the sentence before."""
    return act is not None and act.role != "receive" and subject(scene, act).why == "pronoun"


def _before(scene: Scene) -> tuple[str, ...]:
    """The only party that the sentence before could have as its subject."""
    names = [mark.value for mark in scene.before if mark.tag.startswith(PARTY)]
    kept = [name for name in dict.fromkeys(names) if not is_receiver(name) and not is_adversary(name)]
    return tuple(kept) if len(kept) == 1 else ()
