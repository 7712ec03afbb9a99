"""Curation: what people add to extraction, and the data built from both.

``tables``    rows of a CSV file that people edit, and their cells
``edits``     `data/curated.csv` laid over what extraction reads
``cited``     `data/cited.csv`, figures of publications that are cited but not quoted
``validity``  what must hold for every figure
``building``  all of it put together into `data/figures.csv`
``excerpts``  adds a source to `data/sources/`
"""

from __future__ import annotations

from figures.curation.building import build, figures_table
from figures.curation.cited import cited_figure_id
from figures.curation.excerpts import add_source

__all__ = ["add_source", "build", "cited_figure_id", "figures_table"]
