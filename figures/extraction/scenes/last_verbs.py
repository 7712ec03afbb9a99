"""Last verbs: verbs that end their clause, with the helping verbs behind them and the words that lead them.

Some languages set the verb last and its helping verb behind it ("3 Milliarden liefern will", "gekürzt
werden soll"), and set an infinitive far behind the word that governs it ("plant, … zu liefern").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from figures.extraction.words.marks import Mark

_REACH_OF_INFINITIVE = 220
_REACH_BEHIND = 3  # from a last verb to its helping verb, and on to the next
_HALT = re.compile(r"[;:!?](?=\s)")  # a point inside a sentence is one of an abbreviation
_AT_END = re.compile(r"[ \xa0\n]{0,3}(?:[.,;:!?)\"\u201c\u201d\u00ab\u00bb\u2013\u2014-]|\Z)")
# What an infinitive takes from the word that governs it; what is done already is another matter.
_OPEN = frozenset(
    {"pledged", "planned", "target", "required", "committed", "budgeted", "forecast", "allocated"}
)


class Leader(NamedTuple):
    """The verb or noun before an infinitive: where it ends, its status, the sort of its helping verb."""

    end: int
    status: str
    modal: str


class LastVerb(NamedTuple):
    """What stands around a last verb: the sort of its helping verb, the status that leads it.

    `passive` where the helping verb makes it one, `final` where the verb ends its clause.
    """

    modal: str
    leading: str
    passive: bool
    final: bool


class LastVerbs:
    """Reads the last verbs of one sentence; without a language's forms for them there are none."""

    def __init__(self, text: str, tags: Mapping[str, Sequence[Mark]], marks: Sequence[Mark]) -> None:
        """From the marks of a sentence, in order, and the same by their tag."""
        self._text = text
        self._marks = marks
        forms: dict[str, set[int]] = {}
        for mark in tags.get("form", ()):
            forms.setdefault(mark.value, set()).add(mark[0])
        self._last = forms.get("last", set())
        self._infinitives = forms.get("infinitive", set())
        self._helping = tags.get("auxiliary", ())
        self._presents = forms.get("present", set())
        self._participles = forms.get("participle", set())
        # Helping verbs that end here or before belong to a verb already read.
        self.helped = -1

    def __contains__(self, start: int) -> bool:
        return start in self._last

    def is_present(self, start: int, free: int) -> bool:
        """Whether a verb that looks like an infinitive or participle is one of now: "Sie liefern 5 Panzer".

        `free` is where the last verb before it ends: a helping verb behind that would make it a participle.
        """
        if start not in self._presents:
            return False
        return not any(
            free <= mark.start < start or start < mark.start < self.helped for mark in self._helping
        )

    def read(
        self, place: int, modal: str, leading_modal: Mark | None, to: int, leader: Leader | None
    ) -> LastVerb:
        """The verb at a place of the marks.

        `modal` is the sort of the helping verb before it, `leading_modal` the last one seen, `to` the
        end of the nearest word for "to".
        """
        mark = self._marks[place]
        behind, self.helped = self._behind(place)
        modal = modal or behind
        following = self._next(self.helped)
        final = bool(_AT_END.match(self._text, self.helped)) or (
            following is not None and following.tag == "joiner"
        )
        leading = ""
        if mark.start in self._infinitives or 0 < mark.start - to <= 2:
            modal, leading = self._led(mark.start, leading_modal, leader)
        passive = modal == "future" and mark.start in self._participles
        return LastVerb("" if passive else modal, leading, passive, final)

    def _behind(self, place: int) -> tuple[str, int]:
        """The sort of the outermost helping verb behind a verb, and where the last of them ends."""
        end, sort = self._marks[place].end, ""
        for mark in self._marks[place + 1 :]:
            if mark.start < end:
                continue
            if mark.start - end > _REACH_BEHIND or self._text[end : mark.start].strip():
                break
            if mark.tag == "modal" and mark.value != "negated":
                sort = mark.value
            elif mark.tag != "auxiliary":
                break
            end = mark.end
        return sort, end

    def _next(self, end: int) -> Mark | None:
        """The mark directly behind a place."""
        return next(
            (mark for mark in self._marks if end <= mark.start <= end + 1 and mark.tag == "joiner"), None
        )

    def _led(self, start: int, modal: Mark | None, leader: Leader | None) -> tuple[str, str]:
        """The helping verb and the status that an infinitive has from what governs it."""
        if modal is not None and (leader is None or leader.end <= modal.start):
            return (modal.value, "") if self._reaches(modal.end, start) else ("purpose", "")
        if leader is not None and leader.status in _OPEN and self._reaches(leader.end, start):
            return leader.modal, leader.status
        return "purpose", ""

    def _reaches(self, end: int, start: int) -> bool:
        return start - end <= _REACH_OF_INFINITIVE and _HALT.search(self._text, end, start) is None
