"""The words of a language, from its table in `data/lexicon/` and from CLDR (through Babel).

CLDR gives the decimal and group marks and the names of currencies with their plurals. The hand
tables hold what CLDR does not know: shorts of the press, inflected forms, bare names of money,
bounds, verbs. A table is read once and shared; nobody writes to it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from figures.errors import LanguageError
from figures.vocabularies import data_folder

if TYPE_CHECKING:
    from babel import Locale

# Codes of ISO 4217 that are English words or common acronyms and never money in news.
_NO_MONEY = frozenset({"ALL", "TOP", "MOP", "XXX", "XTS", "CUP", "PEN", "BAM"})
# The codes of money that several states share begin with X, as those of metals, tests and none do.
_SHARED_MONEY = frozenset({"XOF", "XAF", "XPF", "XCD"})
# An apostrophe inside a word.
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
# Numbers whose names take the plural forms that languages have.
_PLURALS = (1, 2, 5)
_ROOT = "root"
UNDETERMINED = "und"  # the code of ISO 639-2 for a text in no known language


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language: its ISO 639-1 code, the marks in its numbers, its hand table."""

    language: str
    decimal: str
    group: str
    table: Mapping[str, Any]

    def section(self, *path: str) -> Mapping[str, Any]:
        """A part of the hand table by its path; empty when the table has none."""
        found: Any = self.table
        for name in path:
            found = found.get(name, {})
        return found if isinstance(found, Mapping) else {}

    def words(self, *path: str) -> tuple[str, ...]:
        """A list of the hand table by its path; empty when the table has none."""
        found = self.section(*path[:-1]).get(path[-1], ())
        return tuple(found)

    def marks(self) -> Iterator[tuple[str, str, str]]:
        """Every phrase under ``[marks.<tag>]`` as (phrase, tag, value)."""
        for tag, values in self.section("marks").items():
            for value, phrases in values.items():
                for phrase in phrases:
                    yield phrase, tag, value


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a table, in alphabetical order."""
    stems = (path.stem for path in (data_folder() / "lexicon").glob("*.toml"))
    return tuple(sorted(stem for stem in stems if stem != _ROOT))


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language by its ISO 639-1 code; `UNDETERMINED` is that of no known language.

    A language of CLDR without a table of its own has the root's: signs, codes and digits. Raises
    `LanguageError` for anything else.

    >>> lexicon("en").decimal, lexicon("tr").decimal, lexicon("tr").words("percent", "words")
    ('.', ',', ())
    >>> lexicon("tlh")
    Traceback (most recent call last):
    ...
    figures.errors.LanguageError: no lexicon for language 'tlh'; use one of: ...
    """
    from babel.numbers import get_decimal_symbol, get_group_symbol

    table = _table(_ROOT)
    if language in languages():
        table = _merged(table, _table(language))
    locale = _locale(language)
    return Lexicon(
        language=language,
        decimal=get_decimal_symbol(locale),
        group=get_group_symbol(locale),
        table=MappingProxyType(_spelled(table, table.get("writing", {}).get("apostrophes", ()))),
    )


def _locale(language: str) -> Locale:
    """What CLDR knows of a language; raises `LanguageError` for a code that is none."""
    # Babel is loaded with the first language, so that those who only show figures start without it.
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        raise LanguageError(language, languages()) from None


def _spelled(value: Any, signs: Sequence[str]) -> Any:
    """A part of a table with each phrase that has an apostrophe repeated with the language's other signs."""
    if isinstance(value, Mapping):
        return {name: _spelled(each, signs) for key, each in value.items() for name in _spellings(key, signs)}
    if isinstance(value, list):
        return [
            phrase
            for each in value
            for phrase in (_spellings(each, signs) if isinstance(each, str) else [_spelled(each, signs)])
        ]
    return value


def _spellings(phrase: str, signs: Sequence[str]) -> list[str]:
    if not _APOSTROPHE.search(phrase):
        return [phrase]
    return [phrase, *(_APOSTROPHE.sub(sign, phrase) for sign in signs)]


def detection(language: str) -> Mapping[str, Any]:
    """The section ``[detection]`` of a language's table alone, so that telling languages apart is cheap."""
    text = _path(language).read_text(encoding="utf-8")
    start = text.find("\n[detection]\n") + 1
    end = text.find("\n[", start)
    table = tomllib.loads(text[start : end if end > 0 else len(text)]) if start else {}
    section: Mapping[str, Any] = table.get("detection", {})
    return section


def _path(name: str) -> Path:
    return data_folder() / "lexicon" / f"{name}.toml"


def _table(name: str) -> dict[str, Any]:
    with _path(name).open("rb") as stream:
        return tomllib.load(stream)


def _merged(root: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Two tables as one, section by section; what `own` says goes before `root`."""
    merged = dict(root)
    for name, value in own.items():
        below = merged.get(name)
        both = isinstance(below, Mapping) and isinstance(value, Mapping)
        merged[name] = _merged(below or {}, value) if both else value
    return merged


@cache
def currency_codes() -> frozenset[str]:
    """ISO 4217 codes that are read as money wherever they stand beside a number."""
    locale = _locale("en")
    codes = (str(code) for code in locale.currencies)
    states = frozenset(code for code in codes if len(code) == 3 and not code.startswith("X"))
    return (states | _SHARED_MONEY) - _NO_MONEY


@cache
def currency_names(language: str) -> Mapping[str, str]:
    """Names of currencies by CLDR, singular and plural, to their codes; present-day money only.

    >>> currency_names("en")["Danish kroner"]
    'DKK'
    """
    from babel.numbers import get_currency_name

    locale = _locale(language)
    names: dict[str, str] = {}
    for code, name in locale.currencies.items():
        # CLDR writes the years of use behind the name of money that is no more.
        if code not in currency_codes() or "(" in name:
            continue
        names.setdefault(name, code)
        for count in _PLURALS:
            names.setdefault(get_currency_name(code, count, locale), code)
    return MappingProxyType(names)


@cache
def currency_symbols(language: str) -> Mapping[str, str]:
    """Signs of currencies by CLDR, each to its code; signs that several share are left out.

    >>> currency_symbols("en")["₫"]
    'VND'
    """
    signs = {
        symbol: code
        for code, symbol in _locale(language).currency_symbols.items()
        if code in currency_codes() and not symbol.isalpha() and len(symbol) <= 4
    }
    return MappingProxyType(signs)
