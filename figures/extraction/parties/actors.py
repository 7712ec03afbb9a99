"""Actors: who gives, spends or sets a quantity."""

from __future__ import annotations

from figures.extraction.measures import Matter
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.parties.agents import agent
from figures.extraction.parties.beside import beside_money, label, of_nation, of_scheme, only_fillers
from figures.extraction.parties.companions import accompanied, told_behind
from figures.extraction.parties.opened_by import opened_by
from figures.extraction.parties.owners import Case, describes, holder, owner, received_by
from figures.extraction.parties.sheltering import sheltering
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.elided_nouns import stands_for_noun
from figures.extraction.scenes.governors import verb_before
from figures.extraction.scenes.groups import Group
from figures.extraction.scenes.subjects import subject
from figures.extraction.words.marks import Mark

_TIGHT = 45
_NEXT_TO_NOUN = 8
_NEAR_BUDGET = 24  # from "has" to a noun: "have an annual "
_NEXT_TO_VERB = 26  # from a verb to its agent: " by the government of "
_DOES = frozenset({"hold", "give"})
_GIVEN = frozenset({"pledged", "committed", "allocated", "delivered"})


def actor(
    scene: Scene, quantity: Quantity, act: Act | None, matter: Matter, receiver: Group | None
) -> Group | None:
    """The group that acts, by the strongest sign first; None where the sentence names none."""
    groups = [group for group in scene.groups if group is not receiver and _may_act(scene, group)]
    if not groups:
        return None
    case = Case(scene, quantity, act, matter, groups)
    return (
        label(case)
        or _behind(case)
        or owner(case)
        or _by_grammar(case)
        or accompanied(case)
        or opened_by(case)
        or told_behind(case)
        or of_nation(case)
        or sheltering(case)
        or of_scheme(case)
    )


def labelled(scene: Scene, quantity: Quantity) -> Group | None:
    """The party that a bare list names beside a number: "Lithuania: €80m"."""
    case = Case(scene, quantity, None, Matter("", "", ""), scene.groups)
    return label(case) or beside_money(case)


def _by_grammar(case: Case) -> Group | None:
    """The subject or agent of the governing verb, or whose spending or aid it is."""
    scene, act = case.scene, case.act
    if act is not None and act.role == "receive" and (giver := _giver(case)) is not None:
        return giver
    # "The ministry gets €4bn": who receives for its own defence is who spends it.
    if act is not None and not act.noun and (act.role != "receive" or not case.is_received):
        if act.passive:
            proposed = _if_may_act(case, subject(scene, act).group) if act.leading == "planned" else None
            return agent(scene, case.groups, act) or holder(case) or proposed
        found = subject(scene, act)
        if found.group >= 0:
            return _if_may_act(case, found.group)
        if found.why == "other" and act.role != "level":
            by = _participle_agent(case, act)
            return holder(case) if by is None and _is_nominal(scene, act) else by
    if act is not None and act.noun:
        if (named := _owner_of(case, act)) is not None:
            return named
        if (having := _has(case, act)) is not None:
            return having
        # "Belgium met the 2% target": the noun belongs to the verb before it.
        verb = verb_before(scene, act)
        if verb is not None and verb.end <= case.quantity.start and not verb.passive:
            found = subject(scene, verb)
            if found.group >= 0:
                return _if_may_act(case, found.group)
    return holder(case)


def _is_nominal(scene: Scene, act: Act) -> bool:
    """Whether an act is a noun that takes what is given along: "the deliveries of"."""
    return any(mark.start == act.start and mark.value == "nominal" for mark in scene.tagged("form"))


def _participle_agent(case: Case, act: Act) -> Group | None:
    """Who is led by "by" directly behind a participle: "a package announced by Paris"."""
    near = (group for group in case.groups if 0 < group.start - act.end <= _NEXT_TO_VERB)
    return next((group for group in near if group.link == "by"), None)


def _owner_of(case: Case, noun: Act) -> Group | None:
    """The party directly before a noun of giving: "the EU pledges of €144 billion"."""
    if noun.status not in _GIVEN:
        return None
    return next(
        (group for group in case.groups if group.attributive and 0 < noun.start - group.end <= 3), None
    )


def _has(case: Case, noun: Act) -> Group | None:
    """Who has what a noun names: "Norway will have a defence budget of"."""
    scene = case.scene
    if not any(
        mark.value == "perfect" and 0 < noun.start - mark.end <= _NEAR_BUDGET
        for mark in scene.tagged("auxiliary")
    ):
        return None
    found = subject(scene, noun)
    return _if_may_act(case, found.group) if found.group >= 0 else None


