"""Figures in plain English words, for the sentences of findings and derivations."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal

from figures.checks.terms import terms
from figures.normalise.spans import MONTHS_OF_A_YEAR, calendar_year, whole_months
from figures.records import Claim, Figure

_SCALES = ((Decimal("1e12"), "trillion"), (Decimal("1e9"), "billion"), (Decimal("1e6"), "million"))
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_PARTS = {3: "quarter", 6: "half"}
_DIGITS = 6


def amount_words(amount: Decimal, unit: str) -> str:
    """An amount with its unit: trillions, billions and millions in words, at most six digits.

    >>> amount_words(Decimal("20.9e9"), "EUR"), amount_words(Decimal("2.0"), "% of GDP")
    ('EUR 20.9 billion', '2% of GDP')
    >>> amount_words(Decimal(18), "allies"), amount_words(Decimal("-3"), "pp"), amount_words(Decimal(6), "x")
    ('18 allies', '-3 percentage points', '6 times')
    """
    number = _number(amount)
    if unit.startswith("%"):
        return f"{number}{unit}"
    if unit == "pp":
        return f"{number} percentage points"
    if unit == "x":
        return f"{number} times"
    if len(unit) == 3 and unit.isupper():
        return f"{unit} {number}"
    return f"{number} {unit}".rstrip()


def _number(amount: Decimal) -> str:
    scale, word = next(((s, w) for s, w in _SCALES if abs(amount) >= s), (Decimal(1), ""))
    number = amount / scale
    number = Context(prec=max(_DIGITS, number.adjusted() + 1)).plus(number)
    text = format(number, ",f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text} {word}".rstrip()


def value_words(claim: Claim) -> str:
    """A claim's amount with its bound and rate.

    >>> value_words(Claim(value=Decimal("50e9"), unit="EUR", bound="more_than", per="year"))
    'more than EUR 50 billion per year'
    >>> value_words(Claim(low=Decimal(2), high=Decimal(3), unit="%", bound="between"))
    'between 2% and 3%'
    >>> value_words(Claim())
    'no value'
    """
    rate = f" per {claim.per}" if claim.per else ""
    if claim.bound == "between" and claim.low is not None and claim.high is not None:
        return (
            f"between {amount_words(claim.low, claim.unit)} and {amount_words(claim.high, claim.unit)}{rate}"
        )
    if claim.value is None:
        return "no value"
    words = amount_words(claim.value, claim.unit) + rate
    term = terms("bound").get(claim.bound)
    return words if term is None or claim.bound == "exact" else f"{term.label} {words}"


def day_words(day: date | None) -> str:
    """A day in words.

    >>> day_words(date(2024, 6, 12)), day_words(None)
    ('12 June 2024', 'an unknown day')
    """
    return "an unknown day" if day is None else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def period_words(start: date | None, end: date | None) -> str:
    """A period in words, with its preposition; empty where none is stated.

    >>> period_words(date(2024, 1, 1), date(2024, 12, 31)), period_words(date(2024, 1, 1), date(2024, 6, 30))
    ('in 2024', 'in the first half of 2024')
    >>> period_words(date(2014, 1, 1), None), period_words(None, date(2035, 12, 31)), period_words(None, None)
    ('since 1 January 2014', 'by 31 December 2035', '')
    """
    if start is None or end is None:
        if start is not None:
            return f"since {day_words(start)}"
        return f"by {day_words(end)}" if end is not None else ""
    if calendar_year(start, end) is not None:
        return f"in {start.year}"
    if (start.month, start.day) == (1, 1) and (end.month, end.day) == (12, 31):
        return f"from {start.year} to {end.year}"
    months = whole_months(start, end)
    if months == 1:
        return f"in {_MONTHS[start.month - 1]} {start.year}"
    if months in _PARTS and (start.month - 1) % months == 0:
        ordinal = ("first", "second", "third", "fourth")[(start.month - 1) // months]
        return f"in the {ordinal} {_PARTS[months]} of {start.year}"
    if months == MONTHS_OF_A_YEAR:
        return f"in the year from {day_words(start)}"
    return f"from {day_words(start)} to {day_words(end)}"


def topic_words(figure: Claim) -> str:
    """What a figure is about: measure, actor, recipient and period.

    >>> topic_words(Claim(measure="military_aid", actor="Norway", recipient="Ukraine", programme="PURL"))
    'Military aid by Norway for Ukraine (PURL)'
    >>> topic_words(Claim(measure="allies_at_guideline", actor="NATO Allies", period_end=date(2024, 12, 31)))
    'Allies at the guideline, NATO Allies, by 31 December 2024'
    """
    term = terms("measure").get(figure.measure)
    words = term.label if term else "Amount"
    actor, recipient = _party(figure.actor), _party(figure.recipient)
    if actor:
        words += f" by {actor}" if recipient else f", {actor}"
    if recipient:
        words += f" for {recipient}"
    if figure.programme:
        words += f" ({figure.programme})"
    period = period_words(figure.period_start, figure.period_end)
    return words + (f" {period}" if recipient or not actor else f", {period}") if period else words


def _party(names: str) -> str:
    """Parties by their labels, several joined by commas."""
    known = terms("party")
    parties = [known[name].label if name in known else name for name in names.split("; ")]
    return ", ".join(filter(None, parties))


def voice_words(figure: Figure) -> str:
    """Who states a figure, and on which day.

    >>> voice_words(Figure(publisher="NATO", published_on=date(2024, 6, 12)))
    'NATO, 12 June 2024'
    """
    who = figure.speaker or figure.publisher or figure.source_id or "unknown"
    return f"{who}, {day_words(figure.stated_on or figure.published_on)}"
