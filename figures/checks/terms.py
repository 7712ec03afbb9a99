"""The vocabularies of `data/`, looked up so often here that finding their folder each time would tell."""

from __future__ import annotations

from functools import cache

from figures.vocabularies import vocabulary

terms = cache(vocabulary)
