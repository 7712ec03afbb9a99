"""Shares and multiples in words, and the words that only look like them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figures.extraction.numbers.fractions import Fractions
from figures.lexicon import lexicon

FRACTIONS = Fractions(lexicon("en"))

ROWS = [
    ("method 14: half", "more than half of it", ("half", "50", "%")),
    ("half the", "half the money", ("half", "50", "%")),
    ("only half", "only half", ("half", "50", "%")),
    ("method 14: third", "a third of the fund", ("third", "33.33", "%")),
    ("method 14: two thirds", "two thirds of it", ("two thirds", "66.67", "%")),
    ("hyphen", "two-thirds of it", ("two-thirds", "66.67", "%")),
    ("method 14: quarter", "a quarter of its budget", ("quarter", "25", "%")),
    ("method 14: three quarters", "three quarters of the sum", ("three quarters", "75", "%")),
    ("fifths", "two-fifths of it", ("two-fifths", "40", "%")),
    ("a tenth", "a tenth of it", ("tenth", "10", "%")),
    ("method 14: one in five", "one in five soldiers", ("one in five", "20", "%")),
    ("out of", "nine out of ten", ("nine out of ten", "90", "%")),
    ("in digits behind", "one in 5 soldiers", ("one in 5", "20", "%")),
    ("in digits", "1 in 5 soldiers", ("1 in 5", "20", "%")),
    ("out of, in digits", "3 out of 4 voters", ("3 out of 4", "75", "%")),
    ("method 15: doubled", "aid doubled", ("doubled", "2", "x")),
    ("method 15: tripled", "it tripled its aid", ("tripled", "3", "x")),
    ("method 15: quadrupled", "aid has quadrupled", ("quadrupled", "4", "x")),
    ("method 15: threefold", "a threefold rise", ("threefold", "3", "x")),
    ("method 15: twice", "twice as much", ("twice", "2", "x")),
    ("method 15: halved", "aid was halved", ("halved", "-50", "%")),
]
NOTHING = [
    ("half a year", "in the first half of 2024"), ("half an hour", "half an hour"), ("half-year", "the half-year figures"),
    ("second quarter", "the second quarter"), ("ordinal", "the third of June"), ("third country", "a third country"),
    ("fifth alone", "the fifth"), ("twice a year", "they meet twice a year"), ("double digits", "double digits"),
    ("ten thousand", "one in ten thousand"), ("years", "one in ten years"), ("games", "it won 1 in 5 games"), ("a year", "1 in 2024"), ("more than the whole", "five in three"), ("inside a word", "behalf of it"),
    ("two sentences", "They sent one. Halfway up"), ("nothing", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_words_of_share_and_multiple_are_read(text: str, wanted: tuple[str, str, str]) -> None:
    (found,) = FRACTIONS.find(text)
    exact, value, unit = wanted
    assert (text[found.start : found.end], found.value, found.unit) == (exact, Decimal(value), unit)


@pytest.mark.parametrize("text", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_other_words_are_left_alone(text: str) -> None:
    assert list(FRACTIONS.find(text)) == []


@pytest.mark.parametrize(
    ("text", "kind"), [("half of it", "share"), ("it doubled", "multiple"), ("it was halved", "change")]
)
def test_kinds(text: str, kind: str) -> None:
    assert [found.kind for found in FRACTIONS.find(text)] == [kind]
