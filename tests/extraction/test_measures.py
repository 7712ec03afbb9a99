from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extraction import measures
from figures.vocabularies import vocabulary
from tests.extraction.context_rows import ROWS
from tests.extraction.marked import scene


def stated(line: str) -> tuple[str, str, str]:
    """Measure, status and programme of one line of a row."""
    parts = [part.strip() for part in line.split("|")[1:]]
    measure, status, programme = [*parts, "", ""][:3]
    return measure, status, programme


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_measures(row: tuple[str, ...]) -> None:
    marked, *lines = row
    assert [tuple(found) for found in measures.assign(scene(marked))] == [stated(line) for line in lines]


@pytest.mark.parametrize(
    ("before", "marked", "measure"),
    [
        ("Allies debated defence spending.", "Poland is at [4.1%] of GDP.", "defence_share_gdp"),
        ("Ministers met in Athens.", "Greece's debt is [150%] of GDP.", ""),
    ],
)
def test_a_share_of_gdp_is_of_what_the_sentence_before_is_about(
    before: str, marked: str, measure: str
) -> None:
    assert measures.assign(scene(marked, before))[0].measure == measure


WORDS = ["[€2 billion]", "[2%]", "[~5%]", "[30 tanks]", "[23 Allies]", "[doubled]", "Germany", "to Ukraine",
         "has pledged", "pledge of", "will", "to", "spend", "military aid", "aid", "defence", "defence spending",
         ",", "and", "while", "which", "of", "the", "not", "PURL", "target", "core defence", "(", ")", ";",
         "was", "delivered", "by", "each", "respectively", "it", "we", "\ud800", "Russia", "said"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_sentence_gets_words_of_the_vocabularies(words: list[str]) -> None:
    found = scene(" ".join(words))
    subjects = measures.assign(found)
    assert len(subjects) == len(found.quantities)
    for subject in subjects:
        assert subject.measure in vocabulary("measure") or subject.measure == ""
        assert subject.status in vocabulary("status") or subject.status == ""
        assert subject.programme in vocabulary("programme") or subject.programme == ""
