"""Acts: the verbs and nouns of giving, spending and setting, with their helping verbs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes.act_signs import (
    close,
    coordinated,
    governs,
    headline,
    is_name,
    is_noun,
    next_mark,
)
from figures.extraction.scenes.groups import Group
from figures.extraction.scenes.last_verbs import LastVerbs, Leader
from figures.extraction.words.marks import Mark
from figures.extraction.words.party_names import PARTY, VERBS

_ROLES = frozenset({*VERBS, "state"})
_FRESH = frozenset({"auxiliary", "modal", "pronoun", "joiner", PARTY + "name", PARTY + "capital"})
_TELLING = _ROLES | {"modal", "auxiliary", "link"}
# What holds for all that a clause says behind it: "proposes that", "the goal is that".
_SET = frozenset({"planned", "target", "required", "forecast"})
_REACH_OF_CLAUSE = 60
_REACH_OF_MODAL = 45
_REACH_OF_CLAIM = 80
_REACH_OF_PASSIVE = 22
_REACH_OF_INFINITIVE = 6
_CLAUSE_END = re.compile(r"[;:,](?!\d)")


class Act(NamedTuple):
    """A verb or noun that says what happens to an amount.

    `status` is the word's own; `leading` the status of the verb or noun that governs it ("pledged to
    deliver", "the goal of spending"); `modal` the sort of its helping verb, "" without. A `final` verb ends its
    clause, and governs all that stands in it.
    """

    start: int
    end: int
    role: str
    status: str
    modal: str
    leading: str
    passive: bool
    negated: bool
    active: bool
    final: bool = False

    @property
    def noun(self) -> bool:
        """Whether it is a noun: "a pledge", "the target"."""
        return self.role == "state"


def build_acts(
    text: str,
    start_of_sentence: int,
    tags: Mapping[str, Sequence[Mark]],
    marks: Sequence[Mark],
    groups: Sequence[Group],
    quantities: Sequence[Quantity],
) -> list[Act]:
    """The acts of a sentence, in order; `tags` holds its marks by their tag."""
    acts: list[Act] = []
    if _ROLES.isdisjoint(tags):
        return acts
    actives = {mark[0] for mark in tags.get("form", ()) if mark.value == "active"}
    infinitives = {mark[0] for mark in tags.get("form", ()) if mark.value == "infinitive"}
    finites = {mark[0] for mark in tags.get("form", ()) if mark.value == "finite"}
    nominals = {mark[0] for mark in tags.get("form", ()) if mark.value == "nominal"}
    futures = {mark[0] for mark in tags.get("modal", ()) if mark.value == "future"}
    passives = {mark[0] for mark in tags.get("form", ()) if mark.value == "passive"}
    lasts = {mark[0] for mark in tags.get("form", ()) if mark.value == "inverts"}
    states = {mark[0]: mark for mark in tags.get("state", ())}
    verbs = {mark[0] for tag in VERBS if tag in tags for mark in tags[tag]} if states else set()
    last_verbs = LastVerbs(text, tags, marks)
    modal: Mark | None = None
    claim = passive = negated = infinitive = clause = -_REACH_OF_CLAIM
    to_place = to_be = -1
    for place, mark in enumerate(marks):
        tag = mark[2]
        if tag not in _TELLING:
            continue
        if tag == "modal":
            if mark.value == "negated":
                negated = mark.end
            elif mark.value == "claimed":
                claim = mark.end
            elif mark.start >= last_verbs.helped and not is_name(text, mark, start_of_sentence):
                modal = mark
        elif tag == "auxiliary":
            if mark.value == "passive":
                passive = mark.end
                to_be = mark.end if mark.start - infinitive == 1 else -1
            elif mark.value == "infinitive":
                infinitive, to_place = mark.end, place
            elif mark.value == "clause":
                clause = mark.end
        elif tag == "link" and mark.value == "to":
            infinitive, to_place = mark.end, place
        if tag not in _ROLES:
            continue
        start = mark.start
        if acts and acts[-1].start == start:
            continue
        last = acts[-1] if acts else None
        free = last.end if last else -1
        if start in states and (start not in verbs or is_noun(marks, place, groups, quantities, modal)):
            state = states[start]
            acts.append(Act(start, state.end, "state", state.value, "", "", False, False, False))
            continue
        if tag == "state":
            continue
        leading = ""
        verb = next((act.end for act in reversed(acts) if not act.noun), -1) if start in lasts else free
        sort = ""
        if (
            modal
            and (verb < modal.end or (mark.value == "none" and _helps(last, modal)))
            and governs(text, modal.end, start, _REACH_OF_MODAL, start in lasts)
        ):
            sort = modal.value
        elif start in futures:
            sort = "future"  # a tense of the verb itself: "augmentera"
        reached = start not in finites and start - infinitive <= 14 and next_mark(marks, to_place, start)
        if free < infinitive <= start and reached:
            if last and last.status and close(last.end, infinitive):
                leading = last.leading or (_leads(acts, last) if last.noun or not sort else "")
                if sort and last.noun and last.status == "budgeted":
                    leading = ""  # "the budget deficit is expected to come to"
                sort = sort or last.modal
            elif not sort:
                sort = "future" if headline(text, groups, start_of_sentence, infinitive) else "purpose"
        elif (
            free < clause <= start and last and last.status in _SET and clause - last.end <= _REACH_OF_CLAUSE
        ):
            leading = last.leading or last.status  # "föreslår regeringen att 5 miljarder avsätts"
        elif start in nominals and last and last.status and not last.noun and close(last.end, start):
            leading = last.leading or last.status  # "announces the delivery of"
        elif start in actives and last and last.noun and close(last.end, start):
            leading = last.status
        elif last and last.status and not last.noun and start - last.end == 1 and start not in actives:
            leading = last.leading or last.status  # languages without a "to": "планує збільшити"
        elif start in infinitives and not (sort or start in last_verbs):
            earlier = next((act for act in reversed(acts) if not act.noun), None)
            if earlier and earlier.modal and coordinated(marks, place, free):
                sort = earlier.modal  # "will raise its budget and spend"
            elif last and last.noun and start - last.end <= _REACH_OF_INFINITIVE:
                leading = last.status  # "el objetivo de gastar"
            else:
                sort = "purpose"  # "permitirá gastar"
        if not sort and last and not last.noun and last.modal and coordinated(marks, place, free):
            sort = last.modal
        if not (sort or leading) and free < to_be < start <= to_be + _REACH_OF_INFINITIVE:
            sort = "purpose"  # "a package to be delivered in May"
        final = is_passive = False
        if start in last_verbs:
            leader = _leader(text, start, acts)
            sort, led, is_passive, final = last_verbs.read(place, sort, modal, infinitive, leader)
            leading = led or leading
            if final and not (sort or leading) and _shares_helper(marks, place, last):
                sort = last.modal if last else ""
        status = "" if mark.value == "none" else mark.value
        if status == "delivered" and not (sort or leading) and last_verbs.is_present(start, free):
            status = "pledged"
        if free < claim and start - claim <= _REACH_OF_CLAIM:
            sort = "claimed"
        acts.append(
            Act(
                start,
                mark.end,
                tag,
                status,
                sort,
                leading,
                is_passive
                or start in passives
                or (
                    passive > max(verb, infinitive, modal.start if modal else -1)
                    and governs(text, passive, start, _REACH_OF_PASSIVE, start in lasts)
                    and start not in actives
                ),
                negated > free and start - negated <= _REACH_OF_PASSIVE,
                start in actives,
                final,
            )
        )
    return acts


def _leader(text: str, start: int, acts: Sequence[Act]) -> Leader | None:
    """What governs an infinitive: the last word before its clause, else the last before it."""
    commas = [match.start() for match in _CLAUSE_END.finditer(text, acts[0].end, start)] if acts else []
    ahead = [act for act in acts if commas and act.end <= commas[-1]]
    leader = ahead[-1] if ahead else acts[-1] if acts else None
    return Leader(leader.end, leader.leading or leader.status, leader.modal) if leader else None


def _leads(acts: Sequence[Act], last: Act) -> str:
    """The status of what governs an infinitive: of a budget the status of the verb whose object it is."""
    if last.noun and last.status == "budgeted" and len(acts) > 1 and not acts[-2].noun:
        return acts[-2].leading or acts[-2].status or last.status  # "pledged to propose a budget to raise"
    return last.status


def _helps(last: Act | None, modal: Mark) -> bool:
    """Whether the verb before is but the helping verb of an infinitive ("ma otrzymać")."""
    return last is not None and last.role == "hold" and last.start == modal.start


def _shares_helper(marks: Sequence[Mark], place: int, last: Act | None) -> bool:
    """Whether the helping verb of the last verb before holds on: "soll auf 5 steigen, später auf 6 wachsen"."""
    if last is None or last.noun or not (last.final and last.modal):
        return False
    for mark in reversed(marks[:place]):
        if mark.start < last.end:
            return True
        if mark.tag in _FRESH:
            return False
    return True
