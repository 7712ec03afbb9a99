"""Numerals in digits and in words, and what is none."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extraction.numbers.numerals import Numerals
from figures.lexicon import lexicon

ENGLISH = Numerals(lexicon("en"))
GERMAN = Numerals(replace(lexicon("en"), decimal=",", group="."))

DIGITS = [
    ("plain", "485 billion", "485", "485"),
    ("decimal", "20.9%", "20.9", "20.9"),
    ("grouped by commas", "1,234.5 m", "1,234.5", "1234.5"),
    ("grouped by spaces", "1 234 567 euros", "1 234 567", "1234567"),
    ("grouped by no-break spaces", "1\xa0234", "1\xa0234", "1234"),
    ("grouped by narrow spaces", "1\u202f234", "1\u202f234", "1234"),
    ("grouped by apostrophes", "1'234'567", "1'234'567", "1234567"),
    ("grouped by curly apostrophes", "1’234", "1’234", "1234"),
    ("Indian groups", "1,00,000", "1,00,000", "100000"),
    ("Indian groups with decimals", "12,34,567.50", "12,34,567.50", "1234567.50"),
    ("no digit before the point", ".5 million", ".5", "0.5"),
    ("fraction sign", "½ ", "½", "0.5"),
    ("number and fraction sign", "2½ billion", "2½", "2.5"),
    ("number, space, fraction sign", "2 ¾ billion", "2 ¾", "2.75"),
    ("zero", "0.0", "0.0", "0"),
    ("sentence end", "5. Then", "5", "5"),
    ("comma behind", "10, 12 and", "10", "10"),
    ("other decimal mark", "20,9%", "20,9", "20.9"),
    ("four digits", "2024", "2024", "2024"),
    ("group of another mark ends it", "1,234 567", "1,234", "1234"),
]
NO_DIGITS = [
    ("groups of one", "1,1,1"), ("two points", "1.2.3"), ("address", "10.0.0.1"), ("group too long", "1,2345"),
    ("group too short after one", "1,234,56"), ("letters", "five"), ("nothing", ""), ("a point alone", ". 5"),
    ("too many digits", "1" * 19), ("digits of another script", "٥٥"),
]  # fmt: skip
WORDS = [
    ("one", "one billion", "one", "1"),
    ("capital", "Two thirds", "Two", "2"),
    ("tens and ones", "twenty-five", "twenty-five", "25"),
    ("by a space", "twenty five", "twenty five", "25"),
    ("hundreds", "three hundred", "three hundred", "300"),
    ("with and", "one hundred and five", "one hundred and five", "105"),
    ("to the end", "two hundred and forty-two", "two hundred and forty-two", "242"),
    ("a hundred", "a hundred", "a hundred", "100"),
    ("a dozen", "a dozen howitzers", "a dozen", "12"),
    ("and a half", "two and a half billion", "two and a half", "2.5"),
    ("two numbers by and", "two and three", "two", "2"),
    ("two numbers", "two three", "two", "2"),
    ("tens behind tens", "twenty thirty", "twenty", "20"),
]
NO_WORDS = [
    ("none", "billion"),
    ("inside a word", "onerous"),
    ("an article alone", "a tank"),
    ("nothing", ""),
]


@pytest.mark.parametrize(
    ("text", "exact", "value"), [row[1:] for row in DIGITS], ids=[row[0] for row in DIGITS]
)
def test_digits_are_read(text: str, exact: str, value: str) -> None:
    found = ENGLISH.digits(text, 0)
    assert found is not None
    assert (text[: found.end], found.value) == (exact, Decimal(value))


@pytest.mark.parametrize("text", [row[1] for row in NO_DIGITS], ids=[row[0] for row in NO_DIGITS])
def test_runs_that_fit_no_number_are_none(text: str) -> None:
    assert ENGLISH.digits(text, 0) is None


@pytest.mark.parametrize(
    ("text", "exact", "value"), [row[1:] for row in WORDS], ids=[row[0] for row in WORDS]
)
def test_words_are_read(text: str, exact: str, value: str) -> None:
    found = ENGLISH.words(text, 0)
    assert found is not None
    assert (text[: found.end], found.value, found.words) == (exact, Decimal(value), True)


@pytest.mark.parametrize("text", [row[1] for row in NO_WORDS], ids=[row[0] for row in NO_WORDS])
def test_other_words_are_none(text: str) -> None:
    assert ENGLISH.words(text, 0) is None


@pytest.mark.parametrize(
    ("text", "value"), [("1.234.567,5", "1234567.5"), ("20,9", "20.9"), ("1.234", "1234"), ("20.9", "20.9")]
)
def test_marks_are_those_of_the_language(text: str, value: str) -> None:
    found = GERMAN.digits(text, 0)
    assert found is not None
    assert (found.end, found.value) == (len(text), Decimal(value))


@pytest.mark.parametrize(("text", "end"), [("1,1,1 x", 5), ("1.2.3.", 5), ("5'5'", 3), ("12", 2), ("x", 1)])
def test_a_run_is_passed_over_whole(text: str, end: int) -> None:
    assert ENGLISH.run_end(text, 0) == end


@given(st.integers(min_value=0, max_value=10**15))
def test_what_python_groups_is_read_back(number: int) -> None:
    for written in (f"{number:,}", f"{number:,}".replace(",", "\xa0"), f"{number:,}.25", str(number)):
        found = ENGLISH.digits(written, 0)
        assert found is not None
        assert found.end == len(written)
        assert found.value == Decimal(number) + (Decimal("0.25") if written.endswith(".25") else 0)


@given(st.text(alphabet="0123456789.,' \xa0½'’", max_size=30), st.integers(min_value=0, max_value=5))
def test_a_numeral_is_never_half_a_number(text: str, place: int) -> None:
    found = ENGLISH.digits(text, place)
    if found is not None:
        assert found.start == place
        assert place < found.end <= len(text)
        assert not text[found.end : found.end + 1].isdigit()
