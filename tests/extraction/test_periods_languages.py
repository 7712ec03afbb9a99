"""The same grammar with the tables of other languages: phrases and whole sentences."""

from __future__ import annotations

from datetime import date

import pytest

from figures.extraction.numbers.quantities import Quantity
from figures.extraction.periods import grammar
from figures.extraction.sentences import Sentence
from figures.lexicon import lexicon

PUBLISHED = date(2025, 6, 12)

# Language | phrase | first … last | role, with the rate behind a colon.
PHRASES = """
de | im ersten Halbjahr 2024 | 2024-01-01 2024-06-30 | period
de | im zweiten Halbjahr des vergangenen Jahres | 2024-07-01 2024-12-31 | period
de | im Jahr 2024 | 2024-01-01 2024-12-31 | period
de | im vergangenen Jahr | 2024-01-01 2024-12-31 | period
de | in diesem Jahr | 2025-01-01 2025-12-31 | period
de | im nächsten Jahr | 2026-01-01 2026-12-31 | period
de | im Mai | 2025-05-01 2025-05-31 | period
de | im Juni 2024 | 2024-06-01 2024-06-30 | period
de | am 12. Juni 2024 | 2024-06-12 2024-06-12 | period
de | im dritten Quartal 2025 | 2025-07-01 2025-09-30 | period
de | im 3. Quartal 2025 | 2025-07-01 2025-09-30 | period
de | in den ersten sechs Monaten des Jahres 2024 | 2024-01-01 2024-06-30 | period
de | in den Jahren 2025 und 2026 | 2025-01-01 2026-12-31 | period
de | seit 2022 | 2022-01-01 … | period
de | seit Februar 2022 | 2022-02-01 … | period
de | seit der russischen Invasion im Februar 2022 | 2022-02-01 … | period
de | seit Beginn des Krieges | … … | running
de | ab 2027 | 2027-01-01 … | period
de | bis 2030 | … 2030-12-31 | period
de | bis Ende 2027 | … 2027-12-31 | period
de | bis zum Jahr 2030 | … 2030-12-31 | period
de | bis zum Ende des Jahres | … 2025-12-31 | period
de | von 2022 bis 2024 | 2022-01-01 2024-12-31 | period
de | zwischen 2022 und 2024 | 2022-01-01 2024-12-31 | period
de | in den nächsten fünf Jahren | … … | running
de | in den vergangenen zwei Jahren | … … | running
de | binnen eines Jahres | … … | running
de | innerhalb von zwei Jahren | … … | running
de | gegenüber 2023 | 2023-01-01 2023-12-31 | base
de | gegenüber dem Vorjahr | 2024-01-01 2024-12-31 | base
de | als im Jahr 2023 | 2023-01-01 2023-12-31 | base
de | pro Jahr | … … | rate:year
de | jährlich | … … | rate:year
de | im Monat | … … | rate:month
uk | у першому півріччі 2024 року | 2024-01-01 2024-06-30 | period
uk | у 2024 році | 2024-01-01 2024-12-31 | period
uk | на 2025 рік | 2025-01-01 2025-12-31 | period
uk | минулого року | 2024-01-01 2024-12-31 | period
uk | у минулому році | 2024-01-01 2024-12-31 | period
uk | цього року | 2025-01-01 2025-12-31 | period
uk | торік | 2024-01-01 2024-12-31 | period
uk | цьогоріч | 2025-01-01 2025-12-31 | period
uk | наступного року | 2026-01-01 2026-12-31 | period
uk | у червні 2024 року | 2024-06-01 2024-06-30 | period
uk | у третьому кварталі 2025 року | 2025-07-01 2025-09-30 | period
uk | за перші вісім місяців 2024 року | 2024-01-01 2024-08-31 | period
uk | у 2022–2024 роках | 2022-01-01 2024-12-31 | period
uk | з 2022 по 2024 рік | 2022-01-01 2024-12-31 | period
uk | між 2022 і 2024 роками | 2022-01-01 2024-12-31 | period
uk | з 2022 року | 2022-01-01 … | period
uk | з лютого 2022 року | 2022-02-01 … | period
uk | з початку року | 2025-01-01 … | period
uk | до 2030 року | … 2030-12-31 | period
uk | до кінця 2027 року | … 2027-12-31 | period
uk | до кінця року | … 2025-12-31 | period
uk | від початку повномасштабного вторгнення | … … | running
uk | за останні два роки | … … | running
uk | протягом наступних п'яти років | … … | running
uk | протягом року | … … | running
uk | порівняно з 2023 роком | 2023-01-01 2023-12-31 | base
uk | ніж у 2023 році | 2023-01-01 2023-12-31 | base
uk | на рік | … … | rate:year
uk | щороку | … … | rate:year
uk | щомісяця | … … | rate:month
"""

# A sentence with its figures in brackets, and the words of the period and the rate of each.
SENTENCES = """
de | 2024 gab Deutschland [7 Milliarden Euro] aus, 2025 sollen es [9 Milliarden Euro] sein. | 2024; 2025
de | Der Bund will bis 2030 jährlich [3 Milliarden Euro] ausgeben. | bis 2030/year
de | Die Ausgaben stiegen von [2 Prozent] im Jahr 2023 auf [3 Prozent] im Jahr 2024. | im Jahr 2023; im Jahr 2024
de | Im ersten Halbjahr 2024 waren es [4 Milliarden Euro] pro Monat. | Im ersten Halbjahr 2024/month
uk | У 2024 році Україна отримала [42 млрд доларів], а у 2025 році очікує [38 млрд доларів]. | У 2024 році; у 2025 році
uk | Союзники надають [40 млрд євро] на рік з 2022 року. | з 2022 року/year
uk | Видатки зросли з [2%] у 2023 році до [3%] у 2024 році. | у 2023 році; у 2024 році
"""


def _rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split("|")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("language", "phrase", "days", "role"), _rows(PHRASES))
def test_phrases_of_other_languages(language: str, phrase: str, days: str, role: str) -> None:
    grammatical = grammar(lexicon(language).section("periods"), language)
    sentence = f"{phrase}."
    (span,) = grammatical.spans(sentence, Sentence(0, len(sentence)), PUBLISHED)
    assert sentence[span.start : span.end] == phrase
    assert f"{span.first or '…'} {span.last or '…'}" == days
    assert f"{span.role}:{span.per}".rstrip(":") == role


@pytest.mark.parametrize(("language", "marked", "expected"), _rows(SENTENCES))
def test_sentences_of_other_languages(language: str, marked: str, expected: str) -> None:
    grammatical = grammar(lexicon(language).section("periods"), language)
    text, quantities = "", []
    for character in marked:
        if character == "[":
            start = len(text)
        elif character == "]":
            quantities.append(Quantity(start, len(text), "money", "EUR"))
        else:
            text += character
    found = grammatical.assign(text, Sentence(0, len(text)), quantities, PUBLISHED, None)
    assert [f"{period.text}/{period.per}".rstrip("/") for period in found] == expected.split("; ")


def test_a_language_without_a_table_reads_dates_in_digits() -> None:
    text = "x 2024-06-12 y 17.10.2024"
    found = grammar({}, "tlh").spans(text, Sentence(0, len(text)), None)
    assert [(text[span.start : span.end], span.role) for span in found] == [
        ("2024-06-12", "mention"),
        ("17.10.2024", "mention"),
    ]
