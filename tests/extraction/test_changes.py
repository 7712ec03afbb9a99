"""Levels and changes, with the sign of a fall."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figures import extract

# Figures of a sentence as (text, kind, value or "low to high").
ROWS = [
    ("method 18", "Spending rose 20% to 485 billion dollars.", [("20%", "change", "20"), ("485 billion dollars", "money", "485e9")]),
    ("method 18: from to", "It rose from 1.4% to 2%.", [("1.4%", "share", "1.4"), ("2%", "share", "2")]),
    ("method 18: no verb", "It costs from $5 to $8 billion.", [("$5 to $8 billion", "money", "5e9 to 8e9")]),
    ("falling from to", "It decreased from $8 billion to $5 billion.", [("$8 billion", "money", "8e9"), ("$5 billion", "money", "5e9")]),
    ("method 17: by", "It grew by 4.3%.", [("4.3%", "change", "4.3")]),
    ("method 17: noun", "It was a nearly 20% increase.", [("20%", "change", "20")]),
    ("method 17: up", "It was up 18.6% on 2023.", [("18.6%", "change", "18.6")]),
    ("method 17: more than", "It was 20% more than last year.", [("20%", "change", "20")]),
    ("method 17: cut by", "Aid was cut by $5 billion.", [("$5 billion", "change", "-5e9")]),
    ("method 17: rise of", "There was a rise of EUR 2 billion.", [("EUR 2 billion", "change", "2e9")]),
    ("method 17: fell", "Aid fell 3%.", [("3%", "change", "-3")]),
    ("method 17: added", "It gave an additional $3 billion.", [("$3 billion", "money", "3e9")]),
    ("method 17: more", "It gave $700 billion more.", [("$700 billion", "money", "700e9")]),
    ("method 18: to", "It rose to 5%.", [("5%", "share", "5")]),
    ("method 19: growth", "Growth of 3% is expected.", [("3%", "change", "3")]),
    ("method 19: inflation", "Inflation of 4% is high.", [("4%", "change", "4")]),
    ("method 20: tariff", "There is a 10% tariff.", [("10%", "share", "10")]),
    ("method 15: halved", "Aid was halved.", [("halved", "change", "-50")]),
    ("method 15: doubled", "Aid doubled.", [("doubled", "multiple", "2")]),
    ("by half", "Aid dropped by half.", [("half", "change", "-50")]),
    ("points", "It increased 5 percentage points.", [("5 percentage points", "change", "5")]),
    ("points of a cut", "It was a 50 basis point cut.", [("50 basis point", "change", "-0.5")]),
    ("list of falls", "It fell by 2 and 3 per cent.", [("2", "change", "-2"), ("3 per cent", "change", "-3")]),
    ("noun and of", "There was an increase in spending of 20%.", [("20%", "change", "20")]),
    ("shrank", "The economy shrank 2 per cent.", [("2 per cent", "change", "-2")]),
    ("down", "It was down 5%.", [("5%", "change", "-5")]),
    ("lower", "It is 5% lower than in May.", [("5%", "change", "-5")]),
    ("higher", "Prices are 5% higher.", [("5%", "change", "5")]),
    ("weak verb of money", "It raised $5 billion.", [("$5 billion", "money", "5e9")]),
    ("strong verb of money", "The budget rose $5 billion.", [("$5 billion", "change", "5e9")]),
    ("rise of a range", "It was a 5-10% rise.", [("5-10%", "change", "5 to 10")]),
    ("fall of a range", "It cut spending by between 5 and 10 per cent.", [("5 and 10 per cent", "change", "-10 to -5")]),
    ("level", "The share is 5%.", [("5%", "share", "5")]),
]  # fmt: skip


def _wanted(value: str) -> tuple[Decimal | None, ...]:
    low, to, high = value.partition(" to ")
    return (None, Decimal(low), Decimal(high)) if to else (Decimal(value), None, None)


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_levels_are_told_from_changes(text: str, wanted: list[tuple[str, str, str]]) -> None:
    found = [(claim.exact, claim.kind, (claim.value, claim.low, claim.high)) for claim in extract(text)]
    assert found == [(exact, kind, _wanted(value)) for exact, kind, value in wanted]
