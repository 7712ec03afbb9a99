"""Offices: the words that tell what somebody is, before the name.

Where nouns are written together an office is also told by the last part of a word:
"Bundesaußenminister", "Nato-Generalsekretär".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise, takewhile


def is_office(word: str, titles: Collection[str], endings: tuple[str, ...]) -> bool:
    """Whether a word names an office: one of the titles, or a compound that ends with an office.

    >>> is_office("Bundesminister", {"minister"}, ("minister",)), is_office("Minister", {"minister"}, ())
    (True, True)
    >>> is_office("Merz", {"minister"}, ("minister",))
    False
    """
    lower = word.lower()
    return lower in titles or (bool(endings) and lower.endswith(endings))


def offices_in(run: Sequence[str], roles: Collection[str], endings: tuple[str, ...]) -> frozenset[str]:
    """The offices named in a run of words, as the table writes them.

    >>> sorted(offices_in(["Bundesminister", "Merz"], {"minister"}, ("minister",)))
    ['minister']
    >>> sorted(offices_in(["head", "of", "government"], {"head", "head of"}, ()))
    ['head', 'head of']
    """
    lowered = [word.lower() for word in run]
    found = {word for word in lowered if word in roles}
    found |= {pair for pair in map(" ".join, pairwise(lowered)) if pair in roles}
    found |= {ending for word in lowered for ending in endings if word.endswith(ending)}
    return frozenset(found)


def before_article(kept: Sequence[str], articles: Collection[str]) -> list[str]:
    """The words of a run before its first article: to whom something is said is no part of a name.

    >>> before_article(["Rolf", "Amberg", "der", "Zeitung"], {"der"})
    ['Rolf', 'Amberg']
    """
    return list(takewhile(lambda word: word not in articles, kept))


def holds_article(kept: Sequence[str], articles: Collection[str], particles: Collection[str]) -> bool:
    """Whether an article stands in a run with no particle of a name before it: "Beratungen der Nato".

    >>> holds_article(["Beratungen", "der", "Nato"], {"der"}, {"von", "der"})
    True
    >>> holds_article(["Ursula", "von", "der", "Leyen"], {"der"}, {"von", "der"})
    False
    """
    return any(
        word in articles and place and kept[place - 1].lower() not in particles
        for place, word in enumerate(kept)
    )
