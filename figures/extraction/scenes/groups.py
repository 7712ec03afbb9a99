"""Groups: parties that stand side by side, with the little word that leads them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.scenes.datelines import behind_dateline, is_dateline
from figures.extraction.words.marks import Mark
from figures.extraction.words.party_names import PARTY, is_adversary, is_receiver

_APOSTROPHES = frozenset("'\u2019")
_BETWEEN = frozenset(" ,/&'\u2019\n\xa0")
_ENDS_PHRASE = frozenset(',;:()"\u201c\u201d')
_ENDS_PHRASE_BEHIND = re.compile(r" ?[.,;:!?]|\Z")
_REACH = 26  # from the little word to the party: "to war-torn Ukraine"
_WIDEST_GAP = 24  # between two parties of one list
_FINITE = frozenset({"auxiliary", "modal", "give", "receive", "need", "spend", "hold"})
_PLAIN = frozenset({PARTY + "name", PARTY + "capital"})
_DATIVE = PARTY + "dative"
# What a case tells where no little word stands before: the tables of inflected languages name it.
# An accusative is an object, who neither gives nor receives.
_CASES = {
    "dative": "to",
    "instrumental": "by",
    "locative": "in",
    "genitive": "of",
    "accusative": "against",
}
_SORTS = {
    PARTY + "name": 1,
    PARTY + "nominative": 1,  # of languages with cases: no little word leads it
    PARTY + "either": 1,
    PARTY + "capital": 2,
    PARTY + "adjective": 3,
    **{PARTY + case: 1 for case in _CASES},
}
_COMPARING = frozenset({"more_than", "less_than"})
_LONGEST_DATELINE = 40
_ADVERB = 8  # "Subito dopo la firma gli Stati Uniti"
_LITTLE = frozenset({"link", "article", "step", "bound", "limit", "since", "whole", "joiner"})
_FILLERS = frozenset({"article", "joiner", "possessive"})
_ENDS_REACH = frozenset({"give", "receive", "need", "spend", "hold", "level", "modal", "pronoun", "break"})


class Group(NamedTuple):
    """Parties named together: canonical names, form of the first, the word before, what follows.

    `receiver`: one of them is whom aid is named after; `adversary`: one is the enemy.
    """

    start: int
    end: int
    names: tuple[str, ...]
    form: str
    link: str
    possessive: bool
    receiver: bool
    adversary: bool

    @property
    def attributive(self) -> bool:
        """Whether it may describe the noun behind it: "German", "Germany's", "US"."""
        return self.possessive or self.form in {"adjective", "either"}


def build_groups(text: str, start: int, marks: Sequence[Mark], quantities: Sequence[Quantity]) -> list[Group]:
    """The groups of parties among the marks of a sentence that begins at `start`, in order."""
    # "… to Ukraine and Norway €80 million": the party directly before a number begins anew.
    labels = {quantity.start - 1 for quantity in quantities}
    amounts = [(quantity.start, quantity.end) for quantity in quantities if quantity.kind == "money"]
    groups: list[Group] = []
    names: list[str] = []
    first = last = -1
    for place, mark in enumerate(marks):
        if mark[2] not in _SORTS or not _acts_here(text, start, mark) or _is_made(text, marks, place):
            continue
        if any(begin <= mark.start and mark.end <= end for begin, end in amounts):
            continue  # "US$136 million" says whose money it is, not who gives it
        # "The European Union, EU, gives": the same party anew is an apposition, and no list.
        again = last >= 0 and mark.value == marks[last].value and text[marks[last].end] == ","
        if names and mark.end not in labels and not again and _joined(text, marks, last, place):
            if mark.value not in names:
                names.append(mark.value)
            last = place
            continue
        if names:
            groups.append(_group(text, start, marks, first, last, names))
        names, first, last = [mark.value], place, place
    if names:
        groups.append(_group(text, start, marks, first, last, names))
    return groups


def _group(
    text: str, start: int, marks: Sequence[Mark], first: int, last: int, names: Sequence[str]
) -> Group:
    begin, end = marks[first].start, marks[last].end
    form = marks[first].tag[len(PARTY) :]
    possessive = text[end : end + 1] in _APOSTROPHES
    link = _link(text, start, marks, first) or _CASES.get(form, "")
    if form == "nominative":
        form, link = "name", ""
    receiver = any(map(is_receiver, names))
    return Group(begin, end, tuple(names), form, link, possessive, receiver, any(map(is_adversary, names)))


def _joined(text: str, marks: Sequence[Mark], left: int, right: int) -> bool:
    """Whether only commas, "and" and articles stand between two parties."""
    place, end = marks[left].end, marks[right].start
    if end - place > _WIDEST_GAP:
        return False
    if text[place] == "," and _differ(marks[left].tag, marks[right].tag):
        # "In Brussels, Norway said", "for Ukraine, German Chancellor Olaf Scholz said".
        return False
    if text[place] == "," and _is_source(text, marks, left):
        return False
    rest = ""
    listed = False  # an article alone makes no list: "to Moldova the Union gives"
    for mark in marks[left + 1 : right]:
        if mark.start >= place and (mark.tag in _FILLERS or _is_repeated(marks, left, mark)):
            rest += text[place : mark.start]
            place = mark.end
            listed = listed or mark.tag != "article"
    rest += text[place:end]
    if _starts_anew(text, marks, left, right):
        return False
    return bool(rest) and (rest.strip() != "" or listed) and _BETWEEN.issuperset(rest)


def _is_source(text: str, marks: Sequence[Mark], place: int) -> bool:
    """Whether a party opens the sentence before its subject: "According to NATO, Slovakia could meet"."""
    for mark in reversed(marks[:place]):
        if marks[place].start - mark.end > _REACH or "," in text[mark.end : marks[place].start]:
            return False
        if (mark.tag, mark.value) in {("break", "report"), ("link", "against")}:
            return mark.start < 2 or not text[mark.start - 2].isalnum()
    return False


def _differ(left: str, right: str) -> bool:
    """Whether two forms are of no one list: "by helping Ukraine, Poland …", where a case tells them apart."""
    oblique = left.removeprefix(PARTY) in _CASES and right == PARTY + "name"
    return oblique or _SORTS.get(left) != _SORTS.get(right)


def _is_repeated(marks: Sequence[Mark], left: int, mark: Mark) -> bool:
    """Whether the little word that leads the first party leads the second too: "from Norway and from Spain"."""
    if mark.tag != "link":
        return False
    return any(
        other.tag == "link" and other.value == mark.value and marks[left].start - other.end <= 1
        for other in marks[max(left - 4, 0) : left]
    )


def _starts_anew(text: str, marks: Sequence[Mark], left: int, right: int) -> bool:
    """Whether the second party begins a clause: "… to Ukraine and the Netherlands has promised"."""
    if right + 1 >= len(marks) or marks[right + 1].tag not in _FINITE:
        return False
    if marks[right + 1].start - marks[right].end > 1:
        return False
    if _ENDS_PHRASE_BEHIND.match(text, marks[right + 1].end):
        return False  # "für die Ukraine und Moldau bereitstellen."
    return any(
        mark.tag == "link" and mark.value != "example" and 0 < marks[left].start - mark.end <= 5
        for mark in marks[max(left - 2, 0) : left]
    )


def _link(text: str, start: int, marks: Sequence[Mark], first: int) -> str:
    """The little word before a group, "" when there is none close by."""
    begin = marks[first].start
    plain = marks[first].tag in _PLAIN
    for place in range(first - 1, -1, -1):
        mark = marks[place]
        gap = text[mark.end : begin]
        if len(gap) > _REACH or _ENDS_PHRASE.intersection(gap) or gap.count(" ") > 4:
            return ""
        if mark.tag == "link":
            if mark.value == "against" and _begins_clause(marks, place, first):
                return ""  # "after the United States imposed"
            words = gap.split()
            if marks[first - 1].tag == "article" and words:
                words = words[:-1]
            if words and begin - marks[first - 1].end <= 1 and _opens(marks, start, place):
                return ""  # "Dopo la firma gli Stati Uniti", "Dall'inizio della guerra l'Italia"
            if words and (mark.start - start <= 1 or _names_other(words, plain)):
                # "In 2024 Germany", "In response Germany": another noun follows the little word.
                return ""
            if words and (_dates(marks, place, first) or _is_dative(text, marks[first], mark)):
                return ""
            if len(words) == 1 and mark.value == "of" and marks[first - 1].tag == "article":
                return ""  # "under the memorandum of understanding the United States provides"
            return mark.value
        if (
            mark.tag == "bound"
            and mark.value in _COMPARING
            and (not gap.strip() or marks[first - 1].tag == "article")
        ):
            return "against"  # "more than Germany"
        if mark.tag == "joiner":
            # "gemeinsam mit" joins where it stands between two parties, and leads one elsewhere.
            twins = (other for other in marks[max(0, place - 2) : place + 3] if other.start == mark.start)
            return next((other.value for other in twins if other.value == "with"), "")
        if mark.tag in _ENDS_REACH or mark.tag.startswith(PARTY):
            if any(
                other.start == mark.start and other.value == "nominal"
                for other in marks[place - 1 : place + 3]
            ):
                return "of"  # "Lieferungen von", "les livraisons de la France"
            twin = marks[place - 1] if place else mark
            # "leads the alliance": a verb may be a little word to what follows it.
            return twin.value if twin.tag == "link" and twin.start == mark.start else ""
    return ""


def _dates(marks: Sequence[Mark], place: int, first: int) -> bool:
    """Whether a span of time is what a little word leads: "за останній тиждень російська армія"."""
    return any(mark.tag == "span" for mark in marks[place + 1 : first])


def _is_dative(text: str, party: Mark, little: Mark) -> bool:
    """Whether its ending says to whom, whatever a little word leads: "за цією програмою Україні потрібно"."""
    return party.tag == _DATIVE and little.value != "in" and " " not in text[party.start : party.end]


def _begins_clause(marks: Sequence[Mark], place: int, first: int) -> bool:
    """Whether a little word that can begin a clause has its party and its verb behind it."""
    twins = marks[max(0, place - 1) : place + 2]
    if not any(other.tag == "break" and other.start == marks[place].start for other in twins):
        return False
    behind = marks[first + 1 : first + 3]
    return any(mark.tag in _FINITE and 0 < mark.start - marks[first].end <= 1 for mark in behind)


def _opens(marks: Sequence[Mark], start: int, place: int) -> bool:
    """Whether nothing but little words leads from the beginning of a sentence to a place among its marks."""
    ahead = marks[: place + 1]
    return ahead[0].start - start <= _ADVERB and all(mark.tag in _LITTLE for mark in ahead)


def _names_other(words: Sequence[str], plain: bool) -> bool:
    """Whether the words behind a little word name something else than the party that follows them."""
    return any(word[:1].isdigit() or (plain and word[:1].isupper()) for word in words)


def _is_made(text: str, marks: Sequence[Mark], place: int) -> bool:
    """Whether a hyphen makes a party the first part of an adjective: "US-made", and not "US-funded"."""
    hyphen = marks[place].end + (text[marks[place].end : marks[place].end + 2] == ".-")
    if text[hyphen : hyphen + 1] != "-" or not text[hyphen + 1 : hyphen + 2].islower():
        return False
    return not any(mark.start == hyphen + 1 and mark.tag == "give" for mark in marks[place + 1 : place + 4])


def _acts_here(text: str, start: int, mark: Mark) -> bool:
    """Whether a party's mark can be an actor or recipient at all.

    A city in the name of a summit or treaty ("Washington Summit") and one in the dateline ("KYIV, 5
    June", "Brussels (dpa)") is no government.
    """
    if mark.tag != PARTY + "capital":
        return True
    behind = text[mark.end : mark.end + 3]
    if behind[:1] == "-" and behind[1:2].islower():
        return False  # "the London-based think tank"
    if behind[:1] == " " and behind[1:2].isupper():
        return False
    if mark.end - start <= _LONGEST_DATELINE and mark.end <= behind_dateline(text, start):
        return False  # "OSLO/HELSINKI – Norway"
    return not is_dateline(text, start, mark)
