"""The words of time of one language: its table and the names of CLDR, sorted into roles.

The table's ``[periods]`` section lists phrases by role; months and the letters of quarters ("Q3",
"T1") come from CLDR, of which a table needs to add only the forms that CLDR does not give.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from babel import Locale, UnknownLocaleError

from figures.extraction.periods.words import Words

# Prepositions: what may stand before a time, each with its own effect.
PREPOSITIONS = ("in", "since", "by", "before", "after", "from", "between", "base", "over", "to", "day_in")
_STEPS = {"this": "0", "last": "-1", "next": "1"}
_UNIT_NAMES = {"half_year": "half-year"}
# Roles whose phrases have a value each: a table of lists in the language's section.
_VALUED = ("units", "plurals", "rates", "rate_adjectives", "phases", "again", "unit_on_unit")
_NAMES = {
    "units": "unit", "plurals": "units", "rates": "rate", "rate_adjectives": "rate_adjective", "phases": "phase",
    "again": "again", "unit_on_unit": "unit_on_unit",
}  # fmt: skip


def words_of(section: Mapping[str, Any], language: str) -> Words:
    """The words of time of a language from the ``[periods]`` section of its table.

    >>> words = words_of({"in": ["en"]}, "fr")
    >>> words.value("month", words.symbols(["février"])), words.value("month", words.symbols(["brumaire"]))
    ('2', '')
    """
    roles: dict[str, dict[str, str]] = {
        name: dict.fromkeys(phrases, "")
        for name, phrases in section.items()
        if isinstance(phrases, list) and all(isinstance(phrase, str) for phrase in phrases)
    }
    for name in _VALUED:
        roles[_NAMES[name]] = {
            phrase: _UNIT_NAMES.get(value, value)
            for value, phrases in section.get(name, {}).items()
            for phrase in phrases
        }
    for name in ("number", "ordinal"):
        roles[name] = _numbered(section.get(f"{name}s", ()))
    for ending in ("", "_after"):
        steps = section.get(f"steps{ending}", {})
        roles[f"step{ending}"] = {
            phrase: _STEPS[step] for step, phrases in steps.items() for phrase in phrases
        }
        for step in _STEPS:
            roles[f"{step}{ending}"] = dict.fromkeys(steps.get(step, ()), "")
    roles["relative"] = {
        phrase: f"{step.partition('_')[2].replace('_', '-')} {_STEPS[step.partition('_')[0]]}"
        for step, phrases in section.get("relative", {}).items()
        for phrase in phrases
    }
    roles["fiscal_country"] = {
        word: rule["start"] + " " + rule["named_by"]
        for rule in section.get("fiscal_rules", ())
        for word in rule["words"]
    }
    names, shorts, letters = _calendar_names(language)
    roles["month_name"] = names | _numbered(section.get("months", ()))
    roles["month"] = shorts | roles["month_name"]
    roles["quarter_letter"] = letters | dict.fromkeys(section.get("quarter_letters", ()), "")
    roles["half_letter"] = dict.fromkeys(section.get("half_letters", ()), "")
    roles["end"] = {phrase: "" for phrase, value in roles["phase"].items() if value == "end"}
    roles["first"] = {phrase: "" for phrase, value in roles["ordinal"].items() if value == "1"}
    for name, unit in (("half", "half-year"), ("quarter", "quarter")):
        roles[name] = roles.get(name, {}) | {
            phrase: "" for phrase, value in roles["unit"].items() if value == unit
        }
    # Where "since" has other meanings too, a table says which words lead to an event and no other noun.
    roles.setdefault("since_event", roles.get("since", {}))
    roles["month_units"] = {phrase: "" for phrase, value in roles["units"].items() if value == "month"}
    roles["units"] = roles["units"] if any(roles["units"]) else roles["unit"]
    roles["prep"] = {phrase: "" for name in PREPOSITIONS for phrase in roles.get(name, {})}
    return Words(roles)


def _numbered(lists: Sequence[Sequence[str]]) -> dict[str, str]:
    """The phrases of a list of lists, each with its place counted from 1."""
    return {phrase: str(place) for place, phrases in enumerate(lists, start=1) for phrase in phrases}


def _calendar_names(language: str) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Months in full, months in short, and the letter of quarters, by CLDR."""
    try:
        locale = Locale.parse(language)
    except (ValueError, UnknownLocaleError):
        return {}, {}, {}
    found: dict[str, dict[str, str]] = {"wide": {}, "abbreviated": {}}
    for context in ("format", "stand-alone"):
        for width, names in found.items():
            for number, name in locale.months[context][width].items():
                names.setdefault(name.rstrip("."), str(number))
    quarter = locale.quarters["format"]["abbreviated"][1]
    letters = {quarter[0]: ""} if len(quarter) == 2 and quarter[1] == "1" else {}
    return found["wide"], found["abbreviated"], letters
