"""The words of attribution of one language: verbs of speech, offices, bodies, and what names hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale

from figures.extraction.words.alternatives import any_of
from figures.extraction.words.tied import inverted
from figures.lexicon import Lexicon
from figures.lexicon import lexicon as lexicon_of

WORD = re.compile(r"\w[\w'\u2019\-]{0,40}")


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """The words of attribution of one language; all in small letters."""

    verbs: re.Pattern[str] | None
    acting: frozenset[str]
    between: frozenset[str]
    about: frozenset[str]
    pointing: frozenset[str]
    pointing_behind: frozenset[str]
    pronouns: frozenset[str]
    articles: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    holders: frozenset[str]
    offices: tuple[str, ...]
    head_of: tuple[str, ...]
    organisations: frozenset[str]
    bodies: frozenset[str]
    starters: frozenset[str]
    particles: frozenset[str]
    nouns_are_capitalised: bool
    inverts: bool
    parties: frozenset[str]
    parts: frozenset[str]
    by: frozenset[str]
    that: re.Pattern[str] | None
    according: frozenset[str]
    subordinate: frozenset[str]
    coordinating: frozenset[str]
    own_view: frozenset[str]
    impersonal: frozenset[str]
    leading: frozenset[str]
    indefinite: frozenset[str]
    definite: tuple[str, ...]
    same_office: Mapping[str, str]
    drops_subjects: bool
    case_endings: tuple[tuple[str, str], ...]


@cache
def speech_words(language: str) -> SpeechWords:
    """The words of attribution of a language, read once."""
    lexicon = lexicon_of(language)

    def words(name: str) -> frozenset[str]:
        return frozenset(lexicon.words("speakers", name))

    according = words("according")
    spoken = inverted(words("verbs"), lexicon.section("speakers", "inverted")) | according | words("own_view")
    parties, parts = _party_words(lexicon)
    days = [name.lower() for name in Locale.parse(language).days["format"]["wide"].values()]
    capitalised = bool(lexicon.section("speakers").get("nouns_are_capitalised", False))
    return SpeechWords(
        verbs=any_of(spoken) if spoken else None,
        acting=words("acting"),
        between=words("between") | frozenset(days),
        about=words("about"),
        pointing=words("pointing"),
        pointing_behind=words("pointing_behind"),
        pronouns=words("pronouns"),
        articles=words("articles"),
        titles=words("titles"),
        roles=words("roles"),
        holders=words("roles") | words("addresses"),
        offices=tuple(sorted(words("roles"))) if capitalised else (),
        head_of=tuple(sorted(words("head_of"))),
        organisations=words("organisations"),
        # "The head of the parliament's committee Anna Berg": of an office they are no bodies that speak.
        bodies=words("organisations") - words("titles"),
        starters=words("starters"),
        particles=words("particles"),
        inverts=bool(lexicon.section("context").get("subject_behind", False)),
        nouns_are_capitalised=capitalised,
        # Saints gave their names to islands; those who bear them are people.
        parties=parties - words("given_names"),
        parts=parts,
        by=words("by"),
        that=any_of(words("that")) if words("that") else None,
        according=according,
        subordinate=words("subordinate"),
        coordinating=words("coordinating"),
        own_view=words("own_view"),
        impersonal=words("impersonal"),
        leading=words("leading_particles"),
        indefinite=words("indefinite"),
        definite=tuple(sorted(words("definite_endings"))),
        same_office=lexicon.section("speakers").get("same_office", {}),
        drops_subjects=bool(lexicon.section("speakers").get("drops_subjects", False)),
        case_endings=tuple(
            (case, plain) for case, plain in lexicon.section("speakers").get("case_endings", ())
        ),
    )


def _party_words(lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Every capitalised word of a party's name, and those of them that are never one alone.

    None of the first is a surname; of the second some are ("Costa", of Costa Rica).
    """
    alone = {
        phrase
        for aliases in lexicon.section("parties").values()
        for phrases in aliases.values()
        for phrase in phrases
        if " " not in phrase
    }
    names = {*alone, *Locale.parse(lexicon.language).territories.values()}
    alone = {name.lower() for name in names if " " not in name}
    every = {word.lower() for name in names for word in WORD.findall(name) if word[:1].isupper()}
    return frozenset(every), frozenset(every - alone)
