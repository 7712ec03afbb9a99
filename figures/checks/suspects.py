"""Suspects: what smells like a slip of the pen, of the scope, of the currency or of the year.

Each rule asks for the same number, for nearly everything else to agree, and for statements of the
same month; a number of one digit ("1 billion") is too common to be recognised by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from figures.checks.contradictions import NEIGHBOURS
from figures.checks.finding import Finding, listed
from figures.checks.intervals import Interval, point
from figures.checks.periods import periods_overlap
from figures.checks.plainly import topic_words, value_words
from figures.checks.revisions import unstated_prices
from figures.checks.stated import likely
from figures.checks.statements import (
    Key,
    Statement,
    Topic,
    alike,
    is_group,
    linked,
    middle,
    restated,
    same_document,
    same_sentence,
    same_time,
    status_group,
)
from figures.records import Figure

_EXPECTED = frozenset({"forecast", "planned", "estimated"})
_DEMANDED = frozenset({"required", "target"})
_AIMS = frozenset({"target", "pledged", "planned"})
_THOUSAND = Decimal(1000)
# Rates of a day and of a period differ, and conversions are rounded.
_RATE_TOLERANCE = Decimal("0.05")
_PARITY = Decimal("0.03")
_ONE_VOICE = timedelta(days=7)

Test = Callable[[Statement, Statement], bool]


def suspects(
    found: Sequence[Statement], items: Sequence[Statement], by_id: Mapping[str, Figure]
) -> Iterator[Finding]:
    """All suspects; `items` are statements among which sums need not be totals."""
    documents = {(statement.document, statement.topic) for statement in found}

    def two_years(one: Statement, other: Statement) -> bool:
        # A document that states both years means both.
        for left, right in ((one, other), (other, one)):
            if (left.document, right.topic) in documents:
                return False
        return _two_years(one, other)

    yield from _each(
        items, _number_and_parties, "two_currencies", _two_currencies, "the same number in two currencies"
    )
    yield from _each(found, _without("actor"), "two_scopes", _two_scopes, "the same number for two groups")
    years = _without("period_start", "period_end", "base_period_start", "base_period_end")
    yield from _each(found, years, "two_years", two_years, "the same number for two years")
    yield from _each(
        found, _number_and_topic, "demand", _demand, "a forecast in the one, a demand in the other"
    )
    yield from _each(
        items, _digits_and_topic, "thousandfold", _thousandfold, "the one is a thousand times the other"
    )
    why = "neither document says in which prices, and one may be in current, the other in constant prices"
    yield from _each(found, lambda one: one.key, "unstated_prices", _unstated_prices, why)
    yield from _off_conversions(by_id)


def _each(
    found: Iterable[Statement], key: Callable[[Statement], Key], rule: str, smells: Test, why: str
) -> Iterator[Finding]:
    """A finding for each group of statements under one key in which some pair smells."""
    by_key: dict[Key, list[Statement]] = {}
    for statement in found:
        by_key.setdefault(key(statement), []).append(statement)
    for group in by_key.values():
        if len(group) < 2:
            continue
        group.sort(key=lambda statement: (statement.day or date.max, statement.figure.figure_id))
        smelling: dict[str, Figure] = {}
        for place, statement in enumerate(group):
            for other in group[max(place - NEIGHBOURS, 0) : place]:
                if smells(other, statement) and _apart(other, statement):
                    smelling.update({one.figure.figure_id: one.figure for one in (other, statement)})
        if smelling:
            yield _finding(rule, tuple(smelling.values()), why)


def _apart(one: Statement, other: Statement) -> bool:
    """Whether two statements were made at one time, in different sentences."""
    if linked(one.figure, other.figure) or same_sentence(one.figure, other.figure):
        return False
    return same_time(one, other)


def _number_and_parties(statement: Statement) -> Key:
    figure, topic = statement.figure, statement.topic
    return (
        middle(figure),
        topic.kind,
        topic.measure,
        topic.programme,
        topic.actor,
        topic.recipient,
        topic.per,
    )


def _number_and_topic(statement: Statement) -> Key:
    return (middle(statement.figure), *statement.topic)


def _digits_and_topic(statement: Statement) -> Key:
    return (middle(statement.figure).normalize().as_tuple().digits, *statement.topic)


def _without(*fields: str) -> Callable[[Statement], Key]:
    """The key of a statement with its value, but without some parts of its topic."""
    kept = [place for place, name in enumerate(Topic._fields) if name not in fields]

    def key(statement: Statement) -> Key:
        topic = (statement.topic[place] for place in kept)
        return (status_group(statement.figure.status), middle(statement.figure), *topic)

    return key


def _two_currencies(one: Statement, other: Statement) -> bool:
    left, right = one.figure, other.figure
    if left.kind not in ("money", "change") or left.unit == right.unit or not periods_overlap(left, right):
        return False
    # Near parity the same number can be right in both.
    if (
        left.value_usd
        and right.value_usd
        and abs(left.value_usd - right.value_usd) <= _PARITY * left.value_usd
    ):
        return False
    if left.speaker and left.speaker == right.speaker and one.day and other.day:
        return abs(one.day - other.day) <= _ONE_VOICE
    same_topic = one.topic._replace(unit="") == other.topic._replace(unit="")
    return same_topic and left.status == right.status and _telling(left)


def _two_scopes(one: Statement, other: Statement) -> bool:
    left, right = one.figure, other.figure
    if left.kind not in ("change", "money") or same_document(left, right) or not _telling(left):
        return False
    return left.actor != right.actor and is_group(left.actor) and is_group(right.actor)


def _two_years(one: Statement, other: Statement) -> bool:
    left, right = one.figure, other.figure
    if same_document(left, right) or not (_telling(left) or left.status in _AIMS):
        return False
    ends = ((left.period_start, right.period_start), (left.period_end, right.period_end))
    moved = {_years_between(first, second) for first, second in ends if first or second}
    return moved in ({1}, {-1})


def _years_between(first: date | None, second: date | None) -> int | None:
    """By how many whole years two days differ, or None where they fall on different days of the year."""
    if first is None or second is None or (first.month, first.day) != (second.month, second.day):
        return None
    return second.year - first.year


def _demand(one: Statement, other: Statement) -> bool:
    left, right = one.figure, other.figure
    # To expect that a target share is reached is no slip.
    if left.kind == "share" or not _telling(left):
        return False
    statuses = {left.status, right.status}
    return bool(statuses & _EXPECTED and statuses & _DEMANDED)


def _thousandfold(one: Statement, other: Statement) -> bool:
    small, large = sorted((abs(middle(one.figure)), abs(middle(other.figure))))
    return (
        one.figure.status == other.figure.status
        and small > 0
        and large == small * _THOUSAND
        and _telling(one.figure)
    )


def _unstated_prices(one: Statement, other: Statement) -> bool:
    if not unstated_prices(one.figure, other.figure) or not alike(one, other):
        return False
    return not one.interval.meets(other.interval) and not restated(one, other)


def _off_conversions(by_id: Mapping[str, Figure]) -> Iterator[Finding]:
    """Amounts said to be the same in two currencies that the exchange rate does not make the same."""
    for figure in by_id.values():
        for link in figure.links:
            other = by_id.get(link.target)
            if link.relation == "same_amount" and other is not None and figure.unit != other.unit:
                left, right = _in_dollars(figure), _in_dollars(other)
                if left is not None and right is not None and not left.meets(right):
                    why = "the exchange rate does not make them the same"
                    yield _finding("conversion", (other, figure), why)


def _in_dollars(figure: Figure) -> Interval | None:
    amount = likely(figure)
    if amount is None or figure.rate_usd is None or amount.low <= 0:
        return None
    return amount * point(figure.rate_usd) * Interval(1 - _RATE_TOLERANCE, 1 + _RATE_TOLERANCE)


def _telling(figure: Figure) -> bool:
    """Whether a number has two digits or more, so that it is hardly the same by chance."""
    digits = middle(figure).normalize().as_tuple().digits
    return len(digits) > 1


def _finding(rule: str, figures: tuple[Figure, ...], why: str) -> Finding:
    values = " and ".join(dict.fromkeys(value_words(figure) for figure in figures))
    return Finding(
        kind="suspect", rule=rule, figure_ids=tuple(figure.figure_id for figure in figures),
        sentence=f"{topic_words(figures[0])}: {values}; {why}.", detail=listed(figures),
    )  # fmt: skip
