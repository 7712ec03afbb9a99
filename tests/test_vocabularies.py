from __future__ import annotations

import re
from pathlib import Path

import pytest

from figures.errors import DataErrors
from figures.vocabularies import VOCABULARIES, data_folder, vocabulary

HEADER = "bound,label,definition\n"


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_word_has_a_label(name: str) -> None:
    assert all(term.label for term in vocabulary(name).values())


@pytest.mark.parametrize("name", [name for name in VOCABULARIES if name != "party"])
def test_every_definition_is_a_sentence(name: str) -> None:
    for term in vocabulary(name).values():
        assert re.fullmatch(r"[A-Z].+\.", term.definition), term


def test_parties_are_countries_with_codes_or_defined_groups() -> None:
    codes: list[str] = []
    for term in vocabulary("party").values():
        assert term.extra["kind"] in {"country", "organisation", "group"}, term
        if term.extra["kind"] == "country":
            assert re.fullmatch(r"[A-Z]{2}", term.extra["code"]), term
        else:
            assert re.fullmatch(r"[A-Z].+\.", term.definition), term
        if term.extra["code"]:
            codes.append(term.extra["code"])
        assert ";" not in term.name
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    "party",
    ["United States", "Czechia", "Türkiye", "South Korea", "North Macedonia", "NATO Europe and Canada"],
)
def test_parties_have_their_plain_names(party: str) -> None:
    assert party in vocabulary("party")


def test_tables_are_read_only() -> None:
    with pytest.raises(TypeError):
        vocabulary("bound")["new"] = None  # type: ignore[index]


def test_unknown_vocabulary() -> None:
    with pytest.raises(KeyError):
        vocabulary("colour")


def test_the_data_folder_is_there() -> None:
    assert (data_folder() / "parties.csv").is_file()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"bound,label\nexact,exact\n", "data/vocabularies/bounds.csv, row 1: column 'definition' is missing; add it to the first line"),
        (b"", "data/vocabularies/bounds.csv, row 1: column 'bound' is missing; add it to the first line"),
        ((HEADER + "exact,exact,A.\nexact,exact,B.\n").encode(), "data/vocabularies/bounds.csv, row 3: bound 'exact' stands twice; delete one of the rows"),
        ((HEADER + " exact,exact,A.\n").encode(), "data/vocabularies/bounds.csv, row 2: row of bound ' exact' has an empty word, stray spaces or a wrong number of cells; compare it with the row above"),
        ((HEADER + "exact,exact\n").encode(), "data/vocabularies/bounds.csv, row 2: row of bound 'exact' has an empty word, stray spaces or a wrong number of cells; compare it with the row above"),
    ],
)  # fmt: skip
def test_faults_are_named(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "vocabularies").mkdir()
    (tmp_path / "vocabularies" / "bounds.csv").write_bytes(content)
    with pytest.raises(DataErrors) as caught:
        vocabulary("bound", tmp_path)
    assert str(caught.value) == message


@pytest.mark.parametrize("content", [None, b"bound,label,definition\n\xff\xfe,,\n", b'bound,label\n"open'])
def test_an_unreadable_file_is_named(tmp_path: Path, content: bytes | None) -> None:
    (tmp_path / "vocabularies").mkdir()
    if content is not None:
        (tmp_path / "vocabularies" / "bounds.csv").write_bytes(content)
    with pytest.raises(
        DataErrors, match=r"^data/vocabularies/bounds\.csv: cannot be read \(.+\); restore it"
    ):
        vocabulary("bound", tmp_path)
