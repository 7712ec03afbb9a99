"""Unit phrases: every scale, currency, per cent and multiple that a language can write behind a number."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from figures.lexicon import Lexicon, currency_codes, currency_names

ONE = Decimal(1)
HUNDREDTH = Decimal("0.01")
TENTH = Decimal("0.1")
SHARED_POINTS = "shared points"  # the kind of words that mean points of other things too


class Unit(NamedTuple):
    """A unit: `kind` is scale, money, percent, points, times, fold or span; `factor` multiplies."""

    kind: str
    code: str
    factor: Decimal


def unit_phrases(lexicon: Lexicon) -> Iterator[tuple[str, Unit]]:
    """Every unit phrase of a language; the hand table goes before CLDR."""
    for scale, factor in lexicon.section("scales").items():
        yield scale, Unit("scale", "", Decimal(factor))
    yield "%", Unit("percent", "%", ONE)
    yield "‰", Unit("percent", "%", TENTH)
    percent = lexicon.section("percent")
    for phrase in percent.get("words", ()):
        yield phrase, Unit("percent", "%", ONE)
    for phrase in percent.get("points", ()):
        yield phrase, Unit("points", "pp", ONE)
    for phrase in percent.get("shared_points", ()):
        yield phrase, Unit(SHARED_POINTS, "pp", ONE)
    for phrase in percent.get("basis_points", ()):
        yield phrase, Unit("points", "pp", HUNDREDTH)
    for phrase in percent.get("tenths", ()):
        yield phrase, Unit("points", "pp", TENTH)  # "subió dos décimas"
    for phrase in percent.get("times", ()):
        yield phrase, Unit("times", "x", ONE)
    for phrase in percent.get("folds", ()):
        yield phrase, Unit("fold", "x", ONE)
    for code, phrases in lexicon.section("money", "hundredths").items():
        for phrase in phrases:
            yield phrase, Unit("money", code, HUNDREDTH)
    for code, phrases in lexicon.section("money", "names").items():
        for phrase in phrases:
            yield phrase.lower(), Unit("money", code, ONE)
    for phrase, (code, factor) in lexicon.section("money", "scaled").items():
        yield phrase, Unit("money", code, Decimal(factor))
    for symbol, code in lexicon.section("money", "symbols").items():
        # Words and signs that stand before a number stand behind it too: "5 €", "10 zł".
        if len(symbol) == 1 or symbol.isalpha():
            yield symbol, Unit("money", code, ONE)
    for name, code in currency_names(lexicon.language).items():
        # Behind a number a name of money is one in small letters too.
        yield name.lower(), Unit("money", code, ONE)
    for code in sorted(currency_codes()):
        yield code, Unit("money", code, ONE)
    for code in lexicon.words("money", "lower_codes"):
        yield code, Unit("money", {"rmb": "CNY"}.get(code, code.upper()), ONE)
    for word in lexicon.words("vetoes", "units_after"):
        yield word, Unit("span", "", ONE)
