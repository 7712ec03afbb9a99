"""Which language a text is in, and where it changes from paragraph to paragraph.

Each table of `data/lexicon/` lists words under ``[detection]`` that are frequent in its language and
rare in its neighbours, and letters that only some languages use. The language with the most of them
wins; a text with too few is of no known language. Light, deterministic, no model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from figures.lexicon import detection, languages

_WORD = re.compile(r"[^\W\d_]{1,24}+")
_LINE = re.compile(r"[^\n]+")
_READ = 20_000  # code points; a language shows itself long before
_READ_OF_PARAGRAPH = 2_000
# Function words make up a third of running text; names and numbers do not count against it.
_FEWEST_HITS_PER_WORD = 0.05
_TOO_SHORT_TO_TELL = 8  # words; a headline without a telling word is taken for English
_FEWEST_HITS_OF_PARAGRAPH = 4
# A letter of its own tells less than a word, since names carry letters across borders.
_LETTER_WEIGHT = 0.25
_LEAD = 1.5  # a paragraph leaves the document's language only for a clearly better one


class _Paragraph(NamedTuple):
    """Where a paragraph begins, how many words and letters of each language it has, and how many words."""

    start: int
    scores: Mapping[str, float]
    words: int


def detect(text: str) -> str:
    """The ISO 639-1 code of a text's language, or "" when it is none that has a table.

    >>> detect("The allies will spend more than they did in the last year.")
    'en'
    >>> detect("12 345")
    ''
    """
    return _of_all(_paragraphs(text[:_READ]))


def stretches(text: str) -> Iterator[tuple[int, int, str]]:
    """The text in stretches of one language: start, end, code ("" for none that has a table).

    A paragraph is taken out of the document's language only where its own words clearly say so.
    """
    paragraphs = list(_paragraphs(text))
    whole = _of_all(paragraph for paragraph in paragraphs if paragraph.start < _READ)
    start, current = 0, whole
    for paragraph in paragraphs:
        scores = paragraph.scores
        own = _best(scores)
        clear = own and scores[own] >= max(_FEWEST_HITS_OF_PARAGRAPH, _LEAD * scores.get(whole, 0))
        language = own if clear else whole
        if language != current:
            if paragraph.start > start:
                yield start, paragraph.start, current
            start, current = paragraph.start, language
    yield start, len(text), current


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    """The lines of a text, of each the beginning read."""
    words, letters = _tables()
    for line in _LINE.finditer(text):
        start = line.start()
        lower = text[start : min(line.end(), start + _READ_OF_PARAGRAPH)].lower()
        spoken = _WORD.findall(lower)
        scores: dict[str, float] = {}
        # Filters run at the speed of C; few words and letters of a text tell its language.
        for word in filter(words.__contains__, spoken):
            for language in words[word]:
                scores[language] = scores.get(language, 0) + 1
        for letter in letters.keys() & set(lower):
            for language in letters[letter]:
                scores[language] = scores.get(language, 0) + lower.count(letter) * _LETTER_WEIGHT
        yield _Paragraph(start, scores, len(spoken))


def _of_all(paragraphs: Iterable[_Paragraph]) -> str:
    """The language of a document by all of its paragraphs, "" for none."""
    scores: dict[str, float] = {}
    words = 0
    for paragraph in paragraphs:
        words += paragraph.words
        for language, score in paragraph.scores.items():
            scores[language] = scores.get(language, 0) + score
    best = _best(scores)
    if best and scores[best] >= max(1, _FEWEST_HITS_PER_WORD * words):
        return best
    return "en" if 0 < words < _TOO_SHORT_TO_TELL and not best else ""


def _best(scores: Mapping[str, float]) -> str:
    """The language with the highest score; of equals the first in the alphabet."""
    return min(scores, key=lambda language: (-scores[language], language), default="")


@cache
def _tables() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Which languages a word, and which a letter, speaks for."""
    words: dict[str, tuple[str, ...]] = {}
    letters: dict[str, tuple[str, ...]] = {}
    for language in languages():
        table = detection(language)
        for word in table.get("words", ()):
            words[word] = (*words.get(word, ()), language)
        for letter in table.get("letters", ()):
            letters[letter] = (*letters.get(letter, ()), language)
    return words, letters
