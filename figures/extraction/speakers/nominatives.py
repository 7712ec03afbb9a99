"""Nominatives: a person's name out of the case that the sentence sets it in.

"За словами Зеленського" is Зеленський where the document names him so. A table pairs the endings of
surnames under ``[speakers]`` as `case_endings`; what the document does not write is never made up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

_SHORTEST_STEM = 3


def nominatives(surname: str, endings: Iterable[Sequence[str]]) -> list[str]:
    """What a surname in another case may be in the nominative, by pairs of endings.

    >>> nominatives("Зеленського", [("ського", "ський"), ("а", "")])
    ['Зеленський']
    >>> nominatives("Рютте", [("а", "")])
    []
    """
    return [
        surname.removesuffix(case) + nominative
        for case, nominative in endings
        if surname.endswith(case) and len(surname) - len(case) >= _SHORTEST_STEM
    ]


def in_nominative(
    name: Sequence[str], endings: Iterable[Sequence[str]], named: Callable[[str], set[str]]
) -> str:
    """The full name that a document gives for one in another case, "" where it gives none or several.

    `named` tells the full names in the document that end with a surname.
    """
    first = name[0][:_SHORTEST_STEM] if len(name) > 1 else ""
    found = {
        full
        for surname in nominatives(name[-1], endings)
        for full in named(surname)
        if full.startswith(first)
    }
    return found.pop() if len(found) == 1 else ""
