"""What German and Dutch need of the grammar: glued numbers, verbs last or apart, compounds."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures import extract
from figures.extraction.numbers.glued import GluedNumbers
from figures.lexicon import lexicon

GLUED = {
    "de": {
        "fünfundzwanzig": "25",
        "zweihundertfünfzig": "250",
        "tausendfünfhundert": "1500",
        "fünfzehnhundert": "1500",
        "siebenhunderttausend": "700000",
        "dreihundertfünfundsiebzigtausendachthundertelf": "375811",
        "zweieinhalb": "2.5",
    },
    "nl": {
        "vijfentwintig": "25",
        "tweeëndertig": "32",
        "tweehonderdvijftig": "250",
        "zevenhonderdduizend": "700000",
        "drieënhalf": "3.5",
    },
}
NO_NUMBERS = [
    ("de", "Zweifel"),
    ("de", "dreizwei"),
    ("de", "undzwanzig"),
    ("de", "hundertmal"),
    ("nl", "eenheid"),
]

CHANGES = [
    ("de", "Der Etat wurde um 5 Milliarden Euro auf 60 Milliarden Euro aufgestockt.", ["5000000000", "0"]),
    ("de", "Die Hilfe soll um 53 Prozent gekürzt werden.", ["-53"]),
    ("de", "Die Ausgaben stiegen um 7 Prozent und sanken dann um 3 Prozent.", ["7", "-3"]),
    ("de", "Die Ausgaben nahmen um 60 Prozent zu, die Einnahmen nahmen um 9 Prozent ab.", ["60", "-9"]),
    ("de", "Ein Plus von 8 Prozent und ein Anstieg von 2 Prozent auf 5 Prozent.", ["8", "0", "0"]),
    ("nl", "Het budget wordt met 15 procent gekort en daarna met 4 procent verhoogd.", ["-15", "4"]),
    ("nl", "De rente ging met 2 procent omlaag naar 3 procent.", ["-2", "0"]),
]

PARTIES = [
    ("2024 gab Deutschland 90 Milliarden Euro für die Verteidigung aus.", "Germany", "", "spent"),
    ("Norwegen sagt Kiew 85 Milliarden Kronen zu.", "Norway", "Ukraine", "pledged"),
    ("Im Rat gab es Streit, Schweden sagte nichts, 5 Euro kostete es.", "", "", ""),
    ("Die Bundesregierung hat der Ukraine 2,3 Milliarden Euro gewährt.", "Germany", "Ukraine", "delivered"),
    (
        "Frankreich wird der Ukraine im Herbst 2 Milliarden Euro bereitstellen.",
        "France",
        "Ukraine",
        "pledged",
    ),
    (
        "Großbritannien kündigte an, Kiew 4,5 Milliarden Pfund zu gewähren.",
        "United Kingdom",
        "Ukraine",
        "pledged",
    ),
]

COUNTS = [
    ("de", "30 Leopard-1-Panzer", "30 Leopard-1-Panzer"),
    ("de", "12 Flugabwehrraketen und 3 Termine", "12 Flugabwehrraketen"),
    ("nl", "100 pantservoertuigen", "100 pantservoertuigen"),
]

UNITS = [
    ("Das Zwei-Prozent-Ziel gilt.", "% of GDP"),
    ("Das Zwei-Prozent-Ziel der EZB gilt.", "%"),
    ("Die Fünf-Prozent-Hürde bleibt.", "%"),
]


@pytest.mark.parametrize(("language", "word", "value"), [
    (language, word, value) for language, words in GLUED.items() for word, value in words.items()
])  # fmt: skip
def test_a_number_written_as_one_word(language: str, word: str, value: str) -> None:
    assert GluedNumbers(lexicon(language)).at(f"{word} x", 0) == (len(word), Decimal(value))


@pytest.mark.parametrize(("language", "word"), NO_NUMBERS)
def test_a_word_that_is_no_number(language: str, word: str) -> None:
    assert GluedNumbers(lexicon(language)).at(word, 0) is None


def test_languages_that_glue_nothing_read_none() -> None:
    assert GluedNumbers(lexicon("en")).at("twentyfive", 0) is None


@given(st.integers(1, 999_999))
def test_german_numbers_are_read_back(number: int) -> None:
    word = _german(number)
    found = extract(f"Es sind {word} Euro.", "de")
    assert [claim.value for claim in found] == [Decimal(number)]


@pytest.mark.parametrize(("language", "text", "values"), CHANGES)
def test_the_verb_behind_tells_the_direction(language: str, text: str, values: list[str]) -> None:
    found = [claim.value if claim.kind == "change" else Decimal(0) for claim in extract(text, language)]
    assert found == [Decimal(value) for value in values]


@pytest.mark.parametrize(("text", "actor", "recipient", "status"), PARTIES)
def test_parties_around_verbs_that_stand_last_or_apart(
    text: str, actor: str, recipient: str, status: str
) -> None:
    claim = extract(text, "de")[0]
    assert (claim.actor, claim.recipient, claim.status) == (actor, recipient, status)


@pytest.mark.parametrize(("language", "text", "exact"), COUNTS)
def test_compounds_are_counted_by_their_ending(language: str, text: str, exact: str) -> None:
    assert [claim.exact for claim in extract(text, language)] == [exact]


@pytest.mark.parametrize(("text", "unit"), UNITS)
def test_a_goal_that_is_one_word_with_its_percentage(text: str, unit: str) -> None:
    assert [claim.unit for claim in extract(text, "de")] == [unit]


def _german(number: int) -> str:
    """A number in German words, by the rules of the language and not of the reader."""
    ones = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
            "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"]  # fmt: skip
    tens = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
    if number >= 1000:
        return _german(number // 1000) + "tausend" + (_german(number % 1000) if number % 1000 else "")
    if number >= 100:
        return ones[number // 100] + "hundert" + (_german(number % 100) if number % 100 else "")
    if number < 20:
        return ones[number]
    return (ones[number % 10] + "und" if number % 10 else "") + tens[number // 10]
