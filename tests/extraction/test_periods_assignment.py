"""Which period governs which figure, sentence by sentence, with quantities made by hand."""

from __future__ import annotations

from datetime import date

import pytest

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.periods import PeriodGrammar, QuantityPeriod, grammar
from figures.extraction.sentences import Sentence
from figures.lexicon import lexicon

PUBLISHED = date(2025, 6, 12)
EMPTY = QuantityPeriod()

# A sentence, its figures in brackets: [amount], or [change] after a plus sign. Below it one line for
# each figure: the words of its period, its days, its rate, its base.
SENTENCES = """
In 2024, Allies invested [485 billion dollars], a nearly +[20%] increase compared with 2023.
  In 2024 | 2024-01-01 2024-12-31
  In 2024 | 2024-01-01 2024-12-31 | | 2023-01-01 2023-12-31
Since the 2014 Defence Investment Pledge, they have added more than [700 billion dollars].
  Since the 2014 Defence Investment Pledge | 2014-01-01 …
He said since Russia's full-scale invasion in 2022, the allies have provided support worth [EUR 40 billion] annually.
  since Russia's full-scale invasion in 2022 | 2022-01-01 … | year
It was a pledge of at least [40 billion euros] of military aid within a year; and it will help.
  within a year | … …
Allies committed [EUR 20.9 billion] for military assistance to Ukraine during the first half of 2024.
  during the first half of 2024 | 2024-01-01 2024-06-30
All will reach the goal of spending [2%] of GDP on defence this year.
  this year | 2025-01-01 2025-12-31
Spending rose from [1.4%] of GDP in 2014 to [2%] in 2024.
  in 2014 | 2014-01-01 2014-12-31
  in 2024 | 2024-01-01 2024-12-31
They gave [10 billion] in 2023 and [12 billion] in 2024.
  in 2023 | 2023-01-01 2023-12-31
  in 2024 | 2024-01-01 2024-12-31
They gave [10 billion] in 2023, [12 billion] in 2024 and [15 billion] this year.
  in 2023 | 2023-01-01 2023-12-31
  in 2024 | 2024-01-01 2024-12-31
  this year | 2025-01-01 2025-12-31
They gave [10] and [12 billion] in 2023 and 2024 respectively.
  in 2023 and 2024 | 2023-01-01 2023-12-31
  in 2023 and 2024 | 2024-01-01 2024-12-31
They gave [30 tanks] and [12 jets] in 2024.
  in 2024 | 2024-01-01 2024-12-31
  in 2024 | 2024-01-01 2024-12-31
Sweden pledged [SEK 16 billion] ([EUR 1.4 billion]) a year until 2027.
  until 2027 | … 2027-12-31 | year
  until 2027 | … 2027-12-31 | year
Sweden gave [SEK 16 billion] in 2024 ([EUR 1.4 billion]).
  in 2024 | 2024-01-01 2024-12-31
  in 2024 | 2024-01-01 2024-12-31
Spending was [$1.3 trillion] in 2023, or [2.5%] of GDP.
  in 2023 | 2023-01-01 2023-12-31
  in 2023 | 2023-01-01 2023-12-31
It gave [€5bn] in 2024, including [€2bn] for air defence.
  in 2024 | 2024-01-01 2024-12-31
  in 2024 | 2024-01-01 2024-12-31
The goal is [5%] by 2035, with at least [3.5%] for core defence and up to [1.5%] for the rest.
  by 2035 | … 2035-12-31
  by 2035 | … 2035-12-31
  by 2035 | … 2035-12-31
Since 2014 they spent an extra [$600 billion], including [$80 billion] in 2023.
  Since 2014 | 2014-01-01 …
  in 2023 | 2023-01-01 2023-12-31
The budget will rise by +[25%] to [13.5 trillion roubles] in 2025.
  in 2025 | 2025-01-01 2025-12-31
  in 2025 | 2025-01-01 2025-12-31
Revenue grew +[12%] in 2024 from the year before, to [$8.4bn].
  in 2024 | 2024-01-01 2024-12-31 | | 2023-01-01 2023-12-31
  in 2024 | 2024-01-01 2024-12-31
Sales reached [€9bn] in 2024, up +[18%] on 2023.
  in 2024 | 2024-01-01 2024-12-31
  in 2024 | 2024-01-01 2024-12-31 | | 2023-01-01 2023-12-31
Sales were up +[18%] on 2022, at [€7.2bn].
  |  … … | | 2022-01-01 2022-12-31
  |  … …
Aid fell +[43%] in July and August compared with the first half of the year.
  in July and August | 2025-07-01 2025-08-31 | | 2025-01-01 2025-06-30
In the first nine months of 2024, revenue grew by +[20 per cent] year on year to [€7.5bn].
  In the first nine months of 2024 | 2024-01-01 2024-09-30 | | 2023-01-01 2023-09-30
  In the first nine months of 2024 | 2024-01-01 2024-09-30
Deliveries +[doubled] in the second quarter of 2025 from the previous quarter.
  in the second quarter of 2025 | 2025-04-01 2025-06-30 | | 2025-01-01 2025-03-31
Exports hit [$15bn] in the year to March 2025, +[12%] more than a year earlier.
  in the year to March 2025 | 2024-04-01 2025-03-31
  in the year to March 2025 | 2024-04-01 2025-03-31 | | 2023-04-01 2024-03-31
Spending reached [10bn] in 2024, up from [8bn] a year earlier.
  in 2024 | 2024-01-01 2024-12-31
  a year earlier | 2023-01-01 2023-12-31
Compared with 2023, spending rose +[20%] in 2024.
  in 2024 | 2024-01-01 2024-12-31 | | 2023-01-01 2023-12-31
Aid rose +[9%] over 2023 levels.
  |  … … | | 2023-01-01 2023-12-31
Prices rose +[9%] from 2023.
  |  … … | | 2023-01-01 2023-12-31
Aid will be cut by +[€5bn] from 2027.
  from 2027 | 2027-01-01 …
Inflation eased to [2.1%] in May from [2.4%] in April.
  in May | 2025-05-01 2025-05-31
  in April | 2025-04-01 2025-04-30
In 2014, three allies spent [2%]; this year, [23 allies] do.
  In 2014 | 2014-01-01 2014-12-31
  this year | 2025-01-01 2025-12-31
Sweden gave [5bn] this year, and in 2026 Norway will give [6bn].
  this year | 2025-01-01 2025-12-31
  in 2026 | 2026-01-01 2026-12-31
Denmark spent [2.4%] last year and plans [3%].
  last year | 2024-01-01 2024-12-31
  |  … …
Exports fell to [27 tanks] in 2024, and the group's losses shrank to [2 tanks].
  in 2024 | 2024-01-01 2024-12-31
  in 2024 | 2024-01-01 2024-12-31
The 2024 budget of [€5bn] was approved.
  2024 | 2024-01-01 2024-12-31
The [2%] target of the 2014 summit was met by [23 allies] last year.
  |  … …
  last year | 2024-01-01 2024-12-31
The plan costs [€5bn] in 2021 prices.
  |  … …
The loan of [€5bn] runs for ten years.
  |  … …
The fund, established in 2021, has since paid out [€11bn].
  |  … …
It is the largest package so far at [€5bn].
  |  … …
The aid came to [€5bn], the most since 2014.
  |  … …
Ministers, who will meet in Brussels on June 5, want [€5bn].
  |  … …
The minister said on 12 June that [€5bn] had been paid.
  |  … …
On 4 June 2025 they agreed to supply [100,000 drones].
  On 4 June 2025 | 2025-06-04 2025-06-04
They make [5,000 drones] a month and will make [10,000 drones] a month by 2027.
  |  … … | month
  by 2027 | … 2027-12-31 | month
Each year the country gives [€3bn].
  |  … … | year
It has an annual budget of [€3bn].
  |  … … | year
It gave [€3bn] in annual aid.
  |  … … | year
The annual summit agreed on [€3bn].
  |  … …
They make [5,000 drones] monthly.
  |  … … | month
The bonds made [€3bn] at the weekly auction.
  |  … …
He was fined [€5,000] and given a week to pay.
  |  … …
The rent rose by +[€150] to [€1,100] a month.
  |  … …
  |  … … | month
The budget: 2024: [€5bn]; 2025: [€6bn].
  2024 | 2024-01-01 2024-12-31
  2025 | 2025-01-01 2025-12-31
It gave [€5bn] (2024) and [€6bn] (2025).
  2024 | 2024-01-01 2024-12-31
  2025 | 2025-01-01 2025-12-31
They want [3.5%] by 2030, compared with [2%] today.
  by 2030 | … 2030-12-31
  today | 2025-06-12 2025-06-12
It will give [€3bn] a year from 2026 to 2030.
  from 2026 to 2030 | 2026-01-01 2030-12-31 | year
In 2024, Allies invested a +[20%] increase compared with 2023, and he expects Allies to spend even more in 2025.
  In 2024 | 2024-01-01 2024-12-31 | | 2023-01-01 2023-12-31
They invested [485bn], a +[20%] increase, and that he expects them to spend even more in 2025.
  |  … …
  |  … …
It would buy howitzers for [$1.1 billion], with deliveries to begin in 2027.
  |  … …
Under a deal signed in June 2024, the country will provide [£3bn] per year.
  |  … … | year
It needs [$120 billion] next year, [half] of it from partners.
  next year | 2026-01-01 2026-12-31
  next year | 2026-01-01 2026-12-31
It spent [22%] of government expenditure, or [$8 billion], on the military in 2021, the last year before the war.
  in 2021 | 2021-01-01 2021-12-31
  in 2021 | 2021-01-01 2021-12-31
Sweden gave [2 tanks] and Norway [3 tanks] in 2024.
  in 2024 | 2024-01-01 2024-12-31
  in 2024 | 2024-01-01 2024-12-31
Sales were [€8bn] (2024: [€7bn]).
  |  … …
  2024 | 2024-01-01 2024-12-31
Orders stood at [€55 billion] at the end of 2024, compared with [€38 billion] a year earlier.
  at the end of 2024 | 2024-12-31 2024-12-31
  a year earlier | 2023-12-31 2023-12-31
Czechia reached [2.09%] in 2024, Hungary [2.16%] and Norway [2.2%].
  in 2024 | 2024-01-01 2024-12-31
  in 2024 | 2024-01-01 2024-12-31
  in 2024 | 2024-01-01 2024-12-31
It will spend [26.8 billion] in 2026, [3.4 billion] more than this year.
  in 2026 | 2026-01-01 2026-12-31
  in 2026 | 2026-01-01 2026-12-31
Spending grew by +[38 per cent] to an estimated [$149 billion] in 2024.
  in 2024 | 2024-01-01 2024-12-31
  in 2024 | 2024-01-01 2024-12-31
They pay [99.7%] of net profits twice a year.
  |  … …
Europe has allocated [€177 billion] since January 2022, against [€115 billion] from the United States.
  since January 2022 | 2022-01-01 …
  since January 2022 | 2022-01-01 …
It gave [€50bn] in 2024, nearly [60%] of it from Europe.
  in 2024 | 2024-01-01 2024-12-31
  in 2024 | 2024-01-01 2024-12-31
Poland has [186.6 billion zlotys] for defence in 2025, which is [4.7%] of GDP.
  in 2025 | 2025-01-01 2025-12-31
  in 2025 | 2025-01-01 2025-12-31
Germany gave [EUR 650 million], Norway [EUR 490 million] and Canada [EUR 310 million] in July and August.
  in July and August | 2025-07-01 2025-08-31
  in July and August | 2025-07-01 2025-08-31
  in July and August | 2025-07-01 2025-08-31
The fund earned [698 billion kroner] ([$68 billion]) in the first half of 2025, a return of +[5.7%].
  in the first half of 2025 | 2025-01-01 2025-06-30
  in the first half of 2025 | 2025-01-01 2025-06-30
  in the first half of 2025 | 2025-01-01 2025-06-30
Revenue: [€3.42bn] (2023: [€3.11bn]), up +[10%].
  |  … …
  2023 | 2023-01-01 2023-12-31
  |  … …
Allies agreed to spend [5%] of GDP by 2035: [3.5%] on core defence and [1.5%] on resilience.
  by 2035 | … 2035-12-31
  by 2035 | … 2035-12-31
  by 2035 | … 2035-12-31
It gave [€5bn] in 2024: [€3bn] in arms and [€2bn] in cash.
  in 2024 | 2024-01-01 2024-12-31
  in 2024 | 2024-01-01 2024-12-31
  in 2024 | 2024-01-01 2024-12-31
Spending was [2%] in 2024; [3%] is the goal.
  in 2024 | 2024-01-01 2024-12-31
  |  … …
The chancellor, who presents his budget on March 6, has [£13bn] to spare.
  |  … …
Gold fell to [$3,308] from the record of [$3,500] reached a week ago.
  |  … …
  |  … …
Nothing here says when [€3bn] was paid.
  |  … …
"""


