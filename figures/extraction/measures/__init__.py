"""Measures: what a quantity measures, in which state, under which programme."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from figures.extraction.measures.cases import Case
from figures.extraction.measures.foretold import foretold
from figures.extraction.measures.own_money import at_home, by_own_forces, is_own_money, of_own_forces
from figures.extraction.measures.rules import in_one_list, taken_over, told
from figures.extraction.measures.signs import AID, speaks_of_defence
from figures.extraction.measures.statuses import is_expected, status_of
from figures.extraction.measures.untold import is_restated
from figures.extraction.measures.wanted import led_by_modal
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.governors import governors
from figures.extraction.scenes.subjects import done_by_state
from figures.extraction.words.marks import Mark
from figures.vocabularies import vocabulary

# What goes to somebody.
RECEIVABLE = AID | {"equipment", "people", ""}


class Matter(NamedTuple):
    """What a quantity is about: rows of the vocabularies, each "" where the text does not tell."""

    measure: str
    status: str
    programme: str


# Helping verbs that tell a state whatever is measured: "inflation will fall to 2%".
_FORESEEN = frozenset({"future", "required"})
_COMING = frozenset({"forecast", "planned", "pledged"})
_LEADING_AWAY = frozenset(
    {"break", "give", "spend", "hold", "level", "receive", "need", "auxiliary", "modal", "part"}
)
_LIST_GAP = 24  # between the levels of one list: " this year, and "
_NEXT = 8  # from a noun to the quantity that it names
_NOTHING = Matter("", "", "")


def assign(scene: Scene) -> list[Matter]:
    """The measure, status and programme of each quantity of a scene, in their order."""
    if not scene.is_prose:
        return [_NOTHING for _ in scene.quantities]
    named = [mark for mark in scene.tagged("measure") if mark.value != "none"]
    programmes = scene.tagged("programme")
    acts = governors(scene)
    measures = _measures(scene, acts, named)
    matters: list[Matter] = []
    for quantity, act, measure in zip(scene.quantities, acts, measures, strict=True):
        programme = _programme(scene, quantity, programmes) if measure in RECEIVABLE else ""
        if programme and measure in {"", "total_aid"} and quantity.kind in {"money", "change"}:
            measure = of_programme(programme, "measure") or measure
        if is_own_money(scene, quantity):
            measure = at_home(measure)
        elif (measure in {"", "total_aid"} and of_own_forces(scene, quantity)) or (
            not measure and by_own_forces(scene, quantity, act)
        ):
            measure = "defence_expenditure"
        told_at_all = _has_status(scene, quantity, measure, act)
        if quantity.kind == "multiple" and measure in AID | {"equipment"}:
            told_at_all = False  # "will give 20 tanks, twice as many as before"
        status = status_of(scene, quantity, act, measure) if told_at_all else ""
        matters.append(Matter(measure, status, programme))
    return _taken_along(scene, matters)


def _taken_along(scene: Scene, matters: list[Matter]) -> list[Matter]:
    """The matters with what a conversion or a change has from the amount that it is linked to."""
    for place, quantity in enumerate(scene.quantities):
        if place and is_restated(scene, place) and matters[place].status in {"", "spent"}:
            matters[place] = matters[place]._replace(status=matters[place - 1].status)
        if place and matters[place - 1].status in _COMING and _is_listed_on(scene, matters, place):
            matters[place] = matters[place]._replace(status=matters[place - 1].status)
        if quantity.relation not in {"same_amount", "change_of"}:
            continue
        for other, its in zip(scene.quantities, matters, strict=True):
            if other is quantity.related and other.start < quantity.start:
                own = matters[place]
                if quantity.relation == "same_amount" and its.measure:
                    own = its._replace(status=its.status or own.status)
                if own.measure == its.measure and quantity.relation == "same_amount":
                    own = own._replace(status=own.status or its.status)
                elif its.status == "forecast":
                    own = own._replace(status=own.status or its.status)  # a rise tells no other state
                matters[place] = own
    return matters


def _is_listed_on(scene: Scene, matters: Sequence[Matter], place: int) -> bool:
    """Whether a level without a state follows one of its list: "will be 2.1% this year and 2.3% in 2027"."""
    quantity, before = scene.quantities[place], scene.quantities[place - 1]
    own, its = matters[place], matters[place - 1]
    if own.status or not own.measure or own.measure != its.measure or quantity.kind != before.kind:
        return False
    if quantity.kind == "change" or quantity.start - before.end > _LIST_GAP:
        return False
    if ";" in scene.text[before.end : quantity.start]:
        return False
    between = [mark for mark in scene.marks if before.end <= mark.start and mark.end <= quantity.start]
    return not any(mark.tag in _LEADING_AWAY or mark.value == "from" for mark in between)


def _measures(scene: Scene, acts: Sequence[Act | None], named: Sequence[Mark]) -> list[str]:
    """The measure of each quantity: first what is told beside it, then what its list tells."""
    quantities = scene.quantities
    found: list[str] = []
    for quantity, act in zip(quantities, acts, strict=True):
        found.append(told(Case(scene, quantity, act, named, found[-1] if found else "")))
    for place in range(len(found) - 2, -1, -1):
        if not found[place] and in_one_list(scene, quantities[place], quantities[place + 1]):
            found[place] = found[place + 1]
    for place, measure in enumerate(found):
        if not measure:
            case = Case(scene, quantities[place], acts[place], named, found[place - 1] if place else "")
            found[place] = told(case) or taken_over(case)
    return found


def _has_status(scene: Scene, quantity: Quantity, measure: str, act: Act | None) -> bool:
    """Whether a state is told at all: of what has no measure, only where states or receivers handle it."""
    if measure or foretold(scene, quantity):
        return True
    if act is None:
        return led_by_modal(scene, quantity, act) != "" or any(
            mark.value == "forecast" for mark in scene.tagged("modal")
        )
    if "forecast" in (act.modal, act.leading, act.status) or is_expected(scene, quantity, act):
        return True
    if led_by_modal(scene, quantity, act):
        return True
    if act.status == "estimated" and act.role == "level" and act.end <= quantity.start:
        return not scene.separated(act.end, quantity.start)  # "the damage is estimated at $500bn"
    if act.noun and act.status == "target" and 0 <= quantity.start - act.end <= _NEXT:
        return True  # "a target of 5% growth"
    if act.modal in _FORESEEN and act.role in {"level", "hold", "need"}:
        noun = any(0 <= act.start - mark.end <= 1 for mark in scene.tagged("article"))  # "a rise of 2%"
        return act.end <= quantity.start and not noun and not scene.separated(act.end, quantity.start)
    if quantity.kind not in {"money", "count"}:
        return False
    if act.role in {"give", "receive"}:
        return _of_states(scene, act)
    return act.role in {"spend", "state"} and bool(scene.groups) and _of_states(scene, act)


def _of_states(scene: Scene, act: Act) -> bool:
    """Whether the sentence is about aid or defence, or a state does what is told."""
    if any(group.receiver for group in scene.groups) or speaks_of_defence(scene):
        return True
    if any(mark.value != "none" for mark in scene.tagged("measure")) or scene.tagged("programme"):
        return True
    return done_by_state(scene, act)


def _programme(scene: Scene, quantity: Quantity, programmes: Sequence[Mark]) -> str:
    """The programme named nearest to a quantity."""
    if not programmes:
        return ""

    def distance(mark: Mark) -> int:
        return mark.start - quantity.end if mark.start >= quantity.end else quantity.start - mark.end

    near = [
        mark for mark in programmes if mark.start < quantity.end or not _parted(scene, quantity, mark.start)
    ]
    return min(near, key=distance).value if near else ""


def _parted(scene: Scene, quantity: Quantity, place: int) -> bool:
    """Whether another amount stands between, and not only the same one in other money."""
    return any(
        quantity.end <= other.start < place
        and not (other.relation == "same_amount" and other.related is quantity)
        for other in scene.quantities
    )


@cache
def of_programme(programme: str, what: str) -> str:
    """What a programme tells by its name: its `measure`, `recipient` or `actor`, "" where it has several."""
    term = vocabulary("programme").get(programme)
    return term.extra.get(what, "") if term is not None else ""
