"""What must hold of the claims of any text at all."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from figures import extract
from figures.records import CONTEXT_WINDOW, QUOTE_LIMIT, Claim
from tests.extraction.hostile import KINDS

KIND_NAMES = {"money", "share", "change", "multiple", "count", "index"}
# What the grammar looks for, and what stands around it: any order of them must be safe to read.
FRAGMENTS = """
    5|20.9|1,234.5|1 234|1'000|.5|½|2½|3-5|10–12|2024|2025-26|30|155|0|00|1,1|1.2.3|20,9|٥|1e5|-7|+3
    one|two|five|twenty|hundred|a|half|half a|a third|two thirds|a quarter|one in five|doubled|twice|times|fold
    million|bn|billion|trillion|m|k|thousand|lakh|crore|hundred million|and a half|billions
    €|$|£|US$|C$|EUR|USD|SEK|euros|dollars|US dollars|kroner|kr|hryvnias|cents|pence|to the dollar
    %|per cent|percent|percentage points|basis points|pp|of GDP|of output|of it|of which|of the budget
    at least|more than|nearly|about|up to|less than|or more|or so|-plus|~|≈|>|+|an estimated|exactly|between|from
    to|and|or|,|;|:|.|–|-|—|(|)|[|]|/|…|!|?|•|*|"|“|”|„|«|»|'|’|&|#|@|<p>|</td>|&amp;|http://a.b/5
    rose|fell|by|up|down|increase|cut|growth|inflation|target|goal|guideline|each|respectively|including|another|more
    in|in 2024|since 2014|by 2035|this year|a year|annually|per month|in the first half of|June|12 June 2024|FY2025|Q3
    Germany|Ukraine|NATO|Allies|the EU|Washington|Rutte|Mark Rutte|he|she|they|said|told|pledged|gave|provided|to Ukraine
    will|has|was|plans to|spent|tanks|F-16 jets|Patriot batteries|troops|155 mm|shells|drones|soldiers|allies|countries
    military aid|defence spending|for|with|which|but|while|not|no|the|an|compared with|according to|bn.|Gen.|a.m.|No.
