"""Runs every measurement and prints one table: ``python -m tests.bench [part …]``.

A part is a module ``bench_<part>.py`` with a function ``run()`` that returns rows of name, goal and
measured text. Nothing here passes or fails: machines differ, so a row says how many times the goal
is met, and a person judges.
"""

from __future__ import annotations

import importlib
import os
import platform
import re
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_UNMEASURED = "not measured"


def times_met(goal: str, measured: str) -> float | None:
    """How many times a goal is met; nothing where goal or measurement is not one number.

    >>> times_met("≥ 30 MB/s", "45.0 MB/s"), times_met("≤ 60 ms", "120 ms")
    (1.5, 0.5)
    >>> times_met("", "45.0 MB/s"), times_met("≤ 60 ms", "not measured: no browser")
    (None, None)
    """
    wanted, found = _NUMBER.findall(goal), _NUMBER.match(measured)
    if len(wanted) != 1 or not found or goal[:1] not in ("≥", "≤"):
        return None
    limit, value = (float(text.replace(",", "")) for text in (wanted[0], found[0]))
    if goal.startswith("≥"):
        return value / limit
    return limit / value if value else None


def parts() -> list[str]:
    """The names of all measurements."""
    return sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))


def lines_of(rows: Iterable[tuple[str, str, str]]) -> list[str]:
    """Rows as lines of a table, each with how many times its goal is met."""
    found = [
        (name, goal, measured, "" if ratio is None else f"{ratio:.2f} ×" + ("" if ratio >= 1 else "  missed"))
        for name, goal, measured in rows
        for ratio in (times_met(goal, measured),)
    ]
    cells = [("what", "goal", "measured", "goal met"), *found]
    widths = [max(len(line[column]) for line in cells) for column in range(3)]
    return [
        "  ".join([*(text.ljust(width) for text, width in zip(line, widths, strict=False)), line[3]]).rstrip()
        for line in cells
    ]


def main(names: Sequence[str]) -> int:
    """Measure the named parts, or all; a part that cannot be measured is named and the others go on."""
    unknown = [name for name in names if name not in parts()]
    if unknown:
        print(f"{unknown[0]}: is no part; use one of: {', '.join(parts())}", file=sys.stderr)
        return 2
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors")
    failed = 0
    for name in names or parts():
        start = time.perf_counter()
        try:
            rows = importlib.import_module(f"tests.bench.bench_{name}").run()
        except Exception as error:
            print(f"\n{name}: {_UNMEASURED}: {type(error).__name__}: {error}")
            failed = 1
            continue
        print(f"\n{name} ({time.perf_counter() - start:.0f} s)")
        print("\n".join(lines_of(rows)), flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
