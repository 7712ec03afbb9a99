from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

from figures.publish import write_json
from figures.publish.columns import column_types
from figures.records import COLUMNS, Figure
from tests.store.samples import FALL, FIGURES, PLEDGE, SINCE


def array_of(figures: list[Figure]) -> list[dict[str, Any]]:
    stream = io.BytesIO()
    write_json(figures, stream)
    found: list[dict[str, Any]] = json.loads(stream.getvalue())
    return found


def test_a_figure_in_json() -> None:
    (found,) = array_of([PLEDGE])
    assert list(found) == list(COLUMNS)
    assert {name: value for name, value in found.items() if value is not None} == {
        "figure_id": "a00000000001",
        "source_id": "agency-2024-10-17",
        "kind": "money",
        "value": "40000000000",
        "unit": "EUR",
        "bound": "at_least",
        "period_text": "within a year",
        "measure": "military_aid",
        "actor": "NATO Allies",
        "recipient": "Ukraine",
        "status": "pledged",
        "speaker": "Mark Rutte",
        "exact": "40 billion euros",
        "start": 58,
        "end": 74,
        "quote": "Allies pledged at least 40\u00a0billion euros of military aid within a year.",
        "quote_start": 34,
        "language": "en",
        "origin": "corrected",
        "curated_fields": "actor recipient",
        "title": "Ministers meet",
        "publisher": "The Agency",
        "published_on": "2024-10-17",
        "url": "https://agency.example/1",
    }


def test_text_is_not_neutralised_and_links_are_written_out() -> None:
    fall, since = array_of([FALL, SINCE])
    assert fall["description"] == "=Growth of 2015, in real terms"
    assert fall["value"] == "-3.5"
    assert since["links"] == "part_of:a00000000004 change_of:a00000000002"


def test_types_are_those_of_the_dictionary() -> None:
    for figure in array_of(list(FIGURES)):
        for name, value in figure.items():
            if value is not None:
                assert isinstance(value, int if column_types()[name] == "integer" else str)


def test_an_offset_of_nought_is_no_null() -> None:
    (found,) = array_of([replace(PLEDGE, start=0, end=16, quote_start=0)])
    assert (found["start"], found["quote_start"]) == (0, 0)


def test_one_figure_a_line_and_an_empty_array() -> None:
    stream = io.BytesIO()
    write_json(FIGURES, stream)
    lines = stream.getvalue().decode().splitlines()
    assert (lines[0], lines[-1], len(lines)) == ("[", "]", len(FIGURES) + 2)
    assert array_of([]) == []


def test_damaged_text_gives_a_readable_file() -> None:
    assert array_of([replace(PLEDGE, quote="a\ud800b")])[0]["quote"] == "a?b"
