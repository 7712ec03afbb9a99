"""Period expressions, phrase by phrase: what is found, which days it covers, which part it plays."""

from __future__ import annotations

from datetime import date

import pytest

from figures.extraction.periods import PeriodGrammar, grammar
from figures.extraction.sentences import Sentence
from figures.lexicon import lexicon

# Phrase as found | first … last day | role. A phrase stands in a sentence "It was … ." by itself
# unless it is marked with braces. A Thursday in June.
PUBLISHED = date(2025, 6, 12)

PERIODS = """
in 2024 | 2024-01-01 2024-12-31
during 2024 | 2024-01-01 2024-12-31
for 2024 | 2024-01-01 2024-12-31
throughout 2024 | 2024-01-01 2024-12-31
as of 2025 | 2025-01-01 2025-12-31
in the year 2024 | 2024-01-01 2024-12-31
in calendar year 2024 | 2024-01-01 2024-12-31
the {2024} budget | 2024-01-01 2024-12-31
its {2025} defence budget | 2025-01-01 2025-12-31
Finland's {2026} draft budget | 2026-01-01 2026-12-31
{2024} spending | 2024-01-01 2024-12-31
in the {2024} budget | 2024-01-01 2024-12-31
the sum ({2024}) | 2024-01-01 2024-12-31
this year | 2025-01-01 2025-12-31
last year | 2024-01-01 2024-12-31
next year | 2026-01-01 2026-12-31
in the current year | 2025-01-01 2025-12-31
earlier this year | 2025-01-01 2025-12-31
early next year | 2026-01-01 2026-12-31
this month | 2025-06-01 2025-06-30
last month | 2025-05-01 2025-05-31
next month | 2025-07-01 2025-07-31
this week | 2025-06-09 2025-06-15
last week | 2025-06-02 2025-06-08
next week | 2025-06-16 2025-06-22
this quarter | 2025-04-01 2025-06-30
last quarter | 2025-01-01 2025-03-31
next quarter | 2025-07-01 2025-09-30
this decade | 2020-01-01 2029-12-31
today | 2025-06-12 2025-06-12
yesterday | 2025-06-11 2025-06-11
tomorrow | 2025-06-13 2025-06-13
two years ago | 2023-01-01 2023-12-31
five years ago | 2020-01-01 2020-12-31
Q3 2025 | 2025-07-01 2025-09-30
in Q3 2025 | 2025-07-01 2025-09-30
in 3Q 2025 | 2025-07-01 2025-09-30
in the third quarter of 2025 | 2025-07-01 2025-09-30
in the 3rd quarter of 2025 | 2025-07-01 2025-09-30
in the final quarter of 2024 | 2024-10-01 2024-12-31
in the last quarter of 2024 | 2024-10-01 2024-12-31
in the first quarter | 2025-01-01 2025-03-31
in the fourth quarter of last year | 2024-10-01 2024-12-31
in the first quarter of this year | 2025-01-01 2025-03-31
H1 2024 | 2024-01-01 2024-06-30
in H2 2024 | 2024-07-01 2024-12-31
in the first half of 2024 | 2024-01-01 2024-06-30
during the first half of 2024 | 2024-01-01 2024-06-30
in the second half of 2024 | 2024-07-01 2024-12-31
in the latter half of 2024 | 2024-07-01 2024-12-31
in the first half | 2025-01-01 2025-06-30
in the first half of the year | 2025-01-01 2025-06-30
in the first half of this year | 2025-01-01 2025-06-30
in the second half of last year | 2024-07-01 2024-12-31
in the first six months of 2024 | 2024-01-01 2024-06-30
in the first nine months of 2024 | 2024-01-01 2024-09-30
in the first 10 months of 2024 | 2024-01-01 2024-10-31
in the last three months of 2024 | 2024-10-01 2024-12-31
in the first five months of the year | 2025-01-01 2025-05-31
in the first eight months | 2024-01-01 2024-08-31
in June 2024 | 2024-06-01 2024-06-30
in February 2024 | 2024-02-01 2024-02-29
in Feb 2024 | 2024-02-01 2024-02-29
in Sept. 2024 | 2024-09-01 2024-09-30
in March, 2024 | 2024-03-01 2024-03-31
in March | 2025-03-01 2025-03-31
in June of last year | 2024-06-01 2024-06-30
last June | 2024-06-01 2024-06-30
last September | 2024-09-01 2024-09-30
next March | 2026-03-01 2026-03-31
in May | 2025-05-01 2025-05-31
in January and February 2024 | 2024-01-01 2024-02-29
from January to June 2024 | 2024-01-01 2024-06-30
between January and June 2024 | 2024-01-01 2024-06-30
in April–June 2025 | 2025-04-01 2025-06-30
on 12 June 2024 | 2024-06-12 2024-06-12
on June 12, 2024 | 2024-06-12 2024-06-12
on June 12 | 2025-06-12 2025-06-12
on Wednesday, 12 June 2024 | 2024-06-12 2024-06-12
on the 1st of March 2024 | 2024-03-01 2024-03-01
on 2024-06-12 | 2024-06-12 2024-06-12
on 13 and 14 June 2024 | 2024-06-13 2024-06-14
on June 13-14 | 2025-06-13 2025-06-14
as of 30 June 2024 | 2024-06-30 2024-06-30
as of January 2025 | 2025-01-01 2025-01-31
since 2014 | 2014-01-01 …
ever since 2014 | 2014-01-01 …
since February 2022 | 2022-02-01 …
since 24 February 2022 | 2022-02-24 …
since the start of 2022 | 2022-01-01 …
since early 2023 | 2023-01-01 …
since mid-2024 | 2024-07-01 …
since last year | 2024-01-01 …
since January | 2025-01-01 …
since October | 2024-10-01 …
since Russia's full-scale invasion in 2022 | 2022-01-01 …
since Russia invaded Ukraine in February 2022 | 2022-02-01 …
since the start of the full-scale war in February 2022 | 2022-02-01 …
since the 2014 pledge | 2014-01-01 …
since the 2014 Defence Investment Pledge | 2014-01-01 …
since the beginning of this year | 2025-01-01 …
from 2027 | 2027-01-01 …
from April 2027 | 2027-04-01 …
starting in 2026 | 2026-01-01 …
after 2024 | 2025-01-01 …
by 2035 | … 2035-12-31
by the end of 2027 | … 2027-12-31
by mid-2025 | … 2025-06-30
by June 2026 | … 2026-06-30
by next year | … 2026-12-31
by the end of this year | … 2025-12-31
by the end of the year | … 2025-12-31
before the end of the year | … 2025-12-31
by year-end | … 2025-12-31
until 2030 | … 2030-12-31
until the end of 2027 | … 2027-12-31
until March | … 2026-03-31
till 2030 | … 2030-12-31
through 2028 | … 2028-12-31
no later than 2035 | … 2035-12-31
before 2030 | … 2029-12-31
before the end of 2027 | … 2027-12-31
prior to 2022 | … 2021-12-31
from 2022 to 2024 | 2022-01-01 2024-12-31
from 2022 through 2024 | 2022-01-01 2024-12-31
from 2022 until 2024 | 2022-01-01 2024-12-31
between 2022 and 2024 | 2022-01-01 2024-12-31
2022-2024 | 2022-01-01 2024-12-31
2022–2024 | 2022-01-01 2024-12-31
in 2022–24 | 2022-01-01 2024-12-31
in 2022 – 2024 | 2022-01-01 2024-12-31
for 2024-2030 | 2024-01-01 2030-12-31
over the 2021-2027 period | 2021-01-01 2027-12-31
between 2015–19 and 2020–24 | 2015-01-01 2024-12-31
from April 2025 to March 2026 | 2025-04-01 2026-03-31
in 2023 and 2024 | 2023-01-01 2024-12-31
in 2022, 2023 and 2024 | 2022-01-01 2024-12-31
in 2022 and 2024 | … …
this year and next year | 2025-01-01 2026-12-31
in the 2020s | 2020-01-01 2029-12-31
in the 1990s | 1990-01-01 1999-12-31
in early 2024 | 2024-01-01 2024-12-31
in late 2024 | 2024-01-01 2024-12-31
in the spring of 2024 | 2024-01-01 2024-12-31
at the end of 2024 | 2024-12-31 2024-12-31
in the year to March 2025 | 2024-04-01 2025-03-31
in the 12 months to June | 2024-07-01 2025-06-30
in the 12 months to June 2024 | 2023-07-01 2024-06-30
in the year ending March 2025 | 2024-04-01 2025-03-31
in the six months to 30 September 2024 | 2024-04-01 2024-09-30
over the five years to 2024 | 2020-01-01 2024-12-31
so far this year | 2025-01-01 2025-12-31
no earlier than 2028 | 2028-01-01 …
not before 2028 | 2028-01-01 …
2026 onwards | 2026-01-01 …
from 2026 onwards | 2026-01-01 …
in 2025 and beyond | 2025-01-01 …
as early as 2026 | 2026-01-01 2026-12-31
until at least 2030 | … 2030-12-31
in 2025 H1 | 2025-01-01 2025-06-30
in 2025 Q4 | 2025-10-01 2025-12-31
in the quarter ended 30 June 2025 | 2025-04-01 2025-06-30
to the end of 2026 | … 2026-12-31
FY2025 | … …
FY 2025-26 | … …
in fiscal 2025 | … …
in fiscal year 2025 | … …
in 2025/26 | … …
in 2025-26 | … …
{FY2025} of the US government | 2024-10-01 2025-09-30
{FY25} of the Pentagon | 2024-10-01 2025-09-30
the U.S. {2025 fiscal year} | 2024-10-01 2025-09-30
the American {fiscal year 2024} | 2023-10-01 2024-09-30
the United States {this fiscal year} | 2024-10-01 2025-09-30
the British {2025/26} budget | 2025-04-01 2026-03-31
Canada {in 2025-26} | 2025-04-01 2026-03-31
India {in 2025-26} | 2025-04-01 2026-03-31
India {in FY2025} | 2024-04-01 2025-03-31
Japan {in fiscal 2025} | 2025-04-01 2026-03-31
Australia {in 2025-26} | 2025-07-01 2026-06-30
Britain {in FY2025} | … …
"""

