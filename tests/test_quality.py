"""Extraction reaches the goals of docs/method.md on the labelled sentences of every language.

The blind sentences were written before any rule, the held-out ones later by people who knew none;
both are scored only as a whole, and each language must reach its goals on them. The goals of the
development sentences are higher, so that a rule once learnt is not lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from figures import extract
from tests.labelled import EXAMPLES, read_examples
from tests.scoring import Score, run

FULL = ("uk", "de", "fr", "pl", "es", "it", "sv")
BASIC = ("ru", "nl", "cs", "pt", "nb", "da")
# Measure, and its least value in English, in languages with full tables, and with basic ones.
GOALS = {
    "F1 of value and unit, any per cent": (0.98, 0.93, 0.88),
    "F1 of value and unit": (0.93, 0.88, 0.88),
    "bound": (0.95, 0.90, 0.88),
    "period": (0.90, 0.85, 0.0),
}
CONTEXT = {"bound not exact": 0.90, "actor": 0.80, "recipient": 0.80, "measure": 0.80, "status": 0.80}
# Passages say who acts in other sentences: the goal is missed there (docs/quality.md), and may not be lost further.
HELD_OUT_CONTEXT = CONTEXT | {"actor": 0.72}


@cache
def score(part: str, language: str) -> Score:
    total = Score()
    files = (
        sorted((EXAMPLES / language).glob("*.jsonl"))
        if part == "dev"
        else [EXAMPLES / part / f"{language}.jsonl"]
    )
    for path in files:
        for outcome in run(read_examples(path), lambda text, code, day: extract(text, code, day)):
            total.add(outcome.score)
    return total


def reached(part: str, language: str) -> dict[str, float]:
    found = score(part, language)
    return {
        "F1 of value and unit, any per cent": found.f1("lenient") or 0.0,
        "F1 of value and unit": found.f1("strict") or 0.0,
        "bound": found.ratio("bound") or 0.0,
        "period": found.ratio("period") or 0.0,
    }


@pytest.mark.parametrize("language", ["en", *FULL, *BASIC])
@pytest.mark.parametrize("part", ["dev", "blind"])
def test_goals(part: str, language: str) -> None:
    column = 0 if language == "en" else 1 if language in FULL else 2
    assert missed(reached(part, language), GOALS, column) == {}


@pytest.mark.parametrize("language", ["en", *FULL])
def test_goals_on_held_out_passages(language: str) -> None:
    assert missed(reached("held_out", language), GOALS, 0 if language == "en" else 1) == {}


def missed(
    values: dict[str, float], goals: Mapping[str, tuple[float, float, float]], column: int
) -> dict[str, float]:
    return {name: round(value, 3) for name, value in values.items() if value < goals[name][column]}


@pytest.mark.parametrize(
    ("part", "goals"), [("dev", CONTEXT), ("blind", CONTEXT), ("held_out", HELD_OUT_CONTEXT)]
)
def test_context_in_english(part: str, goals: Mapping[str, float]) -> None:
    found = score(part, "en")
    below = {name: found.ratio(name) for name, least in goals.items() if (found.ratio(name) or 0) < least}
    assert below == {}


def test_every_language_with_a_table_has_sentences() -> None:
    from figures.lexicon import languages

    assert set(languages()) == {"en", *FULL, *BASIC}
