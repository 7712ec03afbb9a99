"""Turns of speech: who speaks in a paragraph that does not say so, by the paragraphs beside it.

A statement in a transcript goes on after the line that names its speaker; a quotation that fills a
paragraph is said by whom the line before it leads to ("Rutte stated:"), by whom the next part of it
names, or by the one person who speaks in the paragraph before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from figures.extraction.speakers.attributions import Attribution
from figures.extraction.speakers.blocks import Block, Blocks

_LABEL = re.compile(
    r"^[ \t]{0,4}[A-Z](?>[A-Z0-9.,'\u2019 \-]{0,60})(?>(?:\([^()\n]{1,40}\)[A-Z0-9.,'\u2019 \-]{0,40})?):(?=\s)",
    re.MULTILINE,
)
_FEWEST_LABELS = 2  # of a transcript
_LONGEST_TURN = 3_000
_POINTING = 60  # code points of a paragraph that may point back to the one before
_PARTS = 4  # paragraphs of one quotation
_CLOSING = frozenset('"\u201d\u00bb\u201c')


class Turns:
    """The turns of one document; its labels are looked for when a figure first asks."""

    def __init__(self, text: str, blocks: Blocks) -> None:
        self._text = text
        self._blocks = blocks
        self._labels: list[int] | None = None

    def is_transcript(self) -> bool:
        """Whether a document names its speakers by labels in capitals."""
        return bool(self._colons())

    def _colons(self) -> list[int]:
        if self._labels is None:
            found = [label.end() - 1 for label in _LABEL.finditer(self._text)]
            self._labels = found if len(found) >= _FEWEST_LABELS else []
        return self._labels

    def label_before(self, block: Block) -> int:
        """The colon of the label in capitals under which a paragraph stands, -1 for none.

        "SECRETARY HALE: We have $5 billion." holds for the paragraphs below it, up to the next label.
        """
        colons = self._colons()
        place = bisect_left(colons, block.end) - 1
        # A label of its own line speaks for that line.
        if place < 0 or not 0 < block.start - colons[place] <= _LONGEST_TURN:
            return -1
        return colons[place]

    def pointing_behind(self, block: Block) -> tuple[Block, Attribution] | None:
        """Who is said in the next paragraph to have told what a paragraph ends with: "This was said by …"."""
        words = self._blocks.words
        opening = self._text[block.end : block.end + _POINTING].lower()
        if not any(word in opening for word in words.pointing):
            return None
        later = next(self._filled(self._blocks.on_from(block)), None)
        if later is None:
            return None
        said = later.said_in(later.start, later.start + _POINTING)
        return (later, said[0]) if said and said[0].points_back else None

    def quoted_beside(self, block: Block, quote: int) -> Iterator[tuple[Block, int]]:
        """The blocks that may say who speaks a quotation that begins a paragraph, the likeliest first.

        With each the quotation of that block whose speaker it is, or -1 for its last attribution.
        """
        text = self._text
        start, end = block.quotes[quote]
        if text[block.start : start].strip():
            return
        if self._is_open(start, end):
            yield from self._parts_behind(block)
        if text[end : block.end].strip():
            return
        for place, earlier in enumerate(self._filled(self._blocks.back_from(block))):
            if place == _PARTS:
                return
            if earlier is block:
                continue
            if not earlier.said_in(earlier.start, earlier.end) and self._is_quotation(earlier):
                continue
            yield earlier, -1
            return

    def _parts_behind(self, block: Block) -> Iterator[tuple[Block, int]]:
        """The next paragraphs of a quotation that is not closed at the end of its own."""
        for place, later in enumerate(self._filled(self._blocks.on_from(block))):
            if place == _PARTS:
                return
            if not later.quotes or text_before(self._text, later):
                return
            yield later, 0
            if not self._is_open(*later.quotes[0]):
                return

    def _is_open(self, start: int, end: int) -> bool:
        return end - start < 2 or self._text[end - 1] not in _CLOSING

    def _is_quotation(self, block: Block) -> bool:
        """Whether a paragraph is nothing but one quotation."""
        if not block.quotes or text_before(self._text, block):
            return False
        return not self._text[block.quotes[-1][1] : block.end].strip()

    def _filled(self, blocks: Iterator[Block]) -> Iterator[Block]:
        return (block for block in blocks if self._text[block.start : block.end].strip())


def text_before(text: str, block: Block) -> bool:
    """Whether words stand before the first quotation of a block."""
    return bool(text[block.start : block.quotes[0][0]].strip())
