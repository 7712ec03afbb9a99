"""Findings and implied values over 10,000 figures: a varied collection, and the worst one."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from time import perf_counter
from typing import Any

from figures.checks.findings import find
from figures.checks.implied import implied
from figures.records import Figure, Link

FIGURES = 10_000
GOAL = "≤ 1 s"
_RUNS = 3
_ACTORS = ("NATO Allies", "NATO Europe and Canada", "Germany", "Poland", "Norway", "G7", "All donors")
_MEASURES = (
    ("military_aid", "money", "EUR", "Ukraine"),
    ("total_aid", "money", "USD", "Ukraine"),
    ("defence_expenditure", "money", "USD", ""),
    ("defence_share_gdp", "share", "% of GDP", ""),
    ("defence_expenditure_change", "change", "%", ""),
    ("allies_at_guideline", "count", "allies", ""),
)


def varied(count: int = FIGURES) -> list[Figure]:
    """Figures as a large collection has them: many sources, actors, years, a few links."""
    draw = random.Random(0)  # noqa: S311
    found: list[Figure] = []
    for number in range(count):
        measure, kind, unit, recipient = draw.choice(_MEASURES)
        year = draw.randrange(2014, 2026)
        size = (
            Decimal(draw.randrange(10, 1000))
            * (10**8 if kind == "money" else 1)
            / (1 if kind == "money" else 10)
        )
        links = (Link("change_of", found[-1].figure_id),) if kind == "change" and found else ()
        found.append(
            Figure(
                figure_id=f"{number:012x}",
                source_id=f"source-{number // 8}",
                kind=kind,
                unit=unit,
                value=size,
                bound=draw.choice(("exact", "exact", "about", "more_than", "nearly")),
                measure=measure,
                actor=draw.choice(_ACTORS),
                recipient=recipient,
                status=draw.choice(("spent", "estimated", "pledged")),
                period_start=date(year, 1, 1),
                period_end=date(year, 12, 31),
                base_period_start=date(year - 1, 1, 1) if kind == "change" else None,
                base_period_end=date(year - 1, 12, 31) if kind == "change" else None,
                published_on=date(2014, 1, 1) + timedelta(days=draw.randrange(4000)),
                publisher=f"paper {number % 90}",
                quote=f"sentence {number}",
                links=links,
                origin="extracted",
            )
        )
    return found


def alike(count: int = FIGURES) -> list[Figure]:
    """The worst collection: one thing, stated over and over with another value in the same month."""
    return [
        Figure(
            figure_id=f"{number:012x}",
            source_id=f"source-{number}",
            kind="share",
            unit="% of GDP",
            value=Decimal(number) / 100,
            bound="exact",
            measure="defence_share_gdp",
            actor="Poland",
            status="spent",
            period_start=date(2024, 1, 1),
            period_end=date(2024, 12, 31),
            published_on=date(2025, 6, 1 + number % 28),
            publisher=f"paper {number}",
            quote=f"sentence {number}",
            origin="extracted",
        )
        for number in range(1, count + 1)
    ]


def run() -> list[tuple[str, str, str]]:
    """(what, goal, measured) for each measurement."""
    rows = []
    for name, figures in (("varied", varied()), ("all of one thing", alike())):
        rows.append((f"findings over {FIGURES:,} figures, {name}", GOAL, _seconds(find, figures)))
    rows.append((f"implied values over {FIGURES:,} figures", GOAL, _seconds(implied, varied())))
    return rows


def _seconds(function: Callable[[Sequence[Figure]], Any], figures: Sequence[Figure]) -> str:
    """The best of some runs, with the number of results."""
    times = []
    for _ in range(_RUNS):
        started = perf_counter()
        result = function(figures)
        times.append(perf_counter() - started)
    return f"{min(times):.2f} s ({len(result)} found)"
