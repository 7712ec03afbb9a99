"""Predicates: the noun that is counted by a number behind its verb ("I profughi in Italia sono 170 mila").

The noun phrase opens its clause behind an article of a whole group; the verb that leads to the number
is one of the table's (`inverting`, which set a number on either side, and `predicates`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from figures.extraction.counts.nouns import Nouns
from figures.lexicon import Lexicon

_REACH = 110
_WORDS_FROM_VERB = 3  # "sono ormai più di"
_PEOPLE = "people"
_CLAUSE_END = re.compile(r"[.!?;:\n()«»\"](?=\s|\Z|\w)|[0-9]")
_WORD = re.compile(r"[^\W\d_]+")


class Predicates:
    """Reads numbers that are predicates of counted nouns, in one language."""

    def __init__(self, lexicon: Lexicon, nouns: Nouns) -> None:
        table = lexicon.section("counts")
        self._nouns = nouns
        self._verbs = frozenset((*table.get("inverting", ()), *table.get("predicates", ())))
        openers = "|".join(map(re.escape, table.get("subject_articles", ())))
        self._subject = (
            re.compile(rf"(?:^|(?<=[\s,]))(?:{openers})[ \xa0]", re.IGNORECASE) if openers else None
        )

    def subject(self, text: str, start: int) -> tuple[str, str] | None:
        """The noun phrase counted by the number at `start`, and what it counts; None where there is none."""
        if self._subject is None:
            return None
        window = text[max(0, start - _REACH) : start]
        ends = [match.end() for match in _CLAUSE_END.finditer(window)]
        clause = window[ends[-1] :] if ends else window
        articles = [*self._subject.finditer(clause)]
        labelled = self._beside(clause, articles)
        if labelled is not None:
            return labelled
        words = [word.group().lower() for word in _WORD.finditer(clause)]
        if self._verbs.isdisjoint(words[-_WORDS_FROM_VERB:]):
            return None
        return self._noun(clause, articles)

    def _beside(self, clause: str, articles: Sequence[re.Match[str]]) -> tuple[str, str] | None:
        """The noun that stands with its article directly before the number: "…, i feriti 380 mila"."""
        found = self._noun(clause, articles[-1:])
        return found if found is not None and clause.rstrip().endswith(found[0]) else None

    def _noun(self, clause: str, articles: Sequence[re.Match[str]]) -> tuple[str, str] | None:
        """The first noun of a clause behind one of its articles, which is its subject."""
        for article in articles:
            head = self._nouns.heads.match(clause, article.end())
            if head is None or head.meaning not in {_PEOPLE, "equipment"}:
                return None
            end = self._nouns.phrases.end(clause, head.end, head.meaning)
            return " ".join(clause[article.end() : end].split()), head.meaning
        return None
