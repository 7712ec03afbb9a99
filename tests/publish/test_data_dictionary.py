from __future__ import annotations

from pathlib import Path

import pytest

from figures.publish import data_dictionary
from figures.publish.columns import VOCABULARY_COLUMNS, allowed_words
from figures.records import COLUMNS, field_docs
from figures.vocabularies import vocabulary

PAGE = Path(__file__).resolve().parents[2] / "docs" / "data-dictionary.md"


def test_the_page_is_what_the_code_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == data_dictionary(), "run `make docs`"


def test_every_column_is_explained_in_order() -> None:
    lines = [line for line in data_dictionary().splitlines() if line.startswith("| `")]
    assert [line.split("`")[1] for line in lines[: len(COLUMNS)]] == list(COLUMNS)
    assert all(len(doc) > 10 and doc.endswith(".") for doc in field_docs().values())


@pytest.mark.parametrize("column", VOCABULARY_COLUMNS)
def test_every_word_is_explained(column: str) -> None:
    page = data_dictionary()
    for word in allowed_words(column):
        assert f"| `{word}` | {vocabulary(column)[word].label} |" in page
