"""Whether the time of reading grows as the text does, and no faster.

Seconds say nothing on a machine that others use too, so growth is compared: four times the text may
take about four times the time. Where reading is quadratic it takes sixteen times.
"""

from __future__ import annotations

from time import process_time

from figures import extract
from tests.extraction.hostile import Builder

# A sentence has at most 1,000 characters, and what is read with it as many; growth shows beyond that.
SMALLEST = 4_000
STEP = 4
# Far from the 4 of a linear reader, for noise, and far from the 16 of a quadratic one.
MOST_GROWTH = 8
# A shorter time is noise; a longer one has shown enough.
TELLING, ENOUGH = 0.004, 0.04
ATTEMPTS = 5


def assert_linear(build: Builder, language: str = "en", largest: int = 1_024_000) -> None:
    """Fail where four times the text, up to `largest` characters, takes far more than four times the time."""
    length, seconds = SMALLEST, _seconds(build(SMALLEST), language)
    while length < largest and seconds < ENOUGH:
        shorter, length = seconds, length * STEP
        seconds = _seconds(build(length), language)
        if shorter >= TELLING and seconds > MOST_GROWTH * shorter:
            growths = [_growth(build, length, language) for _ in range(ATTEMPTS)]
            assert min(growths) <= MOST_GROWTH, (length, growths)


def _growth(build: Builder, length: int, language: str) -> float:
    longer = _seconds(build(length), language)
    return longer / _seconds(build(length // STEP), language)


def _seconds(text: str, language: str) -> float:
    start = process_time()
    extract(text, language)
    return max(process_time() - start, 1e-6)