RUNNING = """
within a year
within five years
within the next two years
within 12 months
over five years
over four years
over the next five years
over the next 10 years
over the past decade
over the next decade
over a decade
over a five-year period
over several years
over a period of 10 years
over the course of the next four years
over each of the next five years
in each of the next three years
in the last 24 hours
within 30 days
this past year
in the past two years
in the last three years
in recent weeks
in recent years
in the coming months
in the coming year
in the years ahead
for the next three years
during the past year
the past two years
so far
to date
for years
since the full-scale invasion
since the start of the war
"""

BASES = """
compared with 2023 | 2023-01-01 2023-12-31
compared to 2023 | 2023-01-01 2023-12-31
than in 2023 | 2023-01-01 2023-12-31
than last year | 2024-01-01 2024-12-31
compared with the first half of 2024 | 2024-01-01 2024-06-30
relative to 2019 | 2019-01-01 2019-12-31
versus 2022 | 2022-01-01 2022-12-31
{compared with the 2014} level | 2014-01-01 2014-12-31
than the year before | … …
than a year earlier | … …
compared with the previous year | … …
compared with the same period last year | 2024-01-01 2024-12-31
compared with the same period of 2023 | 2023-01-01 2023-12-31
year on year | … …
year-on-year | … …
month on month | … …
"""

