"""Separable verbs: a verb whose particle stands at the end of the clause ("sagte … zu", "gab … aus").

The table lists under ``[separable.<particle>]`` what the verb means with it, as
``"<tag>.<value>" = ["form", …]``. The mark stands at the verb, where its subject and object are
looked for; without the particle the word keeps the meaning that it has alone.
"""

from __future__ import annotations

import re

from figures.extraction.words.marks import Mark, Spotter
from figures.extraction.words.party_names import VERBS
from figures.lexicon import Lexicon

# The particle closes its clause, or stands before the word that goes on.
_CLOSED = r"(?=[ \xa0\n]*(?:[,.;:!?()\"“”„»«–—]|\Z)|[ \xa0\n]+(?:{going_on})\b)"
# The clause of the verb ends here, but for a comma that belongs to a number; a point inside a sentence
# is one of an abbreviation ("199,4 Mio. Euro").
_CLAUSE_END = re.compile(r"[;:!?](?=\s|\Z)|,(?!\d)")
_REACH = 260
_REACH_OF_SUBJECT = 40
# What a verb alone means and may not mean with its particle.
_MEANINGS = frozenset({*VERBS, "rise", "fall", "form"})


class Separable:
    """Finds the separable verbs of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        particles = lexicon.section("separable")
        self._verbs = Spotter(
            (form, meaning, particle)
            for particle, meanings in particles.items()
            for meaning, forms in meanings.items()
            for form in forms
        )
        self._inverts = bool(lexicon.section("context").get("subject_behind", False))
        following = [word for kind in ("and", "lending") for word in lexicon.words("connectors", kind)]
        # "Betalade EU ut 5 miljarder": the particle stands behind the subject, and the object behind both.
        first = bool(lexicon.section("context").get("particle_before_object", False))
        going_on = "|".join(re.escape(word) for word in following if word.isalpha())
        closed = "" if first else _CLOSED.format(going_on=going_on or "(?!)")
        self._reach = _REACH_OF_SUBJECT if first else _REACH
        self._particles = {
            particle: re.compile(rf"(?<!\w){re.escape(particle)}(?!\w){closed}") for particle in particles
        }

    def join(self, text: str, start: int, end: int, marks: list[Mark]) -> list[Mark]:
        """The marks of ``text[start:end]`` with those of its separable verbs, in order."""
        if not self._particles:
            return marks
        found = []
        for verb in self._verbs.marks(text, start, end):
            if self._has_particle(text, verb, end):
                tag, _, value = verb.tag.partition(".")
                found.append(Mark(verb.start, verb.end, tag, value))
                if self._inverts and tag in VERBS:
                    found.append(Mark(verb.start, verb.end, "form", "inverts"))
        if not found:
            return marks
        meant = {mark.start for mark in found}
        kept = [mark for mark in marks if mark.start not in meant or mark.tag not in _MEANINGS]
        return sorted([*kept, *found], key=lambda mark: (mark.start, mark.end))

    def _has_particle(self, text: str, verb: Mark, end: int) -> bool:
        """Whether the particle ends the verb's clause; a clause set in by commas may lie between."""
        stop = min(end, verb.end + self._reach)
        particle = self._particles[verb.value].search(text, verb.end, stop)
        if particle is None:
            return False
        return self._same_clause(text, verb.end, particle.start())

    @staticmethod
    def _same_clause(text: str, start: int, end: int) -> bool:
        between = [match[0] for match in _CLAUSE_END.finditer(text, start, end)]
        return not between or (len(between) == 2 and set(between) == {","})
