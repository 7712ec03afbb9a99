"""Groups: parties that stand side by side, with the little word that leads them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from figures.extraction.marks import Mark
from figures.extraction.party_names import PARTY

_APOSTROPHES = frozenset("'\u2019")
_BETWEEN = frozenset(" ,/&'\u2019\n\xa0")
_REACH = 26  # from the little word to the party: "to war-torn Ukraine"
_WIDEST_GAP = 24  # between two parties of one list
_FILLERS = frozenset({"article", "joiner", "possessive"})
_ENDS_REACH = frozenset({"give", "receive", "need", "spend", "hold", "level", "modal", "pronoun", "break"})


class Group(NamedTuple):
    """Parties named together: canonical names, form of the first, the word before, what follows."""

    start: int
    end: int
    names: tuple[str, ...]
    form: str
    link: str
    possessive: bool

    @property
    def attributive(self) -> bool:
        """Whether it may describe the noun behind it: "German", "Germany's", "US"."""
        return self.possessive or self.form in {"adjective", "either"}


def build_groups(text: str, start: int, marks: Sequence[Mark]) -> list[Group]:
    """The groups of parties among the marks of a sentence that begins at `start`, in order."""
    groups: list[Group] = []
    names: list[str] = []
    first = last = -1
    for place, mark in enumerate(marks):
        if not mark.tag.startswith(PARTY) or not _acts_here(text, start, mark):
            continue
        if names and _joined(text, marks, last, place):
            if mark.value not in names:
                names.append(mark.value)
            last = place
            continue
        if names:
            groups.append(_group(text, marks, first, last, names))
        names, first, last = [mark.value], place, place
    if names:
        groups.append(_group(text, marks, first, last, names))
    return groups


def _group(text: str, marks: Sequence[Mark], first: int, last: int, names: Sequence[str]) -> Group:
    begin, end = marks[first].start, marks[last].end
    form = marks[first].tag[len(PARTY) :]
    possessive = text[end : end + 1] in _APOSTROPHES
    return Group(begin, end, tuple(names), form, _link(text, marks, first), possessive)


def _joined(text: str, marks: Sequence[Mark], left: int, right: int) -> bool:
    """Whether only commas, "and" and articles stand between two parties."""
    place, end = marks[left].end, marks[right].start
    if end - place > _WIDEST_GAP:
        return False
    if "capital" in marks[left].tag and marks[left].tag != marks[right].tag and text[place] == ",":
        # "In Brussels, Norway said": the city is where it was said.
        return False
    rest = ""
    for mark in marks[left + 1 : right]:
        if mark.tag in _FILLERS and mark.start >= place:
            rest += text[place : mark.start]
            place = mark.end
    rest += text[place:end]
    return bool(rest) and (rest.strip() != "" or place > marks[left].end) and _BETWEEN.issuperset(rest)


def _link(text: str, marks: Sequence[Mark], first: int) -> str:
    """The little word before a group, "" when there is none close by."""
    begin = marks[first].start
    for mark in reversed(marks[:first]):
        gap = text[mark.end : begin]
        if len(gap) > _REACH or "," in gap or gap.count(" ") > 4:
            return ""
        if mark.tag == "link":
            return "" if mark.end > begin else mark.value
        if mark.tag in _ENDS_REACH or mark.tag.startswith(PARTY):
            return ""
    return ""


def _acts_here(text: str, start: int, mark: Mark) -> bool:
    """Whether a party's mark can be an actor or recipient at all.

    A city in the name of a summit or treaty ("Washington Summit") and one in the dateline ("KYIV, 5
    June", "Brussels (dpa)") is no government.
    """
    if mark.tag != PARTY + "capital":
        return True
    behind = text[mark.end : mark.end + 3]
    if behind[:1] == " " and behind[1:2].isupper():
        return False
    return not (mark.start - start <= 1 and behind[:2] in {", ", " (", ": ", " –", " —", " -"})
