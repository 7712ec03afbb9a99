"""Paragraphs, lines and sentences, as the quotations of figures need them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.sentences import Sentences
from figures.extraction.sentences.paragraphs import Paragraphs
from figures.extraction.words.nearby import word_before
from figures.lexicon import lexicon
from figures.records import QUOTE_LIMIT

SENTENCES = Sentences(lexicon("en"))
PARAGRAPHS = Paragraphs(lexicon("en"))

# Where each row comes from, and its sentences.
SPLITS = [
    ("plain", ["It gave 5% then.", "It gave 6% now."]),
    ("one", ["It gave 5%, and no more"]),
    ("decimals", ["It gave 5.5% of GDP.", "Then 6.1%."]),
    ("question", ["Was it 5%?", "It was."]),
    ("method 38: quotation of two", ["“We gave 5%.", "We will give 6%,” he said."]),
    ("straight quotation of two", ['"We gave 5%.', 'We will give 6%," he said.']),
    ("opening mark goes to its sentence", ["It gave 5%.", "“We gave 6%,” he said."]),
    ("abbreviation: bn.", ["It gave EUR 5 bn. in all."]),
    ("abbreviation: Gen.", ["Gen. Cavoli asked for 5% more."]),
    ("abbreviation: U.S.", ["The U.S. gave 5%.", "Others gave 6%."]),
    ("lower case goes on", ["It gave 5%... and 6%."]),
    ("surrogates", ["It \ud800 gave 5%.", "Then \udfff 6%."]),
    ("brackets", ["It gave 5% (or 6%).", "Then 7%."]),
]
# Lines of a paragraph that are sentences of their own, and those that go on.
LINES = [
    ("headline", "Spending rose\nThe alliance spent 5%.", ["Spending rose", "The alliance spent 5%."]),
    ("line goes on", "The alliance\nspent 5%.", ["The alliance\nspent 5%."]),
    ("number on the next line", "The alliance spent\n5% of GDP.", ["The alliance spent\n5% of GDP."]),
    ("open word", "It was given by the\nMinister: 5%.", ["It was given by the\nMinister: 5%."]),
    ("bullets", "Aid:\n- 30 tanks\n- 5 guns", ["Aid:", "- 30 tanks", "- 5 guns"]),
    ("two marks a line", "Spending rose\r\nThe alliance spent 5%.", ["Spending rose", "The alliance spent 5%."]),
    ("spaces between", "Spending rose\n \t\n", ["Spending rose"]),
    (
        "wrapped at a width",
        "The alliance said on Monday that Members\nWould spend at least 5% of GDP from next\nYear on, and not 2% as it had been until\nnow.",
        ["The alliance said on Monday that Members\nWould spend at least 5% of GDP from next\nYear on, and not 2% as it had been until\nnow."],
    ),
]  # fmt: skip


def _quantity(text: str, exact: str) -> Quantity:
    start = text.index(exact)
    return Quantity(start, start + len(exact), "share", "%")


@pytest.mark.parametrize("wanted", [row[1] for row in SPLITS], ids=[row[0] for row in SPLITS])
def test_running_text_is_split(wanted: list[str]) -> None:
    text = " ".join(wanted)
    assert [text[start:end] for start, end in SENTENCES.split(text, 0, len(text))] == wanted


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_lines_are_told_apart(text: str, wanted: list[str]) -> None:
    paragraph = PARAGRAPHS.around(text, 0, 0)
    lines = [text[start:end].strip() for start, end in PARAGRAPHS.lines(text, paragraph)]
    assert [line for line in lines if line] == wanted


@pytest.mark.parametrize("blank", ["\n\n", "\n \t\n", "\r\n\r\n", "\n\n\n\n"])
def test_blank_lines_end_a_paragraph(blank: str) -> None:
    text = f"One{blank}two 5%{blank}three"
    start, end = PARAGRAPHS.around(text, text.index("5%"), 0)
    assert text[start:end].strip() == "two 5%"


def test_a_very_long_paragraph_is_read_in_parts() -> None:
    text = "It gave 5% then. " * 10_000
    first = PARAGRAPHS.around(text, 0, 0)
    second = PARAGRAPHS.around(text, first.end, first.end)
    assert first.end <= 20_000
    assert text[: first.end].rstrip().endswith("then.")
    assert second.start >= first.end


def test_quantities_are_grouped_by_sentence_with_the_one_before() -> None:
    text = "Nothing yet. It gave 5% and 6%. Then it gave 7%.\n\nIt gave 8%."
    quantities = [_quantity(text, exact) for exact in ("5%", "6%", "7%", "8%")]
    groups = [
        (
            text[before.start : before.end] if before else None,
            text[sentence.start : sentence.end],
            [text[each.start : each.end] for each in held],
        )
        for before, sentence, held in SENTENCES.groups(text, quantities)
    ]
    assert groups == [
        ("Nothing yet.", "It gave 5% and 6%.", ["5%", "6%"]),
        ("It gave 5% and 6%.", "Then it gave 7%.", ["7%"]),
        (None, "It gave 8%.", ["8%"]),
    ]


def test_the_sentence_before_may_stand_on_another_line() -> None:
    text = "It spends much.\nVery much.\nIt gave 5%."
    (group,) = SENTENCES.groups(text, [_quantity(text, "5%")])
    assert group.before is not None
    assert text[group.before.start : group.before.end] == "Very much."


def test_a_sentence_never_ends_within_a_quantity() -> None:
    text = "It gave EUR 5 bn. Euros were welcome."
    (group,) = SENTENCES.groups(text, [_quantity(text, "5 bn. Euros")])
    assert text[group.sentence.start : group.sentence.end] == text


def test_a_long_run_is_cut_at_clauses() -> None:
    text = "and then it gave more, " * 200
    parts = SENTENCES.split(text, 0, len(text))
    assert all(end - start <= QUOTE_LIMIT for start, end in parts)
    assert all(text[start:end].endswith(",") for start, end in parts)


@given(st.data())
@settings(derandomize=True, deadline=None)
def test_sentences_hold_their_quantities_and_are_never_too_long(data: st.DataObject) -> None:
    pieces = st.sampled_from(
        ["a", "word ", "A. ", ". ", ", ", "\n", "\n\n", "“", "” ", "x" * 400, " " * 600, "\ud800", "5"]
    )
    text = "".join(data.draw(st.lists(pieces, min_size=1, max_size=30)))
    ends = sorted(set(data.draw(st.lists(st.integers(0, len(text)), max_size=8))))
    spans = [(start, min(end, start + 90)) for start, end in zip(ends[::2], ends[1::2], strict=False)]
    spans = [(a, b) for a, b in spans if a < b and not text[a].isspace() and not text[b - 1].isspace()]
    held = []
    for before, (start, end), quantities in SENTENCES.groups(
        text, [Quantity(a, b, "share", "%") for a, b in spans]
    ):
        assert end - start <= QUOTE_LIMIT
        assert text[start:end] == text[start:end].strip()
        assert before is None or before.start < before.end <= start
        assert all(start <= each.start and each.end <= end for each in quantities)
        held += [(each.start, each.end) for each in quantities]
    assert held == spans


@pytest.mark.parametrize(
    ("text", "word"),
    [("at least 5", "least"), ("Least\n5", "least"), ("least  5", "least"), ("least   5", ""), ("least5", ""), ("F-16 5", ""),
     ("(least 5", "least"), ("5", ""), ("l" * 40 + " 5", "l" * 24)],
)  # fmt: skip
def test_the_word_before_a_number(text: str, word: str) -> None:
    assert word_before(text, len(text) - 1).word == word
