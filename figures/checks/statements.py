"""Figures as statements that can be compared: which ones state the same thing, and when.

Two figures are compared only where everything that says what is measured agrees: measure,
programme, actor, recipient, period, base, unit, rate and price basis. Of a figure that leaves one
of the decisive parts open nothing can be said, and it is left out.

Sums need more care than levels, since one donor makes many pledges a year. A sum counts as a total,
not as one item of many, where it is for a group of states or comes from a cited series, and covers
at least a quarter of a year or runs "to date" in a programme.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from figures.checks.intervals import Interval
from figures.checks.stated import likely
from figures.checks.terms import terms
from figures.normalise.basis import stated_day
from figures.records import Figure

Key = tuple[object, ...]

# Charts ask for the same figures whenever a filter changes. Kept by identity with the figure beside it,
# since equal figures are not the same one.
_KEPT = 32_768
_known: dict[int, tuple[Figure, Statement | None]] = {}


class Topic(NamedTuple):
    """What is measured: everything that has to agree before two figures are compared, but the status."""

    kind: str
    measure: str
    programme: str
    actor: str
    recipient: str
    period_start: date | None
    period_end: date | None
    base: str
    base_period_start: date | None
    base_period_end: date | None
    unit: str
    per: str
    price_basis: str


SAME_TIME = timedelta(days=31)
"""Statements of the same month are about the same state of knowledge."""
_TOTALS_FROM = timedelta(days=89)
_SERIES = frozenset({"cited", "curated", "derived"})
# Two totals of one thing differ by a slip or a revision, not by half.
_ALIKE = Decimal("1.5")
OUTCOME = "outcome"
ALWAYS, TOTALS = "always", "totals"


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure with what is needed to compare it; `topic` is what it measures, without status.

    `total` says that it is a sum, of which there may be many under one heading.
    """

    figure: Figure
    interval: Interval
    day: date | None
    topic: Topic
    document: str
    total: bool

    @property
    def key(self) -> Key:
        """What is measured, with the status as stated."""
        return (self.figure.status, *self.topic)

    @property
    def vintage_key(self) -> Key:
        """What is measured; spent, estimated and forecast are one outcome seen at different times."""
        return (status_group(self.figure.status), *self.topic)


def status_group(status: str) -> str:
    """`outcome` for the statuses that tell of one result earlier or later, else the status itself.

    >>> status_group("forecast"), status_group("pledged")
    ('outcome', 'pledged')
    """
    term = terms("status").get(status)
    return OUTCOME if term is not None and term.extra["outcome"] else status


def statements(figures: Iterable[Figure]) -> list[Statement]:
    """The figures of which it is clear what they state, in the order given."""
    return comparable(items(figures))


def items(figures: Iterable[Figure]) -> list[Statement]:
    """The figures that name measure, actor and unit, single sums among them, in the order given."""
    return [found for figure in figures if (found := _statement(figure)) is not None]


def _statement(figure: Figure) -> Statement | None:
    """What a figure states by itself, None where it names no measure, actor or unit."""
    known = _known.get(id(figure))
    if known is not None and known[0] is figure:
        return known[1]
    if len(_known) >= _KEPT:
        _known.clear()
    statement = _read(figure)
    _known[id(figure)] = figure, statement
    return statement


def _read(figure: Figure) -> Statement | None:
    term = terms("measure").get(figure.measure)
    if term is None or not (figure.actor and figure.unit) or reversed_period(figure):
        return None
    interval = likely(figure)
    if interval is None:
        return None
    total = term.extra["compared"] == TOTALS
    return Statement(figure, interval, stated_day(figure), topic_of(figure), document(figure), total)


def comparable(found: Iterable[Statement]) -> list[Statement]:
    """Of statements, those that can be compared with others under the same key."""
    return [statement for statement in found if _is_comparable(statement)]


def _is_comparable(statement: Statement) -> bool:
    figure = statement.figure
    start, end = figure.period_start, figure.period_end
    if not figure.status or (start is None and end is None):
        return False
    if figure.kind == "change" and figure.base_period_start is None:
        return False
    if not statement.total:
        return terms("measure")[figure.measure].extra["compared"] == ALWAYS
    if middle(figure) <= 0 or (figure.origin not in _SERIES and not is_group(figure.actor)):
        return False
    if start is None:
        return bool(figure.programme)
    return end is not None and end - start >= _TOTALS_FROM


def reversed_period(figure: Figure) -> bool:
    """Whether a period ends before it starts."""
    spans = (
        (figure.period_start, figure.period_end),
        (figure.base_period_start, figure.base_period_end),
    )
    return any(start is not None and end is not None and end < start for start, end in spans)


def is_group(actor: str) -> bool:
    """Whether an actor is a group of states, whose sums are totals."""
    term = terms("party").get(actor)
    return term is not None and term.extra["kind"] == "group"


_TOPIC = attrgetter(*Topic._fields)


def topic_of(figure: Figure) -> Topic:
    """What a figure measures."""
    return Topic._make(_TOPIC(figure))


def alike(one: Statement, other: Statement) -> bool:
    """Whether two statements under one key can be of the same quantity."""
    if not (one.total or other.total):
        return True
    left, right = middle(one.figure), middle(other.figure)
    return left > 0 and right > 0 and max(left, right) <= _ALIKE * min(left, right)


def middle(figure: Figure) -> Decimal:
    """One number for a figure: its value, or the middle of its range; 0 when it has neither."""
    number = figure.value
    if number is None and figure.low is not None and figure.high is not None:
        number = (figure.low + figure.high) / 2
    return number if number is not None and number.is_finite() else Decimal(0)


def linked(one: Figure, other: Figure) -> bool:
    """Whether one of two figures says how it relates to the other."""
    if not one.links and not other.links:
        return False
    return any(link.target == other.figure_id for link in one.links) or any(
        link.target == one.figure_id for link in other.links
    )


def document(figure: Figure) -> str:
    """What tells the document of a figure from others: its source, or the address it was cited from."""
    return (figure.url or figure.publisher) if figure.origin == "cited" else figure.source_id


def same_sentence(one: Figure, other: Figure) -> bool:
    """Whether two figures stand in one quoted sentence."""
    return bool(one.quote) and (one.source_id, one.quote) == (other.source_id, other.quote)


def same_document(one: Figure, other: Figure) -> bool:
    """Whether two figures were published in one document."""
    return bool(document(one)) and document(one) == document(other)


def same_time(one: Statement, other: Statement) -> bool:
    """Whether two statements were made within a month, or in one source."""
    if one.document and one.document == other.document:
        return True
    return one.day is not None and other.day is not None and abs(one.day - other.day) <= SAME_TIME


def restated(one: Statement, other: Statement) -> bool:
    """Whether one of two statements takes the place of the other: a later day of the same voice."""
    if one.day is None or other.day is None or one.day == other.day:
        return False
    same_voice = bool(one.figure.speaker) and one.figure.speaker == other.figure.speaker
    return same_voice or abs(one.day - other.day) > SAME_TIME
