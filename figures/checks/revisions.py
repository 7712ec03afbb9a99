"""Revisions: a newer statement that puts another number in the place of an older one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from figures.checks.finding import Finding, listed
from figures.checks.plainly import day_words, topic_words, value_words
from figures.checks.statements import Statement, document, linked, restated, same_sentence
from figures.records import Figure

# Sums of which nobody says in which prices they are differ by this much without a revision.
_SAME_PRICES = Decimal("1.05")


def revisions(groups: Iterable[Sequence[Statement]]) -> Iterator[Finding]:
    """One finding for each number that was restated; a group holds the statements of one, newest first."""
    for group in groups:
        if len(group) < 2 or group[0].day is None:
            continue
        chain = [group[0]]
        for older in group[1:]:
            if revises(chain[-1], older):
                chain.append(older)
        if len(chain) > 1:
            yield _finding([statement.figure for statement in chain], chain)


def revises(newer: Statement, older: Statement) -> bool:
    """Whether a statement puts another number in the place of an older one, or of one without a day."""
    if newer.interval.overlaps(older.interval) or not _one_price(newer, older):
        return False
    if linked(newer.figure, older.figure) or same_sentence(newer.figure, older.figure):
        return False
    return newer.day is not None and (older.day is None or restated(newer, older))


def unstated_prices(one: Figure, other: Figure) -> bool:
    """Whether two amounts of spending may be in different prices, since neither document says in which."""
    spending = one.kind == "money" and not one.recipient
    return spending and not one.price_basis and document(one) != document(other)


def _one_price(one: Statement, other: Statement) -> bool:
    if not unstated_prices(one.figure, other.figure):
        return True
    left, right = sorted((abs(one.figure.value or Decimal(0)), abs(other.figure.value or Decimal(0))))
    return left > 0 and right <= _SAME_PRICES * left


def _finding(figures: Sequence[Figure], chain: Sequence[Statement]) -> Finding:
    newest = figures[0]
    words = f"{topic_words(newest)}: {value_words(newest)} on {day_words(chain[0].day)}"
    dated = [f"{value_words(one.figure)} on {day_words(one.day)}" for one in chain[1:] if one.day]
    undated = [f"{value_words(one.figure)} on an unknown day" for one in chain[1:] if not one.day]
    if dated:
        words += f", after {' and '.join(dated)}"
    if undated:
        words += f", and {' and '.join(undated)}"
    sentence = f"{words}."
    return Finding(
        kind="revision", rule="restated", figure_ids=tuple(figure.figure_id for figure in figures),
        sentence=sentence, detail=listed(figures),
    )  # fmt: skip
