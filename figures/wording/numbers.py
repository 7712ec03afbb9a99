"""Numbers, money, days and spans of days as a language writes them, through Babel.

Amounts are `Decimal` and keep all digits that were stated: "1.5 billion" never becomes "2 billion".
A *language* is what a query asks for (``"en"``); it stands for one CLDR locale.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from babel import Locale
from babel.dates import format_date, format_interval
from babel.numbers import (
    format_compact_decimal,
    format_decimal,
    get_currency_name,
    get_currency_symbol,
    parse_pattern,
)

from figures.vocabularies import data_folder, vocabulary

# The project spells as Europe does: "defence", "12 February 2025".
_LOCALES = MappingProxyType({"en": "en_GB"})
_COMPACT_FROM = Decimal(1_000_000)
_NO_BREAK = "\u00a0"
_KEPT = 8_192  # texts of numbers, since every chart writes the same ones again


@cache
def locale_of(language: str) -> Locale:
    """The CLDR locale of a language; raises `babel.UnknownLocaleError` for one that CLDR lacks.

    >>> str(locale_of("en")), str(locale_of("uk"))
    ('en_GB', 'uk')
    """
    return Locale.parse(_LOCALES.get(language, language))


terms = cache(vocabulary)


@cache
def phrases(language: str) -> Mapping[str, Mapping[str, str]]:
    """The words of `data/locales/<language>.toml`; those of English where there is no such file."""
    folder = data_folder() / "locales"
    file = folder / f"{language}.toml"
    path = file if file.is_file() else folder / "en.toml"
    return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))


@lru_cache(_KEPT)
def number(amount: Decimal, language: str = "en", digits: int | None = None) -> str:
    """An amount in words or digits, with every digit that it has, or rounded to significant `digits`.

    >>> number(Decimal("1.5E9")), number(Decimal("12.006628E9")), number(Decimal("0.5"))
    ('1.5 billion', '12.006628 billion', '0.5')
    >>> number(Decimal("485E9"), "uk"), number(Decimal(12000)), number(Decimal("-3.10"))
    ('485 мільярдів', '12,000', '-3.1')
    >>> number(Decimal("22650931234.5"), digits=4)
    '22.65 billion'
    """
    amount = _rounded(amount, digits) if digits else amount
    locale = locale_of(language)
    if abs(amount) < _COMPACT_FROM:
        return str(format_decimal(amount, locale=locale, decimal_quantization=False))
    power = min(12, (amount.adjusted() // 3) * 3)
    places = _places(amount.scaleb(-power))
    # A float would get the wrong plural in some languages, whatever Babel's annotation says.
    exact: Any = amount
    return format_compact_decimal(exact, format_type="long", locale=locale, fraction_digits=places)


def money(amount: Decimal, currency: str, language: str = "en", digits: int | None = None) -> str:
    """An amount of money with its symbol, as short as CLDR writes it without losing a digit.

    >>> money(Decimal("20.9E9"), "EUR"), money(Decimal("485E9"), "USD")
    ('€20.9 billion', 'US$485 billion')
    >>> money(Decimal("20.9E9"), "EUR", "de").split(), money(Decimal("-16E9"), "SEK").split()
    (['20,9', 'Milliarden', '€'], ['-SEK', '16', 'billion'])
    """
    locale = locale_of(language)
    pattern = parse_pattern(locale.currency_formats["standard"].pattern)
    symbol = get_currency_symbol(currency, locale)
    before, after = (part.replace("¤", symbol) for part in (pattern.prefix[0], pattern.suffix[0]))
    # CLDR parts a symbol that ends in a letter from its digits.
    gap = _NO_BREAK if before and before[-1].isalpha() else ""
    sign = "-" if amount < 0 else ""
    return f"{sign}{before}{gap}{number(abs(amount), language, digits)}{after}"


def is_currency(unit: str) -> bool:
    """Whether a unit is an ISO 4217 code.

    >>> is_currency("EUR"), is_currency("pp"), is_currency("% of GDP")
    (True, False, False)
    """
    return len(unit) == 3 and unit.isascii() and unit.isupper()


def day(value: date, language: str = "en", *, length: str = "long") -> str:
    """A day as the language writes it.

    >>> day(date(2025, 2, 12)), day(date(2025, 2, 12), length="medium")
    ('12 February 2025', '12 Feb 2025')
    """
    return format_date(value, length, locale=locale_of(language))


def span(start: date | None, end: date | None, language: str = "en") -> str:
    """A span of days, as short as its ends allow: whole years, whole months, else days.

    >>> span(date(2022, 2, 1), date(2025, 10, 31)), span(date(2022, 1, 1), date(2024, 12, 31))
    ('Feb 2022 – Oct 2025', '2022–2024')
    >>> span(date(2025, 8, 14), None), span(None, None)
    ('since 14 Aug 2025', '')
    """
    words = phrases(language)["period"]
    if start and not end:
        return words["since"].format(_edge(start, language, first=True))
    if end and not start:
        return words["by"].format(_edge(end, language, first=False))
    if not (start and end):
        return ""
    if _edge(start, language, first=True).isdigit() and _edge(end, language, first=False).isdigit():
        return str(start.year) if start.year == end.year else words["span"].format(start.year, end.year)
    whole_months = start.day == 1 and (end + timedelta(days=1)).day == 1
    text = format_interval(start, end, "yMMM" if whole_months else "yMMMd", locale=locale_of(language))
    # CLDR sets thin spaces around the dash of an interval; they would break lines oddly.
    spaced = text.replace("\u2009", " ")
    return spaced.replace(" – ", "–") if start.year == end.year else spaced


def _edge(value: date, language: str, *, first: bool) -> str:
    """One end of a period: its year or month where the day is the first (or last) of it."""
    if (value.month, value.day) == ((1, 1) if first else (12, 31)):
        return str(value.year)
    if value.day == 1 if first else (value + timedelta(days=1)).day == 1:
        return format_date(value, "MMM y", locale=locale_of(language))
    return day(value, language, length="medium")


def _places(mantissa: Decimal) -> int:
    """How many digits an amount has behind its point."""
    exponent = mantissa.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _rounded(amount: Decimal, digits: int) -> Decimal:
    """An amount to so many significant digits."""
    if not amount:
        return amount
    return amount.quantize(Decimal((0, (1,), amount.adjusted() - digits + 1))).normalize()


def count(amount: int, language: str = "en") -> str:
    """A whole number with its separators.

    >>> count(10000)
    '10,000'
    """
    return str(format_decimal(amount, locale=locale_of(language)))


def currency_name(currency: str, language: str = "en") -> str:
    """The name of a currency as it follows a large number; the code itself where CLDR has no name.

    >>> currency_name("USD"), currency_name("XQQ")
    ('US dollars', 'XQQ')
    """
    return str(get_currency_name(currency, count=Decimal(1_000_000_000), locale=locale_of(language)))
