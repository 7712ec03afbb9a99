"""Signs: what the words around a quantity tell about its measure."""

from __future__ import annotations

from collections.abc import Sequence

from figures.extraction.numbers.fused import GOAL
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import BREAK, COMMA, Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.words.marks import Mark
from figures.extraction.words.party_names import is_alliance

AID = frozenset({"military_aid", "total_aid", "loan"})
_KINDS_OF_AID = AID | {"aid", "support"}
_LONGEST_LIST_OF_KINDS = 48
_FARTHEST = 120
_DIRECTLY = 1
_NEXT_WORD = 4
# A word of these alone does not make a measure; something else in the sentence must speak for it.
_WEAK = {"support": 25, "arms": 30, "defence": 20, "allies_at_guideline": 60, "equipment_share": 10}


def nearest(scene: Scene, quantity: Quantity, named: Sequence[Mark]) -> Mark | None:
    """The word for a measure that lies nearest, one behind the quantity before one ahead of it."""
    best: Mark | None = None
    least = _FARTHEST
    for mark in named:
        if mark.start >= quantity.start:
            if _belongs_to_part(scene, quantity, mark):
                continue
            left, right = scene.past_aside(quantity), mark.start
            left = left if left <= right else quantity.end
            cost = max(right - left, 0)
        else:
            left, right = mark.end, quantity.start
            cost = max(right - left, 0) + 12
        cost += _WEAK.get(mark.value, 0)
        if cost >= least:
            continue
        for item in scene.between(left, right):
            if item.value == "report" and mark.end <= item.start:
                continue  # "military aid, according to the ministry, of €5bn": its commas part enough
            cost += 80 if item.value == ";" else 45 if item.sort == BREAK else 20
        if left < right and scene.quantity_between(left, right):
            cost += 60
        elif mark.start >= quantity.end and _is_joined_on(scene, left, right):
            cost += 50
        elif mark.start < quantity.start and _belongs_to_earlier(scene, quantity, mark):
            cost += 40
        if cost < least:
            best, least = mark, cost
    return best


def _is_joined_on(scene: Scene, left: int, right: int) -> bool:
    """Whether an "and" leads from a quantity to the next thing: "aid rose to €5bn and military aid to €2bn"."""
    return any(0 <= mark.start - left <= 1 and mark.end < right for mark in scene.tagged("joiner"))


def _belongs_to_part(scene: Scene, quantity: Quantity, mark: Mark) -> bool:
    """Whether a word is told of a part of the quantity: "€193bn, of which €70bn in military aid"."""
    return scene.quantity_between(quantity.end, mark.start) and any(
        quantity.end <= part.start < mark.start for part in scene.tagged("part")
    )


def _belongs_to_earlier(scene: Scene, quantity: Quantity, mark: Mark) -> bool:
    """Whether a word is told of the quantity before: "3.5% for core defence and 1.5% for …"."""
    return any(
        other.end <= mark.start and mark.start - other.end <= 30
        for other in scene.quantities
        if other.end <= quantity.start
    )


def near(scene: Scene, quantity: Quantity, mark: Mark | None) -> bool:
    """Whether a word stands beside a quantity with no other quantity between."""
    if mark is None:
        return False
    left, right = (
        sorted((quantity.end, mark.start)) if mark.start >= quantity.end else (mark.end, quantity.start)
    )
    return right - left <= 60 and not scene.quantity_between(left, right)


def same_clause(scene: Scene, quantity: Quantity) -> bool:
    """Whether no semicolon stands between a quantity and the one before it."""
    previous = max((other.end for other in scene.quantities if other.end <= quantity.start), default=0)
    return not any(item.value == ";" for item in scene.between(previous, quantity.start))


def arms_near(scene: Scene, quantity: Quantity) -> bool:
    """Whether a package is one of arms: "a €2bn package of weapons"."""
    return any(
        mark.value == "arms"
        and (near(scene, quantity, mark) or 0 < mark.start - scene.past_aside(quantity) < 40)
        for mark in scene.tagged("measure")
    )


def is_for_arms(scene: Scene, quantity: Quantity) -> bool:
    """Whether arms are told directly behind an amount, with no other between: "€13bn for new weapons"."""
    return any(
        mark.value == "arms" and mark.start >= quantity.end and near(scene, quantity, mark)
        for mark in scene.tagged("measure")
    )


def of_several_kinds(scene: Scene, mark: Mark) -> bool:
    """Whether a word for defence is the first of several kinds of aid: "military, financial or other aid"."""
    for other in scene.tagged("measure"):
        gap = scene.text[mark.end : other.start] if other.start > mark.end else ""
        if other.value in _KINDS_OF_AID and 0 < len(gap) <= _LONGEST_LIST_OF_KINDS:
            joined = "," in gap or any(
                mark.end <= word.start < other.start for word in scene.tagged("joiner")
            )
            return joined and not any(mark.end <= act.start < other.start for act in scene.acts)
    return False


