"""Homes: whose "Federal Council" or "parliament" a text means, where countries of one language share the name.

The table names under ``[homes.<country>]`` the words by which a text shows that it is at home there
(`cues`), and the bodies whose names mean that country's then (`bodies`). Without more cues of one
country than of all others a name keeps the meaning that the table gives it. With ``homes_by_name`` the
names of countries are cues as well. What every state has ("the ministry", ``[marks.own]``, in the form
that its key names) is that of the one country spoken of before it, else the home's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from figures.extraction.context.spoken_of import REACH, spoken_of
from figures.extraction.scenes.datelines import behind_dateline
from figures.extraction.words.marks import Mark, Spotter
from figures.extraction.words.party_names import (
    PARTY,
    context_phrases,
    is_adversary,
    is_alliance,
    is_country,
    is_receiver,
)
from figures.lexicon import Lexicon

_SURE = 3  # times as many signs of one country as of any other
_OPENING = 4_000  # code points in which a text shows where it is at home
_OWN = "own"
_NAMED = "named"
_FORMS = {"body": "name"}  # else the key of the table is the form of the party: "genitive"
_NEXT = 5  # from a little word to a party that it leads
_ASIDE = frozenset({"to", "for", "from", "with", "against", "by", "help", "in"})
_BY_ITSELF = frozenset({PARTY + "name", PARTY + "capital"})
_BESIDE = 4  # from a body to the party whose it is: "in "


class Home(NamedTuple):
    """The country that a text is at home in, "" for none, and whether it names hardly another."""

    country: str
    sure: bool


_NOWHERE = Home("", False)


class Homes:
    """Tells whose the shared names of bodies are, in the texts of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        homes = lexicon.section("homes")
        cues = [(cue, "home", country) for country in homes for cue in homes[country]["cues"]]
        if lexicon.section("context").get("homes_by_name", False):
            shared = {body for home in homes.values() for body in home.get("bodies", ())}
            cues += [
                (phrase, _NAMED, party)
                for phrase, tag, party in context_phrases(lexicon)
                if tag.startswith(PARTY) and (is_country(party) or party in homes) and phrase not in shared
            ]
        self._cues = Spotter(cues)
        self._bodies = {
            country: frozenset(body.lower() for body in homes[country].get("bodies", ())) for country in homes
        }

    def of(self, text: str) -> Home:
        """The country that a text is at home in, "" where it shows none or several alike."""
        if not self._bodies:
            return _NOWHERE
        signs = self._cues.marks(text, 0, min(len(text), _OPENING))
        signs = [mark for mark in signs if text[mark.end : mark.end + 1] != "$"]
        found = Counter(mark.value for mark in signs)
        most = found.most_common(2)
        if not most or (len(most) == 2 and most[0][1] == most[1][1]):
            return _NOWHERE
        (country, times), others = most[0], most[1][1] if len(most) == 2 else 0
        named = any(mark.tag == _NAMED and mark.value == country for mark in signs)
        return Home(country, named and times > 1 and times >= _SURE * others)

    def named(
        self, text: str, marks: list[Mark], home: str, spot: Callable[[int, int], Sequence[Mark]]
    ) -> list[Mark]:
        """The marks of a sentence with the bodies that a text at home somewhere means.

        `spot` finds the marks between two places.
        """
        bodies = self._bodies.get(home, frozenset())
        if bodies:
            marks = [
                _of_home(text, mark, bodies, home) if mark.tag.startswith(PARTY) else mark for mark in marks
            ]
        own = [mark for mark in marks if mark.tag == _OWN and not _is_of_another(mark, marks)]
        if not own:
            return marks
        near = spot(max(0, own[0].start - REACH), own[0].start)
        spoken = _spoken_of(text, near, marks[0].start, own[0].start)
        home = spoken or home
        if not home or _is_abroad(marks, home) or (not spoken and _is_abroad(near, home)):
            return marks
        bodies_of_home = (
            mark._replace(tag=PARTY + _FORMS.get(mark.value, mark.value), value=home) for mark in own
        )
        # The order of marks that begin together stays, since it tells which meaning goes first.
        return sorted([*marks, *bodies_of_home], key=lambda mark: mark.start)


def _spoken_of(text: str, near: Sequence[Mark], begin: int, place: int) -> str:
    """The country spoken of before a place: in its sentence, else its paragraph, else all that is `near`."""
    line = behind_dateline(text, text.rfind("\n", 0, place) + 1)
    for start in (begin, line):
        closer = [mark for mark in near if mark.start >= start]
        if any(mark.tag in _BY_ITSELF and is_country(mark.value) for mark in closer):
            return spoken_of(closer)
    return spoken_of(near, receivers=True)


def _is_of_another(own: Mark, marks: Sequence[Mark]) -> bool:
    """Whether a party beside a body tells whose it is: "the government in Kyiv", "der ukrainische Haushalt"."""
    return any(
        -_BESIDE <= mark.start - own.end <= _BESIDE or -_BESIDE <= own.start - mark.end <= _BESIDE
        for mark in marks
        if mark.tag.startswith(PARTY)
    )


def _is_abroad(marks: Sequence[Mark], home: str) -> bool:
    """Whether another country is spoken of that could be meant; not one to or from whom something goes."""
    little: Mark | None = None
    for mark in marks:
        if mark.tag == "link":
            little = mark
        elif mark.tag.startswith(PARTY) and mark.value != home:
            if is_adversary(mark.value) or is_alliance(mark.value):
                continue
            led = little is not None and mark.start - little.end <= _NEXT and little.value in _ASIDE
            if not led and (not is_receiver(mark.value) or mark.tag in _BY_ITSELF):
                return True
    return False


def _of_home(text: str, mark: Mark, bodies: frozenset[str], home: str) -> Mark:
    words = text[mark.start : mark.end].lower().split()
    named = " ".join(words) in bodies or (len(words) > 1 and " ".join(words[1:]) in bodies)
    return mark._replace(value=home) if named else mark
