"""The language of a text is told, and where it changes."""

from __future__ import annotations

import pytest

from figures import detect, extract
from figures.errors import LanguageError
from figures.extraction.languages import stretches

TEXTS = [
    ("en", "The minister said that allies will spend more on defence this year than they did in the last."),
    ("de", "Die Bundesregierung hat der Ukraine im vergangenen Jahr Hilfe zugesagt, und das wird so bleiben."),
    ("uk", "Уряд заявив, що допомога Україні цього року буде більшою, ніж торік, і що вона вже надійшла."),
    ("", "12 345 678"),
    ("", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_detect(language: str, text: str) -> None:
    assert detect(text) == language


def test_paragraphs_in_another_language_are_read_in_it() -> None:
    text = (
        "The allies gave €5 billion, of which €1 billion is for drones, and they will give more this year.\n"
        "Німеччина надала Україні 1,5 млрд євро, і це на 20% більше, ніж за минулий рік, заявив він.\n"
        "The other part, $3 million, was for the training that they have promised."
    )
    claims = extract(text, "auto")
    assert [(claim.language, text[claim.start : claim.end]) for claim in claims] == [
        ("en", "€5 billion"),
        ("en", "€1 billion"),
        ("uk", "1,5 млрд євро"),
        ("uk", "20%"),
        ("en", "$3 million"),
    ]
    assert [str(link) for claim in claims for link in claim.links] == ["part_of:#0", "change_of:#2"]


def test_a_foreign_name_does_not_change_the_language() -> None:
    text = "The minister said that the aid will be paid to the fund.\nŁódź, Kraków – Żółć: 5%\n"
    assert [code for _, _, code in stretches(text)] == ["en"]


def test_a_language_without_a_table_is_read_by_signs_and_digits() -> None:
    claims = extract("Türkiye 20,9 milyar lira, € 5 ve 3 % dedi.", "tr")
    assert [(claim.exact, claim.unit, claim.language) for claim in claims] == [
        ("€ 5", "EUR", "tr"),
        ("3 %", "%", "tr"),
    ]


def test_a_code_that_is_no_language() -> None:
    with pytest.raises(LanguageError, match="no lexicon for language 'xx-nope'"):
        extract("5%", "xx-nope")
