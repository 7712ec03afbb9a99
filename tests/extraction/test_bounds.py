"""What a sentence says of the bound of its figures, before or behind the number."""

from __future__ import annotations

import pytest

from figures import extract

# Bounds of the figures of a text, in order; the words before the number are those of method 21.
ROWS = [
    ("nothing", "It gave $5 billion.", "exact"),
    ("exactly", "It gave exactly $5 billion.", "exact"),
    ("a total of", "It gave a total of $5 billion.", "exact"),
    ("about", "It gave about $5 billion.", "about"),
    ("some", "It gave some 300 tanks.", "about"),
    ("an estimated", "It gave an estimated $5bn.", "about"),
    ("or so", "It gave $5bn or so.", "about"),
    ("ish", "It spends 5%-ish.", "about"),
    ("tilde", "It gave ~$5bn.", "about"),
    ("approximately equal", "It gave ≈ $5bn.", "about"),
    ("nearly", "It gave nearly $5bn.", "nearly"),
    ("just under", "It gave just under $5bn.", "nearly"),
    ("not quite", "It spends not quite 2%.", "nearly"),
    ("almost, a fraction", "It gave almost a third of it.", "nearly"),
    ("at least", "It gave at least $5bn.", "at_least"),
    ("no less than", "It gave no less than $5bn.", "at_least"),
    ("a minimum of", "It gave a minimum of $5bn.", "at_least"),
    ("or more", "It gave $5bn or more.", "at_least"),
    ("-plus", "It made a $5bn-plus offer.", "at_least"),
    ("plus sign", "It gave 30+ tanks.", "at_least"),
    ("plus behind a unit", "It spends 5%+.", "at_least"),
    ("behind of GDP", "It spends 2% of GDP or more.", "at_least"),
    ("over", "It gave over $5bn.", "more_than"),
    ("well over, an article", "It gave well over a trillion dollars.", "more_than"),
    ("passed the mark", "Spending passed the two trillion dollar mark.", "more_than"),
    ("more than, a fraction", "More than half of it arrived.", "more_than"),
    ("north of", "It gave north of $5bn.", "more_than"),
    ("greater sign", "It gave > $5bn.", "more_than"),
    ("up to", "It gave up to $5bn.", "at_most"),
    ("no more than", "It gave no more than $5bn.", "at_most"),
    ("as much as", "It gave as much as $5bn.", "at_most"),
    ("or less", "It spends 5% or less.", "at_most"),
    ("under", "It gave under $5bn.", "less_than"),
    ("fewer than", "It gave fewer than 300 tanks.", "less_than"),
    ("below", "It spends below 2%.", "less_than"),
    ("about the magnitude", "It fell at least 3%.", "at_least"),
    ("a range drops it", "It gave about 5 to 7 billion dollars.", "between"),
    ("a list shares it", "It gave at least 10, 12 and 15 per cent.", "at_least at_least at_least"),
    ("one unit said once", "It gave more than 3 or 4 billion dollars.", "more_than more_than"),
    ("a conversion inherits it", "It gave more than $10 bn (£8 bn).", "more_than more_than"),
    ("each its own", "It gave at least $5bn and €6bn.", "at_least exact"),
    ("not of a time", "Over the past year it spent 5%.", "exact"),
    ("not of a plan", "Under the 2% plan it agreed.", "exact"),
    ("up is a change", "It is up 2%.", "exact"),
    ("the end of a tag", "<td>5%</td>", "exact"),
]


@pytest.mark.parametrize(("text", "bounds"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_bounds(text: str, bounds: str) -> None:
    assert " ".join(claim.bound for claim in extract(text)) == bounds
