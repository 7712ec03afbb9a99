"""Bare numbers: years, days and parts of names take no unit from their neighbours."""

from __future__ import annotations

import pytest

from figures.extraction.numbers.bare import BareNumbers
from figures.extraction.numbers.items import Items
from figures.lexicon import lexicon

ITEMS = Items(lexicon("en"))
BARE = BareNumbers(lexicon("en"))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Article 5", True),
        ("resolution 2202", True),
        ("Leopard 2", True),
        ("Leopard 2 million", False),
        ("about 5", False),
        ("5", False),
        ("(5", False),
    ],
)
def test_names_before_a_number_are_known(text: str, named: bool) -> None:
    assert BARE.named(text, ITEMS.find(text)[0]) is named


@pytest.mark.parametrize(
    ("text", "dated"),
    [("12 June", True), ("June 12", True), ("12. June", True), ("12 tanks", False), ("12% in June", False)],
)
def test_days_of_a_month_are_known(text: str, dated: bool) -> None:
    assert BARE.dated(text, ITEMS.find(text)[0]) is dated


@pytest.mark.parametrize(
    ("text", "usable"),
    [("2024", False), ("2,024", True), ("18", True), ("2024 million", True), ("Article 5", False)],
)
def test_years_and_names_take_no_unit(text: str, usable: bool) -> None:
    assert BARE.usable(text, ITEMS.find(text)[0]) is usable
