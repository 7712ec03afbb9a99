"""Rules of measure: which measure the words beside a quantity tell, by its kind."""

from __future__ import annotations

from figures.extraction.measures.bases import is_gdp, of_opening
from figures.extraction.measures.cases import Case, aid_of
from figures.extraction.measures.defence_budgets import budget_of_defence
from figures.extraction.measures.receiving_signs import (
    budgeted_for_receiver,
    given_to_receiver,
    goes_to_receiver,
    has_recipient,
    of_receiver,
    promised_to_receiver,
)
from figures.extraction.measures.share_rules import measure_of_share
from figures.extraction.measures.signs import (
    AID,
    added,
    arms_near,
    for_defence,
    of_several_kinds,
    same_clause,
    subject_behind,
    subject_measure,
)
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.subjects import done_by_state
from figures.extraction.words.marks import Mark

_GIVING = frozenset({"give", "receive", "need"})
_GIVEN = AID | {"equipment"}
_INHERITED = AID | {"defence_expenditure"}
_OF_SPENDING = frozenset({"defence_expenditure_change", "defence_share_gdp"})
_COUNTED = {"people": "people", "allies": "allies_at_guideline"}
# What a word for a share tells of an amount.
_OF_MONEY = {
    "core_defence": "defence_expenditure",
    "related_defence": "defence_expenditure",
    "equipment_share": "arms",
}
_LIST_GAP = 34  # between the amounts of one list: ", Canada "


def told(case: Case) -> str:
    """The measure that the words beside a quantity tell, "" where they tell none."""
    read = _READERS.get(case.quantity.kind)
    return read(case) if read is not None else ""


def taken_over(case: Case) -> str:
    """The measure of an amount beside which none is told: of the one before, or aid for being given."""
    scene, quantity, act = case.scene, case.quantity, case.act
    if quantity.kind != "money":
        return ""
    if case.earlier in _INHERITED and same_clause(scene, quantity):
        return case.earlier
    if case.earlier in _OF_SPENDING and _restates(scene, quantity):
        return "defence_expenditure"
    giving = act is not None and act.role in _GIVING
    if has_recipient(scene) and (
        giving
        or goes_to_receiver(scene, quantity)
        or promised_to_receiver(scene, act)
        or budgeted_for_receiver(scene, quantity, act)
    ):
        return "total_aid"
    return ""


def _restates(scene: Scene, quantity: Quantity) -> bool:
    """Whether an amount is what the share or change before it comes to: "by 19% to €343bn"."""
    previous = max((other.end for other in scene.quantities if other.end <= quantity.start), default=0)
    return quantity.start - previous <= _LIST_GAP and same_clause(scene, quantity)


def in_one_list(scene: Scene, left: Quantity, right: Quantity) -> bool:
    """Whether two amounts follow each other in one list, whose measure may be told at its end.

    "Canada $200 million and Australia $50 million in military aid"
    """
    gap = right.start - left.end
    return (
        left.kind == right.kind == "money"
        and gap <= _LIST_GAP
        and same_clause(scene, right)
        and not any(left.end <= act.start < right.start for act in scene.acts)
        and not any(left.end <= m.start < right.start for tag in ("whole", "part") for m in scene.tagged(tag))
        and not any(left.end <= m.start < right.start and m.value == "with" for m in scene.tagged("link"))
    )


