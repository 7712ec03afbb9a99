"""The names of parties as phrases, from CLDR and from a language's table, and the parts they play.

Names of countries come from CLDR for every language; the table adds adjectives, capitals, bodies,
groups and inflected forms under ``[parties.<form>]``, where the form becomes the tag
``party.<form>``. The value of a mark is always the canonical name of `data/parties.csv`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from babel import Locale

from figures.lexicon import Lexicon
from figures.vocabularies import data_folder, vocabulary

PARTY = "party."
# Tags of words that do something; their endings tell the active forms.
VERBS = ("give", "receive", "need", "spend", "hold", "level")


def context_phrases(lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """Phrases for the spotter as (phrase, tag, value): parties, and the active forms of verbs.

    >>> from figures.lexicon import lexicon
    >>> phrases = set(context_phrases(lexicon("en")))
    >>> ("Germany", "party.name", "Germany") in phrases, ("Berlin", "party.capital", "Germany") in phrases
    (True, True)
    >>> ("providing", "form", "active") in phrases
    True
    """
    named = {
        phrase.casefold()
        for aliases in lexicon.section("parties").values()
        for phrases in aliases.values()
        for phrase in phrases
    }
    territories = Locale.parse(lexicon.language).territories
    for party, term in vocabulary("party").items():
        name = territories.get(term.extra["code"], "") if term.extra.get("code") else ""
        for written in (name, name.replace(" & ", " and ")):
            # What the table gives a form of its own ("EU" is name and adjective) stays out.
            if written and written.casefold() not in named:
                yield written, PARTY + "name", party
    for form, aliases in lexicon.section("parties").items():
        for party, phrases in aliases.items():
            for phrase in phrases:
                yield phrase, PARTY + form, party
    endings = lexicon.words("context", "active_endings")
    infinitives = lexicon.words("context", "infinitive_endings")
    passives = lexicon.words("context", "passive_endings")
    deponents = frozenset(lexicon.words("context", "never_passive"))
    inverts = lexicon.section("context").get("subject_behind", False)
    ends = lexicon.section("context").get("verb_last", False)
    for tag in VERBS:
        for phrases in lexicon.section("marks", tag).values():
            for phrase in phrases:
                if endings and phrase.split()[0].endswith(endings):
                    yield phrase, "form", "active"
                if infinitives:
                    found = phrase.split()[0].endswith(infinitives)
                    yield phrase, "form", "infinitive" if found else "finite"
                if passives and phrase.split()[0].endswith(passives) and phrase not in deponents:
                    yield phrase, "form", "passive"
                if inverts:
                    yield phrase, "form", "inverts"
                if ends:
                    yield phrase, "form", "last"


@cache
def _roles() -> Mapping[str, str]:
    """The parts that parties play in texts about aid, by their canonical names."""
    with (data_folder() / "party_roles.csv").open(encoding="utf-8", newline="") as stream:
        return MappingProxyType({row["party"]: row["role"] for row in csv.DictReader(stream)})


def is_receiver(party: str) -> bool:
    """Whether aid named after the party goes to it.

    >>> is_receiver("Ukraine"), is_receiver("Norway")
    (True, False)
    """
    return _roles().get(party) == "receiver"


@cache
def is_country(party: str) -> bool:
    """Whether a party is a country that spends and gives, and no group, receiver or enemy.

    >>> is_country("Norway"), is_country("European Union"), is_country("Ukraine")
    (True, False, False)
    """
    term = vocabulary("party").get(party)
    code = term.extra.get("code", "") if term is not None else ""
    return bool(code) and code != "EU" and not (is_receiver(party) or is_adversary(party))


def is_alliance(party: str) -> bool:
    """Whether what the party spends is defence spending.

    >>> is_alliance("NATO Allies"), is_alliance("European Union")
    (True, False)
    """
    return _roles().get(party) == "alliance"


def is_adversary(party: str) -> bool:
    """Whether the party is named beside aid as the enemy.

    >>> is_adversary("Russia"), is_adversary("Ukraine")
    (True, False)
    """
    return _roles().get(party) == "adversary"
