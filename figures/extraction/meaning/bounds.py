"""Bounds: "at least", "nearly", "or more" and their like, from the words around a quantity."""

from __future__ import annotations

import re
from collections.abc import Sequence

from figures.extraction.numbers.fused import GOAL
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.sentences import Sentence
from figures.extraction.words.marks import Mark
from figures.lexicon import Lexicon

_FARTHEST = 24
_BOTH_ENDS = 2
_LONGEST_SUM = 40  # from the word for a sum to its "of"
_CLAUSE = 120
_CLAUSE_END = re.compile(r"[;:!?]\s|, ")  # inside a sentence a full stop ends only a short word
_MOVES = frozenset({"rise", "fall", "move"})
_DASHES = frozenset({"\u2013", "\u2014", "-"})
_LEADS_ON = 3  # from a change to the "to" of its level
_DIGITS_ONLY = re.compile(r"[\d.,'’\s]+")


class Bounds:
    """Reads the bounds of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.section("bounds")
        self._signs: dict[str, str] = dict(table.get("signs", {}))
        self._signs_after: dict[str, str] = dict(table.get("signs_after", {}))
        self._abbreviated: dict[str, str] = dict(table.get("abbreviated", {}))
        self._through = frozenset(table.get("through", ()))
        self._listing = frozenset(
            word for kind in ("comma", "and", "or") for word in lexicon.words("connectors", kind)
        )
        self._sums = tuple(table.get("sums", ()))
        self._of_sums = frozenset(table.get("of_sums", ()))
        self._leads = frozenset(table.get("leads", ()))
        self._times = frozenset(table.get("times", ()))
        self._joining = frozenset(table.get("joining", ()))
        self._adding = frozenset(table.get("adding", ()))

    def assign(
        self, text: str, sentence: Sentence, quantities: Sequence[Quantity], marks: Sequence[Mark]
    ) -> None:
        """Set the bound of each quantity; ranges keep theirs, lists and conversions share one."""
        before = [
            mark
            for mark in marks
            if mark.tag == "bound" or (mark.tag == "limit" and not _is_step(text, mark, marks, quantities))
        ]
        after = [mark for mark in marks if mark.tag == "bound_after" or mark.tag == "gdp"]
        previous: Quantity | None = None
        for quantity in quantities:
            if quantity.bound == "exact" and not quantity.rule.endswith(GOAL):
                bound = self._sign(text, sentence, quantity)
                bound = bound or (self._before(text, quantity, before) if before else "")
                if not bound or bound == "exact":
                    bound = (self._after(text, quantity, after) if after else "") or bound
                if not bound and quantity.related is not None and quantity.relation == "same_amount":
                    bound = quantity.related.bound
                if not bound and previous is not None and _same_list(text, previous, quantity, self._listing):
                    bound = previous.bound
                quantity.bound = bound if bound and bound != "between" else "exact"
            previous = quantity

    def _sign(self, text: str, sentence: Sentence, quantity: Quantity) -> str:
        place = quantity.start
        if text[place - 1 : place] == " ":
            place -= 1
        sign = text[place - 1 : place] if place > sentence.start else ""
        if place - 1 > sentence.start and not text[place - 2].isspace() and text[place - 2] not in "(":
            sign = ""  # the end of a tag, not a bound
        words = text[max(sentence.start, quantity.start - 8) : quantity.start].split()[-2:]
        for written in (" ".join(words), *words[-1:]):
            if written in self._abbreviated:
                return self._abbreviated[written]
        if sign in self._signs:
            return self._signs[sign]
        # "5%+", and "30+ tanks", where the sign stands inside.
        number = _DIGITS_ONLY.match(text, quantity.start)
        inside = text[number.end() : number.end() + 1] if number is not None else ""
        after = text[quantity.end : quantity.end + 1]
        return self._signs_after.get(after) or self._signs_after.get(inside, "")

    def _before(self, text: str, quantity: Quantity, marks: Sequence[Mark]) -> str:
        """The outermost bound in the run of bound words that ends at the quantity."""
        bound = ""
        place = quantity.start
        if not text[place].isdigit():
            # "eine knappe Milliarde": between the article that makes the number and its scale
            inside = next((mark for mark in marks if place < mark.start and mark.end < quantity.end), None)
            if inside is not None and text[place : inside.start].replace(" ", "").isalpha():
                return inside.value
        for mark in reversed(marks):
            if mark.end > place:
                continue
            if place - mark.end > _FARTHEST or not self._clear(text, mark, place, quantity):
                break
            # "A total of about 40": what is exact outside leaves what is said inside.
            value = "exact" if self._is_sum(text, mark) else mark.value
            bound = bound if bound and value == "exact" else value
            place = mark.start
        return bound

    def _is_sum(self, text: str, mark: Mark) -> bool:
        """Whether a word is no bound but says what sum something has: "Rüstungskredite über 8 Milliarden"."""
        if not self._sums or text[mark.start : mark.end].lower() not in self._of_sums:
            return False
        before = text[max(0, mark.start - _LONGEST_SUM) : mark.start].split()
        return bool(before) and before[-1].lower().endswith(self._sums)

    def _clear(self, text: str, mark: Mark, end: int, quantity: Quantity) -> bool:
        """Whether nothing but articles and prepositions stands between a bound and its number."""
        gap = text[mark.end : end].removeprefix(".").replace("(", " ").removesuffix("-")
        between = gap.split()
        words = [word for word in between if word not in self._leads]
        if not words:
            return True
        if self._adding.issuperset(words):
            return True  # "at least another $5bn"
        if mark.tag == "bound" and between[0] in self._leads and all(map(self._is_time, words)):
            return True  # "exceeded in 2024 60 billion", where a language says the time there
        in_words = not text[quantity.start].isdigit() and text[quantity.start].isalpha()
        return in_words and all(word.lower() in self._through for word in words)

    def _is_time(self, word: str) -> bool:
        return word in self._times or (bool(self._times) and len(word) == 4 and word.isdigit())

    def _after(self, text: str, quantity: Quantity, marks: Sequence[Mark]) -> str:
        """The bound said directly behind the quantity, or behind its "of GDP"."""
        place = quantity.end
        for mark in marks:
            if mark.start < place:
                if _splits(text, quantity, mark):
                    return mark.value  # "1,000-plus drones"
                continue
            gap = text[place : mark.start]
            if mark.tag == "gdp":
                if len(gap) > 12 or quantity.unit != "% of GDP":
                    return ""
                place = mark.end
                continue
            if len(gap) > 2 or gap.strip(" -\u2010\u2011\xa0") or self._joins(text, mark, gap):
                return ""
            return mark.value
        return ""

    def _joins(self, text: str, mark: Mark, gap: str) -> bool:
        """Whether a word behind an amount joins something to it, and is no bound: "€85m plus €15m"."""
        if gap != " " or text[mark.start : mark.end].lower() not in self._joining:
            return False
        return text[mark.end : mark.end + 1].isspace() and text[mark.end + 1 : mark.end + 2] != "\n"


def _splits(text: str, quantity: Quantity, mark: Mark) -> bool:
    """Whether a bound stands between the digits of a count and its noun."""
    if quantity.kind != "count" or mark.start <= quantity.start:
        return False
    return _DIGITS_ONLY.fullmatch(text, quantity.start, mark.start - 1) is not None


def _is_step(text: str, limit: Mark, marks: Sequence[Mark], quantities: Sequence[Quantity]) -> bool:
    """Whether a word that can limit an amount tells here where a change or a range leads to.

    "Rose to 5", "from 2 … to 3" and not "will give up to 5": some languages say both alike.
    """
    floor = max(0, limit.start - _CLAUSE)
    # "Gas rose to 550, oil – to 82": the verb is said once.
    elided = text[max(0, limit.start - 2) : limit.start].strip() in _DASHES
    for mark in reversed(marks):
        if mark.end > limit.start or mark.start < floor:
            continue
        if mark.tag in _MOVES and any(
            quantity.kind == "share" and mark.end <= quantity.start < limit.start for quantity in quantities
        ):
            continue  # "rises to 33% for incomes up to 50,000"
        if mark.tag in _MOVES and (elided or not _CLAUSE_END.search(text, mark.end, limit.start - 2)):
            return True
        if mark.tag == "step" and mark.value == "from":
            gap = len(text[mark.end : limit.start])
            led = [quantity for quantity in quantities if mark.end <= quantity.start < limit.start]
            if len(led) < _BOTH_ENDS and any(q.start - mark.end <= min(gap, _FARTHEST) for q in led):
                return True
    # "And by another 3% to 319 million": what leads on from a change is its level.
    return any(
        quantity.kind == "change" and 0 < limit.start - quantity.end <= _LEADS_ON for quantity in quantities
    )


def _same_list(text: str, first: Quantity, second: Quantity, listing: frozenset[str]) -> bool:
    """Whether two neighbours are a list with one unit said once ("3 or 4 billion dollars")."""
    gap = text[first.end : second.start]
    return (
        len(gap) <= 6
        and " ".join(gap.split()).lower() in listing
        and first.unit == second.unit
        and first.kind == second.kind
        and _DIGITS_ONLY.fullmatch(text, first.start, first.end) is not None
    )
