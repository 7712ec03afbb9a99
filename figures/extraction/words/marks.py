"""Marks: the words of a sentence that mean something to extraction.

A lexicon gives phrases with a tag and a value ("pledged" → status, pledged). A `Spotter` finds them
in one pass over the words of a sentence, whatever the number of phrases: words are looked up in a
table, not tried one after the other. The grammar modules then read tags, never words, and so hold
for every language.

Phrases are matched word by word, the longest first, without overlap. A trailing ``*`` stands for
any ending ("мільярд*"). A phrase in capitals of at most four letters ("US", "EU") matches only
capitals; a phrase that begins with a capital ("Polish") only capitalised words; any other matches
in every case. Words are runs of letters and digits, so "Germany's" is "Germany" and "s".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple, overload

from figures.extraction.words.phrases import fits, shape_of

_WORD = re.compile(r"\w++")
_START = re.Match.start
_CACHED_WORDS = 65_536
# Between two words of a phrase lie at most a full stop, a space and a quotation mark.
_WIDEST_GAP = 3


class Mark(NamedTuple):
    """A phrase found in a text: where, under which tag, with which value."""

    start: int
    end: int
    tag: str
    value: str


class LateMarks(Sequence[Mark]):
    """Marks that are looked for when somebody first asks; few sentences ask for those of the one before.

    >>> marks = LateMarks(lambda: [Mark(0, 2, "bound", "about")])
    >>> len(marks), marks[0].value
    (1, 'about')
    """

    __slots__ = ("_find", "_found")

    def __init__(self, find: Callable[[], Sequence[Mark]]) -> None:
        self._find = find
        self._found: Sequence[Mark] | None = None

    def _marks(self) -> Sequence[Mark]:
        if self._found is None:
            self._found = self._find()
        return self._found

    @overload
    def __getitem__(self, place: int) -> Mark: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Mark]: ...
    def __getitem__(self, place: int | slice) -> Mark | Sequence[Mark]:
        return self._marks()[place]

    def __len__(self) -> int:
        return len(self._marks())

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks())


class _Entry(NamedTuple):
    """A phrase behind its first word: the words still to come, their case, and the meanings."""

    rest: tuple[str, ...]
    shape: str
    meanings: tuple[tuple[str, str], ...]
    whole: bool = False  # may not end inside a compound


class _Word(NamedTuple):
    """What can begin with a word: phrases by their second word, and the word alone."""

    longer: dict[str, tuple[_Entry, ...]]
    stems: tuple[_Entry, ...]
    alone: _Entry | None


# A party in a case that its article shows: "der EU", and not in "der EU-Kommission".
_CASES = frozenset({"party.dative", "party.genitive"})
# A word that was not looked up yet; None is one that begins nothing.
_UNSEEN = _Word({}, (), None)


class Spotter:
    """Finds the phrases of a lexicon in sentences.

    >>> spotter = Spotter([("up to", "bound", "at_most"), ("US", "party", "United States")])
    >>> spotter.marks("Up to 5 from the US, not from us.", 0, 33)
    [Mark(start=0, end=5, tag='bound', value='at_most'), Mark(start=17, end=19, tag='party', value='United States')]
    >>> spotter.marks("nothing", 0, 7)
    []
    """

    def __init__(self, phrases: Iterable[tuple[str, str, str]]) -> None:
        """Build from (phrase, tag, value); one phrase may have several meanings."""
        meanings: dict[tuple[tuple[str, ...], str], list[tuple[str, str]]] = {}
        for phrase, tag, value in phrases:
            key = (_words_of(phrase), shape_of(phrase))
            found = meanings.setdefault(key, [])
            if (tag, value) not in found:
                found.append((tag, value))
        exact: dict[str, list[_Entry]] = {}
        stems: dict[str, list[_Entry]] = {}
        for (words, shape), found in meanings.items():
            first = words[0]
            table, first = (stems, first[:-1]) if first.endswith("*") else (exact, first)
            whole = len(words) > 1 and any(tag in _CASES for tag, _ in found)
            table.setdefault(first, []).append(_Entry(words[1:], shape, tuple(found), whole))
        self._exact = exact
        self._stems = stems
        self._stem_lengths = sorted({len(stem) for stem in stems}, reverse=True)
        # Texts repeat their words; each spelling is looked up in the tables once.
        self._known: dict[str, _Word | None] = {}

    def _learn(self, word: str) -> _Word | None:
        """What can begin with this word as it is spelled; None when nothing can."""
        lower = word.lower()
        entries = list(self._exact.get(lower, ()))
        for length in self._stem_lengths:
            if length <= len(lower):
                entries += self._stems.get(lower[:length], ())
        fitting = [entry for entry in entries if fits(word, entry.shape)]
        # A longer phrase before a shorter one, a capitalised one before one of any case.
        fitting.sort(key=lambda entry: (-len(entry.rest), entry.shape == ""))
        longer: dict[str, tuple[_Entry, ...]] = {}
        for entry in fitting:
            if entry.rest and entry.rest[0][-1] != "*":
                longer[entry.rest[0]] = (*longer.get(entry.rest[0], ()), entry)
        stems = tuple(entry for entry in fitting if entry.rest and entry.rest[0][-1] == "*")
        alone = _together([entry for entry in fitting if not entry.rest])
        known = _Word(longer, stems, alone) if fitting else None
        if len(self._known) >= _CACHED_WORDS:
            self._known.clear()
        self._known[word] = known
        return known

    def marks(self, text: str, start: int, end: int) -> list[Mark]:
        """All marks in ``text[start:end]``, in order; offsets count from the start of `text`."""
        words: list[str] = _WORD.findall(text, start, end)
        starts = [*map(_START, _WORD.finditer(text, start, end))]
        found: list[Mark] = []
        blocked = 0
        last_word = len(words) - 1
        for place, begins in enumerate(map(self._known.get, words, repeat(_UNSEEN))):
            if begins is None or place < blocked:
                continue
            if begins is _UNSEEN:
                begins = self._learn(words[place])
                if begins is None:
                    continue
            entry = begins.alone
            if begins.stems or (place < last_word and words[place + 1].lower() in begins.longer):
                entry = _longest(words, starts, place, begins)
            if entry is None:
                continue
            last = place + len(entry.rest)
            if entry.whole and _begins_compound(text, starts[last] + len(words[last])):
                entry = begins.alone
                if entry is None:
                    continue
                last = place
            first, finish = starts[place], starts[last] + len(words[last])
            for tag, value in entry.meanings:
                found.append(Mark(first, finish, tag, value))
            blocked = last + 1
        return found


def _begins_compound(text: str, end: int) -> bool:
    """Whether a phrase ends inside a compound: "der EU" in "der EU-Kommission"."""
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()


def _together(alone: Sequence[_Entry]) -> _Entry | None:
    """The single words that fit as one: a stem may mean one thing and the whole word another."""
    if len(alone) < 2:
        return alone[0] if alone else None
    same = [entry for entry in alone if entry.shape == alone[0].shape]
    meanings = dict.fromkeys(meaning for entry in same for meaning in entry.meanings)
    return _Entry((), same[0].shape, tuple(meanings))


def _longest(words: Sequence[str], starts: Sequence[int], place: int, begins: _Word) -> _Entry | None:
    """The longest phrase that begins at a word and is there to its end."""
    if place + 1 < len(words):
        candidates = begins.longer.get(words[place + 1].lower(), ())
        if begins.stems:
            both = (*candidates, *begins.stems)
            candidates = tuple(sorted(both, key=lambda entry: -len(entry.rest)))
        for entry in candidates:
            if _follows(words, starts, place, entry.rest):
                return entry
    return begins.alone


def _follows(words: Sequence[str], starts: Sequence[int], place: int, rest: Sequence[str]) -> bool:
    """Whether the words behind `place` are `rest`, close together."""
    if place + len(rest) >= len(words):
        return False
    end = starts[place] + len(words[place])
    for step, wanted in enumerate(rest, start=place + 1):
        found = words[step].lower()
        if found != wanted and not (wanted[-1] == "*" and found.startswith(wanted[:-1])):
            return False
        if starts[step] - end > _WIDEST_GAP:
            return False
        end = starts[step] + len(words[step])
    return True


def _words_of(phrase: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+\*?", phrase.lower()))
