"""Extraction: a text in, the claims it states out. Pure: no files but the bundled tables, no clock."""

from __future__ import annotations

from datetime import date

from figures.extraction.claims import reader
from figures.records import Claim

__all__ = ["extract"]


def extract(text: str, language: str = "en", published: date | None = None) -> list[Claim]:
    """The claims of a text, in order.

    `language` is an ISO 639-1 code with a table in `data/lexicon/`; `published` is the day against
    which "this year" and the like are resolved, None leaves them in words. Offsets are Unicode code
    points of `text`. Never raises on any text; raises `LanguageError` for an unknown language.

    >>> claim = extract("Allies committed EUR 20.9 billion in the first half of 2024.")[0]
    >>> claim.value, claim.unit, claim.exact, claim.start
    (Decimal('20900000000'), 'EUR', 'EUR 20.9 billion', 17)
    >>> extract("The meeting of 13 February 2025 lasted two days.")
    []
    """
    return reader(language).claims(text, published)
