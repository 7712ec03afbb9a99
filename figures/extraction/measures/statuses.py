"""Status: in which state the text puts a quantity, from the word that governs it."""

from __future__ import annotations

from figures.extraction.measures.foretold import by_source, foretold
from figures.extraction.measures.signs import AID
from figures.extraction.measures.untold import claimed_before, comes_from, is_apart, is_part_of_spending
from figures.extraction.measures.wanted import is_agreed_that, led_by_modal, opens_sentence
from figures.extraction.numbers.fused import GOAL
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.subjects import subject

_OF_SPENDING = ("defence_", "core_", "related_", "extra_", "allies_", "equipment_share")
_DONE = frozenset({"spent", "delivered", "allocated", "budgeted"})
_MODALS = {"forecast", "required", "planned", "claimed"}
# Of a governing verb or noun these outlast what follows: "a pledge to deliver", "agreed to spend".
_LEADING = {"pledged", "planned", "target", "required", "committed", "budgeted", "forecast", "allocated"}
_NEAR_BUDGET = 30  # from "the 2025 budget" to its verb
_TO_DRAFT = 8  # over an article
_MOVES = ("rise", "fall", "move")
_MOVED = frozenset({"change", "multiple"})
_REACH_OF_COPULA = 24
_REACH_OF_EXPECTED = 40
_REACH_OF_MODAL = 20
_SEEN = frozenset({"estimated", "forecast"})  # "augmentera" is a forecast by its tense
_FUTURE = {"give": "pledged", "receive": "pledged", "spend": "pledged", "need": "required"}
_AGREED = {"give": "committed", "receive": "committed", "spend": "target", "need": "required"}


def status_of(scene: Scene, quantity: Quantity, act: Act | None, measure: str) -> str:
    """The status of a quantity under its governing act, "" where the text tells none."""
    if quantity.rule.endswith(GOAL):
        return "target"
    if is_expected(scene, quantity, act):
        return "forecast"
    if foreseen := _of_copula(scene, quantity, act) or led_by_modal(scene, quantity, act):
        return foreseen
    if beside := foretold(scene, quantity):
        return beside
    of_spending = measure.startswith(_OF_SPENDING)
    if is_part_of_spending(quantity, measure) and (act is None or act.noun or act.role in {"level", "hold"}):
        return "forecast" if act is not None and act.modal in {"future", "forecast"} else ""
    if (act is None or not (act.status or act.leading)) and claimed_before(scene, quantity):
        return "claimed"
    if act is None:
        return _from_nouns(scene, quantity, measure)
    if (quantity.kind == "share" or measure == "allies_at_guideline") and is_apart(scene, quantity, act):
        return ""
    levels = act.role in {"hold", "level"} or (act.role == "spend" and quantity is not scene.quantities[0])
    if levels and comes_from(scene, quantity, act):
        return ""
    if quantity.kind == "count" and act.role == "level" and act.start >= quantity.end and not act.final:
        return ""  # "the 88 jets will cost €19bn"
    if quantity.kind == "change" and act.role in {"receive", "level"} and not (act.modal or act.leading):
        return act.status if act.status in _SEEN else ""  # a rise tells no state
    if act.role in {"spend", "hold", "level"} and _compared(scene, act, quantity):
        spent = of_spending and act.role == "spend" and not act.modal and quantity.kind != "count"
        return "spent" if spent else "" if of_spending else act.status
    found = _of_act(scene, act)
    if found == "pledged" and is_agreed_that(scene, act):
        found = "target" if act.role == "spend" and quantity.kind != "money" else "committed"
    if quantity.kind == "change" and found in _DONE:
        return ""  # "spent €5bn, 6% more than before"
    if found in {"", "forecast"} and act.role == "level" and _is_of_need(scene, act):
        return "required"
    if found == "delivered" and is_part_of_spending(quantity, measure):
        return ""  # "sends half of its budget abroad"
    if found == "forecast" and act.role == "hold" and quantity.kind == "count" and act.end <= quantity.start:
        owns = any(mark.start == act.start for mark in scene.tagged("auxiliary"))
        return "pledged" if act.modal == "future" and not owns else found  # "will also train 1,500 recruits"
    if found == "delivered" and _by_adversary(scene, act):
        return ""  # "Russia sent 120 drones across the border"
    if found == "committed" and quantity.kind == "share" and of_spending and not act.leading:
        return "target"
    if found == "target" and act.modal == "agreed" and act.role == "spend" and quantity.kind == "money":
        return "committed"  # "voted to spend €5bn"
    if found in {"planned", "pledged"} and act.role == "spend" and of_spending and _by_draft(scene):
        return "budgeted"
    if not act.modal and (act.role == "give" or found == "planned") and _by_budget(scene, act):
        return "budgeted"
    if found == "allocated" and of_spending and _through_budget(scene, act, quantity):
        return "budgeted"
    if found or act.negated:
        return found
    if act.modal == "purpose":
        outer = _before(scene, act)
        if outer is None:
            return "planned" if act.passive and act.role == "give" else ""  # "tanks to be delivered in May"
        return status_of(scene, quantity, outer, measure)
    if act.role in {"level", "hold"} and not act.modal and (opening := by_source(scene)):
        return opening
    if act.role == "level" and not act.modal and (given := _given_before(scene, act, of_spending)):
        return given
    if quantity.kind in _MOVED:
        return ""  # "the budget doubled" tells no state
    noun = _from_nouns(scene, quantity, measure)
    if noun and not (noun == "target" and measure == "allies_at_guideline"):
        return noun  # "Eleven allies have missed the target" have reached nothing
    return "spent" if of_spending and not act.modal and _is_spent(scene, quantity, act) else ""


