"""Scans: where any word of a table begins in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_BEFORE_WORD = (" ", "\n", "\xa0", "(", '"', "“", "„", "«", "‘", "'", "’", "-", "–", "—", "/", "\t", "\u202f")


class Beginnings:
    """Finds where any of a table's words begins, in lower case or capitalised.

    >>> sorted(Beginnings(["two", "half*"]).places("Two tanks, (half a dozen) halfway of network"))
    [0, 12, 26]
    >>> list(Beginnings([]).places("none"))
    [0]
    """

    def __init__(self, words: Iterable[str]) -> None:
        escaped = {re.escape(word.partition("*")[0]) for word in words}
        escaped |= {word[0].upper() + word[1:] for word in escaped}
        pattern = _trie(sorted(escaped)) if escaped else "(?!)"
        # One for each sign before a word: a search for one sign runs at the speed of memory.
        self._scans = [(sign, re.compile(f"{re.escape(sign)}(?={pattern})")) for sign in _BEFORE_WORD]

    def places(self, text: str) -> Iterator[int]:
        """Where such words may begin: the start of the text always, the others sign by sign."""
        yield 0
        for sign, scan in self._scans:
            if sign in text:
                for match in scan.finditer(text):
                    yield match.end()


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
