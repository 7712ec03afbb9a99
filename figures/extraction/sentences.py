"""Sentences of a text, with offsets."""

from __future__ import annotations

from typing import NamedTuple


class Sentence(NamedTuple):
    """Where a sentence stands in its text: ``text[start:end]``, without surrounding white space."""

    start: int
    end: int