def _is_of_need(scene: Scene, act: Act) -> bool:
    """Whether a need is what a level tells of: "Ukraine's needs will amount to €60bn"."""
    noun = _noun_before(scene, act, "required")
    return noun is not None and not scene.separated(noun.end, act.start)


def _noun_before(scene: Scene, act: Act, status: str) -> Act | None:
    """What stands before a verb, where it is a noun of some state; else None."""
    noun = _before(scene, act)
    return noun if noun is not None and noun.noun and noun.status == status else None


def _by_draft(scene: Scene) -> bool:
    """Whether a budget is the source of a sentence: "will spend €4bn, according to the draft budget"."""
    return any(
        source.value == "report" and mark.value == "budgeted" and 0 <= mark.start - source.end <= _TO_DRAFT
        for source in scene.tagged("break")
        for mark in scene.tagged("state")
    )


def _given_before(scene: Scene, act: Act, of_spending: bool) -> str:
    """The status of what was done to what a level describes: "the aid announced amounts to", "gave aid, totalling"."""
    outer = _before(scene, act)
    if outer is None or outer.role != "give" or outer.negated:
        return ""
    between = scene.between(outer.end, act.start)
    if act.active and (not between or between[-1].end + 1 == act.start) and len(between) <= 1:
        return _of_act(scene, outer)
    if outer.modal or of_spending or between:
        return ""
    return outer.leading or outer.status


def is_expected(scene: Scene, quantity: Quantity, act: Act | None) -> bool:
    """Whether a quantity itself is what somebody expects: "she expects a deficit of 4%"."""
    for mark in scene.tagged("modal"):
        if mark.value == "forecast" and 0 < quantity.start - mark.end <= _REACH_OF_EXPECTED:
            if act is not None and act.end > mark.start:
                return False
            if scene.separated(mark.end, quantity.start):
                return False
            return not scene.quantity_between(mark.end, quantity.start) or _is_joined(scene, quantity)
    return False


def _is_joined(scene: Scene, quantity: Quantity) -> bool:
    """Whether an "and" alone parts a quantity from the one before: "growth of 3% and inflation of 2%"."""
    previous = max((other.end for other in scene.quantities if other.end <= quantity.start), default=0)
    joined = any(previous <= mark.start < quantity.start for mark in scene.tagged("joiner"))
    return joined and quantity.start - previous <= _REACH_OF_COPULA


def _by_adversary(scene: Scene, act: Act) -> bool:
    """Whether the enemy is who sends: what it does is no delivery of aid."""
    if not any(group.adversary for group in scene.groups):
        return False
    found = subject(scene, act)
    return found.group >= 0 and scene.groups[found.group].adversary


def _is_spent(scene: Scene, quantity: Quantity, act: Act) -> bool:
    """Whether a level of spending is one that was spent: "spends 2%", "reached 2%", and not "stood at"."""
    if act.role == "spend":
        return True
    return (
        act.role == "hold"
        and quantity.kind not in {"change", "multiple", "count"}
        and not any(mark[0] == act.start for tag in _MOVES for mark in scene.tagged(tag))
    )


