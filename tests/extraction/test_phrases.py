"""Which phrase of a table begins at a place."""

from __future__ import annotations

import pytest

from figures.extraction.words.phrases import PhraseTable, fits, shape_of
from figures.extraction.words.scans import Beginnings

TABLE = PhraseTable(
    [
        ("per cent", "%"), ("per", "rate"), ("U.S. dollars", "USD"), ("US dollars", "USD"), ("US", "country"), ("%", "%"),
        ("Polish zloty", "PLN"), ("миль*", "million"), ("p.p.", "points"), ("one half", "half"), ("per", "a second meaning"),
    ]
)  # fmt: skip

ROWS = [
    ("whole", "per cent", 0, "per cent", "%"),
    ("longest first", "per cents", 0, "per", "rate"),
    ("at a place", "5 per cent", 2, "per cent", "%"),
    ("not before its place", " per cent", 0, "", ""),
    ("not inside a word", "superper cent", 0, "", ""),
    ("hyphen", "per-cent", 0, "per-cent", "%"),
    ("line break", "per\ncent", 0, "per\ncent", "%"),
    ("no-break space", "per\xa0cent", 0, "per\xa0cent", "%"),
    ("soft hyphen between", "per\xadcent", 0, "per\xadcent", "%"),
    ("sign", "%5", 0, "%", "%"),
    ("points of an abbreviation", "U.S. dollars", 0, "U.S. dollars", "USD"),
    ("sentence end is no gap", "one. Half", 0, "", ""),
    ("any case", "PER CENT", 0, "PER CENT", "%"),
    ("capitals only", "us", 0, "", ""),
    ("capitals", "US forces", 0, "US", "country"),
    ("capitalised only", "polish zloty", 0, "", ""),
    ("capitalised", "Polish zloty", 0, "Polish zloty", "PLN"),
    ("any ending", "мільярд", 0, "", ""),
    ("stem", "мильярдов", 0, "мильярдов", "million"),
    ("scraping", "perThe", 0, "per", "rate"),
    ("end of the text", "per", 3, "", ""),
    ("lone surrogate", "\ud800per", 0, "", ""),
]


@pytest.mark.parametrize(
    ("text", "place", "exact", "meaning"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_phrases_are_matched(text: str, place: int, exact: str, meaning: str) -> None:
    found = TABLE.match(text, place)
    assert (text[place : found.end] if found else "") == exact
    assert (found.meaning if found else "") == meaning


@pytest.mark.parametrize(
    ("phrase", "shape"),
    [("US", "capitals"), ("U.S.", "capitals"), ("NATO", "capitals"), ("Poland", "capitalised"), ("euro", ""), ("A", "capitalised")],
)  # fmt: skip
def test_shapes(phrase: str, shape: str) -> None:
    assert shape_of(phrase) == shape


@pytest.mark.parametrize(
    ("word", "shape", "fit"),
    [("US", "capitals", True), ("Us", "capitals", False), ("Us", "capitalised", True), ("us", "", True), ("us", "capitalised", False)],
)  # fmt: skip
def test_words_fit_shapes(word: str, shape: str, fit: bool) -> None:
    assert fits(word, shape) is fit


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a one", [2]), ("(two", [1]), ("a Two", [2]), ("a TWO", []), ("bone", []), ("a one-two", [2, 6]), ("one", []),
        ("a\xa0one\nhalf a", [2, 6]), ("“half a dozen", [1]),
    ],
)  # fmt: skip
def test_scans_find_where_words_begin(text: str, places: list[int]) -> None:
    found = sorted(Beginnings(["one", "two", "half a"]).places(text))
    assert found == [0, *places]
