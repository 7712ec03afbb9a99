from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extraction.sentences import Sentence
from figures.extraction.speakers import Speakers

# The figure stands in brackets; its sentence is what lies between the two nearest bars.
ROWS = [
    ('"We will spend [2%] of GDP," Mark Rutte said.', "Mark Rutte"),
    ('"We will spend [2%] of GDP," said Mark Rutte.', "Mark Rutte"),
    ('"We will spend [2%] of GDP," said NATO Secretary General Mark Rutte.', "Mark Rutte"),
    ('"We will spend [2%] of GDP", Rutte said. NATO Secretary General Mark Rutte spoke in Brussels.', "Mark Rutte"),
    ("“We will spend [2%] of GDP,” said the German chancellor, Friedrich Merz.", "Friedrich Merz"),
    ("Mark Rutte said that allies will spend [2%] of GDP.", "Mark Rutte"),
    ("Allies will spend [2%] of GDP, Mark Rutte said on Wednesday.", "Mark Rutte"),
    ("Allies will spend [2%] of GDP, according to Mark Rutte.", "Mark Rutte"),
    ("According to Prime Minister Keir Starmer, Britain will spend [2.5%] of GDP.", "Keir Starmer"),
    ("Defence Minister Boris Pistorius announced that Germany will give [€2 billion].", "Boris Pistorius"),
    ("Boris Pistorius, Germany's defence minister, said [€2 billion] was ready.", "Boris Pistorius"),
    ("The alliance's new Secretary General, Mark Rutte, said allies gave [€20 billion].", "Mark Rutte"),
    ("Mr. Rutte told reporters that [€20 billion] had been given.", "Rutte"),
    ("U.S. President Joe Biden said [$61 billion] had been approved.", "Joe Biden"),
    ("Kaja Kallas: EU has delivered [1.3 million shells] to Ukraine", "Kaja Kallas"),
    ("Allies to give [€40 billion] next year – Stoltenberg", "Stoltenberg"),
    ("Allies to give [€40 billion] next year - Jens Stoltenberg", "Jens Stoltenberg"),
    ("|Allies will reach [2%] of GDP this year.| Many plan more. But we must go further. - Rutte said.", "Rutte"),
    ('|"We met today.| We agreed to spend [5%].| It was a good day," he said.| Jens Stoltenberg spoke.', ""),
    ('Jens Stoltenberg said the day was good. |"We agreed to spend [5%].| It was a good day," he said.', "Jens Stoltenberg"),
    ('"We met," Jens Stoltenberg said. |"We agreed to spend [5%]."|', "Jens Stoltenberg"),
    ('Jens Stoltenberg said the day was good.\n|He also said that allies gave [€40 billion].|', "Jens Stoltenberg"),
    ('NATO chief Jens Stoltenberg spoke in Brussels. |"Allies gave [€40 billion]," he said.|', "Jens Stoltenberg"),
    ('Secretary General Jens Stoltenberg met President Volodymyr Zelenskyy. |"It cost [€40 billion]," he said.|', ""),
    ('Secretary General Mark Rutte said so.\n|"They gave [€40 billion]," the secretary general said.|', "Mark Rutte"),
    ('Secretary General Mark Rutte said so.\n|"They gave [€40 billion]," the head of the alliance reported.|', "Mark Rutte"),
    ('Secretary General Mark Rutte said so.\n|"They gave [€40 billion]," the NATO Secretary General.|', "Mark Rutte"),
    ('Secretary General Mark Rutte said so.\n|"They gave [€40 billion]," the finance minister said.|', ""),
    ("This was stated at a conference by NATO Secretary General Mark Rutte, who spoke of [2%].", "Mark Rutte"),
    ("Ursula von der Leyen said the Commission had paid [€1 billion].", "Ursula von der Leyen"),
    ("Polish Prime Minister Donald Tusk said that Poland spends [4.7%] of GDP.", "Donald Tusk"),
    ("Poland's Donald Tusk said Poland spends [4.7%] of GDP.", "Donald Tusk"),
    ("Sweden gives [SEK 16 billion], said Defence Minister Pål Jonson.", "Pål Jonson"),
    ('He announced that "in 2024 allies invested [$485 billion]." Mark Rutte was there.', ""),
    ("Scholz said Germany would give [€7 billion], while Macron said France would give €3 billion.", "Scholz"),
    ("Scholz said Germany would give €7 billion, while Macron said France would give [€3 billion].", "Macron"),
    ("Germany will give [€7 billion], Scholz said, while Macron stayed silent.", "Scholz"),
    ('"The [2%] goal is a floor," Rutte said, adding that more is needed.', "Rutte"),
    ("President Trump, in a post on Truth Social, said America gave [$350 billion].", "Trump"),
    ("Rutte, speaking to reporters in The Hague, said allies spend [2%] of GDP.", "Rutte"),
    ('"It is at least [€5 billion]," explained the head of the team, Anna Berg.', "Anna Berg"),
    ('"Europe gave more: [€138 billion]," European Council President António Costa stressed.', "António Costa"),
    ("MARK RUTTE (NATO Secretary General): Allies pledged [€40 billion].", "Mark Rutte"),
    ("MR PRICE: The package is worth [$400 million].", "Price"),
    ("SECRETARY GENERAL: Allies pledged [€40 billion].", ""),
    ("QUESTION: Will allies spend [5%] of GDP?", ""),
    ('Mark Rutte in an interview with CNN: "Allies spend [2%] of GDP."', "Mark Rutte"),
    ('Poland\'s Tusk: "We spend [4.7%] of GDP."', "Tusk"),
    ('The motto: "Spend [2%] of GDP."', ""),
    ('"The figure is [2%] of GDP" (Mark Rutte).', "Mark Rutte"),
    ("As Mark Rutte put it, [2%] of GDP is not enough.", "Mark Rutte"),
    ("Mark Rutte addressed ministers in Brussels. |He said allies gave [€40 billion].|", "Mark Rutte"),
    ("Costa Rica said it would give [€2 million].", ""),
    ("The United States said it would give [€2 billion].", ""),
    ("The Kiel Institute said aid fell by [43%].", ""),
    ("NATO said allies spend [2%] of GDP.", ""),
    ("Germany said it would give [€2 billion].", ""),
    ("Rheinmetall said profit rose [12%].", ""),
    ("The defence ministry said [30 tanks] were delivered.", ""),
    ("Reuters reported that [€2 billion] was pledged.", ""),
    ("According to Bloomberg, the deal is worth [$5 billion].", ""),
    ("According to a draft, the loan is [€90 billion].", ""),
    ("Officials said that [12,000 troops] had arrived.", ""),
    ("The Baltic states already spend [3%] of GDP.", ""),
    ("Germany gave [€2 billion].", ""),
    ("On Tuesday the White House said [$400 million] would follow.", ""),
    ("Tickets: [£15] (concessions £9.50).", ""),
    ("The European Commission said the fund holds [€150 billion].", ""),
    ("Allies gave [€2 billion]. Mark Rutte visited Kyiv.", ""),
]  # fmt: skip


