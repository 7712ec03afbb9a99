"""Names: which names a sentence holds that no table knows, and what they are to the text.

A capitalised word that is no party's may be a company, a place or a person. A person for whom the
document names an office stands for that office's party; any other name may act for itself, and
nothing is carried past it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from babel import Locale

from figures.extraction.context.common_nouns import CommonNouns
from figures.extraction.context.officials import Officials
from figures.extraction.measures.rules import group_of
from figures.extraction.scenes import Scene
from figures.extraction.scenes.acts import Act
from figures.extraction.scenes.datelines import behind_dateline
from figures.extraction.scenes.governors import governors
from figures.extraction.scenes.groups import Group
from figures.extraction.scenes.subjects import subject
from figures.extraction.speakers.speech_words import speech_words
from figures.extraction.words.marks import Mark
from figures.extraction.words.party_names import is_alliance
from figures.lexicon import lexicon

_ELSEWHERE = frozenset({"to", "for", "against", "help", "example"})
_GETTING = frozenset({"to", "for", "from"})
_LED = 16  # from a little word to a company: "to domestic arms "
_WORD = re.compile(r"[^\W_][\w’'-]*+")
_AROUND = 8_000  # code points in which the same word may stand in small letters
_FARTHEST_SUBJECT = 80  # from a person to the verb: "Frederiksen said on Tuesday she would"
_NEXT = 12  # from a pronoun to its verb: "she has just "
_HELPING = frozenset({"auxiliary", "modal", "step", "joiner", "article", "break", "agent", "pronoun"})


class Names:
    """The names of one document in a language."""

    def __init__(
        self, text: str, spot: Callable[[int, int], Sequence[Mark]], language: str, home: str = ""
    ) -> None:
        """For a text at home in a country, "" where it shows none."""
        self._text = text
        self._plain = _plain(language)
        self._nouns = CommonNouns(language)
        self.officials = Officials(text, spot, home)

    def others(self, scene: Scene, actors: Sequence[str]) -> bool:
        """Whether a sentence names somebody else than `actors` whom it may be about itself."""
        if any(
            not group.receiver
            and not _is_elsewhere(group)
            and set(group.names) != set(actors)
            and not (group.adversary and _is_aside(scene, place))
            for place, group in enumerate(scene.groups)
        ):
            return True
        if _has_company(scene) or any(group_of(quantity) == "allies" for quantity in scene.quantities):
            return True  # "Nine countries miss the goal" is about those
        verbs = [act.start for act in scene.acts] + [mark.start for mark in scene.tagged("part")]
        end = min([scene.quantities[0].start, *verbs])
        unknown = self._unknown(scene, end)
        if unknown and is_labelled(self._text, scene):
            unknown = [word for word in unknown if not self._text.startswith(word, scene.start)]
        return any(self._is_other(scene, word, actors) for word in unknown)

    def receivers(self, scene: Scene) -> bool:
        """Whether a sentence names to whom or for whom something is."""
        return any(group.link in {"to", "for", "help"} or group.receiver for group in scene.groups)

    def subject(self, scene: Scene, act: Act | None) -> str:
        """The party for which a person acts who is the subject of an act, "" where none is."""
        if act is None and not scene.acts and not scene.groups:
            return self._opening(scene)
        if act is None or act.passive or act.noun or _has_company(scene):
            return ""
        words = [
            word
            for word in _WORD.finditer(self._text, scene.start, act.start)
            if word[0][0].isupper()
            and not any(
                mark.start <= word.start() < mark.end for mark in scene.marks if mark.end <= act.start
            )
        ]
        if not words:
            return ""
        end = words[-1].end()
        if any(
            mark.value == "person" and 0 < act.start - mark.end <= _NEXT and mark.start >= end
            for mark in scene.tagged("pronoun")
        ):
            return self.officials.party(_surname(words[-1][0]), words[-1].start())  # "…, as she announced"
        if act.start - end > _FARTHEST_SUBJECT:
            return ""
        between = scene.between(end, act.start)
        if [item.value for item in between[:2]] == [",", ","] and between[0].start == end:
            end, between = between[1].end, between[2:]  # "Ursula Berg, Sweden's minister, said"
        if any(item.value != "report" for item in between):
            return ""
        if any(end <= mark.start < act.start and mark.tag not in _HELPING for mark in scene.marks):
            return ""
        return self.officials.party(_surname(words[-1][0]), scene.start)

    def _opening(self, scene: Scene) -> str:
        """The party for which the person acts whose name opens a sentence: "Sánchez refused to go above 2.1%"."""
        word = _WORD.match(self._text, scene.start)
        if word is None or not word[0][0].isupper() or _has_company(scene):
            return ""
        if self._text[word.end() : word.end() + 1] != " " or self._text[word.end() + 1].isupper():
            return ""
        if scene.separated(word.end(), scene.quantities[0].start) or word[0].lower() in self._plain:
            return ""
        return self.officials.party(word[0], word.start())

    def _unknown(self, scene: Scene, end: int) -> list[str]:
        """The capitalised words before a place that are in no table, the first word among them."""
        known = [mark for mark in scene.marks if mark.start < end]
        office = [mark.end for mark in known if mark.tag == "agent" and mark.value == "public"]
        found: list[str] = []
        for word in _WORD.finditer(self._text, behind_dateline(self._text, scene.start), end):
            if not word[0][0].isupper() and not (word[0][0].isdigit() and not found):
                continue
            lower = word[0].lower()
            if word.start() - 1 in office:
                office.append(word.end())  # "Finance Minister Ana Sousa"
                continue
            if lower in self._plain or any(map(str.isdigit, lower)):
                continue
            if any(mark.start <= word.start() < mark.end for mark in known):
                continue
            if word.start() - scene.start <= 1 and self._nouns.opens(lower):
                continue
            if self._nouns.holds(self._text, word.start(), word.end(), known):
                continue
            found.append(word[0])
        return found

    def _is_other(self, scene: Scene, word: str, actors: Sequence[str]) -> bool:
        around = max(0, scene.start - _AROUND), scene.end + _AROUND
        if self._text.find(f" {word.lower()} ", *around) >= 0:
            return False  # a word as any other, with a capital where it begins a sentence
        party = self.officials.party(_surname(word), scene.start)
        return not party or party not in actors


@cache
def _plain(language: str) -> frozenset[str]:
    """Words that begin a sentence or stand in it with a capital and name nobody: days, months, offices."""
    words = speech_words(language)
    months = Locale.parse(language).months["format"]["wide"].values()
    named = {name.lower() for name in months}
    named.update(noun.lower() for noun in lexicon(language).words("counts", "equipment"))
    return words.starters | words.between | words.titles | words.roles | named


def _has_company(scene: Scene) -> bool:
    """Whether a company is named that may act, and not only get something: "goes to makers of drones"."""
    return any(
        not any(link.value in _GETTING and 0 < mark.start - link.end <= _LED for link in scene.tagged("link"))
        for mark in scene.tagged("agent")
        if mark.value == "private"
    )


def is_labelled(text: str, scene: Scene) -> bool:
    """Whether a line says before a colon what its number counts: "Number of troops: 216,000"."""
    start = scene.quantities[0].start
    line = text.rfind("\n", 0, start) + 1
    return line == scene.start and text[start - 2 : start] == ": "


def _is_aside(scene: Scene, place: int) -> bool:
    """Whether the group at a place does nothing that a quantity is told of."""
    return all(act is None or subject(scene, act).group != place for act in governors(scene))


def _is_elsewhere(group: Group) -> bool:
    """Whether a party is where or to whom something is done: "in Brussels", "for Kenya"."""
    if group.link == "in" and (group.form == "capital" or all(map(is_alliance, group.names))):
        return True
    return group.link in _ELSEWHERE


def _surname(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "\u2019s")) else word
