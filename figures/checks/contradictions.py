"""Contradictions: statements that cannot all be true."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from figures.checks.finding import Finding, listed
from figures.checks.implied import RESTS
from figures.checks.intervals import Interval, point
from figures.checks.plainly import topic_words, value_words
from figures.checks.revisions import unstated_prices
from figures.checks.stated import likely
from figures.checks.statements import (
    SAME_TIME,
    Key,
    Statement,
    alike,
    linked,
    restated,
    same_document,
    same_sentence,
    same_time,
    topic_of,
)
from figures.checks.terms import terms
from figures.normalise.basis import stated_day
from figures.records import Figure

# A statement is compared with so many before it, which bounds the work for hostile data.
NEIGHBOURS = 12
# Parts that miss their total by less were meant to make it up.
_NEAR_MISS = Decimal("0.02")
_RUNNING = frozenset({"spent", "delivered", "allocated", "committed"})


def contradictions(
    found: Sequence[Statement], following: Sequence[Statement], by_id: Mapping[str, Figure]
) -> Iterator[Finding]:
    """All contradictions between statements, between them and what follows from others, and within totals."""
    yield from _same_statement(found)
    yield from _falling_totals(found)
    yield from _parts_and_totals(by_id)
    yield from _against_implied(found, following, by_id)


def _same_statement(found: Iterable[Statement]) -> Iterator[Finding]:
    """Two values for the same thing at the same time."""
    parts = _known_parts(found)
    for group in _grouped(found, lambda statement: statement.key):
        group.sort(key=lambda statement: (statement.day or date.max, statement.figure.figure_id))
        clashing: dict[str, Figure] = {}
        for place, statement in enumerate(group):
            for other in group[max(place - NEIGHBOURS, 0) : place]:
                if _clash(other, statement) and not _is_part(other, statement, parts):
                    for one in (other, statement):
                        clashing[one.figure.figure_id] = one.figure
        if clashing:
            figures = list(clashing.values())
            values = " and ".join(dict.fromkeys(value_words(figure) for figure in figures))
            sentence = f"{topic_words(figures[0])}: it cannot be {values} at once."
            yield _finding("same_statement", figures, sentence)


def _clash(one: Statement, other: Statement) -> bool:
    if one.interval.meets(other.interval) or not same_time(one, other) or not alike(one, other):
        return False
    if restated(one, other) and not same_document(one.figure, other.figure):
        return False
    if linked(one.figure, other.figure) or same_sentence(one.figure, other.figure):
        return False
    return not unstated_prices(one.figure, other.figure)


def _known_parts(found: Iterable[Statement]) -> dict[Key, set[Decimal]]:
    """Of each thing stated, the amounts known to be parts of its total."""
    found = list(found)
    topics = {statement.figure.figure_id: statement.topic for statement in found}
    parts: dict[Key, set[Decimal]] = {}
    for statement in found:
        for link in statement.figure.links:
            if link.relation == "part_of" and link.target in topics and statement.figure.value is not None:
                parts.setdefault(topics[link.target], set()).add(statement.figure.value)
    return parts


def _is_part(one: Statement, other: Statement, parts: Mapping[Key, set[Decimal]]) -> bool:
    """Whether one of two values is elsewhere known as a part of the same total, such as 3.5 of 5."""
    known = parts.get(one.topic, set())
    return one.figure.value in known or other.figure.value in known


def _falling_totals(found: Iterable[Statement]) -> Iterator[Finding]:
    """A running total that is smaller at a later date, by a later statement."""
    for group in _grouped(filter(_runs, found), _without_end):
        group.sort(
            key=lambda statement: (statement.day or date.max, _end(statement), statement.figure.figure_id)
        )
        highest = group[0]
        for later in group[1:]:
            if (
                _end(later) > _end(highest)
                and later.interval.below(highest.interval)
                and _one_total(highest, later)
            ):
                figures = [highest.figure, later.figure]
                sentence = (
                    f"{topic_words(later.figure)}: {value_words(later.figure)} is less than "
                    f"{value_words(highest.figure)}, stated earlier for a shorter period from the same start."
                )
                yield _finding("falling_total", figures, sentence)
            elif later.interval.low > highest.interval.low:
                highest = later


def _one_total(one: Statement, other: Statement) -> bool:
    figures = one.figure, other.figure
    return (
        alike(one, other)
        and not linked(*figures)
        and not same_sentence(*figures)
        and not unstated_prices(*figures)
    )


def _runs(statement: Statement) -> bool:
    """Whether a statement is a total that can only grow with its period."""
    figure = statement.figure
    if figure.period_end is None or figure.kind != "money" or figure.per or statement.day is None:
        return False
    if terms("measure")[figure.measure].extra["behaviour"] == "cumulative":
        return True
    return statement.total and figure.status in _RUNNING


def _without_end(statement: Statement) -> Key:
    return (statement.figure.status, *statement.topic._replace(period_end=None))


def _end(statement: Statement) -> date:
    return statement.figure.period_end or date.min


def _parts_and_totals(by_id: Mapping[str, Figure]) -> Iterator[Finding]:
    """Parts that add up to more than their total, or miss it by a hair."""
    parts: dict[str, list[Figure]] = {}
    for figure in by_id.values():
        for link in figure.links:
            if link.relation == "part_of" and link.target in by_id:
                parts.setdefault(link.target, []).append(figure)
    for identity, named in parts.items():
        whole = by_id[identity]
        amounts = [likely(part) for part in named]
        total = likely(whole)
        if total is None or not _disjoint(whole, named):
            continue
        summed = point(0)
        for amount in amounts:
            summed += amount or point(0)
        if None in amounts or summed.meets(total):
            continue
        words = " and ".join(value_words(part) for part in named)
        if total.below(summed):
            verb = "come to more than" if len(named) > 1 else "is more than"
        elif len(named) > 1 and _near_miss(summed, total):
            verb = "fall just short of"
        else:
            continue
        sentence = f"{topic_words(whole)}: the parts {words} {verb} their total of {value_words(whole)}."
        if len(named) == 1:
            sentence = f"{topic_words(whole)}: the part of {words} {verb} its total of {value_words(whole)}."
        yield _finding("parts_and_total", [whole, *named], sentence)


def _disjoint(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts are told apart by one thing only, so that no money can be counted in two of them."""
    if any((part.kind, part.unit, part.per) != (whole.kind, whole.unit, whole.per) for part in parts):
        return False
    sides = [
        {getattr(part, field) for part in parts} for field in ("measure", "actor", "programme", "recipient")
    ]
    told_apart = [side for side in sides if len(side) > 1]
    return not told_apart or (len(told_apart) == 1 and len(told_apart[0]) == len(parts))


