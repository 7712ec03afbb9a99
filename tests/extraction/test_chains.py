"""Numbers side by side: ranges, lists, compounds, amounts that lend their currency."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figures.extraction.numbers.bare import BareNumbers
from figures.extraction.numbers.chains import Chains
from figures.extraction.numbers.items import Items
from figures.extraction.numbers.joined import quantities_of
from figures.lexicon import lexicon

ITEMS = Items(lexicon("en"))
CHAINS = Chains(lexicon("en"), BareNumbers(lexicon("en")))

# Where each row comes from, text, quantities as (text, value or "low to high", unit).
ROWS = [
    ("method 22: between", "between 1.5 and 2 billion euros", [("1.5 and 2 billion euros", "1.5e9 to 2e9", "EUR")]),
    ("method 22: sign first", "$5-10 million", [("$5-10 million", "5e6 to 10e6", "$")]),
    ("method 22: to", "10 to 12 per cent", [("10 to 12 per cent", "10 to 12", "%")]),
    ("method 22: dash", "5–7%", [("5–7%", "5 to 7", "%")]),
    ("sign on both sides", "€5-€8 million", [("€5-€8 million", "5e6 to 8e6", "EUR")]),
    ("code on both sides", "EUR 5-EUR 8 billion", [("EUR 5-EUR 8 billion", "5e9 to 8e9", "EUR")]),
    ("all on both sides", "$1.2 billion to $1.5bn", [("$1.2 billion to $1.5bn", "1.2e9 to 1.5e9", "$")]),
    ("scale on both sides", "EUR 5 bn to 7 bn", [("EUR 5 bn to 7 bn", "5e9 to 7e9", "EUR")]),
    ("spaced dash", "€5 million – €7 million", [("€5 million – €7 million", "5e6 to 7e6", "EUR")]),
    ("grouped", "$5,000-$10,000", [("$5,000-$10,000", "5000 to 10000", "$")]),
    ("words", "two to three billion euros", [("two to three billion euros", "2e9 to 3e9", "EUR")]),
    ("falling numbers are no range", "5 to 3%", [("3%", "3", "%")]),
    ("method 23: list", "10, 12 and 15 per cent",
     [("10", "10", "%"), ("12", "12", "%"), ("15 per cent", "15", "%")]),
    ("method 23: or", "3 or 4 billion dollars", [("3", "3e9", "$"), ("4 billion dollars", "4e9", "$")]),
    ("words in a list", "one or two billion euros", [("one", "1e9", "EUR"), ("two billion euros", "2e9", "EUR")]),
    ("each with its sign", "$5m, $6m and $7m", [("$5m", "5e6", "$"), ("$6m", "6e6", "$"), ("$7m", "7e6", "$")]),
    ("commas alone are no list", "5, 6, 7%", [("7%", "7", "%")]),
    ("method 23: 18 more", "the EUR 50 billion for Kyiv and 18 more",
     [("EUR 50 billion", "50e9", "EUR"), ("18", "18e9", "EUR")]),
    ("method 27: compound", "1 billion 200 million euros", [("1 billion 200 million euros", "1.2e9", "EUR")]),
    ("method 27: with and", "2 million and 500 thousand dollars",
     [("2 million and 500 thousand dollars", "2.5e6", "$")]),
    ("two currencies", "$100 million, 200 million euros", [("$100 million", "100e6", "$"), ("200 million euros", "200e6", "EUR")]),
    ("two by a slash", "$5bn/€4.6bn", [("$5bn", "5e9", "$"), ("€4.6bn", "4.6e9", "EUR")]),
    ("span of years", "2022-2024", []),
    ("days of a month", "10-12 June, 5%", [("5%", "5", "%")]),
    ("two days of a month", "5 and 6 June, 7%", [("7%", "7", "%")]),
    ("a year lends nothing", "in 2024 and 5%", [("5%", "5", "%")]),
    ("bare", "5-10", []),
]  # fmt: skip


def _wanted(value: str) -> tuple[Decimal | None, ...]:
    low, to, high = value.partition(" to ")
    return (None, Decimal(low), Decimal(high)) if to else (Decimal(value), None, None)


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_neighbours_are_joined(text: str, wanted: list[tuple[str, str, str]]) -> None:
    joined = CHAINS.join(text, ITEMS.find(text))
    found = [
        (text[each.start : each.end], (each.value, each.low, each.high), each.unit)
        for each in quantities_of(joined)
    ]
    assert found == [(exact, _wanted(value), unit) for exact, value, unit in wanted]


def test_a_range_keeps_its_ends() -> None:
    text = "from 1.4% to 2%"
    (quantity,) = quantities_of(CHAINS.join(text, ITEMS.find(text)))
    assert quantity.bound == "between"
    assert quantity.ends is not None
    assert [text[end.start : end.end] for end in quantity.ends] == ["1.4%", "2%"]
    assert [end.value for end in quantity.ends] == [Decimal("1.4"), Decimal(2)]
