"""The words of time of one language as single characters, so that patterns can run over them.

Every word that a language's table names gets a character of its own, every other token one of the
letters below. A sentence becomes a short string of them, and the grammar, written once for all
languages in roles (``<in><article>?<ordinal><quarter>``), is compiled for each language by putting
in the characters of its words.

Phrases are written as in the other tables: ``*`` at the end of a word stands for any ending; a
word in capitals ("FY") matches only capitals, a capitalised one ("May") only capitalised words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

TOKEN = re.compile(
    r"""
      [^\W\d_]++                       # a word
    | \d++(?>(?:[.,]\d++)*)            # a number, with the marks inside it
    | [,;:!?()\[\]/–—…%$€£¥₴«»“”„"•|]  # marks that part or join; dots and apostrophes say nothing here
    | (?<=\s)-{1,3}(?=\s) | (?<=\d)-(?=\d)  # hyphens used as a dash
    """,
    re.VERBOSE,
)

# What a token is when no table names it.
YEAR, ROUND_YEAR, SMALL, TWO_DIGITS, NUMBER, NUMERIC_DATE = "Y", "Z", "D", "T", "N", "K"
WORD, CAPITALISED = "x", "u"
MARKS = {
    ",": "c", "(": "p", ")": "q", "[": "p", "]": "q", "/": "s", "-": "h", "--": "h", "---": "h", "–": "h", "—": "h",
    ";": "b", ":": "b", "!": "b", "?": "b", "…": "b", "•": "b", "|": "b",
    "%": "w", "$": "m", "€": "m", "£": "m", "¥": "m", "₴": "m",
    "«": "o", "»": "o", "“": "o", "”": "o", "„": "o", '"': "o",
}  # fmt: skip
_FIRST_CHARACTER = 0x4E00
_FIRST_YEAR, _LAST_YEAR = 1945, 2099
_CACHED_WORDS = 65_536
_NO_ROLES: frozenset[str] = frozenset()
_NUMERIC_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_RANKS = {"": 0, "capitalised": 1, "capitals": 2}


class _Word(NamedTuple):
    """A word of a table: its letters in lower case, whether an ending may follow, how it is written."""

    letters: str
    stem: bool
    shape: str


class Words:
    """The words of time of one language: their characters, and the roles they play.

    `roles` gives for each role its phrases with their values.

    >>> words = Words({"in": {"in": "", "as of": ""}, "month": {"May": "5"}})
    >>> words.symbols(["as", "of", "May", "may", "2024", "in"]) == words.symbols("AS OF May may 2024 in".split())
    True
    >>> bool(re.fullmatch(words.compile("<in><month>"), words.symbols(["as", "of", "May"])))
    True
    >>> words.value("month", words.symbols(["May"])), words.value("month", "x")
    ('5', '')
    """

    def __init__(self, roles: Mapping[str, Mapping[str, str]]) -> None:
        phrases = {
            role: [(words, value) for phrase, value in table.items() if (words := _words_of(phrase))]
            for role, table in roles.items()
        }
        played: dict[_Word, list[str]] = {}
        for role, found in sorted(phrases.items()):
            for words, _ in found:
                for word in words:
                    played.setdefault(word, []).append(role)
        # Words with the same roles lie side by side: patterns then hold ranges, which compile faster.
        known = sorted(played, key=lambda word: (played[word], word))
        self._characters = {word: chr(_FIRST_CHARACTER + place) for place, word in enumerate(known)}
        self._exact: dict[str, list[tuple[str, str]]] = {}
        self._stems: dict[str, list[tuple[str, str]]] = {}
        for word in sorted(known, key=lambda word: -_RANKS[word.shape]):
            table = self._stems if word.stem else self._exact
            table.setdefault(word.letters, []).append((word.shape, self._characters[word]))
        self._stem_lengths = sorted({len(stem) for stem in self._stems}, reverse=True)
        covered = {word: self._covered(word, known) for word in known}
        # For each role the strings of characters that its phrases can be, with their values.
        self._values: dict[str, dict[str, str]] = {}
        for role, found in phrases.items():
            values = self._values.setdefault(role, {})
            for words, value in found:
                for characters in product(*(covered[word] for word in words)):
                    values.setdefault("".join(characters), value)
        plays: dict[str, set[str]] = {}
        for role, values in self._values.items():
            for symbols in values:
                plays.setdefault(symbols, set()).add(role)
        self._plays = {symbols: frozenset(names) for symbols, names in plays.items()}
        self._uses = Counter(
            character for values in self._values.values() for found in values for character in found
        )
        self._symbol = lru_cache(_CACHED_WORDS)(self._find_symbol)

    def _covered(self, word: _Word, known: Sequence[_Word]) -> list[str]:
        """The characters of all words that a token like `word` may be taken for."""
        same = self._exact.get(word.letters, ())
        if word.stem:
            same = [
                (other.shape, self._characters[other])
                for other in known
                if other.letters.startswith(word.letters)
            ]
        return [character for shape, character in same if _RANKS[word.shape] <= _RANKS[shape]]

    def symbols(self, tokens: Iterable[str]) -> str:
        """One character for each token."""
        return "".join(map(self._symbol, tokens))

    def _find_symbol(self, token: str) -> str:
        if token in MARKS:
            return MARKS[token]
        if token[0].isdecimal():
            return _symbol_of_number(token)
        lower = token.lower()
        for shape, character in self._exact.get(lower, ()):
            if _fits(token, shape):
                return character
        for length in self._stem_lengths:
            for shape, character in self._stems.get(lower[:length], ()):
                if _fits(token, shape):
                    return character
        return CAPITALISED if token[0].isupper() else WORD

    def value(self, role: str, symbols: str) -> str:
        """What a phrase of a role stands for; empty when it is none of the role's phrases."""
        return self._values.get(role, {}).get(symbols, "")

    def has(self, role: str, symbols: str) -> bool:
        """Whether the symbols are one phrase of a role."""
        return symbols in self._values.get(role, {})

    def plays(self, symbols: str) -> frozenset[str]:
        """All roles of which the symbols are one phrase."""
        return self._plays.get(symbols, _NO_ROLES)

    def starts(self, roles: Iterable[str]) -> str:
        """The first characters of all phrases of some roles, as the inside of a class."""
        return _ranges("".join(sorted({found[0] for role in roles for found in self._values.get(role, {})})))

    def singles(self, role: str) -> str:
        """The characters of the phrases of one word of a role, as the inside of a class."""
        return _ranges("".join(sorted(found for found in self._values.get(role, {}) if len(found) == 1)))

    def cores(self, roles: Iterable[str]) -> str:
        """Characters of which every phrase of some roles has one, as few as can be, as the inside of a class."""
        phrases = {found for role in roles for found in self._values.get(role, {})}
        cores = {found for found in phrases if len(found) == 1}
        for found in sorted(phrases, key=lambda found: (len(found), found)):
            if cores.isdisjoint(found):
                cores.add(min(found, key=lambda character: (self._uses[character], character)))
        return _ranges("".join(sorted(cores)))

    def compile(self, template: str) -> str:
        """A pattern over symbols from a template with roles in angle brackets."""
        return re.sub(r"(?<!\(\?P)(?<!\(\?)<([a-z_]+)>", lambda found: self._alternatives(found[1]), template)

    def _alternatives(self, role: str) -> str:
        found = self._values.get(role, {})
        singles = "".join(sorted(symbols for symbols in found if len(symbols) == 1))
        longer = sorted((symbols for symbols in found if len(symbols) > 1), key=lambda s: (-len(s), s))
        branches = [*longer, *([f"[{_ranges(singles)}]"] if singles else [])]
        # A language without such words has a pattern that matches nothing there.
        return f"(?:{'|'.join(branches)})" if branches else "(?!)"


def _ranges(characters: str) -> str:
    """Ordered characters as the inside of a class, runs of them as ranges."""
    runs: list[list[str]] = []
    for character in characters:
        if runs and ord(character) == ord(runs[-1][1]) + 1:
            runs[-1][1] = character
        else:
            runs.append([character, character])
    return "".join(first if first == last else f"{first}-{last}" for first, last in runs)


def _words_of(phrase: str) -> tuple[_Word, ...]:
    return tuple(
        _Word(found.rstrip("*").lower(), found.endswith("*"), _shape_of(found))
        for found in re.findall(r"[^\W\d_]+\*?", phrase)
    )


def _shape_of(word: str) -> str:
    if word.rstrip("*").isupper():
        return "capitals"
    return "capitalised" if word[0].isupper() else ""


def _fits(token: str, shape: str) -> bool:
    if shape == "capitals":
        return token.isupper()
    return shape == "" or token[0].isupper()


def _symbol_of_number(token: str) -> str:
    if not token.isascii():
        return NUMBER
    if not token.isdigit():
        parts = _NUMERIC_DATE.fullmatch(token)
        return NUMERIC_DATE if parts and int(parts[1]) <= 31 and int(parts[2]) <= 12 else NUMBER
    if len(token) == 4 and _FIRST_YEAR <= int(token) <= _LAST_YEAR:
        return ROUND_YEAR if int(token) % 100 == 0 else YEAR
    if len(token) > 2:
        return NUMBER
    return SMALL if 1 <= int(token) <= 31 else TWO_DIGITS
