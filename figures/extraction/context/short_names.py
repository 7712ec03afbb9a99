"""Short names: "the Commission" or "the bloc" in a text that has named the European Union.

The table gives under ``[short.<party>]`` its short `names`, and the parties `behind` which they mean it: one of
them stands at the beginning of the text or shortly before, and none of those `unless` which they do. A name
with a capital is none inside a longer one ("Trade Commission"), which stands for somebody else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from figures.extraction.words.marks import Mark
from figures.extraction.words.nearby import word_before
from figures.extraction.words.party_names import PARTY
from figures.lexicon import Lexicon

_SHORT = "short"
_OPENING = 1_500  # code points in which a text says of whom it is
_REACH = 600


class ShortNames:
    """Tells whom the short names in a text stand for, in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        section = lexicon.section(_SHORT)
        self._behind = {party: frozenset(section[party]["behind"]) for party in section}
        self._unless = {party: frozenset(section[party].get("unless", ())) for party in section}

    def named(self, text: str, marks: list[Mark], spot: Callable[[int, int], Sequence[Mark]]) -> list[Mark]:
        """The marks of a sentence with the parties that its short names stand for.

        `spot` finds the marks between two places.
        """
        short = [mark for mark in marks if mark.tag == _SHORT and not _in_longer_name(text, mark)]
        if not short:
            return marks
        place = short[-1].start
        near = [*spot(0, min(_OPENING, place)), *spot(max(0, place - _REACH), place)]
        known = {mark.value for mark in near if mark.tag.startswith(PARTY)}
        found = [
            mark._replace(tag=PARTY + "name")
            for mark in short
            if not known.isdisjoint(self._behind[mark.value]) and known.isdisjoint(self._unless[mark.value])
        ]
        # The order of marks that begin together stays, since it tells which meaning goes first.
        return sorted([*marks, *found], key=lambda mark: mark.start) if found else marks


def short_phrases(lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """Phrases for the spotter as (phrase, tag, value)."""
    for party, entry in lexicon.section(_SHORT).items():
        for phrase in entry["names"]:
            yield phrase, _SHORT, party


def _in_longer_name(text: str, mark: Mark) -> bool:
    """Whether a capitalised word stands directly before: "the Federal Commission", and not "The Commission"."""
    before = word_before(text, mark.start)
    if not before.word or not text[before.start].isupper():
        return False
    return before.start > 1 and text[before.start - 2] not in '.!?\n:"\u201c'
