"""Who states a figure, about whom, how it was converted and how to cite it, in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from figures.normalise.convert import convert
from figures.normalise.rates import ecb_rates
from figures.records import Figure
from figures.wording.amounts import amount, amounts, bounded, period
from figures.wording.numbers import day, is_currency, money, number, phrases, span, terms

_CONVERTED_DIGITS = 4
_RATE_DIGITS = 5


def label(name: str, word: str) -> str:
    """A word of a vocabulary as a reader knows it; several parties keep their order.

    >>> label("measure", "military_aid"), label("party", "NATO Europe and Canada; Japan"), label("status", "")
    ('Military aid', 'European Allies and Canada, Japan', '')
    """
    known = terms(name)
    return ", ".join(known[part].label if part in known else part for part in word.split("; ") if part)


def stated_day(figure: Figure) -> date | None:
    """The day of the statement, else of the publication."""
    return figure.stated_on or figure.published_on


def subject(figure: Figure) -> str:
    """What the figure is about: measure, actor and recipient.

    >>> subject(Figure(measure="military_aid", actor="NATO Allies", recipient="Ukraine"))
    'Military aid, NATO Allies to Ukraine'
    >>> subject(Figure(measure="people"))
    'People'
    """
    parties = " to ".join(filter(None, (label("party", figure.actor), label("party", figure.recipient))))
    return ", ".join(filter(None, (label("measure", figure.measure), parties)))


def state(figure: Figure, language: str = "en") -> str:
    """How far it has come and for when: "committed, Jan–Jun 2024"."""
    return ", ".join(filter(None, (label("status", figure.status), period(figure, language))))


def stated_by(figure: Figure, language: str = "en") -> str:
    """The speaker of the sentence, else "stated by" its publisher.

    >>> stated_by(Figure(speaker="Mark Rutte", publisher="UNN", origin="extracted"))
    'Mark Rutte, as reported by UNN'
    >>> stated_by(Figure(publisher="Interfax-Ukraine")), stated_by(Figure())
    ('stated by Interfax-Ukraine', '')
    """
    words = phrases(language)["statement"]
    if figure.speaker and figure.publisher and figure.publisher != figure.speaker:
        return words["reported"].format(figure.speaker, figure.publisher)
    if figure.speaker:
        return words["speaker"].format(figure.speaker)
    return words["publisher"].format(figure.publisher) if figure.publisher else ""


def stated_when(figure: Figure, language: str = "en", *, length: str = "long") -> str:
    """The day of the statement, or that it is not known."""
    stated = stated_day(figure)
    return day(stated, language, length=length) if stated else phrases(language)["statement"]["undated"]


def conversions(figure: Figure, language: str = "en") -> tuple[tuple[str, str], ...]:
    """Each converted amount with the step that led to it: rate, days and source.

    >>> from decimal import Decimal as D
    >>> figure = Figure(kind="money", value=D(2), unit="EUR", bound="exact", value_usd=D("2.33"),
    ...     rate_usd=D("1.165"), rate_start=date(2025, 10, 15), rate_end=date(2025, 10, 15))
    >>> conversions(figure)
    (('US$2.33', '1 EUR = 1.165 USD, the ECB reference rate of 15 October 2025'),)
    >>> conversions(Figure(kind="share", value=D(2), unit="%"))
    ()
    """
    if not is_currency(figure.unit):
        return ()
    found = []
    for currency, values, rate in (
        ("USD", (figure.value_usd, figure.low_usd, figure.high_usd), figure.rate_usd),
        ("EUR", (figure.value_eur, figure.low_eur, figure.high_eur), figure.rate_eur),
    ):
        stated = [value for value in values if value is not None]
        if currency == figure.unit or not stated or rate is None:
            continue
        texts = [money(value, currency, language, _CONVERTED_DIGITS) for value in stated]
        bound = phrases(language)["bound"].get(figure.bound, "{0}")
        days = (figure.rate_start, figure.rate_end)
        found.append((bound.format(*texts), _step(figure.unit, currency, rate, days, language)))
    return tuple(found)


def conversion(figure: Figure, currency: str, language: str = "en") -> tuple[str, str]:
    """The amount in any currency with the step that led to it; an empty amount and the reason where there is none.

    >>> from decimal import Decimal as D
    >>> figure = Figure(kind="money", value=D("2e9"), unit="EUR", bound="exact", stated_on=date(2024, 10, 17))
    >>> conversion(figure, "GBP")
    ('£1.669 billion', '1 EUR = 0.83455 GBP, the ECB reference rate of 17 October 2024')
    >>> conversion(figure, "UAH")
    ('', 'no ECB reference rate for UAH on 2024-10-17: the ECB publishes none')
    """
    found = convert(figure, currency, ecb_rates())
    stated = [value for value in (found.value, found.low, found.high) if value is not None]
    if found.rate is None or not stated:
        return "", found.reason
    texts = [money(value, currency, language, _CONVERTED_DIGITS) for value in stated]
    bound = phrases(language)["bound"].get(figure.bound, "{0}")
    days = (found.rate.start, found.rate.end)
    return bound.format(*texts), _step(figure.unit, currency, found.rate.value, days, language)


def _step(
    unit: str, currency: str, rate: Decimal, days: tuple[date | None, date | None], language: str
) -> str:
    words = phrases(language)["step"]
    text = number(rate, language, _RATE_DIGITS)
    start, end = days
    if start and end and start != end:
        return words["rate_mean"].format(unit, text, currency, day(start, language), day(end, language))
    return words["rate_day"].format(unit, text, currency, day(start, language) if start else "")


def annual(figure: Figure, language: str = "en") -> str:
    """The derived yearly value in words, worded as a pace; empty where there is none."""
    if figure.annual_value is None:
        return ""
    if is_currency(figure.unit):
        pace = money(figure.annual_value, figure.unit, language, _CONVERTED_DIGITS)
    else:
        pace = f"{number(figure.annual_value, language, _CONVERTED_DIGITS)} {figure.unit}".strip()
    pace = phrases(language)["per"]["year"].format(pace)
    return phrases(language)["bound"].get(figure.bound, "{0}").format(pace)


def annual_short(figure: Figure, language: str = "en", currency: str = "original") -> str:
    """The derived yearly value for a label in a chart; empty where there is none, or no conversion.

    >>> annual_short(Figure(kind="money", value=Decimal("20.9E9"), unit="EUR", annual_value=Decimal("41.8E9")))
    '€41.8 billion a year, derived'
    """
    value, _, _, unit = amounts(figure, currency)
    if figure.annual_value is None or not figure.value or value is None or not is_currency(unit):
        return ""
    pace = money(figure.annual_value * value / figure.value, unit, language, _CONVERTED_DIGITS)
    return derived(phrases(language)["per"]["year"].format(pace), language)


def derived(amount: str, language: str = "en") -> str:
    """An amount said to be derived.

    >>> derived("€29 billion")
    '€29 billion, derived'
    """
    return phrases(language)["statement"]["derived"].format(amount)


def base_period(figure: Figure, language: str = "en") -> str:
    """The period that a change is measured against; empty where none is stated."""
    return span(figure.base_period_start, figure.base_period_end, language)


def citation(figure: Figure, address: str = "", language: str = "en") -> str:
    """One paragraph to paste into a text: publisher, day, sentence, title, address.

    >>> citation(Figure(publisher="UNN", quote="It is 2%.", title="News", published_on=date(2025, 6, 4)))
    'UNN (4 June 2025): “It is 2%.” News.'
    >>> citation(Figure(publisher="NATO", description="Share in 2014.", url="https://nato.int"), "https://x.org/1")
    'NATO (date not known): Share in 2014. (cited, in our own words) https://nato.int. Figures at Source, https://x.org/1'
    >>> citation(Figure(origin="derived", description="2 × 3 = 6", published_on=date(2025, 6, 4)))
    'Derived from published figures, the newest of 4 June 2025: 2 × 3 = 6.'
    """
    words = phrases(language)["citation"]
    place = "".join(f" {part}." for part in (figure.title, figure.url) if part)
    here = f" Figures at Source, {address}" if address else ""
    said = figure.quote or figure.description
    form = words["quoted" if figure.quote else "derived" if figure.origin == "derived" else "cited"]
    return form.format(figure.publisher, stated_when(figure, language), said, place, here)


def summary(figure: Figure, language: str = "en") -> str:
    """A figure in one line: amount, subject, state.

    >>> summary(Figure(kind="count", value=Decimal(30), unit="F-16 jets", measure="equipment"))
    '30 F-16 jets. Equipment'
    """
    said = bounded(figure, language) or amount(figure, language)
    about = "; ".join(filter(None, (subject(figure), state(figure, language))))
    return ". ".join(filter(None, (said, about)))
