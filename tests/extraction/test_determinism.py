"""The same text gives the same claims under any hash seed, in any thread and in any process."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from figures import extract
from figures.extraction.claims import Reader
from tests.labelled import EXAMPLES, read_examples

SENTENCES = [
    example.text for path in sorted((EXAMPLES / "en").glob("*.jsonl")) for example in read_examples(path)
]
# Sentences of all phenomena, each paragraph with several, so that they lean on one another.
TEXTS = [
    "\n\n".join(" ".join(SENTENCES[place::40][:8]) for place in range(start, 40, 8)) for start in range(8)
]
PUBLISHED = date(2025, 6, 4)
SEEDS = ("0", "1", "42", "4294967295")
ROOT = Path(__file__).parents[2]


def _read(text: str) -> list[str]:
    return [repr(claim) for claim in extract(text, published=PUBLISHED)]


EXPECTED = [_read(text) for text in TEXTS]


def test_the_texts_hold_figures_of_all_kinds() -> None:
    claims = [claim for text in TEXTS for claim in extract(text, published=PUBLISHED)]
    assert len(claims) > 300
    assert {claim.kind for claim in claims} >= {"money", "share", "change", "multiple", "count"}


def test_reading_twice_gives_the_same() -> None:
    assert [_read(text) for text in TEXTS] == EXPECTED
    assert [_read(text) for text in reversed(TEXTS)] == EXPECTED[::-1]


def test_a_new_reader_gives_the_same() -> None:
    reader = Reader("en")
    assert [[repr(claim) for claim in reader.claims(text, PUBLISHED)] for text in TEXTS] == EXPECTED


@pytest.mark.parametrize("seed", SEEDS)
def test_any_hash_seed_gives_the_same(seed: str) -> None:
    code = "from tests.extraction.test_determinism import EXPECTED; print(ascii(EXPECTED))"
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == ascii(EXPECTED)


def test_threads_that_share_a_reader_give_the_same() -> None:
    switch = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(_read, TEXTS * 4))
    finally:
        sys.setswitchinterval(switch)
    assert found == EXPECTED * 4


def test_threads_that_compile_a_reader_at_once_give_the_same() -> None:
    with ThreadPoolExecutor(4) as pool:
        readers = list(pool.map(Reader, ["en"] * 4))
        found = list(
            pool.map(lambda reader: [repr(claim) for claim in reader.claims(TEXTS[0], PUBLISHED)], readers)
        )
    assert found == [EXPECTED[0]] * 4


def test_processes_give_the_same() -> None:
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert list(pool.map(_read, TEXTS)) == EXPECTED
