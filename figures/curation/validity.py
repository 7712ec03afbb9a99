"""What must hold for every figure in `data/`, whoever wrote it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel.numbers import list_currencies

from figures.records import RELATIONS, Figure
from figures.vocabularies import vocabulary

_UNITS = {"share": ("%", "% of GDP"), "change": ("%", "% of GDP", "pp", "x"), "multiple": ("x",)}
_SHORT_LIST = 14
_ALIKE = 0.8


class Fault(NamedTuple):
    """What is wrong with a field of a figure, and what to do."""

    field: str
    problem: str
    remedy: str


def faults_of(figure: Figure, folder: Path, today: date) -> Iterator[Fault]:
    """What is wrong with one figure by itself; `folder` holds the vocabularies."""
    for name in ("kind", "unit", "bound"):
        if not getattr(figure, name):
            yield Fault(name, f"{name} is missing", "add it")
    for name in ("kind", "bound", "measure", "status", "programme", "origin"):
        yield from _known(name, getattr(figure, name), name, folder)
    for name in ("actor", "recipient"):
        for party in filter(None, getattr(figure, name).split("; ")):
            yield from _known(name, party, "party", folder)
    yield from _unit(figure)
    yield from _amount(figure)
    yield from _days(figure, today)
    if figure.origin == "cited":
        yield from _citation(figure)


def _known(field: str, word: str, name: str, folder: Path) -> Iterator[Fault]:
    terms = vocabulary(name, folder)
    if not word or word in terms:
        return
    file = "data/parties.csv" if name == "party" else "data/vocabularies/"
    if close := difflib.get_close_matches(word, terms, n=1, cutoff=_ALIKE):
        remedy = f"did you mean {close[0]!r}? Else add it to {file}"
    elif len(terms) <= _SHORT_LIST:
        remedy = f"use one of: {', '.join(terms)}"
    else:
        remedy = f"use a name of {file} or add it there"
    yield Fault(field, f"{field} {word!r} is not in its vocabulary", remedy)


@cache
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies())


def _unit(figure: Figure) -> Iterator[Fault]:
    kind, unit = figure.kind, figure.unit
    money = kind == "money" or (kind == "change" and unit not in _UNITS["change"])
    if unit and money and unit not in _currencies():
        yield Fault("unit", f"unit {unit!r} is no currency", "write its ISO 4217 code, such as EUR")
    elif unit and not money and kind in _UNITS and unit not in _UNITS[kind]:
        yield Fault(
            "unit", f"unit {unit!r} does not fit kind {kind}", f"use one of: {', '.join(_UNITS[kind])}"
        )


def _amount(figure: Figure) -> Iterator[Fault]:
    for name in ("value", "low", "high"):
        amount = getattr(figure, name)
        if amount is not None and not amount.is_finite():
            yield Fault(name, f"{name} {str(amount)!r} is no number", "write it in digits")
            return
    if figure.bound == "between":
        if figure.low is None or figure.high is None or figure.value is not None:
            yield Fault("bound", "a range needs low and high, and no value", "fill these fields")
        elif figure.low >= figure.high:
            yield Fault("low", f"low {figure.low} is not below high {figure.high}", "swap or correct them")
    elif figure.value is None:
        yield Fault("value", "value is missing", "add it, or low and high with the bound between")
    elif figure.low is not None or figure.high is not None:
        yield Fault("bound", f"low and high do not go with the bound {figure.bound}", "clear them")


def _days(figure: Figure, today: date) -> Iterator[Fault]:
    for start, end in (("period_start", "period_end"), ("base_period_start", "base_period_end")):
        first, last = getattr(figure, start), getattr(figure, end)
        if first and last and first > last:
            yield Fault(end, f"{end} {last} is before {start} {first}", "correct one of them")
    for name in ("stated_on", "published_on"):
        day = getattr(figure, name)
        if day and day > today:
            yield Fault(name, f"{name} {day} lies in the future", "correct the date")
    if figure.stated_on and figure.published_on and figure.stated_on > figure.published_on:
        problem = f"stated_on {figure.stated_on} is after published_on {figure.published_on}"
        yield Fault("stated_on", problem, "correct one of them")


def _citation(figure: Figure) -> Iterator[Fault]:
    for name in ("description", "publisher", "measure", "url"):
        if not getattr(figure, name):
            yield Fault(name, f"{name} is missing", "a cited figure needs it")
    for address in filter(None, (figure.url, *figure.also_stated_at)):
        if not address.startswith(("https://", "http://")):
            yield Fault("url", f"{address!r} is no web address", "begin it with https://")


def link_faults(figures: Iterable[Figure]) -> Iterator[tuple[Figure, Fault]]:
    """What is wrong with the links between figures."""
    by_id = {figure.figure_id: figure for figure in figures}
    for figure in by_id.values():
        for link in figure.links:
            if link.relation not in RELATIONS:
                remedy = f"use one of: {', '.join(RELATIONS)}"
                yield figure, Fault("links", f"relation {link.relation!r} is unknown", remedy)
            elif link.target not in by_id:
                remedy = "copy the figure_id of another figure from data/figures.csv"
                yield figure, Fault("links", f"no figure has the id {link.target!r}", remedy)
    for identity in _in_circles(
        {key: {link.target for link in figure.links} for key, figure in by_id.items()}
    ):
        problem = "its links lead in a circle back to it"
        yield by_id[identity], Fault("links", problem, "remove one of the links")


def _in_circles(targets: Mapping[str, set[str]]) -> list[str]:
    """The ids from which links lead back to the same id."""
    remaining = {identity: links & targets.keys() for identity, links in targets.items()}
    # What links nowhere is in no circle, nor then what links only there; what stays is.
    while leaves := {identity for identity, links in remaining.items() if not links}:
        remaining = {
            identity: links - leaves for identity, links in remaining.items() if identity not in leaves
        }
    return [identity for identity in remaining if _reaches(identity, remaining)]


def _reaches(identity: str, targets: Mapping[str, set[str]]) -> bool:
    """Whether links lead from an id back to itself."""
    seen: set[str] = set()
    ahead = list(targets[identity])
    while ahead:
        step = ahead.pop()
        if step == identity:
            return True
        if step not in seen:
            seen.add(step)
            ahead += targets[step]
    return False
