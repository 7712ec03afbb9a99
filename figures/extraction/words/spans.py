"""Spans: what stands in a text from a start to an end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar


class Spanning(Protocol):
    """Anything that begins at `start` and ends before `end`."""

    @property
    def start(self) -> int:
        """Where its first code point stands."""

    @property
    def end(self) -> int:
        """Where the code point behind its last one stands."""


_ADDRESS = re.compile(r"[^\s<>\"]{1,2000}")
_BEHIND_SCHEME = "://"

Span = TypeVar("Span", bound=Spanning)


def without_overlap(spans: Iterable[Span]) -> list[Span]:
    """The spans in order; of those that overlap the first, and of those with one start the longest.

    >>> from figures.extraction.words.marks import Mark
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


def outside_addresses(text: str, spans: list[Span]) -> list[Span]:
    """The spans that do not stand inside an address: "https://example.org/?q=29%20".

    >>> from figures.extraction.words.marks import Mark
    >>> outside_addresses("http://x.org/?q=29%20 5%", [Mark(16, 19, "", "in"), Mark(22, 24, "", "out")])
    [Mark(start=22, end=24, tag='', value='out')]
    """
    ends = dict(_addresses(text))
    if not ends:
        return spans
    starts = [-1, *ends]
    return [span for span in spans if span.start >= ends.get(starts[bisect_right(starts, span.start) - 1], 0)]


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses begin behind their scheme, and where they end."""
    place = text.find(_BEHIND_SCHEME)
    while place >= 0:
        address = _ADDRESS.match(text, place)
        end = address.end() if address is not None else place + len(_BEHIND_SCHEME)
        yield place, end
        place = text.find(_BEHIND_SCHEME, end)
