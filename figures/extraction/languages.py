"""Which language a text is in, and where it changes from paragraph to paragraph.

Each table of `data/lexicon/` lists words under ``[detection]`` that are frequent in its language and
rare in its neighbours, and letters that only some languages use. The language with the most of them
wins; a text with too few is of no known language. Light, deterministic, no model.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from figures.lexicon import detection, languages

_WORD = re.compile(r"[^\W\d_]{1,24}+")
_PARAGRAPH = re.compile(r"[^\n]+")
_READ = 20_000  # code points; a language shows itself long before
_READ_OF_PARAGRAPH = 600
# Function words make up a third of running text; names and numbers do not count against it.
_FEWEST_HITS_PER_WORD = 0.05
_TOO_SHORT_TO_TELL = 8  # words; a headline without a telling word is taken for English
_FEWEST_HITS_OF_PARAGRAPH = 4
# A letter of its own tells less than a word, since names carry letters across borders.
_LETTER_WEIGHT = 0.25
_LEAD = 1.5  # a paragraph leaves the document's language only for a clearly better one


def detect(text: str) -> str:
    """The ISO 639-1 code of a text's language, or "" when it is none that has a table.

    >>> detect("The allies will spend more than they did in the last year.")
    'en'
    >>> detect("12 345")
    ''
    """
    beginning = text[:_READ]
    scores = _scores(beginning)
    best = _best(scores)
    words = len(_WORD.findall(beginning))
    if best and scores[best] >= max(1, _FEWEST_HITS_PER_WORD * words):
        return best
    return "en" if 0 < words < _TOO_SHORT_TO_TELL and not best else ""


def stretches(text: str) -> Iterator[tuple[int, int, str]]:
    """The text in stretches of one language: start, end, code ("" for none that has a table).

    A paragraph is taken out of the document's language only where its own words clearly say so.
    """
    whole = detect(text)
    start, current = 0, whole
    for paragraph in _PARAGRAPH.finditer(text):
        scores = _scores(
            text[paragraph.start() : min(paragraph.end(), paragraph.start() + _READ_OF_PARAGRAPH)]
        )
        own = _best(scores)
        clear = own and scores[own] >= max(_FEWEST_HITS_OF_PARAGRAPH, _LEAD * scores[whole])
        language = own if clear else whole
        if language != current:
            if paragraph.start() > start:
                yield start, paragraph.start(), current
            start, current = paragraph.start(), language
    yield start, len(text), current


def _scores(text: str) -> Mapping[str, float]:
    """How many words and letters of each language a text has."""
    words, letters = _tables()
    scores: dict[str, float] = defaultdict(float)
    for word, count in Counter(found.lower() for found in _WORD.findall(text)).items():
        for language in words.get(word, ()):
            scores[language] += count
    for letter, count in Counter(text.lower()).items():
        for language in letters.get(letter, ()):
            scores[language] += count * _LETTER_WEIGHT
    return scores


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