def _of_act(scene: Scene, act: Act) -> str:
    if act.negated:
        return ""
    if act.noun:
        return act.status
    if act.leading == "committed" and (
        act.role == "hold" or (act.role in {"spend", "level"} and _is_agreed(scene, act))
    ):
        return "target"  # "committed to reach", "agreed in Rome to spend", and not "committed to raise"
    if act.leading in _LEADING:
        return act.leading
    if act.modal in _MODALS:
        return act.modal
    if act.modal == "future":
        proposed = act.role == "give" and act.status == "planned"  # "would propose"
        return "planned" if proposed else _FUTURE.get(act.role, "forecast")
    if act.modal == "agreed":
        return _AGREED.get(act.role, "target")
    if act.modal == "purpose":
        return ""
    if act.modal == "possible":  # "could provide", but "might rise" is no forecast
        return "forecast" if act.role in {"give", "receive", "spend"} else ""
    return act.status


def _is_agreed(scene: Scene, act: Act) -> bool:
    """Whether what governs a verb is an agreement: "agreed in The Hague to invest"."""
    outer = _before(scene, act)
    return outer is not None and any(mark.start == outer.start for mark in scene.tagged("agreement"))


def _by_budget(scene: Scene, act: Act) -> bool:
    """Whether a budget is what gives: "the 2025 budget provides"."""
    noun = _noun_before(scene, act, "budgeted")
    return (
        noun is not None and act.start - noun.end <= _NEAR_BUDGET and not scene.has_words(noun.end, act.start)
    )


def _through_budget(scene: Scene, act: Act, quantity: Quantity) -> bool:
    """Whether what is approved is a budget: "approved a draft budget that foresees €62bn"."""
    return any(
        other.status == "budgeted" and act.end <= other.start < quantity.start
        for other in scene.acts
        if other.noun
    )


def _before(scene: Scene, act: Act) -> Act | None:
    found = None
    for other in scene.acts:
        if other.start >= act.start:
            break
        found = other
    return found


def _compared(scene: Scene, act: Act, quantity: Quantity) -> bool:
    """Whether a comparison leads the quantity away from the act: "will reach 3%, up from 2%"."""
    return any(
        mark.value == "comparison" and act.end <= mark.start < quantity.start
        for mark in scene.tagged("break")
    )


def _of_copula(scene: Scene, quantity: Quantity, act: Act | None) -> str:
    """The status of what "will be", "must be" or "is expected to be" so much: "the budget will be €2bn"."""
    last = max((mark for mark in scene.tagged("auxiliary") if mark.end <= quantity.start), default=None)
    if last is None or last.value == "perfect" or quantity.start - last.end > _REACH_OF_COPULA:
        return ""
    if act is not None and (act.noun or last.end <= act.start):
        return ""  # "the target would be 2%" is a target
    if scene.separated(last.end, quantity.start) or scene.quantity_between(last.end, quantity.start):
        return ""
    modal = max((mark for mark in scene.tagged("modal") if mark.end <= last.start), default=None)
    if modal is not None and scene.text[modal.start].isupper() and modal.start > scene.start + 1:
        return ""  # "in May"
    if modal is None or last.start - modal.end > _REACH_OF_MODAL or scene.separated(modal.end, last.start):
        return ""
    return "forecast" if modal.value == "future" else modal.value if modal.value in _MODALS else ""


def _from_nouns(scene: Scene, quantity: Quantity, measure: str) -> str:
    """The status of the nearest noun in the same clause: "Estonia's defence budget, €1.4bn"."""
    best, found = 80, ""
    for act in scene.acts:
        if not act.noun:
            continue
        ahead = act.end <= quantity.start
        left, right = (act.end, quantity.start) if ahead else (quantity.end, act.start)
        gap = right - left
        if 0 <= gap < best and not scene.quantity_between(left, right):
            if not ahead and scene.separated(left, right):
                continue
            if ahead and opens_sentence(scene, act):
                continue
            if any(item.value == ";" for item in scene.between(left, right)):
                continue
            if not ahead and measure in AID and act.status == "budgeted":
                continue  # "a loan for its military, budget and energy needs"
            best, found = gap, act.status
    return found
