"""Budgets of defence: amounts in the budget of a body that is for defence, as a ministry or the army."""

from __future__ import annotations

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene

_FARTHEST = 110  # from the word for a budget to the amount


def budget_of_defence(scene: Scene, quantity: Quantity) -> bool:
    """Whether an amount is in such a budget: "the army will have a budget of €2bn"."""
    if "defence_body" not in scene.tags:
        return False
    return any(
        mark.value == "budgeted"
        and 0 < quantity.start - mark.end <= _FARTHEST
        and not scene.quantity_between(mark.end, quantity.start)
        for mark in scene.tagged("state")
    )
