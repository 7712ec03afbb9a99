"""Figures in words: what must never be lost, and what each language writes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures import wording
from figures.records import Figure
from figures.wording.numbers import phrases

EUR: dict[str, Any] = {"kind": "money", "unit": "EUR"}
USD: dict[str, Any] = {"kind": "money", "unit": "USD"}
SHARE: dict[str, Any] = {"kind": "share", "unit": "% of GDP"}
CHANGE: dict[str, Any] = {"kind": "change", "unit": "%"}

BOUNDED = [
    ({**USD, "value": D("485E9"), "bound": "exact"}, "485 billion US dollars"),
    ({**USD, "value": D("1.5E9"), "bound": "exact"}, "1.5 billion US dollars"),
    ({**USD, "value": D("7E11"), "bound": "more_than"}, "more than 700 billion US dollars"),
    ({**EUR, "value": D("40E9"), "bound": "at_least"}, "at least 40 billion euros"),
    ({**EUR, "value": D("40E9"), "bound": "exact", "per": "year"}, "40 billion euros a year"),
    ({**EUR, "value": D("50E9"), "bound": "at_most"}, "up to 50 billion euros"),
    ({**EUR, "value": D("12.006628E9"), "bound": "exact"}, "12.006628 billion euros"),
    ({**EUR, "value": D("1000000"), "bound": "exact"}, "1 million euros"),
    ({**EUR, "value": D("999999"), "bound": "exact"}, "999,999 euros"),
    ({**EUR, "low": D("1.5E9"), "high": D("2E9"), "bound": "between"}, "between 1.5 billion and 2 billion euros"),
    ({**SHARE, "value": D("3.5"), "bound": "exact"}, "3.5% of GDP"),
    ({**CHANGE, "value": D(20), "bound": "nearly"}, "nearly 20%"),
    ({**CHANGE, "value": D("-3.10"), "bound": "about"}, "about -3.1%"),
    ({"kind": "share", "unit": "%", "value": D(50), "bound": "more_than", "base": "the aid"}, "more than 50% of the aid"),
    ({"kind": "change", "unit": "pp", "value": D("0.5"), "bound": "exact"}, "0.5 percentage points"),
    ({"kind": "count", "unit": "F-16 jets", "value": D(30), "bound": "exact"}, "30 F-16 jets"),
    ({"kind": "count", "unit": "citizens", "value": D("1E9"), "bound": "exact"}, "1 billion citizens"),
    ({"kind": "multiple", "unit": "x", "value": D(2), "bound": "exact"}, "2 times"),
    ({"kind": "index", "unit": "2017=100", "value": D("96.42"), "bound": "exact"}, "96.42 (2017=100)"),
    ({"kind": "money", "unit": "EUR"}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "words"), BOUNDED, ids=[words or "no amount" for _, words in BOUNDED])
def test_amount_with_its_bound(fields: dict[str, Any], words: str) -> None:
    assert wording.bounded(Figure(**fields)) == words


SHORT = [
    ({**USD, "value": D("485E9"), "bound": "exact"}, "original", "US$485 billion"),
    ({**EUR, "value": D("40E9"), "bound": "at_least"}, "original", "≥\u2009€40 billion"),
    ({**EUR, "value": D("7.794256E9"), "bound": "exact"}, "original", "€7.794 billion"),
    ({**EUR, "value": D("2E9"), "value_usd": D("2330912345"), "bound": "exact"}, "USD", "US$2.331 billion"),
    ({**EUR, "value": D("2E9"), "bound": "exact"}, "USD", ""),
    ({**EUR, "low": D("1E9"), "high": D("2E9"), "bound": "between"}, "original", "€1 billion–€2 billion"),
    ({**CHANGE, "value": D("18.6"), "bound": "exact"}, "USD", "+18.6%"),
    ({**CHANGE, "value": D("-0.3"), "bound": "exact"}, "original", "-0.3%"),
    ({**SHARE, "value": D(2), "bound": "exact"}, "original", "2%"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "currency", "words"), SHORT)
def test_label(fields: dict[str, Any], currency: str, words: str) -> None:
    assert wording.short(Figure(**fields), "en", currency) == words


@given(
    st.integers(1, 10**15),
    st.integers(0, 9),
    st.sampled_from(["en", "uk", "de", "fr", "pl", "sv"]),
)
def test_a_number_keeps_all_its_digits(whole: int, places: int, language: str) -> None:
    amount = D(whole).scaleb(-places)
    written = wording.number(amount, language)
    digits = "".join(letter for letter in written if letter.isdigit()).strip("0")
    assert digits == "".join(map(str, amount.normalize().as_tuple().digits)).strip("0")


LANGUAGES = [
    ("uk", D("485E9"), "USD", "485 мільярдів USD"),
    ("de", D("20.9E9"), "EUR", "20,9 Milliarden €"),
    ("fr", D("1.5E9"), "EUR", "1,5 milliard €"),
    ("en", D("62.7E9"), "CAD", "CA$62.7 billion"),
]


@pytest.mark.parametrize(("language", "amount", "currency", "words"), LANGUAGES)
def test_money_in_other_languages(language: str, amount: D, currency: str, words: str) -> None:
    assert " ".join(wording.money(amount, currency, language).split()) == words


PERIODS = [
    (date(2024, 1, 1), date(2024, 12, 31), "2024"),
    (date(2024, 1, 1), date(2026, 12, 31), "2024–2026"),
    (date(2024, 1, 1), date(2024, 6, 30), "Jan–Jun 2024"),
    (date(2025, 4, 1), date(2026, 3, 31), "Apr 2025 – Mar 2026"),
    (date(2024, 10, 1), date(2024, 10, 31), "Oct 2024"),
    (date(2023, 1, 16), date(2023, 2, 24), "16 Jan–24 Feb 2023"),
    (date(2024, 6, 12), date(2024, 6, 12), "12 Jun 2024"),
    (date(2014, 1, 1), None, "since 2014"),
    (date(2022, 2, 1), None, "since Feb 2022"),
    (None, date(2035, 12, 31), "by 2035"),
    (None, date(2025, 8, 14), "by 14 Aug 2025"),
    (None, None, ""),
]


@pytest.mark.parametrize(("start", "end", "words"), PERIODS)
def test_period(start: date | None, end: date | None, words: str) -> None:
    assert wording.span(start, end) == words


STATED = [
    ({"speaker": "Mark Rutte", "publisher": "UNN"}, "Mark Rutte, as reported by UNN"),
    ({"speaker": "NATO", "publisher": "NATO"}, "NATO"),
    ({"publisher": "Interfax-Ukraine"}, "stated by Interfax-Ukraine"),
    ({}, ""),
]


@pytest.mark.parametrize(("fields", "words"), STATED)
def test_who_states_it(fields: dict[str, str], words: str) -> None:
    assert wording.stated_by(Figure(**fields)) == words  # type: ignore[arg-type]


def test_conversion_by_a_mean_names_both_ends() -> None:
    figure = Figure(
        **USD, value=D("485E9"), bound="exact", value_eur=D("448091111111"), rate_eur=D("0.9238992"),
        rate_start=date(2024, 1, 2), rate_end=date(2024, 12, 31),
    )  # fmt: skip
    assert wording.conversions(figure) == (
        (
            "€448.1 billion",
            "1 USD = 0.9239 EUR, the mean of the ECB reference rates from 2 January 2024 to 31 December 2024",
        ),
    )


def test_a_bound_survives_conversion() -> None:
    figure = Figure(
        **EUR, value=D("1E9"), bound="more_than", value_usd=D("1.08E9"), rate_usd=D("1.08"), rate_start=date(2024, 6, 12)
    )  # fmt: skip
    assert wording.conversions(figure)[0][0] == "more than US$1.08 billion"


def test_a_language_without_words_of_its_own_has_those_of_english() -> None:
    assert phrases("xx") == phrases("en")
