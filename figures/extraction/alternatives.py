"""Alternatives: one pattern for many phrases, which shares their beginnings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for whole phrases, small or with a capital, that shares their beginnings."""
    written = {*phrases, *(phrase[:1].upper() + phrase[1:] for phrase in phrases)}
    return re.compile(rf"\b{_tree(sorted(written))}\b")


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
