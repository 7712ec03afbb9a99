"""Allies are counted by the guideline; countries that are merely there are not."""

from __future__ import annotations

import pytest

from figures import extract

# A text, and the counts of allies in it.
COUNTED = [
    ("Today 23 allies meet the 2% guideline.", ["23 allies"]),
    ("All 32 allies now reach the 2% target.", ["32 allies"]),
    ("The 2% guideline is met by 23 countries.", ["23 countries"]),
    ("Nine countries still fall below 2%.", ["Nine countries"]),
    ("The number of allies at 2% rose from six to 23.", ["six", "23"]),
    ("A survey in six countries finds that 55% agree.", []),
    ("The three countries account for 40% of imports.", []),
    ("It spends 1.3% of GDP, the least of all 32 members.", []),
    ("The alliance's 32 members set new targets.", []),
    ("Twelve countries took part.", []),
]


@pytest.mark.parametrize(("text", "exacts"), COUNTED)
def test_allies_are_counted_by_the_guideline(text: str, exacts: list[str]) -> None:
    assert [claim.exact for claim in extract(text) if claim.kind == "count"] == exacts
