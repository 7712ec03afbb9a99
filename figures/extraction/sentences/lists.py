"""Lists: items that stand line by line under a heading, which says what all of them are.

"Defence spending in 2024, as a share of GDP:" holds for each "• Poland: 4.12%" below it.
"""

from __future__ import annotations

from figures.extraction.sentences.paragraphs import BULLETS


def is_item(text: str, start: int) -> bool:
    """Whether a sentence that begins at `start` is an item of a list, by the sign that opens it.

    >>> is_item("• Poland: 4%", 0), is_item("-3% in Poland", 0), is_item("Poland: 4%", 0)
    (True, False, False)
    """
    return text[start : start + 1] in BULLETS and text[start + 1 : start + 2].isspace()


def is_heading(text: str, end: int) -> bool:
    """Whether a sentence that ends at `end` leads a list, by the colon at its end.

    >>> is_heading("Spending in 2024:", 17), is_heading("Spending.", 9)
    (True, False)
    """
    return text[end - 1 : end] == ":"
