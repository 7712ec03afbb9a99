"""What a list says once: the unit of its numbers, the verb of its changes, the whole of its parts."""

from __future__ import annotations

import pytest

from figures import extract

# A text, and the figures it states: as written, value, unit.
UNITS_SAID_ONCE = [
    ("Germany gave 40%, France 25 and Italy 10.", [("40%", "40", "%"), ("25", "25", "%"), ("10", "10", "%")]),
    (
        "It won 21.4 percent of the vote and its rival 20.9.",
        [("21.4 percent", "21.4", "%"), ("20.9", "20.9", "%")],
    ),
    ("It was 2.1 per cent in 2023 and 2.4 in 2024.", [("2.1 per cent", "2.1", "%"), ("2.4", "2.4", "%")]),
    (
        "Bonn pledged 9 billion euros, Paris 2.5.",
        [("9 billion euros", "9e9", "EUR"), ("2.5", "2.5e9", "EUR")],
    ),
    ("Prices rose 5%, said Ann Hill, 57.", [("5%", "5", "%")]),
    ("Prices rose 5% under Article 12.", [("5%", "5", "%")]),
    ("Prices rose 5% and 30 people left.", [("5%", "5", "%"), ("30 people", "30", "people")]),
    ("Prices rose 5%, and the FTSE 100.", [("5%", "5", "%")]),
]


@pytest.mark.parametrize(("text", "figures"), UNITS_SAID_ONCE)
def test_a_unit_said_once_holds_for_the_list(text: str, figures: list[tuple[str, str, str]]) -> None:
    found = [(claim.exact, claim.value, claim.unit) for claim in extract(text)]
    assert [(exact, unit) for exact, _, unit in found] == [(exact, unit) for exact, _, unit in figures]
    assert [float(value) for _, value, _ in found if value is not None] == [float(v) for _, v, _ in figures]


# A text, and kind and value of each figure.
CHANGES_SAID_ONCE = [
    ("Sugar fell 4.1% and dairy 2.6%.", [("change", "-4.1"), ("change", "-2.6")]),
    ("Sugar fell 4.1%, covering 2.6% of demand.", [("change", "-4.1"), ("share", "2.6")]),
    ("Bills will fall by 7 per cent, or £129.", [("change", "-7"), ("change", "-129")]),
    ("Oil lost $1.61, or 2.4%, to $64.25.", [("change", "-1.61"), ("change", "-2.4"), ("money", "64.25")]),
    ("It spent $5 million, or 2.4% of its budget.", [("money", "5000000"), ("share", "2.4")]),
    ("It was raised by EUR 50 million to EUR 85 million.", [("change", "50000000"), ("money", "85000000")]),
    ("Spending fell below 2%.", [("share", "2")]),
    ("Imports minus 3 percent.", [("change", "-3")]),
]


@pytest.mark.parametrize(("text", "figures"), CHANGES_SAID_ONCE)
def test_a_verb_said_once_holds_for_the_list(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(claim.kind, str(claim.value)) for claim in extract(text)] == figures


# A text, and what it counts.
PARTS = [
    ("Twenty-three of the 32 allies meet the 2% guideline.", ["Twenty-three", "2%"]),
    ("Poland sent 12 of the 30 tanks.", ["12", "30 tanks"]),
    ("It employs 16,000 people, of whom about 6,000 work abroad.", ["16,000 people", "6,000"]),
    ("It has 3 of them.", []),
]


@pytest.mark.parametrize(("text", "exacts"), PARTS)
def test_a_part_is_counted_by_the_noun_of_its_whole(text: str, exacts: list[str]) -> None:
    assert [claim.exact for claim in extract(text)] == exacts
