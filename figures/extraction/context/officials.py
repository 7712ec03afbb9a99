"""Officials: for which government or body a person of a document acts, by the office named with the name.

"Danish Prime Minister Mette Frederiksen promised" once tells for which country "Frederiksen
announced" later speaks; so does "Frederiksen, Denmark's prime minister".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from figures.extraction.context.spoken_of import REACH, spoken_of
from figures.extraction.words.marks import Mark
from figures.extraction.words.party_names import PARTY, is_country

_MOST_NAMINGS = 12  # occurrences of a surname that are looked at
_STRETCH = 16_000  # at the beginning of a document, and around a place: where offices are looked for
_BEFORE = 90
_BEHIND = 60
# Given names, and particles of no more than three letters, between an office and a surname.
_GIVEN = re.compile(r",?[ \n\xa0](?:(?>[^\W\d_][\w'\u2019.-]{0,24})[ \n\xa0]){0,4}\Z")
_SMALL = re.compile(r"(?<![\w'\u2019-])[^\W\d_A-Z]{4,}")
_OWNED = re.compile(r"(?:['\u2019]s?)?[ \n\xa0](?:\w{2,12}[ \n\xa0]){0,2}\Z")
_APPOSED = re.compile(r",[ \n\xa0](?:\w{1,3}[ \n\xa0])?\Z")


class Officials:
    """The offices that a document names beside its people, at its beginning and near the place in question.

    Each surname is looked up once for a stretch of the text.

    `spot` finds the marks between two places of the text.
    """

    def __init__(self, text: str, spot: Callable[[int, int], Sequence[Mark]], home: str = "") -> None:
        """For a text at home in a country, whose officials need no country's name ("" where it shows none)."""
        self._text = text
        self._spot = spot
        self._home = home
        self._known: dict[tuple[str, int], str] = {}

    def party(self, name: str, place: int) -> str:
        """The canonical name of whom a person acts for who is named at a place.

        "" where the document names no office, or several.
        """
        surname = name.rsplit(" ", 1)[-1]
        stretch = place // _STRETCH
        found = self._known.get((surname, stretch))
        if found is None:
            named = set(self._named(surname, 0, _STRETCH))
            if stretch:
                named.update(
                    self._named(surname, stretch * _STRETCH - _STRETCH // 2, (stretch + 1) * _STRETCH)
                )
            named.discard("")
            found = self._known[surname, stretch] = named.pop() if len(named) == 1 else ""
        return found

    def _named(self, surname: str, start: int, stop: int) -> list[str]:
        text = self._text
        found: list[str] = []
        place = text.find(surname, start, stop)
        for _ in range(_MOST_NAMINGS):
            if place < 0:
                break
            end = place + len(surname)
            if not text[end : end + 1].isalpha() and not text[place - 1 : place].isalnum():
                found.append(self._before(place) or self._behind(end))
            place = text.find(surname, end, stop)
        return found

    def _before(self, place: int) -> str:
        """Whose office stands before a name: "German Defence Minister Boris Pistorius"."""
        text = self._text
        first = max(0, place - _BEFORE)
        start = max(text.rfind(". ", first, place) + 1, first)
        marks = self._spot(start, place)
        office = next((mark for mark in reversed(marks) if _is_office(mark)), None)
        if office is None or _GIVEN.match(text, office.end, place) is None:
            return ""
        if _SMALL.search(text, office.end, place):
            return ""
        for mark in reversed(marks):
            if mark.tag.startswith(PARTY) and mark.end <= office.start:
                if _OWNED.match(text, mark.end, office.start):
                    return mark.value
                break
        near = self._spot(max(0, place - REACH), place)
        return spoken_of(near) or ("" if any(map(_is_country, near)) else self._home)

    def _behind(self, end: int) -> str:
        """Whose office stands behind a name: "Rustem Umerov, Ukraine's defence minister"."""
        text = self._text
        if text[end : end + 2] != ", ":
            return ""
        marks = self._spot(end, min(len(text), end + _BEHIND))
        party = next((mark for mark in marks if mark.tag.startswith(PARTY)), None)
        if party is None or _APPOSED.match(text, end, party.start) is None:
            return ""
        office = next((mark for mark in marks if _is_office(mark) and mark.start >= party.end), None)
        if office is None or _OWNED.match(text, party.end, office.start) is None:
            return ""
        return party.value


def _is_country(mark: Mark) -> bool:
    """Whether a mark names a country that an official could be of."""
    return mark.tag.startswith(PARTY) and is_country(mark.value)


def _is_office(mark: Mark) -> bool:
    return mark.tag == "agent" and mark.value == "public"
