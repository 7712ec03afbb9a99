"""What a percentage is of: gross domestic product, or the base that the text names.

A text says "of GDP" once and means it for all levels of the sentence; it says "the 2% goal" and
means the spending goal of the alliance. Every other percentage stays a plain one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from figures.extraction.meaning import gdp_levels
from figures.extraction.meaning.gdp_levels import GDP, is_small, leads_to, stands_alone
from figures.extraction.numbers.fused import GOAL
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.sentences import Sentence
from figures.extraction.sentences.lists import is_item
from figures.extraction.words.marks import Mark
from figures.extraction.words.nearby import word_before
from figures.extraction.words.party_names import PARTY, is_alliance
from figures.lexicon import Lexicon

_OF_WINDOW = 44
_GOAL_GAP = 24
_WORD = re.compile(r"[ \xa0\n-]{0,3}([^\W_][\w'’-]*)")
_YEAR = re.compile(r"[ \xa0](?:19|20)[0-9]{2}(?![0-9.,]*[0-9])")
_BASE_WORDS = 6
_WORDS_TO_GDP = 2  # "as a share of world GDP"
# "Half" and "one in five" are shares of people and things, unless "of GDP" follows.
_IN_WORDS = ("share+fraction", "share+one-in")
_NO_DIGIT = re.compile(r"(?:: )?[^0-9.;:!?\n]*\Z")
_CLAIMED = re.compile(r"[0-9][ \xa0]?(?:%|[^\W\d_]{3,7}(?: [^\W\d_]{4})?) of \Z")
_OF_DEFENCE = frozenset({"defence", "spend", "give"})
_GOING_ON = _OF_DEFENCE | {"again"}  # "The figure should rise to 3.5 percent"
_TAGS = _GOING_ON | {"gdp", "goal", "other_base", "step", "whole", "bound", "rise", "fall"}
_LEADING = frozenset({"spend", "give"})


class Shares:
    """Finds the base of percentages in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._of = frozenset(lexicon.words("gdp", "of"))
        self._goal_of = self._of | frozenset(lexicon.words("gdp", "goal_of"))
        self._share_of = frozenset(lexicon.words("gdp", "share_of"))
        self._glued_goals = frozenset(lexicon.words("gdp", "glued_goals"))
        self._measures = tuple(lexicon.words("gdp", "measures"))
        self._glued = tuple(lexicon.words("gdp", "direct"))
        self._leads = frozenset(lexicon.words("gdp", "leads"))
        self._bounds_behind = frozenset(
            phrase for phrases in lexicon.section("marks", "bound_after").values() for phrase in phrases
        )
        self._stops = frozenset(lexicon.words("counts", "stops"))

    def assign(
        self,
        text: str,
        sentence: Sentence,
        quantities: Sequence[Quantity],
        marks: Sequence[Mark],
        before: Sequence[Mark],
    ) -> None:
        """Set `unit` to `% of GDP` or `base` for each percentage of a sentence.

        `before` holds the marks of the sentence before.
        """
        shares = [quantity for quantity in quantities if quantity.unit == "%"]
        if not shares:
            return
        marks = [
            mark if mark.tag in _TAGS else mark._replace(tag="defence")
            for mark in marks
            if mark.tag in _TAGS or (mark.tag.startswith(PARTY) and is_alliance(mark.value))
        ]
        gdp = [mark for mark in marks if mark.tag == "gdp"]
        for quantity in shares:
            if self._said_behind(text, quantity, gdp) or self._said_before(text, sentence, quantity, gdp):
                quantity.unit = GDP
            else:
                quantity.base = self._base(text, sentence, quantity)
        said = any(quantity.unit == GDP for quantity in shares) or any(
            self._is_measure(text, sentence.start, mark) for mark in gdp
        )
        said = said or (is_item(text, sentence.start) and self._talks_of_gdp(text, marks, before))
        for place, quantity in enumerate(shares):
            if quantity.unit == GDP or quantity.kind != "share" or quantity.base:
                continue
            if self._is_goal(text, quantity, marks, before):
                quantity.unit, said = GDP, True
                continue
            if place and gdp_levels.goes_on(text, shares[place - 1], quantity, marks):
                quantity.unit = GDP
                continue
            if self._near_other_base(quantity, shares, marks):
                continue
            if quantity.rule.startswith(_IN_WORDS):
                continue
            if place and shares[place - 1].base and not leads_to(text, quantity, marks):
                continue  # "Allocates 2 percent of GDP, 54 percent of voters like it, 25 percent do not"
            if said or (
                (
                    self._is_level(text, quantity, marks)
                    or stands_alone(text, quantity, shares, marks, self._stops)
                )
                and self._talks_of_gdp(text, marks, before)
                and not self._is_measured(text, sentence)
            ):
                quantity.unit = GDP

    def _said_behind(self, text: str, quantity: Quantity, gdp: Sequence[Mark]) -> bool:
        """Whether "of GDP" follows, as in "2% of its gross domestic product"."""
        for mark in gdp:
            if quantity.end <= mark.start <= quantity.end + _OF_WINDOW:
                gap = text[quantity.end : mark.start]
                words = gap.replace("-", " ").lower().split()
                if any(char in gap for char in ".;:,()") or any(char.isdigit() for char in gap):
                    return False
                return not words or self._leads_to_gdp(words)
        return False

    def _leads_to_gdp(self, words: Sequence[str]) -> bool:
        """Whether words behind a percentage lead to what it is of: "of", "or more of"."""
        if words[0] in self._of or words[0] in self._glued:
            return True
        return len(words) > 2 and words[2] in self._of and " ".join(words[:2]) in self._bounds_behind

    def _said_before(self, text: str, sentence: Sentence, quantity: Quantity, gdp: Sequence[Mark]) -> bool:
        """Whether "as a share of GDP" or "the GDP share" stands before the level."""
        if quantity.kind != "share" or self._followed_by_of(text, quantity):
            return False
        for mark in gdp:
            if mark.end > quantity.start:
                return False
            behind = _WORD.match(text, mark.end)
            relative = self._is_share_of(text, max(sentence.start, mark.start - 16), mark.start)
            # "2.8% of GDP, financed by a 1% tax": what is said of one percentage leads no other.
            relative = relative and not _CLAIMED.search(
                text, max(sentence.start, mark.start - 16), mark.start
            )
            relative = relative or (behind is not None and behind[1].lower() in self._glued)
            if relative and _NO_DIGIT.match(text, mark.end, quantity.start) is not None:
                return True
        return False

    def _is_share_of(self, text: str, start: int, end: int) -> bool:
        before = text[start:end].lower().split()
        if before and before[-1].endswith("%"):
            return True  # "5 % ВВП"
        return any(word.strip("-") in self._share_of for word in before[-_WORDS_TO_GDP:])

    def _is_measure(self, text: str, start: int, gdp: Mark) -> bool:
        """Whether a sentence says "as a share of GDP", which holds for all its levels."""
        words = text[max(start, gdp.start - 40) : gdp.start].lower().split()
        # "As a percentage of national GDP"
        ahead = (" ".join(words[: len(words) - more]) for more in range(_WORDS_TO_GDP + 1))
        return any(before.endswith(self._measures) for before in ahead)

    def _is_measured(self, text: str, sentence: Sentence) -> bool:
        """Whether a sentence says itself what its levels are of: "as a share of public expenditure"."""
        words = f" {text[sentence.start : sentence.end].lower()} "
        return any(f" {phrase} " in words for phrase in self._measures)

    def _followed_by_of(self, text: str, quantity: Quantity) -> bool:
        return self._of_behind(text, quantity, len(text)) is not None

    def _of_behind(self, text: str, quantity: Quantity, limit: int) -> re.Match[str] | None:
        """The "of" directly behind a percentage, unless a year follows: "2,5 % de 2023"."""
        word = _WORD.match(text, quantity.end, limit)
        if word is None or word[1].lower() not in self._of or _YEAR.match(text, word.end()):
            return None
        return word

    def _talks_of_gdp(self, text: str, marks: Sequence[Mark], before: Sequence[Mark]) -> bool:
        """Whether the sentence before says "as a share of GDP", and one of the two speaks of defence."""
        relative = any(
            mark.tag == "gdp" and self._is_share_of(text, max(0, mark.start - 16), mark.start)
            for mark in before
        )
        return relative and any(
            mark.tag in _GOING_ON or (mark.tag.startswith(PARTY) and is_alliance(mark.value))
            for mark in (*marks, *before)
        )

    def _near_other_base(self, quantity: Quantity, shares: Sequence[Quantity], marks: Sequence[Mark]) -> bool:
        """Whether a word beside a level tells of what else it is a share, and no level "of GDP" parts them."""
        return any(
            mark.tag == "other_base"
            and quantity.start - 40 <= mark.end
            and mark.start <= quantity.end + 30
            and not any(other.unit == GDP and mark.start < other.start < quantity.start for other in shares)
            for mark in marks
        )

    def _is_level(self, text: str, quantity: Quantity, marks: Sequence[Mark]) -> bool:
        """Whether a bare percentage continues a talk of GDP: a goal, or a level of defence."""
        if self._goal_beside(text, quantity, marks) is not None:
            return True
        if is_small(quantity) and self._leads and word_before(text, quantity.start).word in self._leads:
            return True
        return any(
            ((mark.tag == "step" and mark.value == "to") or (mark.tag in _LEADING and is_small(quantity)))
            and 0 <= quantity.start - mark.end <= _GOAL_GAP
            for mark in marks
        )

    def _is_goal(self, text: str, quantity: Quantity, marks: Sequence[Mark], before: Sequence[Mark]) -> bool:
        """Whether a bare percentage is named as the defence spending goal."""
        if quantity.rule.endswith(GOAL):
            return not self._near_other_base(quantity, (), marks)
        goal = self._goal_beside(text, quantity, marks) if is_small(quantity) else None
        if goal is None or self._other_base_beside(text, quantity, goal, marks):
            return False
        if (
            goal.value == "named"
            or self._is_glued_goal(text, quantity, goal)
            or any(mark.tag == "defence" for mark in marks)
        ):
            return True
        return any(mark.tag == "defence" for mark in before)

    def _is_glued_goal(self, text: str, quantity: Quantity, goal: Mark) -> bool:
        """Whether percentage and goal are one word that names the goal: "Zwei-Prozent-Ziel"."""
        glued = goal.start == quantity.end + 1 and text[quantity.end] in "-\u2010\u2011"
        return glued and text[goal.start : goal.end].lower() in self._glued_goals

    @staticmethod
    def _other_base_beside(text: str, quantity: Quantity, goal: Mark, marks: Sequence[Mark]) -> bool:
        """Whether the goal is one of something else ("the 2% inflation target", "2% target for energy")."""
        first, last = min(quantity.start, goal.start), max(quantity.end, goal.end)
        return any(
            mark.tag == "other_base"
            and first - 24 <= mark.start
            and mark.end <= last + 36
            and "," not in text[min(last, mark.start) : max(last, mark.start)]
            and "," not in text[min(first, mark.end) : first]
            for mark in marks
        )

    def _goal_beside(self, text: str, quantity: Quantity, marks: Sequence[Mark]) -> Mark | None:
        """The word for a goal that follows directly, or precedes with "of"; else None."""
        for mark in marks:
            if mark.tag != "goal":
                continue
            gap = (
                text[quantity.end : mark.start]
                if mark.start >= quantity.end
                else text[mark.end : quantity.start]
            )
            if len(gap) > _GOAL_GAP or any(char in gap for char in ".,;:()"):
                continue
            words = gap.lower().split()
            if mark.start >= quantity.end:
                if not words or (
                    len(words) <= 2 and words[0] not in self._of and words[0] not in self._stops
                ):
                    return mark
            elif mark.end <= quantity.start and (words[0] if words else "") in self._goal_of:
                return mark
        return None

    def _base(self, text: str, sentence: Sentence, quantity: Quantity) -> str:
        """The words behind "of", up to the end of their phrase; empty when there is no "of"."""
        if quantity.kind != "share":
            return ""
        of = self._of_behind(text, quantity, sentence.end)
        if of is None:
            return ""
        start = -1
        end = of.end()
        for _ in range(_BASE_WORDS):
            word = _WORD.match(text, end, sentence.end)
            if word is None or (start >= 0 and word[1].lower() in self._stops):
                break
            start = word.start(1) if start < 0 else start
            end = word.end()
        return text[start:end] if start >= 0 else ""
