"""Words tied together by an apostrophe or a hyphen: "L'Espagne", "a-t-il ajouté"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

_ELIDED = re.compile(r"(\w{1,2})['\u2019](?=[^\W\d_a-z])")


def without_article(word: str, articles: Collection[str]) -> str:
    """A word without the article that an apostrophe ties to it.

    >>> without_article("L'Espagne", {"l"}), without_article("O'Brien", {"l"})
    ('Espagne', "O'Brien")
    """
    match = _ELIDED.match(word)
    return word[match.end() :] if match is not None and match[1].lower() in articles else word


def inverted(verbs: Collection[str], forms: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Verbs of speech with those whose helping verb takes its pronoun with it, by the verb's `forms`.

    >>> sorted(inverted({"a dit", "note"}, {"a": ["a-t-il"]}))
    ['a dit', 'a-t-il dit', 'note']
    """
    return frozenset(verbs) | {
        f"{form} {verb.removeprefix(helping + ' ')}"
        for helping, inversions in forms.items()
        for form in inversions
        for verb in verbs
        if verb.startswith(helping + " ")
    }
