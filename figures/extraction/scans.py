"""Scans: where any word of a table begins in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BEFORE_WORD = (" ", "\n", "\xa0", "(", '"', "“", "„", "«", "‘", "'", "’", "-", "–", "—", "/", "\t", "\u202f")


def word_pattern(words: Iterable[str]) -> list[tuple[str, re.Pattern[str]]]:
    """Patterns that find where any of `words` begins, in lower case or capitalised.

    One for each sign that may stand before a word: a search for one sign runs at the speed of
    memory. A match ends where the word begins.
    """
    escaped = {re.escape(word.partition("*")[0]) for word in words}
    escaped |= {word[0].upper() + word[1:] for word in escaped}
    pattern = _trie(sorted(escaped))
    return [(sign, re.compile(f"{re.escape(sign)}(?={pattern})")) for sign in _BEFORE_WORD]


def phrase_ends(text: str, phrases: Iterable[str]) -> list[int]:
    """Where phrases end in a text, in order, as they are written in their table or capitalised.

    >>> phrase_ends("Number of tanks; renumber of; the number of men", ["number of"])
    [9, 43]
    """
    ends: set[int] = set()
    for phrase in phrases:
        for written in {phrase, phrase[0].upper() + phrase[1:]}:
            start = text.find(written)
            while start >= 0:
                end = start + len(written)
                if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                    ends.add(end)
                start = text.find(written, end)
    return sorted(ends)


def _trie(words: list[str]) -> str:
    """A pattern for any of the words that shares their beginnings, so that few branches are tried."""
    tree: dict[str, list[str]] = {}
    for word in words:
        head = word[:2] if word[0] == "\\" else word[:1]
        tree.setdefault(head, []).append(word[len(head) :])
    branches = []
    for head, rests in tree.items():
        if "" in rests:
            branches.append(head)
        elif len(rests) == 1:
            branches.append(head + rests[0])
        else:
            branches.append(head + _trie(rests))
    return branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
