"""Short ways to write figures in tests."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from figures.normalise.convert import normalise
from figures.normalise.rates import ecb_rates
from figures.records import Figure, Link

_BOUNDS = {">": "more_than", ">=": "at_least", "<": "less_than", "<=": "at_most", "~": "about", "≲": "nearly"}
_SCALES = {"bn": Decimal("1e9"), "m": Decimal("1e6"), "tn": Decimal("1e12"), "": Decimal(1)}
_AMOUNT = re.compile(r"(>=|<=|>|<|~|≲)? ?(-?[\d.]+)(?:-([\d.]+))? ?(bn|m|tn)?\b ?(.*)")


def figure(identity: str, amount: str, measure: str = "", **fields: Any) -> Figure:
    """A figure from "> 50 bn EUR" and fields; periods are years ("2024"), halves ("2024H1") or days.

    `period` and `base` are "2024", "2024H1", "2014..2023", "2014..", "..2035"; `day` is the day of the
    statement; `links` is "change_of:a part_of:b".
    """
    bound, first, last, scale, unit = re.fullmatch(_AMOUNT, amount).groups()  # type: ignore[union-attr]
    size = _SCALES[scale or ""]
    kind = fields.pop("kind", _kind(unit, measure))
    start, end = span(fields.pop("period", ""))
    base_start, base_end = span(fields.pop("base", ""))
    day = fields.pop("day", "")
    links = tuple(Link(*link.split(":")) for link in fields.pop("links", "").split())
    written = f"{first} {scale or ''} {unit}" if fields.pop("written", True) else ""
    made = Figure(
        figure_id=identity,
        source_id=fields.pop("source", f"source-{identity}"),
        publisher=fields.pop("publisher", f"publisher of {identity}"),
        quote=fields.pop("quote", f"sentence of {identity}"),
        exact=written,
        kind=kind,
        value=None if last else Decimal(first) * size,
        low=Decimal(first) * size if last else None,
        high=Decimal(last) * size if last else None,
        bound="between" if last else _BOUNDS.get(bound or "", "exact"),
        unit=unit,
        measure=measure,
        period_start=start,
        period_end=end,
        base_period_start=base_start,
        base_period_end=base_end,
        stated_on=date.fromisoformat(day) if day else None,
        links=links,
        origin=fields.pop("origin", "extracted"),
        **fields,
    )
    return Figure(**{**_fields(made), **normalise(made, ecb_rates())})


def _fields(made: Figure) -> dict[str, Any]:
    return {name: getattr(made, name) for name in made.__dataclass_fields__}


def _kind(unit: str, measure: str) -> str:
    if measure == "defence_expenditure_change" or unit == "pp":
        return "change"
    if unit.startswith("%"):
        return "share"
    if unit == "x":
        return "multiple"
    return "money" if len(unit) == 3 and unit.isupper() else "count"


def span(text: str) -> tuple[date | None, date | None]:
    """First and last day of a period in short form."""
    if ".." in text:
        first, last = text.split("..")
        return span(first)[0], span(last)[1]
    if not text:
        return None, None
    if "H" in text:
        year = int(text[:4])
        return (
            (date(year, 1, 1), date(year, 6, 30))
            if text.endswith("1")
            else (date(year, 7, 1), date(year, 12, 31))
        )
    if len(text) == 4:
        return date(int(text), 1, 1), date(int(text), 12, 31)
    return date.fromisoformat(text), date.fromisoformat(text)