def located(marked: str) -> tuple[str, Sentence, int]:
    place = marked.index("[") - marked.count("|", 0, marked.index("["))
    start = marked.rfind("|", 0, marked.index("["))
    end = marked.find("|", marked.index("["))
    text = marked.replace("|", "").replace("[", "").replace("]", "")
    first = 0 if start < 0 else start - marked.count("|", 0, start)
    last = len(text) if end < 0 else end - marked.count("|", 0, end) - 2
    return text, Sentence(first, last), place


@pytest.mark.parametrize(("marked", "speaker"), ROWS, ids=[row[0] for row in ROWS])
def test_speakers(marked: str, speaker: str) -> None:
    text, sentence, place = located(marked)
    assert Speakers(text, "en").at(sentence, place) == speaker


def test_a_surname_becomes_the_full_name_wherever_the_document_gives_it() -> None:
    text = "Rutte said 5%.\n" + "Nothing.\n" * 50 + "Prime Minister Mark Rutte left."
    assert Speakers(text, "en").at(Sentence(0, 14), 11) == "Mark Rutte"


def test_a_surname_of_two_people_stays_as_it_is() -> None:
    text = "Smith said 5%.\nMinister Anna Smith met Senator John Smith."
    assert Speakers(text, "en").at(Sentence(0, 14), 11) == "Smith"


PIECES = ['"', "“", "”", " he said", " Rutte said", "5%", "\n", ". ", " - ", ": ", "NATO ", "President ", "«",
          "the minister said", " by ", ", ", "\ud800", "\x00", "é", "according to ", "«x»"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.integers(0, 200))
def test_any_text_has_a_speaker_or_none(pieces: list[str], place: int) -> None:
    text = "".join(pieces) + " "
    place = min(place, len(text) - 1)
    speakers = Speakers(text, "en")
    found = speakers.at(Sentence(0, len(text)), place)
    assert found == Speakers(text, "en").at(Sentence(0, len(text)), place)
    assert all(word in text for word in found.split())


def work(text: str) -> int:
    """How many calls it takes to ask for a speaker at every tenth place."""
    import sys

    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    speakers = Speakers(text, "en")
    sys.setprofile(count)
    try:
        for place in range(0, len(text), 10):
            speakers.at(Sentence(max(0, place - 5), place + 5), place)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "unit",
    ['"5% ', "he said 5% ", "he said\n", "\n", "President 5% ", "Aa said 5%.\n", "said ", '"a" he said "b" '],
)
def test_the_work_grows_with_the_text(unit: str) -> None:
    small, large = unit * (6_000 // len(unit)), unit * (24_000 // len(unit))
    assert work(large) < 6 * work(small) + 1_000
