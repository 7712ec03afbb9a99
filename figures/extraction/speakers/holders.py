"""Holders: who is named with an office behind a verb of speech, across the words of the office."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from figures.extraction.speakers.people import Person, run_after
from figures.extraction.speakers.speech_words import WORD, SpeechWords

ENDS_PHRASE = re.compile(r"[.!?;:\"\u201c\u201d\n]")
_WORDS_OF_OFFICE = 3
_LONGEST_NAME = 40  # a name may reach beyond where it must begin
_LONGEST_OFFICE = 8  # "of the EU for foreign affairs and security policy"
_WORDS_OF_PLACE = 5
_ABBREVIATED = 16  # code points of a short name in parentheses
_ARTICLE = 24  # code points within which an article follows


class Holder(NamedTuple):
    """Who holds an office: the name, where it ends, and the words of the office."""

    name: str
    end: int
    titles: frozenset[str]


def in_office(text: str, start: int, stop: int, words: SpeechWords, person: Person) -> Holder | None:
    """Who is named with an office behind time and place: "said in Brussels the minister Anna Berg"."""
    closing = ENDS_PHRASE.search(text, start, stop)
    stop = closing.start() if closing else stop
    titles: set[str] = set()
    place = start
    for token in WORD.finditer(text, start, stop):
        if token.start() < place:
            continue
        if titles and token[0][:1].isupper():
            run, place = run_after(text, token.start(), words, stop)
            name = person.name(run, start)
            if " " in name:
                return Holder(name, place, frozenset(titles))
        if token[0].lower() in words.roles:
            titles.add(token[0].lower())
    return None


def named_behind(text: str, place: int, stop: int, words: SpeechWords, person: Person) -> Holder | None:
    """A full name behind the last words of an office: "presidente della Banca per lo sviluppo Anna Berg"."""
    if text.startswith(" (", place):
        place = max(
            place, text.find(")", place, place + _ABBREVIATED) + 1
        )  # "head of the Office (KPRM) Anna Berg"
    others = 0  # words that no office holds
    for token in islice(WORD.finditer(text, place, stop), _LONGEST_OFFICE):
        if text[place : token.start()].strip():
            return None
        lower = token[0].lower()
        if token[0][0].isupper() and lower not in words.parties:
            run, after = run_after(text, token.start(), words, stop + _LONGEST_NAME)
            name = person.name(run, token.start())
            return Holder(name, after, frozenset()) if " " in name else None
        others += lower not in words.titles and lower not in words.parties
        if others > _WORDS_OF_OFFICE - 1:
            return None
        place = token.end()
    return None


def past_where(text: str, start: int, stop: int, words: SpeechWords, person: Person) -> Holder | None:
    """Who is named in full behind when and where it was said: "stressed in an interview Anna Berg"."""
    if not words.inverts or words.nouns_are_capitalised:
        return None
    place = start
    for token in islice(WORD.finditer(text, start, stop), _WORDS_OF_PLACE):
        if text[place : token.start()].strip():
            return None
        if token[0][0].isupper() and token[0] not in words.between:
            run, after = run_after(text, token.start(), words, stop)
            name = person.name(run, token.start()) if place > start else ""
            return Holder(name, after, frozenset()) if " " in name else None
        if token[0] not in words.between and token[0].lower() not in words.between:
            return None
        place = token.end()
    return None


def is_articled(text: str, place: int, words: SpeechWords) -> bool:
    """Whether an article follows: "secondo il Dpfp" names no person."""
    token = WORD.search(text, place, place + _ARTICLE)
    return token is not None and token[0].lower() in words.articles
