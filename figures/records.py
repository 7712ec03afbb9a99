"""The frozen records: a claim, and the figure made from it.

A *claim* is a quantity with its context, as a text states it. A *figure* is a claim with an
identity, its provenance and its conversions. `COLUMNS` is the order of both in every file; the
metadata of each field is the text of the data dictionary.

Empty means "not stated": text fields are then ``""``, all others ``None``.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

RELATIONS = ("part_of", "share_of", "change_of", "same_amount", "derived_from")
QUOTE_LIMIT = 1_000
CONTEXT_WINDOW = 32

COLUMNS = (
    "figure_id", "source_id", "kind", "value", "low", "high", "unit", "bound", "per",
    "base", "base_period_start", "base_period_end",
    "period_start", "period_end", "period_text",
    "measure", "programme", "actor", "recipient", "status", "speaker", "stated_on",
    "exact", "start", "end", "quote", "quote_start", "prefix", "suffix", "context",
    "language", "origin", "curated_fields", "rule", "links",
    "description", "title", "publisher", "published_on", "published_on_basis", "url",
    "text_sha256", "value_usd", "low_usd", "high_usd", "value_eur", "low_eur", "high_eur",
    "rate_usd", "rate_eur", "rate_start", "rate_end", "rate_source",
    "annual_value", "price_basis", "also_stated_at", "note",
)  # fmt: skip


class Link(NamedTuple):
    """How one figure relates to another.

    `target` is the other's `figure_id`; in a claim, which has no id yet, it is the other claim's
    place in the list, written ``#0``.

    >>> str(Link("part_of", "0123456789ab"))
    'part_of:0123456789ab'
    """

    relation: str
    target: str

    def __str__(self) -> str:
        return f"{self.relation}:{self.target}"


def _doc(text: str) -> dict[str, str]:
    return {"doc": text}


def _text(doc: str) -> str:
    return field(default="", metadata=_doc(doc))


def _amount(doc: str) -> Decimal | None:
    return field(default=None, metadata=_doc(doc))


def _day(doc: str) -> date | None:
    return field(default=None, metadata=_doc(doc))


def _offset(doc: str) -> int | None:
    return field(default=None, metadata=_doc(doc))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A quantity with its context, as the text states it."""

    kind: str = _text("What sort of number it is: money, share, change, count, multiple, index.")
    value: Decimal | None = _amount(
        "The amount in base units: 485000000000, or 20 for 20%. Empty when `bound` is `between`."
    )
    low: Decimal | None = _amount("Lower end of a range, in the units of `value`; only for `between`.")
    high: Decimal | None = _amount("Upper end of a range, in the units of `value`; only for `between`.")
    unit: str = _text("ISO 4217 code, `%`, `% of GDP`, `pp`, `x`, or for a count its noun as written.")
    bound: str = _text("How the amount limits the truth, about its magnitude: see the vocabulary of bounds.")
    per: str = _text("The span an amount is stated per: year, half-year, quarter, month, week, day.")
    base: str = _text("What a percentage is of, when not GDP, in the words of the text.")
    base_period_start: date | None = _day("First day of the period a change is measured against.")
    base_period_end: date | None = _day("Last day, inclusive, of the period a change is measured against.")
    period_start: date | None = _day("First day of the period the figure is for.")
    period_end: date | None = _day("Last day, inclusive, of the period the figure is for.")
    period_text: str = _text("The words that state the period.")
    measure: str = _text("What is measured: see the vocabulary of measures.")
    programme: str = _text("The programme or fund named: PURL, ERA, SAFE and others.")
    actor: str = _text("Who spends, gives or sets it; several are separated by `; `.")
    recipient: str = _text("Who receives it.")
    status: str = _text("How far it has come, from target to spent: see the vocabulary of statuses.")
    speaker: str = _text("The person the sentence is quoted from or attributed to.")
    stated_on: date | None = _day("The day on which it was stated, when known.")
    exact: str = _text(
        "The figure as written, from the first character of the number to the last of its unit."
    )
    start: int | None = _offset("Where `exact` starts in the stored text, in Unicode code points.")
    end: int | None = _offset("Where `exact` ends in the stored text, exclusive.")
    quote: str = _text("The sentence that states the figure, exactly as written.")
    quote_start: int | None = _offset("Where `quote` starts in the stored text.")
    prefix: str = _text("The 32 code points before `exact`.")
    suffix: str = _text("The 32 code points after `exact`.")
    context: str = _text(
        "An earlier sentence, mostly the one before, where the quote cannot be understood alone."
    )
    language: str = _text("Language of the quote, ISO 639-1.")
    rule: str = _text("The names of the extraction rules that read it, for tracing a wrong reading.")
    links: tuple[Link, ...] = field(
        default=(),
        metadata=_doc("How it relates to other figures: `relation:figure_id`, separated by spaces."),
    )
    price_basis: str = _text("`current`, `constant:2021` and the like; empty when not stated.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Claim):
    """A claim made comparable: with its identity, provenance and conversions."""

    figure_id: str = _text(
        "First 12 hex digits of SHA-256 over source id, quote, offset in the quote and ordinal there."
    )
    source_id: str = _text("The source that states it.")
    origin: str = _text("How it came here: see the vocabulary of origins.")
    curated_fields: tuple[str, ...] = field(
        default=(), metadata=_doc("The fields that a person set, separated by spaces.")
    )
    description: str = _text("For a cited figure: what it says, in our own words.")
    title: str = _text("Title of the source.")
    publisher: str = _text("Publisher of the source.")
    published_on: date | None = _day("The day on which the source was published.")
    published_on_basis: str = _text("What the publication date rests on: the text, or how it was inferred.")
    url: str = _text("Address of the source, when known.")
    text_sha256: str = _text("SHA-256 of the stored text that the offsets refer to.")
    value_usd: Decimal | None = _amount("`value` in US dollars.")
    low_usd: Decimal | None = _amount("`low` in US dollars.")
    high_usd: Decimal | None = _amount("`high` in US dollars.")
    value_eur: Decimal | None = _amount("`value` in euros.")
    low_eur: Decimal | None = _amount("`low` in euros.")
    high_eur: Decimal | None = _amount("`high` in euros.")
    rate_usd: Decimal | None = _amount("US dollars for one unit of the stated currency.")
    rate_eur: Decimal | None = _amount("Euros for one unit of the stated currency.")
    rate_start: date | None = _day("First day of the rates used: the day itself, or of the period averaged.")
    rate_end: date | None = _day("Last day of the rates used.")
    rate_source: str = _text("Who published the rates.")
    annual_value: Decimal | None = _amount(
        "The same pace kept for a year, in the units of `value`; derived, never a forecast."
    )
    also_stated_at: tuple[str, ...] = field(
        default=(), metadata=_doc("Other addresses that state the same, separated by spaces.")
    )
    note: str = _text("What a reader has to know beside the figure.")


_AMOUNTS = frozenset(
    {
        "value", "low", "high", "value_usd", "low_usd", "high_usd", "value_eur", "low_eur",
        "high_eur", "rate_usd", "rate_eur", "annual_value",
    }
)  # fmt: skip
_DAYS = frozenset(
    {
        "base_period_start", "base_period_end", "period_start", "period_end", "stated_on",
        "published_on", "rate_start", "rate_end",
    }
)  # fmt: skip
_OFFSETS = frozenset({"start", "end", "quote_start"})
_LISTS = frozenset({"curated_fields", "also_stated_at"})


def figure_id(source_id: str, quote: str, offset: int, ordinal: int = 0) -> str:
    """Identity of a figure, the same for an excerpt and for the full text.

    `offset` is the place of the number's first character in `quote`; `ordinal` tells apart several
    figures that start at the same character, such as one amount stated for three countries.

    >>> figure_id("a", "It cost 5 euros.", 8)
    '9124816dd86f'
    """
    parts = "\x1f".join((source_id, quote, str(offset), str(ordinal)))
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def plain(amount: Decimal) -> str:
    """An amount as digits, without exponent and without trailing zeros behind the point.

    >>> plain(Decimal("4.850E+11")), plain(Decimal("-3.50")), plain(Decimal("0"))
    ('485000000000', '-3.5', '0')
    """
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def cell(value: Any) -> str:
    """One field as the text of a CSV cell; not stated is empty."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return " ".join(str(item) for item in value)
    return str(value)


def to_row(record: Claim) -> dict[str, str]:
    """A claim or figure as CSV cells, in the order of `COLUMNS`; missing fields are empty."""
    return {name: cell(getattr(record, name, None)) for name in COLUMNS}


def to_json(record: Claim) -> dict[str, Any]:
    """A claim or figure for JSON: not stated is null, amounts are strings, offsets integers."""
    row: dict[str, Any] = {}
    for name in COLUMNS:
        value = getattr(record, name, None)
        row[name] = value if name in _OFFSETS else (cell(value) or None)
    return row


def from_row(row: Mapping[str, str]) -> Figure:
    """A figure from the cells of its CSV row.

    Raises `ValueError` (or `decimal.InvalidOperation`) on a cell that cannot be read.
    """
    return Figure(**{name: _parse(name, row.get(name) or "") for name in COLUMNS})


def _parse(name: str, text: str) -> Any:
    if name in _AMOUNTS:
        return Decimal(text) if text else None
    if name in _DAYS:
        return date.fromisoformat(text) if text else None
    if name in _OFFSETS:
        return int(text) if text else None
    if name in _LISTS:
        return tuple(text.split())
    if name == "links":
        return tuple(Link(*link.split(":", 1)) for link in text.split())
    return text


@cache
def field_docs() -> Mapping[str, str]:
    """The meaning of every column, for the data dictionary."""
    docs = {item.name: item.metadata["doc"] for item in dataclasses.fields(Figure)}
    return {name: docs[name] for name in COLUMNS}
