"""How long the library takes to import, each time in a fresh process."""

from __future__ import annotations

import subprocess
import sys

_RUNS = 7


def seconds_of(statement: str) -> float:
    """The shortest time a statement takes in fresh processes, without the start of Python itself."""
    code = f"import time; start = time.perf_counter(); {statement}; print(time.perf_counter() - start)"
    found = [
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
        for _ in range(_RUNS)
    ]
    return min(map(float, found))


def run() -> list[tuple[str, str, str]]:
    """Import times without and with pint, and of what the dashboard needs."""
    pint, library = seconds_of("import pint"), seconds_of("import figures")
    both = seconds_of("import figures, figures.normalise.units")
    loaded = subprocess.run(
        [sys.executable, "-c", "import figures, sys; print('pint' in sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    return [
        (
            "import figures",
            "≤ 60 ms",
            f"{library * 1e3:.0f} ms" + (", pint among it" if loaded == "True" else ""),
        ),
        (
            "import figures and its units, against import pint",
            "≤ 1.5 ×",
            f"{both / pint:.2f} × of {pint * 1e3:.0f} ms",
        ),
        ("import app", "", f"{seconds_of('import app') * 1e3:.0f} ms"),
    ]
