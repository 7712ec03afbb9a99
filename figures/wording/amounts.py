"""The amount and the period of a figure in words."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from babel.numbers import get_currency_name

from figures.normalise.convert import Conversion, convert
from figures.normalise.rates import ecb_rates
from figures.records import Figure
from figures.wording.numbers import is_currency, locale_of, money, number, phrases, span, terms

# Digits of an amount in a chart's label, where a conversion or a table's exactness gives more.
_LABEL_DIGITS = 4
_KEPT_CONVERSIONS = 20_000


def amount(figure: Figure, language: str = "en") -> str:
    """The amount as stated, without its bound; empty where the figure has none.

    >>> amount(Figure(kind="money", value=Decimal("485E9"), unit="USD", bound="exact"))
    '485 billion US dollars'
    >>> amount(Figure(kind="share", value=Decimal("3.5"), unit="% of GDP"))
    '3.5% of GDP'
    >>> amount(Figure(kind="count", value=Decimal(30), unit="F-16 jets"))
    '30 F-16 jets'
    >>> amount(Figure())
    ''
    """
    if figure.value is None:
        return ""
    return _in_unit(number(figure.value, language), figure.value, figure, language)


def bounded(figure: Figure, language: str = "en") -> str:
    """The amount with its bound, as it would be said.

    >>> bounded(Figure(kind="money", value=Decimal("7E11"), unit="USD", bound="more_than"))
    'more than 700 billion US dollars'
    >>> bounded(Figure(low=Decimal("1.5E9"), high=Decimal("2E9"), unit="EUR", kind="money", bound="between"))
    'between 1.5 billion and 2 billion euros'
    >>> bounded(Figure(kind="change", value=Decimal(-3), unit="%", bound="at_least", base="output"))
    'at least -3% of output'
    """
    words = phrases(language)["bound"]
    if figure.low is not None and figure.high is not None:
        span = words["between"].format(number(figure.low, language), number(figure.high, language))
        return _in_unit(span, figure.high, figure, language)
    stated = amount(figure, language)
    return words.get(figure.bound, "{0}").format(stated) if stated else ""


def short(figure: Figure, language: str = "en", currency: str = "original") -> str:
    """The amount with its bound's sign, for a label in a chart; converted where `currency` asks.

    >>> figure = Figure(kind="money", value=Decimal("40E9"), unit="EUR", bound="at_least", per="year")
    >>> short(figure).split()
    ['≥', '€40', 'billion', 'a', 'year']
    >>> short(Figure(kind="share", value=Decimal(2), unit="% of GDP", bound="exact"))
    '2%'
    """
    value, low, high, unit = amounts(figure, currency)
    stated = [one for one in (value, low, high) if one is not None]
    exact = unit == figure.unit and all(
        len(one.normalize().as_tuple().digits) <= _LABEL_DIGITS for one in stated
    )
    digits = None if exact else _LABEL_DIGITS
    symbol = terms("bound")[figure.bound].extra.get("symbol", "") if figure.bound else ""
    if low is not None and high is not None:
        text = phrases(language)["period"]["span"].format(
            _short(low, figure, unit, language, digits), _short(high, figure, unit, language, digits)
        )
    elif value is not None:
        text = _short(value, figure, unit, language, digits)
    else:
        return ""
    if figure.per:
        text = phrases(language)["per"].get(figure.per, "{0}").format(text)
    return f"{symbol}\u2009{text}" if symbol and low is None else text


def amounts(
    figure: Figure, currency: str = "original"
) -> tuple[Decimal | None, Decimal | None, Decimal | None, str]:
    """Value, low, high and unit in the currency asked for; all empty where there is no conversion.

    What is no money is the same in every currency.

    >>> amounts(Figure(kind="money", value=Decimal(5), unit="EUR"), "USD")
    (None, None, None, 'USD')
    >>> amounts(Figure(kind="share", value=Decimal(5), unit="%"), "USD")
    (Decimal('5'), None, None, '%')
    >>> from datetime import date
    >>> amounts(Figure(kind="money", value=Decimal(5), unit="EUR", stated_on=date(2024, 10, 17)), "GBP")
    (Decimal('4.17'), None, None, 'GBP')
    """
    if currency in ("original", figure.unit) or not is_currency(figure.unit):
        return figure.value, figure.low, figure.high, figure.unit
    if currency == "USD":
        return figure.value_usd, figure.low_usd, figure.high_usd, currency
    if currency == "EUR":
        return figure.value_eur, figure.low_eur, figure.high_eur, currency
    found = _converted(figure, currency)
    return found.value, found.low, found.high, currency


@lru_cache(_KEPT_CONVERSIONS)
def _converted(figure: Figure, currency: str) -> Conversion:
    """A conversion into a currency that figures do not carry, kept since every page asks again."""
    return convert(figure, currency, ecb_rates())


def period(figure: Figure, language: str = "en") -> str:
    """The period of a figure; its own words where it has no dates, empty where it states none.

    >>> from datetime import date
    >>> period(Figure(period_start=date(2024, 1, 1), period_end=date(2024, 12, 31)))
    '2024'
    >>> period(Figure(period_start=date(2024, 1, 1), period_end=date(2024, 6, 30)))
    'Jan–Jun 2024'
    >>> period(Figure(period_start=date(2014, 1, 1))), period(Figure(period_end=date(2035, 12, 31)))
    ('since 2014', 'by 2035')
    >>> period(Figure(period_text="within a year")), period(Figure())
    ('within a year', '')
    """
    return span(figure.period_start, figure.period_end, language) or figure.period_text


def _in_unit(text: str, count: Decimal, figure: Figure, language: str) -> str:
    """An amount's text with its unit, in words."""
    units, unit = phrases(language)["unit"], figure.unit
    if is_currency(unit):
        words = f"{text} {get_currency_name(unit, count=count, locale=locale_of(language))}"
    elif unit in ("%", "% of GDP"):
        percent = locale_of(language).percent_formats[None].pattern.lstrip("#,0. ")
        words = f"{text}{percent.replace('%', locale_of(language).number_symbols['latn']['percentSign'])}"
        if unit == "% of GDP":
            words = units["gdp"].format(words)
        elif figure.base:
            words = units["of"].format(words, figure.base)
    elif unit == "pp":
        words = units["pp"].format(text)
    elif unit == "x":
        words = units["multiple"].format(text)
    elif figure.kind == "index":
        words = units["index"].format(text, unit)
    else:
        words = units["count"].format(text, unit).strip()
    return phrases(language)["per"].get(figure.per, "{0}").format(words)


def _short(value: Decimal, figure: Figure, unit: str, language: str, digits: int | None) -> str:
    if is_currency(unit):
        return money(value, unit, language, digits)
    text = number(value, language)
    if unit in ("%", "% of GDP"):
        sign = "+" if figure.kind == "change" and value > 0 else ""
        return f"{sign}{text}%"
    if unit == "x":
        return f"{text}×"
    if figure.kind == "index":
        return text
    return f"{text} {unit}".strip()
