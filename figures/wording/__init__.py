"""A figure in words, in the reader's language.

`numbers` writes numbers, money and days; `amounts` the amount and period of a figure; `statement`
who says it, the conversions and the citation. The words around the numbers are in `data/locales/`.
"""

from __future__ import annotations

from figures.wording.amounts import amount, amounts, bounded, period, short
from figures.wording.numbers import count, currency_name, day, is_currency, locale_of, money, number, span
from figures.wording.statement import (
    annual,
    annual_short,
    base_period,
    citation,
    conversion,
    conversions,
    derived,
    label,
    state,
    stated_by,
    stated_day,
    stated_when,
    subject,
    summary,
)

__all__ = [
    "amount",
    "amounts",
    "annual",
    "annual_short",
    "base_period",
    "bounded",
    "citation",
    "conversion",
    "conversions",
    "count",
    "currency_name",
    "day",
    "derived",
    "is_currency",
    "label",
    "locale_of",
    "money",
    "number",
    "period",
    "short",
    "span",
    "state",
    "stated_by",
    "stated_day",
    "stated_when",
    "subject",
    "summary",
]
