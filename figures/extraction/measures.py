"""Measures: what a quantity measures, in which state, under which programme."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from figures.extraction.acts import Act
from figures.extraction.governors import governor
from figures.extraction.marks import Mark
from figures.extraction.party_names import is_adversary, is_alliance, is_receiver
from figures.extraction.quantities import Quantity
from figures.extraction.scenes import BREAK, SEPARATORS, Scene
from figures.extraction.statuses import status_of
from figures.vocabularies import vocabulary

AID = frozenset({"military_aid", "total_aid", "loan"})
# What goes to somebody.
RECEIVABLE = AID | {"equipment", "people", ""}
_FARTHEST = 110
_INHERITED = AID | {"defence_expenditure"}
_GIVING = frozenset({"give", "receive", "need"})
# A word of these alone does not make a measure; something else in the sentence must speak for it.
_WEAK = {"support": 25, "arms": 30, "defence": 20, "allies_at_guideline": 60, "equipment_share": 10}
_NOT_NAMED = frozenset({"none", "allies_at_guideline", "gdp_deflator"})


class Subject(NamedTuple):
    """What a quantity is about: rows of the vocabularies, each "" where the text does not tell."""

    measure: str
    status: str
    programme: str


class _Case(NamedTuple):
    """A quantity with what decides its measure; `earlier` is the measure of the one before."""

    scene: Scene
    quantity: Quantity
    act: Act | None
    named: Sequence[Mark]
    earlier: str

    @property
    def nearest(self) -> Mark | None:
        return _nearest(self.scene, self.quantity, [m for m in self.named if m.value not in _NOT_NAMED])


def assign(scene: Scene) -> list[Subject]:
    """The measure, status and programme of each quantity of a scene, in their order."""
    named = [mark for mark in scene.marks if mark.tag == "measure" and mark.value != "none"]
    programmes = [mark for mark in scene.marks if mark.tag == "programme"]
    subjects: list[Subject] = []
    for quantity in scene.quantities:
        act = governor(scene, quantity)
        earlier = subjects[-1].measure if subjects else ""
        read = _MEASURES.get(quantity.kind)
        measure = read(_Case(scene, quantity, act, named, earlier)) if read is not None else ""
        programme = ""
        if measure in AID or not measure or measure == "equipment":
            programme = _programme(scene, quantity, programmes)
        if programme and measure in {"", "total_aid"} and quantity.kind == "money":
            measure = of_programme(programme, "measure") or measure
        status = (
            status_of(scene, quantity, act, measure) if _has_status(scene, quantity, measure, act) else ""
        )
        subjects.append(Subject(measure, status, programme))
    return subjects


def _has_status(scene: Scene, quantity: Quantity, measure: str, act: Act | None) -> bool:
    """Whether a state is told at all: of what has no measure, only where it is given or spent."""
    if measure:
        return True
    if act is None or quantity.kind not in {"money", "count"}:
        return False
    return act.role in {"give", "receive"} or (act.role in {"spend", "state"} and bool(scene.groups))


def _nearest(scene: Scene, quantity: Quantity, named: Sequence[Mark]) -> Mark | None:
    """The word for a measure that lies nearest, one behind the quantity before one ahead of it."""
    best: Mark | None = None
    least = _FARTHEST
    for mark in named:
        if mark.start >= quantity.start:
            gap = max(mark.start - quantity.end, 0)
            left, right = quantity.end, mark.start
        else:
            gap = max(quantity.start - mark.end, 0) + 12
            left, right = mark.end, quantity.start
        cost = gap + _WEAK.get(mark.value, 0)
        if cost >= least:
            continue
        for item in scene.items:
            if item.start >= left and item.end <= right and item.sort in SEPARATORS:
                cost += 80 if item.value == ";" else 45 if item.sort == BREAK else 20
        if left < right and scene.quantity_between(left, right):
            cost += 60
        elif mark.start < quantity.start and _belongs_to_earlier(scene, quantity, mark):
            cost += 40
        if cost < least:
            best, least = mark, cost
    return best


def _belongs_to_earlier(scene: Scene, quantity: Quantity, mark: Mark) -> bool:
    """Whether a word is told of the quantity before: "3.5% for core defence and 1.5% for …"."""
    return any(
        other.end <= mark.start and mark.start - other.end <= 30
        for other in scene.quantities
        if other.end <= quantity.start
    )


def _aid(value: str) -> str:
    """The measure of a word for aid that does not say of which sort."""
    return "total_aid" if value == "aid" else value


def _money(case: _Case) -> str:
    scene, quantity, act = case.scene, case.quantity, case.act
    mark = case.nearest
    value = mark.value if mark is not None else ""
    if value in {"core_defence", "related_defence"}:
        value = "defence_expenditure"
    if value == "equipment_share":
        value = "arms"
    giving = act is not None and act.role in _GIVING
    if value == "support" and _arms_near(scene, quantity):
        value = "arms"
    if value == "support":
        return "total_aid" if _has_recipient(scene) or case.earlier in AID else ""
    if value == "aid":
        return "military_aid" if _arms_near(scene, quantity) else "total_aid"
    if value == "arms":
        given = giving and mark is not None and 0 < mark.start - quantity.end <= 12
        return "military_aid" if given or _has_recipient(scene) or _speaks_of_aid(case) else ""
    if value == "defence" and mark is not None and giving and _of_receiver(scene, mark):
        return "military_aid"
    if value == "defence":
        value = "defence_expenditure" if mark is not None and _for_defence(scene, mark, act) else ""
    if value == "defence_expenditure" and _added(scene):
        return "extra_defence_expenditure"
    if not value and case.earlier in _INHERITED and _same_clause(scene, quantity):
        return case.earlier
    if not value and _has_recipient(scene) and (giving or _goes_to_receiver(scene, quantity)):
        return "total_aid"
    return value


def _share(case: _Case) -> str:
    scene, quantity = case.scene, case.quantity
    mark = case.nearest
    value = _aid(mark.value) if mark is not None else ""
    defence = _speaks_of_defence(scene)
    if value in {"core_defence", "related_defence"} and defence and _near(scene, quantity, mark):
        return value.replace("_defence", "_defence_share_gdp")
    if quantity.unit == "% of GDP":
        if value in AID and mark is not None and abs(mark.start - quantity.end) <= 60:
            return value
        return "defence_share_gdp" if defence or _before_of_defence(scene) or _goal_alone(scene) else ""
    if defence and any(named.value == "equipment_share" for named in case.named):
        return "equipment_share"
    if case.earlier in AID and _same_clause(scene, quantity) and _part_of_earlier(scene, quantity):
        return case.earlier
    of = _of_what(scene, quantity)
    if of is not None:
        return _aid(of.value) if _aid(of.value) in AID else ""
    if not _near(scene, quantity, mark):
        return ""
    if value == "defence_expenditure" or (
        value == "defence" and case.act is not None and case.act.role == "spend"
    ):
        return "defence_share_gdp"
    return ""


def _change(case: _Case) -> str:
    mark = case.nearest
    value = _aid(mark.value) if mark is not None else ""
    if value in AID:
        return value
    if value in {"core_defence", "related_defence", "defence_expenditure"}:
        return "defence_expenditure_change"
    if case.earlier in {"defence_expenditure", "defence_expenditure_change"}:
        return "defence_expenditure_change"
    if value == "defence" and mark is not None and _for_defence(case.scene, mark, case.act):
        return "defence_expenditure_change"
    return ""


def _count(case: _Case) -> str:
    scene, quantity = case.scene, case.quantity
    sort = ""
    for mark in scene.marks:
        if mark.tag == "counted" and quantity.start <= mark.start < quantity.end:
            sort = mark.value
    if sort == "allies":
        guided = any(mark.value == "allies_at_guideline" for mark in case.named) or any(
            other.unit == "% of GDP" for other in scene.quantities
        )
        return "allies_at_guideline" if guided or _has_goal(scene) else ""
    return sort or "equipment"


def _index(case: _Case) -> str:
    return "gdp_deflator" if any(mark.value == "gdp_deflator" for mark in case.named) else ""


_MEASURES = {
    "money": _money,
    "share": _share,
    "change": _change,
    "multiple": _change,
    "count": _count,
    "index": _index,
}


def _has_recipient(scene: Scene) -> bool:
    """Whether a party stands where receivers stand, or one that aid is named after."""
    return any(
        (group.link in {"to", "for", "help"} or any(map(is_receiver, group.names)))
        and not any(map(is_adversary, group.names))
        for group in scene.groups
    )


def _near(scene: Scene, quantity: Quantity, mark: Mark | None) -> bool:
    """Whether a word stands beside a quantity with no other quantity between."""
    if mark is None:
        return False
    left, right = (
        sorted((quantity.end, mark.start)) if mark.start >= quantity.end else (mark.end, quantity.start)
    )
    return right - left <= 60 and not scene.quantity_between(left, right)


def _same_clause(scene: Scene, quantity: Quantity) -> bool:
    """Whether no semicolon stands between a quantity and the one before it."""
    previous = max((other.end for other in scene.quantities if other.end <= quantity.start), default=0)
    return not any(item.value == ";" for item in scene.items if previous <= item.start < quantity.start)


def _arms_near(scene: Scene, quantity: Quantity) -> bool:
    """Whether a package is one of arms: "a €2bn package of weapons"."""
    return any(
        mark.tag == "measure" and mark.value == "arms" and _near(scene, quantity, mark)
        for mark in scene.marks
    )


def _speaks_of_aid(case: _Case) -> bool:
    return any(mark.value in AID or mark.value == "aid" for mark in case.named)


def _of_receiver(scene: Scene, mark: Mark) -> bool:
    """Whether "defence" is a receiver's: "to Ukraine's defence"."""
    return any(
        any(map(is_receiver, group.names)) and 0 <= mark.start - group.end <= 16 for group in scene.groups
    )


