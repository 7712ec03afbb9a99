"""Figures for the tests of everything on the screen: five short documents and some cited shares."""

from __future__ import annotations

import csv
import dataclasses
import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from figures.checks.implied import implied
from figures.normalise.convert import normalise
from figures.normalise.rates import ecb_rates
from figures.records import COLUMNS, Figure, Link, figure_id, to_row
from figures.sources import PASSAGE_BREAK, Source

_SOURCES: dict[str, dict[str, Any]] = {
    "brussels-2025-10-15": {
        "title": "Allies discuss support", "publisher": "Example Agency", "published_on": date(2025, 10, 15),
        "published_on_basis": "inferred: 'on Wednesday'", "url": "https://ua.example.org/news/1.html",
    },
    "brussels-2025-02-12": {
        "title": "Ministers on spending", "publisher": "Example News", "published_on": date(2025, 2, 12),
        "published_on_basis": "text", "url": "https://example.com/ministers",
    },
    "kyiv-2024-10-17": {
        "title": "", "publisher": "Example Agency", "published_on": date(2024, 10, 17),
        "published_on_basis": "text", "url": "",
    },
}  # fmt: skip
_FIVE = (
    "“We agreed to raise defence spending to 5%, including 3.5% for core defence and 1.5% for "
    "defence-related things,” he said."
)
_INVESTED = (
    "In 2024, Allies in Europe and Canada invested 485 billion US dollars, a nearly 20% increase on 2023."
)
_ADDED = "Since 2014, European Allies and Canada have added more than 700 billion US dollars."
_HALF = "Allies committed EUR 20.9 billion to Ukraine during the first half of 2024."
_YEARLY = "Since 2022, Allies have given Ukraine military support worth EUR 40 billion annually."
_PLEDGE = "A pledge of at least 40 billion euros of military aid within a year stands."
_EACH = "Sweden and Spain have each pledged more than EUR 1 billion, including 30 F-16 jets."
_BARE = ("published_on", "passages")
_TARGET = {"kind": "share", "unit": "% of GDP", "status": "target", "actor": "NATO Allies"}
_BY_2035 = {"period_end": date(2035, 12, 31), "curated_fields": ("period_end", "unit"), "origin": "corrected"}
_AID = {"kind": "money", "unit": "EUR", "measure": "military_aid", "recipient": "Ukraine"}
_EUROPE: dict[str, Any] = {"actor": "NATO Europe and Canada"}


def _year(year: int) -> dict[str, Any]:
    return {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}


_QUOTED: tuple[tuple[str, str, str, str, dict[str, Any]], ...] = (
    ("brussels-2025-10-15", _FIVE, "5%", "5", {**_TARGET, **_BY_2035, "measure": "defence_share_gdp", "speaker": "Mark Rutte"}),
    ("brussels-2025-10-15", _FIVE, "3.5%", "3.5", {**_TARGET, **_BY_2035, "measure": "core_defence_share_gdp", "speaker": "Mark Rutte"}),
    ("brussels-2025-10-15", _FIVE, "1.5%", "1.5", {**_TARGET, **_BY_2035, "measure": "related_defence_share_gdp", "speaker": "Mark Rutte"}),
    ("brussels-2025-02-12", _INVESTED, "485 billion US dollars", "485E9",
     {"kind": "money", "unit": "USD", "measure": "defence_expenditure", "status": "spent", **_EUROPE, **_year(2024)}),
    ("brussels-2025-02-12", _INVESTED, "20%", "20",
     {"kind": "change", "unit": "%", "bound": "nearly", "measure": "defence_expenditure_change", **_EUROPE, **_year(2024),
      "base_period_start": date(2023, 1, 1), "base_period_end": date(2023, 12, 31)}),
    ("brussels-2025-02-12", _ADDED, "700 billion US dollars", "7E11",
     {"kind": "money", "unit": "USD", "bound": "more_than", "measure": "extra_defence_expenditure", **_EUROPE,
      "period_start": date(2014, 1, 1)}),
    ("kyiv-2024-10-17", _HALF, "EUR 20.9 billion", "20.9E9",
     {**_AID, "actor": "NATO Allies", "status": "committed",
      "period_start": date(2024, 1, 1), "period_end": date(2024, 6, 30)}),
    ("kyiv-2024-10-17", _YEARLY, "EUR 40 billion", "40E9",
     {**_AID, "actor": "NATO Allies", "status": "delivered", "per": "year", "period_start": date(2022, 1, 1)}),
    ("kyiv-2024-10-17", _PLEDGE, "40 billion euros", "40E9",
     {**_AID, "actor": "NATO Allies", "status": "pledged", "bound": "at_least", "period_text": "within a year"}),
    ("kyiv-2024-10-17", _EACH, "EUR 1 billion", "1E9", {**_AID, "actor": "Sweden", "status": "pledged", "bound": "more_than"}),
    ("kyiv-2024-10-17", _EACH, "EUR 1 billion", "1E9", {**_AID, "actor": "Spain", "status": "pledged", "bound": "more_than"}),
    ("kyiv-2024-10-17", _EACH, "30 F-16 jets", "30", {"kind": "count", "unit": "F-16 jets", "measure": "equipment"}),
)  # fmt: skip
_SHARES = (
    ("2014", "1.47"),
    ("2017", "1.45"),
    ("2018", "1.48"),
    ("2019", "1.51"),
    ("2022", "1.63"),
    ("2024", "1.99"),
)
_SLIP = (("EUR", "35E9"), ("USD", "35E9"))
_GROWTH = (("2022", "2.2", 2023), ("2023", "8.3", 2023), ("2023", "11", 2024), ("2024", "18.6", 2025))


