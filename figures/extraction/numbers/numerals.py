"""Numerals: a number as written, in digits or in words, and its value.

Digits follow the marks of the language: "1,234.5" in English, "1.234,5" in German, and everywhere
groups set off by (no-break, thin) spaces or apostrophes. A numeral that does not fit them, such as
"1,1,1" or "1.2.3", is none; its whole run is passed over at once, so that time stays linear.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from figures.extraction.numbers.glued import GluedNumbers
from figures.extraction.words.phrases import Found, PhraseTable
from figures.lexicon import Lexicon

_VULGAR = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal("0.3333"),
    "⅔": Decimal("0.6667"), "⅕": Decimal("0.2"), "⅖": Decimal("0.4"), "⅗": Decimal("0.6"),
    "⅘": Decimal("0.8"), "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}  # fmt: skip
VULGAR_FRACTIONS = "".join(_VULGAR)
# Marks that are never decimal: apostrophes and the spaces typesetters put between groups.
_SPACES = " \xa0\u2007\u2009\u202f"
_APOSTROPHES = "'’"
# What ends a run of digits joined by marks: runs are bounded by the text alone, and passed in one go.
_RUN_END = re.compile(r"[^0-9.,'’]|[.,'’](?![0-9])")
_MOST_WORDS = 8


class Numeral(NamedTuple):
    """A number in a text: where it stands, its value, and how it is written."""

    start: int
    end: int
    value: Decimal
    grouped: bool
    decimal: bool
    words: bool


class Numerals:
    """Reads numerals of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        decimal = re.escape(lexicon.decimal)
        other = "." if lexicon.decimal == "," else ","
        group = re.escape(other + _SPACES + _APOSTROPHES)
        self._digits = re.compile(
            rf"""
            (?: (?P<grouped> [0-9]{{1,3}} (?P<mark>[{group}]) [0-9]{{3}}   # 1,234  1 234  1'234
                  (?> (?: (?P=mark) [0-9]{{3}} ){{0,5}} ) (?![0-9]) )
                (?> (?: {decimal} (?P<part>[0-9]{{1,12}}+) )? )            #                    .5
              | (?P<lakh> [0-9]{{1,2}} (?> (?: , [0-9]{{2}} (?=,) ){{1,4}} ) , [0-9]{{3}} )   # 1,00,000
                (?> (?: {decimal} (?P<paise>[0-9]{{1,12}}+) )? )
              | (?> (?P<whole> [0-9]{{1,18}}+ )? )                         # 485
                (?> (?: {decimal} (?P<after>[0-9]{{1,12}}+) )? )           # 20.9  .5
            )
            (?> (?: [ ]?+ (?P<vulgar>[{VULGAR_FRACTIONS}])                 # 2½
              | [ -] (?P<over>[1-7]) / (?P<under>[2-8]) (?! [0-9/] ) )? )   # 2 1/2
            (?! [0-9] | [.,] [0-9] )                                       # never half a number
            """,
            re.VERBOSE,
        )
        # "20,9" in English, "20.9" in German: decimal only where a unit proves it a number.
        self._foreign = re.compile(
            rf"(?P<whole>[0-9]{{1,3}}){re.escape(other)}(?P<part>[0-9]{{1,2}})(?![0-9.,])"
            # "1,500,000" in Spanish: two such marks are never decimal.
            rf"|(?P<groups>[1-9][0-9]{{0,2}}(?>(?:{decimal}[0-9]{{3}}){{2,5}}))(?![0-9]|[.,][0-9])"
        )
        # Where the press of some countries groups by the decimal mark, "2,100 millones" tells it by its nought.
        grouping = lexicon.section("number_grammar").get("decimal_mark_groups", False)
        percent = "|".join(map(re.escape, sorted(lexicon.words("percent", "words"), key=len, reverse=True)))
        self._grouping = re.compile(rf"(?![ \xa0]?(?:{percent}))") if grouping else None
        # The ending of its case that a number carries behind a hyphen.
        endings = "|".join(map(re.escape, lexicon.words("numerals", "endings")))
        self._ending = re.compile(rf"[-\u2010\u2011](?:{endings})(?!\w)") if endings else None
        numbers = {phrase: Decimal(str(value)) for phrase, value in lexicon.section("number_words").items()}
        grammar = lexicon.section("number_grammar")
        self._words = PhraseTable(numbers.items())
        self._glued = GluedNumbers(lexicon)
        self._joiners = PhraseTable((joiner, True) for joiner in grammar.get("joiners", ()))
        self._halves = PhraseTable((half, True) for half in grammar.get("halves", ()))
        self._points = PhraseTable((point, True) for point in grammar.get("points", ()))
        before = [(phrase, Decimal("0.5")) for phrase in grammar.get("half_before", ())]
        before += [(phrase, Decimal("0.25")) for phrase in grammar.get("quarters_before", ())]
        before += [(phrase, Decimal("1.5")) for phrase in grammar.get("one_and_a_half", ())]
        before += [(phrase, Decimal(part)) for phrase, part in grammar.get("parts_before", {}).items()]
        before += [(phrase, Decimal(1)) for phrase in grammar.get("articles", ())]
        self._parts = PhraseTable(before)

    def digits(self, text: str, place: int) -> Numeral | None:
        """The numeral in digits that begins at `place`, or None when the digits form none."""
        match = self._digits.match(text, place)
        if match is None:
            return self._foreign_digits(text, place)
        whole, after, vulgar = match.group("whole", "after", "vulgar")
        if whole and whole.startswith("00"):
            return None  # ",000 troops", where scraping lost the first digits
        grouped = match["grouped"] or match["lakh"]
        if grouped:
            number = Decimal(
                "".join(char for char in grouped if char.isdigit())
                + "."
                + (match["part"] or match["paise"] or "0")
            )
        elif whole or after:
            number = Decimal(f"{whole or '0'}.{after}" if after else whole)
        elif vulgar:
            number = Decimal(0)
        else:
            return None
        over, under = match.group("over", "under")
        if vulgar:
            number += _VULGAR[vulgar]
        elif over and not (whole and over < under):
            return None
        elif over:
            number += Decimal(over) / Decimal(under)
        if whole and after and len(after) == 3 and self._is_grouped(text, match):
            return Numeral(place, match.end(), Decimal(whole + after), True, False, False)
        decimal = bool(after or vulgar or over or match["part"] or match["paise"])
        end = match.end()
        if self._ending is not None and (ending := self._ending.match(text, end)):
            end = ending.end()
        if not decimal and text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha():
            half = self._halves.match(text, end + 1)
            if half is not None:
                return Numeral(place, half.end, number + Decimal("0.5"), bool(grouped), True, False)
        return Numeral(place, end, number, bool(grouped), decimal, False)

    def _foreign_digits(self, text: str, place: int) -> Numeral | None:
        match = self._foreign.match(text, place)
        if match is None:
            return None
        if groups := match["groups"]:
            return Numeral(place, match.end(), Decimal(re.sub("[.,]", "", groups)), True, False, False)
        return Numeral(place, match.end(), Decimal(f"{match['whole']}.{match['part']}"), False, True, False)

    def _is_grouped(self, text: str, match: re.Match[str]) -> bool:
        """Whether a decimal mark before three digits groups them: nobody writes "2,10" with a nought more."""
        if self._grouping is None or match["after"][-1] != "0" or not "1" <= match["whole"][0] <= "9":
            return False
        plain = len(match["whole"]) <= 3 and match.end() == match.end("after")
        return plain and self._grouping.match(text, match.end()) is not None

    @staticmethod
    def run_end(text: str, place: int) -> int:
        """Where the run of digits and marks that begins at `place` ends."""
        if not "0" <= text[place : place + 1] <= "9":
            return place + 1
        match = _RUN_END.search(text, place)
        return match.start() if match else len(text)

    def words(self, text: str, place: int) -> Numeral | None:
        """The numeral in words that begins at `place`, or None.

        Values below a hundred add up ("twenty five"), a hundred multiplies what stands before it.
        """
        total = Decimal(0)
        end = place
        last = None
        for _ in range(_MOST_WORDS):
            start = end if last is None else _next_word(text, end)
            found = self._word(text, start)
            if found is None and last is not None:
                joiner = self._joiners.match(text, start)
                # "one hundred and five", but "two and three" are two numbers.
                if joiner is not None and total >= 100:
                    found = self._word(text, _next_word(text, joiner.end))
            if found is None:
                break
            value = found.meaning
            if last is None:
                total = value
            elif value == 100 and total < 100:
                total *= 100
            elif (20 <= last <= 90 and last % 10 == 0 and value < 10) or (last >= 100 and value < 100):
                total += value
            else:
                break
            last, end = value, found.end
        if last is None:
            return None
        point = self._points.match(text, _next_word(text, end))
        after = self._words.match(text, _next_word(text, point.end)) if point is not None else None
        if after is not None and after.meaning < 100:
            # "two point five"
            return Numeral(place, after.end, Decimal(f"{total}.{after.meaning}"), False, True, True)
        half = self._halves.match(text, _next_word(text, end))
        if half is not None:
            total, end = total + Decimal("0.5"), half.end
        return Numeral(place, end, total, False, half is not None, True)

    def _word(self, text: str, place: int) -> Found[Decimal] | None:
        found = self._words.match(text, place)
        if found is None:
            glued = self._glued.at(text, place)
            return Found(*glued) if glued is not None else None
        return found

    def part(self, text: str, place: int) -> Numeral | None:
        """What stands for a number before a scale only: "half a", "a"; or None."""
        found = self._parts.match(text, place)
        if found is None:
            return None
        return Numeral(place, found.end, found.meaning, False, False, True)


def _next_word(text: str, place: int) -> int:
    """The place behind one space or hyphen."""
    return place + 1 if text[place : place + 1] in {" ", "-", "\xa0", "\n", "\u2011", "\u202f"} else place
