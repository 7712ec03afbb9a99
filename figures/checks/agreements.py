"""Agreements: what two independent sources confirm, directly or by arithmetic.

Reports of one announcement are not independent: the same value counts as confirmed only where
documents and publishers differ and it comes from different people, or a year lies between. Where
arithmetic stands between two statements, two publishers are enough, since neither repeats the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from decimal import Context, Decimal

from figures.checks.contradictions import NEIGHBOURS
from figures.checks.finding import Finding, listed
from figures.checks.implied import RESTS
from figures.checks.intervals import Interval, point
from figures.checks.plainly import amount_words, topic_words, value_words
from figures.checks.statements import (
    Key,
    Statement,
    alike,
    linked,
    middle,
    same_document,
    status_group,
    topic_of,
)
from figures.normalise.basis import stated_day
from figures.records import Figure

# After a year a number has been looked at anew.
_A_YEAR = timedelta(days=365)
# A wider interval confirms little.
_TIGHT = Decimal("0.1")
_RATE_TOLERANCE = Decimal("0.01")
_ROUNDED = Context(prec=4)


def agreements(
    found: Sequence[Statement],
    groups: Sequence[Sequence[Statement]],
    following: Sequence[Statement],
    by_id: Mapping[str, Figure],
) -> Iterator[Finding]:
    """All agreements between statements, across currencies, and with what follows from others.

    A group holds the statements of one thing, newest first.
    """
    yield from _same_value(groups)
    yield from _across_currencies(found)
    yield from _with_implied(found, following, by_id)


def independent(one: Figure, other: Figure) -> bool:
    """Whether two figures come from sources that do not repeat one another.

    >>> independent(Figure(source_id="a", publisher="A", speaker="X"), Figure(source_id="b", publisher="B", speaker="Y"))
    True
    >>> independent(Figure(source_id="a", publisher="A"), Figure(source_id="b", publisher="B"))
    False
    """
    if not two_publishers(one, other) or (one.speaker and one.speaker == other.speaker):
        return False
    if one.speaker and other.speaker:
        return True
    days = stated_day(one), stated_day(other)
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > _A_YEAR


def two_publishers(one: Figure, other: Figure) -> bool:
    """Whether two figures stand in documents of two publishers that are known."""
    if same_document(one, other) or not one.publisher or not other.publisher:
        return False
    return one.publisher.casefold() != other.publisher.casefold()


def _same_value(groups: Iterable[Sequence[Statement]]) -> Iterator[Finding]:
    for group in groups:
        lead = group[0]
        if not _tight(lead.interval):
            continue
        same = [
            other
            for other in group[1 : NEIGHBOURS + 1]
            if _tight(other.interval)
            and other.interval.overlaps(lead.interval)
            and independent(lead.figure, other.figure)
            and not linked(lead.figure, other.figure)
        ]
        if same:
            figures = [lead.figure, *(other.figure for other in same)]
            sentence = f"{topic_words(lead.figure)}: independent sources agree on {value_words(lead.figure)}."
            yield _finding("same_value", figures, sentence)


def _across_currencies(found: Iterable[Statement]) -> Iterator[Finding]:
    by_key: dict[Key, list[Statement]] = {}
    for statement in found:
        if statement.figure.kind == "money" and statement.figure.rate_usd and _tight(statement.interval):
            topic = statement.topic._replace(unit="")
            by_key.setdefault((status_group(statement.figure.status), *topic), []).append(statement)
    for group in by_key.values():
        group.sort(key=lambda statement: (statement.figure.unit, statement.figure.figure_id))
        for place, right in enumerate(group):
            for left in group[max(place - NEIGHBOURS, 0) : place]:
                if left.figure.unit != right.figure.unit and _one_amount(left, right):
                    yield _conversion(left.figure, right.figure)


def _one_amount(left: Statement, right: Statement) -> bool:
    """Whether two publishers state one amount in two currencies, each in its own number."""
    if middle(left.figure) == middle(right.figure) or not two_publishers(left.figure, right.figure):
        return False
    return _in_dollars(left).meets(_in_dollars(right))


def _conversion(left: Figure, right: Figure) -> Finding:
    rate = (left.rate_usd or Decimal(1)) / (right.rate_usd or Decimal(1))
    product = amount_words(_ROUNDED.multiply(middle(left), rate), right.unit)
    working = f"{value_words(left)} × {_ROUNDED.plus(rate)} = {product}"
    sentence = (
        f"{topic_words(left)}: {value_words(left)} and {value_words(right)}, by two publishers, "
        f"are the same amount at the exchange rate."
    )
    return _finding("across_currencies", [left, right], sentence, working)


def _in_dollars(statement: Statement) -> Interval:
    rate = statement.figure.rate_usd or Decimal(1)
    return statement.interval * point(rate) * Interval(1 - _RATE_TOLERANCE, 1 + _RATE_TOLERANCE)


def _with_implied(
    found: Iterable[Statement], following: Iterable[Statement], by_id: Mapping[str, Figure]
) -> Iterator[Finding]:
    stated: dict[Key, list[Statement]] = {}
    for statement in found:
        if _tight(statement.interval):
            stated.setdefault(statement.vintage_key, []).append(statement)
    for implied in following:
        parents = [by_id[link.target] for link in implied.figure.links]
        if (
            implied.figure.rule in RESTS
            or implied.topic in map(topic_of, parents)
            or not _tight(implied.interval)
        ):
            continue
        for statement in stated.get(implied.vintage_key, [])[:NEIGHBOURS]:
            if not statement.interval.overlaps(implied.interval) or not alike(statement, implied):
                continue
            if all(two_publishers(statement.figure, parent) for parent in parents):
                sentence = (
                    f"{topic_words(statement.figure)}: {value_words(statement.figure)} is stated, "
                    f"and {value_words(implied.figure)} follows from figures of another publisher."
                )
                yield _finding("implied", [statement.figure, *parents], sentence, implied.figure.description)


def _tight(interval: Interval) -> bool:
    """Whether an interval is narrow enough for a value in it to confirm another."""
    if not (interval.low.is_finite() and interval.high.is_finite()):
        return False
    return interval.high - interval.low <= _TIGHT * max(abs(interval.low), abs(interval.high))


def _finding(rule: str, figures: Sequence[Figure], sentence: str, working: str = "") -> Finding:
    return Finding(
        kind="agreement", rule=rule, figure_ids=tuple(figure.figure_id for figure in figures),
        sentence=sentence, detail="; ".join(filter(None, (working, listed(figures)))),
    )  # fmt: skip
