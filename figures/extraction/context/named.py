"""Named: the parties that a stretch of text names by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from figures.extraction.words.marks import Mark
from figures.extraction.words.party_names import PARTY, is_adversary, is_receiver

# Little words by which a party is where, to whom or with whom something is done.
ASIDE = frozenset({"to", "for", "against", "help", "in", "with", "from", "of", "example"})
_BY_THEMSELVES = frozenset(
    {PARTY + "name", PARTY + "capital", PARTY + "either", PARTY + "dative", PARTY + "genitive"}
)
_NEXT = 5  # from a little word to a party that it leads


def named_by_themselves(
    marks: Sequence[Mark], receivers: bool = False, aside: frozenset[str] = ASIDE
) -> set[str]:
    """The parties named by themselves, and not as where or to whom something is done."""
    named: set[str] = set()
    little: int | None = None
    for mark in marks:
        if mark.tag == "link":
            little = mark.end if mark.value in aside else None
        elif mark.tag.startswith(PARTY):
            led = little is not None and mark.start - little <= _NEXT
            if not led and (receivers or not is_receiver(mark.value)) and not is_adversary(mark.value):
                named.add(mark.value)
    return named


def receivers_named(marks: Sequence[Mark]) -> set[str]:
    """The parties named by themselves whom aid is named after."""
    return {mark.value for mark in marks if mark.tag in _BY_THEMSELVES and is_receiver(mark.value)}
