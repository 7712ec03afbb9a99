"""No pattern of extraction can backtrack without end.

All patterns that the package compiles, with its tables of every language, are parsed as the regex
engine parses them. Refused are unbounded repeats inside unbounded repeats, and unbounded repeats
that follow one another over the same characters, unless one of the two never gives back what it
took (possessive, atomic).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

# Records the patterns while the package is imported, every reader compiled, and texts are read.
RECORDER = r"""
import json, pkgutil, re, sys
found = {}
compile_ = re._compile
def recorded(pattern, flags):
    module = sys._getframe(2).f_globals.get("__name__", "")
    if module.startswith("figures.") and isinstance(pattern, str):
        found.setdefault((pattern, int(flags)), module)
    return compile_(pattern, flags)
re._compile = recorded
import figures.extraction
from figures.extraction.claims import reader
from figures.lexicon import languages
for module in pkgutil.walk_packages(figures.extraction.__path__, "figures.extraction."):
    __import__(module.name)
for language in languages():
    reader(language).claims("“We gave Ukraine 5% of GDP, or €5 bn, in 2024,” said Mark Rutte. 30 tanks, one in five.")
json.dump([[pattern, flags, module] for (pattern, flags), module in found.items()], sys.stdout)
"""
# One character of each kind that patterns tell apart.
ALPHABET = "aZé5٥½ \t\n\xa0\u202f\xad\u0301_-–—.,;:!?'’\"“”„«»()[]{}<>/\\%€$£&*+=~^#@|•\ud800👍"
_TESTS = {
    op.CATEGORY_DIGIT: str.isdigit,
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    op.CATEGORY_NOT_DIGIT: lambda char: not char.isdigit(),
    op.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    op.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
}
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
# A repeat that may take so many is as bad as one without end.
_ENDLESS = 32
Node = tuple[Any, Any]


def faults(pattern: str, flags: int = 0) -> list[str]:
    """What is wrong with a pattern, in words."""
    return [*_nested(parser.parse(pattern, flags), inside=False), *_in_sequence(parser.parse(pattern, flags))]


def _nested(nodes: Any, *, inside: bool) -> Iterator[str]:
    for kind, value in nodes:
        if kind in _REPEATS and value[1] >= _ENDLESS:
            if inside:
                yield "an unbounded repeat inside an unbounded repeat"
            yield from _nested(value[2], inside=True)
        else:
            fixed = kind in {op.ATOMIC_GROUP, op.POSSESSIVE_REPEAT, op.ASSERT, op.ASSERT_NOT}
            for part in _parts(kind, value):
                yield from _nested(part, inside=inside and not fixed)


def _in_sequence(nodes: Any) -> Iterator[str]:
    """Faults of repeats that stand side by side, with nothing between that must be there."""
    open_: list[set[str]] = []
    for kind, value in nodes:
        for part in _parts(kind, value):
            yield from _in_sequence(part)
        least, _ = _width(kind, value)
        if kind in _REPEATS and value[1] >= _ENDLESS:
            chars = _chars(value[2])
            if any(chars & before for before in open_):
                yield "an unbounded repeat behind another over the same characters"
            open_ = [*open_, chars] if value[0] == 0 else [chars]
        elif least:
            open_ = []


def _parts(kind: Any, value: Any) -> Iterator[Any]:
    """The sequences inside a node."""
    if kind in {*_REPEATS, op.POSSESSIVE_REPEAT}:
        yield value[2]
    elif kind is op.SUBPATTERN:
        yield value[3]
    elif kind is op.ATOMIC_GROUP:
        yield value
    elif kind in {op.ASSERT, op.ASSERT_NOT}:
        yield value[1]
    elif kind is op.BRANCH:
        yield from value[1]
    elif kind is op.GROUPREF_EXISTS:
        yield from (part for part in value[1:] if part is not None)


def _width(kind: Any, value: Any) -> tuple[int, int]:
    if kind in {op.ASSERT, op.ASSERT_NOT, op.AT, op.GROUPREF}:
        return 0, 0
    if kind in {*_REPEATS, op.POSSESSIVE_REPEAT} and value[0] == 0:
        return 0, 1
    widths = [sum(_width(*node)[0] for node in part) for part in _parts(kind, value)]
    return (min(widths), max(widths)) if widths else (1, 1)


def _chars(nodes: Any) -> set[str]:
    """The characters of the alphabet that a sequence may take, taken together."""
    found: set[str] = set()
    for kind, value in nodes:
        if kind is op.LITERAL:
            found.add(chr(value))
        elif kind is op.NOT_LITERAL:
            found.update(set(ALPHABET) - {chr(value)})
        elif kind is op.ANY:
            found.update(ALPHABET)
        elif kind is op.IN:
            found.update(_chars_of_class(value))
        elif kind not in {op.ASSERT, op.ASSERT_NOT, op.AT}:
            for part in _parts(kind, value):
                found |= _chars(part)
    return found


def _chars_of_class(items: list[Node]) -> set[str]:
    found: set[str] = set()
    negated = False
    for kind, value in items:
        if kind is op.NEGATE:
            negated = True
        elif kind is op.LITERAL:
            found.add(chr(value))
        elif kind is op.RANGE:
            found.update(char for char in ALPHABET if value[0] <= ord(char) <= value[1])
        elif kind is op.CATEGORY:
            found.update(filter(_TESTS[value], ALPHABET))
    return set(ALPHABET) - found if negated else found


def _recorded() -> list[tuple[str, int, str]]:
    run = subprocess.run([sys.executable, "-c", RECORDER], capture_output=True, text=True, check=True)
    return [(pattern, flags, module) for pattern, flags, module in json.loads(run.stdout)]


def test_no_pattern_of_extraction_can_explode() -> None:
    patterns = _recorded()
    assert len(patterns) > 40
    assert {"figures.extraction.numbers.numerals", "figures.extraction.periods.patterns"} <= {
        module for _, _, module in patterns
    }
    wrong = [
        f"{module}: {fault}: {pattern[:120]}"
        for pattern, flags, module in patterns
        for fault in faults(pattern, flags)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "pattern",
    [r"(a+)+b", r"(?:a*b*)*", r"(?:[^,]+,?)*;", r"\s*\s*x", r"[a-z]*\w*1", r"\d+[ ]?\d+x", r"(?:x|a+)+?y", r"(\w+\s?)+$",
     r"(?:[a-z]{1,99})+1", r"\w{0,200}[a-z]{0,200}1"],
)  # fmt: skip
def test_a_pattern_that_can_explode_is_seen(pattern: str) -> None:
    assert faults(pattern) != []


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:a++)+b",
        r"(?:ab{1,3})+c",
        r"\s*+\s*x",
        r"[a-z]+ [a-z]+",
        r"(?>a+)+b",
        r"a+b+",
        r"(?:[a-z]+){1,3}",
        "x",
    ],
)
def test_a_safe_pattern_passes(pattern: str) -> None:
    assert re.compile(pattern)
    assert faults(pattern) == []
