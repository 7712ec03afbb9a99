"""The tables of every language, and what CLDR adds to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest
from babel import Locale

from figures.errors import LanguageError
from figures.lexicon import UNDETERMINED, currency_codes, currency_names, currency_symbols, languages, lexicon

BOUNDS = {"exact", "about", "nearly", "at_least", "more_than", "at_most", "less_than", "between"}


# A space between groups of digits; a goal with nothing between it and its number.
SPACES_MEANT = {"numerals.groups", "gdp.goal_of"}


def _lists(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, list[Any]]]:
    """Every list of a table with its path."""
    if isinstance(value, Mapping):
        for name, below in value.items():
            yield from _lists(below, (*path, str(name)))
    elif isinstance(value, list):
        yield ".".join(path), value


def test_there_is_a_table_for_english() -> None:
    assert "en" in languages()
    assert lexicon("en").language == "en"


@pytest.mark.parametrize("language", ["tlh", "", "EN/../en", "../lexicon/en", "english", "\0"])
def test_a_language_without_a_table_is_refused(language: str) -> None:
    with pytest.raises(LanguageError, match="no lexicon for language"):
        lexicon(language)


@pytest.mark.parametrize("language", languages())
def test_no_phrase_has_space_around_it_or_is_empty(language: str) -> None:
    wrong = [
        (path, phrase)
        for path, phrases in _lists(lexicon(language).table)
        for phrase in phrases
        if isinstance(phrase, str) and path not in SPACES_MEANT and (not phrase or phrase != phrase.strip())
    ]
    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_no_phrase_has_two_bounds(language: str) -> None:
    for tag in ("bound", "bound_after"):
        phrases = {(phrase, value) for phrase, found, value in lexicon(language).marks() if found == tag}
        assert {value for _, value in phrases} <= BOUNDS
        counts = Counter(phrase for phrase, _ in phrases)
        assert [phrase for phrase, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("language", languages())
def test_scales_and_numbers_are_numbers(language: str) -> None:
    table = lexicon(language)
    for name in ("scales", "number_words", "fractions", "multiples"):
        assert all(Decimal(str(value)).is_finite() for value in table.section(name).values()), name
    assert all(Decimal(str(value)) >= 10 for value in table.section("scales").values())


@pytest.mark.parametrize("language", languages())
def test_names_of_money_have_codes_or_countries(language: str) -> None:
    money = lexicon(language).section("money")
    shared = set(money.get("countries", {}))
    codes = [*money.get("names", {}), *money.get("hundredths", {}), *money.get("symbols", {}).values()]
    assert set(codes) - shared <= set(Locale.parse("en").currencies)


def test_tables_are_read_once_and_shared() -> None:
    assert lexicon("en") is lexicon("en")


def test_nobody_writes_to_a_table() -> None:
    with pytest.raises(TypeError):
        lexicon("en").table["scales"] = {}  # type: ignore[index]


@pytest.mark.parametrize(
    ("language", "decimal"), [("en", "."), ("de", ","), ("fr", ","), ("uk", ","), (UNDETERMINED, ".")]
)
def test_marks_come_from_cldr(language: str, decimal: str) -> None:
    assert lexicon(language).decimal == decimal


@pytest.mark.parametrize(
    ("path", "found"),
    [(("percent", "words"), True), (("percent", "none"), False), (("none", "words"), False), (("percent", "words", "x"), False)],
)  # fmt: skip
def test_what_a_table_lacks_is_empty(path: tuple[str, ...], found: bool) -> None:
    assert bool(lexicon("en").words(*path)) is found


@pytest.mark.parametrize(
    ("name", "code"),
    [("euros", "EUR"), ("US dollars", "USD"), ("Swedish kronor", "SEK"), ("Ukrainian hryvnias", "UAH")],
)  # fmt: skip
def test_names_of_money_of_the_present(name: str, code: str) -> None:
    assert currency_names("en").get(name, "") == code


@pytest.mark.parametrize(("sign", "code"), [("₫", "VND"), ("₪", "ILS"), ("kr", ""), ("zł", "")])
def test_signs_that_stand_for_one_currency(sign: str, code: str) -> None:
    assert currency_symbols("en").get(sign, "") == code


@pytest.mark.parametrize(
    ("code", "known"), [("EUR", True), ("UAH", True), ("ALL", False), ("XXX", False), ("ABC", False)]
)
def test_codes_that_are_words_are_no_money(code: str, known: bool) -> None:
    assert (code in currency_codes()) is known
