"""What holds of English holds of every language: exact offsets on any text, time that grows as the text does."""

from __future__ import annotations

from functools import cache
from itertools import cycle, islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures import extract
from figures.lexicon import languages, lexicon
from tests.extraction.growth import assert_linear
from tests.extraction.hostile import Builder
from tests.labelled import EXAMPLES, read_examples
from tests.scoring import offsets_exact

OTHERS = [language for language in languages() if language != "en"]
LARGEST = 256_000
KINDS = (
    "sentences",
    "numbers",
    "scales",
    "ranges",
    "lists",
    "bounds",
    "percentages",
    "money",
    "years",
    "verbs",
)


@cache
def texts(language: str) -> str:
    files = sorted((EXAMPLES / language).glob("*.jsonl"))
    return " ".join(example.text for path in files for example in read_examples(path))


def phrases(language: str, *path: str) -> list[str]:
    """The words of a section of the table, whatever its form, without marks for endings."""
    words = lexicon(language)
    section = words.section(*path)
    found = list(section) if section else list(words.words(*path))
    for value in section.values():
        if isinstance(value, list):
            found += [word for word in value if isinstance(word, str)]
    return [word.rstrip("*") for word in found if word] or ["-"]


def unit(language: str, kind: str) -> str:
    """What a hostile text of this kind repeats."""
    table = {
        "numbers": ("number_words",),
        "scales": ("scales",),
        "ranges": ("connectors", "range"),
        "lists": ("connectors", "and"),
        "bounds": ("marks", "bound"),
        "percentages": ("percent", "words"),
        "money": ("money", "names"),
        "years": ("periods", "in"),
        "verbs": ("marks", "rise"),
    }
    if kind == "sentences":
        return texts(language) + " "
    words = phrases(language, *table[kind])
    before, behind = {
        "numbers": ("", " "),
        "scales": ("1 ", " "),
        "ranges": ("10 ", " "),
        "lists": ("10 ", " "),
        "bounds": ("", " 5 % "),
        "percentages": ("5 ", " "),
        "money": ("5 ", ", "),
        "years": ("", " 2024 "),
        "verbs": ("", " 5 % "),
    }[kind]
    return "".join(f"{before}{word}{behind}" for word in islice(cycle(words), 40))


def builder(language: str, kind: str) -> Builder:
    repeated = unit(language, kind)
    return lambda length: (repeated * (length // len(repeated) + 1))[:length]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", OTHERS)
def test_time_grows_as_the_text_does(language: str, kind: str) -> None:
    extract(texts(language)[:200], language)
    assert_linear(builder(language, kind), language, LARGEST)


@pytest.mark.parametrize("language", OTHERS)
def test_offsets_are_exact_on_any_text(language: str) -> None:
    fragments = [word for kind in KINDS[1:] for word in unit(language, kind).split(" ")[:60]]
    pieces = st.one_of(
        st.sampled_from(fragments),
        st.sampled_from(
            ["2,5", "1.200", "10–12", "€", "$", "%", "«", "»", "„", "“", "\n", "\xa0", ".", ",", "("]
        ),
        st.text(st.characters(), max_size=4),
    )

    @settings(max_examples=60, deadline=None)
    @given(st.lists(pieces, max_size=30).map(" ".join))
    def exact(text: str) -> None:
        for claim in extract(text, language):
            assert offsets_exact(text, claim), claim.exact

    exact()