def _near_miss(summed: Interval, total: Interval) -> bool:
    return summed.below(total) and summed.high >= total.low * (1 - _NEAR_MISS)


def _against_implied(
    found: Iterable[Statement], following: Iterable[Statement], by_id: Mapping[str, Figure]
) -> Iterator[Finding]:
    """A stated value that does not fit what follows from others: a level and its change, a share and its money."""
    stated: dict[Key, list[Statement]] = {}
    for statement in found:
        stated.setdefault(statement.vintage_key, []).append(statement)
    for implied in following:
        parents = [by_id[link.target] for link in implied.figure.links]
        if implied.figure.rule in RESTS or implied.topic in map(topic_of, parents):
            continue
        for statement in stated.get(implied.vintage_key, [])[:NEIGHBOURS]:
            if statement.interval.meets(implied.interval) or not alike(statement, implied):
                continue
            if all(_fits_beside(statement.figure, parent) for parent in parents):
                sentence = (
                    f"{topic_words(statement.figure)}: {value_words(statement.figure)} is stated, "
                    f"but {value_words(implied.figure)} follows from other figures."
                )
                yield _finding("implied", [statement.figure, *parents], sentence, implied.figure.description)


def _fits_beside(statement: Figure, parent: Figure) -> bool:
    """Whether a statement can be held against a figure from which another value was worked out."""
    if statement.figure_id == parent.figure_id or linked(statement, parent):
        return False
    if same_document(statement, parent):
        return True
    one, other = stated_day(statement), stated_day(parent)
    if one is None or other is None or unstated_prices(statement, parent):
        return False
    return abs(one - other) <= SAME_TIME


def _grouped(found: Iterable[Statement], key: Callable[[Statement], Key]) -> Iterator[list[Statement]]:
    """Statements under one key together, where there are two or more."""
    by_key: dict[Key, list[Statement]] = {}
    for statement in found:
        by_key.setdefault(key(statement), []).append(statement)
    return (group for group in by_key.values() if len(group) > 1)


def _finding(rule: str, figures: Sequence[Figure], sentence: str, working: str = "") -> Finding:
    return Finding(
        kind="contradiction", rule=rule, figure_ids=tuple(figure.figure_id for figure in figures),
        sentence=sentence, detail="; ".join(filter(None, (working, listed(figures)))),
    )  # fmt: skip
