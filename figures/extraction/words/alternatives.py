"""Alternatives: one pattern for many words or phrases, which shares their beginnings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for whole phrases, small or with a capital, that shares their beginnings."""
    written = {*phrases, *(phrase[:1].upper() + phrase[1:] for phrase in phrases)}
    return re.compile(rf"\b{_tree(sorted(written))}\b")


def begun_by(stems: Iterable[str]) -> str:
    """The source of a pattern that matches where one of some stems begins, of two the shorter; "(?!)" for none.

    >>> begun_by(["twenty", "two", "twe"])
    'tw(?:e|o)'
    """
    return _begun_by(sorted(stems)) or "(?!)"


def _begun_by(stems: Sequence[str]) -> str:
    branches: dict[str, list[str]] = {}
    for stem in stems:
        branches.setdefault(stem[:1], []).append(stem[1:])
    parts = [
        re.escape(head) + ("" if "" in rests else _begun_by(rests))
        for head, rests in branches.items()
        if head
    ]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})" if parts else ""


def _tree(phrases: Sequence[str]) -> str:
    branches: dict[str, list[str]] = {}
    for phrase in phrases:
        branches.setdefault(phrase[:1], []).append(phrase[1:])
    ends = "" in branches
    parts = [
        (r"\s" if head == " " else re.escape(head)) + (_tree(rests) if rests != [""] else "")
        for head, rests in branches.items()
        if head
    ]
    return f"(?:{'|'.join(parts)}){'?' if ends else ''}" if parts else ""