@pytest.fixture(scope="module", name="english")
def _english() -> PeriodGrammar:
    return grammar(lexicon("en").section("periods"), "en")


def _cases(table: str) -> list[tuple[str, list[str]]]:
    cases: list[tuple[str, list[str]]] = []
    for line in table.strip().splitlines():
        if line.startswith("  "):
            cases[-1][1].append(line.strip())
        else:
            cases.append((line, []))
    return cases


def _quantities(marked: str) -> tuple[str, list[Quantity]]:
    """The plain sentence, and the quantities in its brackets."""
    text, quantities = "", []
    kind = "money"
    for character in marked:
        if character == "+":
            kind = "change"
        elif character == "[":
            start = len(text)
        elif character == "]":
            quantities.append(Quantity(start, len(text), kind, "EUR"))
            kind = "money"
        else:
            text += character
    return text, quantities


def _row(found: QuantityPeriod) -> tuple[str, str, str, str]:
    base = f"{found.base_first or '…'} {found.base_last or '…'}"
    return (found.text, f"{found.first or '…'} {found.last or '…'}", found.per, "" if base == "… …" else base)


@pytest.mark.parametrize(("marked", "expected"), _cases(SENTENCES))
def test_each_figure_has_its_period(english: PeriodGrammar, marked: str, expected: list[str]) -> None:
    text, quantities = _quantities(marked)
    found = english.assign(text, Sentence(0, len(text)), quantities, PUBLISHED, None)
    rows = []
    for line in expected:
        parts = [part.strip() for part in line.split("|")]
        rows.append((*parts, "", "", "", "")[:4])
    assert [_row(period) for period in found] == rows


