from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.checks.stated import likely, said, written_step
from figures.records import Claim
from tests.checks.making import figure

INF = "Infinity"


@pytest.mark.parametrize(
    ("amount", "low", "high"),
    [
        ("485 bn USD", "484.5e9", "485.5e9"),
        ("20.9 bn EUR", "20.85e9", "20.95e9"),
        ("20.90 bn EUR", "20.895e9", "20.905e9"),
        ("700 bn USD", "699.5e9", "700.5e9"),
        ("2 % of GDP", "1.5", "2.5"),
        ("2.0 % of GDP", "1.95", "2.05"),
        ("-3 %", "-3.5", "-2.5"),
        ("23 allies", "23", "23"),
        ("800000 shells", "800000", "800000"),
        ("1.2 m drones", "1150000", "1250000"),
        ("> 50 bn EUR", "50e9", INF),
        (">= 40 bn EUR", "40e9", INF),
        ("< 4 tanks", "0", "4"),
        ("<= 50 bn EUR", "0", "50e9"),
        ("≲ 5 allies", "0", "5"),
        ("~ 60 bn EUR", "54e9", "66e9"),
        ("1.5-2 bn EUR", "1.5e9", "2e9"),
        ("0 bn EUR", "0", "0"),
    ],
)
def test_what_was_said(amount: str, low: str, high: str) -> None:
    interval = said(figure("a", amount))
    assert interval is not None
    assert (interval.low, interval.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("bound", "low_open", "high_open"),
    [
        ("more_than", True, True),
        ("at_least", False, True),
        ("less_than", False, True),
        ("at_most", False, False),
        ("nearly", False, True),
        ("about", False, False),
        ("exact", False, False),
    ],
)
def test_open_and_closed_ends(bound: str, low_open: bool, high_open: bool) -> None:
    interval = said(Claim(kind="money", value=Decimal(50), bound=bound))
    assert interval is not None
    assert (interval.low_open, interval.high_open) == (low_open, high_open)


@pytest.mark.parametrize(
    ("amount", "low", "high"),
    [
        ("≲ 20 %", "18", "20"),
        ("100 bn USD", "97.5e9", "102.5e9"),
        ("130 bn USD", "126.75e9", "133.25e9"),
        ("485 bn USD", "484.5e9", "485.5e9"),
        ("23 allies", "23", "23"),
        ("40 tanks", "40", "40"),
    ],
)
def test_what_is_likely(amount: str, low: str, high: str) -> None:
    interval = likely(figure("a", amount))
    assert interval is not None
    assert (interval.low, interval.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("value", "exact", "kind", "step"),
    [
        ("485e9", "485 billion US dollars", "money", "1e9"),
        ("20.9e9", "EUR 20.9 billion", "money", "0.1e9"),
        ("20.9e9", "20,9 milliards d’euros", "money", "0.1e9"),
        ("1234500", "1,234,500", "money", "1"),
        ("2.5e9", "2½ billion euros", "money", "0.1e9"),
        ("0.5e9", "half a billion", "money", "1e8"),
        ("0.5", "50 cents", "money", "0.01"),
        ("1e9", "one billion citizens", "count", "1e9"),
        ("12", "a dozen", "count", "0"),
        ("33.33", "a third", "share", "1"),
        ("50", "half", "share", "1"),
        ("1.45", "", "share", "0.01"),
        ("485e9", "", "money", "1e9"),
        ("50e9", "", "money", "1e9"),
        ("1.3e12", "", "money", "1e9"),
        ("0", "0", "money", "0"),
    ],
)
def test_written_step(value: str, exact: str, kind: str, step: str) -> None:
    assert written_step(Claim(kind=kind, value=Decimal(value), exact=exact)) == Decimal(step)


bounds = st.sampled_from(
    ["exact", "about", "nearly", "at_least", "more_than", "at_most", "less_than", "between", ""]
)
kinds = st.sampled_from(["money", "share", "change", "count", ""])
texts = st.text("0123456789.,½ bn", max_size=12)


@given(st.decimals(-(10**15), 10**15, places=4), bounds, kinds, texts)
def test_the_value_lies_in_what_is_likely(value: Decimal, bound: str, kind: str, exact: str) -> None:
    claim = Claim(kind=kind, value=value, bound=bound, exact=exact)
    words, tolerant = said(claim), likely(claim)
    assert (words is None) == (tolerant is None) == (bound == "between")
    if words is None or tolerant is None:
        return
    if bound in ("exact", "about", "at_least", "at_most", ""):
        assert value in words
        assert value in tolerant
    # Only the far side of "nearly" and the zeros of a round number are ours to judge.
    if bound not in ("nearly", "exact", ""):
        assert words == tolerant


@given(
    st.none() | st.decimals(),
    st.none() | st.decimals(-9, 9),
    st.none() | st.decimals(-9, 9),
    bounds,
    kinds,
    texts,
)
def test_nothing_raises(
    value: Decimal | None, low: Decimal | None, high: Decimal | None, bound: str, kind: str, exact: str
) -> None:
    claim = Claim(kind=kind, value=value, low=low, high=high, bound=bound, exact=exact)
    assert (said(claim) is None) == (likely(claim) is None)
