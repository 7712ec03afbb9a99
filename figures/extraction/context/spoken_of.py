"""Spoken of: the one country that a text speaks of at a place, whose "government" or "minister" it means.

Alliances are none, and neither is who is only told as to whom, from whom or against whom something is
done. The enemy is one where nobody else is named. Two countries that it could be are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figures.extraction.words.marks import Mark
from figures.extraction.words.party_names import PARTY, is_adversary, is_alliance, is_country, is_receiver

REACH = 600  # code points back to where a country is named
_ASIDE = frozenset({"to", "for", "against", "help", "with", "from", "by", "example"})
_NEXT = 5  # from a little word to a party that it leads
_STATES = "name", "either", "adjective", "nominative", "genitive", "capital"
_FORMS = frozenset(PARTY + form for form in _STATES)


def spoken_of(marks: Sequence[Mark], receivers: bool = False) -> str:
    """The one country that the marks of a stretch of text speak of, "" where none or several are.

    One whom aid is named after is none but where `receivers` asks for it, and nobody else is named.

    >>> spoken_of([Mark(0, 6, "party.name", "Norway"), Mark(20, 23, "party.capital", "Norway")])
    'Norway'
    >>> spoken_of([Mark(0, 6, "party.name", "Norway"), Mark(20, 26, "party.name", "Sweden")])
    ''
    """
    named = set(_named(marks))
    if any(map(is_receiver, named)):
        named = {party for party in named if not is_adversary(party)}
        named = {party for party in named if not is_receiver(party)} or named
    elif len(named) > 1:
        named = {party for party in named if not is_adversary(party)}
    if len(named) != 1:
        return ""
    party = named.pop()
    return "" if is_receiver(party) and not receivers else party


def _named(marks: Sequence[Mark]) -> Iterator[str]:
    little: Mark | None = None
    for mark in marks:
        if mark.tag == "link":
            little = mark
        elif mark.tag in _FORMS and not is_alliance(mark.value):
            near = little is not None and mark.start - little.end <= _NEXT
            value = little.value if near and little is not None else ""
            # "in Brussels" is where somebody met.
            if value == "in" and (mark.tag == PARTY + "capital" or not is_country(mark.value)):
                continue  # customers "in Europe"
            if value not in _ASIDE:
                yield mark.value
