"""Rules of measure for levels in per cent: of output, of a budget, of aid."""

from __future__ import annotations

from figures.extraction.measures.bases import of_balance, share_of_spending
from figures.extraction.measures.cases import Case, aid_of
from figures.extraction.measures.receiving_signs import given_to, goes_to_receiver
from figures.extraction.measures.signs import (
    AID,
    before_of_defence,
    goal_alone,
    near,
    of_what,
    part_of_earlier,
    same_clause,
    speaks_of_defence,
)
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.words.marks import Mark

_NEAR = 60
_PARTS = frozenset({"defence_expenditure", "equipment_share"})
_BASE = "other_base"


def measure_of_share(case: Case) -> str:
    """The measure of a level in per cent."""
    scene, quantity = case.scene, case.quantity
    mark = case.nearest
    value = aid_of(mark.value) if mark is not None else ""
    defence = speaks_of_defence(scene)
    if value == "core_defence" and _follows_core(case, mark):
        value = "related_defence"  # "3.5% for core needs and 1.5% for roads and ports"
    if value in {"core_defence", "related_defence"} and defence and near(scene, quantity, mark):
        return value.replace("_defence", "_defence_share_gdp")
    if quantity.unit == "% of GDP" and "balance" in scene.tags and of_balance(scene, quantity):
        return ""
    if quantity.unit == "% of GDP":
        given = case.act is not None and case.act.role == "give"
        if not value and given and (goes_to_receiver(scene, quantity) or given_to(scene, case.act)):
            return "total_aid"
        if value in AID and mark is not None and _gap(mark, quantity) <= _NEAR and _BASE not in scene.tags:
            return value
        if case.earlier in AID and not defence and same_clause(scene, quantity):
            return case.earlier
        carried = before_of_defence(scene) and "other_base" not in scene.tags
        return "defence_share_gdp" if defence or carried or goal_alone(scene) else ""
    if defence and any(named.value == "equipment_share" for named in case.named):
        return "equipment_share"
    if case.earlier in AID and same_clause(scene, quantity) and part_of_earlier(scene, quantity):
        return case.earlier
    if case.earlier in _PARTS and _follows_share(case):
        return case.earlier
    of = of_what(scene, quantity)
    if of is not None:
        return aid_of(of.value) if aid_of(of.value) in AID else share_of_spending(scene, of)
    if quantity.base or not near(scene, quantity, mark):
        return ""  # "14% of the whole budget"
    if quantity.rule.startswith("share+fraction"):
        return ""  # "spends a third of the budget on defence"
    if value == "defence_expenditure" and _BASE in scene.tags:
        return value  # "the share of the defence budget in all public spending"
    if value == "defence_expenditure" or (
        value == "defence" and case.act is not None and case.act.role == "spend"
    ):
        return "defence_share_gdp"
    return ""


def _follows_share(case: Case) -> bool:
    """Whether a share stands beside another of the same whole: "27% of the budget and pay for 41%"."""
    shares = [other for other in case.scene.quantities if other.end <= case.quantity.start]
    last = shares[-1] if shares else None
    return last is not None and last.kind == "share" and last.unit == "%" and not case.quantity.base


def _follows_core(case: Case, mark: Mark | None) -> bool:
    """Whether it is the other part of a goal: "3.5% for core needs and 1.5% for roads and ports"."""
    ahead = mark is not None and mark.end <= case.quantity.start
    return ahead and case.earlier == "core_defence_share_gdp"


def _gap(mark: Mark, quantity: Quantity) -> int:
    """How many characters stand between a word and a quantity."""
    return mark.start - quantity.end if mark.start >= quantity.end else quantity.start - mark.end
