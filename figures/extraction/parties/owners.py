"""Owners: a party in whose phrase a number stands, and parties that describe aid or spending."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from figures.extraction.measures import RECEIVABLE, Matter
from figures.extraction.measures.signs import AID
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.governors import verb_before
from figures.extraction.scenes.groups import Group
from figures.extraction.scenes.subjects import subject
from figures.extraction.words.party_names import is_alliance

_NEXT = 2
_GOES_TO = AID | {"aid", "support"}  # "support for Ukraine" is not its own
_POSSESSED = 20  # "the EU's new and larger €50bn fund"
_NEAR_AUXILIARY = 12
_NEAR_BUDGET = 32  # "the Philippines' most recent 2022 "
_NEAR_WORD = 26  # from a party to the noun that it describes, or back


class Case(NamedTuple):
    """A quantity with its governing act and its matter, and the groups that may have acted."""

    scene: Scene
    quantity: Quantity
    act: Act | None
    matter: Matter
    groups: Sequence[Group]

    @property
    def is_received(self) -> bool:
        """Whether it is of a sort that goes to somebody, as aid does."""
        return self.matter.measure in RECEIVABLE

    @property
    def is_counted(self) -> bool:
        """Whether it is a count, whose owner may be another's."""
        return self.quantity.kind == "count"

    def receives(self, group: Group) -> bool:
        """Whether a group stands for the one that aid goes to."""
        return self.is_received and group.receiver


def owner(case: Case) -> Group | None:
    """A party that owns the phrase of the number: "Germany's €2bn pledge", "US aid worth $3bn"."""
    scene, quantity = case.scene, case.quantity
    for group in reversed(case.groups):
        if group.end > quantity.start:
            continue
        if _describes_arms(scene, group) or _describes_goods(case, group):
            continue
        if not group.attributive or group.link in {"to", "for", "against", "help"} or case.receives(group):
            return None
        if group.link == "in" and quantity.start - group.end <= _NEXT:
            break  # "spends the most in NATO, 4%"
        if _is_promise_to(case, group):
            return None  # "Spain can meet its NATO commitments on 2.1%"
        if not _one_phrase(scene, group.end, quantity.start):
            return None
        return group if _close_owner(case, group) else None
    return None


def _describes_arms(scene: Scene, group: Group) -> bool:
    """Whether an adjective stands behind the arms that it tells the make of: "armi americane"."""
    return group.form == "adjective" and any(
        mark.value == "arms" and group.start - mark.end == 1 for mark in scene.tagged("measure")
    )


def _describes_goods(case: Case, group: Group) -> bool:
    """Whether an adjective tells where arms that are bought or their makers are from: "to buy American arms"."""
    if group.form != "adjective" or group.possessive:
        return False
    scene, act = case.scene, case.act
    if any(mark.value == "private" and 0 < mark.start - group.end <= _NEXT for mark in scene.tagged("agent")):
        return True
    bought = act is not None and act.role == "spend" and not act.passive and act.end < group.start
    return bought and any(
        mark.value == "arms" and 0 < mark.start - group.end <= _NEXT for mark in scene.tagged("measure")
    )


def _is_promise_to(case: Case, group: Group) -> bool:
    """Whether what stands behind an alliance was promised to it, and is no guideline of its own."""
    if not any(map(is_alliance, group.names)):
        return False
    end = case.quantity.end + _NEAR_WORD
    if any(
        mark.value == "target" and group.start <= mark.start <= end for mark in case.scene.tagged("state")
    ):
        return False
    act = case.act
    verb = verb_before(case.scene, act) if act is not None and act.noun else act
    return verb is not None and verb.end <= group.start


def _close_owner(case: Case, group: Group) -> bool:
    scene, quantity = case.scene, case.quantity
    gap = quantity.start - group.end
    return gap <= (_POSSESSED if group.possessive and not case.is_counted else 6) or (
        gap <= 70
        and any(
            (mark.tag == "measure" and mark.value != "none") or mark.tag == "state"
            for mark in scene.marks
            if group.end <= mark.start < quantity.start
        )
    )


