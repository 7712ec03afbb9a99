"""Labels of speech: who is named at the beginning of a line before a colon.

"NATO chief Mark Rutte: …", "SECRETARY HALE: …". A line of a list begins in the same way ("Storm Shadow:
100 missiles"), and so a name needs an office beside it, or to be a person's elsewhere in the text.
"""

from __future__ import annotations

from figures.extraction.speakers.attributions import Attribution
from figures.extraction.speakers.blocks import Block, Blocks
from figures.extraction.speakers.offices import is_office
from figures.extraction.speakers.people import run_after, run_before
from figures.extraction.speakers.speech_words import WORD
from figures.extraction.speakers.turns import Turns

_QUOTES = frozenset('"\u201c\u201e\u00ab')
_LOOKUPS = 12  # occurrences of a surname that are looked at for whose it is
_OPENING = 16_000  # of a document: where people are named


class SpeechLabels:
    """Reads the labels of one document."""

    def __init__(self, text: str, blocks: Blocks, turns: Turns) -> None:
        self._text = text
        self._blocks = blocks
        self._turns = turns
        # Where the first character of the document stands that is no space, and where the last one ends.
        self._begins = len(text) - len(text.lstrip())
        self._ends = len(text.rstrip())

    def speaker(self, block: Block, colon: int) -> Attribution | None:
        """Who is named at the beginning of a line whose label ends at a colon.

        The name alone ("NATO chief Mark Rutte:", "MR PRICE:", "MARK RUTTE (NATO):"), or more of a
        label before a quotation ('Mark Rutte in an interview with CNN: "…"').
        """
        text, words = self._text, self._blocks.words
        run, end = run_after(text, block.start, words, colon)
        if run and text.startswith(" (", end) and text[colon - 1] == ")":
            end = colon
        if text[colon - 1] == ")":
            held = self._in_parentheses(block, colon)
            if held:
                return Attribution(block.start, colon, held, "", frozenset())
        quoted = text[colon + 2 : colon + 3] in _QUOTES
        told = text[colon + 2 : colon + 3].isalpha()
        called = text[block.start : colon].isupper() and self._turns.is_transcript()
        if end != colon and not quoted:
            # "Head of the Ministry of Defence Rolf Amberg:", "DASD (RUE) LAURA COOPER:"
            led = called or (bool(run) and is_office(run[0], words.titles, words.offices))
            run = run_before(text, colon, block.start, words) if led else []
        if all(map(str.isupper, run)):
            called = True
            run = [word.title() for word in run if len(word) > 1]
        name = self._blocks.person.name(run, block.start)
        sure = quoted or any(is_office(word, words.holders, words.offices) for word in run[:-1])
        sure = (
            sure
            or end != colon
            or (told and (self._is_alone(block) or (called and self._turns.is_transcript())))
        )
        full = " " in name and (sure or self._is_known(name, block))
        if full or (name and len(run) > 1 and sure and (called or quoted)):
            return Attribution(block.start, colon, name, "", frozenset())
        return None

    def _in_parentheses(self, block: Block, colon: int) -> str:
        """Who holds an office that a label names: "The Secretary of State for Defence (Ann Cole):"."""
        opened = self._text.rfind("(", block.start, colon)
        words = self._blocks.words
        offices = map(str.lower, WORD.findall(self._text, block.start, max(opened, block.start)))
        if opened < 0 or words.roles.isdisjoint(offices):
            return ""
        run, end = run_after(self._text, opened + 1, words, colon - 1)
        name = self._blocks.person.name(run, block.start) if end == colon - 1 else ""
        return name if " " in name else ""

    def _is_alone(self, block: Block) -> bool:
        """Whether a block is the whole document."""
        return block.start <= self._begins and self._ends <= block.end

    def _is_known(self, name: str, block: Block) -> bool:
        """Whether a document of more than one line shows elsewhere that a name is a person's."""
        surname = name.rpartition(" ")[2]
        place = -1
        for _ in range(_LOOKUPS):
            place = self._text.find(surname, place + 1, _OPENING)
            if place < 0:
                break
            other = self._blocks.at(place)
            if other is not block and any(
                named.name == name for named in (*other.spoken, *other.named()) if named.name
            ):
                return True
        return False
