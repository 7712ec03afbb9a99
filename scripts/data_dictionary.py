"""Writes docs/data-dictionary.md; `make docs` runs it."""

from __future__ import annotations

from pathlib import Path

from figures.publish import data_dictionary

if __name__ == "__main__":
    page = Path(__file__).resolve().parent.parent / "docs" / "data-dictionary.md"
    page.write_text(data_dictionary(), encoding="utf-8")
