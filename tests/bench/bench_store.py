"""How fast the store selects and the files are written, at 10,000 figures."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from datetime import date
from functools import partial

from figures.publish import write_csv, write_json, write_package
from figures.store import Query, TableStore
from tests.store.samples import many

_FIGURES = 10_000
_RUNS = 100
_QUERIES = {
    "everything": Query(),
    "one measure": Query(measure=("military_aid",)),
    "actors, status and years": Query(
        actor=("NATO Allies", "Canada"), status=("pledged", "target"), start=date(2014, 1, 1)
    ),
    "two words": Query(q="billion euros"),
}


def p95(work: Callable[[], object], runs: int = _RUNS) -> float:
    """The seconds that 95 of 100 runs stay under."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return sorted(times)[int(len(times) * 0.95)]


def run() -> list[tuple[str, str, str]]:
    """Selections, and the three files of all figures."""
    figures = many(_FIGURES)
    store = TableStore(figures)
    rows = [
        (f"select {name}, p95", "≤ 5 ms", f"{p95(partial(store.select, query)) * 1e3:.2f} ms")
        for name, query in _QUERIES.items()
    ]
    for name, write in (("CSV", write_csv), ("JSON", write_json), ("data package", write_package)):
        stream = io.BytesIO()
        start = time.perf_counter()
        write(figures, stream)
        seconds = time.perf_counter() - start
        rows.append((f"write {name}", "", f"{seconds * 1e3:.0f} ms, {stream.tell() / 1e6:.1f} MB"))
    return rows
