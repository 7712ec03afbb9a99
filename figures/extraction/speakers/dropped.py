"""Dropped subjects: a verb of speech that stands for its speaker too, as in "Dodał, że …" ("he added that")."""

from __future__ import annotations

import re

from figures.extraction.speakers.speech_words import WORD, SpeechWords
from figures.extraction.words.nearby import word_before

_REACH = 60  # code points, to the beginning of a sentence and to the clause of what is said
_PREPOSITION = 3  # letters
_OPENING = re.compile(r"(?:[.!?\u2026][\"\u201d\u00bb)]?|\n)\s*\Z")
_CLOSING = re.compile(r"[.!?\n]|,? [-\u2013\u2014] |\Z")
_DASH = re.compile(r"[\"\u201d\u00bb,.!?\u2026 \xa0][-\u2013\u2014][ \xa0]\Z")


def stands_alone(text: str, start: int, verb: re.Match[str], words: SpeechWords) -> bool:
    """Whether a verb opens its sentence and leads to what is said, or closes it behind a dash.

    Before and behind it stand only words of when and where: who is named there in any way is its subject.
    """
    behind = _past(text, verb.end(), min(len(text), verb.end() + _REACH), words)
    led = _past_backwards(text, max(start, verb.start() - _REACH), verb.start(), words)
    if _DASH.search(text, max(0, led - 3), led):
        return _CLOSING.match(text, behind) is not None
    opens = led == 0 or _OPENING.search(text, max(0, led - 4), led) is not None
    if not opens or words.that is None:
        return False
    comma = 2 if text.startswith(", ", behind) else 1
    return words.that.match(text, behind + comma) is not None


def _past(text: str, place: int, end: int, words: SpeechWords) -> int:
    """Where the words of when and where behind a place end."""
    for token in WORD.finditer(text, place, end):
        if text[place : token.start()].strip() or not _is_between(token[0], words):
            break
        place = token.end()
    return place


def _past_backwards(text: str, start: int, place: int, words: SpeechWords) -> int:
    """Where the words of when and where before a place begin."""
    for token in reversed(list(WORD.finditer(text, start, place))):
        if text[token.end() : place].strip():
            break
        if not _is_between(token[0], words) and not _is_medium(text, token, words):
            break
        place = token.start()
    return place


def _is_medium(text: str, token: re.Match[str], words: SpeechWords) -> bool:
    """Whether a name in capitals stands behind a preposition: to whom something is said ("to the BBC")."""
    before = word_before(text, token.start())
    return token[0].isupper() and len(before.word) <= _PREPOSITION and before.word in words.between


def _is_between(word: str, words: SpeechWords) -> bool:
    return word in words.between or word.lower() in words.between
