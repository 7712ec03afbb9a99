"""Scales and units behind a number, signs of money before it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figures.extraction.numbers.units import Units
from figures.lexicon import lexicon

UNITS = Units(lexicon("en"))

# What stands behind the number, how much of it belongs to it, scale, unit.
TAILS = [
    (" billion euros of aid", " billion euros", "1e9", "EUR"),
    ("bn", "bn", "1e9", ""),
    (" bn. euros", " bn. euros", "1e9", "EUR"),
    ("-million-dollar loan", "-million-dollar", "1e6", "$"),
    (" hundred million pounds", " hundred million pounds", "1e8", "GBP"),
    (" billion and a half dollars", " billion and a half dollars", "1e9", "$"),
    (" billion additional US dollars", " billion additional US dollars", "1e9", "USD"),
    (" billion in new euros", " billion in new euros", "1e9", "EUR"),
    (" billion", " billion", "1e9", ""),
    ("%", "%", None, "%"),
    (" per cent", " per cent", None, "%"),
    (" per\ncent", " per\ncent", None, "%"),
    (" percentage points", " percentage points", None, "pp"),
    (" U.S. dollars", " U.S. dollars", None, "USD"),
    (" hryvnias", " hryvnias", None, "UAH"),
    (" Norwegian kroner", " Norwegian kroner", None, "NOK"),
    (" trillion yen", " trillion yen", "1e12", "JPY"),
    (" zł", " zł", None, "PLN"),
    (" troops", "", None, ""),
    (" in euros", "", None, ""),
    ("", "", None, ""),
    (". Euros", "", None, ""),
    (" $6", "", None, ""),
    ("-EUR 8", "", None, ""),
]
# What stands before the number, how much of it belongs to it, the unit.
BEFORE = [
    ("of €", "€", "EUR"), ("of EUR ", "EUR ", "EUR"), ("US$", "US$", "USD"), ("C$ ", "C$ ", "CAD"), ("NZ$", "NZ$", "NZD"),
    ("(₴", "₴", "UAH"), ("Rs ", "Rs ", "rupee"), ("R", "R", "R"), ("$5M/€", "€", "EUR"), ("the ", "", ""), ("EURO ", "EURO ", "EUR"), ("XEUR", "", ""),
    ("ABC ", "", ""), ("ALL ", "", ""), ("€/$ ", "", ""), ("", "", ""), ("€  ", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "taken", "scale", "unit"), TAILS)
def test_what_stands_behind(text: str, taken: str, scale: str | None, unit: str) -> None:
    found = UNITS.tail(f"5{text}", 1)
    assert f"5{text}"[1 : found.end] == taken
    assert found.scale == (Decimal(scale) if scale else None)
    assert (found.unit.code if found.unit else "") == unit


def test_a_half_behind_the_scale_is_told() -> None:
    assert UNITS.tail("2 billion and a half dollars", 1).half
    assert not UNITS.tail("2 billion dollars", 1).half


@pytest.mark.parametrize(("text", "taken", "unit"), BEFORE)
def test_what_stands_before(text: str, taken: str, unit: str) -> None:
    found = UNITS.before(text, len(text))
    assert (text[found[0] :] if found else "") == taken
    assert (found[1].code if found else "") == unit


@pytest.mark.parametrize("word", ["years", "km", "mm", "hours"])
def test_measures_of_other_things_are_known(word: str) -> None:
    found = UNITS.tail(f"5 {word}", 1)
    assert found.unit is not None
    assert found.unit.kind == "span"


@pytest.mark.parametrize(("text", "unit"), [("euros", "EUR"), ("%", "%"), ("Germany", "")])
def test_a_unit_at_a_place(text: str, unit: str) -> None:
    found = UNITS.unit(text, 0)
    assert (found.meaning.code if found else "") == unit
