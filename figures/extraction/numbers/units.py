"""Units beside a number: scale, currency, per cent, as the words of a language say them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from figures.extraction.numbers.unit_phrases import HUNDREDTH, ONE, Unit, unit_phrases
from figures.extraction.words.phrases import Found, PhraseTable
from figures.lexicon import Lexicon, currency_codes, currency_symbols

# Between a number and its scale or unit: a space, also as HTML writes it, a line break, a hyphen.
_GAP = re.compile(
    r"(?>(?:&(?:nbsp|thinsp|#160);)?)[ \t\xa0\u2007\u2009\u202f\xad]{0,2}+(?>(?:\r?\n[ \t]{0,4})?)[-\u2010\u2011]?"
)
_GAP_BEFORE = " \xa0\u2007\u2009\u202f"
_LONGEST_PREFIX = 8
# A sign run into its number ends there: "205p", but not "8p.m.".
_ENDS = re.compile(r"(?!\.?[^\W_])")
_WORD = re.compile(r"\w{1,12}+")
_WORD_TO_END = re.compile(r"\w++\Z")
# "In 2022 EUR 5 billion": a year, and a code that stands before the next number.
_YEAR_BEFORE = re.compile(r"(?<![0-9.,])(?:19|20)[0-9]{2} \Z")
_NUMBER_NEXT = re.compile(r"[ \xa0]?[0-9]")
_LETTERS = re.compile(r"[^\W\d_]{1,24}+")


class Tail(NamedTuple):
    """Scale and unit behind a number; `end` is where the last of them ends.

    `half` tells that a half is said behind the scale: "deux milliards et demi".
    """

    end: int
    scale: Decimal | None
    unit: Unit | None
    short: bool
    half: bool = False


NO_TAIL = Tail(0, None, None, False)


class Units:
    """The units of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._table = PhraseTable(unit_phrases(lexicon))
        self._between = PhraseTable((word, True) for word in lexicon.words("money", "between"))
        self._partitive = PhraseTable((word, True) for word in lexicon.words("counts", "partitive"))
        self._dotted = frozenset(
            scale[:-1].lower() for scale in lexicon.section("scales") if scale.endswith(".")
        )
        scales = lexicon.section("scales").items()
        self._scales = sorted(
            (
                (scale.lower(), Decimal(factor))
                for scale, factor in scales
                if len(scale) > 1 and scale.isalpha()
            ),
            key=lambda each: (-len(each[0]), each[0]),
        )
        self._halves = PhraseTable((half, True) for half in lexicon.words("number_grammar", "halves"))
        symbols = {**currency_symbols(lexicon.language), **lexicon.section("money", "symbols")}
        self._glued = {
            sign: Unit("money", code, HUNDREDTH)
            for code, signs in lexicon.section("money", "glued_hundredths").items()
            for sign in signs
        } | {sign: Unit("times", "x", ONE) for sign in lexicon.words("percent", "glued_times")}
        self._pointed = frozenset(word.lower() for word in lexicon.words("writing", "pointed"))
        self._never_cut = tuple(lexicon.words("vetoes", "never_cut")) or ("\0",)
        self._never_glued = frozenset(lexicon.words("vetoes", "never_glued"))
        self._scales_of_money = dict(lexicon.section("money", "scales"))
        signs = {code: code for code in currency_codes()} | symbols
        self._before = {sign: Unit("money", code, ONE) for sign, code in signs.items()}
        for phrase, (code, factor) in lexicon.section("money", "scaled").items():
            if phrase.isupper():
                self._before[phrase] = Unit("money", code, Decimal(factor))
        self._letters = lexicon.section("money", "letters")
        self._before |= {sign: Unit("money", code, ONE) for sign, code in self._letters.items()}
        self._lengths = sorted(set(map(len, self._before)), reverse=True)
        self._last = frozenset(symbol[-1] for symbol in symbols) | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    def before(self, text: str, place: int) -> tuple[int, Unit] | None:
        """The sign or code of money that ends at `place` (one space apart), and where it starts."""
        end = place - 1 if text[place - 1 : place] in _GAP_BEFORE else place
        if end < 1 or text[end - 1] not in self._last:
            return None
        for length in self._lengths:
            start = end - length
            unit = self._before.get(text[start:end]) if start >= 0 else None
            if unit is not None and not (text[start].isalpha() and text[start - 1 : start].isalpha()):
                word = _WORD.match(text, start)
                named = word is not None and word[0] in self._never_glued  # "COP29"
                return None if named or self._is_rate(text, start) else (start, unit)
        return None

    def is_no_money(self, sign: str, *, large: bool) -> bool:
        """Whether letters before a number mean money only before large ones: "R5", but "R5 billion"."""
        letters = sign.rstrip(_GAP_BEFORE)
        if letters not in self._letters:
            return False
        return not large or (len(letters) == 1 and letters != sign)

    def _is_rate(self, text: str, place: int) -> bool:
        """Whether the sign at `place` is the second of a rate of exchange: "€/$ 1.08", not "$5M/€4.6M"."""
        if place < 2 or text[place - 1] != "/":
            return False
        if text[place - 2].isalnum() and text[max(0, place - 3) : place - 2].isdigit():
            return False  # "$5M/€4.6M"
        return any(text[place - 1 - length : place - 1] in self._before for length in self._lengths)

    def tail(self, text: str, place: int) -> Tail:
        """What stands directly behind a number that ends at `place`, with the full stop of a short word."""
        tail = self._tail(text, place)
        if self._pointed and text[tail.end : tail.end + 1] == "." and place < tail.end:
            word = _WORD_TO_END.search(text, max(place, tail.end - _LONGEST_PREFIX), tail.end)
            if word is not None and word[0].lower() in self._pointed:
                return tail._replace(end=tail.end + 1)
        return tail

    def _tail(self, text: str, place: int) -> Tail:
        scale: Decimal | None = None
        short = halved = False
        end = place
        sign = self._glued.get(text[place : place + 1])
        if sign is not None and _ENDS.match(text, place + 1) and not self._is_name(text, place + 1):
            return Tail(place + 1, None, sign, short=False)
        start = _skip(text, place)
        found = self._table.match(text, start)
        if found is not None and found.meaning.kind == "scale":
            scale, short, end = found.meaning.factor, found.end - start == 1, found.end
            start = self._behind_scale(text, end)
            found = self._table.match(text, start)
            if found is not None and found.meaning.kind == "scale":
                # "hundred million", "thousand billion"
                scale, end = scale * found.meaning.factor, found.end
                start = self._behind_scale(text, end)
                found = self._table.match(text, start)
            if found is None:
                half = self._halves.match(text, start)
                if half is not None:
                    halved, end = True, half.end
                    start = _skip(text, end)
                    found = self._table.match(text, start)
            if found is None:
                found = self._between_words(text, start)
        if found is None and scale is None:
            found = self._parted(text, start)
        # "Md€2008": a sign written to the scale is its own, and a year of prices may follow it.
        if found is not None and (scale is None or start > end) and _opens_next(text, start, found.end):
            found = None
        if found is None or found.meaning.kind == "scale":
            return Tail(end, scale, None, short, halved)
        if scale is None and found.meaning.kind == "money":
            behind = self._table.match(text, _skip(text, found.end))
            if behind is not None and behind.meaning.kind == "scale" and behind.end - found.end > 2:
                return Tail(behind.end, behind.meaning.factor, found.meaning, short=False)  # "75 USD million"
        return Tail(found.end, scale, found.meaning, short, halved)

    def glued(self, text: str, place: int) -> Tail:
        """The scale that the word at `place` begins with, where scraping ran the next word into it."""
        word = _LETTERS.match(text, place)
        if word is not None and not word[0].lower().endswith(self._never_cut):
            for scale, factor in self._scales:
                if word[0].lower().startswith(scale) and len(word[0]) >= len(scale) + 2:
                    return Tail(place + len(scale), factor, None, short=False)
        return NO_TAIL

    def unit(self, text: str, place: int) -> Found[Unit] | None:
        """The unit that begins at `place`, or None."""
        return self._table.match(text, place)

    def scale_of_money(self, text: str, place: int) -> Tail:
        """The scale at `place` that is one only behind an amount with a sign of money ("$500MM")."""
        word = _LETTERS.match(text, _skip(text, place))
        if word is None or word[0] not in self._scales_of_money:
            return NO_TAIL
        return Tail(word.end(), Decimal(self._scales_of_money[word[0]]), None, short=False)

    def _is_name(self, text: str, end: int) -> bool:
        """Whether digits and a letter are a name of another kind ("1080p")."""
        word = _WORD_TO_END.search(text, max(0, end - _LONGEST_PREFIX), end)
        return word is not None and word[0] in self._never_glued

    def _behind_scale(self, text: str, end: int) -> int:
        if text[end : end + 1] == "." and self._is_dotted(text, end):
            end += 1
        return _skip(text, end)

    def _is_dotted(self, text: str, end: int) -> bool:
        return any(text[max(0, end - len(word)) : end].lower() == word for word in self._dotted)

    def _parted(self, text: str, place: int) -> Found[Unit] | None:
        """The money behind the word that parts it from its number: "88.000.000 de euros"."""
        word = self._partitive.match(text, place)
        found = self._table.match(text, _skip(text, word.end)) if word is not None else None
        return found if found is not None and found.meaning.kind == "money" else None

    def _between_words(self, text: str, place: int) -> Found[Unit] | None:
        """The currency behind at most two words that may stand between it and the scale."""
        for _ in range(2):
            word = self._between.match(text, place)
            if word is None:
                return None
            place = _skip(text, word.end)
            found = self._table.match(text, place)
            if found is not None:
                opens = text[place : found.end].isupper() and _NUMBER_NEXT.match(
                    text, found.end
                )  # "3 of USD 14"
                return found if found.meaning.kind == "money" and not opens else None
        return None


def _opens_next(text: str, start: int, end: int) -> bool:
    """Whether a sign of money stands before the next number: "1 $10", "$5 $6", "EUR 5-EUR 8"."""
    if text[start].isalpha() and text[end - 1].isalpha():
        led = text[start - 1] in "-\u2010\u2011" or _YEAR_BEFORE.search(text, max(0, start - 6), start)
        if not text[start:end].isupper() or not (led or text[end : end + 1].isdigit()):
            return False
    elif text[start] == "%":
        return False
    return text[end : end + 1].isdigit() or (text[end : end + 1] == " " and text[end + 1 : end + 2].isdigit())


def _skip(text: str, place: int) -> int:
    match = _GAP.match(text, place)
    return match.end() if match else place