RATES = """
annually | year
a year | year
per year | year
each year | year
every year | year
{p.a}. | year
per annum | year
/year | year
yearly | year
a month | month
per month | month
monthly | month
every month | month
a week | week
weekly | week
a day | day
per day | day
daily | day
per quarter | quarter
quarterly | quarter
every six months | half-year
"""

# Times that govern no figure; braces around what is found.
MENTIONS = """
the {2014} pledge
the {2014} Defence Investment Pledge
the {2024} Washington summit
the {2022} invasion
tomorrow's meeting ({13 February 2025})
a {two-day} meeting
a {12-month} contract
at 10:22 on the page of {17.10.2024}
of {five years} in office
in {2000} places
on the page of {12/06/2024}
on the page of {2024/06/12}
at {2021} prices
in {2021} US dollars
"""

NOTHING = """
in 2024 million dollars
a total of $2024
2024%
by 1,950 tanks
in the second place
half of the sum
a quarter of the money
a third of it
they may decide
in Article 5
24/7
F-16
Resolution 2202
155 mm shells
"""


@pytest.fixture(scope="module", name="english")
def _english() -> PeriodGrammar:
    return grammar(lexicon("en").section("periods"), "en")


def _rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split("|")) for line in table.strip().splitlines()]


def _phrases(table: str) -> list[str]:
    return table.strip().splitlines()


