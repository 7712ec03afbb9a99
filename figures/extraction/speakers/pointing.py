"""Pointing back: words before a verb of speech that stand for the sentence before ("Lo ha detto Rutte")."""

from __future__ import annotations

from figures.extraction.speakers.speech_words import WORD, SpeechWords

_REACH = 40  # code points from such a word to its verb: "Lo ha anche "
_OPENS = frozenset('.!?\u2026:;,"\u201d\u00bb\u201c)\n')


def points_behind(text: str, end: int, words: SpeechWords) -> bool:
    """Whether the word behind a verb of speech stands for the sentence before: "Rutte announced this on …"."""
    token = WORD.match(text, end + 1) if words.pointing_behind else None
    return token is not None and token[0].lower() in words.pointing_behind


def before_verb(text: str, start: int, end: int, words: SpeechWords) -> tuple[str, bool]:
    """The text before a verb of speech that begins at `end`, and whether its small words point back.

    In "Lo ha detto Rutte" what was said stands in the sentence before, and who said it behind the verb.
    """
    tokens = list(WORD.finditer(text, max(start, end - _REACH), end)) if words.pointing else []
    pointed, opening = False, end
    for token in reversed(tokens):
        word = token[0].lower()
        if word not in words.pointing and word not in words.between:
            break
        pointed, opening = pointed or word in words.pointing, token.start()
    lead = text[start:opening].rstrip(" \xa0")
    if pointed and (not lead or lead[-1] in _OPENS):
        return lead, True
    return text[start:end].rstrip(), False
