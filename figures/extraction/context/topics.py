"""Topics: what a sentence without figures says that the sentences behind it are about.

"Latvia announced military aid for Ukraine. It is worth €30 million." Of several sentences the last
counts; one that speaks of aid and of defence spending tells neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from figures.extraction.words.alternatives import begun_by
from figures.extraction.words.marks import Mark

_MEASURES = {"aid": "total_aid", "core_defence": "defence_expenditure"}
_STRONG = frozenset({"military_aid", "total_aid", "loan", "defence_expenditure", *_MEASURES})
_ENDS = (". ", "? ", "! ", "\n")
_BODIES = frozenset({"defence_body", "forces"})
_SPENDING = "defence_expenditure"
_WORD = re.compile(r"\w+")


class Topic(NamedTuple):
    """Where a sentence stands, the measure that it tells, and its marks."""

    start: int
    end: int
    measure: str
    marks: Sequence[Mark]


class Topics:
    """Finds what sentences without figures are about, in one language.

    >>> topics = Topics([("military aid", "measure", "military_aid"), ("was", "form", "past")])
    >>> def spot(start, end): return [Mark(4, 7, "measure", "military_aid")]
    >>> topics.last("Military aid came. It was late. It is €5m.", 0, 31, spot)[:3]
    (0, 17, 'military_aid')
    >>> topics.last("It was late. It is €5m.", 0, 12, spot)
    """

    def __init__(self, phrases: Iterable[tuple[str, str, str]]) -> None:
        """From the phrases of the language as (phrase, tag, value)."""
        told = {phrase for phrase, tag, value in phrases if _may_tell(tag, value)}
        # The longest word of a phrase is the rarest: few stretches of text need a closer look.
        stems = {max(_WORD.findall(phrase.lower()), key=len) for phrase in told}
        self._telling = re.compile(rf"\b{begun_by(stems)}")

    def last(
        self, text: str, since: int, start: int, spot: Callable[[int, int], Sequence[Mark]]
    ) -> Topic | None:
        """The last sentence between two places that tells a measure, None where none tells one alone.

        `spot` finds the marks between two places.
        """
        if not self._telling.search(text[since:start].lower()):
            return None
        marks = spot(since, start)
        last = next((mark for mark in reversed(marks) if _may_tell(mark.tag, mark.value)), None)
        if last is None:
            return None
        begins = [place + len(end) for end in _ENDS if (place := text.rfind(end, since, last.start)) >= 0]
        first = max(begins, default=since)
        ends = [place for end in _ENDS if (place := text.find(end, last.end, start)) >= 0]
        end = min(ends, default=start)
        own = [mark for mark in marks if first <= mark.start < end]
        told = [_MEASURES.get(mark.value, mark.value) for mark in own if _tells(mark.tag, mark.value)]
        if any(mark.tag in _BODIES for mark in own) and any(mark.value == "budgeted" for mark in own):
            told.append(_SPENDING)
        if len({measure == _SPENDING for measure in told}) != 1:
            return None
        return Topic(first, end, "military_aid" if "military_aid" in told else told[-1], own)


def _tells(tag: str, value: str) -> bool:
    return tag == "measure" and value in _STRONG


def _may_tell(tag: str, value: str) -> bool:
    return tag in _BODIES or _tells(tag, value)
