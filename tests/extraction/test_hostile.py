"""On no input does the time of reading grow faster than its length."""

from __future__ import annotations

import pytest

from figures import extract
from tests.extraction.growth import assert_linear
from tests.extraction.hostile import KINDS


@pytest.fixture(autouse=True, scope="module")
def _warm() -> None:
    extract("Germany gave Ukraine 5% of its GDP in 2024.")


@pytest.mark.parametrize("kind", KINDS)
def test_time_grows_as_the_text_does(kind: str) -> None:
    assert_linear(KINDS[kind])
