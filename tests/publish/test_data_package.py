from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from figures.publish import version, write_csv, write_package
from figures.records import COLUMNS, Figure, field_docs
from tests.store.samples import FALL, FIGURES, PLEDGE


def members_of(figures: Sequence[Figure], selection: str = "") -> dict[str, bytes]:
    stream = io.BytesIO()
    write_package(figures, stream, selection)
    with zipfile.ZipFile(stream) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def descriptor_of(figures: Sequence[Figure], selection: str = "") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(members_of(figures, selection)["datapackage.json"])
    return found


def test_the_members() -> None:
    members = members_of(FIGURES)
    assert list(members) == ["figures.csv", "datapackage.json", "README.md"]
    table = io.BytesIO()
    write_csv(FIGURES, table)
    assert members["figures.csv"] == table.getvalue()


def test_the_same_figures_give_the_same_bytes() -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write_package(FIGURES, first)
    write_package(FIGURES, second)
    assert first.getvalue() == second.getvalue()


def test_the_package_says_what_it_is() -> None:
    package = descriptor_of(FIGURES, "measure=loan")
    assert package["profile"] == "tabular-data-package"
    assert re.fullmatch(r"[a-z0-9._-]+", package["name"])
    assert package["version"] == version()
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert "remain their publishers'" in package["description"]
    assert package["description"].endswith("Selected by: measure=loan")
    assert package["contributors"] == [{"title": "The Figures at Source project", "role": "wrangler"}]


def test_every_source_is_named_once_and_the_rates_where_used() -> None:
    titles = [source["title"] for source in descriptor_of([PLEDGE, PLEDGE, FALL])["sources"]]
    assert titles == ['NATO, table "A": cited', "The Agency: Ministers meet"]
    assert descriptor_of([PLEDGE])["sources"] == [
        {"title": "The Agency: Ministers meet", "path": "https://agency.example/1"}
    ]
    assert "European Central Bank" in descriptor_of(FIGURES)["sources"][-1]["title"]


def test_the_table_is_described_to_the_byte() -> None:
    members = members_of(FIGURES)
    (resource,) = json.loads(members["datapackage.json"])["resources"]
    assert resource["path"] == "figures.csv"
    assert resource["bytes"] == len(members["figures.csv"])
    assert resource["hash"] == f"sha256:{hashlib.sha256(members['figures.csv']).hexdigest()}"
    fields = resource["schema"]["fields"]
    assert [field["name"] for field in fields] == list(COLUMNS)
    assert {field["name"]: field["description"] for field in fields} == field_docs()


READERS: dict[str, Callable[[str], Any]] = {
    "string": str,
    "number": Decimal,
    "integer": int,
    "date": date.fromisoformat,
}


def faults(field: dict[str, Any], cell: str) -> list[str]:
    """What a reader of the table schema finds wrong with a cell."""
    rules = field.get("constraints", {})
    if cell == "":
        return ["required"] if rules.get("required") else []
    value = READERS[field["type"]](cell)
    found = []
    if "enum" in rules and cell not in rules["enum"]:
        found.append("enum")
    if "pattern" in rules and not re.fullmatch(rules["pattern"], cell):
        found.append("pattern")
    if "minimum" in rules and value < rules["minimum"]:
        found.append("minimum")
    return found


def test_the_table_keeps_its_schema() -> None:
    members = members_of(FIGURES)
    schema = json.loads(members["datapackage.json"])["resources"][0]["schema"]
    rows = list(csv.reader(io.StringIO(members["figures.csv"].decode(), newline="")))[1:]
    for row in rows:
        for field, cell in zip(schema["fields"], row, strict=True):
            assert faults(field, cell) == [], field["name"]


@pytest.mark.parametrize(
    ("name", "cell", "fault"),
    [
        ("kind", "mony", "enum"),
        ("figure_id", "1", "pattern"),
        ("figure_id", "", "required"),
        ("start", "-1", "minimum"),
    ],
)
def test_the_schema_refuses_what_is_wrong(name: str, cell: str, fault: str) -> None:
    fields = descriptor_of([])["resources"][0]["schema"]["fields"]
    assert faults(next(field for field in fields if field["name"] == name), cell) == [fault]


def test_the_page_to_read() -> None:
    page = members_of(FIGURES, "measure=loan")["README.md"].decode()
    assert page.startswith("# Figures at Source\n")
    assert f"{len(FIGURES)} figures, version {version()}. Selected by: `measure=loan`" in page
    assert "CC BY 4.0" in page
    assert all(f"| `{name}` |" in page for name in COLUMNS)
    assert "All figures of the project." in members_of([])["README.md"].decode()
