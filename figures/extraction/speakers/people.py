"""People: whether a run of capitalised words names a person, and the full name in the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from figures.extraction.speakers.nominatives import in_nominative
from figures.extraction.speakers.offices import before_article, holds_article, is_office
from figures.extraction.speakers.speech_words import WORD, SpeechWords
from figures.extraction.words.nearby import word_before
from figures.extraction.words.tied import without_article

_ELIDED = re.compile(r"\A\w{1,5}['\u2019]")  # an article or preposition: "L'Ucraina", "dell'Italia"
_FULL_NAME = 2  # words
_LONGEST_NAME = 4
_SHORT = 3
_LOOKUPS = 40  # occurrences of a surname that are looked at for its full name
_BEFORE_SURNAME = 60
_OPENING = 16_000  # of a document: where people are named in full
_AROUND = 4_000


class Person:
    """Helpers that tell names from titles and bodies, for one document."""

    def __init__(self, text: str, words: SpeechWords) -> None:
        self._text = text
        self._words = words
        self._full: dict[str, str] = {}

    def name(self, run: list[str], place: int) -> str:
        """The person named by a run of capitalised words, "" when it names none.

        Titles, countries and bodies at its head fall away: "NATO Secretary General Mark Rutte". A
        surname becomes the full name where the document gives one near `place` or at its beginning.
        """
        words = self._words
        run = [without_article(word, words.articles) for word in run]
        office = max((place for place, word in enumerate(run) if self._is_office(word)), default=-1)
        # What stands before an office belongs to it: "European Council President António Costa".
        kept = run[office + 1 :] if office < len(run) - 1 else list(run)
        while kept and self._leads(kept[0]):
            kept.pop(0)
        if len(kept) > 2 and self._is_party(kept[-1:]):
            kept.pop()  # "Zdaniem premiera Donalda Tuska Polska powinna …"
        if not kept or len(kept) > _LONGEST_NAME or self._is_office(kept[-1]):
            return ""
        if words.nouns_are_capitalised and holds_article(kept, words.articles, words.particles):
            kept = before_article(kept, words.articles)
            if office < 0 or len(kept) < _FULL_NAME:
                return ""  # "Beratungen der Nato", but "Minister Rolf Amberg der Zeitung"
        if self._is_party(kept) or any(word.lower() in words.organisations for word in kept):
            return ""
        if any(len(word) > 1 and word.isupper() for word in kept) or any(map(str.isdigit, "".join(kept))):
            return ""
        if kept[0].lower() in words.leading and len(kept) > 1:
            found = self._full_name(kept[-1], place)
            return found if found.lower().endswith(" ".join(kept).lower()) else " ".join(kept)
        if len(kept) > 1:
            return in_nominative(kept, words.case_endings, self._in_opening) or " ".join(kept)
        found = self._full_name(kept[0], place)
        # Where every noun has a capital, a single word is a name only if a title or the document says so.
        led = len(run) > 1 and run[-2].lower() not in words.starters
        sure = " " in found or led or not words.nouns_are_capitalised
        return found if sure and (" " in found or kept[0].lower() not in words.parts) else ""

    def _is_office(self, word: str) -> bool:
        return is_office(word, self._words.titles, self._words.offices)

    def _is_party(self, kept: Sequence[str]) -> bool:
        """Whether words name a party: its last word alone is a surname too ("António Costa")."""
        words = self._words
        last = _ELIDED.sub("", kept[-1].lower())
        if last not in words.parts:
            return last in words.parties
        return len(kept) > 1 and kept[-2].lower() in words.parties

    def _leads(self, word: str) -> bool:
        lower = word.lower()
        words = self._words
        return (
            self._is_office(word)
            or (lower in words.parties and lower not in words.parts)
            or lower in words.starters
            or lower in words.between
            or lower.endswith(("'s", "\u2019s"))
            or (len(word) > 1 and word.isupper() and word.isalpha())
        )

    def _full_name(self, surname: str, place: int) -> str:
        """The full name for a surname; the surname itself when there is none, or several."""
        found = self._full.get(surname)
        if found is None:
            names = self._in(surname, 0, _OPENING)
            if not names and place > _OPENING:
                names = self._in(surname, max(_OPENING, place - _AROUND), place + _AROUND)
            found = names.pop() if len(names) == 1 else surname
            if found == surname:
                found = in_nominative([surname], self._words.case_endings, self._in_opening) or surname
            self._full[surname] = found
        return found

    def _in_opening(self, surname: str) -> set[str]:
        return self._in(surname, 0, _OPENING)

    def _in(self, surname: str, start: int, stop: int) -> set[str]:
        """The full names with a surname in a part of the document."""
        text = self._text
        names: set[str] = set()
        place = text.find(surname, start, stop)
        for _ in range(_LOOKUPS):
            if place < 0:
                break
            end = place + len(surname)
            if not text[end : end + 1].isalpha():
                begin, particles = self._particles_before(place)
                run = run_before(text, begin, max(0, begin - _BEFORE_SURNAME), self._words)
                office = max((at for at, word in enumerate(run) if self._is_office(word)), default=-1)
                run = run[office + 1 :]
                while run and self._leads(run[0]):
                    run.pop(0)
                named = not {word.lower() for word in run} <= self._words.leading
                if named and len(run) < _LONGEST_NAME:
                    names.add(" ".join([*run, *particles, surname]))
            place = text.find(surname, end, stop)
        return names

    def _particles_before(self, place: int) -> tuple[int, list[str]]:
        """Where the small words of a surname begin, and which they are: "von der" of "von der Leyen"."""
        particles: list[str] = []
        before = word_before(self._text, place)
        while before.word in self._words.leading and self._text[before.start].islower():
            particles.insert(0, before.word)
            place = before.start
            before = word_before(self._text, place)
        return place, particles


def run_before(text: str, end: int, start: int, words: SpeechWords) -> list[str]:
    """The capitalised words directly before a place, in order; none of them crosses a comma."""
    tokens = list(WORD.finditer(text, start, end))
    run: list[str] = []
    place = end
    for token in reversed(tokens):
        gap = text[token.end() : place]
        word = token[0]
        if not _is_gap(gap, word, words) and (run or gap.strip()):
            break
        if not (word[:1].isupper() or (run and word.lower() in words.particles)):
            break
        run.insert(0, word)
        place = token.start()
        if len(run) > 9:
            break
    while run and not run[0][:1].isupper() and not (run[-1][:1].isupper() and set(run[:-1]) <= words.leading):
        run.pop(0)
    return run


def run_after(text: str, start: int, words: SpeechWords, end: int) -> tuple[list[str], int]:
    """The name-like words directly behind a place and where they end.

    Titles in small letters and an article before them are passed over: "said defence minister Boris
    Pistorius".
    """
    run: list[str] = []
    place = start
    for token in WORD.finditer(text, start, end):
        word = token[0]
        gap = text[place : token.start()]
        if not _is_gap(gap, run[-1] if run else "", words) and (run or gap):
            break
        if gap[:1] == "." and words.verbs is not None and words.verbs.fullmatch(word):
            break  # "… said Jan Bas. Added the minister"
        lower = word.lower()
        led = word in words.leading and _before_name(text, token.end(), words)
        if word[:1].isupper() or led or (run and lower in words.particles) or lower in words.titles:
            run.append(word)
        elif run or lower not in words.articles:
            break
        place = token.end()
        if len(run) > 9:
            break
    while run and run[-1] in words.particles - words.titles:  # "dijo Costa al término"
        place = max(start, place - len(run.pop()) - 1)
    return run, place


def _before_name(text: str, place: int, words: SpeechWords) -> bool:
    """Whether a capitalised word follows, perhaps behind another particle: "said von der Leyen"."""
    for token in islice(WORD.finditer(text, place, place + _BEFORE_SURNAME), 2):
        if token[0][:1].isupper():
            return True
        if token[0] not in words.leading:
            return False
    return False


def _is_gap(gap: str, word: str, words: SpeechWords) -> bool:
    """Whether the space between two words keeps them one name; a point only behind a short ("Gen. ")."""
    if gap in {" ", "\xa0", "-"}:
        return True
    if gap not in {". ", ".\xa0"}:
        return False
    # Capitals before a point end a sentence: "… of GDP. As Rutte put it".
    return word.lower() in words.titles or len(word) == 1 or (len(word) <= _SHORT and not word.isupper())