def _framed(phrase: str) -> tuple[str, str]:
    """A sentence with the phrase, and what is to be found there."""
    inner = phrase[phrase.index("{") + 1 : phrase.index("}")] if "{" in phrase else phrase
    return f"It was {phrase} .".replace("{", "").replace("}", ""), inner


def _found(english: PeriodGrammar, sentence: str) -> list[tuple[str, str, str, str]]:
    spans = english.spans(sentence, Sentence(0, len(sentence)), PUBLISHED)
    return [
        (sentence[span.start : span.end], _days(span.first, span.last), span.per, span.role) for span in spans
    ]


def _days(first: date | None, last: date | None) -> str:
    return f"{first or '…'} {last or '…'}"


@pytest.mark.parametrize(("phrase", "days"), _rows(PERIODS))
def test_a_period_covers_its_days(english: PeriodGrammar, phrase: str, days: str) -> None:
    sentence, inner = _framed(phrase)
    assert (inner, days, "", "period") in _found(english, sentence)


@pytest.mark.parametrize("phrase", _phrases(RUNNING))
def test_a_running_span_has_words_but_no_days(english: PeriodGrammar, phrase: str) -> None:
    sentence, inner = _framed(phrase)
    assert _found(english, sentence) == [(inner, "… …", "", "running")]


@pytest.mark.parametrize(("phrase", "days"), _rows(BASES))
def test_a_base_period_is_what_a_change_is_measured_against(
    english: PeriodGrammar, phrase: str, days: str
) -> None:
    sentence, inner = _framed(phrase)
    assert _found(english, sentence) == [(inner, days, "", "base")]


@pytest.mark.parametrize(("phrase", "per"), _rows(RATES))
def test_a_rate_is_per_its_unit(english: PeriodGrammar, phrase: str, per: str) -> None:
    sentence, inner = _framed(phrase)
    assert _found(english, sentence) == [(inner, "… …", per, "rate")]


@pytest.mark.parametrize("phrase", _phrases(MENTIONS))
def test_a_mention_is_found_and_governs_nothing(english: PeriodGrammar, phrase: str) -> None:
    sentence, inner = _framed(phrase)
    roles = {words: role for words, _, _, role in _found(english, sentence)}
    assert inner in {words.removeprefix("in ").removeprefix("at ").removeprefix("on ") for words in roles}
    assert set(roles.values()) - {"period"} == {"mention"}


@pytest.mark.parametrize("phrase", _phrases(NOTHING))
def test_other_numbers_and_words_are_no_period(english: PeriodGrammar, phrase: str) -> None:
    assert _found(english, f"It was {phrase} .") == []


RELATIVE = (
    "this year", "last month", "two years ago", "in the first half", "today", "by the end of the year",
    "in March", "on June 12", "so far this year", "in the first eight months", "next quarter",
)  # fmt: skip


@pytest.mark.parametrize("phrase", RELATIVE)
def test_relative_words_have_no_days_without_a_day_of_publication(
    english: PeriodGrammar, phrase: str
) -> None:
    sentence = f"It was {phrase} ."
    (span,) = english.spans(sentence, Sentence(0, len(sentence)), None)
    assert sentence[span.start : span.end] == phrase
    assert (span.first, span.last) == (None, None)


@pytest.mark.parametrize(
    ("published", "phrase", "days"),
    [
        (date(2025, 1, 15), "in December", "2024-12-01 2024-12-31"),
        (date(2025, 1, 15), "in March", "2025-03-01 2025-03-31"),
        (date(2025, 1, 15), "in the first nine months", "2024-01-01 2024-09-30"),
        (date(2025, 1, 15), "last quarter", "2024-10-01 2024-12-31"),
        (date(2024, 2, 29), "last year", "2023-01-01 2023-12-31"),
        (date(2024, 12, 31), "next week", "2025-01-06 2025-01-12"),
        (date.min, "last year", "… …"),
        (date.max, "next year", "… …"),
        (date.max, "tomorrow", "… …"),
    ],
)
def test_relative_words_count_from_publication(
    english: PeriodGrammar, published: date, phrase: str, days: str
) -> None:
    sentence = f"It was {phrase} ."
    (span,) = english.spans(sentence, Sentence(0, len(sentence)), published)
    assert _days(span.first, span.last) == days
