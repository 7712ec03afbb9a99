from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extraction import measures, parties
from figures.extraction.words.party_names import context_phrases
from figures.lexicon import lexicon
from figures.vocabularies import vocabulary
from tests.extraction.context_rows import ROWS
from tests.extraction.marked import scene
from tests.extraction.test_measures import WORDS


def stated(line: str) -> tuple[str, bool, str]:
    """Actors, whether each of them, and recipient of one line of a row."""
    actors, _, recipient = line.partition("|")[0].partition(">")
    each = actors.startswith("each ")
    return actors.removeprefix("each ").strip(), each, recipient.strip()


def found(marked: str, before: str = "") -> list[tuple[str, bool, str]]:
    read = scene(marked, before)
    sides = parties.assign(read, measures.assign(read))
    return [("; ".join(side.actors), side.each, side.recipient) for side in sides]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_parties(row: tuple[str, ...]) -> None:
    marked, *lines = row
    assert found(marked) == [stated(line) for line in lines]


@pytest.mark.parametrize(
    ("before", "actor"),
    [
        ("Germany is the second largest donor.", "Germany"),
        ("Germany and France met.", ""),
        ("Germany met Ukraine.", "Germany"),
        ("Germany helped. So did the Netherlands, Poland says.", ""),
        ("Russia attacked.", ""),
        ("The company was founded in 1989.", ""),
    ],
)
def test_a_pronoun_stands_for_the_only_party_of_the_sentence_before(before: str, actor: str) -> None:
    assert found("It has provided [€17 billion] in military aid.", before)[0][0] == actor


@pytest.mark.parametrize(
    "marked",
    [
        "At a meeting in Berlin, [€17 billion] in military aid was pledged.",
        "Brussels, 5 June: [€17 billion] in military aid was pledged.",
        "At the Washington Summit [€17 billion] in military aid was pledged.",
        "Since Russia's invasion [€17 billion] in military aid has been provided.",
    ],
)
def test_a_place_is_no_actor(marked: str) -> None:
    assert found(marked)[0][0] == ""


def test_every_alias_means_a_party() -> None:
    values = {value for _, tag, value in context_phrases(lexicon("en")) if tag.startswith("party.")}
    assert values <= set(vocabulary("party"))


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_sentence_gets_parties_of_the_list(words: list[str]) -> None:
    for actors, _, recipient in found(" ".join(words)):
        assert set(filter(None, actors.split("; "))) <= set(vocabulary("party"))
        assert set(filter(None, recipient.split("; "))) <= set(vocabulary("party"))
