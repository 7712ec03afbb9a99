"""Quotations: where in a text somebody is quoted, by its quotation marks and dashes."""

from __future__ import annotations

import re

QUOTES = re.compile(r"[\"\u201c\u201d\u201e\u00ab\u00bb]")
_OPENING = frozenset("\u201e\u00ab")
_CLOSING = frozenset('\u201d\u201c\u00bb"')
_TITLE = 40  # code points of a name in quotation marks
_STOP = re.compile("[.,!?\u2026\n]")
_LEADING_DASH = re.compile(r"[ \t\xa0]{0,4}(?:[-\u2013\u2014][ \xa0]|[\u2013\u2014](?=[^\W\d_]))")
_DASH = re.compile(r"[-\u2013\u2014]\s*$")


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations in ``text[start:end]`` as spans with their marks; an open one runs to the end."""
    spans: list[tuple[int, int]] = []
    opened = -1
    for mark in QUOTES.finditer(text, start, end):
        place, sign = mark.start(), mark[0]
        if opened < 0:
            closes = sign in "\u201d\u00bb" and not _opens(text, start, place)
            if not closes:
                opened = place
        elif sign not in _OPENING and not (
            sign == "\u201c" and text[opened] == "\u201c" and not _ends(text, place)
        ):
            spans.append((opened, place + 1))
            opened = -1
    if opened >= 0:
        spans.append((opened, end))
    return spans


def _ends(text: str, place: int) -> bool:
    """Whether a mark that opens stands where only one that closes can: "… strength,’ “ she said"."""
    return not text[place + 1 : place + 2].strip()


def _opens(text: str, start: int, place: int) -> bool:
    """Whether a mark that closes in other languages opens here: "Hon sade: ”Vi ger mer.”"."""
    free = place == start or text[place - 1] in " \xa0("
    return free and text[place + 1 : place + 2].isalnum()


def before_title(text: str, start: int, end: int) -> int:
    """Where what stands before a short name in quotation marks ends that ends at `end`; else `end`.

    >>> text = "Rutte told the \u201cTimes\u201d on"
    >>> text[: before_title(text, 0, 22)], before_title(text, 0, 25)
    ('Rutte told the ', 25)
    """
    last = end - 1 if text[end - 1 : end] == " " else end
    if last - start < 2 or text[last - 1] not in _CLOSING:
        return end
    opened = max(text.rfind(sign, max(start, last - _TITLE), last - 1) for sign in _CLOSING | _OPENING)
    named = opened > start and text[opened - 1] in " \xa0" and text[opened + 1].isupper()
    return opened if named and not _STOP.search(text, opened, last) else end


def led_by_dash(text: str, start: int) -> bool:
    """Whether a line begins with a dash and a space, as a turn of speech does in many languages.

    >>> led_by_dash("– Vi ger mer, säger hon.", 0), led_by_dash("-5 %", 0)
    (True, False)
    """
    return _LEADING_DASH.match(text, start) is not None


def after_dash(text: str, place: int, start: int) -> bool:
    """Whether a dash stands directly before a place: "… further. - Rutte said."."""
    return bool(_DASH.search(text, max(start, place - 4), place))
