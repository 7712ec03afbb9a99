from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from figures.checks.intervals import INFINITY, Interval, point

D = Decimal
ends = st.decimals(-1000, 1000, places=2)


@st.composite
def intervals(draw: Callable[..., Any], least: int = -1000) -> Interval:
    low, high = sorted((draw(st.decimals(least, 1000, places=2)), draw(st.decimals(least, 1000, places=2))))
    if low == high:
        return Interval(low, high)
    low = -INFINITY if draw(st.integers(0, 5)) == 0 and least < 0 else low
    high = INFINITY if draw(st.integers(0, 5)) == 0 else high
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


@st.composite
def inside(draw: Callable[..., Any], interval: Interval) -> Fraction:
    """A value of an interval, often close to an end."""
    low = Fraction(-2000) if interval.low.is_infinite() else Fraction(interval.low)
    high = Fraction(2000) if interval.high.is_infinite() else Fraction(interval.high)
    if low == high:
        return low
    part = draw(st.sampled_from([0, 1, 10**6 - 1, 10**6]) | st.integers(0, 10**6))
    value = low + (high - low) * Fraction(part, 10**6)
    if (value == low and interval.low_open) or (value == high and interval.high_open):
        return (low + high) / 2
    return value


def holds(interval: Interval, value: Fraction) -> bool:
    above = value > Fraction(interval.low) if interval.low.is_finite() else True
    if interval.low.is_finite() and value == Fraction(interval.low):
        above = not interval.low_open
    below = value < Fraction(interval.high) if interval.high.is_finite() else True
    if interval.high.is_finite() and value == Fraction(interval.high):
        below = not interval.high_open
    return above and below


@given(st.data(), intervals(), intervals(), st.sampled_from(["+", "-", "*", "/"]))
def test_every_possible_result_lies_in_the_result(
    data: st.DataObject, one: Interval, other: Interval, sign: str
) -> None:
    left, right = data.draw(inside(one)), data.draw(inside(other))
    if sign == "/":
        assume(other.low >= 0 or other.high <= 0)
        assume(Decimal(0) not in other)
        assert holds(one / other, left / right)
    elif sign == "*":
        assert holds(one * other, left * right)
    elif sign == "+":
        assert holds(one + other, left + right)
    else:
        assert holds(one - other, left - right)


@given(st.data(), intervals(), st.sampled_from([D("0.1"), D(1), D(100)]))
def test_rounding_is_outwards(data: st.DataObject, interval: Interval, quantum: Decimal) -> None:
    rounded = interval.rounded(quantum)
    assert holds(rounded, data.draw(inside(interval)))
    for end in (rounded.low, rounded.high):
        assert end.is_infinite() or end % quantum == 0


@given(st.data(), intervals(), intervals())
def test_meeting_intervals_are_those_with_a_common_value(
    data: st.DataObject, one: Interval, other: Interval
) -> None:
    assert one.meets(other) == other.meets(one)
    if not one.meets(other):
        assert not holds(other, data.draw(inside(one)))
    assert not (one.overlaps(other) and not one.meets(other))


@given(intervals())
def test_an_interval_meets_itself_and_its_negative_mirrors_it(interval: Interval) -> None:
    assert interval.meets(interval)
    mirrored = -interval
    assert -mirrored == interval


@pytest.mark.parametrize(
    ("one", "other", "meets", "overlaps"),
    [
        (Interval(D(1), D(2)), Interval(D(2), D(3)), True, False),
        (Interval(D(1), D(2)), Interval(D(2), D(3), low_open=True), False, False),
        (Interval(D(1), D(2), high_open=True), Interval(D(2), D(3)), False, False),
        (Interval(D(1), D(3)), Interval(D(2), D(4)), True, True),
        (point(2), Interval(D(2), D(3)), True, True),
        (point(2), Interval(D(2), D(3), low_open=True), False, False),
        (point(2), point(3), False, False),
        (Interval(low=D(1)), Interval(high=D(0)), False, False),
        (Interval(), point(7), True, True),
    ],
)
def test_meeting(one: Interval, other: Interval, meets: bool, overlaps: bool) -> None:
    assert (one.meets(other), one.overlaps(other)) == (meets, overlaps)


@pytest.mark.parametrize(("low", "high", "opened"), [(D(2), D(1), False), (D(1), D(1), True)])
def test_an_interval_holds_some_value(low: Decimal, high: Decimal, opened: bool) -> None:
    with pytest.raises(ValueError, match="no value lies between"):
        Interval(low, high, opened)


@pytest.mark.parametrize("divisor", [Interval(D(-1), D(1)), Interval(D(0), D(1)), Interval(), point(0)])
def test_a_divisor_that_may_be_zero(divisor: Interval) -> None:
    with pytest.raises(ZeroDivisionError):
        point(1) / divisor


def test_a_divisor_may_come_as_close_to_zero_as_it_likes() -> None:
    assert point(1) / Interval(D(0), D(2), low_open=True) == Interval(D("0.5"), INFINITY)
