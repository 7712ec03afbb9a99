"""Figures as a data package: the CSV, a machine-readable description of it, and a page to read.

`datapackage.json` follows the Data Package specification, version 1, with the profile of a tabular
data package (https://specs.frictionlessdata.io/tabular-data-package/).
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Sequence
from typing import Any, BinaryIO

from figures.publish.columns import allowed_words, column_types
from figures.publish.csv_file import csv_chunks
from figures.publish.data_dictionary import data_dictionary
from figures.publish.release import version
from figures.records import Figure, field_docs

_TITLE = "Figures at Source"
_DESCRIPTION = (
    "Published figures of defence spending and aid, each with the sentence that states it. "
    "The compilation is licensed CC BY 4.0; the quoted sentences remain their publishers'."
)
_RATES = {
    "title": "European Central Bank, euro foreign exchange reference rates",
    "path": "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html",
}
# A ZIP file can hold no earlier time; a fixed one keeps the same figures the same bytes.
_TIME = (1980, 1, 1, 0, 0, 0)
_MADE_ON_UNIX = 3
_READ_BY_ALL = 0o100644 << 16
_CONSTRAINTS: dict[str, dict[str, Any]] = {
    "figure_id": {"required": True, "unique": True, "pattern": "[0-9a-f]{12}"},
    "start": {"minimum": 0},
    "end": {"minimum": 0},
    "quote_start": {"minimum": 0},
    "text_sha256": {"pattern": "[0-9a-f]{64}"},
}


def write_package(figures: Sequence[Figure], stream: BinaryIO, selection: str = "") -> None:
    """Write a ZIP file with `figures.csv`, `datapackage.json` and `README.md` to a binary stream.

    `selection` is the query that chose the figures, as it stands in a URL.
    """
    table = b"".join(csv_chunks(figures))
    description = json.dumps(_descriptor(figures, table, selection), ensure_ascii=False, indent=2) + "\n"
    members = {
        "figures.csv": table,
        "datapackage.json": description.encode(),
        "README.md": _readme(len(figures), selection).encode(),
    }
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name, _TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = _MADE_ON_UNIX
            member.external_attr = _READ_BY_ALL
            archive.writestr(member, content)


def _descriptor(figures: Sequence[Figure], table: bytes, selection: str) -> dict[str, Any]:
    """The contents of `datapackage.json`."""
    return {
        "profile": "tabular-data-package",
        "name": "figures-at-source",
        "title": _TITLE,
        "description": _DESCRIPTION + (f" Selected by: {selection}" if selection else ""),
        "version": version(),
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution 4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "contributors": [{"title": "The Figures at Source project", "role": "wrangler"}],
        "sources": _sources(figures),
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "figures",
                "path": "figures.csv",
                "title": "Figures, one a row",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(table),
                "hash": f"sha256:{hashlib.sha256(table).hexdigest()}",
                "dialect": {"lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
                "schema": {
                    "fields": [_field(name, doc) for name, doc in field_docs().items()],
                    "missingValues": [""],
                    "primaryKey": "figure_id",
                },
            }
        ],
    }


def _field(name: str, doc: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "type": column_types()[name], "description": doc}
    if name == "url":
        field["format"] = "uri"
    constraints = dict(_CONSTRAINTS.get(name, {}))
    if words := allowed_words(name):
        constraints["enum"] = list(words)
    if constraints:
        field["constraints"] = constraints
    return field


def _sources(figures: Sequence[Figure]) -> list[dict[str, str]]:
    """The documents the figures come from, each once, and the rates where they were used."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for figure in figures:
        title = ": ".join(part for part in (figure.publisher, figure.title or figure.source_id) if part)
        source = {"title": title} | ({"path": figure.url} if figure.url else {})
        if title:
            found.setdefault((title, figure.url), source)
    rates = [_RATES] if any(figure.rate_source for figure in figures) else []
    return [found[key] for key in sorted(found)] + rates


def _readme(count: int, selection: str) -> str:
    """The page to read; it holds the data dictionary, so that the package explains itself."""
    chosen = f"Selected by: `{selection}`" if selection else "All figures of the project."
    introduction = f"""\
# {_TITLE}

{_DESCRIPTION}

{count} figures, version {version()}. {chosen}

- `figures.csv`: one figure a row, UTF-8.
- `datapackage.json`: columns, types, allowed words, licence and sources for programs, as a Frictionless
  Data Package.

Licence of the compilation: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Name "{_TITLE}" and,
for a quoted sentence, its publisher. Exchange rates: European Central Bank.

"""
    return introduction + data_dictionary().replace("\n## ", "\n### ").replace("# Data", "## Data", 1)
