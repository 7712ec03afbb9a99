"""Acts: the verbs and nouns of giving, spending and setting, with their helping verbs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from figures.extraction.groups import Group
from figures.extraction.last_verbs import LastVerbs, Leader
from figures.extraction.marks import Mark
from figures.extraction.party_names import PARTY, VERBS
from figures.extraction.quantities import Quantity

_ROLES = frozenset({*VERBS, "state"})
_TELLING = _ROLES | {"modal", "auxiliary", "link"}
# What holds for all that a clause says behind it: "proposes that", "the goal is that".
_SET = frozenset({"planned", "target", "required"})
_REACH_OF_CLAUSE = 60
_REACH_OF_MODAL = 45
_REACH_OF_CLAIM = 80
_REACH_OF_PASSIVE = 22
_REACH_OF_NOUN = 30
_REACH_OF_INFINITIVE = 6
_REACH_TO_LAST = 140
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
    to_place = -1
    for place, mark in enumerate(marks):
        tag = mark[2]
        if tag not in _TELLING:
            continue
        if tag == "modal":
            if mark.value == "negated":
                negated = mark.end
            elif mark.value == "claimed":
                claim = mark.end
            elif mark.start >= last_verbs.helped and not _is_name(text, mark, start_of_sentence):
                modal = mark
        elif tag == "auxiliary":
            if mark.value == "passive":
                passive = mark.end
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
        if start in states and (start not in verbs or _is_noun(marks, place, groups, quantities, modal)):
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
            and _governs(text, modal.end, start, _REACH_OF_MODAL, start in lasts)
        ):
            sort = modal.value
        elif start in futures:
            sort = "future"  # a tense of the verb itself: "augmentera"
        reached = start not in finites and start - infinitive <= 14 and _next(marks, to_place, start)
        if free < infinitive <= start and reached:
            if last and last.status and _close(last.end, infinitive):
                leading = last.leading or (last.status if last.noun or not sort else "")
                sort = sort or last.modal
            elif not sort:
                sort = "future" if _headline(groups, start_of_sentence, infinitive) else "purpose"
        elif (
            free < clause <= start and last and last.status in _SET and clause - last.end <= _REACH_OF_CLAUSE
        ):
            leading = last.leading or last.status  # "föreslår regeringen att 5 miljarder avsätts"
        elif start in nominals and last and last.status and not last.noun and _close(last.end, start):
            leading = last.leading or last.status  # "announces the delivery of"
        elif start in actives and last and last.noun and _close(last.end, start):
            leading = last.status
        elif last and last.status and not last.noun and start - last.end == 1 and start not in actives:
            leading = last.leading or last.status  # languages without a "to": "планує збільшити"
        elif start in infinitives and not (sort or start in last_verbs):
            earlier = next((act for act in reversed(acts) if not act.noun), None)
            if earlier and earlier.modal and _coordinated(marks, place, free):
                sort = earlier.modal  # "will raise its budget and spend"
            elif last and last.noun and start - last.end <= _REACH_OF_INFINITIVE:
                leading = last.status  # "el objetivo de gastar"
            else:
                sort = "purpose"  # "permitirá gastar"
        if not sort and last and not last.noun and last.modal and _coordinated(marks, place, free):
            sort = last.modal
        final = is_passive = False
        if start in last_verbs:
            leader = _leader(text, start, acts)
            sort, led, is_passive, final = last_verbs.read(place, sort, modal, infinitive, leader)
            leading = led or leading
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
                    and _governs(text, passive, start, _REACH_OF_PASSIVE, start in lasts)
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


def _helps(last: Act | None, modal: Mark) -> bool:
    """Whether the verb before is but the helping verb of an infinitive ("ma otrzymać")."""
    return last is not None and last.role == "hold" and last.start == modal.start


def _governs(text: str, left: int, right: int, reach: int, last: bool) -> bool:
    """Whether a helping verb is near enough to its verb; where that comes last, in the same clause."""
    if right - left <= reach:
        return True
    return last and right - left <= _REACH_TO_LAST and _CLAUSE_END.search(text, left, right) is None


def _is_noun(
    marks: Sequence[Mark],
    place: int,
    groups: Sequence[Group],
    quantities: Sequence[Quantity],
    modal: Mark | None,
) -> bool:
    """Whether a word that can be verb or noun is a noun here ("a pledge", "Germany's plan")."""
    start = marks[place].start
    if modal is not None and 0 <= start - modal.end <= 2:
        return False
    if any(0 <= start - quantity.end <= _REACH_OF_NOUN for quantity in quantities):
        return True
    if place and marks[place - 1].tag == "pronoun" and start - marks[place - 1].end <= 2:
        return False
    for group in groups:
        if 0 <= start - group.end <= _REACH_OF_NOUN:
            return group.attributive and (group.form != "either" or start - group.end > 2)
    for mark in reversed(marks[:place]):
        if start - mark.end > _REACH_OF_NOUN:
            break
        if mark.tag == "article":
            return True
        if mark.tag in {"auxiliary", "modal", "pronoun"} or mark.tag.startswith(PARTY):
            return False
        if mark.tag == "link":
            return mark.value != "to"
    return True


def _next(marks: Sequence[Mark], place: int, start: int) -> bool:
    """Whether no other mark stands between the mark at a place and a start."""
    begin = marks[place].start
    return next(mark.start for mark in marks[place:] if mark.start > begin) >= start


def _close(left: int, right: int) -> bool:
    """Whether a governing word stands close enough before: "pledged on Tuesday to", "plan by it to"."""
    return right - left <= _REACH_OF_NOUN


def _headline(groups: Sequence[Group], start: int, infinitive: int) -> bool:
    """Whether the sentence is a headline with its party directly before "to": "Germany to send 30 tanks"."""
    return bool(groups) and groups[0].start - start <= 5 and 0 < infinitive - groups[0].end <= 4


def _coordinated(marks: Sequence[Mark], place: int, free: int) -> bool:
    """Whether the word follows an "and" directly, with no helping verb or subject of its own."""
    start = marks[place].start
    for mark in reversed(marks[:place]):
        if mark.end <= free or start - mark.end > 14:
            return False
        if mark.tag == "joiner":
            return True
        if mark.tag in {"auxiliary", "pronoun"} or mark.tag.startswith(PARTY):
            return False
    return False


def _is_name(text: str, mark: Mark, start_of_sentence: int) -> bool:
    """Whether a helping verb is a name by its capital: "in May"."""
    return (
        text[mark.start].isupper()
        and not text[mark.start : mark.end].isupper()
        and mark.start > start_of_sentence + 1
    )
