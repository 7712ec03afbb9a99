"""Extraction: a text in, the claims it states out. Pure: no files but the bundled tables, no clock."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from figures.extraction.languages import detect, stretches
from figures.lexicon import UNDETERMINED
from figures.records import Claim, Link

if TYPE_CHECKING:
    from figures.extraction.claims import Reader

__all__ = ["detect", "extract"]

AUTO = "auto"
_VISIBLE = re.compile(r"[^\n]")


def extract(text: str, language: str = "en", published: date | None = None) -> list[Claim]:
    """The claims of a text, in order.

    `language` is an ISO 639-1 code, or ``auto``: detected for the document, and for paragraphs that
    are clearly in another. A language without a table in `data/lexicon/` is read by signs, codes and
    digits alone. `published` is the day against which "this year" and the like are resolved, None
    leaves them in words. Offsets are Unicode code points of `text`. Never raises on any text;
    raises `LanguageError` for a code that is none.

    >>> claim = extract("Allies committed EUR 20.9 billion in the first half of 2024.")[0]
    >>> claim.value, claim.unit, claim.exact, claim.start
    (Decimal('20900000000'), 'EUR', 'EUR 20.9 billion', 17)
    >>> extract("The meeting of 13 February 2025 lasted two days.")
    []
    """
    if language != AUTO:
        return _reader(language).claims(text, published)
    parts = list(stretches(text))
    if len(parts) == 1:
        return _reader(parts[0][2] or UNDETERMINED).claims(text, published)
    claims: list[Claim] = []
    for spoken in dict.fromkeys(code for _, _, code in parts):
        claims += _moved(
            _reader(spoken or UNDETERMINED).claims(_only(text, parts, spoken), published), len(claims)
        )
    return _in_order(claims)


def _reader(language: str) -> Reader:
    # The grammar is loaded for the first text, so that those who only show figures start without it.
    from figures.extraction.claims import reader

    return reader(language)


def _only(text: str, parts: list[tuple[int, int, str]], language: str) -> str:
    """The text with all but one language blanked out, every character in its place."""
    return "".join(
        text[start:end] if code == language else _VISIBLE.sub(" ", text[start:end])
        for start, end, code in parts
    )


def _moved(claims: list[Claim], by: int) -> list[Claim]:
    """The claims with links to places in their own list made links to places `by` further on."""
    return [_relinked(claim, lambda place: place + by) for claim in claims]


def _in_order(claims: list[Claim]) -> list[Claim]:
    """The claims by their place in the text, their links following."""
    order = sorted(range(len(claims)), key=lambda place: (claims[place].start or 0, place))
    place_of = {old: new for new, old in enumerate(order)}
    return [_relinked(claims[old], place_of.__getitem__) for old in order]


def _relinked(claim: Claim, place_of: Callable[[int], int]) -> Claim:
    if not claim.links:
        return claim
    links = tuple(Link(link.relation, f"#{place_of(int(link.target[1:]))}") for link in claim.links)
    return dataclasses.replace(claim, links=links)