def test_the_order_of_the_quantities_is_kept(english: PeriodGrammar) -> None:
    text, (first, second) = _quantities("They gave [10 billion] in 2023 and [12 billion] in 2024.")
    sentence = Sentence(0, len(text))
    found = english.assign(text, sentence, [second, first], PUBLISHED, None)
    assert [period.text for period in found] == ["in 2024", "in 2023"]


def test_quantities_at_one_place_share_a_period(english: PeriodGrammar) -> None:
    text, (only,) = _quantities("Sweden and Spain each gave [1 billion] in 2024.")
    found = english.assign(text, Sentence(0, len(text)), [only, only], PUBLISHED, None)
    assert [period.text for period in found] == ["in 2024", "in 2024"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("In 2024 they gave €50bn.", "Of this, [€20bn] was for arms.", "In 2024"),
        ("They gave €50bn since 2022.", "That includes [€20bn] for arms.", "since 2022"),
        ("In 2024 they gave €50bn.", "Sweden gave [€20bn].", ""),
        ("In 2024 they gave €50bn.", "Of this, [€20bn] will be paid in 2025.", "in 2025"),
        ("They gave €50bn in 2024 and €60bn in 2025.", "Of this, [€20bn] was for arms.", ""),
    ],
)
def test_a_sentence_that_goes_on_keeps_the_period_before(
    english: PeriodGrammar, before: str, after: str, expected: str
) -> None:
    text, quantities = _quantities(f"{before} {after}")
    middle = len(before)
    sentences = Sentence(0, middle), Sentence(middle + 1, len(text))
    (found,) = english.assign(text, sentences[1], quantities, PUBLISHED, sentences[0])
    assert found.text == expected


def test_offsets_count_from_the_start_of_the_text(english: PeriodGrammar) -> None:
    text = "In 1999 it rained. They gave €5bn in 2024."
    start = text.index("€5bn")
    (found,) = english.assign(
        text, Sentence(19, len(text)), [Quantity(start, start + 4, "money", "EUR")], None, None
    )
    assert found == EMPTY._replace(first=date(2024, 1, 1), last=date(2024, 12, 31), text="in 2024")


def test_white_space_inside_a_period_is_one_space_in_its_words(english: PeriodGrammar) -> None:
    text, quantities = _quantities("They gave [€5bn] in\n 2024.")
    (found,) = english.assign(text, Sentence(0, len(text)), quantities, None, None)
    assert found.text == "in 2024"
