"""Windows: the marks around a place of a text, which many ask for and which are found once.

A text is read in blocks that begin and end between words; a phrase belongs to the block that it
begins in.
"""

from __future__ import annotations

from figures.extraction.marks import Mark, Spotter

_BLOCK = 512  # code points
_BEYOND = 80  # more than a phrase is long
_LONGEST_WORD = 64


class Windows:
    """The marks of one text, block by block.

    >>> windows = Windows("Up to 5 from the US.", Spotter([("up to", "bound", "at_most"), ("US", "party", "US")]))
    >>> windows.marks(8, 20)
    [Mark(start=17, end=19, tag='party', value='US')]
    >>> windows.marks(0, 3)
    []
    """

    def __init__(self, text: str, spotter: Spotter) -> None:
        """For a text of which nothing is read yet."""
        self._text = text
        self._spotter = spotter
        self._blocks: dict[int, list[Mark]] = {}

    def marks(self, start: int, end: int) -> list[Mark]:
        """The marks that lie between two places, in order."""
        found: list[Mark] = []
        for number in range(start // _BLOCK, max(end - 1, start) // _BLOCK + 1):
            block = self._blocks.get(number)
            if block is None:
                block = self._blocks[number] = self._read(number)
            found += block
        return [mark for mark in found if start <= mark[0] and mark[1] <= end]

    def _read(self, number: int) -> list[Mark]:
        first, last = self._edge(number * _BLOCK), self._edge((number + 1) * _BLOCK)
        marks = self._spotter.marks(self._text, first, min(len(self._text), last + _BEYOND))
        return [mark for mark in marks if mark[0] < last]

    def _edge(self, place: int) -> int:
        """The end of the word that stands across a place, the place itself where none does."""
        text = self._text
        for end in range(place, min(len(text), place + _LONGEST_WORD)):
            if not (text[end - 1 : end].isalnum() and text[end].isalnum()):
                return end
        return min(place, len(text))
