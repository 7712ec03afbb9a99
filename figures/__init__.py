"""Figures at Source: published numbers, each tied to the sentence that states it.

A *source* is a document that states figures, and a *quote* the sentence that states one. A
*quantity* is number, unit and bound as written; a *claim* is a quantity with its context; a
*figure* is a claim made comparable. A chart is a drawing of figures.

The flow::

    document → extraction → claims → curation and normalise → figures → checks
             → store → charts, table, quote panel, files

>>> import figures
>>> [claim.exact for claim in figures.extract("Allies will spend 5% of GDP by 2035.")]
['5%']
"""

from __future__ import annotations

from figures.extraction import detect, extract
from figures.records import COLUMNS, Claim, Figure, Link

__all__ = ["COLUMNS", "Claim", "Figure", "Link", "detect", "extract"]