def _goes_to_receiver(scene: Scene, quantity: Quantity) -> bool:
    """Whether the amount goes to one who receives aid, in so many words: "€21 billion for Ukraine"."""
    return any(
        group.link in {"to", "for"}
        and 0 <= group.start - quantity.end <= 14
        and any(map(is_receiver, group.names))
        for group in scene.groups
    )


def _for_defence(scene: Scene, mark: Mark, act: Act | None) -> bool:
    """Whether "defence" is what money goes to: "invested in defence", "for the military"."""
    if act is not None and act.role == "spend":
        return True
    for other in reversed(scene.marks):
        if other.end <= mark.start:
            if mark.start - other.end > 16:
                return False
            if other.tag == "link":
                return other.value in {"for", "in", "to", "against"}
    return False


def _added(scene: Scene) -> bool:
    """Whether the amount is counted on top of a base year: "an extra $700bn for defence since 2014"."""
    return any(mark.tag == "extra" for mark in scene.marks) and any(
        mark.tag == "since" for mark in scene.marks
    )


def _speaks_of_defence(scene: Scene) -> bool:
    return any(mark.tag in {"measure", "defence"} and _is_defence(mark) for mark in scene.marks) or any(
        is_alliance(name) for group in scene.groups for name in group.names
    )


def _before_of_defence(scene: Scene) -> bool:
    return any(mark.tag == "measure" and _is_defence(mark) for mark in scene.before)


