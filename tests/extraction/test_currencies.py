"""Whose money a shared name means, by the countries around it."""

from __future__ import annotations

import pytest

from figures import extract

ROWS = [
    ("method 12: default", "The minister gave $5 million.", ["USD"]),
    ("method 12: Canada", "Canada will give $5 million.", ["CAD"]),
    ("method 12: adjective", "Australian officials pledged $10 million.", ["AUD"]),
    ("sign tells", "Canada will give US$5 million.", ["USD"]),
    ("name tells", "Canada will give 5 million US dollars.", ["USD"]),
    ("method 12: kronor by country", "Sweden gave 16 billion kronor.", ["SEK"]),
    ("method 12: kroner by country", "Norway gave 5 billion kroner.", ["NOK"]),
    ("kr by country", "Denmark paid 10 kr in all.", ["DKK"]),
    ("method 12: kronor alone", "It gave 5 billion kronor.", ["SEK"]),
    ("method 12: kroner alone", "It gave 5 billion kroner.", []),
    ("pounds", "It gave 5 million pounds.", ["GBP"]),
    ("cents", "It costs 50 cents.", ["USD"]),
    ("rubles", "It costs 5 rubles.", ["RUB"]),
    ("hryvnias", "It costs 5 hryvnias.", ["UAH"]),
    ("zlotys", "It costs 5 zlotys.", ["PLN"]),
    ("won", "It costs 5 billion won.", ["KRW"]),
    ("yen", "It costs 5 billion yen.", ["JPY"]),
    ("method 3: exchange rate", "It stood at 41.5 hryvnias to the dollar.", []),
]


@pytest.mark.parametrize(("text", "units"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_currencies(text: str, units: list[str]) -> None:
    assert [claim.unit for claim in extract(text)] == units
