"""Labelled sentences: the example files, and how one line of them reads.

The format is described in `tests/examples/README.md`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parent / "examples"
# Folders of examples that are scored as a whole and never looked at one by one.
UNSEEN = ("blind", "held_out")
PARTY_FIELDS = ("actor", "recipient", "measure", "status", "speaker")
REQUIRED = ("exact", "kind", "value", "low", "high", "unit", "bound", "per",
            "period_start", "period_end", "period_text")  # fmt: skip
OPTIONAL = ("nth", "base_period_start", "base_period_end", *PARTY_FIELDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One figure as a person reads it; a field of `PARTY_FIELDS` that is None is not labelled."""

    start: int
    end: int
    exact: str
    kind: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: str
    per: str
    period_start: date | None
    period_end: date | None
    period_text: str
    base_period_start: date | None
    base_period_end: date | None
    actor: str | None
    recipient: str | None
    measure: str | None
    status: str | None
    speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text of one to three sentences with its figures."""

    id: str
    phenomenon: str
    text: str
    language: str
    published: date | None
    figures: tuple[Label, ...]


def read_examples(path: Path) -> Iterator[Example]:
    """The examples of one file; the language is that of its folder or name (`en/money.jsonl`, `blind/en.jsonl`).

    Raises `ValueError` that names file and line where a line is not an example.
    """
    language = next((name for name in (path.parent.name, path.stem) if len(name) == 2), "en")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            yield example_of(json.loads(line), language)
        except (ValueError, KeyError, ArithmeticError) as problem:
            raise ValueError(f"{path}:{number}: {problem!r}; see tests/examples/README.md") from problem


def example_of(entry: dict[str, Any], language: str = "en") -> Example:
    """One example from its JSON object.

    >>> example_of({"id": "a", "phenomenon": "money", "text": "No figure.", "published": None, "figures": []}).id
    'a'
    """
    text = entry["text"]
    return Example(
        id=entry["id"],
        phenomenon=entry["phenomenon"],
        text=text,
        language=entry.get("language", language),
        published=_day(entry["published"]),
        figures=tuple(_label(figure, text) for figure in entry["figures"]),
    )


def _label(figure: dict[str, Any], text: str) -> Label:
    unknown = figure.keys() - set(REQUIRED) - set(OPTIONAL)
    if unknown:
        raise ValueError(f"unknown fields {sorted(unknown)}")
    start = place_of(text, figure["exact"], figure.get("nth", 1))
    return Label(
        start=start,
        end=start + len(figure["exact"]),
        exact=figure["exact"],
        kind=figure["kind"],
        value=_amount(figure["value"]),
        low=_amount(figure["low"]),
        high=_amount(figure["high"]),
        unit=figure["unit"],
        bound=figure["bound"],
        per=figure["per"],
        period_start=_day(figure["period_start"]),
        period_end=_day(figure["period_end"]),
        period_text=figure["period_text"],
        base_period_start=_day(figure.get("base_period_start")),
        base_period_end=_day(figure.get("base_period_end")),
        **{name: figure.get(name) for name in PARTY_FIELDS},
    )


def place_of(text: str, exact: str, nth: int) -> int:
    """Where the nth occurrence of `exact` starts in `text`; occurrences may overlap.

    >>> place_of("5% and 15%", "5%", 2)
    8
    >>> place_of("5%", "6%", 1)
    Traceback (most recent call last):
    ValueError: '6%' occurs fewer than 1 times
    """
    place = -1
    for _ in range(nth):
        place = text.find(exact, place + 1)
        if place < 0 or not exact:
            raise ValueError(f"{exact!r} occurs fewer than {nth} times")
    return place


def _amount(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
