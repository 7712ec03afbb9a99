"""Interval arithmetic with open and closed ends.

An interval holds every value that a statement leaves possible; the result of an operation holds
every value that can come out of it. Ends are rounded outwards, so that a result never claims more
than its inputs said. The rules for products follow R. E. Moore, "Interval Analysis" (1966), with
ends marked as open where the value itself is excluded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

INFINITY = Decimal("Infinity")
End = tuple[Decimal, bool]
Operation = Callable[[Decimal, Decimal], Decimal]
Combination = Callable[[End, End, Operation], End]
_DOWN = Context(prec=40, rounding=ROUND_FLOOR)
_UP = Context(prec=40, rounding=ROUND_CEILING)


@dataclass(frozen=True, slots=True)
class Interval:
    """All values between two ends; an open end is excluded, an infinite one always open.

    >>> Interval(Decimal(1), Decimal(2)) + Interval(Decimal(3), Decimal(4), high_open=True)
    Interval(low=Decimal('4'), high=Decimal('6'), low_open=False, high_open=True)
    >>> Decimal(2) in Interval(Decimal(1), Decimal(2), high_open=True)
    False
    """

    low: Decimal = -INFINITY
    high: Decimal = INFINITY
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low > self.high or (self.low == self.high and (self.low_open or self.high_open)):
            raise ValueError(f"no value lies between {self.low} and {self.high}")
        if self.low.is_infinite():
            object.__setattr__(self, "low_open", True)
        if self.high.is_infinite():
            object.__setattr__(self, "high_open", True)

    def __contains__(self, value: Decimal) -> bool:
        above = value > self.low or (value == self.low and not self.low_open)
        return above and (value < self.high or (value == self.high and not self.high_open))

    def __neg__(self) -> Interval:
        return Interval(self.high.copy_negate(), self.low.copy_negate(), self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            _DOWN.add(self.low, other.low),
            _UP.add(self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        return self._by_ends(other, _product, _DOWN.multiply, _UP.multiply)

    def __truediv__(self, other: Interval) -> Interval:
        """Raises `ZeroDivisionError` where the divisor may be zero."""
        if Decimal(0) in other or (other.low < 0 < other.high):
            raise ZeroDivisionError("the divisor may be zero")
        if other.high <= 0:
            return -self / -other
        return self._by_ends(other, _quotient, _DOWN.divide, _UP.divide)

    def _by_ends(self, other: Interval, combine: Combination, down: Operation, up: Operation) -> Interval:
        """The interval whose ends are the least and the greatest result of two ends."""
        ends = [(one, two) for one in self._ends() for two in other._ends()]
        low, low_open = min(combine(one, two, down) for one, two in ends)
        # Of equal ends the closed one decides: False sorts before True.
        results = (combine(one, two, up) for one, two in ends)
        high, high_closed = max((value, not is_open) for value, is_open in results)
        return Interval(low, high, low_open, not high_closed)

    def _ends(self) -> tuple[End, End]:
        return (self.low, self.low_open), (self.high, self.high_open)

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both.

        >>> Interval(Decimal(1), Decimal(2)).meets(Interval(Decimal(2), Decimal(3)))
        True
        >>> Interval(Decimal(1), Decimal(2)).meets(Interval(Decimal(2), Decimal(3), low_open=True))
        False
        """
        return not (self.below(other) or other.below(self))

    def below(self, other: Interval) -> bool:
        """Whether every value of this one is smaller than every value of the other."""
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def overlaps(self, other: Interval) -> bool:
        """Whether they share more than an end, or one of them is a single value inside the other."""
        if self.low == self.high or other.low == other.high:
            return self.meets(other)
        return self.low < other.high and other.low < self.high

    def rounded(self, quantum: Decimal) -> Interval:
        """The ends moved outwards to multiples of `quantum`.

        >>> Interval(Decimal("29.05"), low_open=True).rounded(Decimal("0.1")).low
        Decimal('29.0')
        """
        low, high = self.low, self.high
        if low.is_finite():
            low = _steps(low, quantum, _DOWN)
        if high.is_finite():
            high = _steps(high, quantum, _UP)
        # An end that moved is no longer the value that was excluded, but neither is it a possible one.
        return Interval(low, high, self.low_open or low < self.low, self.high_open or high > self.high)


def point(value: Decimal | int) -> Interval:
    """The interval of one value."""
    return Interval(Decimal(value), Decimal(value))


def _product(one: End, two: End, multiply: Operation) -> End:
    """The product of two ends, and whether it is open."""
    (left, left_open), (right, right_open) = one, two
    if left == 0 or right == 0:
        # A zero that is reached makes zero whatever the other is, even without limit.
        closed = (left == 0 and not left_open) or (right == 0 and not right_open)
        return Decimal(0), not closed
    return multiply(left, right), left_open or right_open


def _quotient(one: End, two: End, divide: Operation) -> End:
    """The quotient of two ends, of which the second is not negative, and whether it is open."""
    (left, left_open), (right, right_open) = one, two
    if left == 0:
        return Decimal(0), left_open
    if right.is_infinite():
        return Decimal(0), True
    if right == 0 or left.is_infinite():
        return INFINITY.copy_sign(left), True
    return divide(left, right), left_open or right_open


def _steps(value: Decimal, quantum: Decimal, context: Context) -> Decimal:
    rounding = context.rounding
    return context.multiply(context.divide(value, quantum).to_integral_value(rounding=rounding), quantum)
