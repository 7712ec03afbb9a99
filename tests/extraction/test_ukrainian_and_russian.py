"""What these languages ask of the grammar: words that limit or lead, inflection, days without a preposition."""

from __future__ import annotations

from datetime import date

import pytest

from figures import extract

PUBLISHED = date(2025, 9, 12)

# Language | sentence | figures: exact = amount unit bound kind, or "-" for none.
READINGS = """
uk | Уряд надасть до 5 млрд євро. | 5 млрд євро = 5000000000 EUR at_most money
uk | Витрати зросли до 5 млрд євро. | 5 млрд євро = 5000000000 EUR exact money
uk | Витрати зросли майже на 15 %. | 15 % = 15 % nearly change
uk | Експорт впав більш ніж на 3,5 відсотка. | 3,5 відсотка = -3.5 % more_than change
uk | Збільшили допомогу, підписавши контракт на 2 млрд грн. | 2 млрд грн = 2000000000 UAH exact money
uk | Динаміка — «мінус» 5 %. | 5 % = -5 % exact change
uk | Обсяг зріс у 2,5 раза. | 2,5 раза = 2.5 x exact multiple
uk | Вони зустрічаються 2 рази на тиждень. | -
uk | П’ять мільярдів євро, пʼять мільярдів гривень. | П’ять мільярдів євро = 5000000000 EUR exact money; пʼять мільярдів гривень = 5000000000 UAH exact money
uk | Півтора мільярда крон надасть Норвегія. | Півтора мільярда крон = 1500000000 NOK exact money
uk | Надійде мільярд доларів. | мільярд доларів = 1000000000 USD exact money
uk | Витратили 5 млрд дол. США. | 5 млрд дол. США = 5000000000 USD exact money
uk | Двовідсоткова ціль НАТО. | Двовідсоткова = 2 % of GDP exact share
uk | Чверть століття минула. | -
uk | Мільярдери витратили мільярди. | -
uk | Передали 2 тис. дронів. | 2 тис. дронів = 2000 дронів exact count
uk | Близько 2-х мільярдів євро, 1990-х років, 5-й пакет. | 2-х мільярдів євро = 2000000000 EUR about money
ru | Правительство выделит до 5 млрд евро. | 5 млрд евро = 5000000000 EUR at_most money
ru | Расходы выросли с 1,6 до 2,4 %. | 1,6 = 1.6 % exact share; 2,4 % = 2.4 % exact share
ru | Полмиллиарда рублей и полтора миллиона иен. | Полмиллиарда рублей = 500000000 RUB exact money; полтора миллиона иен = 1500000 JPY exact money
ru | Ущерб превысил 348 млн долл. США. | 348 млн долл. США = 348000000 USD more_than money
"""

# Language | sentence with one figure | its first and last day.
PERIODS = """
uk | 5 червня 2025 року виділили 2 млрд грн. | 2025-06-05 2025-06-05
uk | За 9 місяців 2024 року витрачено 2 млрд грн. | 2024-01-01 2024-09-30
uk | У липні-серпні витрачено 2 млрд грн. | 2025-07-01 2025-08-31
uk | Від 2014 року витратили 2 млрд грн. | 2014-01-01 None
ru | За 9 месяцев 2024 года потратили 2 млрд рублей. | 2024-01-01 2024-09-30
"""


def _rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split("|")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("language", "text", "expected"), _rows(READINGS))
def test_readings(language: str, text: str, expected: str) -> None:
    found = [
        f"{claim.exact} = {claim.value} {claim.unit} {claim.bound} {claim.kind}"
        for claim in extract(text, language=language)
    ]
    assert "; ".join(found) == expected.removeprefix("-")


@pytest.mark.parametrize(("language", "text", "expected"), _rows(PERIODS))
def test_periods(language: str, text: str, expected: str) -> None:
    (claim,) = extract(text, language=language, published=PUBLISHED)
    assert f"{claim.period_start} {claim.period_end}" == expected


def test_attribution_inside_a_quotation() -> None:
    text = "«Надійшло 2 млрд грн, — сказав Іван Петренко. — Решту, 3 млрд грн, чекаємо»."
    assert [claim.speaker for claim in extract(text, language="uk")] == ["Іван Петренко"] * 2


def test_a_subject_behind_its_verb_and_a_recipient_in_its_case() -> None:
    (claim,) = extract("Торік 4 млрд євро надала Україні Німеччина.", language="uk")
    assert claim.recipient == "Ukraine"
    (claim,) = extract("4 млрд євро для України надасть Німеччина.", language="uk")
    assert (claim.actor, claim.recipient, claim.status) == ("Germany", "Ukraine", "pledged")