def holder(case: Case) -> Group | None:
    """Whose spending or aid it is: "defence spending in Poland", "aid from Norway", "Dutch support"."""
    scene, quantity = case.scene, case.quantity
    best: Group | None = None
    for group in case.groups:
        if group.start > quantity.start and scene.separated(quantity.end, group.start):
            break
        if any(item.value == ";" for item in scene.between(group.end, quantity.start)):
            continue
        if case.receives(group) and group.link != "by":
            continue
        if _holds(case, group):
            best = group
            if group.end > quantity.start:
                break
    return best


def _holds(case: Case, group: Group) -> bool:
    scene, quantity = case.scene, case.quantity
    if group.link == "by" and group.end <= quantity.start:
        return True
    if group.attributive and group.link in {"", "in", "of"} and describes(scene, group):
        return True
    if group.form == "genitive" and group.link == "of" and _opens_measure(scene, group):
        return True
    if group.link == "from" and case.act is not None and case.act.role == "spend":
        return False  # "ordered missiles from India"
    if group.possessive and group.link in {"", "in"} and not case.is_received and _owns_budget(scene, group):
        return True
    led = group.link in {"by", "from", "of"} or (group.link in {"for", "in"} and not case.is_received)
    tags = {"measure", "state"}
    if case.matter.measure.startswith("defence") and group.link in {"in", "by"}:
        tags.add("spend")  # "spending in Europe rose", in a text on defence
    goes_to = _GOES_TO if group.receiver and group.link == "for" else frozenset()
    return led and any(
        (mark.tag in tags or mark.value == "nominal")
        and mark.value != "none"
        and mark.value not in goes_to
        and 0 <= group.start - mark.end <= _NEAR_WORD
        for mark in scene.marks
    )


def _owns_budget(scene: Scene, group: Group) -> bool:
    """Whether a budget is a party's: "in the Philippines' most recent budget"."""
    return any(
        mark.value == "budgeted"
        and 0 < mark.start - group.end <= _NEAR_BUDGET
        and not scene.separated(group.end, mark.start)
        for mark in scene.tagged("state")
    )


def received_by(scene: Scene, group: Group) -> bool:
    """Whether a group led by "by" is who received: "the aid received by Kyiv", not "has received from"."""
    return any(
        act.role == "receive"
        and 0 <= group.start - act.end <= _NEAR_WORD
        and subject(scene, act).group < 0
        and not any(0 <= act.start - mark.end <= _NEAR_AUXILIARY for mark in scene.tagged("auxiliary"))
        for act in scene.acts
    )


def describes(scene: Scene, group: Group) -> bool:
    """Whether a group describes a word for aid or spending: "US security assistance"."""
    for mark in scene.marks:
        if mark.tag not in {"measure", "programme"} or mark.value == "none":
            continue
        if group.form == "adjective" and group.start - mark.end == 1 and mark.value != "arms":
            return True  # languages that say it behind: "l'aide américaine"
        if 0 <= mark.start - group.end <= _NEAR_WORD:
            return _one_phrase(scene, group.end, mark.start) and not any(
                link.value == "to" and group.end <= link.start < mark.start for link in scene.tagged("link")
            )
    return False


def _one_phrase(scene: Scene, start: int, end: int) -> bool:
    """Whether neither a verb nor a pronoun nor a comma stands between two places."""
    for act in scene.acts:
        if start <= act.start and act.end <= end and not act.noun:
            return False
    for mark in scene.tagged("pronoun"):
        if start <= mark.start and mark.end <= end:
            return False
    return not scene.between(start, end)


def _opens_measure(scene: Scene, group: Group) -> bool:
    """Whether the rest of a measure follows directly: "the spending of Germany for defence"."""
    return any(
        mark.value != "none" and 0 < mark.start - group.end <= _NEXT for mark in scene.tagged("measure")
    )
