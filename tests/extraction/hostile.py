"""Hostile texts: kinds of input that have made extractors slow or made them fail, of any length."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Builder = Callable[[int], str]


def _repeated(unit: str) -> Builder:
    def build(length: int) -> str:
        return (unit * (length // len(unit) + 1))[:length]

    return build


def _around(unit: str, filler: str, width: int) -> Builder:
    """A figure after each `width` characters of one filler."""
    return _repeated(filler * width + unit)


# Named by what is repeated; a name with words says what it is meant to make slow.
KINDS: Mapping[str, Builder] = {
    # Runs that look like one number, or like many.
    **{
        name: _repeated(unit)
        for name, unit in {
            "digits": "1", "zeros": "0", "groups by spaces": "111 ", "groups by commas": "111,", "commas": "1,",
            "points": "1.", "apostrophes": "1'", "slashes": "1/", "colons": "1:", "hyphens": "1-", "dashes": "1–",
            "fractions": "½", "numbers with fractions": "2½ ", "bare numbers": "5 ", "numbers in lines": "1\n",
            "years": "2024 ", "years in a list": "2024, ", "spans of years": "2022-2024-", "lakhs": "1,00,00,",
            "calibres": "500 122 mm ", "digits with accents": "5\u0301 ", "superscripts": "5² ",
            "digits of other scripts": "٥٪ ５％ ", "names with numbers": "F-16 ", "articles of law": "Article 5 ",
            "times of day": "12:30 ", "addresses": "http://a.b/5%20 ", "half tags": "#5 ",
        }.items()
    },
    # Signs, scales and names of money without numbers, or with too many.
    **{
        name: _repeated(unit)
        for name, unit in {
            "euro signs": "€", "codes": "EUR ", "dollar signs": "$", "amounts without spaces": "$5",
            "amounts by hyphens": "$5-", "amounts in a list": "$5, ", "amounts": "$5 ", "scales": "million ",
            "scaled": "5 million ", "scaled in a list": "5 million, ", "names of money": "billion dollars ",
            "conversions": "$1 (€1) ", "open conversions": "$1 (", "conversions by words": "$1bn or ",
            "lent amounts": "$9 million for 9 ", "lent by more": "$9 million and 9 more, ",
            "shared crowns": "5 kr ", "rates of exchange": "41.5 hryvnias to the dollar ", "cents": "5 cents ",
            "run together": "5bnThe", "glued to words": "word5%",
        }.items()
    },
    # Percentages, and what they are of.
    **{
        name: _repeated(unit)
        for name, unit in {
            "per cent signs": "%", "shares": "5% ", "shares without spaces": "5%", "shares in a list": "5%, ",
            "shares and": "5% and ", "shares of output": "5% of GDP ", "output": "of GDP ", "goals": "2% goal ",
            "share of output": "share of GDP ", "inflation": "inflation 5% ", "points of change": "5 percentage points ",
            "shares of spending": "5% defence spending ", "quoted shares": "'5%' ", "signed": "~5% ", "plus": "5%+",
        }.items()
    },
    # Chains, ranges, lists.
    **{
        name: _repeated(unit)
        for name, unit in {
            "between and": "between 1 and ", "from to": "from 1 to ", "to": "10 to ", "or": "10 or ",
            "and": "10 and ", "comma": "10, ", "list with a unit": "10, 10, 10, and 10 per cent ",
            "steps": "rose 10% to ", "parts": "€5 bn, of which ", "parts of parts": "including €5, ",
        }.items()
    },
    # Numbers in words, fractions, multiples.
    **{
        name: _repeated(unit)
        for name, unit in {
            "one": "one ", "one hundred": "one hundred ", "hundred": "hundred ", "twenty": "twenty ",
            "articles": "a ", "a million": "a million ", "half": "half ", "half of": "half of ", "half a": "half a ",
            "one in": "one in ", "one in five": "one in five ", "a third of": "a third of ", "doubled": "doubled ",
            "five times": "five times ", "two and a half": "two and a half ",
        }.items()
    },
    # Words of bound and change without end.
    **{
        name: _repeated(unit)
        for name, unit in {
            "at least": "at least ", "at least shares": "at least 5% ", "or more": "5% or more ", "rose": "rose ",
            "rose by": "rose by 5%, ", "increases": "a 5% increase ", "increase of": "increase of 5% ",
        }.items()
    },
    # Times.
    **{
        name: _repeated(unit)
        for name, unit in {
            "in years": "in 2024 ", "since": "since ", "since years": "since 2014 ", "shares in years": "5% in 2024 ",
            "from years": "from 2022 to ", "this year": "this year ", "a year": "a year ", "shares a year": "5% a year ",
            "first half of": "the first half of ", "months": "June ", "days": "June 5, ", "years to come":
            "over the next five years ", "quarters": "Q1 ", "fiscal years": "FY2025 ", "base years": "5% than in 2023 ",
        }.items()
    },
    # Parties, acts, speakers.
    **{
        name: _repeated(unit)
        for name, unit in {
            "parties": "Germany ", "parties and": "Germany and ", "parties in a list": "Germany, ",
            "parties with amounts": "Germany €5bn, ", "gifts": "Germany gave Ukraine €5bn, ", "to Ukraine": "to Ukraine ",
            "amounts to": "€5bn to Ukraine ", "pledged": "pledged ", "pledged amounts": "pledged €5 ",
            "to pledge": "to pledge to ", "by": "by Germany ", "each": "Germany each €5 ", "respectively": "respectively ",
            "said": "said Rutte ", "he said": "he said ", "sayings": "“5%,” said Rutte. ", "sources":
            "5% according to Reuters, ", "one sentence": "Germany gave Ukraine at least €5.5 billion in 2024, and ",
            "news": "Germany said it would give Ukraine at least €5.5 billion in military aid in 2024, up 20% on 2023. ",
        }.items()
    },
    # Counts.
    **{
        name: _repeated(unit)
        for name, unit in {
            "tanks": "30 tanks ", "models": "30 F-16 ", "adjectives": "30 big red modern ", "labels": "tanks: 30\n",
            "wide labels": "tanks" + " " * 40 + ": 5 ", "countries": "5 countries ",
        }.items()
    },
    # Quotation marks, brackets, mark-up.
    **{
        name: _repeated(unit)
        for name, unit in {
            "unclosed quotations": "“a ", "unclosed straight": '"a ', "quotations": "“a” ", "quoted figures": "“5% ",
            "brackets": "(", "bracketed figures": "(5% ", "closing brackets": ")", "angles": ">",
            "tags": '<p class="a">', "cells": "<td>5%</td>", "entities": "&amp; ",
        }.items()
    },
    # Spaces and breaks.
    **{
        name: _repeated(unit)
        for name, unit in {
            "newlines": "\n", "blank lines": "a\n\n", "paragraphs": "5%\n\n", "lines": "5%\n", "lines of two marks":
            "5%\r\n", "paragraphs of two marks": "5%\r\n\r\n", "old lines": "5%\r", "wrapped lines": "5% a\nb ",
            "spaces": " ", "no-break spaces": "\xa0", "soft hyphens": "\xad", "hyphens alone": "-", "dots": ".",
            "short sentences": "A b. ", "abbreviations": "A. ", "commas alone": ",", "tabs": "5%\t",
        }.items()
    },
    # Characters that tools stumble over.
    **{
        name: _repeated(unit)
        for name, unit in {
            "one letter": "a", "one word": "word ", "capitals": "A", "names": "Word ", "accents": "e\u0301",
            "accents alone": "\u0301", "right to left": "\u200f5% ", "emoji": "👨‍👩‍👧 5%", "lone surrogates": "\ud8005% ",
            "nul": "\0005%", "byte order marks": "\ufeff", "hangul": "한", "thai": "ก", "backslashes": "\\",
        }.items()
    },
    # One figure at a time in a desert of something else.
    "letters around figures": _around(" 5% ", "a", 900),
    "more letters around figures": _around(" 5% ", "a", 30_000),
    "spaces around figures": _around("5%", " ", 3_000),
    "breaks around figures": _around("5%", "\n", 3_000),
    "spaced breaks around figures": _around("5%", "\n ", 3_000),
    "hyphens around figures": _around(" 5%", "-", 3_000),
    "brackets around figures": _around("5%", "(", 3_000),
    "figures across the cut": _around(" 5 million euros and ", "a", 990),
    "numbers far from a count": lambda length: "30 tanks. " + "then 7 more words 8 " * (length // 20),
    "words of one number": lambda length: "the number of tanks " * (length // 40) + "7 " * (length // 4),
    "quotation that never closes": lambda length: "“" + "word " * (length // 10) + "5% word " * (length // 16),
}  # fmt: skip