def _money(case: Case) -> str:
    """The measure of an amount of money, where the words beside it tell one."""
    scene, quantity, act = case.scene, case.quantity, case.act
    mark = case.nearest or subject_behind(scene, quantity, case.named)
    value = mark.value if mark is not None else ""
    if value == "related_defence" and not _is_of_defence(case):
        value = ""  # "€500bn for infrastructure"
    value = _OF_MONEY.get(value, value)
    if "gdp" in scene.tags and is_gdp(scene, quantity):
        return "gdp"
    if whole := of_opening(scene):
        return whole
    giving = act is not None and act.role in _GIVING
    if value == "support" and arms_near(scene, quantity):
        value = "arms"
    if (
        value == "support"
        and act is not None
        and any(named.start == act.start and named.value == "loan" for named in case.named)
    ):
        return "loan"  # "agreed to lend €90bn in several tranches"
    if (
        value in {"support", "arms"}
        and case.earlier == "defence_expenditure"
        and same_clause(scene, quantity)
        and not (value == "arms" and has_recipient(scene))
    ):
        return case.earlier  # "€82bn for the army and 25 from the special fund"
    if value == "support":
        return "total_aid" if has_recipient(scene) or case.earlier in AID else ""
    if value == "aid":
        return "military_aid" if arms_near(scene, quantity) else "total_aid"
    if value == "arms":
        given = giving and mark is not None and _beside(case, mark)
        if has_recipient(scene) or _speaks_of_aid(case):
            return "military_aid"
        state = act is not None and (done_by_state(scene, act) or bool(scene.tagged("pronoun")))
        if given and act is not None and act.status == "allocated" and state:
            return "defence_expenditure"  # "parliament approved €2bn for missiles"
        if given:
            return "military_aid"
        return "defence_expenditure" if act is not None and _pays(scene, act) else ""
    if value == "defence" and mark is not None and of_several_kinds(scene, mark):
        return "total_aid"
    if value in {"defence", "defence_expenditure"} and act is not None and given_to_receiver(scene, act):
        return "military_aid"
    if (
        value in {"defence", "defence_expenditure"}
        and mark is not None
        and giving
        and of_receiver(scene, mark)
    ):
        return "military_aid"
    if value == "defence":
        value = "defence_expenditure" if mark is not None and for_defence(scene, mark, act) else ""
    if value == "defence_expenditure" and added(scene, quantity):
        return "extra_defence_expenditure"
    return value or ("defence_expenditure" if budget_of_defence(scene, quantity) else "")


def _is_of_defence(case: Case) -> bool:
    """Whether defence is spoken of beside what may be for it."""
    others = (mark for mark in case.named if mark.value not in {"related_defence", "support"})
    return "defence" in case.scene.tags or next(others, None) is not None


def _pays(scene: Scene, act: Act) -> bool:
    """Whether a state spends for itself: "Tallinn spent €90m on ammunition"."""
    return act.role == "spend" and not (act.modal or act.leading) and done_by_state(scene, act)


def _beside(case: Case, arms: Mark) -> bool:
    """Whether arms are what is given for an amount: "sent €2bn of arms", "sent arms worth €2bn"."""
    quantity, act = case.quantity, case.act
    if arms.start > quantity.end:
        return arms.start - quantity.end <= 12
    return act is not None and act.end <= arms.start and quantity.start - arms.end <= 12


def _change(case: Case) -> str:
    """The measure of a change or multiple."""
    mark = case.nearest
    value = aid_of(mark.value) if mark is not None else ""
    if value in AID:
        return value
    if value == "support" and has_recipient(case.scene):
        return "total_aid"
    if value in {"core_defence", "related_defence", "defence_expenditure"}:
        return "defence_expenditure_change"
    if case.earlier in {"defence_expenditure", "defence_expenditure_change"}:
        return "" if _of_other_base(case) else "defence_expenditure_change"
    if case.quantity.kind == "multiple" and case.earlier in _GIVEN and _restates(case.scene, case.quantity):
        return case.earlier  # "sent 20 tanks, twice as many as before"
    if value == "defence" and mark is not None and for_defence(case.scene, mark, case.act):
        return "defence_expenditure_change"
    if mark is None and case.act is not None and case.act.role == "level":
        moved = subject_measure(case.scene, case.act)
        return "defence_expenditure_change" if moved == "defence_expenditure" else ""
    return ""


def _of_other_base(case: Case) -> bool:
    """Whether something else is named as what changed: "…, while world GDP fell by 4%"."""
    scene, quantity = case.scene, case.quantity
    previous = max((other.end for other in scene.quantities if other.end <= quantity.start), default=0)
    bases = (*scene.tagged("gdp"), *scene.tagged("other_base"), *scene.tagged("growth"))
    return any(previous <= mark.start and mark.end <= quantity.start for mark in bases)


def _count(case: Case) -> str:
    """The measure of a count, by what its noun counts; allies are counted by the guideline they meet."""
    return _COUNTED.get(group_of(case.quantity), "equipment")


def group_of(quantity: Quantity) -> str:
    """What a count counts by the table of its language: "people", "allies" or "equipment"."""
    named = quantity.rule.split("+")
    return named[2] if len(named) > 2 else ""


def _index(case: Case) -> str:
    return "gdp_deflator" if any(mark.value == "gdp_deflator" for mark in case.named) else ""


def _speaks_of_aid(case: Case) -> bool:
    return any(mark.value in AID or mark.value == "aid" for mark in case.named)


_READERS = {
    "money": _money,
    "share": measure_of_share,
    "change": _change,
    "multiple": _change,
    "count": _count,
    "index": _index,
}
