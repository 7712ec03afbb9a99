"""Single numbers with the scale and unit beside them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figures.extraction.numbers.items import Items, plain
from figures.lexicon import lexicon

ITEMS = Items(lexicon("en"))

# Where each row comes from, text, items as (text, value, unit); a bare number has no unit.
READ = [
    ("issue: sign glued", "€9bn", [("€9bn", "9e9", "EUR")]),
    ("issue: code apart", "EUR 20.9 bn", [("EUR 20.9 bn", "20.9e9", "EUR")]),
    ("issue: code glued", "USD34.6 million", [("USD34.6 million", "34.6e6", "USD")]),
    ("issue: short scale", "USD10m", [("USD10m", "10e6", "USD")]),
    ("code with its scale before", "MEUR 2.5", [("MEUR 2.5", "2.5e6", "EUR")]),
    ("code with its scale behind", "2.5 MUSD", [("2.5 MUSD", "2.5e6", "USD")]),
    ("small letters before the sign", "hk $ 10", [("hk $ 10", "10", "HKD")]),
    ("issue: US$ apart", "US$ 5", [("US$ 5", "5", "USD")]),
    ("issue: $US", "$US5", [("$US5", "5", "USD")]),
    ("issue: C$", "C$2 billion", [("C$2 billion", "2e9", "CAD")]),
    ("issue: name behind", "1.4bn euros", [("1.4bn euros", "1.4e9", "EUR")]),
    ("issue: krona by code", "SEK 16 billion", [("SEK 16 billion", "16e9", "SEK")]),
    ("issue: hyphens", "a 500-million-euro loan", [("500-million-euro", "500e6", "EUR")]),
    ("issue: sign and hyphen", "a $2-billion package", [("$2-billion", "2e9", "$")]),
    ("method 7: country inside", "485 billion US dollars", [("485 billion US dollars", "485e9", "USD")]),
    (
        "method 7: adjective inside",
        "700 billion additional US dollars",
        [("700 billion additional US dollars", "700e9", "USD")],
    ),
    ("method 11: cents", "50 cents", [("50 cents", "0.5", "¢")]),
    ("method 11: pence", "3 pence", [("3 pence", "0.03", "GBP")]),
    ("method 11: basis points", "50 basis points", [("50 basis points", "0.5", "pp")]),
    ("method 15: times", "five times as much", [("five times", "5", "x")]),
    ("method 16: points", "1.5 percentage points", [("1.5 percentage points", "1.5", "pp")]),
    ("sign behind", "5 €", [("5 €", "5", "EUR")]),
    ("letters behind", "10 zł", [("10 zł", "10", "PLN")]),
    ("pence and pounds", "£1.5tn", [("£1.5tn", "1.5e12", "GBP")]),
    ("crore", "Rs 5 crore", [("Rs 5 crore", "50e6", "rupee")]),
    ("lakh", "5 lakh rupees", [("5 lakh rupees", "500e3", "rupee")]),
    ("decimal point first", "$.5 million", [("$.5 million", "500e3", "$")]),
    ("fraction sign", "½ billion dollars", [("½ billion dollars", "0.5e9", "$")]),
    ("line break", "20\nbillion euros", [("20\nbillion euros", "20e9", "EUR")]),
    ("no-break spaces", "20\xa0billion\u202feuros", [("20\xa0billion\u202feuros", "20e9", "EUR")]),
    ("soft hyphen", "20 bil\xadlion euros", [("20 bil\xadlion euros", "20e9", "EUR")]),
    ("words", "twenty-five billion euros", [("twenty-five billion euros", "25e9", "EUR")]),
    ("an article", "a billion dollars", [("a billion dollars", "1e9", "$")]),
    ("half of a scale", "half a billion euros", [("half a billion euros", "0.5e9", "EUR")]),
    (
        "quarter of a scale",
        "a quarter of a billion euros",
        [("a quarter of a billion euros", "0.25e9", "EUR")],
    ),
    ("article and points", "rose a percentage point", [("a percentage point", "1", "pp")]),
    ("per mille", "5 ‰", [("5 ‰", "0.5", "%")]),
    ("scraping: word before", "word5%", [("5%", "5", "%")]),
    ("scraping: word behind", "5bnThe", [("5bn", "5e9", "")]),
    ("minus", "fell -5%", [("5%", "-5", "%")]),
    ("unit of the sign wins", "$5 per cent", [("$5", "5", "$")]),
    ("slash of two amounts", "$5M/€4.6M", [("$5M", "5e6", "$"), ("€4.6M", "4.6e6", "EUR")]),
    ("next sign behind a hyphen", "EUR 5-EUR 8", [("EUR 5", "5", "EUR"), ("EUR 8", "8", "EUR")]),
    ("bare number", "5 and", [("5", "5", "")]),
    ("m alone is metres", "5 m wide", [("5", "5", "")]),
    ("k of money", "€5k", [("€5k", "5000", "EUR")]),
    ("no code of money", "ALL 5", [("5", "5", "")]),
]
NOTHING = [
    ("issue: OCR", "l billion"), ("issue: OCR per cent", "1O%"), ("method 2: no number", "billions of euros"),
    ("method 2: several", "several billion euros"), ("method 3: F-16", "F-16"), ("method 3: PAC-3", "PAC-3"),
    ("method 3: G7", "G7"), ("method 3: brigade", "5th Brigade"), ("method 3: 24/7", "24/7"),
    ("method 3: COVID", "COVID-19"), ("method 3: calibre", "155 mm"), ("method 3: span", "five years"),
    ("method 3: time of day", "12:30"), ("method 3: version", "1.2.3"), ("method 3: address", "10.0.0.1"),
    ("method 3: list mark", "#5"),
    ("no number", "A percentage of the fund"), ("rate of exchange", "€/$ 1.08 on"), ("letters", "bn5"), ("hostile: stood still", " .1.2"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_items_are_read(text: str, wanted: list[tuple[str, str, str]]) -> None:
    found = [
        (text[item.start : item.end], item.value, item.unit.code if item.unit else "")
        for item in ITEMS.find(text)
    ]
    assert found == [(exact, Decimal(value), unit) for exact, value, unit in wanted]


@pytest.mark.parametrize("text", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_nothing_is_read(text: str) -> None:
    found = [item for item in ITEMS.find(text) if item.unit is not None or item.scale is not None]
    assert found == []


def test_of_a_long_table_the_end_is_read() -> None:
    text = "5 " * 500 + "%"
    found = ITEMS.find(text)
    assert 0 < len(found) < 50
    assert found[-1].unit is not None
    assert text[found[-1].start : found[-1].end] == "5 %"


def test_short_rows_are_read_whole() -> None:
    assert len(ITEMS.find("5, " * 20 + "and 5 per cent")) == 21


@pytest.mark.parametrize(
    ("value", "written"), [("20.0", "20"), ("20900000000.0", "20900000000"), ("0.50", "0.50")]
)
def test_whole_amounts_have_no_decimals(value: str, written: str) -> None:
    assert str(plain(Decimal(value))) == written
