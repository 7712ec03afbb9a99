"""What is loaded when: those who only show figures start without the grammar."""

from __future__ import annotations

import subprocess
import sys

_LATE = ("figures.extraction.claims", "babel", "sentencex")


def _loaded(program: str) -> list[str]:
    """Which of the late modules a program loads, in a new interpreter."""
    listing = f"import sys; {program}; print(*(name for name in {_LATE} if name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)
    return run.stdout.split()


def test_the_package_is_imported_without_the_grammar() -> None:
    assert _loaded("import figures") == []


def test_the_first_text_loads_it() -> None:
    assert _loaded("import figures; figures.extract('It cost 5% of GDP.')") == list(_LATE)
