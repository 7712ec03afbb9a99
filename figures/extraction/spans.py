"""Spans: what stands in a text from a start to an end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Spanning(Protocol):
    """Anything that begins at `start` and ends before `end`."""

    @property
    def start(self) -> int:
        """Where its first code point stands."""

    @property
    def end(self) -> int:
        """Where the code point behind its last one stands."""


Span = TypeVar("Span", bound=Spanning)


def without_overlap(spans: Iterable[Span]) -> list[Span]:
    """The spans in order; of those that overlap the first, and of those with one start the longest.

    >>> from figures.extraction.marks import Mark
    >>> spans = [Mark(3, 5, "", "b"), Mark(0, 2, "", "short"), Mark(0, 4, "", "long"), Mark(5, 6, "", "c")]
    >>> [span.value for span in without_overlap(spans)], without_overlap([])
    (['long', 'c'], [])
    """
    kept: list[Span] = []
    end = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= end or not kept:
            kept.append(span)
            end = span.end
    return kept
