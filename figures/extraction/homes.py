"""Homes: whose "Federal Council" or "parliament" a text means, where countries of one language share the name.

The table names under ``[homes.<country>]`` the words by which a text shows that it is at home there
(`cues`), and the bodies whose names mean that country's then (`bodies`). Without more cues of one
country than of all others a name keeps the meaning that the table gives it.
"""

from __future__ import annotations

from collections import Counter

from figures.extraction.marks import Mark, Spotter
from figures.extraction.party_names import PARTY
from figures.lexicon import Lexicon

_OPENING = 4_000  # code points in which a text shows where it is at home


class Homes:
    """Tells whose the shared names of bodies are, in the texts of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        homes = lexicon.section("homes")
        self._cues = Spotter((cue, "home", country) for country in homes for cue in homes[country]["cues"])
        self._bodies = {
            country: frozenset(body.lower() for body in homes[country].get("bodies", ())) for country in homes
        }

    def of(self, text: str) -> str:
        """The country that a text is at home in, "" where it shows none or several alike."""
        if not self._bodies:
            return ""
        found = Counter(mark.value for mark in self._cues.marks(text, 0, min(len(text), _OPENING)))
        most = found.most_common(2)
        if not most or (len(most) == 2 and most[0][1] == most[1][1]):
            return ""
        return most[0][0]

    def named(self, text: str, marks: list[Mark], home: str) -> list[Mark]:
        """The marks of a sentence with the bodies that a text at home somewhere means."""
        bodies = self._bodies.get(home, frozenset())
        if not bodies:
            return marks
        return [_of_home(text, mark, bodies, home) if mark.tag.startswith(PARTY) else mark for mark in marks]


def _of_home(text: str, mark: Mark, bodies: frozenset[str], home: str) -> Mark:
    words = text[mark.start : mark.end].lower().split()
    named = " ".join(words) in bodies or (len(words) > 1 and " ".join(words[1:]) in bodies)
    return mark._replace(value=home) if named else mark
