"""Cases: a quantity with what decides its measure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from figures.extraction.measures.signs import nearest
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.words.marks import Mark

_NOT_NAMED = frozenset({"none", "allies_at_guideline", "gdp_deflator"})


class Case(NamedTuple):
    """A quantity with what decides its measure; `earlier` is the measure of the one before."""

    scene: Scene
    quantity: Quantity
    act: Act | None
    named: Sequence[Mark]
    earlier: str

    @property
    def nearest(self) -> Mark | None:
        """The word for a measure that lies nearest."""
        return nearest(self.scene, self.quantity, [m for m in self.named if m.value not in _NOT_NAMED])


def aid_of(value: str) -> str:
    """The measure of a word for aid; where it does not say of which sort that of all aid."""
    return "total_aid" if value == "aid" else value
