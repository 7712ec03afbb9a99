"""Spans: what stands in a text from a start to an end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Spanning(Protocol):
    """Anything that begins at `start` and ends before `end`."""

    start: int
    end: int


Span = TypeVar("Span", bound=Spanning)


def without_overlap(spans: Iterable[Span]) -> list[Span]:
    """The spans in order; of those that overlap the first, and of those with one start the longest."""
    kept: list[Span] = []
    end = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= end or not kept:
            kept.append(span)
            end = span.end
    return kept