""".replace("\n", "|").split("|")
MARKS = [
    "",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\xa0",
    "\u202f",
    "\xad",
    "\u200f",
    "\u0301",
    "\0",
    "\ud800",
    "👍",
    "-",
    "  ",
]

words = st.sampled_from([fragment.strip() for fragment in FRAGMENTS if fragment.strip()])
gaps = st.one_of(st.just(" "), st.just(" "), st.just(" "), st.sampled_from(MARKS))
sentences = st.lists(st.tuples(words, gaps), max_size=40).map(lambda pairs: "".join(map("".join, pairs)))
strings = st.text(st.characters(codec=None), max_size=200)
texts = st.one_of(sentences, strings, st.lists(st.one_of(sentences, strings), max_size=4).map("".join))
days = st.one_of(st.none(), st.dates())
# The same examples on every run: what a random run finds becomes a row below.
repeatable = settings(derandomize=True, deadline=None, max_examples=400)


def _places(claim: Claim) -> tuple[int, int, int]:
    """Start, end, start of the quotation: extraction always tells them."""
    assert claim.start is not None
    assert claim.end is not None
    assert claim.quote_start is not None
    return claim.start, claim.end, claim.quote_start


def check(text: str, claims: list[Claim]) -> None:
    """All that holds of every claim and of their order."""
    for place, claim in enumerate(claims):
        start, end, quote_start = _places(claim)
        quote_end = quote_start + len(claim.quote)
        assert claim.kind in KIND_NAMES
        assert claim.exact
        assert text[start:end] == claim.exact
        assert claim.exact == claim.exact.strip()
        assert text[quote_start:quote_end] == claim.quote
        assert quote_start <= start < end <= quote_end
        assert len(claim.quote) <= QUOTE_LIMIT
        assert claim.quote == claim.quote.strip()
        assert claim.prefix == text[max(0, start - CONTEXT_WINDOW) : start]
        assert claim.suffix == text[end : end + CONTEXT_WINDOW]
        assert claim.context == "" or claim.context in text[:quote_start]
        assert claim.unit
        _check_amounts(claim)
        for first, last in (
            (claim.period_start, claim.period_end),
            (claim.base_period_start, claim.base_period_end),
        ):
            assert first is None or last is None or first <= last
        for link in claim.links:
            target = int(link.target.removeprefix("#"))
            assert 0 <= target < len(claims)
            assert target != place
    for before, behind in pairwise(claims):
        ahead, after = _places(before)[:2], _places(behind)[:2]
        assert ahead[1] <= after[0] or (ahead == after and before.actor != behind.actor)


def _check_amounts(claim: Claim) -> None:
    if claim.bound == "between":
        assert claim.value is None
        assert claim.low is not None
        assert claim.high is not None
        assert claim.low < claim.high
        assert claim.low.is_finite()
        assert claim.high.is_finite()
    else:
        assert claim.low is None
        assert claim.high is None
        assert claim.value is not None
        assert claim.value.is_finite()
        if claim.kind != "change":
            assert claim.value >= 0 or claim.exact.startswith(("-", "−", "–")) or _signed(claim)


def _signed(claim: Claim) -> bool:
    return claim.prefix[-1:] in {"-", "−", "–"}


@given(texts, days)
@settings(repeatable, max_examples=1_500)
@example("5\ud800% and \udfff€5bn", None)
@example("\0005\0 million\0 euros\0", None)
@example("", None)
@example(" .1.2 .1,1 ½.5 5%", None)
@example("5% in 9999, by 0001, this year", date.max)
@example("5% last year and since last decade", date.min)
def test_claims_hold_on_any_text(text: str, published: date | None) -> None:
    check(text, extract(text, published=published))


@pytest.mark.parametrize("kind", KINDS)
def test_claims_hold_on_hostile_texts(kind: str) -> None:
    text = KINDS[kind](6_000)
    check(text, extract(text))


@pytest.mark.parametrize("unit", ["a", "1 ", "5% ", "“a ", "word ", "\ud800"])
def test_claims_hold_on_two_million_characters_in_one_line(unit: str) -> None:
    length = 2_000_000 if len(extract(unit * 10)) == 0 else 200_000
    text = unit * (length // len(unit))
    check(text, extract(text))


@given(sentences)
@repeatable
def test_a_paragraph_before_changes_nothing(text: str) -> None:
    opening = "Nothing is said here.\n\n"
    before = [(_places(claim)[0] + len(opening), _amount(claim)) for claim in extract(text)]
    assert [(_places(claim)[0], _amount(claim)) for claim in extract(opening + text)] == before


@given(sentences, sentences)
@repeatable
def test_paragraphs_are_read_apart(first: str, second: str) -> None:
    apart = [_amount(claim) for claim in [*extract(first), *extract(second)]]
    assert [_amount(claim) for claim in extract(f"{first}\n\n{second}")] == apart


@given(sentences)
@repeatable
def test_a_quote_alone_states_the_same(text: str) -> None:
    """A figure that leans on nothing outside its sentence is read the same from the sentence alone.

    Nothing outside: the sentence before says neither of what a share is, nor which country's money
    it is, nor lends a currency; all figures of the sentence are compared together, in order.
    """
    claims = extract(text)
    quotes = {claim.quote_start: claim.quote for claim in claims}
    if len(quotes) != 1 or re.search(r"[\ud800-\udfff]", text):
        return
    ((start, quote),) = quotes.items()
    if start != len(text) - len(text.lstrip()):
        return  # something stands before, and may lend
    alone = extract(quote)
    assert [(c.exact, _amount(c)) for c in alone] == [(c.exact, _amount(c)) for c in claims]


def _amount(claim: Claim) -> tuple[object, ...]:
    return claim.kind, claim.value, claim.low, claim.high, claim.unit, claim.bound
