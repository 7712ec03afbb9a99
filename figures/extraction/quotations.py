"""Quotations: where in a text somebody is quoted, by its quotation marks and dashes."""

from __future__ import annotations

import re

QUOTES = re.compile(r"[\"\u201c\u201d\u201e\u00ab\u00bb]")
_OPENING = frozenset("\u201e\u00ab")
_DASH = re.compile(r"[-\u2013\u2014]\s*$")


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations in ``text[start:end]`` as spans with their marks; an open one runs to the end."""
    spans: list[tuple[int, int]] = []
    opened = -1
    for mark in QUOTES.finditer(text, start, end):
        place, sign = mark.start(), mark[0]
        if opened < 0:
            closes = sign in "\u201d\u00bb"
            if not closes:
                opened = place
        elif sign not in _OPENING and not (sign == "\u201c" and text[opened] == "\u201c"):
            spans.append((opened, place + 1))
            opened = -1
    if opened >= 0:
        spans.append((opened, end))
    return spans


def after_dash(text: str, place: int, start: int) -> bool:
    """Whether a dash stands directly before a place: "… further. - Rutte said."."""
    return bool(_DASH.search(text, max(start, place - 4), place))