def _giver(case: Case) -> Group | None:
    """From whom it was received, told before it: "From Japan, Ukraine received", "received from Japan €2bn"."""
    scene, quantity = case.scene, case.quantity
    for group in reversed(case.groups):
        if group.end <= quantity.start and group.link in {"from", "by"}:
            return None if scene.quantity_between(group.end, quantity.start) else group
    return None


def _if_may_act(case: Case, place: int) -> Group | None:
    return case.scene.groups[place] if place >= 0 and case.scene.groups[place] in case.groups else None


def _may_act(scene: Scene, group: Group) -> bool:
    """Who received does not act; an enemy only as the subject of its own spending, or in a list of spenders."""
    if group.link == "by" and received_by(scene, group):
        return False
    if not group.adversary:
        return True
    if group.link == "of" and stands_for_noun(scene, group):
        return True
    if group.link == "of" and any(
        mark.value == "budgeted" or (mark.tag == "measure" and mark.value.startswith("defence"))
        for mark in scene.marks
        if 0 <= group.start - mark.end <= _NEXT_TO_NOUN
    ):
        return True  # "the military budget of Russia"
    if not group.link and any(_listed(scene, group, quantity) for quantity in scene.quantities):
        return True
    return not group.link and any(
        mark.tag in {"spend", "level"} or (mark.tag == "measure" and _is_of_its_own(scene, mark))
        for mark in scene.marks
        if group.end <= mark.start <= group.end + 16
    )


def _is_of_its_own(scene: Scene, mark: Mark) -> bool:
    """Whether a word for defence tells what the enemy has, and not what its army does: "the Russian army fired"."""
    if mark.value != "defence":
        return mark.value.startswith("defence_")
    return not any(act.role in _DOES and act.start > mark.end for act in scene.acts)


def _listed(scene: Scene, group: Group, quantity: Quantity) -> bool:
    """Whether a party is the next of a list, directly before its number: "China by 7%, Russia by 9%"."""
    gap = scene.text[group.end : quantity.start]
    return (
        quantity.kind in {"change", "share"}
        and 0 < len(gap) <= 8
        and only_fillers(scene, group.end, quantity.start)
        and any(other.kind == quantity.kind and other.end < group.start for other in scene.quantities)
    )


def _led_elsewhere(scene: Scene, quantity: Quantity, group: Group) -> bool:
    """Whether what the amount is for is told before "of": "€55m for the reconstruction fund of the World Bank"."""
    return group.link == "of" and any(
        mark.value in {"for", "to", "help"} and quantity.end <= mark.start < group.start
        for mark in scene.tagged("link")
    )


def _behind(case: Case) -> Group | None:
    """A party behind the number that is led by "by" or "from", or that describes the aid."""
    scene, quantity, act = case.scene, case.quantity, case.act
    limit = scene.end
    for other in scene.quantities:
        if other.start >= quantity.end and other.start - quantity.end > 14:
            limit = other.start
            break
    for group in case.groups:
        if group.start < quantity.end or group.start >= limit:
            continue
        if scene.separated(quantity.end, group.start):
            return None
        if group.link == "by" and group.form == "adjective" and _of_company(scene, group):
            continue
        if group.link == "from" and act is not None and act.role == "need":
            return group  # "requires 2 percent of GDP from its allies"
        if group.link == "by" and (group.start - quantity.end <= _TIGHT or act is not None):
            return group
        if not case.is_received and group.link in {"for", "in"} and group.start - quantity.end <= 9:
            return group  # "compared with 3.4% for the United States"
        beyond = act is not None and quantity.end <= act.start < group.start
        if beyond and group.link != "from":
            continue  # "the €35bn the EU pledged as its share of the G7 loan"
        if _led_elsewhere(scene, quantity, group):
            continue
        if group.link in {"from", "of"} and case.is_received and not case.receives(group):
            if group.link == "of" and scene.has_words(quantity.end, group.start):
                continue  # "$8bn to counter the actions of China"
            if _may_come_from(quantity, act):
                return group
        elif group.attributive and group.link in {"in", "of", "worth"} and describes(scene, group):
            if quantity.kind == "share" and group.link == "of" and act is not None and act.role == "level":
                whose = subject(scene, act).group
                if whose >= 0 and scene.groups[whose].end <= act.start:
                    return None  # "the US accounted for 64% of the alliance's spending"
            return group
    return None


def _of_company(scene: Scene, group: Group) -> bool:
    """Whether a party only tells where a company is from: "vom italienischen Hersteller"."""
    return any(mark.value == "private" and 0 < mark.start - group.end <= 2 for mark in scene.tagged("agent"))


def _may_come_from(quantity: Quantity, act: Act | None) -> bool:
    """Whether what is told is given: people who "withdraw from Romania" are no gift of it."""
    if act is None or act.role == "level":
        return quantity.kind != "count"
    return act.role != "spend" or act.passive
