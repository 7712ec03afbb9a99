"""What percentages are of."""

from __future__ import annotations

import pytest

from figures import extract

# Units of the percentages of a text in order; "%GDP" is short for "% of GDP".
ROWS = [
    ("of GDP", "It spent 2% of GDP.", "%GDP"),
    ("in full", "It spent 2% of its gross domestic product.", "%GDP"),
    ("national income", "It spent 2% of national income.", "%GDP"),
    ("output", "Defence takes 2% of output.", "%GDP"),
    ("size of economies", "It spent 2 percent of the size of their economies.", "%GDP"),
    ("said once", "It spent 1.4% in 2014 and 2% of GDP in 2024.", "%GDP %GDP"),
    ("share before", "As a share of GDP, it rose from 1.5% to 2%.", "%GDP %GDP"),
    ("parts", "It is 3.5% of GDP on core defence and 1.5% on resilience.", "%GDP %GDP"),
    ("goal of the alliance", "Seven meet NATO's 2% target.", "%GDP"),
    ("guideline", "They meet the 2% guideline.", "%GDP"),
    ("goal behind of", "It met the defence spending target of 2 per cent.", "%GDP"),
    ("sentence before", "It spent 2% of GDP on defence. It will raise that to 5%.", "%GDP %GDP"),
    ("method 13: bare", "It will increase defence spending to 5%.", "%"),
    ("of the fund", "It took 60% of the fund.", "%"),
    ("of respondents", "It was 5% of respondents.", "%"),
    ("tariff", "It faces a 25% tariff.", "%"),
    ("inflation goal", "The bank kept its 2% inflation target.", "%"),
    ("poll beside GDP", "It spends 2% of GDP, and 60% of respondents agree.", "%GDP %"),
    ("another paragraph", "It spent 2% of GDP on defence.\n\nIt will raise that to 5%.", "%GDP %"),
]
BASES = [
    ("of it", "It is more than half of it.", "it"), ("of a noun phrase", "It took 60% of the fund for arms.", "the fund"),
    ("none", "It took 60%.", ""), ("no base of GDP", "It took 2% of GDP.", ""), ("change", "It fell 2% in May.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "units"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_units_of_percentages(text: str, units: str) -> None:
    assert " ".join(claim.unit.replace("% of GDP", "%GDP") for claim in extract(text)) == units


@pytest.mark.parametrize(("text", "base"), [row[1:] for row in BASES], ids=[row[0] for row in BASES])
def test_bases_of_percentages(text: str, base: str) -> None:
    assert [claim.base for claim in extract(text)] == [base]


def test_a_share_that_leans_on_the_sentence_before_carries_it() -> None:
    before, leaning = extract("It spent 2% of GDP on defence. It will raise that to 5%.")
    assert before.context == ""
    assert leaning.unit == "% of GDP"