def _is_defence(mark: Mark) -> bool:
    return mark.value in {"defence", "defence_expenditure", "core_defence", "related_defence"}


def _has_goal(scene: Scene) -> bool:
    return any(mark.tag == "state" and mark.value == "target" for mark in scene.marks)


def _goal_alone(scene: Scene) -> bool:
    """Whether the share is the goal itself, and nothing else is spoken of: "Belgium met the 2% target"."""
    return _has_goal(scene) and not any(mark.tag == "other_base" for mark in scene.marks)


def _part_of_earlier(scene: Scene, quantity: Quantity) -> bool:
    """Whether a share is one of the amount before it: "…, with more than half coming from Canada"."""
    return not any(
        mark.tag == "measure" and mark.start >= quantity.end and mark.value not in AID for mark in scene.marks
    )


def _of_what(scene: Scene, quantity: Quantity) -> Mark | None:
    """The measure that a percentage is of: "60% of all military aid"."""
    behind = [mark for mark in scene.marks if mark.start >= quantity.end]
    if not any(
        mark.tag == "link" and mark.value == "of" and mark.start <= quantity.end + 2 for mark in behind
    ):
        return None
    for mark in behind:
        if mark.tag == "measure" and mark.start - quantity.end <= 60:
            return mark
    return behind[0]


def _programme(scene: Scene, quantity: Quantity, programmes: Sequence[Mark]) -> str:
    """The programme named nearest to a quantity."""
    if not programmes:
        return ""

    def distance(mark: Mark) -> int:
        return mark.start - quantity.end if mark.start >= quantity.end else quantity.start - mark.end

    near = [
        mark
        for mark in programmes
        if mark.start < quantity.end or not scene.quantity_between(quantity.end, mark.start)
    ]
    return min(near, key=distance).value if near else ""


@cache
def of_programme(programme: str, what: str) -> str:
    """What a programme is for by its name: its `measure` or `recipient`, "" where it has several."""
    term = vocabulary("programme").get(programme)
    return term.extra.get(what, "") if term is not None else ""
