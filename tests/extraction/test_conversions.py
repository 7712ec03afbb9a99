"""Amounts said again in other money."""

from __future__ import annotations

import pytest

from figures.extraction.numbers.bare import BareNumbers
from figures.extraction.numbers.chains import Chains
from figures.extraction.numbers.conversions import Conversions
from figures.extraction.numbers.items import Items
from figures.extraction.numbers.joined import quantities_of
from figures.lexicon import lexicon

ITEMS = Items(lexicon("en"))
CHAINS = Chains(lexicon("en"), BareNumbers(lexicon("en")))
CONVERSIONS = Conversions(lexicon("en"))

# Whether the second amount is the first one converted.
ROWS = [
    ("SEK 16 billion (EUR 1.4 billion)", True), ("more than $10 bn (£8 bn)", True), ("£5m, or $6m", True),
    ("£5m [about $6m]", True), ("£5m ($6m; €5.5m)", True), ("$5m, £6m", False), ("$5m and £6m", False), ("$5m ($6m)", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "linked"), ROWS)
def test_conversions_are_linked(text: str, linked: bool) -> None:
    quantities = quantities_of(CHAINS.join(text, ITEMS.find(text)))
    CONVERSIONS.link(text, quantities)
    _, *others = quantities
    for other in others:
        assert (other.relation, other.related is not None) == (
            ("same_amount", True) if linked else ("", False)
        )
