"""Fractions and multiples said in words: "more than half of it", "one in five", "doubled"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from figures.extraction.numbers.items import plain
from figures.extraction.numbers.numerals import Numerals
from figures.extraction.numbers.quantities import Quantity
from figures.extraction.words.nearby import behind_space, word_before
from figures.extraction.words.phrases import Found, PhraseTable
from figures.extraction.words.scans import Beginnings
from figures.lexicon import Lexicon

_HUNDREDTH = Decimal("0.01")
_MOST_OF = 10
_BEFORE = " \xa0\n-'’"
_WORD_AFTER = re.compile(r"(?:[ \xa0]{1,2}|\n)([^\W\d_]+)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9]|[ ]?%)")
_DIGITS = re.compile(r"[0-9]{1,3}(?![0-9.,])")


class Fractions:
    """Finds shares, halvings and multiples in words, in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        grammar = lexicon.section("fraction_grammar")
        fractions = {phrase: Decimal(str(value)) for phrase, value in lexicon.section("fractions").items()}
        multiples = {phrase: Decimal(str(value)) for phrase, value in lexicon.section("multiples").items()}
        self._fractions = PhraseTable(fractions.items())
        self._multiples = PhraseTable(multiples.items())
        self._halved = PhraseTable((word, True) for word in lexicon.words("changes", "halved"))
        self._halves_led = frozenset(lexicon.words("changes", "halves_led"))
        self._articled = frozenset(grammar.get("needs_article", ()))
        self._articles = frozenset(grammar.get("articles", ()))
        self._halves = frozenset(grammar.get("half_words", ()))
        self._follows = PhraseTable((word, True) for word in grammar.get("follows", ()))
        self._half_follows = PhraseTable((word, True) for word in grammar.get("half_follows", ()))
        self._before = frozenset(grammar.get("before", ()))
        self._never_before = frozenset(grammar.get("never_before", ()))
        self._never_of = PhraseTable((word, True) for word in grammar.get("never_of", ()))
        self._article = PhraseTable((word, True) for word in lexicon.words("number_grammar", "articles"))
        self._stops = frozenset(lexicon.words("counts", "stops"))
        self._scales = PhraseTable((scale, True) for scale in lexicon.section("scales"))
        self._of = frozenset(lexicon.words("gdp", "of"))
        self._in = PhraseTable((word, True) for word in grammar.get("in_pattern", ()))
        # "Un Français sur trois": what is counted stands between the numbers.
        counted = grammar.get("in_counted", ())
        self._counted = PhraseTable((word, True) for word in counted)
        self._numerals = Numerals(lexicon)
        self._by = PhraseTable((word, True) for word in lexicon.words("multiple_grammar", "by"))
        follow = lexicon.section("multiple_grammar").get("needs_follow", {})
        self._multiple_follows = {
            word: PhraseTable((phrase, True) for phrase in phrases) for word, phrases in follow.items()
        }
        starts = set(fractions) | set(multiples) | set(lexicon.words("changes", "halved"))
        starts.update(lexicon.words("multiple_grammar", "by"))
        starts |= {
            f"{number} {word}"
            for number in grammar.get("numbers", ())
            for word in (*grammar.get("in_pattern", ()), *counted)
        }
        self._beginnings = Beginnings(starts)

    def find(self, text: str) -> Iterator[Quantity]:
        """Shares, halvings and multiples in words, in the order in which they are found."""
        for place in self._beginnings.places(text):
            quantity = self._at(text, place)
            if quantity is not None:
                yield quantity

    def _at(self, text: str, place: int) -> Quantity | None:
        halved = self._halved.match(text, place)
        if halved is not None and self._is_noun(text, place):
            return None
        if halved is not None:
            return Quantity(place, halved.end, "change", "%", value=Decimal(-50), rule="change+halved")
        by = self._by.match(text, place)
        if by is not None:
            return self._multiplied(text, place, behind_space(text, by.end))
        found = self._multiples.match(text, place)
        if found is not None:
            return self._multiple(text, place, found)
        found = self._fractions.match(text, place)
        if found is not None and self._is_share(text, place, found):
            return Quantity(place, found.end, "share", "%", value=found.meaning, rule="share+fraction")
        return self._one_in_five(text, place)

    def _is_noun(self, text: str, place: int) -> bool:
        """Whether "halves" are the two parts of something: a number or an article stands before."""
        return word_before(text, place).word in self._halves_led

    def _multiple(self, text: str, place: int, found: Found[Decimal]) -> Quantity | None:
        word = text[place : found.end].lower()
        follows = self._multiple_follows.get(word)
        if follows is not None and follows.match(text, behind_space(text, found.end)) is None:
            return None
        return Quantity(place, found.end, "multiple", "x", value=found.meaning, rule="multiple+words")

    def _multiplied(self, text: str, start: int, place: int) -> Quantity | None:
        """A multiple by the number at `place`: "se multiplicó por ocho", "multiplicado por 3,5"."""
        if text[place : place + 1].isdigit():
            number = self._numerals.digits(text, place)
        else:
            number = self._numerals.words(text, place)
        if number is None or number.value <= 1 or self._scales.match(text, behind_space(text, number.end)):
            return None
        return Quantity(start, number.end, "multiple", "x", value=number.value, rule="multiple+by")

    def _is_share(self, text: str, place: int, found: Found[Decimal]) -> bool:
        """Whether a fraction's words tell a share and no ordinal, time or amount."""
        word = text[place : found.end].lower()
        before = word_before(text, place, _BEFORE)
        if before.word in self._never_before:
            return False
        behind = behind_space(text, found.end)
        measured = word in self._halves and self._article.match(text, behind) is not None
        if measured or self._never_of.match(text, behind) is not None or _YEAR.match(text, behind):
            return False  # "half an hour", "half a point"
        of = self._follows.match(text, behind)
        if of is not None:
            place = behind_space(text, of.end)
            if self._never_of.match(text, place) is not None or _YEAR.match(text, place):
                return False  # "at the middle of 2023" says it like "half of 2023" in some languages
        if word in self._halves:
            if before.word in self._articles:
                return self._follows.match(text, behind) is not None or self._is_led(
                    text, before.start, found
                )
            return before.word in self._before or self._half_follows.match(text, behind) is not None
        if word in self._articled and before.word not in self._articles:
            return False
        if self._follows.match(text, behind) is not None:
            return True
        if word in self._articled and before.word:
            return self._is_led(text, before.start, found)
        return word not in self._articled

    def _is_led(self, text: str, article: int, found: Found[Decimal]) -> bool:
        """Whether a word as in "by a third" stands before the article, and no noun follows."""
        return word_before(text, article, _BEFORE).word in self._before and self._ends(text, found.end)

    def _ends(self, text: str, place: int) -> bool:
        """Whether no noun follows: punctuation or a word that opens the next phrase."""
        word = _WORD_AFTER.match(text, place)
        return word is None or word[1].lower() in self._stops

    def _one_in_five(self, text: str, place: int) -> Quantity | None:
        part = (
            self._numerals.words(text, place)
            or self._numerals.part(text, place)
            or (self._numerals.digits(text, place) if _DIGITS.match(text, place) else None)
        )
        if part is None or part.decimal:
            return None
        counted = self._counted.match(text, behind_space(text, part.end))
        joint = self._in.match(text, behind_space(text, counted.end if counted else part.end))
        if joint is None:
            return None
        start = behind_space(text, joint.end)
        digits = _DIGITS.match(text, start)
        whole = self._numerals.digits(text, start) if digits else self._numerals.words(text, start)
        if whole is None or whole.value <= part.value or whole.value > 100 or whole.decimal:
            return None
        behind = behind_space(text, whole.end)
        if self._scales.match(text, behind) is not None or self._never_of.match(text, behind) is not None:
            return None  # "one in ten thousand", "one in five years"
        if whole.value > _MOST_OF and text[behind_space(text, part.end) : joint.end].lower() in self._of:
            return None  # "tre av 32 länder": one word says both "in" and "of"
        share = plain((100 * part.value / whole.value).quantize(_HUNDREDTH, ROUND_HALF_UP))
        return Quantity(place, whole.end, "share", "%", value=share, rule="share+one-in")
