"""How long the worst inputs of 1 MB take, and whether time grows with length alone."""

from __future__ import annotations

import time

from figures import extract
from tests.extraction.hostile import KINDS

_TRIED = 100_000
_LENGTH = 1_000_000
_WORST = 12
_FIXED = 0.5
_PER_FIGURE = 20e-6


def run() -> list[tuple[str, str, str]]:
    """The kinds that are slowest for what is found in them: time allowed, time taken, growth."""
    extract("")
    tried = {name: _seconds(build(_TRIED)) for name, build in KINDS.items()}
    slowest = sorted(tried, key=lambda name: tried[name][0] / _allowed(tried[name][1], _TRIED), reverse=True)
    rows = []
    for name in slowest[:_WORST]:
        taken, found = _seconds(KINDS[name](_LENGTH))
        growth = taken / tried[name][0] / (_LENGTH / _TRIED)
        measured = f"{taken:.2f} s for {found:,} figures, {growth:.1f} × the growth of the text"
        rows.append((name, f"≤ {_allowed(found, _LENGTH):.2f} s", measured))
    return rows


def _allowed(found: int, length: int) -> float:
    return _FIXED * length / _LENGTH + _PER_FIGURE * found


def _seconds(text: str) -> tuple[float, int]:
    start = time.perf_counter()
    found = len(extract(text))
    return time.perf_counter() - start, found
