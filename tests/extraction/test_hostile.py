"""On no input does the time of reading grow faster than its length.

Seconds say nothing on a machine that others use too, so growth is compared: four times the text may
take about four times the time. Where reading is quadratic it takes sixteen times.
"""

from __future__ import annotations

from time import process_time

import pytest

from figures import extract
from tests.extraction.hostile import KINDS, Builder

# A sentence has at most 1,000 characters, and what is read with it as many; growth shows beyond that.
SMALLEST, LARGEST = 4_000, 1_024_000
STEP = 4
# Far from the 4 of a linear reader, for noise, and far from the 16 of a quadratic one.
MOST_GROWTH = 8
# A shorter time is noise; a longer one has shown enough.
TELLING, ENOUGH = 0.004, 0.04
ATTEMPTS = 5


@pytest.fixture(autouse=True, scope="module")
def _warm() -> None:
    extract("Germany gave Ukraine 5% of its GDP in 2024.")


@pytest.mark.parametrize("kind", KINDS)
def test_time_grows_as_the_text_does(kind: str) -> None:
    build = KINDS[kind]
    length, seconds = SMALLEST, _seconds(build(SMALLEST))
    while length < LARGEST and seconds < ENOUGH:
        shorter, length = seconds, length * STEP
        seconds = _seconds(build(length))
        if shorter >= TELLING and seconds > MOST_GROWTH * shorter:
            growths = [_growth(build, length) for _ in range(ATTEMPTS)]
            assert min(growths) <= MOST_GROWTH, (length, growths)


def _growth(build: Builder, length: int) -> float:
    longer = _seconds(build(length))
    return longer / _seconds(build(length // STEP))


def _seconds(text: str) -> float:
    start = process_time()
    extract(text)
    return max(process_time() - start, 1e-6)