def sample_figures() -> list[Figure]:
    """Twelve quoted figures of three documents, twelve cited ones and what follows, as in the real build.

    Two of them are a suspect: the same number in euros and in dollars.
    """
    figures = [_quoted(number, *row) for number, row in enumerate(_QUOTED)]
    five = figures[0].figure_id
    figures[1:3] = [dataclasses.replace(part, links=(Link("part_of", five),)) for part in figures[1:3]]
    figures[4] = dataclasses.replace(figures[4], links=(Link("change_of", figures[3].figure_id),))
    figures += [_cited(year, value, "defence_share_gdp", "% of GDP", 2025) for year, value in _SHARES]
    figures += [
        _cited(year, value, "defence_expenditure_change", "%", stated) for year, value, stated in _GROWTH
    ]
    figures += [_slip(unit, value) for unit, value in _SLIP]
    figures += implied(figures)
    rates = ecb_rates()
    return [dataclasses.replace(figure, **normalise(figure, rates)) for figure in figures]


def sample_sources() -> list[Source]:
    """The documents of the sample, newest first."""
    return [
        Source(source_id=name, text=_text(name), language="en", **known) for name, known in _SOURCES.items()
    ]


def write_sample(folder: Path) -> Path:
    """The sample as built data: a CSV file, which is returned, and the sources beside it."""
    sources = folder / "sources"
    sources.mkdir()
    for source in sample_sources():
        (sources / f"{source.source_id}.txt").write_text(source.text, encoding="utf-8")
        passages = [place * 1_000 for place in range(len(_quotes(source.source_id)))]
        known = {
            **_SOURCES[source.source_id],
            "language": "en",
            "original_sha256": "0" * 64,
            "passages": passages,
        }
        lines = [f"{key} = {value if key in _BARE else json.dumps(value)}" for key, value in known.items()]
        (sources / f"{source.source_id}.toml").write_text("\n".join(lines), encoding="utf-8")
    return write_figures(folder / "figures.csv", sample_figures())


def write_figures(path: Path, figures: Iterable[Figure]) -> Path:
    """Figures as a built CSV file."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        writer.writerows(to_row(figure) for figure in figures)
    return path


def _quotes(source_id: str) -> list[str]:
    """The sentences of a source, each once, in order."""
    return list(dict.fromkeys(quote for name, quote, *_ in _QUOTED if name == source_id))


def _text(source_id: str) -> str:
    return PASSAGE_BREAK.join(_quotes(source_id))


def _quoted(
    ordinal: int, source_id: str, quote: str, exact: str, value: str, fields: dict[str, Any]
) -> Figure:
    start = quote.index(exact)
    quote_start = _text(source_id).index(quote)
    base = {
        "bound": "exact",
        "origin": "extracted",
        "language": "en",
        "rule": "sample",
        **_SOURCES[source_id],
    }
    return Figure(
        **{
            **base, "figure_id": figure_id(source_id, quote, start, ordinal), "source_id": source_id,
            "value": Decimal(value), "exact": exact, "quote": quote, "quote_start": quote_start,
            "start": quote_start + start, "end": quote_start + start + len(exact),
            "prefix": quote[max(0, start - 32) : start], "suffix": quote[start + len(exact) :][:32], **fields,
        }
    )  # fmt: skip


def _slip(unit: str, value: str) -> Figure:
    pledge: dict[str, Any] = {**_AID, "unit": unit, **_EUROPE, **_year(2025)}
    return Figure(
        figure_id=figure_id(f"cited-slip-{unit}", "", 0), value=Decimal(value), bound="exact", origin="cited",
        status="pledged", speaker="Mark Rutte", publisher=f"Example Paper ({unit})", stated_on=date(2025, 6, 23),
        url=f"https://paper.example.org/{unit}", description=f"Pledged for 2025, in {unit}.",
        **pledge,
    )  # fmt: skip


def _cited(year: str, value: str, measure: str, unit: str, stated: int) -> Figure:
    return Figure(
        figure_id=figure_id(f"cited-{measure}-{year}-{stated}", "", 0), kind="change" if unit == "%" else "share",
        value=Decimal(value), unit=unit, bound="exact", measure=measure, status="estimated", origin="cited",
        publisher="Example Tables", url=f"https://tables.example.org/{stated}", stated_on=date(stated, 8, 28),
        description=f"Table row for {year}.", price_basis="constant:2021" if unit == "%" else "",
        also_stated_at=("https://copy.example.org/2025",), **_EUROPE, **_year(int(year)),
        base_period_start=date(int(year) - 1, 1, 1) if unit == "%" else None,
        base_period_end=date(int(year) - 1, 12, 31) if unit == "%" else None,
    )  # fmt: skip
