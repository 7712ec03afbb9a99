"""Counts of arms and people, by the noun behind or before the number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figures.extraction.counts import Counts
from figures.extraction.numbers.bare import BareNumbers
from figures.extraction.numbers.chains import Chains
from figures.extraction.numbers.items import Items
from figures.extraction.numbers.quantities import Quantity
from figures.lexicon import lexicon

ITEMS = Items(lexicon("en"))
BARE = BareNumbers(lexicon("en"))
CHAINS = Chains(lexicon("en"), BARE)
COUNTS = Counts(lexicon("en"), BARE)

ROWS = [
    ("issue: jets", "30 F-16 jets", [("30 F-16 jets", "30", "F-16 jets")]),
    ("issue: batteries", "two Patriot batteries", [("two Patriot batteries", "2", "Patriot batteries")]),
    ("issue: label", "155 mm shells: 800,000", [("800,000", "800000", "155 mm shells")]),
    ("issue: drones", "1.2 million drones", [("1.2 million drones", "1.2e6", "drones")]),
    ("issue: troops", "12,000 troops", [("12,000 troops", "12000", "troops")]),
    ("issue: calibre inside", "500 122 mm rockets", [("500 122 mm rockets", "500", "122 mm rockets")]),
    ("document: citizens", "one billion citizens", [("one billion citizens", "1e9", "citizens")]),
    ("adjective", "12,000 Ukrainian troops", [("12,000 Ukrainian troops", "12000", "Ukrainian troops")]),
    ("method 2: dozen", "a dozen howitzers", [("a dozen howitzers", "12", "howitzers")]),
    ("two dozen", "two dozen F-16s", [("two dozen F-16s", "24", "F-16s")]),
    ("type alone", "24 F-35s", [("24 F-35s", "24", "F-35s")]),
    ("model inside", "30 Leopard 2 tanks", [("30 Leopard 2 tanks", "30", "Leopard 2 tanks")]),
    ("two modifiers", "six air defence systems", [("six air defence systems", "6", "air defence systems")]),
    ("more", "three more Patriot systems", [("three more Patriot systems", "3", "Patriot systems")]),
    ("one", "one tank", [("one tank", "1", "tank")]),
    ("k", "10k troops", [("10k troops", "10000", "troops")]),
    ("plus", "30+ tanks", [("30+ tanks", "30", "tanks")]),
    ("participle", "17 injured", [("17 injured", "17", "injured")]),
    ("of ammunition", "300 rounds of ammunition", [("300 rounds", "300", "rounds")]),
    ("range", "300 to 500 tanks", [("300 to 500 tanks", "300 to 500", "tanks")]),
    ("between", "between 300 and 500 tanks", [("300 and 500 tanks", "300 to 500", "tanks")]),
    ("list", "10, 20 and 30 tanks", [("10", "10", "tanks"), ("20", "20", "tanks"), ("30 tanks", "30", "tanks")]),
    ("elided", "30 tanks, 20 more in May", [("30 tanks", "30", "tanks"), ("20", "20", "tanks")]),
    ("allies", "23 allies meet", [("23 allies", "23", "allies")]),
]  # fmt: skip
NOTHING = [
    ("method 4: meetings", "five meetings"), ("method 4: jobs", "5,000 jobs"), ("method 2: dozens", "dozens of vehicles"),
    ("method 2: several", "several tanks"), ("method 2: few hundred", "a few hundred tanks"),
    ("method 5: one of", "one of the largest tanks"), ("model at the start", "Leopard 2 tanks"),
    ("model in a sentence", "They sent Challenger 2 tanks"), ("type", "Type 26 frigates"), ("year", "in 2024 soldiers died"),
    ("date", "By May 30 tanks had arrived"), ("distance", "100 km"), ("weight", "40 tonnes of ammunition"),
    ("talks", "three rounds of talks"), ("ordinal", "the 4th tank"), ("long joined digits", "10-" * 400),
]  # fmt: skip


def _find(text: str) -> list[Quantity]:
    return COUNTS.find(text, CHAINS.join(text, ITEMS.find(text)))


def _value(quantity: Quantity) -> str:
    return f"{quantity.low} to {quantity.high}" if quantity.value is None else f"{quantity.value}"


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_counts_are_found(text: str, wanted: list[tuple[str, str, str]]) -> None:
    found = [(text[each.start : each.end], _value(each), each.unit) for each in _find(text)]
    assert found == [
        (exact, value if " to " in value else f"{int(Decimal(value))}", unit) for exact, value, unit in wanted
    ]


@pytest.mark.parametrize("text", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_other_numbers_are_no_counts(text: str) -> None:
    assert _find(text) == []


@pytest.mark.parametrize(
    ("text", "group"), [("30 tanks", "equipment"), ("30 soldiers", "people"), ("30 allies", "allies")]
)
def test_the_rule_names_what_is_counted(text: str, group: str) -> None:
    assert [quantity.rule.split("+")[2] for quantity in _find(text)] == [group]
