"""What must hold for periods on any text: no error, spans in range and in order, linear growth."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.periods import grammar
from figures.extraction.sentences import Sentence
from figures.lexicon import lexicon

LANGUAGES = ("en", "de", "uk")
GRAMMARS = {language: grammar(lexicon(language).section("periods"), language) for language in LANGUAGES}

# Pieces that the grammars react to, so that random texts reach deep into them.
PIECES = (
    "in", "since", "from", "to", "by", "the", "first", "half", "of", "2024", "2000", "1945", "2099", "31", "0",
    "99", "June", "Feb", "year", "years", "a", "last", "next", "this", "ago", "earlier", "before", "compared with",
    "than", "Q5", "H3", "FY25/26", "2025-26", "2026-25", "US", "13 months", "30 February", "17.13.2024", "–", ",",
    "(", ")", ";", "%", "$", "so far", "over", "within", "respectively", "and", "until", "end", "mid", "2020s",
    "year on year", "fiscal", "same period", "a decade", "previous", "im", "Jahr", "erstes", "Halbjahr", "року", "у", "першому",
    "\N{SOFT HYPHEN}", "\ud800", "\0", "\N{RIGHT-TO-LEFT MARK}", "٢٠٢٤", "²", "½", "İ", "ß", "\n",
)  # fmt: skip
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
)
days = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2024, 2, 29)]))


@given(texts, days, st.sampled_from(LANGUAGES))
def test_spans_lie_in_the_sentence_and_in_order(text: str, published: date | None, language: str) -> None:
    found = GRAMMARS[language].spans(text, Sentence(0, len(text)), published)
    last = 0
    for span in found:
        assert last <= span.start < span.end <= len(text)
        last = span.end
        assert span.role in {"period", "base", "rate", "running", "mention"}
        assert bool(span.per) == (span.role == "rate")
        if span.first and span.last:
            assert span.first <= span.last


@given(
    texts,
    st.lists(st.tuples(st.integers(0, 220), st.integers(1, 12), st.sampled_from(["money", "change"])), max_size=6),
    days,
    st.sampled_from(LANGUAGES),
    st.integers(0, 220),
)  # fmt: skip
def test_each_quantity_gets_one_answer(
    text: str,
    places: list[tuple[int, int, str]],
    published: date | None,
    language: str,
    middle: int,
) -> None:
    middle = min(middle, len(text))
    quantities = [
        Quantity(min(start, len(text)), min(start + length, len(text)), kind, "EUR")
        for start, length, kind in places
    ]
    sentence, before = Sentence(middle, len(text)), Sentence(0, middle)
    found = GRAMMARS[language].assign(text, sentence, quantities, published, before)
    assert len(found) == len(quantities)
    for period in found:
        if period.first and period.last:
            assert period.first <= period.last
        if period.first or period.last:
            assert period.text
        assert period.text == " ".join(period.text.split())


@given(texts, st.integers(0, 50), days)
def test_what_stands_around_a_sentence_does_not_matter(text: str, shift: int, published: date | None) -> None:
    english = GRAMMARS["en"]
    alone = english.spans(text, Sentence(0, len(text)), published)
    framed = " " * shift + " \n" + text + "\n "
    start = shift + 2
    moved = english.spans(framed, Sentence(start, start + len(text)), published)
    assert [
        span._replace(start=span.start - start, end=span.end - start) for span in moved
    ] == alone  # fmt: skip


def test_no_pattern_repeats_without_bound_inside_a_repeat() -> None:
    for language in LANGUAGES:
        patterns = _patterns(GRAMMARS[language])
        assert len(patterns) > 30
        for pattern in patterns:
            # Patterns over symbols use bounded repeats only.
            plain = re.sub(r"\[[^\]]*\]", "", pattern.pattern)
            assert not re.search(r"[*+]", plain), plain


def test_threads_agree() -> None:
    sentence = "In 2024 they gave €5bn a year, up from €4bn in the first half of 2023."
    english = GRAMMARS["en"]

    def read(_: int) -> object:
        return english.spans(sentence, Sentence(0, len(sentence)), date(2025, 1, 1))

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(read, range(200)))
    assert all(result == results[0] for result in results)


def _patterns(found: object, seen: set[int] | None = None) -> list[re.Pattern[str]]:
    """All compiled patterns that a grammar holds, however deep."""
    seen = set() if seen is None else seen
    if id(found) in seen:
        return []
    seen.add(id(found))
    if isinstance(found, re.Pattern):
        return [found]
    inner = list(found.values()) if isinstance(found, dict) else []
    if type(found).__module__.startswith("figures.extraction.periods"):
        inner = list(vars(found).values())
    return [pattern for item in inner for pattern in _patterns(item, seen)]