def for_defence(scene: Scene, mark: Mark, act: Act | None) -> bool:
    """Whether "defence" is what money goes to: "invested in defence", "for the military"."""
    if act is not None and (act.role == "spend" or (act.role == "give" and mark.start - act.end == 1)):
        return True  # also "give defence another €5bn"
    if act is not None and act.role == "receive" and 0 < act.start - mark.end <= 2:
        return True  # "defence gets €83bn"
    for other in reversed(scene.marks):
        if other.end <= mark.start:
            if mark.start - other.end > 16:
                return False
            if (
                other.tag == "state"
                and other.value == "budgeted"
                and mark.start - other.end <= _NEXT_WORD + 1
            ):
                return True  # "das Budget des Heeres"
            if other.tag == "link":
                return other.value in {"for", "in", "to", "against"} or _of_budget(scene, other)
    return False


def _of_budget(scene: Scene, link: Mark) -> bool:
    """Whether a budget is parted from its "of defence" by whose it is: "le budget allemand de la défense"."""
    if link.value == "of" and any(
        state.value == "budgeted" and 0 < link.start - state.end <= 1 for state in scene.tagged("state")
    ):
        return True
    return link.value == "of" and any(
        state.value == "budgeted" and state.end < group.start and 0 < link.start - group.end <= 1
        for state in scene.tagged("state")
        for group in scene.groups
        if group.start - state.end <= _NEXT_WORD
    )


def added(scene: Scene, quantity: Quantity) -> bool:
    """Whether an amount comes on top: "an extra $700bn for defence since 2014", "12 miliardi in più"."""
    if "since" in scene.tags and "extra" in scene.tags:
        return True
    return any(0 <= mark.start - quantity.end <= _DIRECTLY for mark in scene.tagged("extra"))


def speaks_of_defence(scene: Scene) -> bool:
    """Whether defence, or an alliance that is for it, is spoken of."""
    return (
        "defence" in scene.tags
        or any(map(_is_defence, scene.tagged("measure")))
        or any(is_alliance(name) for group in scene.groups for name in group.names)
    )


def before_of_defence(scene: Scene) -> bool:
    """Whether the sentence before speaks of defence spending."""
    return any(mark.tag == "measure" and _is_defence(mark) for mark in scene.before)


def _is_defence(mark: Mark) -> bool:
    return mark.value in {"defence", "defence_expenditure", "core_defence", "related_defence"}


def goal_alone(scene: Scene) -> bool:
    """Whether the share is the goal itself, and nothing else is spoken of: "Belgium met the 2% target"."""
    goal = any(mark.value == "target" for mark in scene.tagged("state"))
    goal = goal or any(quantity.rule.endswith(GOAL) for quantity in scene.quantities)
    return goal and "other_base" not in scene.tags


def part_of_earlier(scene: Scene, quantity: Quantity) -> bool:
    """Whether a share is one of the amount before it: "…, with more than half coming from Canada"."""
    previous = max((other.end for other in scene.quantities if other.end <= quantity.start), default=-1)
    return any(
        mark.tag == "whole" or (mark.tag == "link" and mark.value == "with" and mark.end <= quantity.start)
        for mark in scene.marks
        if previous <= mark.start <= quantity.end + 3
    )


def of_what(scene: Scene, quantity: Quantity) -> Mark | None:
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


def subject_measure(scene: Scene, act: Act) -> str:
    """The measure in the subject of a verb, over an aside: "Spending, though still above 3%, fell"."""
    ahead = [mark for mark in scene.tagged("measure") if mark.end <= act.start and mark.value != "none"]
    if not ahead:
        return ""
    first = ahead[0]
    between = scene.between(first.end, act.start)
    aside = len(between) in {0, 2} and all(item.sort == COMMA and item.value == "," for item in between)
    other = any(first.end <= another.start < act.start and not another.noun for another in scene.acts)
    return first.value if aside and not other else ""


def subject_behind(scene: Scene, quantity: Quantity, named: Sequence[Mark]) -> Mark | None:
    """The measure of the subject behind a level that opens its sentence: "È di un miliardo, …, l'aiuto"."""
    opens = any(act.role == "level" and 0 <= act.start - scene.start <= 1 for act in scene.acts)
    if not opens or quantity is not scene.quantities[0]:
        return None
    return next((mark for mark in named if mark.start >= quantity.end), None)
